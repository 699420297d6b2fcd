import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A({self.n})'
a = A(1)
r = weakref.ref(a)
print(r() is a, r == weakref.ref(a), r is weakref.ref(a))
print(weakref.getweakrefcount(a))
def cb(ref): print('callback', ref() is None, ref is r2)
r2 = weakref.ref(a, cb)
del a
print(r(), r2())
d = weakref.WeakValueDictionary()
x = A(2)
d['x'] = x
print(dict(d), len(d), 'x' in d)
del x
print(dict(d), len(d), 'x' in d, d.get('x'))
try: d['x']
except KeyError as e: print('KeyError', e)
k = weakref.WeakKeyDictionary()
y = A(3)
k[y] = 'data'
print(k[y], len(k), list(k.items()))
del y
print(len(k), list(k))
s = weakref.WeakSet()
z = A(4)
s.add(z)
print(len(s), z in s)
del z
print(len(s))
try: weakref.ref(5)
except TypeError as e: print(e)
try: weakref.ref([])
except TypeError as e: print(e)
b = A(5)
p = weakref.proxy(b)
print(p.n, p, str(p))
p.n = 6
print(b.n)
del b
try: p.n
except ReferenceError as e: print('ReferenceError', e)
class Node:
    def __init__(self, v, parent=None):
        self.v = v; self.children = []
        self._parent = weakref.ref(parent) if parent else None
        if parent: parent.children.append(self)
    @property
    def parent(self): return self._parent() if self._parent else None
root = Node(1); c = Node(2, root)
print(c.parent is root, c.parent.v)
del root
print(c.parent)
def f(): pass
rf = weakref.ref(f)
print(rf() is f)
class M:
    def go(self): return 'go'
m = M()
wm = weakref.WeakMethod(m.go)
print(wm()())
del m
print(wm())
fin = weakref.finalize
q = A(7)
f1 = fin(q, print, 'finalized', 7)
print(f1.alive)
del q
print(f1.alive)
class S:
    __slots__ = ('a',)
try: weakref.ref(S())
except TypeError as e: print(e)
class T:
    __slots__ = ('a', '__weakref__')
t = T(); print(weakref.ref(t)() is t)
import functools
class Sq:
    def __init__(self): self.calls = 0
    @functools.lru_cache(maxsize=None)
    def sq(self, x):
        self.calls += 1
        return x * x
    @functools.cached_property
    def area(self):
        print('computing')
        return 42
    def _set(self, state, value): self.state = (state, value)
    on = functools.partialmethod(_set, 'on')
q = Sq()
print(q.sq(3), q.sq(3), q.calls, q.area, q.area)
q.on(5); print(q.state)
print(Sq.sq.cache_info())
mv = memoryview(bytearray(b'hello'))
mv[0] = 72
print(bytes(mv), mv[1:3].tolist(), mv.obj)
print(float('nan') in [float('nan')], [1, float('nan')] == [1, float('nan')])
n = float('nan')
print(n in [n], [n] == [n], {n: 1}[n], n is n, len({n, n, float('nan')}))
print(list[int], dict[str, list[int]], tuple[int, ...], list[int] | None, isinstance([1], list))
x: int = 3
print(__annotations__)
print(str.upper, [].append.__name__, len, int.__add__)
