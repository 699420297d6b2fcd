class Emitter:
    def __init__(self):
        self._handlers = {}

    def on(self, name, handler=None, *, once=False):
        def attach(f):
            self._handlers.setdefault(name, []).append((f, once))
            return f
        return attach if handler is None else attach(handler)

    def emit(self, name, *args, **kwargs):
        handlers = self._handlers.get(name, [])
        self._handlers[name] = [(f, once) for f, once in handlers if not once]
        results = []
        for f, _ in handlers:
            try:
                results.append(f(*args, **kwargs))
            except Exception as e:
                results.append(e)
        return results

    def __contains__(self, name):
        return bool(self._handlers.get(name))


bus = Emitter()


@bus.on("greet")
def hello(name, greeting="Hello"):
    return f"{greeting}, {name}!"


bus.on("greet", lambda name, **kw: len(name), once=True)
bus.on("greet", lambda name, **kw: name["x"])
print(bus.emit("greet", "Ann"))
print(bus.emit("greet", "Bob", greeting="Ciao"))
print(bus.emit("nothing"), "greet" in bus, "other" in bus)
print(hello("direct"))
