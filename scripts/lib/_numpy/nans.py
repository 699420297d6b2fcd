"""Functions that pass over nan."""

import warnings

import numpy as np

__name__ = 'numpy'


def _without_nan(a, value):
    """A copy with `value` in place of nan, and the mask of the nans; None where the dtype has none."""
    a = np.asanyarray(a)
    if a.dtype.kind not in 'fc':
        return a, None
    mask = np.isnan(a)
    a = np.array(a, copy=True)
    if a.ndim == 0:
        a = np.where(mask, np.asarray(value, dtype=a.dtype), a)
    else:
        a[mask] = value
    return a, mask


def _is_of_class(a):
    return type(a) is not np.ndarray and isinstance(a, np.ndarray)


def _arg(function, name, a, axis, fill, out, keepdims):
    if isinstance(a, np.matrix):
        result = _arg(function, name, np.asarray(a), axis, fill, out, keepdims or axis is not None)
        return result if axis is None or out is not None else result.view(np.matrix)
    a, mask = _without_nan(a, fill)
    result = function(a, axis=axis, out=out, keepdims=keepdims)
    if mask is not None and mask.size and np.any(np.all(mask, axis=axis)):
        raise ValueError('All-NaN slice encountered')
    return result


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """Return the indices of the smallest elements, nan left out. ValueError for a slice of nothing else."""
    return _arg(np.argmin, 'nanargmin', a, axis, np.inf, out, keepdims)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """Return the indices of the largest elements, nan left out. ValueError for a slice of nothing else."""
    return _arg(np.argmax, 'nanargmax', a, axis, -np.inf, out, keepdims)


def _replaced(a, value):
    """A copy of an array of another class, a value in place of nan."""
    result = a.copy()
    if a.dtype.kind in 'fc':
        result[np.isnan(np.asarray(a))] = value
    return result


def nancumsum(a, axis=None, dtype=None, out=None):
    """Return the running sum, nan counted as 0."""
    if _is_of_class(a):
        return np.cumsum(_replaced(a, 0), axis=axis, dtype=dtype, out=out)
    a, _ = _without_nan(a, 0)
    return np.cumsum(a, axis=axis, dtype=dtype, out=out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """Return the running product, nan counted as 1."""
    if _is_of_class(a):
        return np.cumprod(_replaced(a, 1), axis=axis, dtype=dtype, out=out)
    a, _ = _without_nan(a, 1)
    return np.cumprod(a, axis=axis, dtype=dtype, out=out)


def _axes(axis, rank):
    axes = (axis,) if not isinstance(axis, (tuple, list)) else tuple(axis)
    return tuple(np.lib.array_utils.normalize_axis_index(one, rank) for one in axes)


def _each_lane(a, axis, function, keepdims, out, overwrite):
    """`function` of the numbers that are no nan, for each lane along `axis`."""
    a = np.asanyarray(a)
    whole = axis is None
    rank = a.ndim
    axes = tuple(range(rank)) if whole else _axes(axis, rank)
    kept = [place for place in range(rank) if place not in axes]
    moved = np.transpose(a, kept + list(axes)).reshape([a.shape[place] for place in kept] + [-1])
    results = None
    shape = moved.shape[:-1]
    for place in np.ndindex(*shape):
        lane = moved[place]
        lane = lane[~np.isnan(lane)] if a.dtype.kind in 'fc' else lane
        if lane.size == 0:
            warnings.warn('All-NaN slice encountered', RuntimeWarning, stacklevel=4)
            answer = None
        else:
            answer = function(lane)
        if results is None:
            results = {}
        results[place] = answer
    return shape, results, [1 if place in axes else length for place, length in enumerate(a.shape)]


def _lanes_of_quantiles(a, q, axis, out, method, keepdims, weights):
    q = np.asanyarray(q)
    a = np.asanyarray(a)
    if a.size == 0:
        return np.nanmean(a, axis, out=out, keepdims=keepdims)

    def one(lane):
        return np.quantile(lane, q, method=method)

    shape, results, keptshape = _each_lane(a, axis, one, keepdims, out, False)
    given = [answer for answer in results.values() if answer is not None]
    dtype = np.asarray(given[0]).dtype if given else np.result_type(a.dtype, np.float16)
    full = np.empty(q.shape + shape, dtype=dtype)
    for place, answer in results.items():
        full[(...,) + place] = np.nan if answer is None else answer
    if keepdims:
        full = full.reshape(q.shape + tuple(keptshape))
    if out is not None:
        out[...] = full
        return out
    return full[()] if full.ndim == 0 else full


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """Return quantiles of the numbers along axes, nan left out."""
    q = np.asanyarray(q)
    if not np.all((q >= 0) & (q <= 1)):
        raise ValueError('Quantiles must be in the range [0, 1]')
    return _lanes_of_quantiles(a, q, axis, out, method, keepdims, weights)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None):
    """Return percentiles of the numbers along axes, nan left out."""
    q = np.true_divide(q, 100)
    if not np.all((q >= 0) & (q <= 1)):
        raise ValueError('Percentiles must be in the range [0, 100]')
    return _lanes_of_quantiles(a, q, axis, out, method, keepdims, weights)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """Return the medians along axes, nan left out."""
    if _is_of_class(a):
        plain = np.asarray(np.ma.filled(a, np.nan) if a.dtype.kind in 'fc' else a)
        keepdims = keepdims or isinstance(a, np.matrix) and axis is not None
        result = nanmedian(plain, axis, out, overwrite_input, keepdims)
        return a.__array_wrap__(np.asarray(result)) if result.ndim else result
    a = np.asanyarray(a)
    if a.size == 0:
        return np.nanmean(a, axis, out=out, keepdims=keepdims)
    shape, results, keptshape = _each_lane(a, axis, np.median, keepdims, out, False)
    full = np.empty(shape, dtype=a.dtype if a.dtype.kind in 'fc' else np.float64)
    for place, answer in results.items():
        full[place] = np.nan if answer is None else answer
    if keepdims:
        full = full.reshape(keptshape)
    if out is not None:
        out[...] = full
        return out
    return full[()] if full.ndim == 0 else full


