from collections import namedtuple, OrderedDict, defaultdict, Counter, deque, ChainMap
import collections


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


# named tuples
Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), len(p), *p)
print(p._replace(x=10), p._asdict(), Point._make([3, 4]), Point._fields, Point.__doc__, Point.__name__)
print(Point.x.__doc__, Point.__match_args__, p.__getnewargs__())
attempt(lambda: Point(1))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, 2, z=3))
attempt(lambda: Point(1, x=3))
attempt(lambda: Point._make([1]))
attempt(lambda: p._replace(q=1))
attempt(lambda: setattr(p, 'x', 3))
attempt(lambda: p.z)
Row = namedtuple('Row', ['a', 'b', 'c'], defaults=(5, 6))
print(Row(1), Row(1, 2), Row(1, c=9), Row._field_defaults)
attempt(lambda: Row())
attempt(lambda: Row(1, 2, 3, 4))
for bad in ('a a', '_a', 'class', '1a', 'a-b'):
    attempt(lambda: namedtuple('T', bad))
attempt(lambda: namedtuple('class', 'a'))
attempt(lambda: namedtuple('T', 'a', defaults=(1, 2)))
print(namedtuple('T', 'a class a _x', rename=True)._fields)
print(namedtuple('Empty', '')(), namedtuple('One', 'a')(1))


class Vector(namedtuple('Vector', 'x, y')):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(3, 4).norm, Vector(3, 4) + Vector(1, 1), isinstance(Vector(1, 2), tuple), sorted([Vector(2, 1), Vector(1, 9)]))

# counters
c = Counter('mississippi')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements()), len(c))
d = Counter(s=1, i=5, q=-2)
print(c + d, c - d, c | d, c & d, +d, -d)
print(c == Counter('mississippi'), c >= d, Counter(a=1) < Counter(a=2), Counter(a=0) == Counter())
c.update('miss')
c.subtract({'p': 5})
print(c, dict(c))
c += Counter(z=2)
print(c)
c -= Counter(s=4)
c |= Counter(m=7)
c &= Counter(m=6, i=9)
print(c, Counter(), Counter({'a': 3}), Counter(['x', 'y', 'x']).copy())
del c['nothing']
attempt(lambda: Counter.fromkeys('ab'))
attempt(lambda: Counter(3))
attempt(lambda: Counter('ab') + 1)
print(Counter('abcab').most_common(), Counter('aab').most_common(1), Counter('ab').most_common(0))

# ordered and default dictionaries
o = OrderedDict([('b', 1), ('a', 2), ('c', 3)])
o.move_to_end('b')
print(o, list(o), o.popitem(), o)
o.move_to_end('c', last=False)
print(o, o.popitem(last=False), OrderedDict(), list(reversed(OrderedDict(x=1, y=2))))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.move_to_end('q'))
attempt(lambda: o.pop('q'))
print(o.pop('q', 7), OrderedDict.fromkeys('ab', 0), o.copy() == o, o | {'z': 1})
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1})
dd = defaultdict(list)
for i, word in enumerate('one two three four five six'.split()):
    dd[len(word)].append(word)
print(dd, dict(dd), dd.get(9), 9 in dd, dd.copy() == dd)
attempt(lambda: defaultdict(None)['k'])
attempt(lambda: defaultdict(3))
dd = defaultdict(int, a=1)
dd['b'] += 5
print(dd, dd | {'c': 3}, defaultdict(lambda: 'x')['new'])
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print(nested['a'])

# deques and chains
q = deque([1, 2, 3], maxlen=4)
q.extend([4, 5])
q.appendleft(0)
q.rotate(1)
print(q, q.popleft(), q.pop(), list(q), q.maxlen)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
m['c'] = 4
print(m, m['a'], m['b'], list(m), len(m), m.maps, m.parents, m.new_child({'a': 0})['a'], 'q' in m, m.get('q', 5))
attempt(lambda: m['q'])
attempt(lambda: m.pop('b'))
print(dict(m), m == {'a': 1, 'b': 3, 'c': 4}, sorted(m.items()), bool(ChainMap()))
