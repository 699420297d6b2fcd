from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) if p.isdigit() else p for p in text.split("."))
        self.text = text

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return f"v{self.text}"

    def __hash__(self):
        return hash(self.parts)


versions = [Version(t) for t in "1.10 1.2 1.2.1 0.9 2.0".split()]
print(sorted(versions), max(versions), min(versions))
a, b = versions[:2]
print(a > b, a >= b, a < b, a <= b, a == Version("1.10"), a != b)
print(len({Version("1.0"), Version("1.0")}), a == "1.10", a != "1.10")
for op in (lambda: a < "1.0", lambda: a >= 5):
    try:
        op()
    except TypeError as e:
        print(e)
try:
    Version("1.a") < Version("1.2")
except TypeError as e:
    print(e)
print(sorted(versions, reverse=True)[:2], sorted("bB aA".split(), key=lambda s: (s.lower(), s)))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
people.sort(key=lambda p: p[1])
print(people)
people.sort(key=lambda p: (-p[1], p[0]))
print(people)
