def dump(value, indent=0):
    pad = "  " * indent
    if value is None:
        return "null"
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if isinstance(value, dict):
        if not value:
            return "{}"
        items = [f'{pad}  {dump(str(k))}: {dump(v, indent + 1)}' for k, v in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{pad}}}"
    if isinstance(value, (list, tuple)):
        if all(isinstance(x, (int, float)) for x in value):
            return "[" + ", ".join(map(dump, value)) + "]"
        return "[\n" + ",\n".join(f"{pad}  {dump(x, indent + 1)}" for x in value) + f"\n{pad}]"
    raise TypeError(f"cannot dump {type(value).__name__}")


data = {
    "name": "Zoë \"Z\"",
    "tags": ["a", "b\nc"],
    "scores": (1, 2.5, -3),
    "nested": {"empty": {}, "none": None, "flags": [True, False, "x"]},
    7: [],
}
print(dump(data))
for bad in ({1, 2}, [1, object], b"x"):
    try:
        dump(bad)
    except TypeError as e:
        print(e)
