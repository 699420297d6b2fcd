"""Equations and inverses."""

import _autograd
import _linalg
from _operator import index

import numpy as np
from numpy import absolute, asarray, finfo, newaxis, swapaxes
from _numpy.linalg._arguments import (
    _check_2d, _check_square, _class_of, _common, _float64, _identities, _is_plain, _narrow, _ndarray, _wide)
from _numpy.linalg.decompositions import svd as _svd
from _numpy.linalg.results import LinAlgError as _LinAlgError

__name__ = 'numpy.linalg'

_matmul = np.matmul
_left_out = object()


def solve(a, b):
    """The x of a·x = b: for a vector b, or the matrices in the last two axes of b.

    >>> np.linalg.solve([[1, 2], [3, 5]], [1, 2])
    array([-1.,  1.])
    """
    if _is_plain(a) and type(b) is _ndarray and b.dtype == _float64 and b.ndim in (1, 2) and len(b) == len(a):
        x, failures = _linalg.solve(a, b[:, newaxis] if b.ndim == 1 else b)
        if failures:
            raise _LinAlgError('Singular matrix')
        return x[:, 0] if b.ndim == 1 else x
    wrap = _class_of(b)
    a = asarray(a)
    _check_square(a)
    b = asarray(b)
    name = _common(a, b)
    n = a.shape[-1]
    is_vector = b.ndim == 1
    if b.ndim == 0:
        raise ValueError(
            'solve: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature '
            '(m,m),(m,n)->(m,n) requires 2)')
    if b.shape[-1 if is_vector else -2] != n:
        gufunc, signature = ('solve1', '(m,m),(m)->(m)') if is_vector else ('solve', '(m,m),(m,n)->(m,n)')
        size = b.shape[-1 if is_vector else -2]
        raise ValueError(
            f'{gufunc}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature '
            f'{signature} (size {size} is different from {n})')
    right = b[:, newaxis] if is_vector else b
    x, failures = _linalg.solve(_wide(a, name), _wide(right, name))
    if failures:
        raise _LinAlgError('Singular matrix')
    x = _narrow(x, name)
    return wrap(x[..., 0] if is_vector else x)


def tensorsolve(a, b, axes=None):
    """The x of tensordot(a, x, x.ndim) = b.

    >>> np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 2, 2), np.ones((2, 2)))
    array([[1., 1.],
           [1., 1.]])
    """
    wrap = _class_of(a)
    a = asarray(a)
    b = asarray(b)
    rank = a.ndim
    if axes is not None:
        order = list(range(rank))
        for axis in axes:
            order.remove(axis)
            order.insert(rank, axis)
        a = a.transpose(order)
    shape = a.shape[-(rank - b.ndim):]
    count = 1
    for extent in shape:
        count *= extent
    if a.size != count ** 2:
        raise _LinAlgError(
            'Input arrays must satisfy the requirement             '
            'prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])')
    x = solve(a.reshape(count, count), b.ravel())
    return wrap(x.reshape(shape))


def tensorinv(a, ind=2):
    """The inverse of the map that tensordot with a is, whose first `ind` axes are the result's.

    >>> np.linalg.tensorinv(np.eye(6).reshape(2, 3, 6), 2).shape
    (6, 2, 3)
    """
    a = asarray(a)
    shape = a.shape
    if ind <= 0:
        raise ValueError('Invalid ind argument.')
    count = 1
    for extent in shape[ind:]:
        count *= extent
    return inv(a.reshape(count, -1)).reshape(shape[ind:] + shape[:ind])


def inv(a):
    """The inverse of the square matrices in the last two axes.

    >>> np.linalg.inv([[2.0, 0.0], [0.0, 4.0]])
    array([[0.5 , 0.  ],
           [0.  , 0.25]])
    """
    if _is_plain(a):
        x, failures = _linalg.solve(a, np.eye(a.shape[0]))
        if failures:
            raise _LinAlgError('Singular matrix')
        return x
    wrap = _class_of(a)
    a = asarray(a)
    _check_square(a)
    if a.dtype.kind not in 'biufc':
        raise TypeError(
            f"Cannot cast ufunc 'inv' input from {a.dtype!r} to dtype('float64') with casting rule 'same_kind'")
    name = _common(a)
    a = _wide(a, name)
    x, failures = _linalg.solve(a, np.eye(a.shape[-1], dtype=a.dtype))
    if failures:
        raise _LinAlgError('Singular matrix')
    return wrap(_narrow(x, name))


