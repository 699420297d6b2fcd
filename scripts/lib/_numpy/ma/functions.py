"""The functions of `numpy.ma` besides its ufuncs."""

import builtins as _builtins

import numpy as np
from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.constant import masked as _masked
from _numpy.ma.creation import array as _array
from _numpy.ma.masks import filled as _filled, getdata as _getdata, getmask as _getmask, getmaskarray as _getmaskarray
from _numpy.ma.masks import make_mask as _make_mask, mask_or as _mask_or, nomask as _nomask
from _numpy.ma.operations import _kind_of

__name__ = 'numpy.ma'


def masked_where(condition, a, copy=True):
    """`a`, masked where a condition is true.

    >>> np.ma.masked_where([True, False, True], [1, 2, 3]).tolist()
    [None, 2, None]
    """
    condition = _make_mask(condition, shrink=False)
    a = np.array(a, copy=copy or None, subok=True)
    if condition.shape and condition.shape != a.shape:
        raise IndexError(f'Inconsistent shape between the condition and the input (got {condition.shape} and '
                         f'{a.shape})')
    kind = type(a) if hasattr(a, '_mask') else _MaskedArray
    if hasattr(a, '_mask'):
        condition = _mask_or(condition, a._mask) if a._mask is not _nomask else condition
    result = np.asarray(a).view(kind)
    if kind is not _MaskedArray or hasattr(a, '_fill_value'):
        result._update_from(a)
    result._mask = _nomask
    result.mask = _make_mask(condition, copy=False) if condition is not _nomask else _nomask
    if not copy and hasattr(a, '_mask') and _getmask(a) is _nomask:
        result._mask = result._mask.view() if result._mask is not _nomask else _nomask
    return result


def masked_greater(x, value, copy=True):
    """Masked where greater than a value.

    >>> np.ma.masked_greater([1, 5, 3], 2).tolist()
    [1, None, None]
    """
    return masked_where(np.ma.greater(x, value), x, copy=copy)


def masked_greater_equal(x, value, copy=True):
    """Masked where greater than or equal to a value."""
    return masked_where(np.ma.greater_equal(x, value), x, copy=copy)


def masked_less(x, value, copy=True):
    """Masked where less than a value.

    >>> np.ma.masked_less([1, 5, 3], 2).tolist()
    [None, 5, 3]
    """
    return masked_where(np.ma.less(x, value), x, copy=copy)


def masked_less_equal(x, value, copy=True):
    """Masked where less than or equal to a value."""
    return masked_where(np.ma.less_equal(x, value), x, copy=copy)


def masked_not_equal(x, value, copy=True):
    """Masked where not equal to a value."""
    return masked_where(np.ma.not_equal(x, value), x, copy=copy)


def masked_equal(x, value, copy=True):
    """Masked where equal to a value, which becomes the fill value.

    >>> np.ma.masked_equal([1, 2, 3, 2], 2).sum()
    np.int64(4)
    """
    result = masked_where(np.ma.equal(x, value), x, copy=copy)
    result.fill_value = value
    return result


def masked_inside(x, v1, v2, copy=True):
    """Masked between two values.

    >>> np.ma.masked_inside([1, 5, 9], 4, 6).tolist()
    [1, None, 9]
    """
    low, high = (v2, v1) if v2 < v1 else (v1, v2)
    values = np.asarray(_filled(x))
    return masked_where((values >= low) & (values <= high), x, copy=copy)


def masked_outside(x, v1, v2, copy=True):
    """Masked outside two values.

    >>> np.ma.masked_outside([1, 5, 9], 4, 6).tolist()
    [None, 5, None]
    """
    low, high = (v2, v1) if v2 < v1 else (v1, v2)
    values = np.asarray(_filled(x))
    return masked_where((values < low) | (values > high), x, copy=copy)


def masked_object(x, value, copy=True, shrink=True):
    """An array of objects, masked where equal to one."""
    if isinstance(x, _MaskedArray):
        condition, mask = np.equal(x._data, value), x._mask
    else:
        condition, mask = np.equal(np.asarray(x), value), _nomask
    mask = _mask_or(mask, _make_mask(condition, shrink=shrink), shrink=shrink)
    return _array(x, mask=mask, copy=copy, fill_value=value)


