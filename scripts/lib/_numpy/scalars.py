"""The elements of arrays of text and bytes, and the functions of values that become ufuncs."""

import numpy as np

__name__ = 'numpy'


def _shown(kind, text):
    """A scalar with its type, as NumPy 2 shows it; without where an older layout is asked for."""
    return text if np.get_printoptions()['legacy'] in ('1.13', '1.21', '1.25') else f'np.{kind}({text})'


class str_(str):
    """An element of an array of text."""

    def __repr__(self):
        return _shown('str_', str.__repr__(self))

    @property
    def dtype(self):
        return np.dtype(f'U{max(len(self), 1)}')

    def item(self):
        """The text as Python's own."""
        return str(self)

    def tolist(self):
        """The text as Python's own."""
        return str(self)

    ndim = 0
    shape = ()
    size = 1


class bytes_(bytes):
    """An element of an array of bytes."""

    def __new__(cls, value=b'', *rest):
        if isinstance(value, str) and not rest:
            value = value.encode('ascii')
        return bytes.__new__(cls, value, *rest)

    def __repr__(self):
        return _shown('bytes_', bytes.__repr__(self))

    @property
    def dtype(self):
        return np.dtype(f'S{max(len(self), 1)}')

    def item(self):
        """The bytes as Python's own."""
        return bytes(self)

    def tolist(self):
        """The bytes as Python's own."""
        return bytes(self)

    ndim = 0
    shape = ()
    size = 1


class _function_ufunc:
    """A function of Python that works on arrays, element by element; its results are values."""

    def __init__(self, func, nin, nout, identity):
        self._func = func
        self.nin = nin
        self.nout = nout
        self.nargs = nin + nout
        self.ntypes = 1
        self.types = ['O' * nin + '->' + 'O' * nout]
        self.identity = identity
        self.signature = None
        self.__name__ = getattr(func, '__name__', '?') + ' (vectorized)'

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=True, dtype=None, casting='same_kind'):
        if len(args) != self.nin:
            raise TypeError(
                f'{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but {len(args)} '
                f'{"was" if len(args) == 1 else "were"} given')
        arrays = np.broadcast_arrays(*[np.asarray(one, dtype=object) for one in args])
        shape = arrays[0].shape if arrays else ()
        results = [np.empty(shape, dtype=object) for _ in range(self.nout)]
        for place in np.ndindex(*shape):
            value = self._func(*[one[place] for one in arrays])
            if self.nout == 1:
                results[0][place] = value
            else:
                for result, part in zip(results, value):
                    result[place] = part
        if out is not None:
            for target, result in zip(out if isinstance(out, tuple) else (out,), results):
                target[...] = result
            return out
        if shape == ():
            results = [one[()] for one in results]
        return results[0] if self.nout == 1 else tuple(results)

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        """The function applied along an axis."""
        array = np.asarray(array, dtype=object)
        rows = list(np.moveaxis(array, axis, 0))
        if initial is not None:
            rows.insert(0, initial)
        if not rows:
            if self.identity is None:
                raise ValueError(
                    f'zero-size array to reduction operation {self.__name__} which has no identity')
            return self.identity
        result = rows[0]
        for row in rows[1:]:
            result = self(result, row)
        return np.expand_dims(result, axis) if keepdims else result

    def accumulate(self, array, axis=0, dtype=None, out=None):
        """The results of the function along an axis."""
        rows = list(np.moveaxis(np.asarray(array, dtype=object), axis, 0))
        for place in range(1, len(rows)):
            rows[place] = self(rows[place - 1], rows[place])
        return np.moveaxis(np.array(rows, dtype=object), 0, axis)

    def outer(self, A, B):
        """The function of all pairs."""
        A = np.asarray(A, dtype=object)
        B = np.asarray(B, dtype=object)
        return self(A.reshape(A.shape + (1,) * B.ndim), B)


def frompyfunc(func, /, nin, nout, *, identity=None):
    """Make a function of Python one of arrays, whose results are arrays of values."""
    if not callable(func):
        raise TypeError('function must be callable')
    return _function_ufunc(func, nin, nout, identity)
