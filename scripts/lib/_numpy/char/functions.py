"""Functions of arrays of text, element by element."""

import numpy as np

__name__ = 'numpy.char'


def _each(function, *args, dtype=None):
    """A function's results for the elements of the arrays, broadcast against each other; one result is a scalar."""
    return _texts(function, *args, dtype=dtype)[()]


def _texts(function, *args, dtype=None):
    """The same, one result being an array without axes."""
    arrays = np.broadcast_arrays(*[np.asarray(one) for one in args])
    shape = arrays[0].shape
    results = [function(*[one[place] for one in arrays]) for place in np.ndindex(*shape)]
    if dtype is None and not results:
        dtype = arrays[0].dtype
    return np.array(results, dtype=dtype).reshape(shape)


def _plain(value):
    return value.item() if hasattr(value, 'item') else value


def add(x1, x2):
    """Join the texts of two arrays."""
    return _each(lambda a, b: _plain(a) + _plain(b), x1, x2)


def multiply(a, i):
    """Repeat each text."""
    return _texts(lambda a, b: _plain(a) * max(int(b), 0), a, i)


def mod(a, values):
    """Format each text as a template."""
    return _texts(lambda a, b: _plain(a) % _plain(b), a, values)


def str_len(a):
    """The length of each text."""
    return _each(lambda a: len(_plain(a)), a, dtype=int)


def upper(a):
    """Each text in capitals."""
    return _texts(lambda a: _plain(a).upper(), a)


def lower(a):
    """Each text in small letters."""
    return _texts(lambda a: _plain(a).lower(), a)


def title(a):
    """Each word with a capital."""
    return _texts(lambda a: _plain(a).title(), a)


def capitalize(a):
    """Each text with a capital first."""
    return _texts(lambda a: _plain(a).capitalize(), a)


def swapcase(a):
    """Capitals for small letters, small ones for capitals."""
    return _texts(lambda a: _plain(a).swapcase(), a)


def strip(a, chars=None):
    """Each text without blanks (or the characters given) at its ends."""
    return _each(lambda a: _plain(a).strip(None if chars is None else _plain(chars)), a, dtype=np.asarray(a).dtype)


def lstrip(a, chars=None):
    """Each text without blanks (or the characters given) at one end."""
    return _each(lambda a: _plain(a).lstrip(None if chars is None else _plain(chars)), a, dtype=np.asarray(a).dtype)


def rstrip(a, chars=None):
    """Each text without blanks (or the characters given) at one end."""
    return _each(lambda a: _plain(a).rstrip(None if chars is None else _plain(chars)), a, dtype=np.asarray(a).dtype)


def isalpha(a):
    """What `str.isalpha` says of each text."""
    return _each(lambda a: _plain(a).isalpha(), a, dtype=bool)


def isdigit(a):
    """What `str.isdigit` says of each text."""
    return _each(lambda a: _plain(a).isdigit(), a, dtype=bool)


def isnumeric(a):
    """What `str.isnumeric` says of each text."""
    return _each(lambda a: _plain(a).isnumeric(), a, dtype=bool)


def isdecimal(a):
    """What `str.isdecimal` says of each text."""
    return _each(lambda a: _plain(a).isdecimal(), a, dtype=bool)


def isspace(a):
    """What `str.isspace` says of each text."""
    return _each(lambda a: _plain(a).isspace(), a, dtype=bool)


def isupper(a):
    """What `str.isupper` says of each text."""
    return _each(lambda a: _plain(a).isupper(), a, dtype=bool)


def islower(a):
    """What `str.islower` says of each text."""
    return _each(lambda a: _plain(a).islower(), a, dtype=bool)


def istitle(a):
    """What `str.istitle` says of each text."""
    return _each(lambda a: _plain(a).istitle(), a, dtype=bool)


def isalnum(a):
    """What `str.isalnum` says of each text."""
    return _each(lambda a: _plain(a).isalnum(), a, dtype=bool)


_LAST = (1 << 63) - 1


def _within(name, a, sub, start, end, dtype):
    """What a method of texts finds in a part of each text."""
    def search(text, part, first, last):
        try:
            return getattr(_plain(text), name)(_plain(part), int(first), int(last))
        except ValueError:
            raise ValueError('substring not found') from None

    return _each(search, a, sub, start, _LAST if end is None else end, dtype=dtype)


def startswith(a, prefix, start=0, end=None):
    """What `str.startswith` says of each text."""
    return _within('startswith', a, prefix, start, end, bool)


def endswith(a, suffix, start=0, end=None):
    """What `str.endswith` says of each text."""
    return _within('endswith', a, suffix, start, end, bool)


def find(a, sub, start=0, end=None):
    """What `str.find` gives for each text."""
    return _within('find', a, sub, start, end, int)


def rfind(a, sub, start=0, end=None):
    """What `str.rfind` gives for each text."""
    return _within('rfind', a, sub, start, end, int)