def masked_values(x, value, rtol=1e-5, atol=1e-8, copy=True, shrink=True):
    """Masked where about equal to a value.

    >>> np.ma.masked_values([1.0, 2.0, -99.0], -99).mean()
    np.float64(1.5)
    """
    numbers = np.asarray(_filled(x, value))
    if np.issubdtype(numbers.dtype, np.floating):
        mask = np.isclose(numbers, value, atol=atol, rtol=rtol)
    else:
        mask = np.equal(numbers, value)
    result = _array(numbers, mask=mask, copy=copy, fill_value=value)
    if shrink:
        result.shrink_mask()
    return result


def masked_invalid(a, copy=True):
    """Masked where nan or infinite.

    >>> np.ma.masked_invalid([1.0, np.nan, 3.0]).mean()
    np.float64(2.0)
    """
    a = np.array(a, copy=None, subok=True)
    result = masked_where(~np.isfinite(np.asarray(a)), a, copy=copy)
    if result._mask is _nomask:
        result._mask = np.zeros(result.shape, bool)
    return result


def concatenate(arrays, axis=0):
    """Arrays behind one another."""
    data = np.concatenate([np.asarray(_getdata(item)) for item in arrays], axis)
    result = data.view(_kind_of(*arrays))
    if _builtins.all(_getmask(item) is _nomask for item in arrays):
        return result
    mask = np.concatenate([_getmaskarray(item) for item in arrays], axis)
    result._mask = _make_mask(mask, dtype=mask.dtype).reshape(result.shape) if np.any(
        np.asarray(mask).view() if mask.dtype.names is None else True) else _nomask
    return result


def append(a, b, axis=None):
    """`b` behind `a`."""
    return concatenate([np.ma.ravel(a), np.ma.ravel(b)]) if axis is None else concatenate([a, b], axis)


def choose(indices, choices, out=None, mode='raise'):
    """Each element from the array that its index names."""
    places = np.asarray(_filled(indices, 0))
    data = np.choose(places, [np.asarray(_filled(item)) if item is not _masked else True for item in choices],
                     mode=mode)
    hidden = np.choose(places, [True if item is _masked else _getmask(item) for item in choices], mode=mode)
    hidden = _make_mask(_mask_or(hidden, _getmask(indices)), copy=False, shrink=True)
    result = data.view(_MaskedArray)
    if out is not None:
        out[...] = data
        if isinstance(out, _MaskedArray):
            out.__setmask__(hidden)
        return out
    result.__setmask__(hidden)
    return result


def put(a, indices, values, mode='raise'):
    """Writes values at places of the flat array."""
    return a.put(indices, values, mode=mode)


def putmask(a, mask, values):
    """Writes values where a mask is true."""
    mask = np.asarray(np.ma.filled(mask, False), dtype=bool)
    if not isinstance(a, _MaskedArray):
        a = a.view(_MaskedArray)
    data, hidden = _getdata(values), _getmask(values)
    if _getmask(a) is _nomask:
        if hidden is not _nomask:
            a._sharedmask = True
            a._mask = np.ma.make_mask_none(a.shape, a.dtype)
            np.copyto(a._mask, hidden, where=mask)
    elif a._hardmask:
        if hidden is not _nomask:
            new = a._mask.copy()
            np.copyto(new, hidden, where=mask)
            a._mask |= new
    else:
        np.copyto(a._mask, _getmaskarray(values) if hidden is _nomask else hidden, where=mask)
    np.copyto(a._data, data, where=mask)


def _by_method(name):
    def function(a, *args, **kwargs):
        return getattr(np.ma.asanyarray(a), name)(*args, **kwargs)

    function.__name__ = name
    function.__doc__ = getattr(getattr(_MaskedArray, name, None), '__doc__', None)
    return function


