class A:
    x = 1
    def f(self): pass
d = A.__dict__
print(list(d), d['x'], 'f' in d, type(d), len(d), d.get('q', 3))
A.y = 5
print('y' in d, d['y'])
try: d['z'] = 1
except TypeError as e: print(e)
print({k: v for k, v in vars(A).items() if not k.startswith('_') and not callable(v)})
import types
m = types.MappingProxyType({'a': 1})
print(m, m['a'], m == {'a': 1}, dict(m), {**m}, m | {'b': 2}, list(m.items()))
try: m['b'] = 2
except TypeError as e: print(e)
try: m.update
except AttributeError as e: print(e)
try: types.MappingProxyType([1])
except TypeError as e: print(e)
class B(A):
    """doc"""
print(list(B.__dict__), A().__dict__)
def g():
    yield from h()
def h():
    yield 1
it = g(); next(it); print(it.gi_yieldfrom.__name__, type(it.gi_yieldfrom))
print('__len__' in list.__dict__, int.__dict__['__add__'])
