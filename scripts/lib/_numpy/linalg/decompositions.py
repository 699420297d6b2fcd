"""Factorisations, eigenvalues and singular values."""

import _autograd
import _linalg

import numpy as np
from numpy import absolute, asarray, newaxis, swapaxes
from _numpy.linalg._arguments import (
    _adjoint, _check_finite, _check_square, _check_stacked, _class_of, _common, _narrow, _wide)
from _numpy.linalg.results import EigResult as _EigResult, EighResult as _EighResult, LinAlgError as _LinAlgError
from _numpy.linalg.results import QRResult as _QRResult, SVDResult as _SVDResult

__name__ = 'numpy.linalg'


def cholesky(a, /, *, upper=False):
    """The triangular L of a = L·Lᴴ; with `upper` the U of a = Uᴴ·U.

    >>> np.linalg.cholesky([[4.0, 2.0], [2.0, 5.0]])
    array([[2., 0.],
           [1., 2.]])
    """
    wrap = _class_of(a)
    a = asarray(a)
    _check_square(a)
    name = _common(a)
    result, failures = _linalg.cholesky(_wide(a, name), upper)
    if failures:
        raise _LinAlgError('Matrix is not positive definite')
    return wrap(_narrow(result, name))


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
    wrap = _class_of(a)
    a = asarray(a)
    _check_stacked(a)
    if _autograd.is_traced(a):
        from autograd._rules.linalg import qr as traced
        parts = traced(a, mode)
        return parts[1] if mode == 'r' else _QRResult(*parts)
    m, n = a.shape[-2:]
    name = _common(a)
    packed, tau, _ = _linalg.geqrf(_wide(a, name))
    if mode == 'r':
        return wrap(_narrow(np.triu(packed[..., :min(m, n), :]), name))
    if mode == 'raw':
        return wrap(swapaxes(_narrow(packed, name), -1, -2)), _narrow(tau, name)
    if mode == 'economic':
        return wrap(_narrow(packed, name))
    columns = m if mode == 'complete' and m > n else min(m, n)
    q, _ = _linalg.orgqr(packed, tau, columns)
    r = np.triu(packed[..., :columns, :])
    return _QRResult(wrap(_narrow(q, name)), wrap(_narrow(r, name)))


def _eigen(a, with_vectors):
    a = asarray(a)
    _check_square(a)
    _check_finite(a)
    name = _common(a)
    result = _linalg.eig(_wide(a, name), with_vectors)
    if result[-1]:
        raise _LinAlgError('Eigenvalues did not converge')
    w, imaginary = _narrow(result[0], name), _narrow(result[1], name)
    v = _narrow(result[2], name) if with_vectors else None
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
    w, v = _eigen(a, True)
    return _EigResult(w, _class_of(a)(v))


def _is_upper(UPLO):
    UPLO = UPLO.upper()
    if UPLO not in ('L', 'U'):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return UPLO == 'U'


def _symmetric(a, UPLO, with_vectors):
    upper = _is_upper(UPLO)
    a = asarray(a)
    _check_square(a)
    name = _common(a)
    result = _linalg.eigh(_wide(a, name), upper, with_vectors)
    if result[-1]:
        raise _LinAlgError('Eigenvalues did not converge')
    return [_narrow(part, name) for part in result[:-1]]


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
    w, v = _symmetric(a, UPLO, True)
    return _EighResult(w, _class_of(a)(v))


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """Singular values S, falling, and the unitary U and Vh of a = U·diag(S)·Vh.

    >>> np.linalg.svd([[3.0, 0.0], [0.0, 4.0]], compute_uv=False)
    array([4., 3.])
    """
    wrap = _class_of(a)
    a = asarray(a)
    if hermitian:
        if not compute_uv:
            return np.sort(absolute(eigvalsh(a)))[..., ::-1]
        s, u = eigh(a)
        signs = np.where(s < 0, s.dtype.type(-1), s.dtype.type(1))
        s = absolute(s)
        order = np.argsort(s)[..., ::-1]
        signs = np.take_along_axis(signs, order, axis=-1)
        s = np.take_along_axis(s, order, axis=-1)
        u = np.take_along_axis(u, order[..., newaxis, :], axis=-1)
        return _SVDResult(wrap(u), s, wrap(_adjoint(u * signs[..., newaxis, :])))
    _check_stacked(a)
    wanted = 'N' if not compute_uv else 'A' if full_matrices else 'S'
    name = _common(a)
    result = _linalg.svd(_wide(a, name), wanted)
    if result[-1]:
        raise _LinAlgError('SVD did not converge')
    if not compute_uv:
        return _narrow(result[0], name)
    u, s, vh = [_narrow(part, name) for part in result[:-1]]
    return _SVDResult(wrap(u), s, wrap(vh))


def svdvals(x, /):
    """The singular values, falling, of the matrices in the last two axes.

    >>> np.linalg.svdvals([[3.0, 0.0], [0.0, 4.0]])
    array([4., 3.])
    """
    return svd(x, compute_uv=False, hermitian=False)
