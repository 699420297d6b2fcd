class C:
    def __init__(self, n, sw=False): self.n = n; self.sw = sw
    def __enter__(self): print("in", self.n); return self.n
    def __exit__(self, t, v, tb): print("out", self.n, t and t.__name__, v, tb is not None); return self.sw
class D(C):
    def __call__(self, a, b=2): return (self.n, a, b)
class S:
    @staticmethod
    def __enter__(): return "s"
    @classmethod
    def __exit__(cls, *a): print(cls.__name__, len(a)); return True
def f(k):
    for i in range(3):
        with C(i) as x, D(i + 10, True) as y:
            print(x, y)
            if k == 0: continue
            if k == 1: break
            if k == 2: return "r"
            if k == 3: raise ValueError("v")
            if k == 4: yield_ = 1
    return "end"
for k in range(5): print(f(k))
try:
    with C(5): raise KeyError(3)
except KeyError as e: print(repr(e))
with S() as q: raise ZeroDivisionError
print(q)
def g():
    with C("gen") as z:
        v = yield z
        print("v", v)
        yield 2
it = g(); print(next(it), it.send(7)); it.close()
for bad in (5, type("X", (), {"__enter__": lambda s: 1})()):
    try:
        with bad: pass
    except TypeError as e: print(e)
class Bad(C):
    def __enter__(self, extra): pass
try:
    with Bad(1): pass
except TypeError as e: print(e)
class Bad2(C):
    def __exit__(self): pass
try:
    with Bad2(1): print("body")
except TypeError as e: print(e)
class EnterRaises(C):
    def __enter__(self): raise OSError("no")
try:
    with EnterRaises(1): pass
except OSError as e: print(e)
import contextlib, io
@contextlib.contextmanager
def cm():
    print("a")
    try: yield 5
    finally: print("b")
with cm() as h, io.StringIO() as s: s.write("x"); print(h, s.getvalue())
with contextlib.suppress(KeyError): {}[1]
d = D(1)
print(d(3), d(3, 4), d(3, b=5), d(*[6]))
for a in ((), (1, 2, 3)):
    try: d(*a)
    except TypeError as e: print(e)
try: d()
except TypeError as e: print(e)
try: d(1, 2, 3)
except TypeError as e: print(e)
class K:
    def __init__(self): self.fn = lambda a: a + 1; self.gn = len; self.c = D(9)
    def go(self): return self.fn(1), self.gn([1]), self.c(4)
    def m(self): return "m"
k = K()
for i in range(3): print(k.go(), K.go(k))
for i in range(4):
    print(k.m())
    if i == 1: k.m = lambda: "own"
    if i == 2: del k.m
class P:
    @property
    def fn(self): return lambda: "prop"
    def __init__(self): self.__dict__["fn"] = 3
print(P().fn())
class Q: pass
qs = [Q(), Q(), Q(), Q(), Q()]
for n, o in enumerate(qs):
    for j in range(n): setattr(o, f"a{j}", j)
    o.cb = lambda n=n: n
for _ in range(2): print([o.cb() for o in qs])
def last(o): return o.cb()
r = Q(); r.cb = lambda: r2
r2 = 5
print(last(r), last(Q2) if 0 else "")
class Call:
    def __call__(self, *a, **k): return a, k
    def x(self): return self(1, 2)
print(Call()(1, z=2), Call().x(), Call()())
class Cs:
    __call__ = staticmethod(lambda a: a)
print(Cs()(3))
class Inh(int):
    def __call__(self, a): return self + a
print(Inh(3)(4))
