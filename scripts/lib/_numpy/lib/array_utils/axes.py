"""Axes of arguments."""

import operator

import numpy as np

__name__ = 'numpy.lib.array_utils'


def normalize_axis_index(axis, ndim, msg_prefix=None):
    """Return an axis counted from 0. AxisError beyond the rank."""
    axis = operator.index(axis)
    if not -ndim <= axis < ndim:
        prefix = msg_prefix + ': ' if msg_prefix else ''
        raise np.exceptions.AxisError(f'{prefix}axis {axis} is out of bounds for array of dimension {ndim}')
    return axis + ndim if axis < 0 else axis


def normalize_axis_tuple(axis, ndim, argname=None, allow_duplicate=False):
    """Return axes as a tuple, counted from 0. ValueError for one that stands twice."""
    if not isinstance(axis, (tuple, list)):
        axis = (operator.index(axis),)
    axes = tuple(normalize_axis_index(one, ndim, argname) for one in axis)
    if not allow_duplicate and len(set(axes)) != len(axes):
        raise ValueError(f'repeated axis in `{argname}` argument' if argname else 'repeated axis')
    return axes


def byte_bounds(a):
    """Return the addresses of an array's first byte and of the one behind its last."""
    low = high = a.__array_interface__['data'][0]
    for length, step in zip(a.shape, a.strides):
        if step < 0:
            low += (length - 1) * step
        else:
            high += (length - 1) * step
    return low, high + a.itemsize
