from dataclasses import dataclass, field, fields, asdict, astuple, replace, InitVar, KW_ONLY, is_dataclass
from dataclasses import FrozenInstanceError, make_dataclass
from typing import ClassVar, List, Optional


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.norm(), p == Point(3, 4), p == Point(3), p != (3, 4), Point(x=1), Point.__doc__, Point.y, Point.__match_args__)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: Point(1, x=3))
attempt(lambda: hash(p))
attempt(lambda: p < Point(1))
p.x = 10
print(p, asdict(p), astuple(p), replace(p, y=7), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(3))


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: List[str] = field(default_factory=list, repr=False)
    total: float = field(init=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.total = self.price * 2
        Item.count += 1


a, b = Item(2.5, 'pen'), Item(1.5, 'cup', ['x'])
print(sorted([a, b]), a > b, a.tags is not b.tags, b.tags, Item.count, a <= a, [f.name for f in fields(Item)])
attempt(lambda: a < 3)
attempt(lambda: replace(a, total=3))
print(replace(a, price=4.0), asdict(b))


@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()


f = Frozen(1, (2,))
print(f, hash(f) == hash(Frozen(1, (2,))), {f: 'v'}[Frozen(1, (2,))])
attempt(lambda: setattr(f, 'a', 2))
attempt(lambda: setattr(f, 'zz', 2))
attempt(lambda: delattr(f, 'a'))
print(issubclass(FrozenInstanceError, AttributeError))


@dataclass
class Base:
    id: int
    kind: str = 'base'


@dataclass
class Derived(Base):
    extra: Optional[Point] = None
    kind: str = 'derived'


d = Derived(1, extra=Point(1, 2))
print(d, asdict(d), astuple(d), Derived(2) == Derived(2), Base(1) == Derived(1), Derived.__doc__)


@dataclass
class Config:
    name: str
    _: KW_ONLY
    debug: bool = False
    level: int


print(Config('a', level=3), Config.__doc__)
attempt(lambda: Config('a', 3))
attempt(lambda: Config('a'))
attempt(lambda: Config())


@dataclass
class Scaled:
    raw: InitVar[int]
    factor: InitVar[int] = 2
    value: int = field(init=False, default=0)

    def __post_init__(self, raw, factor):
        self.value = raw * factor


print(Scaled(5), Scaled(5, factor=3).value)
attempt(lambda: dataclass(type('Bad', (), {'__annotations__': {'a': list}, 'a': []})))
attempt(lambda: dataclass(type('Bad', (), {'__annotations__': {'a': int, 'b': int}, 'a': 1})))
attempt(lambda: dataclass(type('Bad', (), {'__annotations__': {}, 'a': field()})))
attempt(lambda: dataclass(order=True, eq=False)(type('Bad', (), {})))
attempt(lambda: field(default=1, default_factory=list))
attempt(lambda: fields(3))
attempt(lambda: asdict(Point))
C = make_dataclass('C', [('x', int), ('y', int, 5), 'z'][:2], namespace={'double': lambda self: self.x * 2})
print(C(2), C(2).double())


@dataclass(eq=False, repr=False)
class Plain:
    a: int


print(Plain(1) == Plain(1), hash(Plain(1)) is not None, repr(Plain(1)).startswith('<'))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t))
t.children.append(t)
print(t)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False, default=0)


print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)), Hashed(1, 2) == Hashed(1, 3))
