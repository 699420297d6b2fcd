"""The derivatives of NumPy's functions that need not be fast: each function here stands in for the one of its name when
an argument is being differentiated, and is written with functions that have derivatives, or records one of its own."""

import builtins
import math as _math
import numpy as np
import _autograd
from functools import reduce as _reduce

_letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


def _plain(function, *args, **kwargs):
    return _autograd.call_untraced(function, args, kwargs)


def _deliver(result, out):
    if out is None:
        return result
    out[...] = result
    return out


def _array(value):
    return value if isinstance(value, np.ndarray) else np.asarray(value)


def _axes(axis, rank):
    """The axes of an argument, counted from the front."""
    if axis is None:
        return tuple(range(rank))
    return tuple(a % rank for a in (axis if isinstance(axis, (tuple, list)) else (axis,)))


def _count(shape, axes):
    size = 1
    for axis in axes:
        size *= shape[axis]
    return size


def _to_front(a, axis):
    """The array with axes merged into one in front, and the shape with those of length one."""
    a = _array(a)
    axes = _axes(axis, a.ndim)
    rest = [place for place in range(a.ndim) if place not in axes]
    shape = tuple(1 if place in axes else a.shape[place] for place in range(a.ndim))
    flat = np.reshape(np.transpose(a, axes + tuple(rest)), (_count(a.shape, axes),) + tuple(a.shape[p] for p in rest))
    return flat, shape, tuple(a.shape[p] for p in rest)


# Folding

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


# Running

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


def cumulative_sum(x, axis=None, include_initial=False, **_):
    result = cumsum(x, axis)
    if not include_initial:
        return result
    first = np.zeros_like(np.take(result, [0], axis=axis or 0))
    return np.concatenate([first, result], axis=axis or 0)


def cumulative_prod(x, axis=None, include_initial=False, **_):
    result = cumprod(x, axis)
    if not include_initial:
        return result
    first = np.ones_like(np.take(result, [0], axis=axis or 0))
    return np.concatenate([first, result], axis=axis or 0)


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


# Order

def take_along_axis(arr, indices, axis=-1, **_):
    arr = _array(arr)
    if axis is None:
        return np.reshape(arr, (-1,))[indices]
    axis %= arr.ndim
    key = []
    for place in range(arr.ndim):
        if place == axis:
            key.append(indices)
        else:
            shape = [1] * arr.ndim
            shape[place] = arr.shape[place]
            key.append(np.reshape(np.arange(arr.shape[place]), tuple(shape)))
    return arr[tuple(key)]


def sort(a, axis=-1, kind=None, order=None, **_):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0
    return take_along_axis(a, _plain(np.argsort, a, axis), axis)


def ndarray_sort(self, axis=-1, kind=None, order=None, **_):
    self[...] = sort(self, axis)


def partition(a, kth, axis=-1, kind='introselect', order=None, **_):
    a = _array(a)
    if axis is None:
        a, axis = np.reshape(a, (-1,)), 0

    def places(values):
        # The element of each rank, in the order of ranks that the function leaves.
        ranks = np.argsort(np.argsort(np.partition(values, kth, axis), axis), axis)
        return np.take_along_axis(np.argsort(values, axis), ranks, axis)
    return take_along_axis(a, _plain(places, a), axis)


def _quantile(a, q, axis, method, keepdims):
    rows, kept, rest = _to_front(a, axis)
    count = rows.shape[0]
    order = sort(rows, 0)
    points = _plain(np.asarray, q, float)
    results = []
    for point in points.reshape(-1):
        place = float(point) * (count - 1)
        low = int(_math.floor(place))
        high = builtins.min(low + 1, count - 1)
        part = place - low
        if method == 'lower':
            value = order[low]
        elif method == 'higher':
            value = order[int(_math.ceil(place))]
        elif method == 'nearest':
            value = order[int(builtins.round(place))]
        elif method == 'midpoint':
            value = (order[low] + order[int(_math.ceil(place))]) / 2.0
        elif method == 'linear':
            value = order[low] * (1.0 - part) + order[high] * part
        else:
            raise NotImplementedError(f'quantile with method {method!r} has no derivative here')
        results.append(np.reshape(value, kept) if keepdims else value)
    if points.ndim == 0:
        return results[0]
    return np.reshape(np.stack(results), points.shape + np.shape(results[0]))


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, **_):
    return _deliver(_quantile(a, q, axis, method, bool(keepdims)), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, **_):
    return _deliver(_quantile(a, _plain(lambda v: np.asarray(v, float) / 100.0, q), axis, method, bool(keepdims)), out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False, **_):
    return _deliver(_quantile(a, 0.5, axis, 'linear', bool(keepdims)), out)


