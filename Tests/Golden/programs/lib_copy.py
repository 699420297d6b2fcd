import copy


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a = [1, [2, 3], {'k': [4]}, (5, [6]), {7}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]['k'].append(98)
a[3][1].append(97)
print(b, c, b[1] is a[1], c[1] is a[1])
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin, twin[1] is twin)
shared = [[]] * 3
other = copy.deepcopy(shared)
print(other[0] is other[1], other[0] is shared[0])
t = (1, 2, 'x')
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy(len) is len, copy.deepcopy(print) is print, copy.copy(None))


class Node:
    count = 0

    def __init__(self, value, next=None):
        Node.count += 1
        self.value, self.next = value, next

    def __repr__(self):
        return f'Node({self.value}, {self.next})'


n = Node([1], Node([2]))
m, d = copy.copy(n), copy.deepcopy(n)
n.value.append(5)
n.next.value.append(6)
print(n, m, d, Node.count, m.next is n.next, d.next is n.next)
n.next.next = n
ring = copy.deepcopy(n)
print(ring.next.next is ring, ring is n)


class Custom:
    def __copy__(self):
        return 'shallow'

    def __deepcopy__(self, memo):
        return ['deep', len(memo)]


print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy([Custom()]))


class Stateful:
    def __init__(self, a):
        self.a = a
        self.cache = object()

    def __getstate__(self):
        return {'a': self.a}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = 'new'


s = copy.deepcopy(Stateful([1]))
print(s.a, s.cache, vars(copy.copy(Stateful(2))))


class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x):
        self.x = x


z = copy.deepcopy(Slotted([1]))
print(z.x, hasattr(z, 'y'))


class MyList(list):
    def __init__(self, items=(), tag=None):
        super().__init__(items)
        self.tag = tag


ml = copy.deepcopy(MyList([1, [2]], tag=['t']))
print(ml, ml.tag, type(ml).__name__)


class MyDict(dict):
    pass


md = copy.copy(MyDict(a=[1]))
print(md, type(md).__name__, copy.deepcopy({1: {2: {3}}}), copy.deepcopy(frozenset([1, (2,)])))
e = copy.copy(ValueError('bad', 3))
print(repr(e), copy.deepcopy(slice(1, 2)), copy.deepcopy(3 + 4j), copy.copy(bytearray(b'ab')))
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple
P = namedtuple('P', 'a b')
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(defaultdict(list, a=[1])), copy.deepcopy(Counter('aab')))
print(copy.deepcopy(P(1, [2])), copy.deepcopy(deque([1, [2]], 5)), copy.copy(deque([1])))
attempt(lambda: copy.copy(x for x in [1]))
print(copy.Error.__name__, issubclass(copy.error, Exception))


class Bound:
    def f(self): return self


bound = Bound()
twin = copy.deepcopy([bound, bound.f])
print(twin[1]() is twin[0], twin[0] is bound)
