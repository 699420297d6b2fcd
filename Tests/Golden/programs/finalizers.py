class A:
    def __init__(self, n): self.n = n; print('init', n)
    def __del__(self): print('del', self.n)
a = A(1)
a = None
print('after')
def f():
    b = A(2)
    print('in f')
f()
print('back')
l = [A(i) for i in range(3, 6)]
l.clear()
print('cleared')
c = A(7)
c.me = c
del c
import gc
gc.collect()
print('collected')
class B(list):
    def __del__(self): print('B gone')
B([1])
print('x')
d = {'k': A(8)}
d.pop('k')
print('popped')
keep = None
class R:
    def __del__(self):
        global keep
        keep = self
        print('resurrected')
r = R()
del r
print(keep is not None)
keep = None
print('no second')
A(9)
def g():
    A(10)
    return 5
print(g())
try:
    z = A(11)
    raise ValueError
except ValueError:
    pass
del z
class Ctx:
    def __enter__(self): return A(12)
    def __exit__(self, *a): print('exit')
with Ctx() as q:
    print('in')
del q
e = A(99)
x = A(100)
print('end')