# Choices

def clip(a, a_min=None, a_max=None, out=None, min=None, max=None, **_):
    low = a_min if a_min is not None else min
    high = a_max if a_max is not None else max
    a = _array(a)
    result = a
    if low is not None:
        result = np.where(_plain(lambda x, y: x < y, result, low), low, result)
    if high is not None:
        result = np.where(_plain(lambda x, y: x > y, result, high), high, result)
    return _deliver(result * 1.0, out)


def select(condlist, choicelist, default=0, **_):
    result = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        result = np.where(condition, choice, result)
    return result


def choose(a, choices, out=None, mode='raise', **_):
    result = choices[0]
    for number in range(1, len(choices)):
        result = np.where(np.asarray(a) == number, choices[number], result)
    return _deliver(result, out)


def compress(condition, a, axis=None, out=None, **_):
    places = np.nonzero(np.asarray(condition))[0]
    return _deliver(take(a, places, axis), out)


def ndarray_compress(self, condition, axis=None, **_):
    return compress(condition, self, axis)


def extract(condition, arr, **_):
    return np.reshape(arr, (-1,))[np.nonzero(np.reshape(np.asarray(condition), (-1,)))[0]]


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None, **_):
    x = _array(x)
    fixed = _plain(np.nan_to_num, x)
    return np.where(_plain(np.isfinite, x), x, fixed)


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


# Joining and rearranging

def stack(arrays, axis=0, out=None, **_):
    parts = [np.expand_dims(_array(part), axis) for part in arrays]
    return _deliver(np.concatenate(parts, axis=axis), out)


def vstack(tup, **_):
    return np.concatenate([np.atleast_2d(_array(part)) for part in tup], axis=0)


def hstack(tup, **_):
    parts = [np.atleast_1d(_array(part)) for part in tup]
    return np.concatenate(parts, axis=0 if parts[0].ndim == 1 else 1)


def dstack(tup, **_):
    return np.concatenate([np.atleast_3d(_array(part)) for part in tup], axis=2)


def column_stack(tup, **_):
    parts = [_array(part) for part in tup]
    return np.concatenate([np.reshape(part, (-1, 1)) if part.ndim < 2 else part for part in parts], axis=1)


def append(arr, values, axis=None, **_):
    if axis is None:
        return np.concatenate([np.reshape(_array(arr), (-1,)), np.reshape(_array(values), (-1,))])
    return np.concatenate([_array(arr), _array(values)], axis=axis)


def block(arrays, **_):
    def depth(value):
        return 1 + depth(value[0]) if isinstance(value, list) else 0

    def join(value, level, rank):
        if not isinstance(value, list):
            value = _array(value)
            return np.reshape(value, (1,) * (rank - value.ndim) + value.shape)
        return np.concatenate([join(item, level - 1, rank) for item in value], axis=-level)

    def leaves(value):
        return [leaf for item in value for leaf in leaves(item)] if isinstance(value, list) else [np.ndim(value)]

    levels = depth(arrays)
    return join(arrays, levels, builtins.max([levels] + leaves(arrays)))


def full(shape, fill_value, dtype=None, **_):
    return np.broadcast_to(_array(fill_value), shape if isinstance(shape, (tuple, list)) else (shape,)) * 1.0


def full_like(a, fill_value, dtype=None, shape=None, **_):
    if not _autograd.is_traced(fill_value):
        return _plain(np.full_like, a, fill_value)
    return np.broadcast_to(_array(fill_value), np.shape(a)) * 1.0


def _by_numbers(function, a):
    """What a rearranging function makes of an array, by where it puts each element; -1: a zero."""
    a = _array(a)
    numbers = _plain(function, np.reshape(np.arange(1, a.size + 1), a.shape))
    flat = np.reshape(a, (-1,))
    if np.all(numbers > 0):
        return flat[numbers - 1]
    return np.where(numbers > 0, flat[np.maximum(numbers - 1, 0)], 0.0)


def diag(v, k=0, **_):
    return _by_numbers(lambda n: np.diag(n, k), v)


def diagflat(v, k=0, **_):
    return _by_numbers(lambda n: np.diag(np.reshape(n, (-1,)), k), v)


def tril(m, k=0, **_):
    return m * _plain(lambda x: np.tril(np.ones(np.shape(x)[-2:]), k), m)


def triu(m, k=0, **_):
    return m * _plain(lambda x: np.triu(np.ones(np.shape(x)[-2:]), k), m)


