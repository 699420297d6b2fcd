import copy
import sys
from collections import OrderedDict, defaultdict, deque

# copies
class P:
    def __init__(self): self.x = [1, {'a': (1, [2])}]; self.me = self; self.s = {1,2}
p = P(); c = copy.deepcopy(p); print(c.x, c.me is c, c.x is not p.x, c.s, c.s is not p.s)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m is not l)
a = [1]; b = [a, a, (a,), {'k': a}]; c = copy.deepcopy(b); print(c, c[0] is c[1], c[2][0] is c[0], c[3]['k'] is c[0])
t = (1, 'a', (2, 3)); print(copy.deepcopy(t) is t, copy.copy(t) is t)
class Q:
    def __deepcopy__(self, memo): print('dc', type(memo).__name__); return Q()
    def __copy__(self): print('c'); return self
print(type(copy.deepcopy([Q()])[0]).__name__, type(copy.copy(Q())).__name__)
class R:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = [1]
r = copy.deepcopy(R()); print(r.a, hasattr(r, 'b')); r = copy.copy(R()); print(r.a)
class S:
    def __getstate__(self): return {'only': 1}
    def __init__(self): self.z = 5
s = copy.deepcopy(S()); print(vars(s)); print(vars(copy.copy(S())))
class T(list): pass
t = T([1,[2]]); t.k = [3]; u = copy.deepcopy(t); print(u, u.k, type(u).__name__, u[1] is not t[1]); u = copy.copy(t); print(u, u.k is t.k)
class V:
    def __getattr__(self, n): raise AttributeError(n)
v = V(); v.q = [1]; print(copy.deepcopy(v).q, copy.copy(v).q)
class W:
    def __new__(cls, *a): o = object.__new__(cls); o.made = True; return o
w = W(); w.l = [1]; x = copy.deepcopy(w); print(vars(x))
print(copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(defaultdict(list, {1: [2]})), copy.deepcopy(deque([[1]])), copy.deepcopy({frozenset([1]): [1]}))
x = P(); x.__dict__['dyn'] = [5]; y = copy.deepcopy(x); print(sorted(y.__dict__), y.dyn, y.dyn is not x.dyn); y = copy.copy(x); print(sorted(y.__dict__), y.dyn is x.dyn)
memo = {}; z = [1, [2]]; copy.deepcopy(z, memo); print(id(z) in memo, len(memo) >= 2)
class N:
    def __init__(self, n): self.n = n
head = None
for i in range(50): 
    o = N(head); head = o
c = copy.deepcopy(head); k = 0
while c: k += 1; c = c.n
print(k)
try: copy.deepcopy(x for x in [])
except TypeError as e: print(e)
try: copy.copy(sys)
except TypeError as e: print(e)
class E2(Exception): pass
e = copy.deepcopy(E2('a', [1])); print(e.args, type(e).__name__)
import enum
class C(enum.Enum): R = 1
print(copy.deepcopy([C.R])[0] is C.R, copy.copy(C.R) is C.R)
from dataclasses import dataclass, field
@dataclass
class D:
    x: int; y: list = field(default_factory=list)
d = D(1, [2]); e = copy.deepcopy(d); print(e, e == d, e.y is not d.y); e = copy.copy(d); print(e.y is d.y)
@dataclass(frozen=True)
class F: x: list
print(copy.deepcopy(F([1])), copy.copy(F([1])))
print(copy.deepcopy(lambda: 1).__name__, copy.deepcopy(len) is len, copy.deepcopy(int) is int, copy.deepcopy(None), copy.deepcopy(NotImplemented), copy.deepcopy(...), copy.copy(None), copy.copy([1]), copy.copy({1:2}), copy.copy({1}))
