"""`matrix`: arrays of two axes whose `*` is the product of matrices."""

import ast
import operator
import sys
import warnings

import numpy as np

__name__ = 'numpy'


def _parsed(text):
    """The rows of a text such as '1 2; 3 4'."""
    for character in '[]':
        text = text.replace(character, '')
    rows = []
    for row in text.split(';'):
        rows.append([ast.literal_eval(item) for part in row.split(',') for item in part.split()])
        if len(rows[-1]) != len(rows[0]):
            raise ValueError('Rows not the same size.')
    return rows


def _plain(value):
    """A matrix as an ordinary array; anything else as it is."""
    return np.asarray(value) if isinstance(value, matrix) else value


def _made(array):
    """An array of up to two axes as a matrix."""
    array = np.asarray(array)
    if array.ndim > 2:
        return array
    shape = (1, 1) if array.ndim == 0 else (1, array.shape[0]) if array.ndim == 1 else array.shape
    return array.reshape(shape).view(matrix)


def _result(value):
    return _made(value) if isinstance(value, np.ndarray) and value.ndim == 2 else value


def _product(value):
    return _made(value) if isinstance(value, np.ndarray) else value


def _operator(function, reflected=False):
    def operate(self, other):
        other = _plain(other)
        return _result(function(other, _plain(self)) if reflected else function(_plain(self), other))

    return operate


def _reduction(name, as_matrix=True):
    def reduce(self, axis=None, *args, **kwargs):
        array, out = _plain(self), kwargs.pop('out', None)
        value = getattr(np, name)(array, axis, *args, **kwargs)
        if out is not None:
            out[...] = value if axis is None else np.expand_dims(value, axis)
            return out
        if axis is None:
            return value
        return _made(np.expand_dims(value, axis))

    reduce.__name__ = name
    return reduce


class matrix(np.ndarray):
    """An array of two axes whose `*` is the product of matrices and whose `**` is their power."""

    __array_priority__ = 10.0

    def __new__(cls, data, dtype=None, copy=True):
        warnings.warn(
            'the matrix subclass is not the recommended way to represent matrices or deal with linear algebra (see '
            'https://docs.scipy.org/doc/numpy/user/numpy-for-matlab-users.html). Please adjust your code to use '
            'regular ndarray.', PendingDeprecationWarning, stacklevel=2)
        if isinstance(data, str):
            data = _parsed(data)
        array = np.array(_plain(data), dtype=dtype)
        if array.ndim > 2:
            raise ValueError('matrix must be 2-dimensional')
        return _made(array)

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def __array_finalize__(self, obj):
        """Brings a view to two axes."""
        rank = self.ndim
        if rank == 2:
            return
        shape = self.shape
        if rank > 2:
            shape = tuple([extent for extent in shape if extent > 1])
            if len(shape) > 2:
                raise ValueError('shape too large to be a matrix.')
        self.shape = (1,) * (2 - len(shape)) + shape

    def __repr__(self):
        array = _plain(self)
        text = np.array2string(array, separator=', ', prefix='matrix(')
        kind = '' if array.dtype in (np.int64, np.float64, np.bool, np.complex128) and array.size else (
            f', dtype={array.dtype}')
        return f'matrix({text}{kind})'

    def __str__(self):
        return str(_plain(self))

    def __getitem__(self, index):
        out = _plain(self)[_plain(index)]
        if not isinstance(out, np.ndarray):
            return out
        if out.ndim == 0:
            return out[()]
        if out.ndim == 1:
            length = out.shape[0]
            column = isinstance(index, tuple) and len(index) > 1 and np.isscalar(index[1])
            return _made(out.reshape((length, 1) if column else (1, length)))
        return _result(out)

    def __setitem__(self, index, value):
        array, value = _plain(self), _plain(value)
        if isinstance(value, np.ndarray) and value.ndim == 2 and isinstance(index, tuple):
            part = array[_plain(index)]
            if isinstance(part, np.ndarray) and part.ndim == 1:
                # As the part has two axes, what is written has.
                value = np.broadcast_to(value, self[index].shape).ravel()
        array[_plain(index)] = value

    def __iter__(self):
        for place in range(self.shape[0]):
            yield self[place]

    def __len__(self):
        return self.shape[0]

    def __mul__(self, other):
        if isinstance(other, (np.ndarray, list, tuple)):
            other = _plain(other)
            other = np.asarray(other)
            if other.ndim == 1:
                other = other.reshape(1, -1)
            return _result(np.dot(_plain(self), other))
        return _result(_plain(self) * other)

    def __rmul__(self, other):
        other = _plain(other)
        return _result(np.dot(other, _plain(self)) if isinstance(other, (np.ndarray, list, tuple)) else
                       other * _plain(self))

    def __imul__(self, other):
        return self * other

    def __matmul__(self, other):
        return _product(np.matmul(_plain(self), _plain(other)))

    def __rmatmul__(self, other):
        return _product(np.matmul(_plain(other), _plain(self)))

    def __pow__(self, other):
        return _result(np.linalg.matrix_power(_plain(self), other))

    def __neg__(self):
        return _result(-_plain(self))

    def __pos__(self):
        return _result(_plain(self).copy())

    def __abs__(self):
        return _result(np.abs(_plain(self)))

    def __invert__(self):
        return _result(~_plain(self))

    @property
    def T(self):
        """The transpose."""
        return _made(_plain(self).T)

    @property
    def H(self):
        """The conjugate transpose."""
        return _made(np.conjugate(_plain(self).T))

    @property
    def I(self):
        """The inverse, or the pseudoinverse of a matrix that is not square."""
        array = _plain(self)
        return _made(np.linalg.inv(array) if array.shape[0] == array.shape[1] else np.linalg.pinv(array))

    @property
    def A(self):
        """The same elements as an ordinary array."""
        return _plain(self)

    @property
    def A1(self):
        """The elements as an array of one axis."""
        return _plain(self).ravel()

    getT = lambda self: self.T
    getH = lambda self: self.H
    getI = lambda self: self.I
    getA = lambda self: self.A
    getA1 = lambda self: self.A1

    def tolist(self):
        """The rows as lists."""
        return _plain(self).tolist()

    def transpose(self, *axes):
        """The transpose."""
        return _made(_plain(self).transpose(*axes))

    def flatten(self, order='C'):
        """All elements in one row."""
        return _made(_plain(self).flatten(order))

    def ravel(self, order='C'):
        """All elements in one row."""
        return _made(_plain(self).ravel(order))

    def reshape(self, *shape, order='C'):
        """The elements in another shape."""
        return _product(_plain(self).reshape(*shape, order=order))

    def squeeze(self, axis=None):
        """The matrix itself, which keeps its two axes."""
        return _made(_plain(self).squeeze(axis))

    def copy(self, order='C'):
        """A copy."""
        return _made(_plain(self).copy(order))

    def astype(self, dtype, *args, **kwargs):
        """A copy of another dtype."""
        if not kwargs.get('copy', True) and self.dtype == np.dtype(dtype):
            return self
        return _made(_plain(self).astype(dtype))

    def byteswap(self, inplace=False):
        """The elements with their bytes in the other order."""
        return _made(_plain(self).byteswap(inplace))

    def dot(self, other):
        """The product of matrices."""
        return _product(np.dot(_plain(self), _plain(other)))

    def conjugate(self):
        """The complex conjugates."""
        return _made(np.conjugate(_plain(self)))

    conj = conjugate

    def diagonal(self, offset=0):
        """The diagonal in one row."""
        return _made(np.diagonal(_plain(self), offset))

    def trace(self, offset=0):
        """The sum of the diagonal, as a matrix of one element."""
        return _made(np.trace(_plain(self), offset))

    def round(self, decimals=0):
        """The rounded elements."""
        return _made(np.round(_plain(self), decimals))

    def item(self, *place):
        """One element as a Python number."""
        return _plain(self).item(*place)