def roll(a, shift, axis=None, **_):
    return _by_numbers(lambda n: np.roll(n, shift, axis), a)


def rot90(m, k=1, axes=(0, 1), **_):
    return _by_numbers(lambda n: np.rot90(n, k, axes), m)


def flip(m, axis=None, **_):
    return _by_numbers(lambda n: np.flip(n, axis), m)


def repeat(a, repeats, axis=None, **_):
    return _by_numbers(lambda n: np.repeat(n, repeats, axis), a)


def tile(A, reps, **_):
    return _by_numbers(lambda n: np.tile(n, reps), A)


def delete(arr, obj, axis=None, **_):
    return _by_numbers(lambda n: np.delete(n, obj, axis), arr)


def insert(arr, obj, values, axis=None, **_):
    arr, values = _array(arr), _array(values)
    shape = arr.shape if axis is not None else (arr.size,)
    places = _plain(lambda: np.insert(np.zeros(shape, dtype=int), obj, np.ones(values.shape, dtype=int), axis))
    numbers = _plain(lambda: np.insert(np.reshape(np.arange(arr.size), shape), obj,
                                       np.zeros(values.shape, dtype=int), axis))
    old = np.reshape(arr, (-1,))[numbers]
    order = _plain(lambda: np.insert(np.zeros(shape, dtype=int), obj,
                                     np.reshape(np.arange(values.size), values.shape), axis))
    return np.where(places == 1, np.reshape(values, (-1,))[order], old)


def take(a, indices, axis=None, out=None, mode='raise', **_):
    a = _array(a)
    indices = np.asarray(indices)
    if mode != 'raise':
        length = a.size if axis is None else a.shape[axis]
        indices = indices % length if mode == 'wrap' else np.clip(indices, 0, length - 1)
    if axis is None:
        result = np.reshape(a, (-1,))[indices]
    else:
        result = a[(slice(None),) * (axis % a.ndim) + (indices,)]
    return _deliver(result, out)


def pad(array, pad_width, mode='constant', **kwargs):
    array = _array(array)
    if mode in ('constant', 'empty'):
        values = kwargs.get('constant_values', 0)
        padded = _by_numbers(lambda n: np.pad(n, pad_width), array)
        if not np.any(np.asarray(values)):
            return padded
        return padded + _plain(lambda: np.pad(np.zeros(array.shape), pad_width, constant_values=values))
    if mode in ('edge', 'wrap', 'reflect', 'symmetric'):
        return _by_numbers(lambda n: np.pad(n, pad_width, mode=mode), array)
    raise NotImplementedError(f'pad with mode {mode!r} has no derivative here')


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = _array(arr)
    rows = np.moveaxis(arr, axis, -1)
    flat = np.reshape(rows, (-1, rows.shape[-1]))
    parts = [func1d(flat[number], *args, **kwargs) for number in range(flat.shape[0])]
    result = np.stack(parts)
    if np.ndim(parts[0]) == 0:
        return np.reshape(result, rows.shape[:-1])
    return np.moveaxis(np.reshape(result, rows.shape[:-1] + np.shape(parts[0])), -1, axis)


def ndarray_tolist(self, **_):
    if self.ndim == 0:
        return float(self)
    return [row if self.ndim == 1 else ndarray_tolist(row) for row in self]


def ndarray_fill(self, value, **_):
    self[...] = value


def copyto(dst, src, casting='same_kind', where=True, **_):
    if where is True:
        dst[...] = src
    else:
        dst[...] = np.where(where, src, dst)


def put(a, ind, v, mode='raise', **_):
    flat = np.reshape(a, (-1,))
    ind = np.reshape(np.asarray(ind), (-1,))
    v = np.reshape(_array(v), (-1,))
    places = np.unravel_index(ind % a.size, a.shape) if a.ndim > 1 else (ind,)
    a[places] = v[np.arange(ind.size) % v.size]


# Products

def outer(a, b, out=None, **_):
    return _deliver(np.reshape(_array(a), (-1, 1)) * np.reshape(_array(b), (1, -1)), out)


