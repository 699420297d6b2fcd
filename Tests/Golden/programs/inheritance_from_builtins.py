class CountingDict(dict):
    """Counts how often keys are read."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.reads = {}

    def __getitem__(self, key):
        self.reads[key] = self.reads.get(key, 0) + 1
        return super().__getitem__(key)

    def __missing__(self, key):
        return f"<{key}>"


d = CountingDict(a=1, b=2)
print(d["a"], d["a"], d["zz"], d.get("b"), d.reads, d, len(d), isinstance(d, dict), d == {"a": 1, "b": 2})


class Stack(list):
    push = list.append

    def peek(self):
        return self[-1] if self else None

    def __repr__(self):
        return f"Stack({super().__repr__()})"


s = Stack([1, 2])
s.push(3)
print(s, s.pop(), s.peek(), s[0], s + [9], Stack().peek(), sorted(s, reverse=True), type(s[:1]).__name__)


class Percent(float):
    def __str__(self):
        return f"{float(self) * 100:.1f}%"

    def __add__(self, other):
        return Percent(float(self) + other)


p = Percent(0.25)
print(p, p + 0.5, p * 2, f"{p}", repr(p), p == 0.25, sum([p, p]), max(p, 0.1))


class Name(str):
    def __new__(cls, value):
        return super().__new__(cls, value.strip().title())

    @property
    def initials(self):
        return "".join(w[0] for w in self.split())

    def __contains__(self, other):
        return super().__contains__(other.title())


n = Name("  ada lovelace ")
print(n, n.initials, len(n), "ada" in n, n.upper(), n == "Ada Lovelace", n[:3], {n: 1}["Ada Lovelace"], n + "!")


class Positive(int):
    def __new__(cls, value):
        if value <= 0:
            raise ValueError(f"{value} is not positive")
        return int.__new__(cls, value)


print(Positive(5) + 1, type(Positive(5) - 9).__name__, Positive(3) ** 2, hash(Positive(7)) == hash(7))
try:
    Positive(-1)
except ValueError as e:
    print(e)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    first = property(lambda self: self[0])
    second = property(lambda self: self[1])


q = Pair(1, "x")
a, b = q
print(q, q.first, q.second, a, b, q == (1, "x"), len(q), q < Pair(1, "y"))


class Lower(set):
    def add(self, x):
        super().add(x.lower())


l = Lower()
l.add("ABC")
l.add("abc")
print(l, len(l), "abc" in l)
