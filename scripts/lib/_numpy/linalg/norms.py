"""Norms, ranks, conditions and determinants."""

import _autograd
import _linalg

import numpy as np
from numpy import absolute, asarray, dot, finfo, inf, moveaxis, newaxis, sqrt
from _numpy.linalg._arguments import _check_square, _common, _is_plain, _narrow, _wide
from _numpy.linalg.decompositions import svd as _svd
from _numpy.linalg.results import LinAlgError as _LinAlgError, SlogdetResult as _SlogdetResult

__name__ = 'numpy.linalg'


def _slogdet(a):
    if not _is_plain(a):
        _check_square(a)
    name = 'float64' if _is_plain(a) else _common(a)
    sign, logarithm, _ = _linalg.slogdet(_wide(a, name))
    return sign, logarithm, name


def slogdet(a):
    """The sign of the determinant and the logarithm of its size.

    >>> np.linalg.slogdet([[1.0, 0.0], [0.0, -1.0]])
    SlogdetResult(sign=np.float64(-1.0), logabsdet=np.float64(0.0))
    """
    sign, logarithm, name = _slogdet(asarray(a))
    return _SlogdetResult(_narrow(sign, name)[()], _narrow(logarithm, name)[()])


def det(a):
    """The determinant of the square matrices in the last two axes.

    >>> np.linalg.det([[2.0, 0.0], [0.0, 3.0]])
    np.float64(6.0)
    """
    sign, logarithm, name = _slogdet(asarray(a))
    return _narrow(sign * np.exp(logarithm), name)[()]


def _float(x):
    return x if x.dtype.kind in 'fcO' else x.astype(float)


def _singular_norm(x, rows, columns, reduce):
    y = _svd(moveaxis(x, (rows, columns), (-2, -1)), compute_uv=False)
    return reduce(y)


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector or the norm of a matrix that `ord` names.

    >>> np.linalg.norm([3.0, 4.0])
    np.float64(5.0)
    """
    if ord is None and axis is None and not keepdims:
        result = _linalg.length(x)
        if result is not None:
            return result
    x = _float(asarray(x))
    rank = x.ndim
    if axis is None:
        if ord is None or (rank == 2 and ord in ('f', 'fro')) or (rank == 1 and ord == 2):
            if _autograd.is_traced(x):
                return _root(_squares(x).sum(keepdims=keepdims))
            flat = x.ravel(order='K')
            if flat.dtype.kind == 'c':
                real, imaginary = flat.real, flat.imag
                result = sqrt(dot(real, real) + dot(imaginary, imaginary))
            else:
                result = sqrt(dot(flat, flat))
            return result.reshape((1,) * rank) if keepdims else result
        axis = tuple(range(rank))
    elif not isinstance(axis, tuple):
        try:
            axis = int(axis)
        except Exception as e:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from e
        axis = (axis,)
    if len(axis) == 1:
        return _vector_norm(x, ord, axis, keepdims)
    if len(axis) != 2:
        raise ValueError('Improper number of dimensions to norm.')
    rows, columns = (_axis(place, rank) for place in axis)
    if rows == columns:
        raise ValueError('Duplicate axes given.')
    result = _matrix_norm(x, ord, rows, columns)
    if keepdims:
        shape = list(x.shape)
        shape[rows] = shape[columns] = 1
        result = result.reshape(shape)
    return result


def _axis(axis, rank):
    if not -rank <= axis < rank:
        raise np.exceptions.AxisError(axis, rank)
    return axis % rank


def _squares(x):
    return x.real ** 2 + x.imag ** 2 if x.dtype.kind == 'c' else x * x


def _root(squares):
    """The square root; its derivative at zero, where there is none, is taken to be 0."""
    if _autograd.is_traced(squares):
        from autograd._rules.folding import root
        return root(squares)
    return sqrt(squares)


def _vector_norm(x, ord, axis, keepdims):
    if ord is None or ord == 2:
        return _root(_squares(x).sum(axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if ord == inf:
        return absolute(x).max(axis=axis, keepdims=keepdims, initial=0)
    if ord == -inf:
        return absolute(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.real.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return absolute(x).sum(axis=axis, keepdims=keepdims)
    sizes = absolute(x)
    total = (sizes ** np.array(ord, dtype=sizes.dtype)).sum(axis=axis, keepdims=keepdims)
    return total ** np.reciprocal(np.array(ord, dtype=total.dtype))[()]


def _matrix_norm(x, ord, rows, columns):
    if ord is None or ord in ('fro', 'f'):
        return _root(_squares(x).sum(axis=(rows, columns)))
    if ord == 2:
        return _singular_norm(x, rows, columns, lambda s: s.max(axis=-1, initial=0))
    if ord == -2:
        return _singular_norm(x, rows, columns, lambda s: s.min(axis=-1))
    if ord == 'nuc':
        return _singular_norm(x, rows, columns, lambda s: s.sum(axis=-1))
    if ord in (1, -1):
        sums = absolute(x).sum(axis=rows)
        kept = columns - 1 if columns > rows else columns
    elif ord in (inf, -inf):
        sums = absolute(x).sum(axis=columns)
        kept = rows - 1 if rows > columns else rows
    else:
        raise ValueError('Invalid norm order for matrices.')
    return sums.max(axis=kept, initial=0) if ord > 0 else sums.min(axis=kept)


def matrix_norm(x, /, *, keepdims=False, ord='fro'):
    """The norm of the matrices in the last two axes.

    >>> np.linalg.matrix_norm([[3.0, 4.0]])
    np.float64(5.0)
    """
    return norm(asarray(x), axis=(-2, -1), keepdims=keepdims, ord=ord)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The norm of vectors along axes; of all elements without.

    >>> np.linalg.vector_norm([3.0, 4.0])
    np.float64(5.0)
    """
    x = asarray(x)
    shape = x.shape
    if axis is None:
        x = x.ravel()
        place = 0
    elif isinstance(axis, tuple):
        axis = tuple(_axis(each, x.ndim) for each in axis)
        rest = tuple(each for each in range(x.ndim) if each not in axis)
        moved = x.transpose(axis + rest)
        x = moved.reshape((-1,) + moved.shape[len(axis):])
        place = 0
    else:
        place = axis
    result = norm(x, axis=place, ord=ord)
    if keepdims:
        removed = range(len(shape)) if axis is None else axis if isinstance(axis, tuple) else (_axis(axis, len(shape)),)
        result = result.reshape(tuple(1 if each in removed else extent for each, extent in enumerate(shape)))
    return result


