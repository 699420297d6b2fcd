class Vector:
    def __init__(self, *xs):
        self.xs = tuple(xs)

    def __repr__(self):
        return "Vector(" + ", ".join(map(repr, self.xs)) + ")"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError("lengths differ")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return -1 * self

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self, k))
        return Vector(*(a * k for a in self))

    __rmul__ = __mul__

    def __len__(self):
        return len(self.xs)

    def __iter__(self):
        return iter(self.xs)

    def __getitem__(self, i):
        got = self.xs[i]
        return Vector(*got) if isinstance(i, slice) else got

    def __eq__(self, other):
        return isinstance(other, Vector) and self.xs == other.xs

    def __hash__(self):
        return hash(self.xs)

    def __abs__(self):
        return sum(x * x for x in self) ** 0.5

    def __bool__(self):
        return any(self.xs)


v, w = Vector(1, 2, 2), Vector(4, 5, 6)
print(v + w, w - v, v * w, 3 * v, v * 2, -v)
print(abs(v), len(v), v[0], v[1:], list(v), bool(Vector(0, 0)))
print(v == Vector(1, 2, 2), v != w, {v: "found"}[Vector(1, 2, 2)], 2 in v)
print(sum([v, w], Vector(0, 0, 0)))
for bad in (lambda: v + 1, lambda: 1 + v, lambda: v + Vector(1)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