def _weighted_lane(values, weights, q, method):
    """The quantiles of a lane by the distribution that its weights make."""
    order = np.argsort(values, kind='stable')
    values, total = values[order], np.cumsum(weights[order])
    part = total / total[-1]
    result = np.empty(q.shape, dtype=values.dtype)
    for place in np.ndindex(*q.shape):
        index = int(np.searchsorted(part, q[place], side='left'))
        if q[place] == 0:
            index = int(np.searchsorted(part, 0, side='right'))
        result[place] = values[min(index, len(values) - 1)]
    return result


def _weighted_quantile(a, q, axis, out, overwrite_input, method, keepdims, weights):
    if method != 'inverted_cdf':
        raise ValueError("Only method 'inverted_cdf' supports weights. Got: " + f'{method}.')
    a, q, weights = np.asanyarray(a), np.asarray(q), np.asanyarray(weights)
    if a.shape != weights.shape:
        if axis is None:
            raise TypeError('Axis must be specified when shapes of a and weights differ.')
        if weights.shape != tuple(a.shape[one] for one in _axes(axis, a.ndim)):
            raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
        axes = _axes(axis, a.ndim)
        weights = np.broadcast_to(
            weights.reshape([a.shape[one] if one in axes else 1 for one in range(a.ndim)]), a.shape)
    if np.any(weights < 0):
        raise ValueError('Weights must be non-negative.')
    if not np.all((q >= 0) & (q <= 1)):
        raise ValueError('Quantiles must be in the range [0, 1]')
    axes = tuple(range(a.ndim)) if axis is None else _axes(axis, a.ndim)
    rest = [one for one in range(a.ndim) if one not in axes]
    kept = tuple(a.shape[one] for one in rest)
    lanes = np.transpose(a, rest + list(axes)).reshape(kept + (-1,))
    loads = np.transpose(weights, rest + list(axes)).reshape(kept + (-1,))
    result = np.empty(q.shape + kept, dtype=a.dtype)
    for place in np.ndindex(*kept):
        result[(...,) + place] = _weighted_lane(lanes[place], loads[place], q, method)
    if keepdims:
        result = result.reshape(q.shape + tuple(1 if one in axes else a.shape[one] for one in range(a.ndim)))
    if out is not None:
        out[...] = result
        return out
    return result


def _weighted_percentile(a, q, *rest):
    q = np.true_divide(q, 100)
    if not np.all((q >= 0) & (q <= 1)):
        raise ValueError('Percentiles must be in the range [0, 100]')
    return _weighted_quantile(a, q, *rest)


