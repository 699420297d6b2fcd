"""Statistics, sets, stacks and runs of masked arrays."""

import numpy as np
from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.constant import masked as _masked
from _numpy.ma.creation import array as _array
from _numpy.ma.masks import filled as _filled, getdata as _getdata, getmask as _getmask, getmaskarray as _getmaskarray
from _numpy.ma.masks import make_mask_descr as _make_mask_descr, mask_or as _mask_or, nomask as _nomask

__name__ = 'numpy.ma'


def count_masked(arr, axis=None):
    """How many elements are masked."""
    return _getmaskarray(arr).sum(axis)


def masked_all(shape, dtype=float):
    """An array all of whose elements are masked.

    >>> np.ma.masked_all(2).mask
    array([ True,  True])
    """
    return _MaskedArray(np.empty(shape, dtype), mask=np.ones(shape, _make_mask_descr(dtype)))


def masked_all_like(arr):
    """An array like another one, all of whose elements are masked."""
    result = np.empty_like(np.asarray(arr)).view(_MaskedArray)
    result._mask = np.ones(result.shape, dtype=_make_mask_descr(result.dtype))
    return result


def _of_both(name):
    """A function of NumPy's for the elements and for the mask."""
    def function(x, *args, **kwargs):
        call = getattr(np, name)
        if isinstance(x, (tuple, list)):
            data = call([np.asarray(_getdata(item)) for item in x], *args, **kwargs)
            mask = call([_getmaskarray(item) for item in x], *args, **kwargs)
        else:
            data = call(np.asarray(_getdata(x)), *args, **kwargs)
            mask = call(_getmaskarray(x), *args, **kwargs)
        if isinstance(data, (tuple, list)):
            return type(data)([_array(one, mask=other) for one, other in zip(data, mask)])
        return _array(data, mask=mask)

    function.__name__ = name
    function.__doc__ = getattr(getattr(np, name), '__doc__', None)
    return function


def _of_each(name):
    each = _of_both(name)

    def function(*args):
        if len(args) == 1:
            return each(args[0])
        return tuple([each(item) for item in args])

    function.__name__ = name
    function.__doc__ = each.__doc__
    return function


atleast_1d = _of_each('atleast_1d')
atleast_2d = _of_each('atleast_2d')
atleast_3d = _of_each('atleast_3d')
vstack = _of_both('vstack')
row_stack = vstack
hstack = _of_both('hstack')
column_stack = _of_both('column_stack')
dstack = _of_both('dstack')
stack = _of_both('stack')
hsplit = _of_both('hsplit')
diagflat = _of_both('diagflat')