all = _by_method('all')
any = _by_method('any')
anom = _by_method('anom')
anomalies = anom
count = _by_method('count')
cumprod = _by_method('cumprod')
cumsum = _by_method('cumsum')
copy = _by_method('copy')
diagonal = _by_method('diagonal')
harden_mask = _by_method('harden_mask')
ids = _by_method('ids')
mean = _by_method('mean')
nonzero = _by_method('nonzero')
prod = _by_method('prod')
product = _by_method('prod')
ravel = _by_method('ravel')
repeat = _by_method('repeat')
shrink_mask = _by_method('shrink_mask')
soften_mask = _by_method('soften_mask')
std = _by_method('std')
sum = _by_method('sum')
swapaxes = _by_method('swapaxes')
trace = _by_method('trace')
unshare_mask = _by_method('unshare_mask')
var = _by_method('var')
argmin = _by_method('argmin')
argmax = _by_method('argmax')
squeeze = _by_method('squeeze')
def clip(a, *args, **kwargs):
    """The elements between two limits.

    >>> np.ma.clip([1, 5, 9], 2, 6).tolist()
    [2, 5, 6]
    """
    limits = [np.asarray(_getdata(item)) if isinstance(item, np.ndarray) else item for item in args]
    result = np.clip(np.asarray(_getdata(a)), *limits, **kwargs)
    result = np.asarray(result).view(_MaskedArray)
    result._mask = _getmask(a)
    return result


def compress(condition, a, axis=None, out=None):
    """The parts along an axis whose condition is true, with their masks.

    >>> np.ma.compress([1, 0, 1], np.ma.array([1, 2, 3], mask=[0, 0, 1])).tolist()
    [1, None]
    """
    return np.ma.asanyarray(a).compress(condition, axis=axis, out=out)


def compressed(x):
    """The elements that are not masked, in one row.

    >>> np.ma.compressed(np.ma.array([1, 2, 3], mask=[0, 1, 0]))
    array([1, 3])
    """
    return np.ma.asanyarray(x).compressed()


def take(a, indices, axis=None, out=None, mode='raise'):
    """The elements at indices along an axis."""
    return np.ma.asanyarray(a).take(indices, axis=axis, out=out, mode=mode)


def transpose(a, axes=None):
    """The axes in another order."""
    return np.ma.asanyarray(a).transpose(axes) if axes is not None else np.ma.asanyarray(a).transpose()


def reshape(a, new_shape, order='C'):
    """The same elements in another shape."""
    return np.ma.asanyarray(a).reshape(new_shape, order=order)


def resize(x, new_shape):
    """An array of another shape, repeated as often as is needed."""
    mask = _getmask(x)
    result = np.resize(np.asarray(_getdata(x)), new_shape).view(_MaskedArray)
    if mask is not _nomask:
        result._mask = np.resize(mask, new_shape)
    return result


def ndim(obj):
    """The number of axes."""
    return np.ndim(np.asarray(_getdata(obj)))


def shape(obj):
    """The length of each axis."""
    return np.shape(np.asarray(_getdata(obj)))


def size(obj, axis=None):
    """The number of elements."""
    return np.size(np.asarray(_getdata(obj)), axis)


def expand_dims(a, axis):
    """The array with axes of length 1 put in."""
    if not isinstance(a, _MaskedArray):
        return np.expand_dims(a, axis)
    result = np.expand_dims(a._data, axis).view(type(a))
    result._update_from(a)
    result._mask = a._mask if a._mask is _nomask else np.expand_dims(a._mask, axis)
    return result


def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """A sorted copy, the masked elements last."""
    a = np.array(a, copy=True, subok=True)
    if axis is None:
        a, axis = a.ravel() if not isinstance(a, _MaskedArray) else np.ma.ravel(a), 0
    if isinstance(a, _MaskedArray):
        a.sort(axis=axis, kind=kind, order=order, endwith=endwith, fill_value=fill_value)
    else:
        a.sort(axis=axis, kind=kind, order=order)
    return a


