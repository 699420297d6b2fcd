class CartError(Exception):
    """Base of everything that can go wrong."""


class OutOfStock(CartError):
    def __init__(self, name, wanted, available):
        self.name, self.wanted, self.available = name, wanted, available

    def __str__(self):
        return f"{self.name}: wanted {self.wanted}, only {self.available}"


class UnknownItem(CartError, KeyError):
    pass


class Store:
    def __init__(self, **stock):
        self.stock = {k: list(v) for k, v in stock.items()}

    def reserve(self, name, n):
        if name not in self.stock:
            raise UnknownItem(name)
        price, available = self.stock[name]
        if n > available:
            raise OutOfStock(name, n, available)
        self.stock[name][1] -= n
        return price * n


class Cart:
    def __init__(self, store):
        self.store, self.lines = store, []

    def add(self, name, n=1):
        self.lines.append((name, n, self.store.reserve(name, n)))
        return self

    def __enter__(self):
        self.saved = list(self.lines), {k: v[:] for k, v in self.store.stock.items()}
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            return False
        self.lines, self.store.stock = self.saved
        print("rolled back:", error)
        return issubclass(kind, CartError)

    @property
    def total(self):
        return sum(price for _, _, price in self.lines)


store = Store(apple=(3, 10), bread=(25, 2))
cart = Cart(store)
cart.add("apple", 4).add("bread")
print(cart.total, store.stock)
with cart:
    cart.add("apple", 5)
    cart.add("bread", 5)
print(cart.total, store.stock)
with cart:
    cart.add("caviar")
with cart as c:
    c.add("apple", 6)
print(cart.total, store.stock)
for name, n in (("apple", 1), ("zzz", 1)):
    try:
        cart.add(name, n)
    except KeyError as e:
        print("KeyError", e, isinstance(e, CartError))
    except CartError as e:
        print(type(e).__name__, e, e.args)
try:
    with cart:
        1 / 0
except ZeroDivisionError as e:
    print("passed through:", e)
