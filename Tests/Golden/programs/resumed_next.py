import builtins
def g():
    x = yield 1
    print("got", x)
    yield 2
    return 7
def bad():
    yield 1
    raise KeyError("k")
def stop():
    yield 1
    raise StopIteration(3)
def main():
    it = g()
    print(next(it), next(it))
    try: next(it)
    except StopIteration as e: print("stop", e.value, e.args)
    try: next(it)
    except StopIteration as e: print("stop", e.value, e.args)
    b = bad(); print(builtins.next(b))
    try: next(b)
    except KeyError as e: print(repr(e))
    s = stop(); next(s)
    try: next(s)
    except RuntimeError as e: print(e, repr(e.__cause__))
    def rec():
        yield next(r)
    r = rec()
    try: next(r)
    except ValueError as e: print(e)
    print(next(g(), 5), next(iter([]), 6), next(iter([1, 2])), next(iter((3,))), next(iter(range(5, 9))))
    e = iter([1])
    next(e)
    try: next(e)
    except StopIteration as x: print("s", x.args)
    try: next(5)
    except TypeError as x: print(x)
    try: next()
    except TypeError as x: print(x)
    def inner():
        z = yield from g2()
        print("z", z)
        yield 9
    def g2():
        yield next(iter("ab"))
        return "done"
    q = inner()
    print(next(q), next(q))
    print([next(it2) for it2 in [g(), g()]])
    it = g()
    for v in it:
        print("v", v, next(it, None))
    fs = [next]
    it = g()
    print(fs[0](it), sum(next(iter([k])) for k in range(4)))
    it = (i for i in range(3))
    while True:
        try: print(next(it))
        except StopIteration: break
class A:
    def f(self): return "f"
    x = 3
    _p = 1
    def __init__(self): self.y = 1
class B(A):
    @property
    def pr(self): return 5
    @staticmethod
    def st(): return 6
a = B()
print(getattr(a, "f")(), getattr(a, "y"), getattr(a, "x"), getattr(a, "_p"), getattr(a, "pr"), getattr(a, "st")(), getattr(a, "zz", 4), hasattr(a, "f"), hasattr(a, "q"))
try: getattr(a, "nope")
except AttributeError as e: print(e)
a.f = 5
print(getattr(a, "f"), getattr(a, "f", 1), type(a).__name__, B.__name__)
B.__name__ = "ZZ"
print(type(a).__name__, B)
d = {a: 1, B: 2}; d[a] += 1
print(d[a], a in d, {a, a} == {a}, d.get(a), d.get(B(), "none"), d.setdefault(a, 3))
class H:
    def __init__(self, k): self.k = k
    def __hash__(self): return self.k
    def __eq__(self, o): return self.k == o.k
print({H(1): 2}[H(1)], H(1) in {H(1)})
class I: pass
i = I(); s = {i}
print(i in s)
I.__hash__ = lambda self: 1
print(i in s)
I.__eq__ = lambda self, o: True
class J:
    def __eq__(self, o): return True
try: {J()}
except TypeError as e: print(e)
main()
