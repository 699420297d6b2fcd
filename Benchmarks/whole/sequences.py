"""Sequences by generators.

>>> take(5, primes())
[2, 3, 5, 7, 11]
>>> list(Window("abcd", 2))
[('a', 'b'), ('b', 'c'), ('c', 'd')]
"""

from itertools import count, islice


def take(n, iterable):
    """
    >>> take(2, "xyz")
    ['x', 'y']
    """
    return list(islice(iterable, n))


def primes():
    """
    >>> sum(take(30, primes()))
    1593
    """
    composites = {}
    for n in count(2):
        if n in composites:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)
        else:
            yield n
            composites[n * n] = [n]


class Window:
    """All runs of `n` neighbours.

    >>> len(Window(range(10), 4))
    7
    >>> Window([1], 0)
    Traceback (most recent call last):
        ...
    ValueError: n must be positive
    >>> Window([1, 2, 3], 2)
    Window([1, 2, 3], 2)
    """

    def __init__(self, items, n):
        if n < 1:
            raise ValueError("n must be positive")
        self.items, self.n = list(items), n

    def __iter__(self):
        for i in range(len(self)):
            yield tuple(self.items[i:i + self.n])

    def __len__(self):
        return max(0, len(self.items) - self.n + 1)

    def __repr__(self):
        return f"Window({self.items}, {self.n})"
