from .catalog import price
from . import catalog as c
from .util.text import plural


class Order:
    def __init__(self, who):
        self.who, self.lines = who, []

    def add(self, name, n=1):
        self.lines.append((name, n, price(name)))
        return self

    def __repr__(self):
        return f"Order({self.who!r}, {len(self.lines)})"

    def describe(self):
        return ", ".join(plural(n, name) for name, n, _ in self.lines) + f" of {len(c.PRICES)}"


def total(order):
    return sum(n * p for _, n, p in order.lines)
