import itertools
from itertools import *
from operator import itemgetter, mul


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = self.start
        while n > 0:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __len__(self):
        return self.start


class Peekable:
    _nothing = object()

    def __init__(self, iterable):
        self.it = iter(iterable)
        self.cache = []

    def __iter__(self):
        return self

    def __next__(self):
        return self.cache.pop() if self.cache else next(self.it)

    def peek(self, default=_nothing):
        try:
            self.cache.append(next(self))
        except StopIteration:
            if default is Peekable._nothing:
                raise
            return default
        return self.cache[-1]

    def __bool__(self):
        return self.peek(None) is not None


def take(n, iterable):
    return list(islice(iterable, n))


def chunked(iterable, n):
    it = iter(iterable)
    while chunk := tuple(islice(it, n)):
        yield chunk


def sliding(iterable, n):
    window = tuple(take(n, it := iter(iterable)))
    if len(window) == n:
        yield window
    for x in it:
        window = window[1:] + (x,)
        yield window


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def unique(iterable, key=None):
    seen = set()
    for item in iterable:
        k = item if key is None else key(item)
        if k not in seen:
            seen.add(k)
            yield item


def round_robin(*iterables):
    pending = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while pending:
        try:
            for next in nexts:
                yield next()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))


def primes():
    found = {}
    for n in count(2):
        factors = found.pop(n, None)
        if factors is None:
            yield n
            found[n * n] = [n]
        else:
            for f in factors:
                found.setdefault(n + f, []).append(f)


def running_mean():
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        total += x
        n += 1
        mean = total / n


print(list(Countdown(5)), list(reversed(Countdown(3))), len(Countdown(4)), 3 in Countdown(5), sorted(Countdown(4)), max(Countdown(9)))
a, *b, c = Countdown(6)
print(a, b, c, [*Countdown(2), *'xy'], {**dict(zip('ab', Countdown(2)))})
p = Peekable('abc')
print(p.peek(), next(p), p.peek(), next(p), bool(p), list(p), bool(p), p.peek('end'))
print(list(chunked('ABCDEFG', 3)), list(sliding(range(6), 4)), list(flatten([1, [2, (3, [4, []])], 'x'])))
print(list(unique('AAAABBBCCDAABBB')), list(unique('ABBcCAD', str.lower)), ''.join(round_robin('ABC', 'D', 'EF')))
print(take(12, primes()), next(dropwhile(lambda p: p < 100, primes())), list(takewhile(lambda p: p < 20, primes())))
m = running_mean()
next(m)
print([m.send(x) for x in (1, 2, 6, 11)])
data = [('a', 3), ('b', 1), ('a', 2), ('c', 5), ('b', 4)]
for key, group in groupby(sorted(data), key=itemgetter(0)):
    print(key, [v for _, v in group], end='; ')
print()
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate(range(1, 6), mul, initial=10)), list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(zip_longest('AB', range(4), fillvalue='-')), list(pairwise('ABCD')), list(filterfalse(str.isdigit, 'a1b2')))
print(len(list(permutations('ABCD'))), list(combinations('ABC', 2)), list(combinations_with_replacement('AB', 2)), list(product([0, 1], repeat=2))[1:])
x, y, z = tee([1, 2, 3], 3)
print(list(x), list(map(lambda v: v * v, y)), sum(z), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(10, 3), 2, 8, 2)))
it = iter([1, 2, 3])
print(list(zip(it, it)), next(it, 'done'), list(iter(lambda c=iter('abXcd'): next(c), 'X')))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
try:
    next(iter([]))
except StopIteration as e:
    print('stopped', e.value)
print(sorted(product('ab', [2, 1]), key=itemgetter(1, 0)), list(enumerate('xy', start=-1)), list(repeat('z', 2)), any(x > 3 for x in Countdown(3)))
