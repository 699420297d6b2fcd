"""Linear algebra: factorisations, equations, eigenvalues, norms."""

import _autograd
import _linalg
from _operator import index

import numpy as np
from numpy import (
    absolute, asarray, dot, finfo, inf, moveaxis, newaxis, sqrt, swapaxes)

__name__ = 'numpy.linalg'

matmul = np.matmul


class LinAlgError(ValueError):
    """What linear algebra raises where a matrix does not allow what was asked."""


class _Parts(tuple):
    """A tuple whose parts have names. Those of `typing` would make every program load that for its `norm`."""

    _fields = ()

    def __new__(cls, *parts, **named):
        names = cls._fields
        if len(parts) + len(named) != len(names) or any(name not in names[len(parts):] for name in named):
            raise TypeError(f'{cls.__name__} needs the parts {", ".join(names)}')
        return tuple.__new__(cls, parts + tuple(named[name] for name in names[len(parts):]))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in zip(self._fields, self))})"

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __getnewargs__(self):
        return tuple(self)

    @classmethod
    def _make(cls, iterable):
        return cls(*iterable)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        return type(self)(**{**self._asdict(), **changes})


class EigResult(_Parts):
    _fields = ('eigenvalues', 'eigenvectors')


class EighResult(_Parts):
    _fields = ('eigenvalues', 'eigenvectors')


class QRResult(_Parts):
    _fields = ('Q', 'R')


class SlogdetResult(_Parts):
    _fields = ('sign', 'logabsdet')


class SVDResult(_Parts):
    _fields = ('U', 'S', 'Vh')


# The types that LAPACK computes in.

_ndarray, _float64 = np.ndarray, np.dtype('float64')
_computed = {'float32': 'float32', 'float64': 'float64', 'complex64': 'complex64', 'complex128': 'complex128'}


def _common(*arrays):
    """The name of the type in which these arrays are computed, and given back."""
    is_double = False
    is_complex = False
    for a in arrays:
        dtype = a.dtype
        kind = dtype.kind
        if kind in 'biu':
            is_double = True
        elif dtype.name in _computed:
            is_complex = is_complex or kind == 'c'
            is_double = is_double or dtype.name in ('float64', 'complex128')
        else:
            raise TypeError(f'array type {dtype.name} is unsupported in linalg')
    if is_complex:
        return 'complex128' if is_double else 'complex64'
    return 'float64' if is_double else 'float32'


def _in_type(a, name):
    return a if a.dtype.name == name else a.astype(name)


def _is_plain(a):
    """Whether this is one square matrix of float64, the commonest case, for which nothing else need be asked."""
    return type(a) is _ndarray and a.ndim == 2 and a.dtype == _float64 and a.shape[0] == a.shape[1]


def _check_2d(*arrays):
    for a in arrays:
        if a.ndim != 2:
            raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be two-dimensional')


def _check_stacked(a):
    if a.ndim < 2:
        raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be at least two-dimensional')


def _check_square(a):
    _check_stacked(a)
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError('Last 2 dimensions of the array must be square')


def _check_finite(a):
    if not np.isfinite(a).all():
        raise LinAlgError('Array must not contain infs or NaNs')


def _adjoint(a):
    a = swapaxes(a, -1, -2)
    return a.conjugate() if a.dtype.kind == 'c' else a


def _identities(shape, dtype):
    result = np.zeros(shape, dtype=dtype)
    n = shape[-1]
    index = np.arange(n)
    result[..., index, index] = 1
    return result


# Equations.

def solve(a, b):
    """The x of a·x = b: for a vector b, or the matrices in the last two axes of b.

    >>> np.linalg.solve([[1, 2], [3, 5]], [1, 2])
    array([-1.,  1.])
    """
    if _is_plain(a) and type(b) is _ndarray and b.dtype == _float64 and b.ndim in (1, 2) and len(b) == len(a):
        x, failures = _linalg.solve(a, b[:, newaxis] if b.ndim == 1 else b)
        if failures:
            raise LinAlgError('Singular matrix')
        return x[:, 0] if b.ndim == 1 else x
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
    x, failures = _linalg.solve(_in_type(a, name), _in_type(right, name))
    if failures:
        raise LinAlgError('Singular matrix')
    return x[..., 0] if is_vector else x


