"""Operators, methods and keys of sets against what plain loops say."""
import random

random.seed(9)


def shown(s):
    return type(s).__name__, len(s), sorted(s, key=repr)


class Same:
    """Equal to every other one of its number."""

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n

    def __hash__(self):
        return self.n

    def __repr__(self):
        return f"S{self.n}"


def items(kind, n):
    pick = {
        "int": lambda: random.randint(-20, 20),
        "pair": lambda: (random.randint(0, 5), random.randint(0, 5)),
        "mixed": lambda: random.choice([1, 1.0, True, None, "a", (1, 2), (1.0, 2), frozenset([1]), 2 ** 70, 1.5]),
        "own": lambda: Same(random.randint(0, 9)),
        "frozen": lambda: frozenset(random.randint(0, 3) for _ in range(2)),
        "nested": lambda: frozenset([frozenset([random.randint(0, 2)]), random.randint(0, 2)]),
        "holding": lambda: (frozenset([random.randint(0, 2)]), random.randint(0, 1)),
    }[kind]
    return [pick() for _ in range(n)]


total = 0
for kind in ("int", "pair", "mixed", "own", "frozen", "nested", "holding"):
    for n in (0, 1, 4, 12, 60):
        for m in (0, 3, 30):
            a, b = set(items(kind, n)), set(items(kind, m))
            f = frozenset(b)
            results = [a | b, a & b, a - b, a ^ b, b - a, f | a, f & a, f - a, f ^ a, a.union(f, [1]), a.difference(f)]
            results += [a.symmetric_difference(list(b)), a.intersection(list(b)), a.difference(list(b))]
            c = set(a)
            c |= b
            d = set(a)
            d &= b
            e = set(a)
            e -= b
            g = set(a)
            g ^= b
            results += [c, d, e, g]
            tests = [a <= b, a < b, a >= b, a == b, a.isdisjoint(b), a.issubset(c), c.issuperset(a), d <= a, a == set(a)]
            tests += [frozenset(a) == a, hash(frozenset(a)) == hash(frozenset(list(a))), (a | b) - a == b - a]
            counts = {}
            for x in list(a) + list(b):
                counts[x] = counts.get(x, 0) + 1
                counts[frozenset([x])] = counts.get(frozenset([x]), 0) + 1
            if n == 12 and m == 3 and kind == "int":
                print([shown(r) for r in results], tests)
            total += sum(len(r) for r in results) * 7 + sum(tests) * 3 + sum(counts.values()) + len(counts)
            if kind == "int":
                total += sum((i + 1) * v for r in results for i, v in enumerate(r))
    print(kind, total)
s = set(range(10))
s.update(range(5, 20, 3), (1, 2, "x"), [3, (4, 5)], {6: 7}, "yz")
print(sorted(map(str, s)))
s -= set(range(0, 100, 2))
print(sorted(map(str, s)))
print(set(range(10, 0, -3)) == {10, 7, 4, 1}, list(set(range(2 ** 62, 2 ** 62 + 3))), set(range(2 ** 70, 2 ** 70 + 2)))
for bad in (lambda: set((1, [2])), lambda: set([{}]), lambda: frozenset(({1},)), lambda: {frozenset([1]): 1}[frozenset([2])]):
    try:
        bad()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
print({1, 2} in {frozenset([1, 2])}, frozenset([1, 2]) in {frozenset([2, 1])}, {frozenset([1, 2]): "v"}[frozenset([2, 1])])
d = {"a": 3, "b": 1, "c": 2, (1, 2): 9, frozenset([5]): 8}
print(max(d, key=d.get), min(d, key=d.get), sorted(d, key=d.get), sorted(["z", "a"], key={"z": 1, "a": 2}.get))
try:
    print(max(["q", "a"], key=d.get))
except TypeError as error:
    print(error)


class Own(dict):
    def get(self, key, other=None):
        return -len(key)


print(max(["aaa", "b"], key=Own().get), sorted(["aaa", "b", "cc"], key=Own(aaa=1).get))


def shifted(x, n):
    for i in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        y = 5 - x * 3
        x = (x + (y // 7 - 2 ** 64) % 1000) & 0xFFFFFFFFFFFFFFFF
        y = 2 ** 64 // (x * 2 - 1) - (y - x) % (x + 1)
        x ^= y & 0xFF
    return x, y


print(shifted(88172645463325252, 200))
