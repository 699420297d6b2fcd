# Classes that extend partial functions, and the context of an exception thrown through a waiting generator.
import functools
class P(functools.partial): pass
p=P(int, base=2)
print(p('11'), p.func)
class Q(functools.partial):
    def __init__(self, *a, **k): self.z=1
q=Q(int, base=2)
print(q('11'), q.z)
class R(functools.partial):
    def __new__(cls, f): return super().__new__(cls, f, 5)
print(R(max)(3))
def g():
    try: raise KeyError(1)
    except KeyError: yield from h()
def h(): yield
x=g(); next(x)
try: x.throw(ValueError)
except ValueError as e: print(repr(e.__context__))