def argsort(a, axis=np._NoValue, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """The places of the elements in order, the masked ones last."""
    a = np.asanyarray(a)
    if isinstance(a, _MaskedArray):
        return a.argsort(axis=axis, kind=kind, order=order, endwith=endwith, fill_value=fill_value)
    return a.argsort(axis=-1 if axis is np._NoValue else axis, kind=kind, order=order)


def min(obj, axis=None, out=None, fill_value=None, keepdims=np._NoValue):
    """The least element."""
    return np.ma.asanyarray(obj).min(axis=axis, fill_value=fill_value, out=out, keepdims=keepdims)


def max(obj, axis=None, out=None, fill_value=None, keepdims=np._NoValue):
    """The greatest element."""
    return np.ma.asanyarray(obj).max(axis=axis, fill_value=fill_value, out=out, keepdims=keepdims)


def ptp(obj, axis=None, out=None, fill_value=None, keepdims=False):
    """The greatest element less the least."""
    return np.ma.asanyarray(obj).ptp(axis=axis, out=out, fill_value=fill_value, keepdims=keepdims)


amin = min
amax = max


def round_(a, decimals=0, out=None):
    """The rounded elements."""
    if out is None:
        return np.ma.asanyarray(a).round(decimals)
    np.round(_getdata(a), decimals, np.asarray(out))
    if isinstance(out, _MaskedArray):
        out._mask = _getmask(a)
    return out


round = round_


def left_shift(a, n):
    """The bits moved to the left."""
    mask = _getmask(a)
    if mask is _nomask:
        return np.left_shift(np.asarray(_filled(a)), n).view(_MaskedArray)
    return _array(np.left_shift(np.asarray(_filled(a, 0)), n), mask=mask)


def right_shift(a, n):
    """The bits moved to the right."""
    mask = _getmask(a)
    if mask is _nomask:
        return np.right_shift(np.asarray(_filled(a)), n).view(_MaskedArray)
    return _array(np.right_shift(np.asarray(_filled(a, 0)), n), mask=mask)


def diff(a, /, n=1, axis=-1, prepend=np._NoValue, append=np._NoValue):
    """The differences of neighbours."""
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f'order must be non-negative but got {n!r}')
    a = np.ma.asanyarray(a)
    if a.ndim == 0:
        raise ValueError('diff requires input that is at least one dimensional')
    parts = []
    for item, is_first in ((prepend, True), (append, False)):
        if item is not np._NoValue:
            item = np.ma.asanyarray(item)
            if item.ndim == 0:
                lengths = list(a.shape)
                lengths[axis] = 1
                item = np.ma.array(np.broadcast_to(item._data, tuple(lengths)),
                                   mask=np.broadcast_to(_getmaskarray(item), tuple(lengths)))
            parts.append((item, is_first))
    joined = [item for item, is_first in parts if is_first] + [a] + [item for item, is_first in parts if not is_first]
    if len(joined) > 1:
        a = concatenate(joined, axis)
    axis = axis % a.ndim
    later = tuple([slice(1, None) if place == axis else slice(None) for place in range(a.ndim)])
    earlier = tuple([slice(None, -1) if place == axis else slice(None) for place in range(a.ndim)])
    function = np.ma.not_equal if a.dtype == np.bool_ else np.ma.subtract
    for _ in range(n):
        a = function(a[later], a[earlier])
    return a


def dot(a, b, strict=False, out=None):
    """The product; masked elements count as 0."""
    if strict:
        if np.ndim(a) == 0 or np.ndim(b) == 0:
            pass
        elif b.ndim == 1:
            a = np.ma.mask_rowcols(a, 1) if a.ndim == 2 else a
        else:
            a, b = np.ma.mask_rowcols(a, 0), np.ma.mask_rowcols(b, 1)
    am, bm = ~_getmaskarray(a), ~_getmaskarray(b)
    if out is None:
        data = np.dot(np.asarray(_filled(a, 0)), np.asarray(_filled(b, 0)))
        mask = ~np.dot(am, bm)
        if not getattr(data, 'ndim', 0):
            data = np.asarray(data)
        result = data.view(_MaskedArray)
        result.__setmask__(mask)
        return result
    np.dot(np.asarray(_filled(a, 0)), np.asarray(_filled(b, 0)), np.asarray(out))
    if out.mask.shape != out.shape:
        out._mask = np.empty(out.shape, dtype=bool)
    np.dot(am, bm, out._mask)
    np.logical_not(out._mask, out._mask)
    return out


def inner(a, b):
    """The inner product; masked elements count as 0."""
    left, right = np.asarray(_filled(a, 0)), np.asarray(_filled(b, 0))
    return np.asarray(np.inner(left.reshape(1) if left.ndim == 0 else left,
                               right.reshape(1) if right.ndim == 0 else right)).view(_MaskedArray)


innerproduct = inner


