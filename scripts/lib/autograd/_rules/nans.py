"""The folds that leave nan out."""

import numpy as np
from autograd._rules._parts import _array, _axes, _deliver, _plain, _square, _whole
from autograd._rules.folding import _root, prod
from autograd._rules.order import median
from autograd._rules.running import cumprod, cumsum


def _without_nan(a, filling):
    a = _array(a)
    return np.where(_plain(np.isnan, a), a.dtype.type(filling), a)


def _valid(a, where):
    """Where elements count."""
    valid = _plain(lambda x: ~np.isnan(x), a)
    return valid if where is True else valid & np.broadcast_to(where, np.shape(a))


def _chosen(a, where, filling):
    """The elements that count, and a filling in the place of the others."""
    a = _array(a)
    return np.where(_valid(a, where), a, a.dtype.type(filling))


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0.0, where=True):
    return _deliver(np.sum(_chosen(a, where, 0), axis=axis, keepdims=bool(keepdims)) + initial, out)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, where=True):
    a = _array(a)
    counts = np.sum(_valid(a, where), axis=axis, keepdims=bool(keepdims))
    total = np.sum(_chosen(a, where, 0), axis=axis, keepdims=bool(keepdims))
    return _deliver(total / _plain(a.dtype.type, counts), out)


def nanmax(a, axis=None, out=None, keepdims=False, **_):
    return _deliver(np.max(_without_nan(a, -np.inf), axis=axis, keepdims=bool(keepdims)), out)


def nanmin(a, axis=None, out=None, keepdims=False, **_):
    return _deliver(np.min(_without_nan(a, np.inf), axis=axis, keepdims=bool(keepdims)), out)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    return prod(_chosen(a, where, 1), axis, out=out, keepdims=keepdims, initial=initial)


def nancumsum(a, axis=None, dtype=None, out=None, **_):
    return cumsum(_without_nan(a, 0.0), axis, out=out)


def nancumprod(a, axis=None, dtype=None, out=None, **_):
    return cumprod(_without_nan(a, 1.0), axis, out=out)


def _nan_squares(a, axis, ddof, where, mean, correction):
    a = _array(a)
    axes = _axes(axis, a.ndim)
    valid = _valid(a, where)
    count = _plain(a.real.dtype.type, np.sum(valid, axis=axes, keepdims=True))
    if mean is None:
        mean = np.sum(_chosen(a, where, 0), axis=axes, keepdims=True) / count
    distance = np.where(valid, a - mean, a.dtype.type(0))
    square = np.sum(_square(distance), axis=axes, keepdims=True)
    return square, count - (ddof if correction is None else correction), axes


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    square, count, axes = _nan_squares(a, axis, ddof, where, mean, correction)
    return _deliver(_whole(square / count, axes, keepdims), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    square, count, axes = _nan_squares(a, axis, ddof, where, mean, correction)
    return _deliver(_whole(_root(square) / np.sqrt(count), axes, keepdims), out)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False, **_):
    if axis is not None:
        raise NotImplementedError('nanmedian along an axis has no derivative here')
    flat = np.reshape(a, (-1,))
    return _deliver(median(flat[_plain(lambda x: np.nonzero(~np.isnan(x))[0], flat)]), out)
