"""Builtins that go through generator expressions."""
import sys
L = [1,2,3,4]
print(sum(x for x in L), any(x > 3 for x in L), all(x > 3 for x in L), any(x > 9 for x in L), all(x > 0 for x in L))
print(list(x*2 for x in L), set(x%2 for x in L), tuple(x for x in L if x > 2), sorted((-x for x in L)), min(x*x for x in L), max((x for x in L), key=lambda x: -x), max((x for x in []), default=7))
print(dict((x, x*x) for x in L), frozenset(x % 2 for x in L), "".join(str(x) for x in L), ", ".join(c for c in "abc"))
def f(l, k):
    a = sum(x * k for x in l)
    b = any(x == k for x in l)
    c = all(any(y == x for y in l) for x in l)
    d = sum(sum(y for y in range(x)) for x in l)
    e = [sum(x for x in l if x != y) for y in l]
    return a, b, c, d, e
print(f(L, 3))
print(sum(a*b for a, b in zip(L, L)), sum(1 for _ in L), sum(len(w) for w in ["a", "bb"]), sum(x for r in [[1,2],[3]] for x in r))
print(any(x for r in [[0,0],[0,3],[5]] for x in r), all(x for r in [[1,0],[0,3],[5]] for x in r))
for t in (lambda: sum(x for x in "ab"), lambda: sum(x for x in 5), lambda: sorted(x for x in [1, "a"]), lambda: "".join(x for x in [1]), lambda: max(x for x in []), lambda: set([x] for x in L), lambda: any(1/0 for x in L), lambda: sum(undefined_name for x in L), lambda: dict(x for x in L)):
    try: print(t())
    except Exception as e: print(type(e).__name__, e)
def g():
    seen = []
    def it():
        for i in range(5):
            seen.append(i); yield i
    r = any(x == 2 for x in it())
    return r, seen
print(g())
def h():
    total = 0
    fs = list((lambda: x) for x in L)
    return [q() for q in fs]
print(h())
class C:
    l = [1,2]
    s = sum(x for x in l)
    def m(self): return sum(x for x in self.l)
print(C.s, C().m())
def shadow():
    sum = lambda g: list(g)
    return sum(x for x in L)
print(shadow())
def w():
    if any((y := x) > 2 for x in L): return y
print(w())
def nx():
    it = iter([1])
    try: return list(next(it) for _ in range(3))
    except RuntimeError as e: return str(e)
print(nx())
x = 10
print(sum(x for x in L), x)
def gen():
    yield sum(x for x in L)
    yield any((yield_ for yield_ in L))
print(list(gen()))
print(sum((x for x in [1.5, 2]), ), sum((x for x in L), 5), sum(i for i in range(10) if i % 2 if i > 3))
def deep(n):
    return n and sum(deep(n-1) for _ in range(2)) or 1
print(deep(4))
print(max(len(r) for r in ["a","bcd"]), max(r for r in L if r), min((abs(x), x) for x in L))
def cells():
    k = 2
    def inner(): return sum(x * k for x in L)
    return inner(), all(k < q for q in L)
print(cells())
print(sum(any(v == u for v in L) for u in [1, 9]), sum(x == 1 for x in L))
t = tuple(x for x in L); print(t, type(t), tuple(x for x in ()))
print(f"{sum(x for x in L)} {','.join(str(x) for x in L)}")
try: any(x.foo for x in L)
except AttributeError as e: print(e)
sum = max
print(sum(x for x in L))
del sum
print(sum(x for x in L))
