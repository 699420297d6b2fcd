"""Products, variances and weighted means over axes."""

import numpy as np
from autograd._rules._parts import _array, _axes, _count, _deliver, _plain, _square, _to_front, _whole


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    if where is not True:
        a = np.where(where, a, 1.0)
    # Halves are multiplied with each other, so that zeros do no harm.
    rows, kept, rest = _to_front(a, axis)
    count = rows.shape[0]
    if count == 0:
        return np.ones(kept if keepdims else rest)
    while count > 1:
        half = count // 2
        product = rows[:half] * rows[half:2 * half]
        rows = np.concatenate([product, rows[2 * half:]]) if count % 2 else product
        count = half + count % 2
    result = np.reshape(rows[0], kept) if keepdims else rows[0]
    return _deliver(result if initial is None else result * initial, out)


def _squares(a, axes, where, mean):
    """The sums of the squared distances from the mean, with the axes kept, and how many there are in each."""
    if where is True:
        distance = a - (np.mean(a, axis=axes, keepdims=True) if mean is None else mean)
        return np.sum(_square(distance), axis=axes, keepdims=True), _count(a.shape, axes)
    where = np.broadcast_to(where, a.shape)
    count = np.sum(where, axis=axes, keepdims=True)
    if mean is None:
        mean = np.sum(np.where(where, a, 0.0), axis=axes, keepdims=True) / count
    return np.sum(_square(np.where(where, a - mean, 0.0)), axis=axes, keepdims=True), count


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    a = _array(a)
    axes = _axes(axis, a.ndim)
    square, count = _squares(a, axes, where, mean)
    result = square / (count - (ddof if correction is None else correction))
    return _deliver(_whole(result, axes, keepdims), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    a = _array(a)
    axes = _axes(axis, a.ndim)
    square, count = _squares(a, axes, where, mean)
    result = _root(square) / np.sqrt(1.0 * (count - (ddof if correction is None else correction)))
    return _deliver(_whole(result.astype(square.dtype) if square.ndim else result, axes, keepdims), out)


def _root(square):
    """The square root. Where all elements are equal the derivative is taken to be 0."""
    constant = _plain(lambda s: s == 0, square)
    return np.where(constant, 0.0 * square, np.sqrt(np.where(constant, 1.0 + 0.0 * square, square)))


def average(a, axis=None, weights=None, returned=False, keepdims=False, **_):
    a = _array(a)
    if weights is None:
        result = np.mean(a, axis=axis, keepdims=bool(keepdims))
        return (result, a.size / result.size + 0.0 * result) if returned else result
    weights = _array(weights)
    if weights.shape != a.shape and weights.ndim == 1 and axis is not None:
        shape = [1] * a.ndim
        shape[axis] = weights.shape[0]
        weights = np.broadcast_to(np.reshape(weights, tuple(shape)), a.shape)
    total = np.sum(weights, axis=axis, keepdims=bool(keepdims))
    result = np.sum(a * weights, axis=axis, keepdims=bool(keepdims)) / total
    return (result, total) if returned else result


def ptp(a, axis=None, out=None, keepdims=False, **_):
    return _deliver(np.max(a, axis=axis, keepdims=bool(keepdims)) - np.min(a, axis=axis, keepdims=bool(keepdims)), out)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None, **_):
    return _deliver(np.sum(np.diagonal(a, offset, axis1, axis2), axis=-1), out)
