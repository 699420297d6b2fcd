import json

config = {"name": "démo", "size": [800, 600], "debug": False, "ratio": 1.5, "nested": {"z": None, "a": [{"k": 1}]}}
text = json.dumps(config)
print(text)
print(json.dumps(config, indent=2, sort_keys=True, ensure_ascii=False))
assert json.loads(text) == config
print(json.dumps([1, "two", None, True, 2.5e-10, 1e100, -0.0]), json.dumps("tab\t\"q\" \\ \u2028"))
print(json.loads('{"a": [1, 2.0, -3e2, "\\u0041\\n"], "b": {}}'), json.loads(" [true, false, null] "))
for bad in ('{"a": 1,}', "[1 2]", '{"a" 1}', "", '"open', "tru", "[1] x", "{'a': 1}"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(f"{bad!r}: {e}")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def encode(o):
    if isinstance(o, Point):
        return {"__point__": [o.x, o.y]}
    if isinstance(o, set):
        return sorted(o)
    raise TypeError(f"cannot encode {type(o).__name__}")


def decode(d):
    return Point(*d["__point__"]) if "__point__" in d else d


s = json.dumps({"p": Point(1, 2), "s": {3, 1}}, default=encode)
back = json.loads(s, object_hook=decode)
print(s, back["p"].x, back["s"])
try:
    json.dumps({"f": print}, default=encode)
except TypeError as e:
    print(e)
print(json.dumps({1: "a", None: "b", True: "c"}), json.dumps((1, 2), separators=(",", ":")))
