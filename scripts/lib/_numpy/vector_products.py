"""Products of vectors in the axes of arrays."""

import numpy as np

__name__ = 'numpy'


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """Return the cross products of vectors of three elements.

    >>> np.cross([1, 0, 0], [0, 1, 0])
    array([0, 0, 1])
    """
    if axis is not None:
        axisa = axisb = axisc = axis
    a = np.asarray(a)
    b = np.asarray(b)
    if a.ndim < 1 or b.ndim < 1:
        raise ValueError('At least one array has zero dimension')
    a = np.moveaxis(a, _axis(axisa, a.ndim, 'axisa'), -1)
    b = np.moveaxis(b, _axis(axisb, b.ndim, 'axisb'), -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)')
    if a.shape[-1] == 2 or b.shape[-1] == 2:
        import warnings
        warnings.warn(
            'Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors instead. (deprecated '
            'in NumPy 2.0)', DeprecationWarning, stacklevel=2)
    if a.dtype != b.dtype:
        kind = np.result_type(a, b)
        a, b = a.astype(kind), b.astype(kind)
    a0, a1 = a[..., 0], a[..., 1]
    b0, b1 = b[..., 0], b[..., 1]
    last = a0 * b1 - a1 * b0
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return np.asarray(last)
    if a.shape[-1] == 2:
        parts = (a1 * b[..., 2], -(a0 * b[..., 2]), last)
    elif b.shape[-1] == 2:
        parts = (-(a[..., 2] * b1), a[..., 2] * b0, last)
    else:
        a2, b2 = a[..., 2], b[..., 2]
        parts = (a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, last)
    result = np.stack(np.broadcast_arrays(*parts), axis=-1)
    return np.moveaxis(result, -1, _axis(axisc, result.ndim, 'axisc')) if axisc != -1 else result


def _axis(axis, rank, name):
    if not -rank <= axis < rank:
        raise np.exceptions.AxisError(axis, rank, name)
    return axis % rank


def _checked(name, signature, x, y, core_x, core_y):
    for place, (each, core) in enumerate(((x, core_x), (y, core_y))):
        if each.ndim < core:
            raise ValueError(
                f'{name}: Input operand {place} does not have enough dimensions (has {each.ndim}, gufunc core with '
                f'signature {signature} requires {core})')
    extent, other = x.shape[-1], y.shape[-core_y]
    if extent != other:
        raise ValueError(
            f'{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size '
            f'{other} is different from {extent})')


def _conjugated(x):
    return x.conjugate() if x.dtype.kind == 'c' else x


def vecdot(x1, x2, /, out=None, *, axis=-1, dtype=None):
    """Return the inner products of the vectors along an axis; complex ones of the first are conjugated.

    >>> np.vecdot([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    x = np.asarray(x1)
    y = np.asarray(x2)
    if axis != -1:
        x = np.moveaxis(x, axis, -1)
        y = np.moveaxis(y, axis, -1)
    _checked('vecdot', '(n),(n)->()', x, y, 1, 1)
    if x.dtype == object or y.dtype == object:
        return _given(np.sum(_conjugated(x) * y, axis=-1), out, dtype, x1, x2)
    result = np.matmul(_conjugated(x)[..., np.newaxis, :], y[..., :, np.newaxis])[..., 0, 0]
    return _given(result, out, dtype, x1, x2)


def matvec(x1, x2, /, out=None, *, dtype=None):
    """Return the products of matrices and vectors.

    >>> np.matvec([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    x = np.asarray(x1)
    y = np.asarray(x2)
    _checked('matvec', '(m,n),(n)->(m)', x, y, 2, 1)
    return _given(np.matmul(x, y[..., np.newaxis])[..., 0], out, dtype, x1, x2)


def vecmat(x1, x2, /, out=None, *, dtype=None):
    """Return the products of vectors, conjugated where they are complex, and matrices.

    >>> np.vecmat([1, 1], [[1, 2], [3, 4]])
    array([4, 6])
    """
    x = np.asarray(x1)
    y = np.asarray(x2)
    _checked('vecmat', '(n),(n,m)->(m)', x, y, 1, 2)
    return _given(np.matmul(_conjugated(x)[..., np.newaxis, :], y)[..., 0, :], out, dtype, x1, x2)


def _given(result, out, dtype, x1, x2):
    if dtype is not None:
        result = result.astype(dtype)
    if out is not None:
        out[...] = result
        return out
    for operand in (x1, x2):
        if type(operand) is not np.ndarray and isinstance(operand, np.ndarray):
            from _array_forms import of_operands
            return of_operands(result, x1, x2)
    return result[()] if result.ndim == 0 else result
