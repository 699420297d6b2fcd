"""Writes at places of an array."""

import numpy as np
from autograd._rules._parts import _array, _key_along


def ndarray_fill(self, value):
    self[...] = value


def set_flat(array, value):
    put(array, np.arange(array.size), value)


def set_real(array, value):
    array[...] = value + 1j * np.imag(array) if array.dtype.kind == 'c' else value


def set_imag(array, value):
    if array.dtype.kind != 'c':
        raise TypeError('array does not have imaginary part to set')
    array[...] = np.real(array) + 1j * _array(value)


def put(a, ind, v, mode='raise'):
    ind = np.reshape(np.asarray(ind), (-1,))
    v = np.reshape(_array(v), (-1,))
    size = a.size
    if mode == 'raise':
        for place in ind[(ind < -size) | (ind >= size)][:1]:
            raise IndexError(f'index {place} is out of bounds for axis 0 with size {size}')
    elif mode not in ('wrap', 'clip'):
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    if ind.size == 0 or v.size == 0:
        return
    ind = np.clip(ind, 0, size - 1) if mode == 'clip' else ind % size
    a[np.unravel_index(ind, a.shape)] = v[np.arange(ind.size) % v.size]


def put_along_axis(arr, indices, values, axis):
    if axis is None:
        put(arr, indices, np.broadcast_to(values, np.shape(indices)))
    else:
        arr[_key_along(indices, axis, arr.shape)] = values