def outer(a, b):
    """All products of two arrays' elements; masked elements count as 0."""
    left, right = np.asarray(_filled(a, 0)).ravel(), np.asarray(_filled(b, 0)).ravel()
    data = np.outer(left, right)
    if _getmask(a) is _nomask and _getmask(b) is _nomask:
        return data.view(_MaskedArray)
    seen = np.outer(1 - _getmaskarray(a).astype(int), 1 - _getmaskarray(b).astype(int))
    return _array(data, mask=_make_mask(1 - seen, copy=False))


outerproduct = outer


def _convolved(function, a, v, mode, propagate_mask):
    if propagate_mask:
        mask = function(_getmaskarray(a), np.ones(np.shape(v), dtype=bool), mode=mode) | function(
            np.ones(np.shape(a), dtype=bool), _getmaskarray(v), mode=mode)
        data = function(np.asarray(_getdata(a)), np.asarray(_getdata(v)), mode=mode)
    else:
        mask = ~function((~_getmaskarray(a)).astype(int), (~_getmaskarray(v)).astype(int), mode=mode).astype(bool)
        data = function(np.asarray(_filled(a, 0)), np.asarray(_filled(v, 0)), mode=mode)
    return _array(data, mask=mask)


def correlate(a, v, mode='valid', propagate_mask=True):
    """The correlation of two rows."""
    return _convolved(np.correlate, a, v, mode, propagate_mask)


def convolve(a, v, mode='full', propagate_mask=True):
    """The convolution of two rows."""
    return _convolved(np.convolve, a, v, mode, propagate_mask)


def allequal(a, b, fill_value=True):
    """Whether all elements are equal; masked ones count as equal where `fill_value` is true."""
    mask = _mask_or(_getmask(a), _getmask(b))
    same = np.equal(np.asarray(_getdata(a)), np.asarray(_getdata(b)))
    if mask is _nomask:
        return same.all()
    if fill_value:
        return np.asarray(_array(same, mask=mask, copy=False).filled(True)).all()
    return False


def allclose(a, b, masked_equal=True, rtol=1e-5, atol=1e-8):
    """Whether all elements are about equal."""
    x, y = np.ma.asarray(a), np.ma.asarray(b)
    close = np.isclose(x._data, y._data, rtol=rtol, atol=atol)
    return np.all(np.where(_getmaskarray(x) | _getmaskarray(y), bool(masked_equal), close))


def _made(name):
    def function(*args, **kwargs):
        fill_value, hard = kwargs.pop('fill_value', None), kwargs.pop('hardmask', False)
        like = args[0] if name.endswith('_like') else None
        if like is not None:
            args = (np.asarray(like),) + args[1:]
        result = getattr(np, name)(*args, **kwargs).view(_MaskedArray)
        if like is not None and isinstance(like, _MaskedArray):
            result._update_from(like)
            if like._mask is not _nomask:
                result._mask = like._mask.copy()
        if fill_value is not None:
            result.fill_value = fill_value
        result._hardmask = bool(hard)
        return result

    function.__name__ = name
    function.__doc__ = getattr(getattr(np, name), '__doc__', None)
    return function


arange = _made('arange')
empty = _made('empty')
empty_like = _made('empty_like')
zeros = _made('zeros')
zeros_like = _made('zeros_like')
ones = _made('ones')
ones_like = _made('ones_like')
identity = _made('identity')
indices = _made('indices')
frombuffer = _made('frombuffer')
fromfunction = _made('fromfunction')


def fromflex(fxarray):
    """A masked array of what `toflex` gave."""
    return _array(fxarray['_data'], mask=fxarray['_mask'])


def flatten_structured_array(a):
    """The fields of records beside each other."""
    def parts(item):
        for value in item:
            if isinstance(value, tuple):
                yield from parts(value)
            else:
                yield value

    a = np.asanyarray(a)
    data = np.array([tuple(parts(item)) for item in np.asarray(_getdata(a.ravel())).tolist()])
    result = data
    if isinstance(a, _MaskedArray):
        result = data.view(_MaskedArray)
        result._mask = np.array([tuple(parts(item)) for item in _getmaskarray(a).ravel().tolist()])
    if len(a.shape) > 1:
        result.shape = a.shape + data.shape[1:]
    return result
