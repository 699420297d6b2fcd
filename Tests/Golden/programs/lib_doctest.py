"""A module with examples.

>>> double(4)
8
"""
import doctest


def double(x):
    """Doubles.

    >>> double(2)
    4
    >>> double('ab')
    'abab'
    >>> for i in range(2):
    ...     print(double(i))
    0
    2
    """
    return x * 2


def wrong(x):
    """Fails.

    >>> wrong(1)
    3
    >>> wrong(2)
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    c
    >>> y = 5
    >>> y
    5
    """
    return x + 1


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(1)
    >>> s
    Stack([1])
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        """
        >>> Stack().push()
        Traceback (most recent call last):
            ...
        TypeError: Stack.push() missing 1 required positional argument: 'x'
        """
        self.items.append(x)

    @property
    def top(self):
        """
        >>> Stack().top
        Traceback (most recent call last):
        IndexError: list index out of range
        """
        return self.items[-1]

    def __repr__(self):
        return f'Stack({self.items})'


def options():
    """
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print('a   b')  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ZeroDivisionError: other text
    >>> nothing()  # doctest: +SKIP
    >>> True
    1
    >>> int('x')
    Traceback (most recent call last):
      File "x", line 1
    ValueError: invalid literal for int() with base 10: 'x'
    """


def show(*args, **kwargs):
    result = doctest.testmod(*args, **kwargs)
    print(result, result.failed, result.attempted)


import io
from contextlib import redirect_stdout
out = io.StringIO()
with redirect_stdout(out):
    show()
print('\n'.join(line for line in out.getvalue().replace(__file__, 'FILE').splitlines() if not line.startswith('      File "')).replace('    ~^', ''))
out = io.StringIO()
with redirect_stdout(out):
    doctest.run_docstring_examples(double, globals(), verbose=True, name='double')
    doctest.run_docstring_examples(Stack, globals(), name='Stack')
    r = doctest.DocTestRunner(verbose=True)
    for test in doctest.DocTestFinder(exclude_empty=False).find(Stack, 'S'):
        r.run(test)
    r.summarize()
print(out.getvalue())
parser = doctest.DocTestParser()
for e in parser.get_examples('text\n  >>> 1 + 1\n  2\n\n  >>> if 1:\n  ...     x\n  ... \n  out\n  more\n>>> z\n'):
    print(repr(e.source), repr(e.want), e.lineno, e.indent, e.exc_msg)
for bad in ('>>>x', '  >>> a\n b\n', '>>> 1 # doctest: +NOPE'):
    try:
        parser.get_examples(bad)
    except ValueError as e:
        print(e)
check = doctest.OutputChecker().check_output
print(check('a...c\n', 'abc\n', doctest.ELLIPSIS), check('a b\n', 'a  b\n', 0), check('1\n', 'True\n', doctest.DONT_ACCEPT_TRUE_FOR_1), doctest.script_from_examples('hi\n>>> 1\n1\n'))
