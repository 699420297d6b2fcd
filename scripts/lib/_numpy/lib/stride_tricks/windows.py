"""Windows into arrays."""

import numpy as np

__name__ = 'numpy.lib.stride_tricks'


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """Return a view of all windows of a shape into an array; the axes of the windows come last."""
    window_shape = tuple(window_shape) if np.iterable(window_shape) else (window_shape,)
    x = np.asarray(x)
    if any(length < 0 for length in window_shape):
        raise ValueError('`window_shape` cannot contain negative values')
    if axis is None:
        axis = tuple(range(x.ndim))
        if len(window_shape) != len(axis):
            raise ValueError(
                f'Since axis is `None`, must provide window_shape for all dimensions of `x`; got {len(window_shape)} '
                f'window_shape elements and `x.ndim` is {x.ndim}.')
    else:
        axis = np.lib.array_utils.normalize_axis_tuple(axis, x.ndim, allow_duplicate=True)
        if len(window_shape) != len(axis):
            raise ValueError(
                f'Must provide matching length window_shape and axis; got {len(window_shape)} window_shape elements '
                f'and {len(axis)} axes elements.')
    strides = x.strides + tuple(x.strides[one] for one in axis)
    shape = list(x.shape)
    for one, length in zip(axis, window_shape):
        if shape[one] < length:
            raise ValueError('window shape cannot be larger than input array shape')
        shape[one] -= length - 1
    return np.lib.stride_tricks.as_strided(x, shape=tuple(shape) + window_shape, strides=strides,
                                           writeable=writeable)


broadcast_to = np.broadcast_to
broadcast_arrays = np.broadcast_arrays
broadcast_shapes = np.broadcast_shapes
