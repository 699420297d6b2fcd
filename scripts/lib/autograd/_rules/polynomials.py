"""Polynomials by their coefficients, covariances and interpolation."""

import builtins
import numpy as np
from autograd._rules._parts import _array, _plain
from autograd._rules.products import convolve


def polyval(p, x, **_):
    result = 0.0 * _array(x)
    for place in range(len(p)):
        result = result * x + p[place]
    return result


def vander(x, N=None, increasing=False, **_):
    count = len(x) if N is None else N
    powers = range(count) if increasing else range(count - 1, -1, -1)
    return np.stack([x ** float(power) if power else np.ones(len(x)) for power in powers], axis=-1)


def polyder(p, m=1, **_):
    for _ in range(m):
        p = p[:-1] * np.arange(len(p) - 1, 0, -1)
    return p


def polyint(p, m=1, k=None, **_):
    for _ in range(m):
        p = np.concatenate([p / np.arange(len(p), 0, -1), np.zeros(1)])
    return p


def polymul(a1, a2, **_):
    return convolve(a1, a2)


def polyadd(a1, a2, **_):
    a1, a2 = np.atleast_1d(_array(a1)), np.atleast_1d(_array(a2))
    count = builtins.max(len(a1), len(a2))
    return np.concatenate([np.zeros(count - len(a1)), a1]) + np.concatenate([np.zeros(count - len(a2)), a2])


def polysub(a1, a2, **_):
    return polyadd(a1, -_array(a2))


def cov(m, y=None, rowvar=True, bias=False, ddof=None, **_):
    rows = np.atleast_2d(_array(m))
    if not rowvar and rows.shape[0] != 1:
        rows = rows.T
    if y is not None:
        other = np.atleast_2d(_array(y))
        rows = np.concatenate([rows, other if rowvar or other.shape[0] == 1 else other.T])
    freedom = ddof if ddof is not None else (0 if bias else 1)
    distance = rows - np.mean(rows, axis=1, keepdims=True)
    result = np.matmul(distance, distance.T) / (rows.shape[1] - freedom)
    return result[0, 0] if result.shape == (1, 1) else result


def corrcoef(x, y=None, rowvar=True, **_):
    covariance = cov(x, y, rowvar)
    if np.ndim(covariance) == 0:
        return covariance / covariance
    deviation = np.sqrt(np.diagonal(covariance))
    return covariance / deviation[:, None] / deviation[None, :]


def _interp(x, xp, fp, left=None, right=None, period=None, **_):
    if period is not None:
        raise NotImplementedError('interp with period= has no derivative here')
    x, xp, fp = _array(x), _array(xp), _array(fp)
    place = _plain(lambda a, b: np.clip(np.searchsorted(b, a, side='right') - 1, 0, len(b) - 2), x, xp)
    low, high = xp[place], xp[place + 1]
    part = (x - low) / (high - low)
    result = fp[place] * (1.0 - part) + fp[place + 1] * part
    below, above = _plain(lambda a, b: (a < b[0], a > b[-1]), x, xp)
    result = np.where(below, fp[0] if left is None else left, result)
    return np.where(above, fp[-1] if right is None else right, result)
