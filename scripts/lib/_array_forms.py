"""NumPy's functions on arrays of classes that extend `ndarray`: by the subscripts and methods of those classes, so that
what a class keeps beside its elements (a mask, a shape of two axes) comes along. `_array_classes` asks here first."""

import numpy as np


def _array(value):
    return np.asanyarray(value)


def _each(form):
    def of_all(*arys):
        if len(arys) == 1:
            return form(_array(arys[0]))
        return tuple([form(_array(value)) for value in arys])

    return of_all


@_each
def _atleast_1d(a):
    return a.reshape(1) if a.ndim == 0 else a


@_each
def _atleast_2d(a):
    if a.ndim == 0:
        return a.reshape(1, 1)
    return a[np.newaxis, :] if a.ndim == 1 else a


@_each
def _atleast_3d(a):
    if a.ndim == 0:
        return a.reshape(1, 1, 1)
    if a.ndim == 1:
        return a[np.newaxis, :, np.newaxis]
    return a[:, :, np.newaxis] if a.ndim == 2 else a


def _expand_dims(a, axis):
    a = np.asarray(a) if isinstance(a, np.matrix) else _array(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    rank = a.ndim + len(axes)
    axes = np.lib.array_utils.normalize_axis_tuple(axes, rank)
    extents = iter(a.shape)
    return a.reshape([1 if place in axes else next(extents) for place in range(rank)])


def _moveaxis(a, source, destination):
    rank = a.ndim
    source = np.lib.array_utils.normalize_axis_tuple(source, rank, 'source')
    destination = np.lib.array_utils.normalize_axis_tuple(destination, rank, 'destination')
    if len(source) != len(destination):
        raise ValueError('`source` and `destination` arguments must have the same number of elements')
    order = [place for place in range(rank) if place not in source]
    for target, origin in sorted(zip(destination, source)):
        order.insert(target, origin)
    return a.transpose(order)


def _rollaxis(a, axis, start=0):
    rank = a.ndim
    axis = np.lib.array_utils.normalize_axis_index(axis, rank)
    if start < 0:
        start += rank
    if not 0 <= start < rank + 1:
        raise np.exceptions.AxisError(f"'start' arg requires {-rank} <= start < {rank + 1}, but {start} was passed in")
    order = list(range(rank))
    order.remove(axis)
    order.insert(start - 1 if axis < start else start, axis)
    return a.transpose(order)


def _flip(m, axis=None):
    m = _array(m)
    if axis is None:
        axes = range(m.ndim)
    else:
        axes = np.lib.array_utils.normalize_axis_tuple(axis, m.ndim)
    return m[tuple([slice(None, None, -1) if place in axes else slice(None) for place in range(m.ndim)])]


def _fliplr(m):
    m = _array(m)
    if m.ndim < 2:
        raise ValueError('Input must be >= 2-d.')
    return m[:, ::-1]


def _flipud(m):
    m = _array(m)
    if m.ndim < 1:
        raise ValueError('Input must be >= 1-d.')
    return m[::-1, ...]


def _rot90(m, k=1, axes=(0, 1)):
    m, axes, k = _array(m), tuple(axes), k % 4
    if len(axes) != 2:
        raise ValueError('len(axes) must be 2.')
    if axes[0] == axes[1] or abs(axes[0] - axes[1]) == m.ndim:
        raise ValueError('Axes must be different.')
    if any(not -m.ndim <= axis < m.ndim for axis in axes):
        raise ValueError(f'Axes={axes} out of range for array of ndim={m.ndim}.')
    if k == 0:
        return m[:]
    if k == 2:
        return _flip(_flip(m, axes[0]), axes[1])
    order = list(range(m.ndim))
    order[axes[0]], order[axes[1]] = order[axes[1]], order[axes[0]]
    if k == 1:
        return _flip(m, axes[1]).transpose(order)
    return _flip(m.transpose(order), axes[1])


def _roll(a, shift, axis=None):
    a = _array(a)
    if axis is None:
        return _roll(a.ravel(), shift, 0).reshape(a.shape)
    axes = np.lib.array_utils.normalize_axis_tuple(axis, a.ndim, allow_duplicate=True)
    shifts, axes = np.broadcast_arrays(shift, axes)
    moves = [0] * a.ndim
    for distance, place in zip(shifts.ravel().tolist(), axes.ravel().tolist()):
        moves[place] += distance
    result = np.empty_like(a)
    pieces = [((), ())]
    for extent, distance in zip(a.shape, moves):
        distance = distance % extent if extent else 0
        cuts = [(slice(None, extent - distance), slice(distance, None))]
        if distance:
            cuts.append((slice(extent - distance, None), slice(None, distance)))
        pieces = [(origin + (cut,), target + (place,)) for origin, target in pieces for cut, place in cuts]
    for origin, target in pieces:
        result[target] = a[origin]
    return result


def _tile(A, reps):
    reps = tuple(reps) if np.iterable(reps) else (reps,)
    c = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
    if all(number == 1 for number in reps):
        return c.copy()
    reps = (1,) * (c.ndim - len(reps)) + reps
    shape = tuple([extent * number for extent, number in zip(c.shape, reps)])
    size = c.size
    if size > 0:
        for extent, number in zip(c.shape, reps):
            if number != 1:
                c = c.reshape(-1, size).repeat(number, 0)
            size //= extent
    return c.reshape(shape)


def _sorter(name):
    def in_order(a, *args, axis=-1, **kwargs):
        if axis is None:
            a, axis = _array(a).flatten(), -1
        else:
            a = _array(a).copy(order='K')
        getattr(a, name)(*args, axis=axis, **kwargs)
        return a

    return in_order


def _part(name):
    def part(val):
        try:
            return getattr(val, name)
        except AttributeError:
            return getattr(_array(val), name)

    return part


def _delete(arr, obj, axis=None):
    return _rewrapped(np.delete, arr, obj, axis)


def _rewrapped(function, arr, *rest):
    result = function(np.asarray(arr), *[np.asarray(item) if isinstance(item, np.ndarray) else item for item in rest])
    return arr.__array_wrap__(result)


def _kron(a, b):
    is_matrix = isinstance(a, np.matrix) or isinstance(b, np.matrix)
    if is_matrix:
        a = np.asarray(a) if isinstance(a, np.matrix) else a
        b = np.asarray(b) if isinstance(b, np.matrix) else b
    a, b = _array(a), _array(b)
    rank = max(a.ndim, b.ndim)
    left = (1,) * (rank - a.ndim) + a.shape
    right = (1,) * (rank - b.ndim) + b.shape
    wide = a.reshape([part for extent in left for part in (extent, 1)])
    narrow = b.reshape([part for extent in right for part in (1, extent)])
    result = np.multiply(wide, narrow).reshape([x * y for x, y in zip(left, right)])
    return result.view(np.matrix) if is_matrix else result


def _linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    whole = np.linspace(np.asarray(start), np.asarray(stop), num, endpoint, True, dtype, axis)
    result = whole[0]
    if isinstance(start, np.ma.MaskedArray) or isinstance(stop, np.ma.MaskedArray):
        count = num - 1 if endpoint else num
        mask = np.ma.getmaskarray(start) | np.ma.getmaskarray(stop)
        mask = np.broadcast_to(mask, (num,) + result.shape[1:] if axis == 0 else result.shape).copy()
        if endpoint and count > 0 and axis == 0:
            mask[-1] = np.ma.getmaskarray(stop)
        result = np.ma.array(result, mask=mask)
    else:
        leader = start if isinstance(start, np.ndarray) and type(start) is not np.ndarray else stop
        result = leader.__array_wrap__(result)
    return (result, whole[1]) if retstep else result


def _array_split(ary, indices_or_sections, axis=0):
    extent = ary.shape[axis]
    try:
        cuts = [0] + [int(cut) for cut in indices_or_sections] + [extent]
    except TypeError:
        number = int(indices_or_sections)
        if number <= 0:
            raise ValueError('number sections must be larger than 0.') from None
        each, more = divmod(extent, number)
        cuts = [0]
        for place in range(number):
            cuts.append(cuts[-1] + each + (place < more))
    if axis < 0:
        axis += ary.ndim
    before = (slice(None),) * axis
    return [ary[before + (slice(cuts[place], cuts[place + 1]),)] for place in range(len(cuts) - 1)]


def _split(ary, indices_or_sections, axis=0):
    if not np.iterable(indices_or_sections) and ary.shape[axis] % indices_or_sections:
        raise ValueError('array split does not result in an equal division')
    return _array_split(ary, indices_or_sections, axis)


def _hsplit(ary, indices_or_sections):
    if ary.ndim == 0:
        raise ValueError('hsplit only works on arrays of 1 or more dimensions')
    return _split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)