def tensorsolve(a, b, axes=None):
    """The x of tensordot(a, x, x.ndim) = b.

    >>> np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 2, 2), np.ones((2, 2)))
    array([[1., 1.],
           [1., 1.]])
    """
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
        raise LinAlgError(
            'Input arrays must satisfy the requirement             '
            'prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])')
    x = solve(a.reshape(count, count), b.ravel())
    return x.reshape(shape)


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
            raise LinAlgError('Singular matrix')
        return x
    kind = type(a) if isinstance(a, np.ndarray) else np.ndarray
    a = asarray(a)
    _check_square(a)
    if a.dtype.kind not in 'biufc':
        raise TypeError(
            f"Cannot cast ufunc 'inv' input from {a.dtype!r} to dtype('float64') with casting rule 'same_kind'")
    name = _common(a)
    a = _in_type(a, name)
    x, failures = _linalg.solve(a, np.eye(a.shape[-1], dtype=name))
    if failures:
        raise LinAlgError('Singular matrix')
    return x if kind is np.ndarray else x.view(kind)


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
        return matmul(a, a)
    if n == 3:
        return matmul(matmul(a, a), a)
    square = result = None
    while n > 0:
        square = a if square is None else matmul(square, square)
        n, bit = divmod(n, 2)
        if bit:
            result = square if result is None else matmul(result, square)
    return result


# Factorisations.

def cholesky(a, /, *, upper=False):
    """The triangular L of a = L·Lᴴ; with `upper` the U of a = Uᴴ·U.

    >>> np.linalg.cholesky([[4.0, 2.0], [2.0, 5.0]])
    array([[2., 0.],
           [1., 2.]])
    """
    a = asarray(a)
    _check_square(a)
    result, failures = _linalg.cholesky(_in_type(a, _common(a)), upper)
    if failures:
        raise LinAlgError('Matrix is not positive definite')
    return result


def qr(a, mode='reduced'):
    """Orthogonal Q and triangular R of a = Q·R.

    >>> np.linalg.qr([[1.0, 0.0], [0.0, 2.0]], mode='r')
    array([[ 1.,  0.],
           [ 0., -2.]])
    """
    if mode not in ('reduced', 'complete', 'r', 'raw'):
        if mode in ('f', 'full'):
            import warnings
            warnings.warn(
                "The 'full' option is deprecated in favor of 'reduced'.\nFor backward compatibility let mode "
                'default.', DeprecationWarning, stacklevel=2)
            mode = 'reduced'
        elif mode in ('e', 'economic'):
            import warnings
            warnings.warn("The 'economic' option is deprecated.", DeprecationWarning, stacklevel=2)
            mode = 'economic'
        else:
            raise ValueError(f"Unrecognized mode '{mode}'")
    a = asarray(a)
    _check_stacked(a)
    if _autograd.is_traced(a):
        from autograd._rules.linalg import qr as traced
        parts = traced(a, mode)
        return parts[1] if mode == 'r' else QRResult(*parts)
    m, n = a.shape[-2:]
    packed, tau, _ = _linalg.geqrf(_in_type(a, _common(a)))
    if mode == 'r':
        return np.triu(packed[..., :min(m, n), :])
    if mode == 'raw':
        return swapaxes(packed, -1, -2), tau
    if mode == 'economic':
        return packed
    columns = m if mode == 'complete' and m > n else min(m, n)
    q, _ = _linalg.orgqr(packed, tau, columns)
    return QRResult(q, np.triu(packed[..., :columns, :]))


# Eigenvalues.

def _eigen(a, with_vectors):
    a = asarray(a)
    _check_square(a)
    _check_finite(a)
    name = _common(a)
    result = _linalg.eig(_in_type(a, name), with_vectors)
    if result[-1]:
        raise LinAlgError('Eigenvalues did not converge')
    w, imaginary = result[:2]
    v = result[2] if with_vectors else None
    if w.dtype.kind == 'c' or not imaginary.any():
        return w, v
    return _complex(w, imaginary), _paired(v, imaginary) if with_vectors else None


def _complex(real, imaginary):
    """Complex numbers of their parts, with the signs of zeros."""
    if _autograd.is_traced(real) or _autograd.is_traced(imaginary):
        return real + 1j * imaginary
    result = np.empty(real.shape, dtype='complex64' if real.dtype.name == 'float32' else 'complex128')
    result.real[...] = real
    result.imag[...] = imaginary
    return result


