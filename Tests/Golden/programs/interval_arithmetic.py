class Interval:
    def __init__(self, low, high=None):
        self.low, self.high = low, low if high is None else high
        if self.low > self.high:
            raise ValueError(f"empty interval [{low}, {high}]")

    @staticmethod
    def of(x):
        return x if isinstance(x, Interval) else Interval(x)

    def __add__(self, o):
        o = Interval.of(o)
        return Interval(self.low + o.low, self.high + o.high)

    def __sub__(self, o):
        o = Interval.of(o)
        return Interval(self.low - o.high, self.high - o.low)

    def __mul__(self, o):
        o = Interval.of(o)
        products = [a * b for a in (self.low, self.high) for b in (o.low, o.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, o):
        o = Interval.of(o)
        if 0 in o:
            raise ZeroDivisionError(f"{o} contains 0")
        return self * Interval(1 / o.high, 1 / o.low)

    def __radd__(self, o):
        return self + o

    def __rsub__(self, o):
        return Interval.of(o) - self

    def __contains__(self, x):
        return self.low <= x <= self.high

    def __and__(self, o):
        low, high = max(self.low, o.low), min(self.high, o.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, o):
        return Interval(min(self.low, o.low), max(self.high, o.high))

    def __len__(self):
        return int(self.high - self.low)

    def __iter__(self):
        yield self.low
        yield self.high

    def __repr__(self):
        return f"[{self.low}, {self.high}]"

    def __eq__(self, o):
        return tuple(self) == tuple(o)


a, b = Interval(1, 3), Interval(-2, 2)
print(a + b, a - b, a * b, b / a, 10 - a, 1 + a, a - 1)
print(2 in a, 5 in a, a & b, a | b, a & Interval(7, 8), len(a | Interval(10)), list(a))
low, high = a
print(low, high, a == Interval(1, 3), max(b), sorted(b, reverse=True))
for bad in (lambda: a / b, lambda: Interval(3, 1), lambda: a & 5):
    try:
        bad()
    except (ZeroDivisionError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