def _vsplit(ary, indices_or_sections):
    if ary.ndim < 2:
        raise ValueError('vsplit only works on arrays of 2 or more dimensions')
    return _split(ary, indices_or_sections, 0)


def _dsplit(ary, indices_or_sections):
    if ary.ndim < 3:
        raise ValueError('dsplit only works on arrays of 3 or more dimensions')
    return _split(ary, indices_or_sections, 2)


def _trapezoid(y, x=None, dx=1.0, axis=-1):
    y = _array(y)
    if x is None:
        steps = dx
    else:
        x = _array(x)
        steps = np.diff(x, axis=-1 if x.ndim == 1 else axis)
        if x.ndim == 1:
            shape = [1] * y.ndim
            shape[axis] = steps.shape[0]
            steps = steps.reshape(shape)
    later, earlier = [slice(None)] * y.ndim, [slice(None)] * y.ndim
    later[axis], earlier[axis] = slice(1, None), slice(None, -1)
    return (steps * (y[tuple(later)] + y[tuple(earlier)]) / 2.0).sum(axis)


def _ediff1d(ary, to_end=None, to_begin=None):
    row = _array(ary).ravel()
    if to_end is None and to_begin is None:
        return row[1:] - row[:-1]
    return row.__array_wrap__(np.ediff1d(np.asarray(row), to_end, to_begin))


