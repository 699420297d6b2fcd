"""Products, variances and weighted means over axes."""

import numpy as np
from autograd._rules._parts import _array, _axes, _count, _deliver, _plain, _to_front


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, **_):
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


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, correction=None, **_):
    a = _array(a)
    axes = _axes(axis, a.ndim)
    freedom = ddof if correction is None else correction
    distance = a - np.mean(a, axis=axes, keepdims=True)
    result = np.sum(distance * distance, axis=axes, keepdims=bool(keepdims)) / (_count(a.shape, axes) - freedom)
    return _deliver(result, out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, correction=None, **_):
    a = _array(a)
    axes = _axes(axis, a.ndim)
    freedom = ddof if correction is None else correction
    distance = a - np.mean(a, axis=axes, keepdims=True)
    square = np.sum(distance * distance, axis=axes, keepdims=True)
    constant = _plain(lambda s: s == 0, square)
    # Where all elements are equal the derivative is taken to be 0.
    root = np.where(constant, 0.0, np.sqrt(np.where(constant, 1.0, square)))
    result = root / np.sqrt(float(_count(a.shape, axes) - freedom))
    if not keepdims:
        result = np.sum(result, axis=axes)
    return _deliver(result, out)


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
