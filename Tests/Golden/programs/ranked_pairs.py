"""Sorting by pairs, and freeing of nested tuples."""

import random
random.seed(3)
d = {"k%d" % (i * 7919 % 5000): i % 50 for i in range(5000)}
r = sorted(d.items(), key=lambda kv: (-kv[1], kv[0]))
print(r[:5], r[-5:], hash(tuple(r[100])) is not None)
def h(l): return sum((i + 1) * sum(map(ord, str(x))) for i, x in enumerate(l)) % 1000000007
print(h(r))
for n in (0, 1, 5, 13, 50, 500):
    for mk in (lambda: (random.randint(0, 3), random.choice("abcdefgh") * random.randint(1, 12)),
               lambda: (random.random() < .5, random.randint(0, 5)),
               lambda: (random.choice("ab") * random.randint(7, 10), random.randint(0, 5)),
               lambda: (random.choice([1, 1.0, 2, 2.5]), random.choice([0, 0.0, -0.0, 3]), random.choice("xy")),
               lambda: (random.randint(0, 2),) * random.randint(1, 3),
               lambda: (random.randint(0, 2), random.choice([1, 2]), [random.randint(0, 3)]),
               lambda: (1, random.choice([True, 2, 0])),
               lambda: ("é" * random.randint(0, 3), "b")):
        l = [mk() for _ in range(n)]
        for rev in (False, True):
            s = sorted(l, reverse=rev)
            i = sorted(range(n), key=lambda j: l[j], reverse=rev)
            print(h(s), h(i), end=" ")
    print()
for bad in ([(1, 2), (1, "a"), (1, None)], [(1, "a"), (1, 2)], [(1, float("nan")), (1, 2.0), (1, 1.0)] , [(1, 2), 3]):
    try: print(sorted(bad))
    except TypeError as e: print(e)
t = tuple(range(20)); u = (t, "a" * 50, (1, 2 ** 80)); del t, u
x = [(i, str(i)) for i in range(1000)]; x.sort(key=lambda p: (p[0] % 7, p[1])); print(x[:9])
import gc
nested = (1,)
for i in range(20000):
    nested = (nested,)
gc.collect(); gc.collect(); gc.collect()
del nested
print("freed")
