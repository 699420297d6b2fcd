a = list(range(10))
for s in [slice(None,None,-1), slice(5,None,-2), slice(-3,2,-1), slice(2,8,3), slice(8,2,1), slice(100,-100,-3), slice(None,None,2), slice(3,3), slice(-100,100,4)]:
    print(a[s], tuple(a)[s])
print(a[::-1], a[7:2:-2], a[5::-1], tuple(a)[::-3])
k = 3
p = a[:]; p[:k+1] = p[k::-1]; print(p)
p[2:5] = []; print(p); p[2:2] = [1, 2, 3]; print(p); p[len(p):] = (9, 8); print(p); p[5:2] = "ab"; print(p)
p[::2] = range(len(p[::2])); print(p)
try: p[::2] = [1]
except ValueError as e: print(e)
p[1:4] = p; print(p); del p[2:4]; print(p); del p[::3]; print(p); del p[5:1]; print(p); del p[:]; print(p)
q = [1]; q[:0] = [0]; q[100:] = [5]; print(q)
b = [[1], [2], [3]]; b[0:2] = [[9]]; print(b)
for v in [(1, (2, 3.5), None, True), ("a", ("b", (1, (2, (3, (4, (5,))))))), (float("nan"),), ((), ((),)), (1.0, 2), (1, 2.0)]:
    print(hash(v) == hash(tuple(v)), {v: 1}.get(v))
d = {(1, 2): "x", (1.0, 3): "y", (None, True): "z", (("a", 1), 2): "w"}
print(d[1, 2], d[(1.0, 2.0)], d[1, 3], d[None, True], d[None, 1], d[("a", 1.0), 2], (None, False) in d)
class K:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return isinstance(o, K) and s.v == o.v
d = {(K(1), 2): 3}; print(d[K(1), 2], (K(2), 2) in d)
class I: pass
i = I(); d = {(i, 1): 2}; print(d[i, 1], (I(), 1) in d)
print({1, 2} <= {1, 2, 3}, {1, 4} <= {1, 2, 3}, {1, 2, 3} <= {1, 2}, set() <= set(), {K(1)} <= {K(1), K(2)}, frozenset([1]) < {1, 2}, {1,2} == {2,1}, {1} == {2})
x, [y, z], (w, [v]) = 1, [2, 3], (4, [5]); print(x, y, z, w, v)
for bad in ([1], [1, 2, 3]):
    try: m, n = bad
    except ValueError as e: print(e)
m, n = [7, 8]; print(m, n)
l = [1, 2]; l[0], l[1] = l; print(l)
a, b = [1, 2]; a, b = [b, a]; print(a, b)
print(2.5 ** 3, 2.0 ** -1, 0.0 ** 2, 1.5 ** 0.5, 3 ** 0.5, 10.0 ** 308)
for e in ("1e300 ** 2.0", "0.0 ** -1", "(-8.0) ** (1/3)", "(-2.0) ** 3", "(-2.0) ** -3.0", "float('inf') ** -1", "2.0 ** 0", "0.0 ** 0.0", "1e-300 ** 2"):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
# markers
l = []
def other(x): return x.pop(0) if x else None
def f(x, n):
    if n == 0: return 0
    return x.pop(f({0: 1} if n % 2 else [5, 6], n - 1))
print(f([1, 2, 3], 1), f([1, 2, 3], 0))
for obj in ([1, 2], {"a": 1}, "abc", (1, 2), {1}, frozenset([1]), 5, 2.5):
    for name, args in (("append", (3,)), ("get", ("a",)), ("pop", ()), ("add", (1,)), ("isdigit", ()), ("index", (1,)), ("keys", ()), ("startswith", ("a",)), ("bit_length", ()), ("is_integer", ()), ("count", ("a",))):
        ns = {"o": obj if not hasattr(obj, "copy") else obj.copy()}
        try: r = eval("o.%s(%s)" % (name, ", ".join(map(repr, args))), ns)
        except Exception as e: r = type(e).__name__, str(e)
        print(type(obj).__name__, name, r, ns["o"])
def many(objs):
    for o in objs:
        try: print(o.pop())
        except Exception as e: print(type(e).__name__, e)
        try: print(o.get("k", 7))
        except Exception as e: print(type(e).__name__, e)
        try: print(o.add(3))
        except Exception as e: print(type(e).__name__, e)
        try: print(o.sort(reverse=True), o)
        except Exception as e: print(type(e).__name__, e)
        try: print(o.append(1, 2))
        except Exception as e: print(type(e).__name__, e)
class L(list):
    def append(self, x): super().append(x * 2)
for _ in range(2): many([[1, 2], [], {"k": 1}, {5}, frozenset([1]), "s", L([1, 2]), L()])
x = L(); x.append(4); print(x); y = [1]; y.append(y); print(y)
print(len([1]), len("ab"), isinstance(3, int), isinstance([], (int, list)))
def shadow():
    len = lambda q: "mine"
    return len([1])
print(shadow())
len = lambda q: "global"; print(len([1])); del len; print(len([1]))
try: print(undefined_thing)
except NameError as e: print(e)
try: undefined_call(1)
except NameError as e: print(e)
class E1(Exception):
    def __init__(self, x):
        super().__init__("at " + x); self.x = x
class E2(E1):
    def __init__(self, x, y):
        super().__init__(x); self.y = y
class E3(ValueError, E1):
    def __init__(self, *a): super().__init__("q")
class E4(OSError):
    def __init__(self, *a): super().__init__(*a)
class E5(StopIteration):
    def __init__(self, v): super().__init__(v, 1)
class E6(Exception):
    def __init__(self): super().__init__()
class E7(KeyError):
    def __init__(self, k, **kw): super().__init__(k); self.kw = kw
for _ in range(2):
    for make in (lambda: E1("a"), lambda: E2("b", 3), lambda: E3(1), lambda: E4(2, "no"), lambda: E5(4), lambda: E6(), lambda: E7("k", z=1)):
        try: raise make()
        except Exception as e: print(type(e).__name__, e, repr(e), e.args, vars(e), getattr(e, "errno", None), getattr(e, "value", None))
def mkcls(base):
    class Z(base):
        def __init__(self, x): super().__init__(x); self.n = getattr(self, "n", 0) + 1
    return Z
A1 = mkcls(Exception); A2 = mkcls(A1)
print(A2("q").n, A1("q").n, A2("r").n, A2("r").args)
class M1:
    def __init__(self, *a): super().__init__(*a); self.m1 = 1
class EM(M1, Exception): pass
class IM(M1): pass
print(EM("z").m1, EM("z").args, IM().m1, EM("y").args)
print([*map(lambda t: t, zip([1, 2], ([], [3])))], list(enumerate("ab")), list({1: [2]}.items()))
import gc
class N: pass
def cyc():
    n = N(); n.t = (n, 1); n.z = list(zip([n], [n])); n.f = lambda: n; n.g = lambda: 0; n.g.x = n
for _ in range(100): cyc()
print(gc.collect() > 0, len([o for o in gc.get_objects() if type(o) is N]) if hasattr(gc, "get_objects") else 0)