def inner(a, b, **_):
    a, b = _array(a), _array(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    return tensordot(a, b, ((-1,), (-1,)))


def vdot(a, b, **_):
    return np.dot(np.reshape(_array(a), (-1,)), np.reshape(_array(b), (-1,)))


def tensordot(a, b, axes=2, **_):
    a, b = _array(a), _array(b)
    if isinstance(axes, int):
        left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        left = [axes[0]] if isinstance(axes[0], int) else list(axes[0])
        right = [axes[1]] if isinstance(axes[1], int) else list(axes[1])
    left, right = [axis % builtins.max(a.ndim, 1) for axis in left], [axis % builtins.max(b.ndim, 1) for axis in right]
    rest_a = [axis for axis in range(a.ndim) if axis not in left]
    rest_b = [axis for axis in range(b.ndim) if axis not in right]
    size = _count(a.shape, left)
    if len(left) != len(right) or any(a.shape[i] != b.shape[j] for i, j in zip(left, right)):
        raise ValueError('shape-mismatch for sum')
    rows = np.reshape(np.transpose(a, rest_a + left), (_count(a.shape, rest_a), size))
    columns = np.reshape(np.transpose(b, right + rest_b), (size, _count(b.shape, rest_b)))
    shape = tuple(a.shape[axis] for axis in rest_a) + tuple(b.shape[axis] for axis in rest_b)
    return np.reshape(np.matmul(rows, columns), shape) if shape else np.sum(rows[0] * columns[:, 0])


def kron(a, b, **_):
    a, b = _array(a), _array(b)
    rank = builtins.max(a.ndim, b.ndim)
    a = np.reshape(a, (1,) * (rank - a.ndim) + a.shape)
    b = np.reshape(b, (1,) * (rank - b.ndim) + b.shape)
    left = np.reshape(a, tuple(length for n in a.shape for length in (n, 1)))
    right = np.reshape(b, tuple(length for n in b.shape for length in (1, n)))
    return np.reshape(left * right, tuple(m * n for m, n in zip(a.shape, b.shape)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None, **_):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(_array(a), axisa, -1), np.moveaxis(_array(b), axisb, -1)
    parts = [a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1], a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2],
             a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]]
    return np.moveaxis(np.stack(parts, axis=-1), -1, axisc)


def _einsum_parts(operands):
    """The letters of each operand and of the result, and the arrays."""
    if isinstance(operands[0], str):
        text, arrays = operands[0].replace(' ', ''), [_array(item) for item in operands[1:]]
    else:
        arrays, names = [], []
        items = list(operands)
        last = items.pop() if len(items) % 2 else None
        for place in range(0, len(items), 2):
            arrays.append(_array(items[place]))
            names.append(''.join('...' if part is Ellipsis else _letters[part] for part in items[place + 1]))
        text = ','.join(names)
        if last is not None:
            text += '->' + ''.join('...' if part is Ellipsis else _letters[part] for part in last)
    left, arrow, right = text.partition('->')
    names = left.split(',')
    free = [letter for letter in reversed(_letters) if letter not in text]
    longest = 0
    for place, name in enumerate(names):
        if '...' in name:
            count = arrays[place].ndim - len(name) + 3
            longest = builtins.max(longest, count)
            names[place] = name.replace('...', ''.join(free[:count][::-1]))
    dots = ''.join(free[:longest][::-1])
    if arrow:
        right = right.replace('...', dots)
    else:
        joined = ''.join(names)
        right = dots + ''.join(sorted(letter for letter in set(joined) if joined.count(letter) == 1
                                      and letter not in dots))
    return names, right, arrays


def _merge_repeated(name, array):
    """An operand with each letter once: the diagonal of axes that share one."""
    for letter in name:
        while name.count(letter) > 1:
            first = name.index(letter)
            second = name.index(letter, first + 1)
            array = np.diagonal(array, 0, first, second)
            name = name[:first] + name[first + 1:second] + name[second + 1:] + letter
    return name, array


def einsum(*operands, out=None, optimize=False, **_):
    names, result, arrays = _einsum_parts(operands)
    terms = [_merge_repeated(name, array) for name, array in zip(names, arrays)]
    while True:
        name, array = terms.pop(0)
        others = result + ''.join(other for other, _ in terms)
        alone = tuple(axis for axis, letter in enumerate(name) if letter not in others)
        if alone:
            array = np.sum(array, axis=alone)
            name = ''.join(letter for letter in name if letter in others)
        if not terms:
            break
        second, right = terms.pop(0)
        rest = result + ''.join(other for other, _ in terms)
        alone = tuple(axis for axis, letter in enumerate(second) if letter not in rest + name)
        if alone:
            right = np.sum(right, axis=alone)
            second = ''.join(letter for letter in second if letter in rest + name)
        terms.insert(0, _einsum_pair(name, array, second, right, rest))
    order = [name.index(letter) for letter in result]
    return _deliver(np.transpose(array, order) * 1.0 if order else array * 1.0, out)


