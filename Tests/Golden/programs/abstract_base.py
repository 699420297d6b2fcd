from abc import ABC, abstractmethod


class Storage(ABC):
    @abstractmethod
    def read(self, key):
        """Reads."""

    @abstractmethod
    def write(self, key, value):
        ...

    def update(self, key, f):
        self.write(key, f(self.read(key)))

    @classmethod
    @abstractmethod
    def kind(cls):
        ...


class Memory(Storage):
    def __init__(self):
        self.d = {}

    def read(self, key):
        return self.d.get(key, 0)

    def write(self, key, value):
        self.d[key] = value

    @classmethod
    def kind(cls):
        return "memory"


class Logged(Memory):
    def write(self, key, value):
        print(f"write {key}={value}")
        super().write(key, value)


class Half(Storage):
    def read(self, key):
        return None


m = Logged()
m.update("n", lambda x: x + 1)
m.update("n", lambda x: x * 10)
print(m.d, m.kind(), isinstance(m, Storage), issubclass(Half, Storage))
for cls in (Storage, Half):
    try:
        cls()
    except TypeError as e:
        print(str(e).split(" with ")[0])
print(sorted(Storage.__abstractmethods__), Memory.__abstractmethods__ == frozenset())
print(Storage.read.__doc__, Storage.read.__isabstractmethod__)
