import functools
import inspect


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b: int, c=3, *args, d, e: str = 'x', **kw) -> list:
    """Doc of f.

        Indented.
    """
    return [a, b]


def g(p, /, q, *, r=None):
    yield p


class C:
    """Class C."""

    def __init__(self, x, y=2):
        self.x = x

    def method(self, z: float = 1.5):
        return z

    @classmethod
    def make(cls, w):
        return cls(w)

    @staticmethod
    def fixed(v):
        return v

    def __call__(self, k):
        return k


class D(C):
    pass


for thing in (f, g, C, C(1).method, C.method, C.make, C.fixed, C(1), lambda u, *v: 0, functools.partial(f, 1, d=4), D):
    s = inspect.signature(thing)
    print(s, list(s.parameters))
s = inspect.signature(f)
for name, p in s.parameters.items():
    print(name, p.kind, p.default is inspect.Parameter.empty, p.annotation is p.empty, p, repr(p.kind.name), p.kind.description)
print(s.return_annotation, repr(s), s.bind(1, 2, 3, 4, d=5, z=6), s.bind(1, 2, d=1).args, s.bind(1, b=2, d=1).kwargs)
b = s.bind(1, 2, d=0)
b.apply_defaults()
print(b.arguments)
attempt(lambda: s.bind(1))
attempt(lambda: inspect.signature(C).bind(1, 2, 3))
attempt(lambda: s.bind(1, 2, 3, a=1, d=1))
attempt(lambda: inspect.signature(C).bind(1, q=1))
attempt(lambda: inspect.signature(3))
print(inspect.getfullargspec(f))
print(inspect.getdoc(f), inspect.getdoc(D), inspect.cleandoc('  a\n    b\n      c\n\n'))
print([name for name, check in inspect.getmembers(inspect, inspect.isfunction) if name in ('isclass', 'ismethod', 'isfunction')])
for check in (inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.ismodule, inspect.isbuiltin, inspect.isroutine, inspect.isgeneratorfunction, inspect.isgenerator):
    print(check.__name__, [check(x) for x in (f, g, C, C(1).method, len, inspect, g(1, 2), 3, C.method)])
print(inspect.getmro(D)[:2], [n for n, v in inspect.getmembers(C(5)) if not n.startswith('__')], inspect.getmodule(C).__name__)


@functools.wraps(f)
def wrapped(*a, **k):
    return f(*a, **k)


print(inspect.signature(wrapped), inspect.unwrap(wrapped) is f)
print(inspect.getsource(g), inspect.getsource(D), inspect.getsourcelines(C.method)[1])