def _fix(x, out=None):
    return np.trunc(x) if out is None else np.trunc(x, out=out)


def _diag(v, k=0):
    v = _array(v)
    return np.diag(np.asarray(v), k) if v.ndim == 1 else _diagonal(v, k)


def _diagonal(a, offset=0, axis1=0, axis2=1):
    if isinstance(a, np.matrix):
        return np.asarray(a).diagonal(offset=offset, axis1=axis1, axis2=axis2)
    return _array(a).diagonal(offset=offset, axis1=axis1, axis2=axis2)


def _ravel(a, order='C'):
    return np.asarray(a).ravel(order=order) if isinstance(a, np.matrix) else _array(a).ravel(order=order)


def _flatnonzero(a):
    return np.nonzero(np.ravel(a))[0]


def _unique(ar, *args, **kwargs):
    result = np.unique(np.asarray(ar), *args, **kwargs)
    if isinstance(ar, np.matrix):
        return result
    if isinstance(result, tuple):
        return type(result)([ar.__array_wrap__(result[0])] + list(result[1:]))
    return ar.__array_wrap__(result)


def _argwhere(a):
    if np.ndim(a) == 0:
        return np.argwhere(np.asarray(np.ma.filled(a, 0)))
    return np.transpose(np.nonzero(a))


def _product(name):
    """A product of two arrays: of the class of the first, or of the second where that has the greater priority."""
    def product(a, b, out=None):
        options = {} if out is None else {'out': out}
        result = getattr(np, name)(np.asarray(a), np.asarray(b), **options)
        if out is not None or not isinstance(result, np.ndarray):
            return result
        return of_operands(result, a, b)

    return product


def of_operands(result, a, b):
    """A result of the class of the operand that comes first."""
    ranks = [getattr(value, '__array_priority__', 0.0) if isinstance(value, np.ndarray) else -1.0 for value in (a, b)]
    leader = b if ranks[1] > ranks[0] else a
    if type(leader) is np.ndarray or not isinstance(leader, np.ndarray):
        return result
    return np.ndarray.__array_wrap__(leader, np.asarray(result))


def _resize(a, new_shape):
    result = np.resize(np.asarray(a), new_shape)
    return np.ma.array(result) if isinstance(a, np.ma.MaskedArray) else result


def _without_nans(name, filler):
    """A sum, product or extremum that takes no notice of nan."""
    def reduce(a, axis=None, *args, **kwargs):
        values, hidden = a.copy(), np.isnan(np.asarray(a))
        values[hidden] = filler
        result = getattr(np, name)(values, axis, *args, **kwargs)
        if name in ('max', 'min') and hidden.any() and np.ndim(result):
            missing = hidden.all(axis)
            if missing.any():
                import warnings
                warnings.warn('All-NaN slice encountered', RuntimeWarning, stacklevel=3)
                result[missing.reshape(result.shape)] = np.nan
        return np.asarray(result)[()] if axis is None and not isinstance(result, np.generic) and isinstance(
            a, np.matrix) else result

    return reduce


