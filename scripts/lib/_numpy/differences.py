"""Slopes, covariances, and functions of samples."""

import warnings

import numpy as np
from numpy.lib.array_utils import normalize_axis_tuple as _axis_tuple

__name__ = 'numpy'


def gradient(f, *varargs, axis=None, edge_order=1):
    """Return the slopes of sampled values along axes: central differences inside, one-sided ones of the first or second
    order at the ends."""
    f = np.asanyarray(f)
    rank = f.ndim
    axes = tuple(range(rank)) if axis is None else _axis_tuple(axis, rank)
    if not varargs:
        steps = [1.0] * len(axes)
    elif len(varargs) == 1 and np.ndim(varargs[0]) == 0:
        steps = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        steps = list(varargs)
        for place, distances in enumerate(steps):
            distances = np.asanyarray(distances)
            if distances.ndim == 0:
                continue
            if distances.ndim != 1:
                raise ValueError('distances must be either scalars or 1d')
            if len(distances) != f.shape[axes[place]]:
                raise ValueError('when 1d, distances must match the length of the corresponding dimension')
            if distances.dtype.kind in 'iu':
                distances = distances.astype(np.float64)
            differences = np.diff(distances)
            steps[place] = differences[0] if (differences == differences[0]).all() else differences
    else:
        raise TypeError('invalid number of arguments')
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    is_bool = f.dtype.kind == 'b'
    if f.dtype.kind not in 'fc':
        f = f.astype(np.float64)
    results = []
    for axis, step in zip(axes, steps):
        if f.shape[axis] < edge_order + 1:
            raise ValueError('Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) '
                             'elements are required.')
        if is_bool:
            np.subtract(True, True)  # Raises NumPy's error: a bool has no minus.
        results.append(_slopes(f, axis, step, edge_order))
    if len(axes) == 1:
        return results[0]
    return tuple(results)


