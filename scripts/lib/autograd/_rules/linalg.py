"""Factorisations and least squares: numpy.linalg and the routines that it stands on."""

import builtins
import numpy as np
import _autograd
from autograd._rules._parts import _array, _plain, _refuse
from autograd._rules.order import take_along_axis


def _T(a):
    return np.swapaxes(a, -1, -2)


def _conj(a):
    """The cotangents of the record are df/dx - i df/dy; with their conjugates the formulas are those of the books."""
    return np.conjugate(a) if a.dtype.kind == 'c' else a


def _H(a):
    return _conj(_T(a))


def _linalg_solve(a, b):
    import _linalg
    kept = _plain(_linalg.solve, a, b)

    def back(g):
        gb = np.linalg.solve(_T(a), g)
        return -np.matmul(gb, _T(result)), gb
    result = _autograd.record(kept[0], (a, b), back)
    return (result,) + tuple(kept[1:])


def _linalg_slogdet(a):
    import _linalg
    sign, logarithm, *rest = _plain(_linalg.slogdet, a)

    def back(g):
        return (np.reshape(g, np.shape(g) + (1, 1)) * _T(np.linalg.inv(a)),)

    def back_sign(g):
        turn = 1j * np.imag(g * kept_sign)
        return (np.reshape(turn, np.shape(turn) + (1, 1)) * _T(np.linalg.inv(a)),)
    kept_sign = _autograd.record(sign, (a,), back_sign) if np.iscomplexobj(sign) else sign
    return (kept_sign, _autograd.record(logarithm, (a,), back)) + tuple(rest)


def _linalg_lu(a):
    import _linalg
    kept = _plain(_linalg.lu, a)
    pivots = kept[1]
    n = np.shape(a)[-1]
    order = np.broadcast_to(np.arange(n), pivots.shape).copy()
    for place in range(n):
        other = pivots[..., place:place + 1]
        swapped = np.take_along_axis(order, other, -1)
        np.put_along_axis(order, other, order[..., place:place + 1].copy(), -1)
        order[..., place:place + 1] = swapped
    back_order = np.argsort(order, -1)

    def back(g):
        eye = np.eye(n)
        lower, upper = np.tril(factors, -1) + eye, np.triu(factors)
        middle = (np.tril(np.matmul(_T(lower), np.tril(g, -1)), -1) + np.triu(np.matmul(np.triu(g), _T(upper))))
        rows = _T(np.linalg.solve(upper, _T(np.linalg.solve(_T(lower), middle))))
        return (take_along_axis(rows, np.broadcast_to(back_order[..., None], np.shape(rows)), -2),)
    factors = _autograd.record(kept[0], (a,), back)
    return (factors,) + tuple(kept[1:])


def _linalg_cholesky(a, upper=False):
    import _linalg
    kept = _plain(_linalg.cholesky, a, False)
    if kept[-1]:
        return kept

    def back(g):
        def phi(x):
            return np.tril(x) / (1.0 + np.eye(np.shape(x)[-1]))

        def conjugated(x):
            return np.linalg.solve(_H(result), _H(np.linalg.solve(_H(result), _H(x))))
        s = conjugated(phi(np.matmul(_H(result), _conj(g))))
        return (_conj((s + _H(s)) / 2.0),)
    result = _autograd.record(kept[0], (a,), back)
    return (_H(result) if upper else result,) + tuple(kept[1:])


def _linalg_eigh(a, upper, vectors):
    import _linalg
    kept = _plain(_linalg.eigh, a, upper, True)
    if kept[-1]:
        return kept if vectors else (kept[0], kept[-1])
    n = np.shape(a)[-1]

    def triangle(full):
        # As the routine, which reads one triangle: the cotangent of the other one is added to it.
        both = full + _H(full)
        return (_conj((np.triu(both, 1) if upper else np.tril(both, -1)) + np.real(full) * np.eye(n)),)

    def back_values(g):
        return triangle(np.matmul(v * np.expand_dims(g, -2), _H(v)))

    def back_vectors(g):
        distance = np.expand_dims(w, -2) - np.expand_dims(w, -1)
        off = 1.0 - np.eye(n)
        f = off / (distance + (1.0 - off))
        return triangle(np.matmul(np.matmul(v, f * np.matmul(_H(v), _conj(g))), _H(v)))

    w = _autograd.record(kept[0], (a,), back_values)
    v = _autograd.record(kept[1], (a,), back_vectors)
    return (w, v, 0) if vectors else (w, 0)