def _einsum_pair(name, left, second, right, rest):
    """The product of two operands, summed over the letters that nobody else has."""
    sizes = {}
    for letters, array in ((name, left), (second, right)):
        for letter, length in zip(letters, array.shape):
            sizes[letter] = builtins.max(sizes.get(letter, 1), length)
    both = [letter for letter in name if letter in second]
    batch = [letter for letter in both if letter in rest]
    summed = [letter for letter in both if letter not in rest]
    rows = [letter for letter in name if letter not in second]
    columns = [letter for letter in second if letter not in name]

    def shaped(letters, array, groups):
        array = np.transpose(array, [letters.index(letter) for group in groups for letter in group])
        flat = [letter for group in groups for letter in group]
        wide = tuple(sizes[letter] for letter in flat)
        if array.shape != wide:
            array = np.broadcast_to(array, wide)
        return np.reshape(array, tuple(_reduce(lambda x, y: x * y, [sizes[i] for i in group], 1) for group in groups))

    product = np.matmul(shaped(name, left, [batch, rows, summed]), shaped(second, right, [batch, summed, columns]))
    letters = batch + rows + columns
    return ''.join(letters), np.reshape(product, tuple(sizes[letter] for letter in letters))


def convolve(a, v, mode='full', **_):
    a, v = _array(a), _array(v)
    if a.size < v.size:
        a, v = v, a
    n, m = a.size, v.size
    zeros = np.zeros(m - 1)
    padded = np.concatenate([zeros, a, zeros]) if m > 1 else a
    windows = padded[np.reshape(np.arange(n + m - 1), (-1, 1)) + np.reshape(np.arange(m), (1, -1))]
    result = np.matmul(windows, v[::-1])
    if mode == 'valid':
        return result[m - 1:n]
    if mode == 'same':
        start = (m - 1) // 2
        return result[start:start + n]
    return result


def correlate(a, v, mode='valid', **_):
    a, v = _array(a), _array(v)
    if a.size < v.size and mode != 'full':
        return convolve(v[::-1], a, mode)[::-1] if mode == 'valid' else convolve(a, v[::-1], mode)
    return convolve(a, v[::-1], mode)


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


# Elementwise

def modf(x, *_, **__):
    whole = _plain(lambda v: np.modf(v)[1], x)
    return x - whole, whole


def divmod(x1, x2, *_, **__):
    quotient = _plain(np.floor_divide, x1, x2)
    return quotient, np.remainder(x1, x2)


def round(a, decimals=0, out=None, **_):
    return _deliver(_plain(np.round, a, decimals), out)


def sinc(x, **_):
    x = _array(x)
    zero = _plain(lambda v: v == 0, x)
    y = np.pi * np.where(zero, 1.0, x)
    # Near zero the series: 1 - (pi x)^2 / 6.
    return np.where(zero, 1.0 - (np.pi * x) ** 2 / 6.0, np.sin(y) / y)


def unwrap(p, discont=None, axis=-1, period=2 * np.pi, **_):
    return p + _plain(lambda v: np.unwrap(v, discont, axis, period=period) - v, p)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, **_):
    start, stop = _array(start), _array(stop)
    parts = num - 1 if endpoint else num
    step = (stop - start) / builtins.max(parts, 1)
    steps = np.reshape(np.arange(num, dtype=float), (-1,) + (1,) * np.ndim(step))
    result = start + steps * step
    if axis != 0:
        result = np.moveaxis(result, 0, axis)
    return (result, step) if retstep else result


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0, **_):
    return np.power(base, linspace(start, stop, num, endpoint, axis=axis))


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0, **_):
    return np.exp(linspace(np.log(start), np.log(stop), num, endpoint, axis=axis))


def math_log(x, base=None, *rest, **_):
    if rest:
        base = rest[0]
    return np.log(x) if base is None else np.log(x) / np.log(base)


def math_hypot(*coordinates, **_):
    return np.sqrt(_reduce(lambda x, y: x + y, [value * value for value in coordinates]))


def math_fsum(seq, *_, **__):
    return _reduce(lambda x, y: x + y, list(seq), 0.0)


def math_prod(iterable, *_, start=1, **__):
    return _reduce(lambda x, y: x * y, list(iterable), start)


def math_dist(p, q, *_, **__):
    return math_hypot(*[x - y for x, y in zip(p, q)])


def math_sumprod(p, q, *_, **__):
    return _reduce(lambda x, y: x + y, [x * y for x, y in zip(p, q)], 0.0)


# Linear algebra

def _T(a):
    return np.swapaxes(a, -1, -2)


