"""Cumulative sums and products, differences, and the integrals over samples."""

import numpy as np
import _autograd
from autograd._rules._parts import _array, _axis, _cast, _deliver, _plain


def _running(a, axis, dtype, step):
    a = _cast(_array(a), dtype)
    if axis is None or a.ndim == 0 and axis in (0, -1):
        a, axis = np.reshape(a, (-1,)), 0
    axis = _axis(axis, a.ndim)
    rows = np.moveaxis(a, axis, 0)
    return np.moveaxis(step(rows), 0, axis)


def _running_sum(rows):
    def back(g):
        return (np.flip(np.cumsum(np.flip(g, 0), 0), 0),)
    return _autograd.record(_plain(np.cumsum, rows, 0), (rows,), back)


def _running_product(rows):
    count, distance = rows.shape[0], 1
    while distance < count:
        rows = np.concatenate([rows[:distance], rows[distance:] * rows[:-distance]])
        distance *= 2
    return rows * 1


def cumsum(a, axis=None, dtype=None, out=None):
    return _deliver(_running(a, axis, dtype, _running_sum), out)


def cumprod(a, axis=None, dtype=None, out=None):
    return _deliver(_running(a, axis, dtype, _running_product), out)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    if n == 0:
        return a
    if n < 0:
        raise ValueError(f'order must be non-negative but got {n!r}')
    a = _array(a)
    if a.ndim == 0:
        raise ValueError('diff requires input that is at least one dimensional')
    axis = _axis(axis, a.ndim)

    def edge(extra):
        extra = _array(extra)
        if extra.ndim:
            return extra
        return np.broadcast_to(extra, a.shape[:axis] + (1,) + a.shape[axis + 1:])

    parts = [edge(prepend)] if prepend is not None else []
    parts.append(a)
    if append is not None:
        parts.append(edge(append))
    if len(parts) > 1:
        a = np.concatenate(parts, axis=axis)
    rows = np.moveaxis(a, axis, 0)
    for _ in range(n):
        rows = rows[1:] - rows[:-1]
    return np.moveaxis(rows, 0, axis)


def ediff1d(ary, to_end=None, to_begin=None):
    result = diff(np.reshape(ary, (-1,)))
    parts = [_cast(np.reshape(part, (-1,)), result.dtype) for part in (to_begin, result, to_end) if part is not None]
    return np.concatenate(parts) if len(parts) > 1 else result


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = _array(y)
    axis = _axis(axis, y.ndim)
    rows = np.moveaxis(y, axis, 0)
    if x is None:
        width = dx
    else:
        x = _array(x)
        points = np.reshape(x, (-1,) + (1,) * (rows.ndim - 1)) if x.ndim == 1 else np.moveaxis(x, axis, 0)
        width = points[1:] - points[:-1]
    return np.sum(width * (rows[1:] + rows[:-1]) / 2.0, axis=0)


trapz = trapezoid
