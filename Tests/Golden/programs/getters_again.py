# Getters, partial functions and cached functions are copied and pickled; methods show what their function has.
import copy
import functools
import operator
import pickle


@functools.lru_cache
def square(x):
    return x * x


class Table:
    @functools.lru_cache
    def size(self):
        return 3

    class Row:
        pass


getters = [operator.itemgetter(1), operator.itemgetter(1, 'a'), operator.attrgetter('a.b', 'c'),
           operator.methodcaller('x', 1), operator.methodcaller('x', 1, k=2), functools.partial(int, base=2)]
for getter in getters:
    print([pickle.loads(pickle.dumps(getter, protocol)) for protocol in (2, 4)], copy.copy(getter))
print(pickle.loads(pickle.dumps(square)) is square, copy.deepcopy(square) is square)
print(all(pickle.loads(pickle.dumps(Table.Row, protocol)) is Table.Row for protocol in range(5)))
table = Table()
table.size()
table.size()
print(table.size.cache_info(), table.size.__name__)


def f(a, b=1, *, c=2):
    return a, b, c


f.__kwdefaults__ = {'c': 7}
print(f(1), f.__kwdefaults__)
del f.__defaults__
print(f.__defaults__)
try:
    f(1)
except TypeError as error:
    print(error)
del f.__kwdefaults__
try:
    f(1, 2)
except TypeError as error:
    print(error)