def _slopes(f, axis, step, edge_order):
    out = np.empty_like(f)

    def part(*bounds):
        return (slice(None),) * axis + (slice(*bounds),)

    even = np.ndim(step) == 0
    shape = [1] * f.ndim
    shape[axis] = -1
    if even:
        out[part(1, -1)] = (f[part(2, None)] - f[part(None, -2)]) / (2.0 * step)
    else:
        before, behind = step[:-1], step[1:]
        a = (-behind / (before * (before + behind))).reshape(shape)
        b = ((behind - before) / (before * behind)).reshape(shape)
        c = (before / (behind * (before + behind))).reshape(shape)
        out[part(1, -1)] = a * f[part(None, -2)] + b * f[part(1, -1)] + c * f[part(2, None)]
    first, last = (step, step) if even else (step[0], step[-1])
    if edge_order == 1:
        out[part(0, 1)] = (f[part(1, 2)] - f[part(0, 1)]) / first
        out[part(-1, None)] = (f[part(-1, None)] - f[part(-2, -1)]) / last
        return out
    if even:
        a, b, c = -1.5 / step, 2.0 / step, -0.5 / step
    else:
        one, two = step[0], step[1]
        a = -(2.0 * one + two) / (one * (one + two))
        b = (one + two) / (one * two)
        c = -one / (two * (one + two))
    out[part(0, 1)] = a * f[part(0, 1)] + b * f[part(1, 2)] + c * f[part(2, 3)]
    if even:
        a, b, c = 0.5 / step, -2.0 / step, 1.5 / step
    else:
        one, two = step[-2], step[-1]
        a = two / (one * (one + two))
        b = -(two + one) / (one * two)
        c = (2.0 * two + one) / (two * (one + two))
    out[part(-1, None)] = a * f[part(-3, -2)] + b * f[part(-2, -1)] + c * f[part(-1, None)]
    return out


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """Return the covariances of variables, one a row; observations may be weighted by counts and by importance."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError('ddof must be integer')
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError('m has more than 2 dimensions')
    if y is not None:
        y = np.asarray(y)
        if y.ndim > 2:
            raise ValueError('y has more than 2 dimensions')
    if dtype is None:
        dtype = np.result_type(m, np.float64) if y is None else np.result_type(m, y, np.float64)
    X = np.array(m, ndmin=2, dtype=dtype)
    if not rowvar and m.ndim != 1:
        X = X.T
    if X.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, copy=None, ndmin=2, dtype=dtype)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        X = np.concatenate((X, y), axis=0)
    if ddof is None:
        ddof = 1 if bias == 0 else 0
    w = None
    if fweights is not None:
        fweights = np.asarray(fweights, dtype=float)
        if not np.all(fweights == np.around(fweights)):
            raise TypeError('fweights must be integer')
        if fweights.ndim > 1:
            raise RuntimeError('cannot handle multidimensional fweights')
        if fweights.shape[0] != X.shape[1]:
            raise RuntimeError('incompatible numbers of samples and fweights')
        if any(fweights < 0):
            raise ValueError('fweights cannot be negative')
        w = fweights
    if aweights is not None:
        aweights = np.asarray(aweights, dtype=float)
        if aweights.ndim > 1:
            raise RuntimeError('cannot handle multidimensional aweights')
        if aweights.shape[0] != X.shape[1]:
            raise RuntimeError('incompatible numbers of samples and aweights')
        if any(aweights < 0):
            raise ValueError('aweights cannot be negative')
        w = aweights if w is None else w * aweights
    mean, total = np.average(X, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        factor = X.shape[1] - ddof
    elif ddof == 0:
        factor = total
    elif aweights is None:
        factor = total - ddof
    else:
        factor = total - ddof * sum(w * aweights) / total
    if factor <= 0:
        warnings.warn('Degrees of freedom <= 0 for slice', RuntimeWarning, stacklevel=2)
        factor = 0.0
    X -= mean[:, None]
    transposed = X.T if w is None else (X * w).T
    result = np.dot(X, np.conjugate(transposed))
    result *= np.true_divide(1, factor)
    return result.squeeze()


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """Return the correlations of variables, one a row."""
    c = cov(x, y, rowvar, dtype=dtype)
    try:
        variances = np.diag(c)
    except ValueError:
        return c / c
    deviations = np.sqrt(variances.real)
    c /= deviations[:, None]
    c /= deviations[None, :]
    if c.dtype.kind == 'c':
        return np.clip(c.real, -1, 1) + 1j * np.clip(c.imag, -1, 1)
    return np.clip(c, -1, 1, out=c)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Return piecewise linear values between points, whose places grow; with a period they repeat."""
    fp = np.asarray(fp)
    is_complex = fp.dtype.kind == 'c'
    if period is None and not is_complex:
        return np._interp(x, xp, fp, left, right)
    x, xp = np.asarray(x, dtype=np.float64), np.asarray(xp, dtype=np.float64)
    if period is not None:
        if period == 0:
            raise ValueError('period must be a non-zero value')
        period = abs(period)
        left = right = None
        if xp.ndim != 1 or fp.ndim != 1:
            raise ValueError('Data points must be 1-D sequences')
        if xp.shape[0] != fp.shape[0]:
            raise ValueError('fp and xp are not of the same length')
        x = x % period
        xp = xp % period
        order = np.argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = np.concatenate((xp[-1:] - period, xp, xp[0:1] + period))
        fp = np.concatenate((fp[-1:], fp, fp[0:1]))
    if is_complex:
        ends = [[None if end is None else getattr(complex(end), part) for end in (left, right)]
                for part in ('real', 'imag')]
        real = np._interp(x, xp, fp.real, *ends[0])
        return real + 1j * np._interp(x, xp, fp.imag, *ends[1])
    return np._interp(x, xp, fp, left, right)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """Apply a function of 1-d arrays along an axis."""
    arr = np.asanyarray(arr)
    axis = np.lib.array_utils.normalize_axis_index(axis, arr.ndim)
    moved = np.moveaxis(arr, axis, -1)
    places = np.ndindex(moved.shape[:-1])
    try:
        first = next(places)
    except StopIteration:
        raise ValueError('Cannot apply_along_axis when any iteration dimensions are 0') from None
    result = np.asanyarray(func1d(moved[first], *args, **kwargs))
    out = np.zeros(moved.shape[:-1] + result.shape, dtype=result.dtype)
    out[first] = result
    for place in places:
        out[place] = np.asanyarray(func1d(moved[place], *args, **kwargs))
    rank = arr.ndim - 1
    order = list(range(axis)) + list(range(rank, rank + result.ndim)) + list(range(axis, rank))
    out = out.transpose(order)
    return arr.__array_wrap__(out) if type(arr) is not np.ndarray and isinstance(arr, np.ndarray) else out


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Return an array with numbers in place of nan and of the infinities."""
    x = np.array(x, subok=True, copy=copy if copy else None)
    if x.dtype.kind not in 'fc':
        return x if x.ndim else x[()]
    parts = (x.real, x.imag) if x.dtype.kind == 'c' else (x,)
    limits = np.finfo(parts[0].dtype)
    for part in parts:
        is_nan, is_above, is_below = np.isnan(part), part == np.inf, part == -np.inf
        np.copyto(part, nan, where=is_nan, casting='unsafe')
        np.copyto(part, limits.max if posinf is None else posinf, where=is_above, casting='unsafe')
        np.copyto(part, limits.min if neginf is None else neginf, where=is_below, casting='unsafe')
    return x if x.ndim else x[()]


def trim_zeros(filt, trim='fb', axis=None):
    """Return an array without the zeros before and behind its other elements."""
    array = np.asarray(filt)
    trim = trim.lower()
    if trim not in ('fb', 'bf', 'f', 'b'):
        raise ValueError(f'unexpected character(s) in `trim`: {trim!r}')
    axes = tuple(range(array.ndim)) if axis is None else _axis_tuple(axis, array.ndim, argname='axis')
    if not axes:
        return filt
    found = np.argwhere(array)
    if found.size == 0:
        start = np.array(array.shape) if 'f' in trim else np.zeros(array.ndim, dtype=int)
        stop = np.zeros(array.ndim, dtype=int) if 'f' not in trim else np.array(array.shape)
    else:
        start, stop = found.min(axis=0), found.max(axis=0) + 1
        if 'f' not in trim:
            start = np.zeros(array.ndim, dtype=int)
        if 'b' not in trim:
            stop = np.array(array.shape)
    if array.ndim == 1:
        return filt[int(start[0]):int(stop[0])]
    return array[tuple(slice(int(start[place]), int(stop[place])) if place in axes else slice(None)
                       for place in range(array.ndim))]


def _isclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    """`isclose` with arrays of tolerances, or of a number of Python beside an array."""
    x, y, rtol, atol = (one if type(one) in (bool, int, float, complex) else np.asanyarray(one)
                        for one in (a, b, rtol, atol))
    if type(y) in (bool, int):
        y = float(y)
    elif not isinstance(y, (float, complex)) and y.dtype.kind in 'biu':
        y = y.astype(np.result_type(y, 1.))
    with np.errstate(invalid='ignore'):
        near = (np.abs(np.subtract(x, y)) <= atol + rtol * np.abs(y)) & np.isfinite(y)
        result = near | (x == y)
    if equal_nan:
        result = result | (np.isnan(x) & np.isnan(y))
    return result[()]


def _allclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    """`allclose` with arrays of tolerances, or of a number of Python beside an array."""
    return bool(np.all(_isclose(a, b, rtol, atol, equal_nan)))
