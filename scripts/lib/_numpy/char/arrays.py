"""`chararray`, and the comparisons of arrays of text."""

import numpy as np

__name__ = 'numpy.char'


def compare_chararrays(a1, a2, cmp, rstrip):
    """Compares texts, on request without the blanks at their ends."""
    tests = {'<': np.less, '<=': np.less_equal, '==': np.equal, '>=': np.greater_equal, '>': np.greater,
             '!=': np.not_equal}
    if cmp not in tests:
        raise ValueError("comparison must be '==', '!=', '<', '>', '<=', '>='")
    a1, a2 = np.asarray(a1), np.asarray(a2)
    if a1.dtype.kind not in 'SU' or a2.dtype.kind not in 'SU':
        raise TypeError('comparison of non-string arrays')
    if rstrip:
        a1, a2 = np.char.rstrip(a1), np.char.rstrip(a2)
    return tests[cmp](a1, a2)


class chararray(np.ndarray):
    """An array of texts with their methods; blanks at the ends of elements do not count."""

    def __new__(subtype, shape, itemsize=1, unicode=False, buffer=None, offset=0, strides=None, order='C'):
        kind = np.dtype(f'{"U" if unicode else "S"}{int(itemsize)}')
        given = None
        if isinstance(buffer, str):
            given, buffer = buffer, None
        if buffer is None:
            result = np.zeros(shape, kind, order=order).view(subtype)
        else:
            result = np.ndarray(shape, kind, buffer=buffer, offset=offset, strides=strides, order=order).view(subtype)
        if given is not None:
            result[...] = given
        return result

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def __array_finalize__(self, obj):
        if self.dtype.char not in 'VSUbc':
            raise ValueError('Can only create a chararray from string data.')

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        array = np.asarray(arr)
        if array.dtype.char in 'SUbc':
            return array.view(type(self))
        return array

    def __getitem__(self, index):
        value = np.ndarray.__getitem__(self, index)
        if isinstance(value, (str, bytes)):
            return value.rstrip()
        return value

    def __repr__(self):
        shown = np.char.rstrip(np.asarray(self)).astype(self.dtype)
        return 'chararray' + np.array_repr(shown)[5:].replace('\n', '\n    ')

    def __str__(self):
        return str(np.char.rstrip(np.asarray(self)).astype(self.dtype))

    def __mod__(self, i):
        return np.char.asarray(np.char.mod(np.asarray(self), i))

    def __rmod__(self, other):
        return NotImplemented

    def __add__(self, other):
        return np.char.asarray(np.char.add(np.asarray(self), np.asarray(other)))

    def __radd__(self, other):
        return np.char.asarray(np.char.add(np.asarray(other), np.asarray(self)))

    def __mul__(self, i):
        return np.char.asarray(np.char.multiply(np.asarray(self), i))

    __rmul__ = __mul__

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        return np.asarray(self).argsort(axis, kind, order)


def _comparison(name):
    def method(self, other):
        return getattr(np.char, name)(np.asarray(self), np.asarray(other))

    return method


for _method, _name in (('eq', 'equal'), ('ne', 'not_equal'), ('ge', 'greater_equal'), ('le', 'less_equal'),
                       ('gt', 'greater'), ('lt', 'less')):
    setattr(chararray, f'__{_method}__', _comparison(_name))


def _method_of(name, is_text):
    def method(self, *args, **kwargs):
        args = [np.asarray(item) if isinstance(item, np.ndarray) else item for item in args]
        result = getattr(np.char, name)(np.asarray(self), *args, **kwargs)
        return np.char.asarray(result) if is_text else result

    method.__name__ = name
    return method


for _name in ('capitalize', 'center', 'decode', 'encode', 'expandtabs', 'join', 'ljust', 'lower', 'lstrip', 'partition',
              'replace', 'rjust', 'rpartition', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill'):
    setattr(chararray, _name, _method_of(_name, True))
for _name in ('count', 'endswith', 'find', 'index', 'isalnum', 'isalpha', 'isdecimal', 'isdigit', 'islower', 'isnumeric',
              'isspace', 'istitle', 'isupper', 'rfind', 'rindex', 'rsplit', 'split', 'splitlines', 'startswith'):
    setattr(chararray, _name, _method_of(_name, False))


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    """A `chararray` of texts."""
    if isinstance(obj, (str, bytes)):
        if unicode is None:
            unicode = isinstance(obj, str)
        length = len(obj) if itemsize is None else itemsize
        kind = f'{"U" if unicode else "S"}{max(length, 1)}'
        if itemsize is not None and len(obj) > itemsize:
            parts = [obj[start:start + itemsize] for start in range(0, len(obj), itemsize)]
            return np.array(parts, kind).view(chararray)
        return np.array(obj, kind).view(chararray)
    if isinstance(obj, (list, tuple)):
        obj = np.asarray(obj)
    if isinstance(obj, np.ndarray) and obj.dtype.kind in 'SU':
        kind = obj.dtype.kind if unicode is None else 'U' if unicode else 'S'
        if itemsize is None:
            itemsize = obj.dtype.itemsize // (4 if obj.dtype.kind == 'U' else 1)
        data = np.asarray(obj)
        if kind != obj.dtype.kind or itemsize * (4 if kind == 'U' else 1) != obj.dtype.itemsize:
            data = np.char.encode(data, 'ascii') if kind == 'S' and obj.dtype.kind == 'U' else data
            data = np.char.decode(data, 'ascii') if kind == 'U' and obj.dtype.kind == 'S' else data
            data = data.astype(f'{kind}{itemsize}')
        elif copy:
            data = data.copy()
        return data.view(chararray)
    if isinstance(obj, np.ndarray) and obj.dtype == object and itemsize is None:
        obj = obj.tolist()
    kind = 'U' if unicode else 'S' if unicode is not None else str
    data = np.array(obj, dtype=kind if itemsize is None else f'{"S" if kind == "S" else "U"}{itemsize}')
    return data.view(chararray)


def asarray(obj, itemsize=None, unicode=None, order=None):
    """The texts as a `chararray`."""
    return array(obj, itemsize, copy=False, unicode=unicode, order=order)
