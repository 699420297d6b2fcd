class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            print("creating", cls.__name__)
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value=None):
        if value is not None:
            self.value = value


class Sub(Singleton):
    _instance = None


a, b = Singleton(1), Singleton(2)
c = Sub(3)
print(a is b, a.value, c is a, c.value, Sub() is c)


class Borg:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared


x, y = Borg(), Borg()
x.name = "shared"
print(y.name, x is y, Borg._shared)


class Limited:
    made = 0

    def __new__(cls):
        if cls.made >= 2:
            raise RuntimeError("only two")
        cls.made += 1
        return object.__new__(cls)


items = []
try:
    while True:
        items.append(Limited())
except RuntimeError as e:
    print(len(items), e)


class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


print(Upper("abc"), Upper("x") + "y", isinstance(Upper("a"), str), len(Upper("four")))
