import functools
from functools import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def traced(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        """Wrapper."""
        print('call', f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper


@traced
def area(w: int, h: int = 2) -> int:
    """The area."""
    return w * h


print(area(3), area(3, h=5), area.__name__, area.__doc__, area.__wrapped__(1, 1), area.__annotations__)


@lru_cache(maxsize=2)
def square(n):
    print('compute', n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(4))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(1, y=2), kind(True), kind.cache_info())
attempt(lambda: kind([]))
attempt(lambda: lru_cache('x'))


class Data:
    def __init__(self, n):
        self.n = n

    @cached_property
    def total(self):
        """Sum up."""
        print('summing')
        return sum(range(self.n))


d = Data(10)
print(d.total, d.total, d.__dict__, Data.total.__doc__)
del d.total
print(d.total)


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


v, w = Version(1, 2), Version(1, 10)
print(v < w, v <= w, v > w, v >= w, v <= v, v >= v, max(v, w).parts)
attempt(lambda: v <= 3)
attempt(lambda: total_ordering(type('Bare', (), {})))

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [[1], [2]], [0]))
attempt(lambda: reduce(lambda a, b: a, []))
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, partial(pow, 2)(5), partial(partial(print, 1), 2).args)
print(sorted([3, 10, 2], key=cmp_to_key(lambda a, b: b - a)))


class Cell:
    alive = False

    def set_state(self, state, tag=''):
        self.alive = state
        return tag

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, tag='dead')


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), c.alive, c.set_alive(tag='t'))


@singledispatch
def show(x, indent=''):
    return f'{indent}something {x}'


@show.register(int)
def _(x, indent=''):
    return f'{indent}int {x}'


@show.register
def _(x: list, indent=''):
    return f'{indent}list ' + ', '.join(show(i) for i in x)


show.register(type(None), lambda x: 'nothing')
print(show(1.5), show(True), show([1, None, 'a']), show(3, indent='> '), show.dispatch(bool) is show.registry[int])
attempt(lambda: show())
from collections.abc import Mapping, Sized
show.register(Sized, lambda x: f'sized {len(x)}')
print(show({}), show('abc'), show([1]))
show.register(Mapping, lambda x: 'mapping')
print(show({}), show((1,)))


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError('cannot negate')

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg


n = Negator()
print(n.neg(5), n.neg(True))
attempt(lambda: n.neg('x'))