def _present(a, where):
    """Which elements count: those that are no nan, and where a mask holds."""
    if a.dtype == object:
        mask = np.not_equal(a, a, dtype=object).astype(bool)
    elif a.dtype.kind in 'fc':
        mask = np.isnan(a)
    else:
        mask = None
    there = True if mask is None else ~mask
    return there if where is None or where is True else np.logical_and(there, where)


def _extreme(name, a, axis, out, keepdims, initial, where):
    """`nanmax` or `nanmin` with an initial value and a mask, and of what is no array of floats."""
    a = np.asanyarray(a)
    function = np.fmax if name == 'nanmax' else np.fmin
    given = {} if initial is None else {'initial': initial}
    if where is not None:
        given['where'] = where
    if a.dtype == object:
        return _extreme_object(function, a, axis, out, bool(keepdims), given)
    result = function.reduce(a, axis=axis, out=out, keepdims=bool(keepdims), **given)
    if a.dtype.kind in 'fc' and np.isnan(result).any():
        warnings.warn('All-NaN slice encountered', RuntimeWarning, stacklevel=4)
    return result


def _extreme_object(function, a, axis, out, keep, given):
    there = _present(a, None)
    filled = np.where(there, a, -np.inf if function is np.fmax else np.inf)
    result = (np.maximum if function is np.fmax else np.minimum).reduce(filled, axis=axis, keepdims=keep, **given)
    missing = ~np.any(there, axis=axis, keepdims=keep)
    if np.any(missing):
        warnings.warn('All-NaN axis encountered', RuntimeWarning, stacklevel=5)
        result = np.where(missing, np.nan, result)[()]
    return _finished(result, out, keep)


def _nanmax(a, axis, out, keepdims, initial, where):
    return _extreme('nanmax', a, axis, out, keepdims, initial, where)


def _nanmin(a, axis, out, keepdims, initial, where):
    return _extreme('nanmin', a, axis, out, keepdims, initial, where)


def _finished(result, out, keep):
    if out is not None:
        out[...] = result
        return out
    return result


def _checked_kind(a, dtype, out):
    if a.dtype.kind in 'fc' and dtype is not None and np.dtype(dtype).kind not in 'fc':
        raise TypeError('If a is inexact, then dtype must be inexact')
    if a.dtype.kind in 'fc' and out is not None and out.dtype.kind not in 'fc':
        raise TypeError('If a is inexact, then out must be inexact')


def _nanmean(a, axis, dtype, out, keepdims, where):
    """`nanmean` with a dtype and a mask, and of what is no array of float64."""
    a = np.asanyarray(a)
    given = {} if where is None else {'where': where}
    keep = bool(keepdims)
    if a.dtype.kind not in 'fcO':
        return np.mean(a, axis=axis, dtype=dtype, out=out, keepdims=keep, **given)
    _checked_kind(a, dtype, out)
    there = _present(a, where)
    count = np.sum(np.broadcast_to(there, a.shape), axis=axis, dtype=np.intp, keepdims=keep)
    total = np.sum(np.where(there, a, 0 if a.dtype == object else a.dtype.type(0)), axis=axis, dtype=dtype, keepdims=keep)
    with np.errstate(invalid='ignore', divide='ignore'):
        result = total / count
    if isinstance(total, (np.ndarray, np.generic)) and total.dtype != object:
        result = result.astype(total.dtype)
    if np.any(count == 0):
        warnings.warn('Mean of empty slice', RuntimeWarning, stacklevel=3)
    return _finished(result, out, keep)