def _paired(v, imaginary):
    """The eigenvectors of conjugate pairs, which LAPACK leaves as a real and an imaginary column."""
    first = imaginary > 0
    second = np.zeros(imaginary.shape, dtype=bool)
    second[..., 1:] = first[..., :-1]
    following = np.zeros(v.shape, dtype=v.dtype)
    following[..., :-1] = v[..., 1:]
    preceding = np.zeros(v.shape, dtype=v.dtype)
    preceding[..., 1:] = v[..., :-1]
    a, b = first[..., newaxis, :], second[..., newaxis, :]
    return _complex(np.where(b, preceding, v), np.where(a, following, np.where(b, -v, 0)))


def eigvals(a):
    """The eigenvalues of general square matrices, in no order.

    >>> np.linalg.eigvals([[2.0, 0.0], [0.0, 3.0]])
    array([2., 3.])
    """
    return _eigen(a, False)[0]


def eig(a):
    """The eigenvalues and right eigenvectors, as columns of length 1, of general square matrices.

    >>> np.linalg.eig([[2.0, 0.0], [0.0, 3.0]]).eigenvalues
    array([2., 3.])
    """
    return EigResult(*_eigen(a, True))


def _is_upper(UPLO):
    UPLO = UPLO.upper()
    if UPLO not in ('L', 'U'):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return UPLO == 'U'


def _symmetric(a, UPLO, with_vectors):
    upper = _is_upper(UPLO)
    a = asarray(a)
    _check_square(a)
    result = _linalg.eigh(_in_type(a, _common(a)), upper, with_vectors)
    if result[-1]:
        raise LinAlgError('Eigenvalues did not converge')
    return result[:-1]


def eigvalsh(a, UPLO='L'):
    """The eigenvalues of symmetric or Hermitian matrices, of which one triangle is read, in rising order.

    >>> np.linalg.eigvalsh([[2.0, 0.0], [0.0, 1.0]])
    array([1., 2.])
    """
    return _symmetric(a, UPLO, False)[0]


def eigh(a, UPLO='L'):
    """The eigenvalues, rising, and eigenvectors of symmetric or Hermitian matrices.

    >>> np.linalg.eigh([[2.0, 0.0], [0.0, 1.0]]).eigenvalues
    array([1., 2.])
    """
    return EighResult(*_symmetric(a, UPLO, True))


# Singular values.

def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """Singular values S, falling, and the unitary U and Vh of a = U·diag(S)·Vh.

    >>> np.linalg.svd([[3.0, 0.0], [0.0, 4.0]], compute_uv=False)
    array([4., 3.])
    """
    a = asarray(a)
    if hermitian:
        if not compute_uv:
            return np.sort(absolute(eigvalsh(a)))[..., ::-1]
        s, u = eigh(a)
        signs = np.sign(s)
        s = absolute(s)
        order = np.argsort(s)[..., ::-1]
        signs = np.take_along_axis(signs, order, axis=-1)
        s = np.take_along_axis(s, order, axis=-1)
        u = np.take_along_axis(u, order[..., newaxis, :], axis=-1)
        return SVDResult(u, s, _adjoint(u * signs[..., newaxis, :]))
    _check_stacked(a)
    wanted = 'N' if not compute_uv else 'A' if full_matrices else 'S'
    result = _linalg.svd(_in_type(a, _common(a)), wanted)
    if result[-1]:
        raise LinAlgError('SVD did not converge')
    return SVDResult(*result[:-1]) if compute_uv else result[0]


def svdvals(x, /):
    """The singular values, falling, of the matrices in the last two axes.

    >>> np.linalg.svdvals([[3.0, 0.0], [0.0, 4.0]])
    array([4., 3.])
    """
    return svd(x, compute_uv=False, hermitian=False)


def cond(x, p=None):
    """The condition number: the quotient of the outer singular values, or norm(x)·norm(inv(x)).

    >>> np.linalg.cond([[4.0, 0.0], [0.0, 1.0]])
    np.float64(4.0)
    """
    x = asarray(x)
    if x.size == 0 and 0 in x.shape[-2:]:
        raise LinAlgError('cond is not defined on empty arrays')
    if p is None or p == 2 or p == -2:
        s = svd(x, compute_uv=False)
        with np.errstate(all='ignore'):
            result = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    else:
        _check_square(x)
        x = _in_type(x, _common(x))
        with np.errstate(all='ignore'):
            inverse, failures = _linalg.solve(x, np.eye(x.shape[-1], dtype=x.dtype))
            if failures:
                inverse = _inverses(x)
            result = norm(x, p, axis=(-2, -1)) * norm(inverse, p, axis=(-2, -1))
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
    s = svd(A, compute_uv=False, hermitian=hermitian)
    if tol is None:
        if rtol is None:
            rtol = max(A.shape[-2:]) * finfo(s.dtype).eps
        else:
            rtol = asarray(rtol)[..., newaxis]
        tol = s.max(axis=-1, keepdims=True, initial=0) * rtol
    else:
        tol = asarray(tol)[..., newaxis]
    return np.count_nonzero(s > tol, axis=-1)