def linalg_norm(x, ord=None, axis=None, keepdims=False, **_):
    x = _array(x)
    axes = _axes(axis, x.ndim)
    keepdims = bool(keepdims)
    if ord is None or ord == 'fro' or ord == 2 and len(axes) == 1:
        square = np.sum(x * x, axis=axes, keepdims=True)
        zero = _plain(lambda s: s == 0, square)
        # At zero the derivative is taken to be 0.
        root = np.where(zero, 0.0, np.sqrt(np.where(zero, 1.0, square)))
        return root if keepdims else np.sum(root, axis=axes)
    if len(axes) == 1:
        if ord == np.inf:
            return np.max(np.abs(x), axis=axes, keepdims=keepdims)
        if ord == -np.inf:
            return np.min(np.abs(x), axis=axes, keepdims=keepdims)
        if ord == 0:
            return _plain(np.linalg.norm, x, ord, axis, keepdims)
        if ord == 1:
            return np.sum(np.abs(x), axis=axes, keepdims=keepdims)
        return np.sum(np.abs(x) ** float(ord), axis=axes, keepdims=keepdims) ** (1.0 / ord)
    rows, columns = axes
    if ord in (1, -1, np.inf, -np.inf):
        summed, chosen = (rows, columns) if ord in (1, -1) else (columns, rows)
        sums = np.sum(np.abs(x), axis=summed, keepdims=True)
        fold = np.max if ord > 0 else np.min
        result = fold(sums, axis=chosen, keepdims=True)
    elif ord in ('nuc', 2, -2):
        values = np.linalg.svd(np.moveaxis(x, axes, (-2, -1)), compute_uv=False)
        result = np.sum(values, axis=-1) if ord == 'nuc' else np.max(values, -1) if ord == 2 else np.min(values, -1)
        return np.expand_dims(result, axes) if keepdims else result
    else:
        raise ValueError('Invalid norm order for matrices.')
    return result if keepdims else np.sum(result, axis=axes)


# What numpy.linalg and numpy.fft stand on

def _linalg_solve(a, b, **_):
    import _linalg
    kept = _plain(_linalg.solve, a, b)

    def back(g):
        gb = np.linalg.solve(_T(a), g)
        return -np.matmul(gb, _T(result)), gb
    result = _autograd.record(kept[0], (a, b), back)
    return (result,) + tuple(kept[1:])


def _linalg_slogdet(a, **_):
    import _linalg
    sign, logarithm, *rest = _plain(_linalg.slogdet, a)

    def back(g):
        return (np.reshape(g, np.shape(g) + (1, 1)) * _T(np.linalg.inv(a)),)
    return (sign, _autograd.record(logarithm, (a,), back)) + tuple(rest)


def _linalg_lu(a, **_):
    import _linalg
    kept = _plain(_linalg.lu, a)
    pivots = kept[1]
    n = np.shape(a)[-1]
    order = np.broadcast_to(np.arange(n), pivots.shape).copy()
    for place in range(n):
        other = pivots[..., place:place + 1]
        swapped = np.take_along_axis(order, other, -1)
        np.put_along_axis(order, other, order[..., place:place + 1].copy(), -1)
        order[..., place:place + 1] = swapped
    back_order = np.argsort(order, -1)

    def back(g):
        eye = np.eye(n)
        lower, upper = np.tril(factors, -1) + eye, np.triu(factors)
        middle = (np.tril(np.matmul(_T(lower), np.tril(g, -1)), -1) + np.triu(np.matmul(np.triu(g), _T(upper))))
        rows = _T(np.linalg.solve(upper, _T(np.linalg.solve(_T(lower), middle))))
        return (take_along_axis(rows, np.broadcast_to(back_order[..., None], np.shape(rows)), -2),)
    factors = _autograd.record(kept[0], (a,), back)
    return (factors,) + tuple(kept[1:])


def _linalg_cholesky(a, upper=False, **_):
    import _linalg
    kept = _plain(_linalg.cholesky, a, False)
    if kept[-1]:
        return kept

    def back(g):
        def phi(x):
            return np.tril(x) / (1.0 + np.eye(np.shape(x)[-1]))

        def conjugated(x):
            return np.linalg.solve(_T(result), _T(np.linalg.solve(_T(result), _T(x))))
        s = conjugated(phi(np.matmul(_T(result), g)))
        return ((s + _T(s)) / 2.0,)
    result = _autograd.record(kept[0], (a,), back)
    return (_T(result) if upper else result,) + tuple(kept[1:])


