inventory = {"apples": 3, "pears": 5}
inventory["plums"] = 7
inventory.update({"apples": 4}, figs=1)
print(inventory)
for name, count in sorted(inventory.items()):
    print(name, count)
print(inventory.get("kiwi"), inventory.get("kiwi", 0), inventory.setdefault("kiwi", 9))
print(inventory.pop("pears"), inventory.pop("pears", "gone"))
print(list(inventory), list(inventory.values()))
print({v: k for k, v in inventory.items()})
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print("%-6s %d" % (word, n))
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
print(groups)
print({**groups, 5: "five"}[5], "fox" in counts, 3 in groups)
nested = {"a": {"b": [1, 2, {"c": "deep"}]}}
print(nested["a"]["b"][2]["c"])
merged = dict(zip("abc", range(3))) | {"z": 26}
print(merged, dict(a=1) == {"a": 1}, len(merged))
del merged["a"]
merged.clear()
print(merged, bool(merged))