def diag(v, k=0):
    """A diagonal, or a matrix with one."""
    result = np.diag(np.asarray(_getdata(v)), k).view(_MaskedArray)
    if _getmask(v) is not _nomask:
        result._mask = np.diag(v._mask, k)
    return result


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of every row along an axis."""
    arr = _array(arr, copy=False, subok=True)
    axis = np.lib.array_utils.normalize_axis_index(axis, arr.ndim)
    lengths = arr.shape[:axis] + arr.shape[axis + 1:]
    made = {}
    for index in np.ndindex(*lengths):
        made[index] = func1d(arr[index[:axis] + (slice(None),) + index[axis:]], *args, **kwargs)
    inside = np.shape(next(iter(made.values())))
    data = np.zeros(lengths + inside, dtype=object)
    mask = np.zeros(lengths + inside, dtype=bool)
    kinds = []
    for index, value in made.items():
        kinds.append(np.asarray(_getdata(value)).dtype)
        mask[index] = _getmaskarray(value)
        data[index] = np.asarray(_getdata(value)).tolist() if not inside else 0
        if inside:
            data[index] = np.asarray(_getdata(value)).astype(object)
    data = data.astype(np.result_type(*kinds))
    if inside:
        order = list(range(axis)) + list(range(len(lengths), data.ndim)) + list(range(axis, len(lengths)))
        data, mask = data.transpose(order), mask.transpose(order)
    if not data.ndim:
        return _masked if mask else data[()]
    return _array(data, mask=mask if mask.any() else _nomask)


def apply_over_axes(func, a, axes):
    """A function along several axes, one after the other."""
    value = np.ma.asarray(a)
    for axis in np.atleast_1d(axes):
        axis = int(axis) + (np.ndim(a) if axis < 0 else 0)
        result = func(value, axis)
        value = result if result.ndim == value.ndim else np.ma.expand_dims(result, axis)
        if value.ndim != np.ndim(a):
            raise ValueError('function is not returning an array of the correct shape')
    return value


def average(a, axis=None, weights=None, returned=False, *, keepdims=np._NoValue):
    """The weighted mean.

    >>> np.ma.average(np.ma.array([1.0, 2.0, 6.0], mask=[0, 1, 0]), weights=[1, 1, 3])
    np.float64(4.75)
    """
    a = np.ma.asarray(a)
    mask = _getmask(a)
    kwargs = {} if keepdims is np._NoValue else {'keepdims': keepdims}
    if weights is None:
        result = a.mean(axis, **kwargs)
        scale = result.dtype.type(a.count(axis)) if np.ndim(result) == 0 else np.asarray(a.count(axis), result.dtype)
    else:
        wgt = np.ma.asarray(weights)
        if issubclass(a.dtype.type, (np.integer, np.bool_)):
            kind = np.result_type(a.dtype, wgt.dtype, 'f8')
        else:
            kind = np.result_type(a.dtype, wgt.dtype)
        if a.shape != wgt.shape:
            if axis is None:
                raise TypeError('Axis must be specified when shapes of a and weights differ.')
            axes = np.lib.array_utils.normalize_axis_tuple(axis, a.ndim, argname='axis')
            if wgt.shape != tuple([a.shape[one] for one in axes]):
                raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
            wgt = wgt.transpose(tuple(np.argsort(axes).tolist()))
            wgt = wgt.reshape(tuple([length if place in axes else 1 for place, length in enumerate(a.shape)]))
            axis = axes
        if mask is not _nomask:
            wgt = _array(np.broadcast_to(wgt._data, a.shape) * (~a.mask), mask=np.broadcast_to(
                _getmaskarray(wgt), a.shape) | a.mask)
        scale = wgt.sum(axis=axis, dtype=kind, **kwargs)
        result = np.ma.multiply(a, wgt).astype(kind).sum(axis, **kwargs) / scale
    if returned:
        if np.shape(scale) != np.shape(result):
            scale = np.broadcast_to(scale, np.shape(result)).copy()
        return result, scale
    return result


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element.

    >>> np.ma.median(np.ma.array([1, 9, 2, 3], mask=[0, 1, 0, 0]))
    np.float64(2.0)
    """
    if not hasattr(a, 'mask'):
        result = np.median(np.asarray(a), axis=axis, keepdims=keepdims)
        return np.ma.array(result, copy=False) if np.ndim(result) else result
    values = np.ma.asarray(a)
    axes = tuple(range(values.ndim)) if axis is None else np.lib.array_utils.normalize_axis_tuple(axis, values.ndim)
    rest = [place for place in range(values.ndim) if place not in axes]
    moved = values.transpose(rest + list(axes))
    lengths = moved.shape[:len(rest)]
    rows = moved.reshape(lengths + (-1,))
    kind = np.result_type(values.dtype, 'f8') if values.dtype.kind in 'iub' else values.dtype
    data, mask = np.zeros(lengths, kind), np.zeros(lengths, bool)
    for index in np.ndindex(*lengths):
        row = np.sort(rows[index].compressed()) if lengths else np.sort(rows.compressed())
        if row.size == 0:
            mask[index] = True
            continue
        middle = np.median(row)
        data[index] = middle
    if keepdims:
        shape = tuple([1 if place in axes else length for place, length in enumerate(values.shape)])
        data, mask = data.reshape(shape), mask.reshape(shape)
    if not data.ndim:
        result = _masked if mask else data[()]
    else:
        result = _array(data, mask=mask)
        if not mask.any():
            result._mask = np.zeros(mask.shape, bool) if values._mask is not _nomask else _nomask
    if out is not None:
        out[...] = result
        return out
    return result


