"""What is sent into generators, what they hold, and how they end."""

import gc
def g(n):
    x = 0
    for i in range(n):
        y = yield x, i
        if y is not None: x = y
    return "done"
h = g(3)
print(next(h), h.send(5), h.send(None))
try: h.send(1)
except StopIteration as e: print("stop", e.value)
try: h.send(1)
except StopIteration as e: print("stop", e.value)
h = g(3)
try: h.send(1)
except TypeError as e: print(e)
print(h.send(None), h.__next__(), h.__next__())
try: h.__next__()
except StopIteration as e: print("stop", e.value)
def selfsend():
    try:
        me.send(None)
    except ValueError as e:
        print(e)
    yield 1
me = selfsend()
print(next(me))
def outer(n):
    r = yield from g(n)
    print("r", r)
    yield r
o = outer(2)
print(next(o), o.send(4), list(o))
class T:
    def __init__(self, l, v, r): self.l, self.v, self.r = l, v, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
def mk(d, v): return T(mk(d-1, 2*v), v, mk(d-1, 2*v+1)) if d else None
print(list(mk(4, 1)))
def many(a, b, c, d, e, f, *args, **kw):
    l = [a, b, c]
    for i in (d, e, f):
        for j in args:
            for k in kw:
                yield a, i, j, k, l, kw[k]
                l.append(i)
print(list(many(1, 2, 3, 4, 5, 6, 7, 8, x=1, y="z"))[-1])
def avg():
    total = count = 0
    a = None
    while True:
        v = yield a
        if v is None: break
        total += v; count += 1
        a = total / count
    return a
m = avg(); next(m)
print([m.send(v) for v in (10, 20, 60)])
try: m.send(None)
except StopIteration as e: print(e.value)
class R:
    def __del__(self): print("del", self.n)
    def __init__(self, n): self.n = n
def holds():
    r = R(1)
    yield 1
    del r
    yield 2
    q = R(2)
    yield 3
    yield R(3)
for x in holds(): print(x if isinstance(x, int) else "R"); x = None
hh = holds(); next(hh); print("drop"); del hh
hh = holds(); next(hh); next(hh); next(hh); hh.close()
def cyc():
    me = []
    me.append(gg)
    yield me
gg = cyc(); c = next(gg); c.append(gg); del gg, c; print(gc.collect() >= 0)
def thrower():
    while True:
        try:
            x = yield "a"
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "b"
        finally:
            print("fin")
th = thrower(); print(next(th)); print(th.throw(ValueError("v"))); print(next(th)); print(th.send(3)); th.close()
s = h.send
try: s(None)
except StopIteration: print("ended")
k = g(2).send
print(k(None), k(3))
f = lambda: (yield 3)
z = f(); print(next(z)); 
try: z.send(9)
except StopIteration as e: print(e.value)
def rec(n):
    if n: 
        yield n
        for x in rec(n - 1): yield x
print(sum(rec(200)))
def deep(n):
    yield from deep(n + 1)
try: list(deep(0))
except RecursionError as e: print("rec")
def callee(*a, **k): return (a, sorted(k.items()))
def calls():
    for i in range(3):
        yield callee(i, *[1, 2], z=i, **{"q": 1})
        yield [callee(j) for j in range(i)]
        yield sorted([3, 1, 2], key=lambda v: -v)
print(list(calls()))