def cond(x, p=None):
    """The condition number: the quotient of the outer singular values, or norm(x)·norm(inv(x)).

    >>> np.linalg.cond([[4.0, 0.0], [0.0, 1.0]])
    np.float64(4.0)
    """
    x = asarray(x)
    if x.size == 0 and 0 in x.shape[-2:]:
        raise _LinAlgError('cond is not defined on empty arrays')
    if p is None or p == 2 or p == -2:
        s = _svd(x, compute_uv=False)
        with np.errstate(all='ignore'):
            result = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    else:
        _check_square(x)
        name = _common(x)
        wide = _wide(x, name)
        with np.errstate(all='ignore'):
            inverse, failures = _linalg.solve(wide, np.eye(x.shape[-1], dtype=wide.dtype))
            if failures:
                inverse = _inverses(wide)
            result = _narrow(norm(x, p, axis=(-2, -1)) * norm(inverse, p, axis=(-2, -1)), name)
    result = asarray(result)
    unknown = np.isnan(result)
    if unknown.any():
        unknown &= ~np.isnan(x).any(axis=(-2, -1))
        if result.ndim > 0:
            result[unknown] = inf
        elif unknown:
            result[()] = inf
    return result[()] if result.ndim == 0 else result


def _inverses(x):
    """The inverse of each matrix; nan where there is none."""
    result = np.full(x.shape, np.nan, dtype=x.dtype)
    for index in np.ndindex(*x.shape[:-2]):
        inverse, failures = _linalg.solve(x[index], np.eye(x.shape[-1], dtype=x.dtype))
        if not failures:
            result[index] = inverse
    return result


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are above a limit.

    >>> np.linalg.matrix_rank([[1.0, 2.0], [2.0, 4.0]])
    np.int64(1)
    """
    if rtol is not None and tol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    A = asarray(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    s = _svd(A, compute_uv=False, hermitian=hermitian)
    if tol is None:
        if rtol is None:
            rtol = max(A.shape[-2:]) * finfo(s.dtype).eps
        else:
            rtol = asarray(rtol)[..., newaxis]
        tol = s.max(axis=-1, keepdims=True, initial=0) * rtol
    else:
        tol = asarray(tol)[..., newaxis]
    return np.count_nonzero(s > tol, axis=-1)
