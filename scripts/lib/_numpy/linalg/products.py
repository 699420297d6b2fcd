"""Products of matrices and vectors."""

import numpy as np
from numpy import asarray, dot, inf, swapaxes
from _numpy.linalg._arguments import _check_2d

__name__ = 'numpy.linalg'

matmul = np.matmul


def multi_dot(arrays, *, out=None):
    """The product of several matrices in the order that takes the fewest multiplications.

    >>> np.linalg.multi_dot([np.ones((2, 3)), np.ones((3, 1)), np.ones((1, 2))])
    array([[3., 3.],
           [3., 3.]])
    """
    count = len(arrays)
    if count < 2:
        raise ValueError('Expecting at least two arrays.')
    if count == 2:
        return dot(arrays[0], arrays[1], out=out)
    arrays = [np.asanyarray(a) for a in arrays]
    first, last = arrays[0].ndim, arrays[-1].ndim
    if first == 1:
        arrays[0] = np.atleast_2d(arrays[0])
    if last == 1:
        arrays[-1] = np.atleast_2d(arrays[-1]).T
    _check_2d(*arrays)
    if count == 3:
        (a0, a1), c0, c1 = arrays[0].shape, arrays[1].shape[1], arrays[2].shape[1]
        left = a0 * c0 * (a1 + c1)
        right = a1 * c1 * (a0 + c0)
        if left < right:
            result = dot(dot(arrays[0], arrays[1]), arrays[2], out=out)
        else:
            result = dot(arrays[0], dot(arrays[1], arrays[2]), out=out)
    else:
        result = _chain(arrays, _chain_order(arrays), 0, count - 1, out)
    if first == 1 and last == 1:
        return result[0, 0]
    if first == 1 or last == 1:
        return result.ravel()
    return result


def _chain_order(arrays):
    """Where to cut each stretch of a chain of matrices."""
    lengths = [a.shape[0] for a in arrays] + [arrays[-1].shape[1]]
    count = len(arrays)
    costs = [[0] * count for _ in range(count)]
    cuts = [[0] * count for _ in range(count)]
    for span in range(1, count):
        for i in range(count - span):
            j = i + span
            costs[i][j] = inf
            for k in range(i, j):
                cost = costs[i][k] + costs[k + 1][j] + lengths[i] * lengths[k + 1] * lengths[j + 1]
                if cost < costs[i][j]:
                    costs[i][j] = cost
                    cuts[i][j] = k
    return cuts


def _chain(arrays, cuts, i, j, out=None):
    if i == j:
        return arrays[i]
    k = cuts[i][j]
    return dot(_chain(arrays, cuts, i, k), _chain(arrays, cuts, k + 1, j), out=out)


def outer(x1, x2, /):
    """All products of the elements of two vectors.

    >>> np.linalg.outer([1, 2], [3, 4])
    array([[3, 4],
           [6, 8]])
    """
    x1 = np.asanyarray(x1)
    x2 = np.asanyarray(x2)
    if x1.ndim != 1 or x2.ndim != 1:
        raise ValueError(
            f'Input arrays must be one-dimensional, but they are x1.ndim={x1.ndim} and x2.ndim={x2.ndim}.')
    return np.outer(x1, x2)


def cross(x1, x2, /, *, axis=-1):
    """The cross product of vectors of three elements.

    >>> np.linalg.cross([1, 0, 0], [0, 1, 0])
    array([0, 0, 1])
    """
    x1 = np.asanyarray(x1)
    x2 = np.asanyarray(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError(
            'Both input arrays must be (arrays of) 3-dimensional vectors, but they are '
            f'{x1.shape[axis]} and {x2.shape[axis]} dimensional instead.')
    return np.cross(x1, x2, axis=axis)


def diagonal(x, /, *, offset=0):
    """The diagonals of the matrices in the last two axes.

    >>> np.linalg.diagonal([[1, 2], [3, 4]])
    array([1, 4])
    """
    return np.diagonal(asarray(x), offset, axis1=-2, axis2=-1)


def trace(x, /, *, offset=0, dtype=None):
    """The sums of the diagonals of the matrices in the last two axes.

    >>> np.linalg.trace([[1, 2], [3, 4]])
    np.int64(5)
    """
    return np.trace(asarray(x), offset, axis1=-2, axis2=-1, dtype=dtype)


def tensordot(a, b, /, *, axes=2):
    """The sum of the products over pairs of axes.

    >>> np.linalg.tensordot(np.ones((2, 3)), np.ones((3, 2)), axes=1)
    array([[3., 3.],
           [3., 3.]])
    """
    return np.tensordot(a, b, axes=axes)


def matrix_transpose(x, /):
    """The matrices in the last two axes, transposed.

    >>> np.linalg.matrix_transpose([[1, 2], [3, 4]])
    array([[1, 3],
           [2, 4]])
    """
    x = np.asanyarray(x)
    if x.ndim < 2:
        raise ValueError(f'Input array must be at least 2-dimensional, but it is {x.ndim}')
    return swapaxes(x, -1, -2)


def vecdot(x1, x2, /, *, axis=-1):
    """The inner products of vectors along an axis.

    >>> np.linalg.vecdot([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    return np.vecdot(x1, x2, axis=axis)