def pinv(a, rcond=None, hermitian=False, *, rtol=_left_out):
    """The pseudo-inverse by singular values; those up to rcond times the largest count as 0.

    >>> np.linalg.pinv([[2.0, 0.0], [0.0, 0.0]])
    array([[0.5, 0. ],
           [0. , 0. ]])
    """
    wrap = _class_of(a)
    a = asarray(a)
    if rcond is None:
        if rtol is _left_out:
            rcond = 1e-15
        elif rtol is None:
            rcond = max(a.shape[-2:]) * finfo(a.dtype).eps
        else:
            rcond = rtol
    elif rtol is not _left_out:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    rcond = asarray(rcond)
    if a.size == 0 and 0 in a.shape[-2:]:
        return wrap(np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=a.dtype))
    u, s, vt = _svd(a.conjugate(), full_matrices=False, hermitian=hermitian)
    limit = rcond[..., newaxis] * s.max(axis=-1, keepdims=True)
    large = s > limit
    inverse = np.zeros(s.shape, dtype=s.dtype)
    np.divide(1, s, where=large, out=inverse)
    return wrap(_matmul(swapaxes(vt, -1, -2), inverse[..., newaxis] * swapaxes(u, -1, -2)))


def lstsq(a, b, rcond=None):
    """The shortest x with the smallest norm(a·x - b): solutions, sums of squared residuals, rank, singular values.

    >>> np.linalg.lstsq([[1.0, 0.0], [0.0, 2.0]], [1.0, 4.0])[0]
    array([1., 2.])
    """
    if _autograd.is_traced(a) or _autograd.is_traced(b):
        from autograd._rules.linalg import lstsq as traced
        return traced(a, b, rcond)
    wrap = _class_of(b)
    a = asarray(a)
    b = asarray(b)
    is_vector = b.ndim == 1
    if is_vector:
        b = b[:, newaxis]
    _check_2d(a, b)
    m, n = a.shape
    if m != b.shape[0]:
        raise _LinAlgError('Incompatible dimensions')
    name = _common(a, b)
    if rcond is None:
        rcond = finfo(float).eps * max(n, m)
    count = b.shape[1]
    right = b if count else np.zeros((m, 1), dtype=b.dtype)
    solution, s, rank, failures = _linalg.lstsq(_wide(a, name), _wide(right, name), float(rcond))
    if failures:
        raise _LinAlgError('SVD did not converge in Linear Least Squares')
    x = solution[:n, :count]
    rank = int(rank)
    if m == 0 or n == 0:
        x = np.zeros((n, count), dtype=solution.dtype)
    if m <= n or rank != n:
        residuals = np.array([], dtype=s.dtype)
    else:
        rest = absolute(solution[n:m, :count])
        residuals = np.sum(rest * rest, axis=0)
    if is_vector:
        x = x.squeeze(axis=-1)
    return wrap(_narrow(x.copy(), name)), wrap(_narrow(residuals, name)), np.int32(rank), _narrow(s, name)


def matrix_power(a, n):
    """A square matrix to a whole power; a negative one is that of the inverse.

    >>> np.linalg.matrix_power([[1, 1], [1, 0]], 10)
    array([[89, 55],
           [55, 34]])
    """
    a = np.asanyarray(a)
    _check_square(a)
    try:
        n = index(n)
    except TypeError as e:
        raise TypeError('exponent must be an integer') from e
    if n == 0:
        return _identities(a.shape, a.dtype)
    if n < 0:
        a = inv(a)
        n = -n
    if n == 1:
        return a
    if n == 2:
        return _matmul(a, a)
    if n == 3:
        return _matmul(_matmul(a, a), a)
    square = result = None
    while n > 0:
        square = a if square is None else _matmul(square, square)
        n, bit = divmod(n, 2)
        if bit:
            result = square if result is None else _matmul(result, square)
    return result
