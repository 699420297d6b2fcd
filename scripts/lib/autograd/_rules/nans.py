"""The folds that leave nan out."""

import numpy as np
from autograd._rules._parts import _array, _axes, _deliver, _folded, _mask, _plain
from autograd._rules.folding import root, _variance, max, mean, min, prod, sum


def _present(a, where):
    """Where an array's elements are numbers, within a mask."""
    present = _plain(lambda x: ~np.isnan(x), a)
    return present if where is True else present & _mask(where, a.shape)


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    a = _array(a)
    return sum(a, axis, dtype, out, keepdims, initial, _present(a, where))


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    a = _array(a)
    return prod(a, axis, dtype, out, keepdims, initial, _present(a, where))


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, where=True):
    a = _array(a)
    return mean(a, axis, dtype, out, keepdims, _present(a, where))


def _nan_extreme(fold, worst, a, axis, out, keepdims, initial, where):
    """The extreme of the numbers of each lane; nan where there are none and nothing to begin with."""
    a = _array(a)
    present = _present(a, where)
    if initial is not None:
        return fold(a, axis, out, keepdims, initial, present)
    if where is not True:
        return fold(a, axis, out, keepdims, None, where)
    axes = _axes(axis, a.ndim)
    result = fold(np.where(present, a, worst), axes, None, True)
    empty = _plain(lambda p: ~np.any(p, axis=axes, keepdims=True), present)
    if np.any(empty):
        result = np.where(empty, np.nan, result)
    return _deliver(_folded(result, axes, keepdims), out)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _nan_extreme(max, -np.inf, a, axis, out, keepdims, initial, where)


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    return _nan_extreme(min, np.inf, a, axis, out, keepdims, initial, where)


def _nan_variance(a, axis, dtype, ddof, where, mean, correction):
    a = _array(a)
    if ddof != 0 and correction is not None:
        raise ValueError("ddof and correction can't be provided simultaneously.")
    present = _present(a, where)
    result, axes = _variance(np.where(present, a, 0), axis, dtype, ddof, present, mean, correction)
    freedom = ddof if correction is None else correction
    bad = _plain(lambda p: np.sum(p, axis=axes, keepdims=True) <= freedom, present)
    return np.where(bad, np.nan, result) if np.any(bad) else result, axes


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    result, axes = _nan_variance(a, axis, dtype, ddof, where, mean, correction)
    return _deliver(_folded(result, axes, keepdims), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True, mean=None, correction=None):
    result, axes = _nan_variance(a, axis, dtype, ddof, where, mean, correction)
    return _deliver(_folded(root(result), axes, keepdims), out)
