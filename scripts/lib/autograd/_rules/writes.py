"""Writes at places of an array."""

import builtins
import numpy as np
from autograd._rules._parts import _array, _key_along


def ndarray_fill(self, value, **_):
    self[...] = value


def copyto(dst, src, casting='same_kind', where=True, **_):
    if where is True:
        dst[...] = src
    else:
        dst[...] = np.where(where, src, dst)


def put(a, ind, v, mode='raise', **_):
    ind = np.reshape(np.asarray(ind), (-1,))
    v = np.reshape(_array(v), (-1,))
    places = np.unravel_index(ind % a.size, a.shape) if a.ndim > 1 else (ind,)
    a[places] = v[np.arange(ind.size) % v.size]


def put_along_axis(arr, indices, values, axis, **_):
    arr[_key_along(indices, axis, arr.shape)] = values


def fill_diagonal(a, val, wrap=False, **_):
    places = np.arange(builtins.min(a.shape))
    a[(places,) * a.ndim] = val
