"""Joining, filling and rearranging: where each entry of the result comes from."""

import builtins
import numpy as np
import _autograd
from autograd._rules._parts import _array, _axis, _cast, _check_cast, _deliver, _plain


def concatenate(arrays, axis=0, out=None, dtype=None, casting='same_kind'):
    """What is joined in a dtype; the builtin's own derivative joins parts as they are."""
    if out is not None and dtype is not None:
        raise TypeError('concatenate() only takes `out` or `dtype` as an argument, but both were provided.')
    joined = np.concatenate(arrays, axis=axis)
    target = out.dtype if out is not None else None if dtype is None else np.dtype(dtype)
    if target is not None:
        for part in arrays:
            _check_cast(_array(part).dtype, target, casting)
    return _deliver(_cast(joined, target), out)


def stack(arrays, axis=0, out=None, dtype=None, casting='same_kind'):
    parts = [_array(part) for part in arrays]
    if any(part.shape != parts[0].shape for part in parts):
        raise ValueError('all input arrays must have the same shape')
    return concatenate([np.expand_dims(part, axis) for part in parts], axis, out, dtype, casting)


def vstack(tup, dtype=None, casting='same_kind'):
    return concatenate([np.atleast_2d(_array(part)) for part in tup], 0, None, dtype, casting)


def hstack(tup, dtype=None, casting='same_kind'):
    parts = [np.atleast_1d(_array(part)) for part in tup]
    return concatenate(parts, 0 if parts and parts[0].ndim == 1 else 1, None, dtype, casting)


def dstack(tup):
    return np.concatenate([np.atleast_3d(_array(part)) for part in tup], axis=2)


def column_stack(tup):
    parts = [_array(part) for part in tup]
    return np.concatenate([np.reshape(part, (-1, 1)) if part.ndim < 2 else part for part in parts], axis=1)


def append(arr, values, axis=None):
    if axis is None:
        return np.concatenate([np.reshape(_array(arr), (-1,)), np.reshape(_array(values), (-1,))])
    return np.concatenate([_array(arr), _array(values)], axis=axis)


def block(arrays):
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


def _ordered(result, order):
    """A new array in an order of its elements in memory."""
    return np.transpose(np.copy(np.transpose(result))) if order == 'F' and result.ndim > 1 else result


def full(shape, fill_value, dtype=None, order='C'):
    fill_value = _cast(_array(fill_value), dtype)
    return _ordered(np.broadcast_to(fill_value, shape if isinstance(shape, (tuple, list)) else (shape,)) * 1, order)


def full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None):
    if not _autograd.is_traced(fill_value):
        return _plain(np.full_like, a, fill_value, dtype, order, subok, shape)
    a = _array(a)
    if order in ('K', 'A'):
        order = 'F' if _plain(np.isfortran, a) else 'C'
    return full(a.shape if shape is None else shape, fill_value, a.dtype if dtype is None else dtype, order)


def _by_numbers(function, a):
    """What a rearranging function makes of an array, by where it puts each element; -1: a zero."""
    a = _array(a)
    if a.size == 0:
        return _plain(function, a)
    numbers = _plain(function, np.reshape(np.arange(1, a.size + 1), a.shape))
    flat = np.reshape(a, (-1,))
    if np.all(numbers > 0):
        return flat[numbers - 1]
    return np.where(numbers > 0, flat[np.maximum(numbers - 1, 0)], 0)


def diag(v, k=0):
    return _by_numbers(lambda n: np.diag(n, k), v)


def diagflat(v, k=0):
    return _by_numbers(lambda n: np.diag(np.reshape(n, (-1,)), k), v)


def _triangle(cut, m, k):
    # What is cut away is not looked at: it may be infinite.
    m = _array(m)
    return np.where(_plain(lambda x: cut(np.ones(np.shape(x)[-2:], dtype=bool), k), m), m, 0)


def tril(m, k=0):
    return _triangle(np.tril, m, k)


def triu(m, k=0):
    return _triangle(np.triu, m, k)


def roll(a, shift, axis=None):
    return _by_numbers(lambda n: np.roll(n, shift, axis), a)


def rot90(m, k=1, axes=(0, 1)):
    return _by_numbers(lambda n: np.rot90(n, k, axes), m)


def repeat(a, repeats, axis=None):
    return _by_numbers(lambda n: np.repeat(n, repeats, axis), a)


def tile(A, reps):
    return _by_numbers(lambda n: np.tile(n, reps), A)


def delete(arr, obj, axis=None):
    return _by_numbers(lambda n: np.delete(n, obj, axis), arr)


def take(a, indices, axis=None, out=None, mode='raise'):
    a = _array(a)
    indices = np.asarray(indices)
    if mode != 'raise':
        length = a.size if axis is None else a.shape[axis]
        if mode not in ('wrap', 'clip'):
            raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
        indices = indices % length if mode == 'wrap' else np.clip(indices, 0, length - 1)
    if axis is None:
        result = np.reshape(a, (-1,))[indices]
    else:
        result = a[(slice(None),) * _axis(axis, a.ndim) + (indices,)]
    return _deliver(result, out)


def ndarray_tolist(self):
    if self.ndim == 0:
        return self.item()
    return [row if self.ndim == 1 else ndarray_tolist(row) for row in self]


def resize(a, new_shape):
    return _by_numbers(lambda n: np.resize(n, new_shape), a)


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    parts = []
    for place, x in enumerate(xi):
        axis = 1 - place if indexing == 'xy' and place < 2 and len(xi) > 1 else place
        shape = [1] * len(xi)
        shape[axis] = -1
        parts.append(np.reshape(_array(x), tuple(shape)))
    if sparse:
        return tuple(part * 1 if copy else part for part in parts)
    wide = np.broadcast_shapes(*[part.shape for part in parts])
    return tuple(np.broadcast_to(part, wide) * 1 if copy else np.broadcast_to(part, wide) for part in parts)
