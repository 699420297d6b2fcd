import io
import pickle


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


values = [None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -2 ** 31, 2 ** 31, 2 ** 31 - 1, 2 ** 63, -2 ** 100, 10 ** 700, 1.5, -0.0, 1e300, '', 'abc', 'é€😀',
          'x' * 300, b'', b'abc', b'\x00\xff' * 200, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2, 'a'], {}, {'a': 1}, {'a': 1, 'b': [2, (3,)]},
          set(), {1}, frozenset(), frozenset([1]), 3 + 4j, range(1, 10, 2), slice(1, 2), bytearray(b'xy'), list(range(1005)), [['a', 'a'], ('b', 'b')], int, len,
          ..., NotImplemented, type(None), ValueError('v', 1), {i: str(i) for i in range(1002)}]
for value in values:
    for protocol in (2, 3, 4, 5):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        same = back == value if not isinstance(value, ValueError) else repr(back) == repr(value)
        print(len(data), data if len(data) < 60 else data[:40], same, type(back) is type(value))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def shout(self):
        return 'p!'


class Guarded:
    def __init__(self):
        self.a, self.secret = 1, 2

    def __getstate__(self):
        return {'a': self.a}

    def __setstate__(self, state):
        self.a = state['a'] + 10


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


class Slots:
    __slots__ = ('p', 'q')


class Items(list):
    pass


def plain(x):
    return x + 1


p = Point(1, [2])
print(pickle.dumps(p), pickle.loads(pickle.dumps(p)) == p, pickle.loads(pickle.dumps([p, p]))[0].x)
twice = pickle.loads(pickle.dumps([p, p]))
print(twice[0] is twice[1], vars(pickle.loads(pickle.dumps(Guarded()))), pickle.loads(pickle.dumps(Reduced(1))).n, pickle.loads(pickle.dumps(plain))(1))
s = Slots()
s.p = 5
i = Items([1, 2])
i.tag = 't'
back = pickle.loads(pickle.dumps(i))
print(pickle.loads(pickle.dumps(s)).p, back, back.tag, type(back).__name__, pickle.loads(pickle.dumps(Point)) is Point, pickle.loads(pickle.dumps(p.shout))())
loop = [1]
loop.append(loop)
t = ([],)
t[0].append(t)
print(pickle.loads(pickle.dumps(loop))[1][0], pickle.loads(pickle.dumps(t))[0][0][0].__class__, len(pickle.dumps('x' * 70000)), len(pickle.dumps(['a' * 1000 + str(i) for i in range(200)])))
attempt(lambda: pickle.dumps(lambda: 0))
attempt(lambda: pickle.loads(b''))
attempt(lambda: pickle.loads(b'\x80\x04K'))
attempt(lambda: pickle.loads(b'zzz'))
attempt(lambda: pickle.loads('text'))
attempt(lambda: pickle.dumps(1, 9))
attempt(lambda: pickle.dumps(x for x in [1]))


def local():
    class Inner:
        pass
    return Inner()


attempt(lambda: pickle.dumps(local()))
f = io.BytesIO()
pickle.dump({'k': [1, 2]}, f)
pickle.dump('second', f)
f.seek(0)
print(pickle.load(f), pickle.load(f))
attempt(lambda: pickle.load(f))
for old in (b"(lp0\nI1\naF2.5\naS'abc'\np1\naVunicode\np2\naI01\naNa.", b'(dp0\nI1\n(I2\nL3L\ntp1\ns.', b'\x80\x02]q\x00(K\x01X\x01\x00\x00\x00aq\x01e.'):
    print(pickle.loads(old))
from collections import OrderedDict, Counter, defaultdict, namedtuple, deque
from fractions import Fraction
import datetime
P = namedtuple('P', 'a b')
things = [OrderedDict(a=1), Counter('aab'), defaultdict(list, a=[1]), P(1, 2), deque([1, 2], 5), Fraction(1, 3), datetime.date(2024, 5, 17), datetime.timedelta(1, 2, 3)]
print(pickle.loads(pickle.dumps(things)) == things, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
