"""What is written with brackets, and the indices of parts of arrays."""

import itertools
import operator

import numpy as np

__name__ = 'numpy'


class _IndexExpression:
    """Hands back its key: a slice, or a tuple of them, to use later."""

    def __init__(self, maketuple):
        self.maketuple = maketuple

    def __getitem__(self, item):
        if self.maketuple and not isinstance(item, tuple):
            return (item,)
        return item


s_ = _IndexExpression(False)
index_exp = _IndexExpression(True)


def _number_range(key, as_float=None):
    """The numbers that a slice stands for; an imaginary step is a number of points."""
    start = 0 if key.start is None else key.start
    step = 1 if key.step is None else key.step
    if isinstance(step, (complex, np.complexfloating)):
        points = np.linspace(start, key.stop, int(abs(step)))
        is_narrow = as_float and isinstance(step, np.complex64)
        return points.astype(np.result_type(np.float32, start, key.stop)) if is_narrow else points
    return np.arange(start, key.stop, step)


class _Grid:
    """The coordinates of a grid, full or open."""

    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return _number_range(key, True)
        numbers = [number for one in key for number in (one.start, one.step, one.stop) if number is not None]
        floats = any(isinstance(number, (float, complex, np.floating, np.complexfloating)) for number in numbers)
        axes = [_number_range(one) for one in key]
        if floats:
            # A complex step counts as a float of half its size; numbers of Python are weak.
            parts = [number.real if isinstance(number, np.complexfloating) else
                     (float(abs(number)) if isinstance(number, complex) else number) for number in numbers]
            strong = any(isinstance(number, np.generic) for number in parts)
            kind = np.result_type(*parts) if strong else np.dtype(float)
            axes = [axis.astype(kind) for axis in axes]
        if self.sparse:
            return tuple(axis.reshape((1,) * place + (-1,) + (1,) * (len(axes) - 1 - place))
                         for place, axis in enumerate(axes))
        if not axes:
            return np.empty((0,), dtype=int)
        shape = tuple(len(axis) for axis in axes)
        result = np.empty((len(axes),) + shape, dtype=np.result_type(*axes))
        for place, axis in enumerate(axes):
            result[place] = axis.reshape((-1,) + (1,) * (len(axes) - 1 - place))
        return result


mgrid = _Grid(sparse=False)
ogrid = _Grid(sparse=True)


class _AxisConcatenator:
    """Puts its keys behind one another along an axis; slices are ranges."""

    def __init__(self, axis=0, ndmin=1, trans1d=-1):
        self.axis = axis
        self.ndmin = ndmin
        self.trans1d = trans1d

    def __len__(self):
        return 0

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        axis, ndmin, trans1d, as_matrix = self.axis, self.ndmin, self.trans1d, None
        parts = []
        for place, item in enumerate(key):
            if isinstance(item, slice):
                part = _number_range(item)
                if ndmin > 1:
                    part = np.array(part, copy=None, ndmin=ndmin)
                    if trans1d != -1:
                        part = part.swapaxes(-1, trans1d)
                parts.append(part)
            elif isinstance(item, str):
                if place != 0:
                    raise ValueError('special directives must be the first entry.')
                if item in ('r', 'c'):
                    as_matrix = item
                    continue
                try:
                    if ',' in item:
                        numbers = [int(part) for part in item.split(',')]
                        axis, ndmin = numbers[:2]
                        if len(numbers) == 3:
                            trans1d = numbers[2]
                    else:
                        axis = int(item)
                except Exception as problem:
                    if ',' in item:
                        raise ValueError(f'unknown special directive {item!r}') from problem
                    raise ValueError('unknown special directive') from problem
            else:
                array = np.asanyarray(item)
                rank = array.ndim
                part = np.array(array, copy=None, ndmin=ndmin)
                if trans1d != -1 and rank < ndmin:
                    missing = ndmin - rank
                    where = trans1d + missing + 1 if trans1d < 0 else trans1d
                    axes = list(range(ndmin))
                    part = part.transpose(axes[:where] + axes[missing:] + axes[where:missing])
                parts.append(_weak(part, item) if rank == 0 else part)
        parts = _same_kind(parts)
        result = np.concatenate(parts, axis=axis)
        if as_matrix is not None:
            rank = result.ndim
            result = np.matrix(result)
            if rank == 1 and as_matrix == 'c':
                result = result.T
        return result


class _Weak:
    """A Python number as an array, which takes the others' dtype where that can hold its kind."""

    def __init__(self, array, number):
        self.array = array
        self.number = number


def _weak(array, item):
    return _Weak(array, item) if type(item) in (int, float, complex) else array


def _same_kind(parts):
    if not any(isinstance(part, _Weak) for part in parts):
        return parts
    strong = [part.dtype for part in parts if not isinstance(part, _Weak)]
    numbers = [part.number for part in parts if isinstance(part, _Weak)]
    dtype = np.result_type(*strong, *numbers) if strong else None
    return [(part.array if dtype is None else part.array.astype(dtype)) if isinstance(part, _Weak) else part
            for part in parts]


r_ = _AxisConcatenator(0)
c_ = _AxisConcatenator(-1, ndmin=2, trans1d=0)


def ix_(*args):
    """Return index arrays that together pick the crossings of the given 1-d sequences."""
    out = []
    rank = len(args)
    for place, new in enumerate(args):
        if not isinstance(new, np.ndarray):
            new = np.asarray(new)
            if new.size == 0:
                new = new.astype(np.intp)
        if new.ndim != 1:
            raise ValueError('Cross index must be 1 dimensional')
        if new.dtype == bool:
            new, = new.nonzero()
        out.append(new.reshape((1,) * place + (new.size,) + (1,) * (rank - place - 1)))
    return tuple(out)


def diag_indices(n, ndim=2):
    """Return the indices of the main diagonal of an array with `ndim` axes of length n."""
    places = np.arange(n)
    return (places,) * ndim


def diag_indices_from(arr):
    """Return the indices of an array's main diagonal."""
    if not arr.ndim >= 2:
        raise ValueError('input array must be at least 2-d')
    if not np.all(np.diff(arr.shape) == 0):
        raise ValueError('All dimensions of input must be of equal length')
    return diag_indices(arr.shape[0], arr.ndim)


def tril_indices_from(arr, k=0):
    """Return the indices of the lower triangle of a 2-d array."""
    if arr.ndim != 2:
        raise ValueError('input array must be 2-d')
    return np.tril_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def triu_indices_from(arr, k=0):
    """Return the indices of the upper triangle of a 2-d array."""
    if arr.ndim != 2:
        raise ValueError('input array must be 2-d')
    return np.triu_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def mask_indices(n, mask_func, k=0):
    """Return the indices of an n-by-n array that a function such as `triu` leaves."""
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


class ndindex:
    """Iterate over the indices of an array of a shape, as tuples, the last one fastest."""

    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
            shape = tuple(shape[0])
        shape = tuple(operator.index(length) for length in shape)
        if any(length < 0 for length in shape):
            raise ValueError('negative dimensions are not allowed')
        self._shape = shape
        self.reset()

    def reset(self):
        """Start anew."""
        self._indices = itertools.product(*map(range, self._shape))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._indices)


class ndenumerate:
    """Iterate over an array's elements, each with its index as a tuple."""

    def __init__(self, arr):
        self._array = np.asarray(arr)
        self._indices = iter(np.ndindex(*self._array.shape))

    def __next__(self):
        index = next(self._indices)
        return index, self._array[index]

    def __iter__(self):
        return self