def _linalg_eig(a, vectors):
    import _linalg
    kept = _plain(_linalg.eig, a, True)
    if kept[-1]:
        return kept if vectors else kept[:2] + kept[-1:]
    real, imaginary, packed = kept[:3]
    is_complex = real.dtype.kind == 'c'
    # Of a real matrix the eigenvectors of a conjugate pair stand side by side, real and imaginary part.
    first = imaginary > 0 if not is_complex else np.zeros(real.shape, dtype=bool)
    has_pairs = bool(first.any())
    second = np.zeros(real.shape, dtype=bool)
    second[..., 1:] = first[..., :-1]

    def whole():
        if not has_pairs:
            return w, v
        following = np.zeros(packed.shape)
        following[..., :-1] = packed[..., 1:]
        preceding = np.zeros(packed.shape)
        preceding[..., 1:] = packed[..., :-1]
        one, two = np.expand_dims(first, -2), np.expand_dims(second, -2)
        return real + 1j * imaginary, (
            np.where(two, preceding, packed) + 1j * np.where(one, following, np.where(two, -packed, 0.0)))

    def back(values, columns):
        e, u = whole()
        eye = np.eye(np.shape(e)[-1])
        middle = 0.0
        if values is not None:
            middle = eye * np.expand_dims(values, -2)
        if columns is not None:
            f = (1.0 - eye) / (np.expand_dims(e, -2) - np.expand_dims(e, -1) + eye)
            inner = np.matmul(_T(u), columns)
            middle = middle + f * (inner - np.matmul(np.matmul(_T(u), np.conjugate(u)), np.real(inner) * eye))
        result = np.matmul(np.linalg.solve(_T(u), middle), _T(u))
        return (result if is_complex else np.real(result),)

    def back_vectors(g):
        if not has_pairs:
            return back(None, g)
        following = np.zeros(packed.shape)
        following[..., :-1] = g[..., 1:]
        one, two = np.expand_dims(first, -2), np.expand_dims(second, -2)
        return back(None, np.where(two, 0.0, g) - 1j * np.where(one, following, 0.0))

    w = _autograd.record(real, (a,), lambda g: back(g, None))
    v = _autograd.record(packed, (a,), back_vectors)
    if has_pairs:
        imaginary = _autograd.record(imaginary, (a,), lambda g: back(-1j * g, None))
    return (w, imaginary, v, 0) if vectors else (w, imaginary, 0)


def qr(a, mode='reduced'):
    """Q and R of a traced matrix."""
    m, n = np.shape(a)[-2:]
    if mode not in ('reduced', 'r') and not (mode == 'complete' and m <= n):
        _refuse(f"qr with mode='{mode}'")
    if m < n:
        q, left = qr(a[..., :m])
        return q, np.concatenate([left, np.matmul(_T(q), a[..., m:])], axis=-1)
    plain = _plain(np.linalg.qr, a)

    def back(gq, gr):
        middle = 0.0
        if gr is not None:
            # The conjugate transpose of what is conjugated already.
            middle = np.matmul(r, _T(gr))
        if gq is not None:
            middle = middle - np.matmul(_T(gq), q)
        below = np.tril(middle, -1)
        inner = np.matmul(q, below + _H(below) + np.real(middle) * np.eye(np.shape(middle)[-1]))
        if gq is not None:
            inner = inner + _conj(gq)
        return (_conj(_H(np.linalg.solve(r, _H(inner)))),)

    q = _autograd.record(plain[0], (a,), lambda g: back(g, None))
    r = _autograd.record(plain[1], (a,), lambda g: back(None, np.triu(g)))
    return q, r


def lstsq(a, b, rcond=None):
    """The solutions, residuals, rank and singular values of a traced problem."""
    plain = _plain(np.linalg.lstsq, a, b, rcond)
    a, b = _array(a), _array(b)
    x = np.matmul(np.linalg.pinv(a), b)
    rest = b - np.matmul(a, x)
    square = np.real(rest * np.conjugate(rest)) if rest.dtype.kind == 'c' else rest * rest
    residuals = np.sum(square, axis=0) if plain[1].size else plain[1]
    if plain[1].size and b.ndim == 1:
        residuals = np.reshape(residuals, (1,))
    return x, residuals, plain[2], np.linalg.svd(a, compute_uv=False)


def _linalg_svd(a, vectors):
    import _linalg
    kept = _plain(_linalg.svd, a, 'S')
    if kept[-1]:
        return kept if vectors != 'N' else (kept[1], kept[-1])
    m, n = np.shape(a)[-2:]
    k = builtins.min(m, n)
    if vectors == 'A' and m != n:
        _refuse('svd with full_matrices=True')

    def factor():
        squares = s * s
        eye = np.eye(k)
        return (1.0 - eye) / (np.expand_dims(squares, -2) - np.expand_dims(squares, -1) + eye)

    def back_values(g):
        return (_conj(np.matmul(u * np.expand_dims(g, -2), vt)),)

    def back_u(g):
        g = _conj(g)
        inner = factor() * np.matmul(_H(u), g)
        middle = np.matmul(u, (inner + _H(inner)) * np.expand_dims(s, -2))
        if m > k:
            middle = middle + np.matmul(np.eye(m) - np.matmul(u, _H(u)), g) / np.expand_dims(s, -2)
        return (_conj(np.matmul(middle, vt)),)

    def back_vt(g):
        g = _conj(g)
        both = np.matmul(vt, _H(g))
        inner = factor() * both
        middle = np.matmul(np.expand_dims(s, -1) * (inner + _H(inner)), vt)
        if n > k:
            middle = middle + np.matmul(g, np.eye(n) - np.matmul(_H(vt), vt)) / np.expand_dims(s, -1)
        if both.dtype.kind == 'c':
            # What turns a pair of vectors in the complex plane turns the matrix.
            turn = -1j * np.imag(np.diagonal(both, 0, -2, -1)) / s
            middle = middle + np.expand_dims(turn, -1) * vt
        return (_conj(np.matmul(u, middle)),)

    s = _autograd.record(kept[1], (a,), back_values)
    u = _autograd.record(kept[0], (a,), back_u)
    vt = _autograd.record(kept[2], (a,), back_vt)
    return (s, 0) if vectors == 'N' else (u, s, vt, 0)
