"""Named tuples, dictionaries of the library, slices, literals and generators."""
from collections import namedtuple, Counter, defaultdict, OrderedDict, deque
P = namedtuple("P", "x y", defaults=[5])
print(P(1, 2), P(1), P(x=3, y=4), P.__new__.__qualname__, P.__new__.__name__, P.__new__.__defaults__, P._field_defaults)
Q = namedtuple("Q", "a"); E = namedtuple("E", ""); print(Q(1), E(), Q(1).a)
for f in (lambda: P(), lambda: P(1,2,3), lambda: P(z=1), lambda: P(1, x=2), lambda: Q(), lambda: E(1)):
    try: print(f())
    except TypeError as e: print(e)
R = namedtuple("R", ["class", "b"], rename=True); print(R(1, 2))
class S(namedtuple("S", "u v")):
    def __new__(cls, u): return super().__new__(cls, u, u + 1)
print(S(1), S(1)._replace(u=5), P(1,2)._asdict(), P._make([1,2]), P(1,2) == (1,2), hash(P(1,2)) == hash((1,2)))
c = Counter("abracadabra"); print(c, c.most_common(2), c["zz"]); c.update("aab"); c.update({"b": 3}); c.update(x=1); print(c); c["q"] += 2; print(c["q"], "zz" in c)
class CC(Counter):
    def __setitem__(s, k, v): dict.__setitem__(s, k, v * 2)
print(CC("aab"))
try: Counter([[1]])
except TypeError as e: print(e)
d = defaultdict(int); d["a"] += 1; d["a"] += 1; print(d, "b" in d, d["b"], dict(d))
d = defaultdict(list); d[1].append(2); d[1, 2].append(3); print(d, d.get(5), len(d))
class M(dict):
    def __missing__(self, k): return k * 2
    pass
m = M(a=1); print(m["a"], m["zz"], "zz" in m); m[3] = 4; print(m, m[3])
class N(dict):
    def __getitem__(self, k): return "got"
    def __contains__(self, k): return True
    def __setitem__(self, k, v): dict.__setitem__(self, k, (v,))
n = N(); n[1] = 2; print(n, n[1], 5 in n, n.get(1))
class O(N): pass
o = O(); o[1] = 2; print(o, o[1], 5 in o)
class K(dict): pass
k = K()
try: k[1]
except KeyError as e: print("KeyError", e)
k[1] = 2; print(k[1], 1 in k); K.__getitem__ = lambda s, k: "late"; print(k[1])
od = OrderedDict.fromkeys(range(5)); od.popitem(last=False); od.popitem(last=False); od[9] = 1; print(od, next(iter(od))); od.move_to_end(2); print(list(od)); od.move_to_end(4, last=False); print(list(od), list(od.items()))
while od: print(od.popitem(last=False), end=" ")
od[1] = 2; print(od, list(od))
dd = {i: i for i in range(20)}
for i in range(19): del dd[i]
print(dd, list(dd), next(iter(dd)), list(dd.items())); del dd[19]; print(dd, list(dd)); dd[1] = 1; print(list(dd), dd)
dd = {1: 1}; dd.pop(1); dd[2] = 2; dd[3] = 3; dd.pop(2); dd[4] = 4; print(list(dd), [k for k in dd], next(iter(dd)), dd.popitem())
q = deque([1]); print(bool(q), len(q), not deque()); 
while q: q.pop()
print(q)
l = [0,1,2,3,4,5]; t = tuple(l); s = "abcdef"; u = "äbcdéf"
for a in (None, 0, 2, -2, 9, -9):
    for b in (None, 0, 4, -1, 9, -9):
        assert l[a:b] == list(t[a:b]), (a, b)
        print(l[a:b], t[a:b], s[a:b], u[a:b], l[a:b:2], s[a:b:-1], end=";")
print()
class I:
    def __index__(self): return 2
    def __getitem__(self, k): return k
print(l[I():], s[:I()], I()[1:2], I()[1:2:3], I()[:, 1:2], l[True:3], b"abc"[1:], range(10)[2:5])
for f in (lambda: l["a":], lambda: s[1.5:2], lambda: {}[1:2]):
    try: print(f())
    except TypeError as e: print(e)
l[1:3] = [9]; print(l); del l[0:2]; print(l)
l = [1,2]; l += l; l += (5,); l += "ab"; print(l, l + [1], (1,) + (2,), [[1]] * 2, (1,2) * 2, l * 0)
m = [[]] * 2; m[0].append(1); print(m)
print(2**64, 2**64 - 1, 1 << 40, 1 << 64, 60*60*24, -2**2, (-2)**2, 2**-1, 2**127, -5 // 2, 7 % -3, 10**30, 3 - 5, 2 * 3 + 4)
print((1, 2, (3, "a"), -1, None, True, 2**8), (), (1,), 3 in (1, 2, 3), 3 in [1, 2], "a" in ["a"], "b" not in ("a",), [] in [[]], 1 in [])
def f(x):
    return x in (1, 2.0, "a"), x == "a", x != "a", x < "b" if isinstance(x, str) else None, (1, 2), x == -1, x > -1 if not isinstance(x, str) else 0
print(f(1), f(2), f("a"), f(-1))
def g(a=(1, 2), b=2**10, *, c=(3,)): return a, b, c
print(g(), g.__defaults__, g.__kwdefaults__)
def gen(n):
    a = [n]; i = 0
    while i < n:
        x = yield (i, a[0] + i, max(i, 2))
        if x: print("x", x)
        i += 1
    try:
        yield from gen2(n)
    finally: print("fin")
def gen2(n):
    for i in range(n):
        for j in [1, 2]:
            r = yield i * 10 + j + ((yield i) or 0)
            if r: print("r", r)
    return 7
print(list(gen(2)))
g = gen(2); print(next(g), g.send(4), next(g), g.send(3)); g.close()
print([x for x in gen2(2)], sum(x for x in map(lambda z: z or 0, [1,2])))
def ex():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e); yield 3
e = ex(); next(e); print(e.throw(ValueError("v")))
if "a" == "a" and f(1)[1] == False: print("ok")
x = "abc"
if x == "abc": print("eq")
if x != "abd": print("ne")
if x < "abd": print("lt")
if 1 == "a": print("no")