def compress_nd(x, axis=None):
    """The array without the slices that have masked elements."""
    x = np.ma.asarray(x)
    mask = _getmask(x)
    axes = tuple(range(x.ndim)) if axis is None else np.lib.array_utils.normalize_axis_tuple(axis, x.ndim)
    if mask is _nomask or not mask.any():
        return x._data
    if mask.all():
        return np.array([])
    data = x._data
    for one in axes:
        others = tuple(place for place in range(x.ndim) if place != one)
        data = data[(slice(None),) * one + (~mask.any(axis=others),)]
    return data


def compress_rowcols(x, axis=None):
    """The matrix without the rows and columns that have masked elements."""
    if np.ma.asarray(x).ndim != 2:
        raise NotImplementedError('compress_rowcols works for 2D arrays only.')
    return compress_nd(x, axis=axis)


def compress_rows(a):
    """The matrix without the rows that have masked elements.

    >>> np.ma.compress_rows(np.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]]))
    array([[3, 4]])
    """
    a = np.ma.asarray(a)
    if a.ndim != 2:
        raise NotImplementedError('compress_rows works for 2D arrays only.')
    return compress_rowcols(a, 0)


def compress_cols(a):
    """The matrix without the columns that have masked elements."""
    a = np.ma.asarray(a)
    if a.ndim != 2:
        raise NotImplementedError('compress_cols works for 2D arrays only.')
    return compress_rowcols(a, 1)


def mask_rowcols(a, axis=None):
    """Masks the rows and columns that have masked elements."""
    a = _array(a, subok=False)
    if a.ndim != 2:
        raise NotImplementedError('mask_rowcols works for 2D arrays only.')
    mask = _getmask(a)
    if mask is _nomask or not mask.any():
        return a
    rows, columns = mask.nonzero()
    a._mask = a._mask.copy()
    if not axis:
        a[np.unique(rows)] = _masked
    if axis in (None, 1, -1):
        a[:, np.unique(columns)] = _masked
    return a


def mask_rows(a, axis=np._NoValue):
    """Masks the rows that have masked elements."""
    return mask_rowcols(a, 0)


def mask_cols(a, axis=np._NoValue):
    """Masks the columns that have masked elements."""
    return mask_rowcols(a, 1)


def ediff1d(arr, to_end=None, to_begin=None):
    """The differences of neighbours in the flat array."""
    arr = np.ma.asanyarray(arr).ravel()
    result = arr[1:] - arr[:-1]
    parts = ([to_begin] if to_begin is not None else []) + [result] + ([to_end] if to_end is not None else [])
    return np.ma.hstack(parts) if len(parts) > 1 else result


def unique(ar1, return_index=False, return_inverse=False):
    """The different elements, all masked ones as one.

    >>> np.ma.unique([3, 1, 3]).tolist()
    [1, 3]
    """
    result = np.unique(np.asarray(np.ma.filled(ar1)), return_index=return_index, return_inverse=return_inverse) if not (
        isinstance(ar1, _MaskedArray) and ar1._mask is not _nomask and ar1._mask.any()) else None
    if result is not None:
        if isinstance(result, tuple):
            return (result[0].view(_MaskedArray),) + tuple(result[1:])
        return result.view(_MaskedArray)
    flat = ar1.ravel()
    mask = flat._mask
    data, places, inverse = np.unique(flat._data[~mask], return_index=True, return_inverse=True)
    kept = np.nonzero(~mask)[0]
    first = np.nonzero(mask)[0][0]
    values = np.ma.array(np.append(data, flat._data[first]), mask=[False] * len(data) + [True])
    answer = [values]
    if return_index:
        answer.append(np.append(kept[places], first))
    if return_inverse:
        back = np.full(flat.shape, len(data))
        back[kept] = inverse
        answer.append(back)
    return tuple(answer) if len(answer) > 1 else values


def intersect1d(ar1, ar2, assume_unique=False):
    """The elements that two arrays share."""
    joined = np.ma.concatenate((ar1, ar2) if assume_unique else (unique(ar1), unique(ar2)))
    joined.sort()
    return joined[:-1][np.asarray(np.ma.filled(joined[1:] == joined[:-1], True)) & ~(
        _getmaskarray(joined)[1:] ^ _getmaskarray(joined)[:-1])]