def _nanvar(a, axis, dtype, out, ddof, keepdims, where, mean, correction):
    """`nanvar` with all its keywords, and of what is no array of float64."""
    a = np.asanyarray(a)
    keep = bool(keepdims)
    ddof = _degrees(ddof, correction)
    if a.dtype.kind not in 'fcO':
        given = {} if where is None else {'where': where}
        if mean is not None:
            given['mean'] = mean
        return np.var(a, axis=axis, dtype=dtype, out=out, ddof=ddof, keepdims=keep, **given)
    _checked_kind(a, dtype, out)
    there = np.broadcast_to(_present(a, where), a.shape)
    count = np.sum(there, axis=axis, dtype=np.intp, keepdims=keep)
    zero = 0 if a.dtype == object else a.dtype.type(0)
    values = np.where(there, a, zero)
    with np.errstate(invalid='ignore', divide='ignore'):
        if mean is None:
            counts = np.sum(there, axis=axis, dtype=np.intp, keepdims=True)
            total = np.sum(values, axis=axis, dtype=dtype, keepdims=True)
            mean = total / counts if a.dtype == object else (total / counts).astype(total.dtype)
        deviations = np.where(there, values - mean, zero)
        squares = (deviations * deviations.conj()).real if a.dtype.kind == 'c' else deviations * deviations
        total = np.sum(squares, axis=axis, dtype=dtype, keepdims=keep)
        degrees = count - ddof
        result = total / degrees
    if isinstance(total, (np.ndarray, np.generic)) and total.dtype != object:
        result = result.astype(total.dtype)
    if np.any(degrees <= 0):
        warnings.warn('Degrees of freedom <= 0 for slice.', RuntimeWarning, stacklevel=3)
        result = np.where(degrees <= 0, np.nan, result).astype(np.asarray(result).dtype)[()]
    return _finished(result, out, keep)


def _nanstd(a, axis, dtype, out, ddof, keepdims, where, mean, correction):
    result = _nanvar(a, axis, dtype, None, ddof, keepdims, where, mean, correction)
    return _finished(np.sqrt(result), out, keepdims)


def _degrees(ddof, correction):
    if correction is None:
        return ddof or 0
    if ddof:
        raise ValueError("ddof and correction can't be provided simultaneously.")
    return correction


def _var(a, axis, dtype, out, ddof, keepdims, where, mean, correction):
    """`var` with a mean that is known, and of values of the language."""
    ddof = _degrees(ddof, correction)
    a = np.asanyarray(a)
    keep = bool(keepdims)
    given = {} if where is None else {'where': where}
    if dtype is None and a.dtype.kind in 'biu':
        dtype = np.float64
    if mean is None:
        mean = np.mean(a, axis=axis, dtype=dtype, keepdims=True, **given)
    x = np.subtract(a, mean)
    squares = np.multiply(x, x) if x.dtype.kind in 'fiu' else np.multiply(x, np.conjugate(x)).real
    if where is None:
        count = a.size if axis is None else 1
        for place in () if axis is None else _axes(axis, a.ndim):
            count *= a.shape[place]
    else:
        count = np.sum(np.broadcast_to(where, a.shape), axis=axis, keepdims=keep)
    total = np.sum(squares, axis=axis, dtype=dtype, keepdims=keep, **given)
    degrees = np.maximum(np.subtract(count, ddof), 0)
    if np.any(degrees == 0):
        warnings.warn('Degrees of freedom <= 0 for slice', RuntimeWarning, stacklevel=3)
    with np.errstate(invalid='ignore', divide='ignore'):
        result = np.true_divide(total, degrees)
    if isinstance(total, (np.ndarray, np.generic)) and total.dtype != object:
        result = result.astype(total.dtype)
    return _finished(result, out, keep)


def _std(a, axis, dtype, out, ddof, keepdims, where, mean, correction):
    return _finished(np.sqrt(_var(a, axis, dtype, None, ddof, keepdims, where, mean, correction)), out, keepdims)


def _mean(a, axis=None, dtype=None, out=None, keepdims=False, where=None):
    """`mean` of values of the language."""
    a = np.asanyarray(a)
    keep = bool(keepdims)
    given = {} if where is None else {'where': where}
    total = np.add.reduce(a, axis=axis, dtype=dtype, keepdims=keep, **given)
    if where is None:
        count = a.size if axis is None else 1
        for place in () if axis is None else _axes(axis, a.ndim):
            count *= a.shape[place]
        if count == 0:
            warnings.warn('Mean of empty slice', RuntimeWarning, stacklevel=3)
        count = np.intp(count)
    else:
        count = np.sum(np.broadcast_to(where, a.shape), axis=axis, keepdims=keep)
    return _finished(total / count, out, keep)


def _folded_objects(function, start, a, axis, dtype, out, keepdims):
    a = np.asanyarray(a)
    return function(np.where(_present(a, None), a, start), axis=axis, dtype=dtype, out=out, keepdims=bool(keepdims))


def _nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    return _folded_objects(np.sum, 0, a, axis, dtype, out, keepdims)


def _nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    return _folded_objects(np.prod, 1, a, axis, dtype, out, keepdims)
