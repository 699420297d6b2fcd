"""Truths among numbers, and the truth of instances."""


def sums(r, t, big):
    out = [1 + (r % 7 > 3) + (r % 31 > 25), t + t, t & t, t | True, t ^ t, 3 - t, t - 3, t * 5, 5 * t, t / 2, 2 ** t, t ** 2]
    out += [t & 3, 3 | t, t ^ 2, t << 3, 1 << t, 5 >> t, big + t, big & t, t - big, big * t, (big * 3 + t) % 7]
    out += [(big * 2 ^ t) & t, t & (big * 2 + 1), -t, ~t, t // 2, t % 2]
    return [(type(x).__name__, x) for x in out]


print(sums(5, True, 2 ** 65), sums(27, False, -2 ** 65))
tests = [lambda: 1 // False, lambda: 2 ** 70 % False, lambda: 1 % False, lambda: True / False, lambda: 1 << -True]
for test in tests + [lambda: True + "a", lambda: True + None]:
    try:
        print(test())
    except Exception as error:
        print(type(error).__name__, error)


class Node:
    def __init__(self, v, n=None):
        self.v, self.n = v, n


class Long(Node):
    def __len__(self):
        return self.v


class Bold(Node):
    def __bool__(self):
        return self.v > 1


class Items(list):
    pass


chain = None
for i in range(5):
    chain = Node(i, chain)
while chain:
    print(chain.v, bool(chain), not chain)
    chain = chain.n
for kind in (Node, Long, Bold):
    for v in (0, 1, 2):
        x = kind(v)
        print(kind.__name__, v, bool(x), not x, 1 if x else 0, (x and 1) == 1, (x or 2) == 2)
x = Node(3)
for name, method in (("__len__", lambda self: 0), ("__bool__", lambda self: False)):
    setattr(Node, name, method)
    print(name, bool(x), 1 if x else 0, bool(Long(1)))
    delattr(Node, name)
    print(bool(x), 1 if x else 0)
print(bool(Items()), bool(Items([1])), 1 if Items() else 0)