def _linalg_eigh(a, upper, vectors, **_):
    import _linalg
    kept = _plain(_linalg.eigh, a, upper, True)
    if kept[-1]:
        return kept if vectors else (kept[0], kept[-1])
    n = np.shape(a)[-1]

    def triangle(full):
        # As the routine, which reads one triangle: the cotangent of the other one is added to it.
        both = full + _T(full)
        return ((np.triu(both, 1) if upper else np.tril(both, -1)) + full * np.eye(n),)

    def back_values(g):
        return triangle(np.matmul(v * np.expand_dims(g, -2), _T(v)))

    def back_vectors(g):
        distance = np.expand_dims(w, -2) - np.expand_dims(w, -1)
        off = 1.0 - np.eye(n)
        f = off / (distance + (1.0 - off))
        return triangle(np.matmul(np.matmul(v, f * np.matmul(_T(v), g)), _T(v)))

    w = _autograd.record(kept[0], (a,), back_values)
    v = _autograd.record(kept[1], (a,), back_vectors)
    return (w, v, 0) if vectors else (w, 0)


def _linalg_eig(a, vectors, **_):
    import _linalg
    kept = _plain(_linalg.eig, a, True)
    if kept[-1]:
        return kept if vectors else kept[:2] + kept[-1:]
    real, imaginary, packed = kept[:3]
    is_complex = real.dtype.kind == 'c'
    # Of a real matrix the eigenvectors of a conjugate pair stand side by side, real and imaginary part.
    first = imaginary > 0 if not is_complex else np.zeros(real.shape, dtype=bool)
    has_pairs = bool(first.any())
    second = np.zeros(real.shape, dtype=bool)
    second[..., 1:] = first[..., :-1]

    def whole():
        if not has_pairs:
            return w, v
        following = np.zeros(packed.shape)
        following[..., :-1] = packed[..., 1:]
        preceding = np.zeros(packed.shape)
        preceding[..., 1:] = packed[..., :-1]
        one, two = np.expand_dims(first, -2), np.expand_dims(second, -2)
        return real + 1j * imaginary, (
            np.where(two, preceding, packed) + 1j * np.where(one, following, np.where(two, -packed, 0.0)))

    def back(values, columns):
        e, u = whole()
        eye = np.eye(np.shape(e)[-1])
        middle = 0.0
        if values is not None:
            middle = eye * np.expand_dims(values, -2)
        if columns is not None:
            f = (1.0 - eye) / (np.expand_dims(e, -2) - np.expand_dims(e, -1) + eye)
            inner = np.matmul(_T(u), columns)
            middle = middle + f * (inner - np.matmul(np.matmul(_T(u), np.conjugate(u)), np.real(inner) * eye))
        result = np.matmul(np.linalg.solve(_T(u), middle), _T(u))
        return (result if is_complex else np.real(result),)

    def back_vectors(g):
        if not has_pairs:
            return back(None, g)
        following = np.zeros(packed.shape)
        following[..., :-1] = g[..., 1:]
        one, two = np.expand_dims(first, -2), np.expand_dims(second, -2)
        return back(None, np.where(two, 0.0, g) - 1j * np.where(one, following, 0.0))

    w = _autograd.record(real, (a,), lambda g: back(g, None))
    v = _autograd.record(packed, (a,), back_vectors)
    if has_pairs:
        imaginary = _autograd.record(imaginary, (a,), lambda g: back(-1j * g, None))
    return (w, imaginary, v, 0) if vectors else (w, imaginary, 0)


def qr(a, mode='reduced'):
    """Q and R of a traced matrix."""
    m, n = np.shape(a)[-2:]
    if mode not in ('reduced', 'r') and not (mode == 'complete' and m <= n):
        raise NotImplementedError(f"qr with mode='{mode}' has no derivative here")
    if m < n:
        q, left = qr(a[..., :m])
        return q, np.concatenate([left, np.matmul(_T(q), a[..., m:])], axis=-1)
    plain = _plain(np.linalg.qr, a)

    def back(gq, gr):
        middle = 0.0
        if gr is not None:
            middle = np.matmul(r, _T(gr))
        if gq is not None:
            middle = middle - np.matmul(_T(gq), q)
        inner = np.matmul(q, np.tril(middle) + _T(np.tril(middle, -1)))
        if gq is not None:
            inner = inner + gq
        return (_T(np.linalg.solve(r, _T(inner))),)

    q = _autograd.record(plain[0], (a,), lambda g: back(g, None))
    r = _autograd.record(plain[1], (a,), lambda g: back(None, np.triu(g)))
    return q, r


