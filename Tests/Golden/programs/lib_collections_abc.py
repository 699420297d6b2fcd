from collections import UserDict, UserList, UserString, deque
import collections.abc
from collections.abc import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def gen():
    yield 1


classes = [Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Callable, Collection, Set, MutableSet,
           Mapping, MutableMapping, KeysView, ItemsView, ValuesView, Sequence, MutableSequence, ByteString]
values = [1, 1.5, 'a', b'a', [1], (1,), {1}, frozenset(), {1: 2}, range(3), gen(), iter([1]), {}.keys(), {}.items(),
          {}.values(), len, lambda: 0, None, int, deque(), map(str, [1]), UserDict(), UserList(), UserString('x')]
for cls in classes:
    print(cls.__name__, ''.join('01'[isinstance(value, cls)] for value in values))
print(issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(Sequence, Iterable), issubclass(int, Sized))


class Squares(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


s = Squares(5)
print(list(s), 9 in s, s.index(16), s.count(4), list(reversed(s)), isinstance(s, Collection))
attempt(lambda: s.index(5))
attempt(lambda: Sequence())


class Missing(Mapping):
    def __len__(self):
        return 0


attempt(lambda: Missing())


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'Lower({self.data})'


m = Lower({'A': 1}, B=2)
print(m['a'], 'b' in m, m.get('zz', 3), m.setdefault('C', 4), m, m.keys(), sorted(m.items()), list(m.values()))
print(m == {'a': 1, 'b': 2, 'c': 4}, m.pop('A'), m.pop('A', None), m.popitem(), m, ('b', 2) in m.items() or 2 in m.values())
print(m.keys() & {'c', 'b'}, m.keys() | {'q'} == {'c', 'b', 'q'}, len(m.items()))
attempt(lambda: m.pop('A'))
m.clear()
attempt(lambda: m.popitem())


class Bits(MutableSet):
    def __init__(self, items=()):
        self.bits = 0
        for i in items:
            self.add(i)

    def __contains__(self, i):
        return self.bits >> i & 1 == 1

    def __iter__(self):
        return (i for i in range(self.bits.bit_length()) if self.bits >> i & 1)

    def __len__(self):
        return bin(self.bits).count('1')

    def add(self, i):
        self.bits |= 1 << i

    def discard(self, i):
        self.bits &= ~(1 << i)

    def __repr__(self):
        return f'Bits({list(self)})'


a, b = Bits([1, 2, 3]), Bits([3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a > Bits([1]), a == {1, 2, 3}, a.isdisjoint(b), a & [1, 9], {1, 2} - b)
a |= b
a -= {1}
a ^= {9, 2}
print(a, a.pop(), a)
a.remove(4)
attempt(lambda: a.remove(4))
attempt(lambda: hash(a))


class Stack(MutableSequence):
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def insert(self, i, v):
        self.items.insert(i, v)


t = Stack()
t.extend([3, 1, 2])
t += [5]
t.append(7)
t.reverse()
t.remove(1)
print(t.items, t.pop(), t.pop(0), t.items)


class Shouting(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Shouting(a=1)
u.update(b=2)
print(u, u.data, u | {'x': 3}, u.copy(), 'A' in u, len(u))
l = UserList([3, 1])
l.append(2)
l.sort()
print(l, l[0:2], l + [9], l * 2, l == [1, 2, 3], 2 in l, type(l[:1]).__name__)
w = UserString('Hello')
print(w, w.upper(), w + '!', w[1], w.replace('l', 'L'), w.find('l'), w == 'Hello', w.split('e'), type(w.lower()).__name__)
print(Iterable[int], Mapping[str, int], Callable[[int], str])