def setxor1d(ar1, ar2, assume_unique=False):
    """The elements that are in one of two arrays only."""
    if not assume_unique:
        ar1, ar2 = unique(ar1), unique(ar2)
    joined = np.ma.concatenate((ar1, ar2))
    if joined.size == 0:
        return joined
    joined.sort()
    filled = joined.filled()
    edge = np.concatenate(([True], filled[1:] != filled[:-1], [True]))
    return joined[edge[1:] & edge[:-1]]


def isin(element, test_elements, assume_unique=False, invert=False):
    """Whether each element is among others."""
    element = np.ma.asarray(element)
    return in1d(element, test_elements, assume_unique=assume_unique, invert=invert).reshape(element.shape)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """Whether each element of a flat array is among others."""
    if not assume_unique:
        ar1, back = unique(ar1, return_inverse=True)
        ar2 = unique(ar2)
    both = np.ma.concatenate((ar1, ar2))
    order = both.argsort(kind='mergesort')
    sorted_ = both[order]
    same = sorted_[1:] != sorted_[:-1] if invert else sorted_[1:] == sorted_[:-1]
    flags = np.ma.concatenate((same, [invert]))
    places = order.argsort(kind='mergesort')[:len(ar1)]
    return flags[places] if assume_unique else flags[places][back]


def union1d(ar1, ar2):
    """The elements of one of two arrays or both."""
    return unique(np.ma.concatenate((np.ma.ravel(ar1), np.ma.ravel(ar2))))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The elements of the first array that are not in the second."""
    if assume_unique:
        ar1 = np.ma.asarray(ar1).ravel()
    else:
        ar1, ar2 = unique(ar1), unique(ar2)
    return ar1[np.asarray(in1d(ar1, ar2, assume_unique=True, invert=True))]


def _covariances(x, y, rowvar, allow_masked):
    x = np.ma.array(x, ndmin=2, copy=True, dtype=float)
    mask = _getmaskarray(x)
    if not allow_masked and mask.any():
        raise ValueError('Cannot process masked data.')
    if x.shape[0] == 1:
        rowvar = True
    rowvar = bool(rowvar)
    if y is not None:
        y = np.ma.array(y, copy=False, ndmin=2, dtype=float)
        other = _getmaskarray(y)
        if not allow_masked and other.any():
            raise ValueError('Cannot process masked data.')
        if (mask.any() or other.any()) and y.shape == x.shape:
            common = np.logical_or(mask, other)
            x._mask = common.copy()
            y = np.ma.array(y._data.copy(), mask=common)
        x = np.ma.concatenate((x, y), 0 if rowvar else 1)
    seen = (~_getmaskarray(x)).astype(int)
    axis = 1 if rowvar else 0
    mean = x.mean(axis=axis)
    x = x - (np.ma.expand_dims(mean, 1) if rowvar else mean)
    return x, seen, rowvar


def cov(x, y=None, rowvar=True, bias=False, allow_masked=True, ddof=None):
    """The covariances."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError('ddof must be an integer')
    if ddof is None:
        ddof = 0 if bias else 1
    x, seen, rowvar = _covariances(x, y, rowvar, allow_masked)
    data = np.asarray(_filled(x, 0))
    if not rowvar:
        data, seen = data.T, seen.T
    number = np.dot(seen, seen.T) - ddof
    with np.errstate(divide='ignore', invalid='ignore'):
        result = np.dot(data, data.T.conj()) / number
    return np.ma.array(result, mask=number <= 0).squeeze()


def corrcoef(x, y=None, rowvar=True, allow_masked=True):
    """The coefficients of correlation."""
    values = cov(x, y, rowvar, allow_masked=allow_masked)
    if np.ndim(values) == 0:
        return _array(values / values) if values is not _masked else _masked
    deviations = np.ma.sqrt(np.ma.diagonal(values))
    return values / np.ma.multiply.outer(deviations, deviations)


def ndenumerate(a, compressed=True):
    """Indices and elements, without the masked ones."""
    for index in np.ndindex(*np.shape(a)):
        hidden = bool(_getmaskarray(a)[index])
        if not hidden:
            yield index, np.asarray(_getdata(a))[index]
        elif not compressed:
            yield index, _masked


def flatnotmasked_edges(a):
    """The places of the first and the last element that is not masked."""
    mask = _getmask(a)
    if mask is _nomask or not np.any(mask):
        return np.array([0, a.size - 1])
    places = np.flatnonzero(~mask)
    return places[[0, -1]] if len(places) > 0 else None


