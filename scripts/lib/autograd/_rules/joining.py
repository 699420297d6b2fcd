"""Joining, filling and rearranging: where each entry of the result comes from."""

import builtins
import numpy as np
import _autograd
from autograd._rules._parts import _array, _deliver, _plain


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
    return m * _plain(lambda x: np.tril(np.ones(np.shape(x)[-2:], _array(x).dtype), k), m)


def triu(m, k=0, **_):
    return m * _plain(lambda x: np.triu(np.ones(np.shape(x)[-2:], _array(x).dtype), k), m)


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
    if axis is None:
        arr = np.reshape(arr, (-1,))
    # The function itself says where each number comes from: those of values stand behind those of arr.
    numbers = _plain(lambda: np.insert(
        np.reshape(np.arange(arr.size), arr.shape), obj,
        np.reshape(np.arange(arr.size, arr.size + values.size), values.shape), 0 if axis is None else axis))
    return np.concatenate([np.reshape(arr, (-1,)), np.reshape(values, (-1,))])[numbers]


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


def resize(a, new_shape, **_):
    return _by_numbers(lambda n: np.resize(n, new_shape), a)


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
