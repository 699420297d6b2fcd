a = {1, 2, 3, 4}
b = {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(a <= a | b, a < a, {3} < b, a.isdisjoint({9}), a >= {1, 2})
c = set(a)
c &= b
c.add(10)
c.discard(99)
print(sorted(c), len(c), 10 in c)
try:
    c.remove(99)
except KeyError as e:
    print("KeyError", e)
words = ["tea", "eat", "tan", "ate", "nat", "bat"]
groups = {}
for w in words:
    groups.setdefault(frozenset(w), []).append(w)
print(sorted(groups.values()))
print({frozenset({1, 2}), frozenset({2, 1})} == {frozenset([1, 2])})
seen = set()
duplicates = [x for x in [1, 2, 1, 3, 2] if x in seen or seen.add(x)]
print(duplicates, sorted(seen))
primes = set(range(2, 50))
for n in range(2, 8):
    primes -= set(range(2 * n, 50, n))
print(sorted(primes))
print(set("hello") - set("help") == {"o"}, sorted(set("mississippi")))
universe = frozenset(range(5))
print(sorted(universe - {1, 3}), type(universe - {1}).__name__, hash(universe) == hash(frozenset(range(5))))
try:
    universe.add(1)
except AttributeError as e:
    print(e)
print(sorted(set().union(*[{1}, {2, 3}, {3}])), set([1]).union([2], (3,)) == {1, 2, 3})
