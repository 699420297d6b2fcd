"""The folds that leave nan out."""

import numpy as np
from autograd._rules._parts import _array, _deliver, _plain
from autograd._rules.folding import prod
from autograd._rules.order import median
from autograd._rules.running import cumprod, cumsum


def _without_nan(a, filling):
    a = _array(a)
    return np.where(_plain(np.isnan, a), filling, a)


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, **_):
    return _deliver(np.sum(_without_nan(a, 0.0), axis=axis, keepdims=bool(keepdims)), out)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, **_):
    counts = _plain(lambda x: np.sum(~np.isnan(x), axis=axis, keepdims=bool(keepdims)), a)
    return _deliver(nansum(a, axis, keepdims=keepdims) / counts, out)


def nanmax(a, axis=None, out=None, keepdims=False, **_):
    return _deliver(np.max(_without_nan(a, -np.inf), axis=axis, keepdims=bool(keepdims)), out)


def nanmin(a, axis=None, out=None, keepdims=False, **_):
    return _deliver(np.min(_without_nan(a, np.inf), axis=axis, keepdims=bool(keepdims)), out)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, **_):
    return prod(_without_nan(a, 1.0), axis, out=out, keepdims=keepdims)


def nancumsum(a, axis=None, dtype=None, out=None, **_):
    return cumsum(_without_nan(a, 0.0), axis, out=out)


def nancumprod(a, axis=None, dtype=None, out=None, **_):
    return cumprod(_without_nan(a, 1.0), axis, out=out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, **_):
    a = _array(a)
    valid = _plain(lambda x: ~np.isnan(x), a)
    count = np.sum(valid, axis=axis, keepdims=True)
    mean = np.sum(_without_nan(a, 0.0), axis=axis, keepdims=True) / count
    distance = np.where(valid, a - mean, 0.0)
    total = np.sum(distance * distance, axis=axis, keepdims=bool(keepdims))
    return _deliver(total / (np.sum(valid, axis=axis, keepdims=bool(keepdims)) - ddof), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, **_):
    return _deliver(np.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims)), out)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False, **_):
    if axis is not None:
        raise NotImplementedError('nanmedian along an axis has no derivative here')
    flat = np.reshape(a, (-1,))
    return _deliver(median(flat[_plain(lambda x: np.nonzero(~np.isnan(x))[0], flat)]), out)
