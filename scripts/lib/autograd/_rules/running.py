"""Cumulative sums and products, differences, and the integrals over samples."""

import numpy as np
import _autograd
from autograd._rules._parts import _array, _axes, _deliver, _plain


def _running(a, axis, step):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0
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
    return rows * 1.0


def cumsum(a, axis=None, dtype=None, out=None, **_):
    return _deliver(_running(a, axis, _running_sum), out)


def cumprod(a, axis=None, dtype=None, out=None, **_):
    return _deliver(_running(a, axis, _running_product), out)


def _after(make, result, axis):
    """A running result behind what it begins with, which `make` gives the form of its entries."""
    first = make(np.take(result, [0], axis=axis or 0))
    return np.concatenate([first, result], axis=axis or 0)


def cumulative_sum(x, axis=None, include_initial=False, **_):
    result = cumsum(x, axis)
    return _after(np.zeros_like, result, axis) if include_initial else result


def cumulative_prod(x, axis=None, include_initial=False, **_):
    result = cumprod(x, axis)
    return _after(np.ones_like, result, axis) if include_initial else result


def diff(a, n=1, axis=-1, prepend=None, append=None, **_):
    a = _array(a)
    axis %= a.ndim
    parts = [a]
    for extra, place in ((prepend, 0), (append, len(parts))):
        if extra is not None:
            extra = _array(extra)
            if extra.ndim == 0:
                shape = list(a.shape)
                shape[axis] = 1
                extra = np.broadcast_to(extra, tuple(shape))
            parts.insert(place if place == 0 else len(parts), extra)
    if len(parts) > 1:
        a = np.concatenate(parts, axis=axis)
    rows = np.moveaxis(a, axis, 0)
    for _ in range(n):
        rows = rows[1:] - rows[:-1]
    return np.moveaxis(rows, 0, axis)


def ediff1d(ary, to_end=None, to_begin=None, **_):
    result = diff(np.reshape(ary, (-1,)))
    parts = [np.reshape(part, (-1,)) for part in (to_begin, result, to_end) if part is not None]
    return np.concatenate(parts) if len(parts) > 1 else result


def gradient(f, *varargs, axis=None, edge_order=1, **_):
    f = _array(f)
    axes = _axes(axis, f.ndim)
    steps = list(varargs) or [1.0]
    if len(steps) == 1 and len(axes) > 1:
        steps *= len(axes)
    results = []
    for place, step in zip(axes, steps):
        rows = np.moveaxis(f, place, 0)
        spacing = _array(step)
        if spacing.ndim == 0:
            inner = (rows[2:] - rows[:-2]) / (2.0 * step)
            if edge_order == 1:
                first, last = (rows[1] - rows[0]) / step, (rows[-1] - rows[-2]) / step
            else:
                first = (-3.0 * rows[0] + 4.0 * rows[1] - rows[2]) / (2.0 * step)
                last = (3.0 * rows[-1] - 4.0 * rows[-2] + rows[-3]) / (2.0 * step)
        else:
            h = np.reshape(spacing[1:] - spacing[:-1], (-1,) + (1,) * (rows.ndim - 1))
            h1, h2 = h[:-1], h[1:]
            inner = (h1 * h1 * rows[2:] + (h2 * h2 - h1 * h1) * rows[1:-1] - h2 * h2 * rows[:-2]) / (
                h1 * h2 * (h1 + h2))
            if edge_order == 1:
                first, last = (rows[1] - rows[0]) / h[0], (rows[-1] - rows[-2]) / h[-1]
            else:
                a, b = h[0], h[1]
                first = (-(2.0 * a + b) / (a * (a + b)) * rows[0] + (a + b) / (a * b) * rows[1]
                         - a / (b * (a + b)) * rows[2])
                a, b = h[-2], h[-1]
                last = (b / (a * (a + b)) * rows[-3] - (a + b) / (a * b) * rows[-2]
                        + (2.0 * b + a) / (b * (a + b)) * rows[-1])
        whole = np.concatenate([np.expand_dims(first, 0), inner, np.expand_dims(last, 0)])
        results.append(np.moveaxis(whole, 0, place))
    return results[0] if len(results) == 1 else results


def trapezoid(y, x=None, dx=1.0, axis=-1, **_):
    rows = np.moveaxis(_array(y), axis, 0)
    if x is None:
        width = dx
    else:
        x = _array(x)
        points = np.reshape(x, (-1,) + (1,) * (rows.ndim - 1)) if x.ndim == 1 else np.moveaxis(x, axis, 0)
        width = points[1:] - points[:-1]
    return np.sum(width * (rows[1:] + rows[:-1]) / 2.0, axis=0)


trapz = trapezoid
