"""Loops over every kind of container, unpacking in them, and operators on plain values."""
def f(l):
    for x in l: pass
    return l, [(x, y) for x in l for y in l]
print(f([1,2]))
for i, x in enumerate("ab"): print(i, x)
for i, (a, b) in enumerate([(1,2),(3,4)]): print(i, a, b)
def g():
    for i, x in enumerate([5,6], 10**30): print(i, x)
    for i, x in enumerate(range(3), -1): print(i, x)
    for a, b in zip([1,2,3], (4,5)): print(a, b)
    print(a, b)
    for a, b in zip((4,5), iter([1,2,3])): print(a, b)
    for a, b in zip([7,8,9],[]): print(a, b)
    print(a, b)
    for k, v in {1:2, 3:4}.items(): print(k, v)
    for k in {1:2, 3:4}: print(k)
    for k in {1:2, 3:4}.values(): print(k)
    for p in {1:2, 3:4}.items(): print(p)
    d = {1:2}
    try:
        for k in d: d[k+1]=1
    except RuntimeError as e: print(e)
    try:
        for k, v in d.items(): d[k+5]=1
    except RuntimeError as e: print(e)
    s = {1}
    try:
        for k in s: s.add(k+1)
    except RuntimeError as e: print(e)
    l = [1,2,3]
    for x in l:
        if len(l) < 6: l.append(x)
    print(l, x)
    for x in l: l.pop()
    print(l)
    def gg():
        yield 1,2
        yield 3,4
    for a, b in gg(): print(a, b)
    for a, b, c in zip("abc", [1,2,3], gg()): print(a,b,c)
    try:
        for a, b in [(1,2),(1,2,3)]: print(a,b)
    except ValueError as e: print(e, a, b)
    try:
        for a, b in enumerate([1]): raise StopIteration
    except StopIteration: print("si")
    for (a, b), c in zip([(1,2)], [3]): print(a,b,c)
    for b, a in zip([1],[2]): print(a,b)
    for a, a in zip([1],[2]): print(a)
    for c, *d in zip([1],[2],[3]): print(c,d)
    a, b = b, a = 1, 2
    print(a,b)
    t = (1,2)
    a, b = t
    a, t = t
    print(a,b,t)
    class L(list):
        def __iter__(self): return iter([9])
    for x in L([1,2]): print(x)
    class M(list): pass
    for x in M([1,2]): print(x)
    class D(dict): pass
    for x, y in D(a=1).items(): print(x,y)
    print([-x for x in (1, -2, True, 1.5)], [not x for x in (1, 0, True)])
    print([x is None for x in (None, 1)], [x is not None for x in (None, 1)])
    print(1<2.5, 2.5<=2.5, 1.0==1, "a"<"b", [1<x for x in (0.5, 2)], float("nan")==float("nan"), float("nan")!=1.0)
    l = [1,2,3]; l[-1] = 5; l[True] = 7; print(l, l[-3], l[True], (1,2)[-1])
    for bad in (lambda: l[3], lambda: l[-4], lambda: (1,)[2], lambda: l.__setitem__(9, 1)):
        try: bad()
        except IndexError as e: print(e)
    print(1 << 62, 1 << 63, -1 << 63, -1<<62, 5 >> 100, -5 >> 100, 1 << 0, 0 << 500)
    try: 1 << -1
    except ValueError as e: print(e)
    try: 1 >> -1
    except ValueError as e: print(e)
    print(-(-2**63), -2**63, 7//2.0, 7%2.5)
g()
print(list(x for x in [1,2,3]), list(a+b for a, b in zip("ab","cd")), [i*x for i, x in enumerate([1,2])])
def h():
    x = yield 1
    print("got", x)
    y = yield 2
    print("got", y)
    return 5
def k():
    r = yield from h()
    print("r", r)
    yield from [1,2]
    yield from "ab"
it = k(); print(next(it), it.send(7), it.send(8), list(it))
