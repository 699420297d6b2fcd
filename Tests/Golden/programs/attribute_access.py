class Config:
    """Attributes from a dict, nested, with defaults."""

    def __init__(self, data):
        object.__setattr__(self, "_data", data)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(name)
        try:
            value = self._data[name]
        except KeyError:
            raise AttributeError(f"no setting {name!r}") from None
        return Config(value) if isinstance(value, dict) else value

    def __setattr__(self, name, value):
        self._data[name] = value

    def __delattr__(self, name):
        if name not in self._data:
            raise AttributeError(name)
        del self._data[name]

    def __dir__(self):
        return sorted(self._data)


c = Config({"host": "localhost", "db": {"port": 5432, "user": {"name": "ann"}}})
print(c.host, c.db.port, c.db.user.name)
c.debug = True
c.db.port = 1
print(c.debug, c.db.port, dir(c), c._log)
del c.debug
print(hasattr(c, "debug"), getattr(c, "debug", "default"))
for action in (lambda: c.nope, lambda: c.db.nope):
    try:
        action()
    except AttributeError as e:
        print("AttributeError:", e)
try:
    del c.nope
except AttributeError as e:
    print("cannot delete", e)
print(Config.__doc__)