def notmasked_edges(a, axis=None):
    """The same along an axis."""
    a = np.ma.asarray(a)
    if axis is None or a.ndim == 1:
        return flatnotmasked_edges(a)
    mask = _getmaskarray(a)
    places = _array(np.indices(a.shape), mask=np.asarray([mask] * a.ndim))
    return [tuple([places[i].min(axis).compressed() for i in range(a.ndim)]),
            tuple([places[i].max(axis).compressed() for i in range(a.ndim)])]


def _runs(truths):
    """The slices of a row in which all is true."""
    truths = np.asarray(truths).ravel()
    edges = [0] + list(np.flatnonzero(truths[1:] != truths[:-1]) + 1) + [truths.size]
    return [slice(edges[i], edges[i + 1], None) for i in range(len(edges) - 1)
            if edges[i] < edges[i + 1] and truths[edges[i]]]


def flatnotmasked_contiguous(a):
    """The runs of elements that are not masked."""
    mask = _getmask(a)
    if mask is _nomask:
        return [slice(0, a.size, None)]
    return [slice(int(run.start), int(run.stop), None) for run in _runs(~mask)]


def notmasked_contiguous(a, axis=None):
    """The same along an axis."""
    a = np.ma.asarray(a)
    if a.ndim > 2:
        raise NotImplementedError('Currently limited to at most 2D array.')
    if axis is None or a.ndim == 1:
        return flatnotmasked_contiguous(a)
    rows = a if (axis + 1) % 2 == 0 else a.T
    return [flatnotmasked_contiguous(rows[i]) for i in range(rows.shape[0])]


def clump_unmasked(a):
    """The runs of elements that are not masked."""
    mask = getattr(a, '_mask', _nomask)
    return [slice(0, a.size)] if mask is _nomask else _runs(~mask)


def clump_masked(a):
    """The runs of masked elements.

    >>> np.ma.clump_masked(np.ma.array([1, 2, 3, 4], mask=[0, 1, 1, 0]))
    [slice(np.int64(1), np.int64(3), None)]
    """
    mask = _getmask(a)
    return [] if mask is _nomask else _runs(mask)


def vander(x, n=None):
    """The powers of a row's elements, masked rows as zeros."""
    result = np.vander(np.asarray(_getdata(x)), n)
    if _getmask(x) is not _nomask:
        result[_getmask(x)] = 0
    return result


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial that fits best; masked places are left out."""
    x, y = np.ma.asarray(x), np.ma.asarray(y)
    mask = _getmask(x)
    if y.ndim == 1:
        mask = _mask_or(mask, _getmask(y))
    elif y.ndim == 2:
        hidden = _getmask(mask_rows(y))
        if hidden is not _nomask:
            mask = _mask_or(mask, hidden[:, 0])
    else:
        raise TypeError('Expected a 1D or 2D array for y!')
    if w is not None:
        w = np.ma.asarray(w)
        if w.ndim != 1:
            raise TypeError('expected a 1-d array for weights')
        if w.shape[0] != y.shape[0]:
            raise TypeError('expected w and y to have the same length')
        mask = _mask_or(mask, _getmask(w))
    if mask is _nomask:
        return np.polyfit(x._data, y._data, deg, rcond=rcond, full=full, w=None if w is None else w._data, cov=cov)
    kept = ~mask
    return np.polyfit(x._data[kept], y._data[kept], deg, rcond=rcond, full=full,
                      w=None if w is None else w._data[kept], cov=cov)


class _Rows:
    """`mr_[…]`: arrays behind one another."""

    def __getitem__(self, key):
        if isinstance(key, str):
            raise _unavailable()
        parts = key if isinstance(key, tuple) else (key,)
        axis = 0
        if parts and isinstance(parts[0], str):
            axis, parts = int(parts[0].split(',')[0]), parts[1:]
        made = []
        for part in parts:
            if isinstance(part, slice):
                made.append(np.ma.array(np.r_[part]))
            else:
                made.append(np.ma.atleast_1d(np.ma.asanyarray(part)))
        return np.ma.concatenate(made, axis)


def _unavailable():
    from _numpy.ma.masks import MAError
    return MAError('Unavailable for masked array.')


mr_ = _Rows()
