"""Sorting, and what follows from it: partitions, quantiles, medians."""

import builtins
import math as _math
import numpy as np
from autograd._rules._parts import _array, _deliver, _key_along, _plain, _to_front


def take_along_axis(arr, indices, axis=-1, **_):
    arr = _array(arr)
    if axis is None:
        return np.reshape(arr, (-1,))[indices]
    return arr[_key_along(indices, axis, arr.shape)]


def sort(a, axis=-1, kind=None, order=None, **_):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0
    return take_along_axis(a, _plain(np.argsort, a, axis), axis)


def ndarray_sort(self, axis=-1, kind=None, order=None, **_):
    self[...] = sort(self, axis)


def partition(a, kth, axis=-1, kind='introselect', order=None, **_):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0

    def places(values):
        # The element of each rank, in the order of ranks that the function leaves.
        ranks = np.argsort(np.argsort(np.partition(values, kth, axis), axis), axis)
        return np.take_along_axis(np.argsort(values, axis), ranks, axis)
    return take_along_axis(a, _plain(places, a), axis)


def _quantile(a, q, axis, method, keepdims):
    rows, kept, rest = _to_front(a, axis)
    count = rows.shape[0]
    order = sort(rows, 0)
    points = _plain(np.asarray, q, float)
    results = []
    for point in points.reshape(-1):
        place = float(point) * (count - 1)
        low = int(_math.floor(place))
        high = builtins.min(low + 1, count - 1)
        part = place - low
        if method == 'lower':
            value = order[low]
        elif method == 'higher':
            value = order[int(_math.ceil(place))]
        elif method == 'nearest':
            value = order[int(builtins.round(place))]
        elif method == 'midpoint':
            value = (order[low] + order[int(_math.ceil(place))]) / 2.0
        elif method == 'linear':
            value = order[low] * (1.0 - part) + order[high] * part
        else:
            raise NotImplementedError(f'quantile with method {method!r} has no derivative here')
        results.append(np.reshape(value, kept) if keepdims else value)
    if points.ndim == 0:
        return results[0]
    return np.reshape(np.stack(results), points.shape + np.shape(results[0]))


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, **_):
    return _deliver(_quantile(a, q, axis, method, bool(keepdims)), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, **_):
    return _deliver(_quantile(a, _plain(lambda v: np.asarray(v, float) / 100.0, q), axis, method, bool(keepdims)), out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False, **_):
    return _deliver(_quantile(a, 0.5, axis, 'linear', bool(keepdims)), out)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, equal_nan=True, sorted=True):
    if axis is not None:
        raise NotImplementedError('unique along an axis has no derivative here')
    _, places, *rest = _plain(
        np.unique, ar, return_index=True, return_inverse=return_inverse, return_counts=return_counts,
        equal_nan=equal_nan)
    values = np.reshape(ar, (-1,))[places]
    extras = ((places,) if return_index else ()) + tuple(rest)
    return (values,) + extras if extras else values


def union1d(ar1, ar2):
    return unique(np.concatenate([np.reshape(_array(ar1), (-1,)), np.reshape(_array(ar2), (-1,))]))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    _, first, second = _plain(np.intersect1d, ar1, ar2, assume_unique, True)
    values = np.reshape(ar1, (-1,))[first]
    return (values, first, second) if return_indices else values


def setdiff1d(ar1, ar2, assume_unique=False):
    values = np.reshape(ar1, (-1,)) if assume_unique else unique(_array(ar1))
    return values[_plain(lambda x, y: ~np.isin(x, y), values, ar2)]


def setxor1d(ar1, ar2, assume_unique=False):
    first, second = unique(_array(ar1)), unique(_array(ar2))
    return sort(np.concatenate([setdiff1d(first, second), setdiff1d(second, first)]))
