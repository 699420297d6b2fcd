class Observable:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        owner.observed = getattr(owner, "observed", ()) + (name,)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        old = self.__get__(obj)
        obj.__dict__[self.name] = value
        if old != value:
            for watcher in obj.watchers:
                watcher(self.name, old, value)


class Model:
    width = Observable(1)
    height = Observable(1)

    def __init__(self):
        self.watchers = []

    @property
    def area(self):
        return self.width * self.height


m = Model()
log = []
m.watchers.append(lambda *change: log.append(change))
m.watchers.append(lambda name, old, new: print(f"{name}: {old} -> {new}"))
m.width = 5
m.height = 2
m.width = 5
m.width += 1
print(m.area, log, Model.observed, type(Model.width).__name__)
try:
    m.area = 3
except AttributeError as e:
    print(e)
n = Model()
print(n.area, m.area, vars(n))
