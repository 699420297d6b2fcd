"""Counting in dictionaries, operators of sets, sums of tuples."""

# counting
def f():
    d = {}
    for k in [1, "a", (1, 2), 1.0, True, None, (1, 2), "a", (1, "x", (2, 3)), (1, "x", (2, 3))]:
        d[k] = d.get(k, 0) + 1
    print(d)
    e = {}
    for k in "hello world":
        e[k] = e.get(k, 0.5) + 1.5
    print(e)
    x = 7
    for k in "hello world":
        e[k] = e.get(k, 0) + x
    print(e)
    big = {}
    for i in range(4):
        big["k"] = big.get("k", 2**62) + 2**62
        print(big)
    s = {}
    for w in ["a", "b", "a"]:
        s[w] = s.get(w, "") + "z"
    print(s)
    for w in ["a", "b", "a"]:
        s[w] += "y"
    print(s)
    c = {"n": 1, 2: 2.5, (1, 2): True}
    c["n"] += 1; c[2] += 1.5; c[2] += 1; c[1, 2] += 1
    print(c)
    k = (1, 2)
    c[k] += 1
    k2 = "n"
    c[k2] += 2 ** 63
    print(c)
    try:
        c["zz"] += 1
    except KeyError as err:
        print("KeyError", err)
    q = {}
    q[k] = q.get(k, 1) + q.get(k, 2)
    print(q)
    q[k] = q.get(k, q) is q
    print(q)
    r = {1: 1}
    a = 1
    r[a] = r.get(a, 0) + a
    r[a] = r.get(a, 0) + r[a]
    print(r)
    class D(dict):
        def __missing__(self, key): return 10
        def __setitem__(self, key, v): print("set", key, v); dict.__setitem__(self, key, v)
    z = D()
    for k in "aab":
        z[k] = z.get(k, 0) + 1
        z[k] += 1
    print(z)
    class N:
        def __init__(self, v): self.v = v
        def __add__(self, o): return N(self.v + o)
        def __repr__(self): return f"N({self.v})"
    w = {"a": N(1)}
    for k in "ab":
        w[k] = w.get(k, N(5)) + 1
        w[k] += 1
    print(w)
f()
d = {}
n = "q"
for n in "abcab": d[n] = d.get(n, 0) + 1
print(d)
class H:
    def __init__(self): self.c = {}
    def add(self, k):
        self.c[k] = self.c.get(k, 0) + 1
        self.c[k] += 1
        self.c[k, k] = self.c.get((k, k), 0) + 1
h = H()
for k in "abcab": h.add(k)
print(h.c)
# deleting and growing
t = {}
for i in range(1000): t[i] = i
for i in range(0, 1000, 3): del t[i]
for i in range(2000, 2600): t[i] = i
for i in range(0, 1000, 2): t[i, i] = i
print(len(t), list(t)[:10], list(t.values())[-5:], sum(v for v in t.values()))
for i in range(1000):
    if i % 3: assert t[i] == i
# sets
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, frozenset(a) | b, a | frozenset(b))
a |= {9}; a &= {1, 2, 9}; a -= {1}; a ^= {2, 77}
print(a, type(frozenset([1]) | {2}), type({2} | frozenset([1])))
try: {1} | [2]
except TypeError as e: print(e)
try: {1} + {2}
except TypeError as e: print(e)
s = set()
for i in range(2000): s.add((i % 50, i % 7))
for i in range(0, 50): s.discard((i, i % 7))
print(len(s), (1, 1) in s, (1, 2) in s, ("a", 2) in s)
t = (1,) + (2, 3) + ("a", [1]) + ()
print(t, (1,) + (), () + (), ((1, 2),) + ((3,),))
print({k: v for v, k in enumerate("hello")}, {(k, 1): v for v, k in enumerate("hello")}, {k for k in [1, 1.0, True, (1,), (1,), "a", frozenset([1]), None]} == {1, "a", (1,), frozenset([1]), None})
try: print({[1] for _ in "a"})
except TypeError as e: print(e)
try: print({[1]: 2 for _ in "a"})
except TypeError as e: print(e)
print({k: [v] for k, v in {"a": 1, **{"b": 2, "a": 3}}.items()}, 2 ** 10, 2 ** -1, 2.0 ** 3, 1 | 2, True | False)
try: print(2 @ 3)
except TypeError as e: print(e)
def ff(**k): return k
print(ff(a=1, **{"b": 2}))
try: ff(a=1, **{"a": 2})
except TypeError as e: print(e)
