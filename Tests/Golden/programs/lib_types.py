import types
from types import SimpleNamespace


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


n = SimpleNamespace(a=1, b='x')
n.c = [1]
print(n, n.a, n == SimpleNamespace(a=1, b='x', c=[1]), n == 3, vars(n))
del n.a
print(n, hasattr(n, 'a'), SimpleNamespace())


def f():
    yield 1


class C:
    def m(self):
        pass


print(isinstance(f, types.FunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(f(), types.GeneratorType))
print(isinstance(len, types.BuiltinFunctionType), isinstance(C().m, types.MethodType), isinstance(types, types.ModuleType))
print(isinstance(None, types.NoneType), isinstance(C.m, types.FunctionType), isinstance(C, type), isinstance(3, types.FunctionType))


def shout(self, word):
    return f'{type(self).__name__}: {word}!'


c = C()
c.shout = types.MethodType(shout, c)
print(c.shout('hi'))
D = types.new_class('D', (C,), {}, lambda ns: ns.update(x=5))
print(D.x, D.__mro__[1].__name__, D.__name__)
