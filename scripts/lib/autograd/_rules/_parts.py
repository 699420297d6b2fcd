"""What the rules share: arguments as arrays, axes as tuples, masks and dtypes, results into `out`."""

import numpy as np
import _autograd


def _plain(function, *args, **kwargs):
    return _autograd.call_untraced(function, args, kwargs)


def _refuse(what):
    """The error of a call that has no derivative, rather than one that ignores a part of it."""
    raise NotImplementedError(f'{what} has no derivative here')


def _deliver(result, out):
    """A result, or `out` with the result written to it, as NumPy checks it."""
    if isinstance(out, tuple) and len(out) == 1:
        out = out[0]
    if out is None:
        return result
    if not isinstance(out, np.ndarray):
        raise TypeError('return arrays must be of ArrayType')
    if np.shape(result) != out.shape:
        raise ValueError(f'output parameter of shape {out.shape} does not have the correct shape {np.shape(result)}')
    _check_cast(np.asarray(result).dtype, out.dtype, 'same_kind')
    out[...] = result
    return out


def _check_cast(old, new, casting):
    if not np.can_cast(old, new, casting):
        raise TypeError(f'Cannot cast array data from {old!r} to {new!r} according to the rule {casting!r}')


def _array(value):
    return value if isinstance(value, np.ndarray) else np.asarray(value)


def _cast(a, dtype):
    """The elements in a dtype, where one is given. What is cast to integers is a constant."""
    if dtype is None or a.dtype == np.dtype(dtype):
        return a
    return a.astype(dtype)


def _axes(axis, rank):
    """The axes of an argument, counted from the front. As NumPy has it, a number has an axis to be folded over."""
    if axis is None:
        return tuple(range(rank))
    axes = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
    if rank == 0 and axes in ((0,), (-1,)):
        return ()
    return _plain(np.lib.array_utils.normalize_axis_tuple, axes, rank)


def _axis(axis, rank):
    return _plain(np.lib.array_utils.normalize_axis_index, axis, rank)


def _count(shape, axes):
    size = 1
    for axis in axes:
        size *= shape[axis]
    return size


def _mask(where, shape):
    """The mask of a `where` in a shape."""
    return _plain(lambda mask: np.broadcast_to(np.asarray(mask, dtype=bool), shape), where)


def _chosen(a, where, filling):
    """The elements that a mask lets through, and `filling` for the others."""
    return a if where is True else np.where(_mask(where, a.shape), a, filling)


def _folded(result, axes, keepdims):
    """A result whose folded axes have the length one, with them or without."""
    return result if keepdims else np.squeeze(result, axes)[()]


def _to_front(a, axis):
    """The array with axes merged into one in front, the shape with those of length one, and the shape without them."""
    a = _array(a)
    axes = _axes(axis, a.ndim)
    rest = [place for place in range(a.ndim) if place not in axes]
    kept = tuple(1 if place in axes else a.shape[place] for place in range(a.ndim))
    flat = np.reshape(np.transpose(a, axes + tuple(rest)), (_count(a.shape, axes),) + tuple(a.shape[p] for p in rest))
    return flat, kept, tuple(a.shape[p] for p in rest)


def _key_along(indices, axis, shape):
    """The key of the places that `indices` names along an axis of an array of that shape, one of each lane."""
    key = []
    for place in range(len(shape)):
        if place == axis % len(shape):
            key.append(indices)
        else:
            lanes = [1] * len(shape)
            lanes[place] = shape[place]
            key.append(np.reshape(np.arange(shape[place]), tuple(lanes)))
    return tuple(key)
