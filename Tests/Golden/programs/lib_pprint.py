import pprint
from collections import Counter, OrderedDict, defaultdict, deque, ChainMap, namedtuple
from dataclasses import dataclass, field
from pprint import pp, pformat
from types import SimpleNamespace


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


data = {'name': 'a fairly long name for a thing', 'list': list(range(30)), 'nested': {'z': [1, 2, {'deep': ('x', 'y' * 40)}], 'a': None}, 3: {1, 2}}
small = {'b': 1, 'a': [1, 2], 'c': ()}
pprint.pprint(small)
pprint.pprint({k: v for k, v in data.items() if isinstance(k, str)})
pp(data)
for options in (dict(width=40), dict(indent=4, width=30), dict(compact=True, width=30), dict(depth=1), dict(depth=2), dict(sort_dicts=False, width=20)):
    print(options)
    pprint.pprint({k: v for k, v in data.items() if isinstance(k, str)}, **options)
long = ('The quick brown fox jumps over the lazy dog, again and again and again, until the end of the line is reached and passed.\n'
        'Second line.\n')
pprint.pprint(long)
pprint.pprint([long, {'k': long}], width=50)
pprint.pprint((1,), width=1)
pprint.pprint([('a' * 30,), ('b' * 30, 'c' * 30), [[['x' * 70]]]])
pprint.pprint({frozenset(['a' * 20, 'b' * 20, 'c' * 20]), 'e' * 40, 'f' * 40})
pprint.pprint(b'bytes that are long enough to be broken into several lines of text, surely' * 2, width=50)
pprint.pprint(bytearray(b'bytes that are long enough to be broken'), width=30)
pprint.pprint(OrderedDict((('key%d' % i, list(range(i))) for i in range(10))))
pprint.pprint(defaultdict(list, {i: list(range(20)) for i in range(3)}))
pprint.pprint(Counter('the quick brown fox jumps over the lazy dog'))
pprint.pprint(deque(range(40), maxlen=50))
pprint.pprint(deque(range(40)))
pprint.pprint(ChainMap({'a' * 30: 1}, {'b' * 50: 2}))
pprint.pprint(SimpleNamespace(name='x' * 40, items=list(range(20)), z=None))
P = namedtuple('P', 'x y')
pprint.pprint([P(1, 2)] * 12)


@dataclass
class Thing:
    name: str
    values: list = field(default_factory=list)
    other: 'Thing' = None


pprint.pprint(Thing('a', list(range(30)), Thing('b', [1] * 30)))
pprint.pprint(Thing('short'))
loop = [1, 2]
loop.append(loop)
print(pformat(loop).replace(str(id(loop)), 'ID'), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, 'a']))
print(pprint.saferepr({'b': 1, 'a': 2}), pformat(12345678, underscore_numbers=True), pformat({1: 'a', 'x': 2, None: 3}))
print(pformat([1.5, True, None, 'é', 3j]), pformat({}), pformat([[]]), pformat(''), pformat({'a': {'b': {'c': {}}}}, depth=2))
attempt(lambda: pformat(1, indent=-1))
attempt(lambda: pformat(1, depth=0))
attempt(lambda: pformat(1, width=0))
pprint.PrettyPrinter(width=20, indent=2).pprint(['word'] * 6)
import reprlib
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}), reprlib.repr(10 ** 100), reprlib.repr({3, 1, 2}))
