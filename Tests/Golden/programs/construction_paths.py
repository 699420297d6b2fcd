# Calls of classes that change between the calls, or that make their instances in another way.
import dataclasses


def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Plain:
    def __init__(self, a, b=2):
        self.a, self.b = a, b

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v}' for k, v in vars(self).items())})"


def make(*args):
    return Plain(*args)


def make_two():
    return Plain(1, 2)


for _ in range(3):
    show(make_two)
    show(lambda: make(5))
    show(lambda: make())
    show(lambda: make(1, 2, 3))
    show(lambda: Plain(b=1, a=2))
    show(lambda: Plain(1, c=2))
old = Plain.__init__
Plain.__init__ = lambda self, *args: setattr(self, "args", args)
for _ in range(2):
    show(make_two)
    show(lambda: make())
Plain.__init__ = lambda self, a, b: a
show(make_two)
show(lambda: Plain(None, 1))
del Plain.__init__
show(make_two)
show(lambda: make())
Plain.__init__ = old
Plain.__new__ = lambda cls, *args: 7
show(make_two)
Plain.__new__ = lambda cls, *args: object.__new__(cls)
show(make_two)


class Parent:
    def __init__(self, a):
        self.parent = a


class Child(Parent):
    pass


class Sibling(Parent):
    def __init__(self, a):
        super().__init__(a + 1)
        self.own = a


def children():
    return vars(Child(1)), vars(Sibling(1))


for _ in range(2):
    show(children)
Child.__init__ = lambda self, a: setattr(self, "child", a)
show(children)
Parent.__init__ = lambda self, a: setattr(self, "changed", a)
show(children)
del Child.__init__
show(children)
Child.__bases__ = (Sibling,)
show(children)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Narrow(Slotted):
    __slots__ = ()

    def __init__(self, x):
        self.x = x
        self.z = x


show(lambda: (Slotted(1, 2).x, Slotted(1, 2).y))
show(lambda: Slotted(1))
show(lambda: Narrow(1))


class Meta(type):
    calls = []

    def __call__(cls, *args, **kwargs):
        Meta.calls.append((cls.__name__, args, kwargs))
        return super().__call__(*args, **kwargs) if args else None


class Made(metaclass=Meta):
    def __init__(self, a):
        self.a = a


show(lambda: (Made(1).a, Made(), Made(a=1), Meta.calls))


class Single:
    only = None

    def __new__(cls, *args):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self, value):
        self.value = value


show(lambda: (Single(1) is Single(2), Single(3).value))


class Failing:
    def __init__(self, n):
        if n:
            raise ValueError(n)


for n in (0, 1, 0, 1):
    show(lambda: type(Failing(n)).__name__)


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, repr=False)


@dataclasses.dataclass(frozen=True)
class Fixed:
    name: str
    size: int = 1

    def __post_init__(self):
        if self.size < 0:
            raise ValueError("negative")


for _ in range(2):
    show(lambda: (Point(1), Point(1, y=2), Point(1) == Point(1), Point(1).tags is Point(1).tags))
    show(lambda: Point())
    show(lambda: (Fixed("a"), Fixed("a", 2), hash(Fixed("a")) == hash(Fixed("a"))))
    show(lambda: Fixed("a", -1))
    show(lambda: setattr(Fixed("a"), "name", "b"))
Point.__init__ = lambda self, *args: setattr(self, "x", args)
show(lambda: Point(1, 2, 3).x)
Fixed.__post_init__ = lambda self: print("after", self)
show(lambda: Fixed("b", -5))


class Dictlike(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.made = True


class Counted(list):
    pass


show(lambda: (Dictlike({1: 2}), Dictlike().made, Counted("ab"), Counted()))
show(lambda: Counted(1, 2))


class Callable:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args):
        return self.n, args

    def __getitem__(self, key):
        return self.n, key


def use(c):
    return c(1), c(), c[1], c["a"], c[1:2]


for _ in range(2):
    show(lambda: use(Callable(3)))
Callable.__getitem__ = lambda self, key: ("new", key)
Callable.__call__ = lambda self, *args: ("new", args)
show(lambda: use(Callable(3)))
del Callable.__getitem__
show(lambda: use(Callable(3)))
Callable.__class_getitem__ = lambda key: ("class", key)
show(lambda: Callable[1])
Callable.__getitem__ = staticmethod(lambda key: ("static", key))
show(lambda: use(Callable(3)))


class Sub(dict):
    def __getitem__(self, key):
        return "own", key, super().get(key)


class Missing(dict):
    def __missing__(self, key):
        return "missing", key


show(lambda: (Sub({1: 2})[1], Sub({1: 2})[3], Missing({1: 2})[1], Missing({1: 2})[3]))
for value, kinds in ((Callable(1), (int, str)), (Callable(1), (int, Callable)), (Callable(1), (int, object)),
                     (Sub(), (int, dict)), (Sub(), (int, list)), (Counted(), list), (True, (float, int)), (Callable(1), int),
                     (Made(1), (str, Made)), (ValueError(), (int, Exception)), (Callable, (int, type))):
    show(lambda: isinstance(value, kinds))
show(lambda: isinstance(Callable(1), (int, 3)))
show(lambda: isinstance(Callable(1), 3))


class Claims:
    @property
    def __class__(self):
        return int


show(lambda: (isinstance(Claims(), int), isinstance(Claims(), (str, int)), isinstance(Claims(), Claims)))
