from dataclasses import asdict, dataclass, field, replace
from typing import List, Optional


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: List[str] = field(default_factory=list, compare=False, repr=False)


@dataclass
class Inventory:
    items: dict = field(default_factory=dict)
    limit: Optional[int] = None

    def __post_init__(self):
        if self.limit is not None and self.limit < 1:
            raise ValueError("limit must be positive")

    def add(self, item, count=1):
        if self.limit and len(self) + count > self.limit:
            raise OverflowError(f"no room for {count} {item.name}")
        old = self.items.get(item.name, (item, 0))
        self.items[item.name] = (item, old[1] + count)
        return self

    def __len__(self):
        return sum(n for _, n in self.items.values())

    @property
    def total(self):
        return sum(item.price * n for item, n in self.items.values())


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)


inv = Inventory(limit=10)
inv.add(Item(2.5, "pen"), 4).add(Item(10.0, "book", ["paper"]))
print(inv, len(inv), inv.total)
print(sorted([Item(3, "c"), Item(1, "a"), Item(2, "b")])[0], Item(1, "x") == Item(1, "y"))
try:
    inv.add(Item(1, "brick"), 99)
except OverflowError as e:
    print(e)
for bad in (lambda: Inventory(limit=0), lambda: Item(), lambda: Item(1, "a", [], 5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
p = Point(1, 2)
print(p + Point(3), {p: "p"}[Point(1, 2)], replace(p, y=9), asdict(p))
try:
    p.x = 5
except AttributeError as e:
    print(type(e).__name__, e)