def index(a, sub, start=0, end=None):
    """What `str.index` gives for each text."""
    return _within('index', a, sub, start, end, int)


def rindex(a, sub, start=0, end=None):
    """What `str.rindex` gives for each text."""
    return _within('rindex', a, sub, start, end, int)


def count(a, sub, start=0, end=None):
    """What `str.count` gives for each text."""
    return _within('count', a, sub, start, end, int)


def _justified(name, a, width, fillchar):
    a, fillchar = np.asarray(a), np.asarray(fillchar)
    if a.dtype.kind == 'S' and fillchar.dtype.kind == 'U':
        fillchar = encode(fillchar, 'ascii')
    elif a.dtype.kind == 'U' and fillchar.dtype.kind == 'S':
        fillchar = decode(fillchar, 'ascii')
    if np.any(np.asarray(str_len(fillchar)) != 1):
        raise TypeError('The fill character must be exactly one character long')
    return _texts(lambda text, number, fill: getattr(_plain(text), name)(int(number), _plain(fill)), a, width, fillchar)


def center(a, width, fillchar=' '):
    """What `str.center` gives for each text."""
    return _justified('center', a, width, fillchar)


def ljust(a, width, fillchar=' '):
    """What `str.ljust` gives for each text."""
    return _justified('ljust', a, width, fillchar)


def rjust(a, width, fillchar=' '):
    """What `str.rjust` gives for each text."""
    return _justified('rjust', a, width, fillchar)


def zfill(a, width):
    """Each text with zeros before it."""
    return _texts(lambda a, b: _plain(a).zfill(int(b)), a, width)


def replace(a, old, new, count=-1):
    """Each text with another one in place of a part."""
    return _texts(lambda a, b, c, d: _plain(a).replace(_plain(b), _plain(c), int(d)), a, old, new, count)


def expandtabs(a, tabsize=8):
    """Each text with blanks for tabs."""
    return _texts(lambda a, b: _plain(a).expandtabs(int(b)), a, tabsize)


def encode(a, encoding=None, errors=None):
    """Each text as bytes."""
    return _texts(lambda a: _plain(a).encode(encoding or 'utf-8', errors or 'strict'), a)


def decode(a, encoding=None, errors=None):
    """Each of the bytes as a text."""
    return _texts(lambda a: _plain(a).decode(encoding or 'utf-8', errors or 'strict'), a)


def join(sep, seq):
    """The characters of each text with another one between."""
    return _texts(lambda a, b: _plain(a).join(_plain(b)), sep, seq)


def partition(a, sep):
    """The parts before, of and behind the first separator, along a new axis."""
    a = np.asarray(a)
    return np.array([_plain(one).partition(sep) for one in a.reshape(-1)]).reshape(a.shape + (3,))


def rpartition(a, sep):
    """The parts before, of and behind the last separator, along a new axis."""
    a = np.asarray(a)
    return np.array([_plain(one).rpartition(sep) for one in a.reshape(-1)]).reshape(a.shape + (3,))


def _lists(function, a):
    a = np.asarray(a)
    result = np.empty(a.shape, dtype=object)
    for place in np.ndindex(*a.shape):
        result[place] = function(_plain(a[place]))
    return result


def split(a, sep=None, maxsplit=None):
    """The words of each text as a list."""
    return _lists(lambda one: one.split(sep, -1 if maxsplit is None else maxsplit), a)


def rsplit(a, sep=None, maxsplit=None):
    """The words of each text as a list."""
    return _lists(lambda one: one.rsplit(sep, -1 if maxsplit is None else maxsplit), a)


def splitlines(a, keepends=None):
    """The lines of each text as a list."""
    return _lists(lambda one: one.splitlines(bool(keepends)), a)


def _compared(x1, x2, test):
    """What a comparison says of two arrays of texts without the blanks at their ends."""
    x1, x2 = (np.asarray(rstrip(one)) for one in (x1, x2))
    return np.asarray(test(x1, x2))


def equal(x1, x2):
    """Whether the texts of two arrays are equal, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a == b)


def not_equal(x1, x2):
    """Whether the texts of two arrays differ, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a != b)


def less(x1, x2):
    """Whether the texts of one array come before those of another, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a < b)


def less_equal(x1, x2):
    """Whether no text of one array comes behind that of another, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a <= b)


def greater(x1, x2):
    """Whether the texts of one array come behind those of another, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a > b)


def greater_equal(x1, x2):
    """Whether no text of one array comes before that of another, blanks at their ends left out."""
    return _compared(x1, x2, lambda a, b: a >= b)


def translate(a, table, deletechars=None):
    """Each text with its characters put through a table."""
    if np.asarray(a).dtype.kind == 'S':
        return _texts(lambda a: _plain(a).translate(table, deletechars or b''), a, dtype=np.asarray(a).dtype)
    return _texts(lambda a: _plain(a).translate(table), a)