for _name in ('add', 'sub', 'truediv', 'floordiv', 'mod', 'and_', 'or_', 'xor'):
    _short = _name.rstrip('_')
    setattr(matrix, f'__{_short}__', _operator(getattr(operator, _name)))
    setattr(matrix, f'__r{_short}__', _operator(getattr(operator, _name), reflected=True))
for _name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    setattr(matrix, f'__{_name}__', _operator(getattr(operator, _name)))
for _name in ('sum', 'mean', 'std', 'var', 'prod', 'any', 'all', 'max', 'min', 'argmax', 'argmin', 'ptp'):
    setattr(matrix, _name, _reduction(_name))


def asmatrix(data, dtype=None):
    """Return a matrix; one that is a matrix already as it is."""
    if isinstance(data, matrix) and (dtype is None or data.dtype == np.dtype(dtype)):
        return data
    if isinstance(data, str):
        data = _parsed(data)
    array = np.asarray(_plain(data), dtype=dtype)
    if array.ndim > 2:
        raise ValueError('matrix must be 2-dimensional')
    return _made(array)


def bmat(obj, ldict=None, gdict=None):
    """Return a matrix of blocks: rows of matrices, or a text that names them."""
    if isinstance(obj, str):
        frame = sys._getframe(1)
        names = dict(frame.f_globals) if gdict is None else dict(gdict)
        names.update(frame.f_locals if gdict is None else ldict or {})
        rows = [[names[item] for part in row.split(',') for item in part.split()] for row in obj.split(';')]
        return _made(np.concatenate([np.concatenate([_plain(one) for one in row], axis=-1) for row in rows], axis=0))
    if isinstance(obj, (tuple, list)):
        if all(isinstance(row, np.ndarray) for row in obj):
            return _made(np.concatenate([_plain(row) for row in obj], axis=-1))
        return _made(np.concatenate(
            [np.concatenate([_plain(one) for one in row], axis=-1) for row in obj], axis=0))
    return asmatrix(obj)
