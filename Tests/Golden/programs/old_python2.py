# A script of the Python 2 age, ported with the usual idioms of both.
from __future__ import print_function, division, unicode_literals
import sys
try:
    from cStringIO import StringIO
except ImportError:
    from io import StringIO
try:
    unicode = unicode
except NameError:
    unicode = str

PY3 = sys.version_info[0] >= 3


class Stack(object):
    """A stack of numbers."""

    def __init__(self, items=None):
        super(Stack, self).__init__()
        self.items = list(items or [])

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError('pop from empty stack')
        return self.items.pop()

    def __nonzero__(self):
        return bool(self.items)
    __bool__ = __nonzero__

    def __len__(self):
        return len(self.items)


def rpn(text):
    stack = Stack()
    for word in text.split():
        if word in '+-*/':
            b, a = stack.pop(), stack.pop()
            stack.push({'+': lambda: a + b, '-': lambda: a - b, '*': lambda: a * b, '/': lambda: a / b}[word]())
        else:
            stack.push(float(word))
    return stack.pop()


print("%s %5.2f|%-6s|%06d|%x|%+d|%e|%r" % ('text', 3.14159, 'ab', 42, 255, 7, 12345.678, 'q'))
print("%(name)s is %(age)d years" % {'name': 'Bob', 'age': 42}, "100%% of %s" % ('it',))
for text in ('1 2 + 3 *', '5 1 2 + 4 * + 3 -', '1 0 /', '+'):
    try:
        print('%-20s = %g' % (text, rpn(text)))
    except (ZeroDivisionError, IndexError) as e:
        print('%-20s : %s: %s' % (text, e.__class__.__name__, e))
out = StringIO()
print('into a buffer', 1, 2, sep='-', file=out)
out.write('%d items\n' % len(Stack([1, 2])))
print(repr(out.getvalue()), isinstance('x', unicode), bool(Stack()), 7 / 2, 7 // 2, -7 // 2, divmod(-7, 2))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
items = list(counts.items())
items.sort(key=lambda kv: (-kv[1], kv[0]))
for k, v in items[:3]:
    print('{0:<8}{1:>3}'.format(k, v))
print(sorted(counts.keys())[0], list(map(len, words))[:3], list(filter(lambda w: len(w) > 4, words)), list(zip(words, range(2))))
from functools import reduce
print(reduce(lambda a, b: a * b, range(1, 11)), sum(x ** 2 for x in range(10)), max(words, key=len), any(w.startswith('q') for w in words))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [x for row in matrix for x in row if x % 2], dict((k, v) for k, v in items if v > 1))
try:
    try:
        raise KeyError('inner')
    except KeyError:
        raise ValueError('outer')
except ValueError as e:
    print(repr(e), repr(e.__context__), e.args)
print(sys.maxsize > 2 ** 31, type(2 ** 100).__name__, 2 ** 100, int('ff', 16), oct(8), hex(255), bin(5), ord('a'), chr(98), round(2.5), round(-0.5))
