class Lazy:
    """A list whose elements are computed when asked for."""

    def __init__(self, source):
        self._source = iter(source)
        self._known = []

    def _fill(self, n):
        while len(self._known) < n:
            self._known.append(next(self._source))

    def __getitem__(self, key):
        if isinstance(key, slice):
            if key.stop is None or key.stop < 0 or (key.start or 0) < 0:
                raise ValueError("only bounded slices")
            try:
                self._fill(key.stop)
            except StopIteration:
                pass
            return self._known[key]
        try:
            self._fill(key + 1)
        except StopIteration:
            raise IndexError(f"only {len(self._known)} elements") from None
        return self._known[key]

    def __iter__(self):
        i = 0
        while True:
            try:
                yield self[i]
            except IndexError:
                return
            i += 1

    def map(self, f):
        return Lazy(f(x) for x in self)

    def filter(self, f):
        return Lazy(x for x in self if f(x))

    def take_while(self, f):
        for x in self:
            if not f(x):
                return
            yield x


def naturals():
    n = 0
    while True:
        print("made", n)
        yield n
        n += 1


s = Lazy(naturals())
print(s[2])
print(s[1], s[0:4])
squares = s.map(lambda x: x * x)
print(squares[3])
print(list(squares.filter(lambda x: x % 2 == 0).take_while(lambda x: x < 30)))
short = Lazy("abc")
print(list(short), short[1:10], list(short))
for bad in (lambda: short[5], lambda: short[1:], lambda: short[-1:2]):
    try:
        print(bad())
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
