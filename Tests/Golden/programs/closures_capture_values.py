def f(a, b=2):
    def g(): return a + b
    c = [lambda: (a, i) for i in range(3)]
    return g, c
g, c = f(1)
print(g(), [h() for h in c])
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def peek(): return n
    return inc, peek
i, p = counter(); i(); i(); print(p())
def late():
    def g(): return x
    try: print(g())
    except NameError as e: print(type(e).__name__, e)
    x = 5
    print(g())
late()
def maybe(flag):
    if flag:
        y = 3
    def g(): return y
    try: print(g())
    except NameError as e: print(type(e).__name__, e)
    def h(): return y.real
    try: print(h())
    except NameError as e: print(type(e).__name__, e)
maybe(True); maybe(False)
def loop():
    fs = []
    for k in range(3):
        fs.append(lambda: k)
    print([q() for q in fs])
    fs = []
    j = 10
    while j < 13:
        def g(): return j
        fs.append(g)
        j += 1
    print([q() for q in fs])
    m = 1
    for t in range(2):
        fs.append(lambda: m)
    print(fs[-1]())
loop()
def rec(n):
    def fact(k): return 1 if k < 2 else k * fact(k - 1)
    return fact(n)
print(rec(10))
def deep(a):
    def mid():
        def low(): return a * 2
        return low
    return mid()()
print(deep(4))
def cls(v):
    class A:
        w = v
        def get(self): return v + 1
        def me(self): return super().__repr__()[:10], __class__.__name__
    return A
print(cls(3).w, cls(3)().get(), cls(3)().me())
def gen(a, b):
    def inner():
        for x in range(a):
            yield x * b
    s = list(inner())
    return s + [y for y in (z + a for z in range(3))]
print(gen(3, 4))
def walrus():
    if (q := 4) > 3:
        f = lambda: q
    return f()
print(walrus())
def walrus2():
    f = lambda: q
    [q := z for z in range(4)]
    return f(), any((q := z) > 1 for z in range(5)), f()
print(walrus2())
def exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        f = lambda: e
        print(f())
    try: f()
    except NameError as e2: print(e2)
exc()
def dele(x):
    f = lambda: x
    del x
    try: f()
    except NameError as e: print(e)
dele(1)
def loc(a, b):
    def g():
        a
        return sorted(locals())
    print(g.__name__)
loc(1, 2)
def deco(fn):
    count = 0
    def wrapper(*args, **kw):
        nonlocal count
        count += 1
        return fn(*args, **kw), count
    return wrapper
@deco
def add(a, b): return a + b
print(add(1, 2), add(b=3, a=4))
class P:
    def __init__(self, n):
        self.n = n
        self.cb = lambda: self.n
        for name in "abcdefgh": setattr(self, name, name)
    def m(self):
        return [lambda: self.n + k for k in range(2)]
p = P(7); print(p.cb(), [x() for x in p.m()], vars(p).keys())
ps = [P(i) for i in range(50)]; print(sum(x.cb() for x in ps))
import gc; del ps, p; print(gc.collect() >= 0)
def nl():
    x = 1
    def a():
        def b():
            nonlocal x
            x = 2
        b()
    def c(): return x
    a()
    return c()
print(nl())
def docs():
    "hi"
    def g(): "inner"
    return g.__doc__, docs.__doc__, (lambda: 0).__doc__
print(docs())
def ex():
    x = 1
    exec("x = 2")
    f = lambda: x
    return f()
print(ex())
def trywith():
    class C:
        def __enter__(self): return 5
        def __exit__(self, *a): return False
    with C() as v:
        h = lambda: v
    try:
        w = h()
    finally:
        z = lambda: (w, v)
    return z()
print(trywith())
def swap():
    a, b = 1, 2
    f = lambda: (a, b)
    a, b = b, a
    return f()
print(swap())
import functools
def memo(fn):
    cache = {}
    @functools.wraps(fn)
    def w(n):
        if n not in cache: cache[n] = fn(n)
        return cache[n]
    return w
@memo
def fib(n):
    "doc fib"
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.__doc__, fib.__name__)
