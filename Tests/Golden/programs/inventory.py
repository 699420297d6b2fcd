from collections import Counter, defaultdict, namedtuple, OrderedDict
from dataclasses import dataclass, field, asdict, astuple, replace
from enum import Enum, auto
from typing import Dict, List, Optional
import json


class Category(Enum):
    TOOL = auto()
    TOY = auto()
    FOOD = auto()

    @property
    def tax(self):
        return {Category.FOOD: 0.07}.get(self, 0.19)


@dataclass(order=True)
class Product:
    sku: str
    name: str = field(compare=False)
    price: float = field(compare=False)
    category: Category = field(default=Category.TOOL, compare=False)
    tags: List[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f'negative price: {self.price}')

    @property
    def gross(self) -> float:
        return round(self.price * (1 + self.category.tax), 2)


@dataclass(frozen=True)
class Movement:
    sku: str
    amount: int
    reason: str = 'sale'


class Stock:
    def __init__(self):
        self._products: Dict[str, Product] = {}
        self._levels = Counter()
        self._log: List[Movement] = []

    def __len__(self):
        return len(self._products)

    def __iter__(self):
        return iter(sorted(self._products.values()))

    def __contains__(self, sku):
        return sku in self._products

    def __getitem__(self, sku):
        return self._products[sku]

    def add(self, product: Product, amount: int = 0) -> 'Stock':
        self._products[product.sku] = product
        if amount:
            self.move(Movement(product.sku, amount, 'delivery'))
        return self

    def move(self, movement: Movement) -> int:
        if movement.sku not in self:
            raise KeyError(movement.sku)
        level = self._levels[movement.sku] + movement.amount
        if level < 0:
            raise ValueError(f'only {self._levels[movement.sku]} of {movement.sku} left')
        self._levels[movement.sku] = level
        self._log.append(movement)
        return level

    def value(self, category: Optional[Category] = None) -> float:
        return sum(p.price * self._levels[p.sku] for p in self if category in (None, p.category))

    def by_category(self):
        groups = defaultdict(list)
        for product in self:
            groups[product.category].append(product.name)
        return dict(groups)

    def report(self):
        print(f'{"sku":<6}|{"name":^12}|{"n":>4}|{"price":>9}|{"gross":>9}')
        print('-' * 45)
        for p in self:
            print(f'{p.sku:<6}|{p.name:^12.12}|{self._levels[p.sku]:>4}|{p.price:>9.2f}|{p.gross:>9.2f}')
        print(f'{"total":<24}{self.value():>21,.2f}')


stock = Stock()
stock.add(Product('T-1', 'hammer', 12.5), 10).add(Product('Y-7', 'teddy bear', 19.99, Category.TOY, ['soft']), 3)
stock.add(Product('F-2', 'apple', 0.35, Category.FOOD), 250)
stock.add(Product('T-0', 'screwdriver set', 1049.0))
stock.report()
for move in (Movement('T-1', -4), Movement('Y-7', -5), Movement('X', 1), Movement('F-2', -100, 'rotten')):
    try:
        print(move, '->', stock.move(move))
    except (KeyError, ValueError) as error:
        print(move, '->', type(error).__name__, error)
stock.report()
print(stock.by_category())
print(stock['T-1'] < stock['Y-7'], 'X' in stock, len(stock), max(stock, key=lambda p: p.price).name)
cheaper = replace(stock['Y-7'], price=9.99)
print(cheaper, cheaper == stock['Y-7'], cheaper.tags is stock['Y-7'].tags)
print(json.dumps({p.sku: {**asdict(p), 'category': p.category.name} for p in stock}, indent=1, sort_keys=True))
print(astuple(Movement('a', 1)), hash(Movement('a', 1)) == hash(Movement('a', 1)), {Movement('a', 1), Movement('a', 1)})
try:
    Movement('a', 1).amount = 3
except Exception as error:
    print(type(error).__name__, error)
try:
    Product('bad', 'bad', -1)
except ValueError as error:
    print(error)
Totals = namedtuple('Totals', 'moved kinds')
print(Totals(sum(m.amount for m in stock._log), len({m.reason for m in stock._log})))
print(list(OrderedDict.fromkeys(m.reason for m in stock._log)), stock._levels.most_common(2), [c.name.title() for c in Category])