def lstsq(a, b, rcond=None):
    """The solutions, residuals, rank and singular values of a traced problem."""
    plain = _plain(np.linalg.lstsq, a, b, rcond)
    a, b = _array(a), _array(b)
    x = np.matmul(np.linalg.pinv(a), b)
    rest = b - np.matmul(a, x)
    residuals = np.sum(rest * rest, axis=0) if plain[1].size else plain[1]
    if plain[1].size and b.ndim == 1:
        residuals = np.reshape(residuals, (1,))
    return x, residuals, plain[2], np.linalg.svd(a, compute_uv=False)


def _linalg_svd(a, vectors, **_):
    import _linalg
    kept = _plain(_linalg.svd, a, 'S')
    if kept[-1]:
        return kept if vectors != 'N' else (kept[1], kept[-1])
    m, n = np.shape(a)[-2:]
    k = builtins.min(m, n)
    if vectors == 'A' and m != n:
        raise NotImplementedError('svd with full_matrices=True has no derivative here')

    def factor():
        squares = s * s
        eye = np.eye(k)
        return (1.0 - eye) / (np.expand_dims(squares, -2) - np.expand_dims(squares, -1) + eye)

    def back_values(g):
        return (np.matmul(u * np.expand_dims(g, -2), vt),)

    def back_u(g):
        inner = factor() * np.matmul(_T(u), g)
        middle = np.matmul(u, (inner + _T(inner)) * np.expand_dims(s, -2))
        if m > k:
            middle = middle + np.matmul(np.eye(m) - np.matmul(u, _T(u)), g) / np.expand_dims(s, -2)
        return (np.matmul(middle, vt),)

    def back_vt(g):
        inner = factor() * np.matmul(vt, _T(g))
        middle = np.matmul(np.expand_dims(s, -1) * (inner + _T(inner)), vt)
        if n > k:
            middle = middle + np.matmul(g, np.eye(n) - np.matmul(_T(vt), vt)) / np.expand_dims(s, -1)
        return (np.matmul(u, middle),)

    s = _autograd.record(kept[1], (a,), back_values)
    u = _autograd.record(kept[0], (a,), back_u)
    vt = _autograd.record(kept[2], (a,), back_vt)
    return (s, 0) if vectors == 'N' else (u, s, vt, 0)


def _to_length(a, length):
    """The array with its last axis cut, or continued with zeros, to a length."""
    own = np.shape(a)[-1]
    if own >= length:
        return a[..., :length]
    return np.concatenate([a, np.zeros(np.shape(a)[:-1] + (length - own,))], axis=-1)


def _fourier_transform(a, n, inverse, scale, form, single, **_):
    import _fourier
    own = np.shape(a)[-1]

    def back(g):
        if form == 1:
            g = _to_length(g, n)
        whole = _fourier.transform(g, n, inverse, scale, 0, False)
        if form == 2:
            half = n // 2 + 1
            twice = np.full(half, 2.0)
            twice[0] = 1.0
            if n % 2 == 0:
                twice[-1] = 1.0
            whole = whole[..., :half] * twice
        return (_to_length(whole, own),)
    return _autograd.record(_plain(_fourier.transform, a, n, inverse, scale, form, single), (a,), back)


# More writes and shapes

def put_along_axis(arr, indices, values, axis, **_):
    axis %= arr.ndim
    key = []
    for place in range(arr.ndim):
        if place == axis:
            key.append(indices)
        else:
            shape = [1] * arr.ndim
            shape[place] = arr.shape[place]
            key.append(np.reshape(np.arange(arr.shape[place]), tuple(shape)))
    arr[tuple(key)] = values


def fill_diagonal(a, val, wrap=False, **_):
    places = np.arange(builtins.min(a.shape))
    a[(places,) * a.ndim] = val


def resize(a, new_shape, **_):
    return _by_numbers(lambda n: np.resize(n, new_shape), a)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False, **_):
    if axis is not None:
        raise NotImplementedError('nanmedian along an axis has no derivative here')
    flat = np.reshape(a, (-1,))
    return _deliver(median(flat[_plain(lambda x: np.nonzero(~np.isnan(x))[0], flat)]), out)


def meshgrid(*xi, copy=True, sparse=False, indexing='xy', **_):
    parts = []
    for place, x in enumerate(xi):
        axis = 1 - place if indexing == 'xy' and place < 2 and len(xi) > 1 else place
        shape = [1] * len(xi)
        shape[axis] = -1
        parts.append(np.reshape(_array(x), tuple(shape)))
    if sparse:
        return parts
    wide = np.broadcast_shapes(*[part.shape for part in parts])
    return [np.broadcast_to(part, wide) * 1.0 for part in parts]
