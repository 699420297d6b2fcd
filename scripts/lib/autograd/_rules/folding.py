"""Sums and extremes with the rarer keywords, products, variances and weighted means over axes."""

import builtins
import numpy as np
from autograd._rules._parts import (
    _array, _axes, _cast, _chosen, _count, _deliver, _folded, _mask, _plain, _refuse, _to_front)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    a = _cast(_array(a), dtype)
    axes = _axes(axis, a.ndim)
    total = np.sum(_chosen(a, where, 0), axis=axes, keepdims=bool(keepdims))
    return _deliver(total if initial is None else total + initial, out)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, where=True):
    a = _cast(_array(a), dtype)
    axes = _axes(axis, a.ndim)
    if where is True:
        count = _count(a.shape, axes)
    else:
        count = _plain(lambda mask: np.sum(mask, axis=axes, keepdims=bool(keepdims), dtype=_real(a.dtype)),
                       _mask(where, a.shape))
    return _deliver(np.sum(_chosen(a, where, 0), axis=axes, keepdims=bool(keepdims)) / count, out)


def _real(dtype):
    """The dtype of the parts of complex numbers; a real one as it is."""
    return np.dtype(f'f{dtype.itemsize // 2}') if dtype.kind == 'c' else dtype


def _extreme(fold, worst, a, axis, out, keepdims, initial, where):
    a = _array(a)
    if where is not True and initial is None:
        raise ValueError(f"reduction operation '{fold.__name__}imum' does not have an identity, so to use a where mask "
                         "one has to specify 'initial'")
    axes = _axes(axis, a.ndim)
    a = _chosen(a, where, worst)
    if initial is None:
        return _deliver(fold(a, axis=axes, keepdims=bool(keepdims)), out)
    rows, kept, rest = _to_front(a, axes)
    first = np.broadcast_to(_cast(_array(initial), a.dtype), (1,) + rest)
    result = fold(np.concatenate([first, rows]), axis=0)
    return _deliver(np.reshape(result, kept) if keepdims else result, out)


def max(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.max, -np.inf, a, axis, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _extreme(np.min, np.inf, a, axis, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    # Halves are multiplied with each other, so that zeros do no harm.
    a = _cast(_array(a), dtype)
    rows, kept, rest = _to_front(_chosen(a, where, 1), axis)
    count = rows.shape[0]
    if count == 0:
        result = np.ones(rest, dtype=a.dtype)[()]
    else:
        while count > 1:
            half = count // 2
            product = rows[:half] * rows[half:2 * half]
            rows = np.concatenate([product, rows[2 * half:]]) if count % 2 else product
            count = half + count % 2
        result = rows[0]
    if keepdims:
        result = np.reshape(result, kept)
    return _deliver(result if initial is None else result * initial, out)


def _variance(a, axis, dtype, ddof, where, mean, correction):
    """The variance over axes that keep the length one, and the axes."""
    a = _array(a)
    if dtype is not None:
        if np.dtype(dtype).kind not in 'fc':
            _refuse(f'var with dtype={np.dtype(dtype).name}')
        a = _cast(a, np.result_type(a.dtype, dtype))
    axes = _axes(axis, a.ndim)
    freedom = ddof if correction is None else correction
    if where is True:
        count = _count(a.shape, axes)
        rest = builtins.max(count - freedom, 0)
    else:
        count = _plain(lambda mask: np.sum(mask, axis=axes, keepdims=True, dtype=_real(a.dtype)),
                       _mask(where, a.shape))
        rest = np.maximum(count - freedom, 0)
    if mean is None:
        mean = np.sum(_chosen(a, where, 0), axis=axes, keepdims=True) / count
    distance = a - mean
    square = distance * distance if distance.dtype.kind != 'c' else np.real(distance * np.conjugate(distance))
    total = np.sum(_chosen(square, where, 0), axis=axes, keepdims=True)
    # An array divides, so that nothing over nothing is nan.
    return _cast(total / _array(rest).astype(total.dtype), dtype), axes


def root(square):
    """The square root, whose derivative at zero is taken to be 0."""
    zero = _plain(lambda s: s == 0, square)
    return np.where(zero, 0.0, np.sqrt(np.where(zero, 1.0, square)))


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    result, axes = _variance(a, axis, dtype, ddof, where, mean, correction)
    return _deliver(_folded(result, axes, keepdims), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    result, axes = _variance(a, axis, dtype, ddof, where, mean, correction)
    return _deliver(_folded(root(result), axes, keepdims), out)


def average(a, axis=None, weights=None, returned=False, keepdims=False):
    a = _array(a)
    keepdims = bool(keepdims)
    if weights is None:
        result = np.mean(a, axis=axis, keepdims=keepdims)
        if not returned:
            return result
        return result, _plain(lambda: np.full(np.shape(result), a.size / np.size(result), _array(result).dtype)[()])
    weights = _array(weights)
    if weights.shape != a.shape:
        if axis is None:
            raise TypeError('Axis must be specified when shapes of a and weights differ.')
        axes = _axes(axis, a.ndim)
        if weights.shape != tuple(a.shape[place] for place in axes):
            raise ValueError('Shape of weights must be consistent with shape of a along specified axis.')
        order = sorted(range(len(axes)), key=lambda place: axes[place])
        shape = tuple(length if place in axes else 1 for place, length in enumerate(a.shape))
        weights = np.broadcast_to(np.reshape(np.transpose(weights, order), shape), a.shape)
    total = np.sum(weights, axis=axis, keepdims=keepdims)
    if _plain(lambda t: np.any(t == 0), total):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    result = np.sum(a * weights, axis=axis, keepdims=keepdims) / total
    return (result, total + 0 * _plain(lambda r: r * 0, result)) if returned else result


def ptp(a, axis=None, out=None, keepdims=False):
    return _deliver(np.max(a, axis=axis, keepdims=bool(keepdims)) - np.min(a, axis=axis, keepdims=bool(keepdims)), out)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return _deliver(np.sum(_cast(np.diagonal(a, offset, axis1, axis2), dtype), axis=-1), out)
