inventory = {"apple": 3, "pear": 0, "fig": 12}
for name, count in inventory.items():
    print(f"{name}: {'sold out' if not count else count}")
print({k: v for k, v in inventory.items() if v}, {v: k for k, v in inventory.items()})
inventory |= {"kiwi": 5}
inventory.update(pear=7, plum=1)
print(inventory, len(inventory), "fig" in inventory, inventory.get("nope", -1))
print(inventory.pop("kiwi"), inventory.pop("kiwi", None), inventory.popitem(), inventory.setdefault("lime", 2))
merged = {**inventory, "fig": 0}
print(merged, merged == inventory, {"a": 1, "b": 2} == {"b": 2, "a": 1})
nested = {}
for path, value in [("a.b.c", 1), ("a.b.d", 2), ("e", 3)]:
    node = nested
    *parents, leaf = path.split(".")
    for p in parents:
        node = node.setdefault(p, {})
    node[leaf] = value
print(nested)


def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict):
            yield from flatten(v, f"{prefix}{k}.")
        else:
            yield prefix + k, v


print(dict(flatten(nested)))
inverse = {}
for word in ["apple", "avocado", "banana", "blueberry", "cherry"]:
    inverse.setdefault(word[0], []).append(word)
print(inverse, max(inverse, key=lambda k: len(inverse[k])))
print(sorted(inventory, key=inventory.get, reverse=True), min(inventory.values()), list(reversed(inventory)))
keys = inventory.keys()
inventory["new"] = 0
print(keys, keys & {"new", "x"}, list(inventory.items())[-1])
try:
    for k in inventory:
        del inventory[k]
except RuntimeError as e:
    print(e)
for bad in (lambda: {}["x"], lambda: {[]: 1}, lambda: dict([1]), lambda: {}.popitem()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(dict.fromkeys("abc", 0), dict(zip("xy", (1, 2))), dict(a=1, **{"b": 2}), {True: 1, 1: 2, 1.0: 3})