def _nanmean(a, axis=None, *args, **kwargs):
    total = np.nansum(a, axis, *args, **kwargs)
    return total / np.sum(~np.isnan(a), axis)


def _in_plain(name):
    """A function that masked arrays lose their masks in, masked elements being nan."""
    def plain(a, *args, **kwargs):
        if isinstance(a, np.ma.MaskedArray) and a.dtype.kind in 'fc':
            return getattr(np, name)(a.filled(np.nan), *args, **kwargs)
        if isinstance(a, np.matrix) and (args[:1] or (kwargs.get('axis'),))[0] is not None:
            kwargs['keepdims'] = True
        result = getattr(np, name)(np.asarray(a), *args, **kwargs)
        return a.__array_wrap__(result) if np.ndim(result) else result

    return plain


def _matrix_transpose(x, /):
    if x.ndim < 2:
        raise ValueError(f'Input array must be at least 2-dimensional, but it is {x.ndim}')
    return x.swapaxes(-1, -2)


def _isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    result = np.isclose(np.asarray(a), np.asarray(b), rtol, atol, equal_nan)
    leader = a if isinstance(a, np.ndarray) and type(a) is not np.ndarray else b
    if isinstance(leader, np.ma.MaskedArray):
        return np.ma.array(result, mask=np.ma.getmaskarray(a) | np.ma.getmaskarray(b)) if np.ndim(result) else result
    return leader.__array_wrap__(result) if np.ndim(result) else result


def _method(name):
    def method(a, *args, **kwargs):
        return getattr(a, name)(*args, **kwargs)

    return method


def _compress(condition, a, axis=None, out=None):
    return _array(a).compress(condition, axis=axis, out=out)


def _argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    options = {} if stable is None else {'stable': stable}
    return a.argsort(axis=axis, kind=kind, order=order, **options)


def _copy(a, order='K', subok=False):
    return _array(a).copy(order) if subok else np.asarray(a).copy(order)


def _broadcast_to(array, shape, subok=False):
    result = np.broadcast_to(np.asarray(array), shape)
    return result.view(type(array)) if subok else result


def _full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None, *, device=None):
    result = np.empty_like(a, dtype=dtype, order=order, subok=subok, shape=shape)
    np.asarray(result)[...] = fill_value
    return result


#: The forms by the names of NumPy's functions.
forms = {
    'atleast_1d': _atleast_1d, 'atleast_2d': _atleast_2d, 'atleast_3d': _atleast_3d, 'expand_dims': _expand_dims,
    'moveaxis': _moveaxis, 'rollaxis': _rollaxis, 'flip': _flip, 'fliplr': _fliplr, 'flipud': _flipud,
    'rot90': _rot90, 'roll': _roll, 'tile': _tile, 'partition': _sorter('partition'), 'real': _part('real'),
    'imag': _part('imag'), 'delete': _delete, 'kron': _kron, 'linspace': _linspace,
    'split': _split, 'array_split': _array_split, 'hsplit': _hsplit, 'vsplit': _vsplit, 'dsplit': _dsplit,
    'trapezoid': _trapezoid, 'ediff1d': _ediff1d, 'fix': _fix, 'diag': _diag, 'diagonal': _diagonal,
    'flatnonzero': _flatnonzero, 'unique': _unique, 'argwhere': _argwhere, 'dot': _product('dot'),
    'inner': _product('inner'), 'matrix_transpose': _matrix_transpose, 'isclose': _isclose,
    'permute_dims': _method('transpose'), 'compress': _compress, 'argsort': _argsort, 'full_like': _full_like,
    'ravel': _ravel, 'resize': _resize, 'nansum': _without_nans('sum', 0), 'nanprod': _without_nans('prod', 1),
    'nanmax': _without_nans('max', -np.inf), 'nanmin': _without_nans('min', np.inf), 'nanmean': _nanmean,
    'nanstd': _in_plain('nanstd'), 'nanvar': _in_plain('nanvar'), 'copy': _copy, 'broadcast_to': _broadcast_to,
}
#: What is asked of other arguments than the first.
second = {'compress', 'dot', 'inner', 'kron', 'linspace', 'isclose'}
