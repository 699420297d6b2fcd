class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(4)
print(list(c), list(c), list(reversed(c)))
it = iter(c)
print(next(it), list(it), next(it, "empty"))
print([(a, b) for a in Countdown(2) for b in Countdown(2)])
print(sum(c), max(c), sorted(c), 3 in c, 9 in c, *c)
a, *b = c
print(a, b, dict(zip("abcd", c)))


class Squares:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError
        return i * i


print(list(Squares()), 16 in Squares(), [x for x in Squares() if x % 2])
x, y, *rest = Squares()
print(x, y, rest)


class Endless:
    def __iter__(self):
        n = 0
        while True:
            yield n
            n += 1


for n in Endless():
    if n * n > 50:
        break
print(n, [k for k, _ in zip(Endless(), "abc")])
