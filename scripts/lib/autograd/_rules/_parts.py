"""What the rules share: arguments as arrays, axes as tuples, results into `out`."""

import numpy as np
import _autograd

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
    if rank == 0 and axis in (0, -1):
        return ()
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    for a in axes:
        if not -rank <= a < rank:
            raise np.exceptions.AxisError(f'axis {a} is out of bounds for array of dimension {rank}')
    return tuple(a % rank for a in axes)


def _square(x):
    """The squares of magnitudes."""
    if np.iscomplexobj(x):
        return np.real(x * np.conj(x))
    return x * x


def _whole(result, axes, keepdims):
    """A result of kept axes as it is asked for."""
    return result if keepdims else np.sum(result, axis=axes)


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