_left_out = object()


def pinv(a, rcond=None, hermitian=False, *, rtol=_left_out):
    """The pseudo-inverse by singular values; those up to rcond times the largest count as 0.

    >>> np.linalg.pinv([[2.0, 0.0], [0.0, 0.0]])
    array([[0.5, 0. ],
           [0. , 0. ]])
    """
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
        return np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=a.dtype)
    u, s, vt = svd(a.conjugate(), full_matrices=False, hermitian=hermitian)
    limit = rcond[..., newaxis] * s.max(axis=-1, keepdims=True)
    large = s > limit
    inverse = np.zeros(s.shape, dtype=s.dtype)
    np.divide(1, s, where=large, out=inverse)
    return matmul(swapaxes(vt, -1, -2), inverse[..., newaxis] * swapaxes(u, -1, -2))


# Determinants.

def _slogdet(a):
    if not _is_plain(a):
        _check_square(a)
    sign, logarithm, _ = _linalg.slogdet(a if _is_plain(a) else _in_type(a, _common(a)))
    return sign, logarithm


def slogdet(a):
    """The sign of the determinant and the logarithm of its size.

    >>> np.linalg.slogdet([[1.0, 0.0], [0.0, -1.0]])
    SlogdetResult(sign=np.float64(-1.0), logabsdet=np.float64(0.0))
    """
    sign, logarithm = _slogdet(asarray(a))
    return SlogdetResult(sign[()], logarithm[()])


def det(a):
    """The determinant of the square matrices in the last two axes.

    >>> np.linalg.det([[2.0, 0.0], [0.0, 3.0]])
    np.float64(6.0)
    """
    sign, logarithm = _slogdet(asarray(a))
    return (sign * np.exp(logarithm))[()]


# Least squares.

def lstsq(a, b, rcond=None):
    """The shortest x with the smallest norm(a·x - b): solutions, sums of squared residuals, rank, singular values.

    >>> np.linalg.lstsq([[1.0, 0.0], [0.0, 2.0]], [1.0, 4.0])[0]
    array([1., 2.])
    """
    if _autograd.is_traced(a) or _autograd.is_traced(b):
        from autograd._rules.linalg import lstsq as traced
        return traced(a, b, rcond)
    a = asarray(a)
    b = asarray(b)
    is_vector = b.ndim == 1
    if is_vector:
        b = b[:, newaxis]
    _check_2d(a, b)
    m, n = a.shape
    if m != b.shape[0]:
        raise LinAlgError('Incompatible dimensions')
    name = _common(a, b)
    if rcond is None:
        rcond = finfo(name).eps * max(n, m)
    count = b.shape[1]
    right = b if count else np.zeros((m, 1), dtype=b.dtype)
    solution, s, rank, failures = _linalg.lstsq(_in_type(a, name), _in_type(right, name), float(rcond))
    if failures:
        raise LinAlgError('SVD did not converge in Linear Least Squares')
    x = solution[:n, :count]
    rank = int(rank)
    if m == 0 or n == 0:
        x = np.zeros((n, count), dtype=name)
    if m <= n or rank != n:
        residuals = np.array([], dtype=s.dtype)
    else:
        rest = absolute(solution[n:m, :count])
        residuals = np.sum(rest * rest, axis=0)
    if is_vector:
        x = x.squeeze(axis=-1)
    return x.copy(), residuals, np.int32(rank), s


# Norms.

def _float(x):
    return x if x.dtype.kind in 'fcO' else x.astype(float)


def _singular_norm(x, rows, columns, reduce):
    y = svd(moveaxis(x, (rows, columns), (-2, -1)), compute_uv=False)
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


# Products.

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
        (a0, a1), (b1, c0), c1 = arrays[0].shape, arrays[1].shape, arrays[2].shape[1]
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
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f'Input array must be at least 2-dimensional, but it is {x.ndim}')
    return swapaxes(x, -1, -2)


def vecdot(x1, x2, /, *, axis=-1):
    """The inner products of vectors along an axis.

    >>> np.linalg.vecdot([[1, 2], [3, 4]], [1, 1])
    array([3, 7])
    """
    return np.vecdot(x1, x2, axis=axis)
