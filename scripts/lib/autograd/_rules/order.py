"""Sorting, and what follows from it: partitions, quantiles, medians, the different elements."""

import builtins
import numpy as np
from autograd._rules._parts import _array, _axis, _cast, _deliver, _key_along, _plain, _refuse, _to_front


def take_along_axis(arr, indices, axis=-1):
    arr = _array(arr)
    if axis is None:
        return np.reshape(arr, (-1,))[indices]
    return arr[_key_along(indices, axis, arr.shape)]


def sort(a, axis=-1, kind=None, order=None, stable=None):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0
    axis = _axis(axis, a.ndim)
    return take_along_axis(a, _plain(np.argsort, a, axis, kind, order, stable=stable), axis)


def ndarray_sort(self, axis=-1, kind=None, order=None, stable=None):
    self[...] = sort(self, axis, kind, order, stable)


def partition(a, kth, axis=-1, kind='introselect', order=None):
    a = _array(a)
    if order is not None:
        raise ValueError('Cannot specify order when the array has no fields.')
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0
    axis = _axis(axis, a.ndim)

    def places(values):
        # The element of each rank, in the order of ranks that the function leaves.
        ranks = np.argsort(np.argsort(np.partition(values, kth, axis, kind), axis), axis)
        return np.take_along_axis(np.argsort(values, axis), ranks, axis)
    return take_along_axis(a, _plain(places, a), axis)


# By the name of a method that interpolates: where the quantile of a share lies between the first and the last rank.
_PLACES = {
    'linear': (1.0, 1.0), 'hazen': (0.5, 0.5), 'weibull': (0.0, 0.0), 'median_unbiased': (1.0 / 3.0, 1.0 / 3.0),
    'normal_unbiased': (3.0 / 8.0, 3.0 / 8.0), 'interpolated_inverted_cdf': (0.0, 1.0), 'midpoint': (1.0, 1.0),
}
_CHOOSING = ('lower', 'higher', 'nearest', 'inverted_cdf', 'closest_observation')


def _between(order, q, method, kept):
    """The quantile of one share of sorted rows, between the two elements on its sides."""
    count = order.shape[0]
    if method == 'averaged_inverted_cdf':
        place = q * count - 1.0
    else:
        alpha, beta = _PLACES[method]
        place = q * (count - 1) if alpha == beta == 1.0 else count * q + (alpha + q * (1.0 - alpha - beta)) - 1.0
    whole = _plain(lambda p: np.floor(p), place)
    low, high = (int(builtins.min(builtins.max(rank, 0), count - 1)) for rank in (whole, whole + 1))
    part = place - whole
    if method == 'midpoint' or method == 'averaged_inverted_cdf':
        part = 0.5 if (part == 0) == (method == 'averaged_inverted_cdf') else 1.0 if part > 0 else 0.0
    if low == high:
        return order[low]
    return order[low] * (1.0 - part) + order[high] * part


def _quantile(name, a, q, axis, overwrite, method, keepdims, weights):
    plain = getattr(np, name)
    more = {} if name == 'median' else {'method': method, 'weights': weights}
    arguments = (a,) if name == 'median' else (a, q)
    expected = _plain(lambda *given: plain(*given, axis=axis, keepdims=keepdims, **more), *arguments)
    rows, kept, rest = _to_front(a, axis)
    if rows.shape[0] == 0:
        return expected
    order = sort(rows, 0)
    points = np.true_divide(_array(q), 100.0) if name == 'percentile' else _array(q)
    results = []
    for number, point in enumerate(np.reshape(points, (-1,))):
        if method in _CHOOSING:
            # The element of that value is the quantile.
            value = np.reshape(_array(expected), (points.size,) + rest)[number]
            rank = _plain(lambda o: np.argmax(o == value, axis=0), order)
            results.append(take_along_axis(order, np.expand_dims(rank, 0), 0)[0] if rest else order[rank])
        elif method in _PLACES or method == 'averaged_inverted_cdf':
            results.append(_between(order, point, method, kept))
        else:
            _refuse(f'quantile with method {method!r}')
    result = results[0] if points.ndim == 0 else np.stack(results)
    result = _cast(_array(np.reshape(result, np.shape(expected))), _array(expected).dtype)
    broken = _plain(lambda e: np.isnan(e), expected)
    if np.any(broken):
        result = np.where(broken, np.nan, result)
    return result if isinstance(expected, np.ndarray) else result[()]


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, weights=None):
    return _deliver(_quantile('quantile', a, q, axis, overwrite_input, method, bool(keepdims), weights), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, weights=None):
    return _deliver(_quantile('percentile', a, q, axis, overwrite_input, method, bool(keepdims), weights), out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _deliver(_quantile('median', a, 0.5, axis, overwrite_input, 'linear', bool(keepdims), None), out)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, equal_nan=True, sorted=True):
    ar = _array(ar)
    found = _plain(np.unique, ar, True, return_inverse, return_counts, axis, equal_nan=equal_nan, sorted=sorted)
    values = np.reshape(ar, (-1,))[found[1]] if axis is None else np.take(ar, found[1], axis=axis)
    rest = found[1:] if return_index else found[2:]
    return (values,) + tuple(rest) if rest else values


def union1d(ar1, ar2):
    return unique(np.concatenate([np.reshape(_array(ar1), (-1,)), np.reshape(_array(ar2), (-1,))]))


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = np.reshape(_array(ar1), (-1,)) if assume_unique else unique(ar1)
    return ar1[_plain(lambda x, y: np.isin(x, y, assume_unique=True, invert=True), ar1, ar2)]
