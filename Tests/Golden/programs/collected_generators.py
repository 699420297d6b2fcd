import traceback, sys
def g(n):
    for i in range(n): yield i
def gr(n):
    yield 1
    raise ValueError("in gen")
def gs():
    yield 1
    raise StopIteration
def gf(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("fin")
def gy(n):
    r = yield from g(n)
    x = yield r
    log2.append(x)
    return 5
log2 = []
print(list(g(5)), tuple(g(3)), list(g(0)), tuple(g(0)))
for f in (gr, lambda n: gs()):
    try: print(list(f(1)))
    except Exception as e: print(type(e).__name__, e, type(e.__cause__).__name__, [x.name for x in traceback.extract_tb(e.__traceback__)], [x.lineno for x in traceback.extract_tb(e.__traceback__)])
lg = []; print(list(gf(lg)), lg)
print(list(gy(3)), log2)
it = g(5); next(it); print(list(it), list(it), tuple(it))
def selfref():
    yield list(me)
me = selfref()
try: print(list(me))
except ValueError as e: print(e)
def nested(n):
    for i in range(n):
        yield list(g(i)), tuple(nested(i - 1) if i else ())
print(list(nested(4)))
def rec(n):
    if n: yield from list(rec(n - 1))
    yield n
print(sum(list(rec(200))))
def deep(n):
    yield from list(deep(n + 1))
try: list(deep(0))
except RecursionError as e: print("rec")
def early():
    yield 1
    return [1]
print(list(early()))
def excl():
    try:
        yield 1
        1 / 0
    except ZeroDivisionError:
        yield 2
    yield 3
print(list(excl()))
class C:
    def __init__(self): self.items = list(self.gen())
    def gen(self):
        for i in range(3): yield i
    def __iter__(self): return (x for x in self.items)
print(C().items, list(C()), tuple(iter(C())))
import builtins
print(builtins.list(g(2)), builtins.tuple(g(2)))
L = list; T = tuple
print(L(g(2)), T(g(2)), [list(g(2)) for _ in range(2)], list(list(g(2)) for _ in range(2)))
def gensend():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
print(list(gensend()))
def inner_handler():
    try:
        raise KeyError("k")
    except KeyError:
        yield sys.exc_info()[0].__name__
        yield 2
    yield sys.exc_info()[0]
print(list(inner_handler()))
try:
    raise IndexError
except IndexError:
    print(list(inner_handler()), sys.exc_info()[0].__name__)
def withgen():
    class M:
        def __enter__(s): print("enter"); return s
        def __exit__(s, *a): print("exit", a[0])
    with M():
        yield 1
        yield 2
print(tuple(withgen()))
def local_names(a):
    b = a
    yield sorted(locals())
print(list(local_names(1)))
a = list(g(3)); a.append(9); print(a)
try: list(g(1), 2)
except TypeError as e: print(e)
# sets
import random
random.seed(1)
for _ in range(200):
    x = {random.randrange(60) for _ in range(random.randrange(50))}
    y = set([random.randrange(60) for _ in range(random.randrange(50))])
    for r in (x | y, x & y, x - y, x ^ y, set(x), set(list(x)), x.copy(), frozenset(x), set(sorted(x)), x.union(y, [1, 2]), x.difference([1]), x.intersection(list(y))):
        pass
    print(list(x | y), list(x & y), list(x - y), list(x ^ y), list(set(x)), list(set(list(x))), x <= y, x < x | y)
    z = set(x); z.discard(3); z |= y; z.add(1000); print(list(z)[:3])
class H:
    def __init__(s, v): s.v = v
    def __hash__(s): return s.v % 3
    def __eq__(s, o):
        if not isinstance(o, H): return NotImplemented
        return s.v == o.v
    def __repr__(s): return "H%d" % s.v
hs = {H(i) for i in range(10)} | {H(i) for i in range(5, 15)}
print(sorted(map(repr, hs)), len(hs & {H(1), H(99)}), H(1) in hs, H(77) in hs, H(1) == 1, H(1) == H(1), {H(1): 2}[H(1)], [H(1), H(2)].index(H(2)), (H(3),) == (H(3),))
class NI:
    def __eq__(s, o): return NotImplemented
    def __hash__(s): return 1
n1, n2 = NI(), NI(); print(n1 == n2, n1 == n1, {n1: 1}.get(n2), n1 in [n2], n1 in [n1])
class BadHash:
    def __hash__(s): return "x"
try: hash(BadHash())
except TypeError as e: print(e)
try: {BadHash(): 1}
except TypeError as e: print(e)
class BigHash:
    def __hash__(s): return 2**70
    def __eq__(s, o): return 3
print(hash(BigHash()), {BigHash(): 1}[BigHash()], BigHash() == BigHash())
class EqErr:
    def __hash__(s): return 1
    def __eq__(s, o): raise ValueError("eq")
try: {EqErr(): 1}[EqErr()]
except ValueError as e: print(e)
class NoHash:
    def __eq__(s, o): return True
try: {NoHash()}
except TypeError as e: print(e)
for a in (5.5, -5.5, 0.0, -0.0, 1e300, float("inf"), float("nan"), 7, -7):
    for b in (2.0, -2.0, 0.3, -0.3, float("inf"), 1e-300, 3, -3):
        if isinstance(a, float) or isinstance(b, float):
            print(a % b, a // b, divmod(a, b))
for e in ("1.0 % 0", "1.0 // 0", "1 % 0.0", "1 // 0.0", "1.0 / 0"):
    try: eval(e)
    except ZeroDivisionError as x: print(x)
l1, l2 = [1, 2], [3]
l3 = l1 + l2; l1 += l2; print(l1, l2, l3, [] + [], l2 + l2, [[1]] + l2); l2 += l2; print(l2)
class LL(list): pass
print(type(LL([1]) + [2]), [1] + LL([2]), type(type(LL())), type(LL()), type(3), type(H(1)) is H, type(H))
try: [1] + (2,)
except TypeError as e: print(e)
for seq in ([1, 2], (1,), "ab", range(3), b"ab"):
    for ix in (5, -9):
        try: seq[ix]
        except IndexError as e: print(e)
try: [][0] = 1
except IndexError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
def dflt(a, b=2, *, c=3): return a, b, c
def dflt2(a, b=2, c=[]): return a, b, c
print(dflt(1), dflt(1, 5), dflt2(1), dflt2(1, 2), dflt2(1, 2, 3), [dflt2(i) for i in range(2)])
for bad in ("dflt2()", "dflt2(1, 2, 3, 4)", "dflt(1, 2, 3)"):
    try: eval(bad)
    except TypeError as e: print(e)
class K:
    CONST = 5
    CM = classmethod(lambda c: c.CONST)
    def take(self, *ops): return self.CONST, ops
    def take2(self, a, *ops, k=1, **kw): return a, ops, k, kw
    def kwonly(*a, k): return a, k
    def fixed(self, a, b): return a, b
k = K(); k.cb = lambda *a: a
print(K.CONST, k.CONST, k.take(*(1, 2)), k.take(*[1]), k.take(*()), k.take2(*(1, 2, 3)), k.take2(*(1,), **{"z": 2}), k.fixed(*[1, 2]), k.cb(1), k.cb(*(1, 2)), k.cb())
for bad in ("k.fixed(*(1,))", "k.kwonly(*(1,))", "k.fixed(*(1,2,3))", "k.take2(*())"):
    try: eval(bad)
    except TypeError as e: print(e)
K.CONST = 6; print(K.CONST, k.CONST, K.CM()); k.CONST = 7; print(k.CONST, K.CONST); del k.CONST; print(k.CONST)
class D:
    def __get__(s, o, t): return "desc"
for _ in range(3):
    K.CONST = D() if _ == 1 else _
    print(K.CONST, k.CONST)
x = "héllo"
for i, c in enumerate(x): print(i, c, end=" ")
for c, d in zip(x, "abc"): print(c, d, end=" ")
print([c == "l" for c in x], "l" == "ll", "é" == "é", "" == "", "a" != "b")
def f(*args, **kw): return args, kw
print(f(), f(1), f(1, 2, a=3), f(*[1], **{"b": 2}))
import weakref, gc
def mk():
    return lambda: None
fn = mk(); w = weakref.ref(fn); fn.attr = fn; del fn; gc.collect(); print(w() is None)
