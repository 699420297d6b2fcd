"""Series in six families of polynomials, by the recurrence x·P[n] = a[n]·P[n+1] + b[n]·P[n] + c[n]·P[n-1]."""

import operator

import numpy as np
from numpy import linalg

__name__ = 'numpy.polynomial'


def _trimmed(c):
    """Coefficients without zeros at their end."""
    size = len(c)
    while size > 1 and c[size - 1] == 0:
        size -= 1
    return c[:size]


def _series(*lists, trim=True):
    """Coefficients as arrays of one inexact type."""
    arrays = [np.array(each, ndmin=1) for each in lists]
    for a in arrays:
        if a.size == 0:
            raise ValueError('Coefficient array is empty')
        if a.ndim != 1:
            raise ValueError('Coefficient array is not 1-d')
    kind = np.dtype(float) if any(a.dtype.kind in 'biu' for a in arrays) else arrays[0].dtype
    for a in arrays:
        kind = np.promote_types(kind, a.dtype)
    arrays = [a.astype(kind) for a in arrays]
    return [_trimmed(a) for a in arrays] if trim else arrays


def _map_parameters(old, new):
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def _map_domain(x, old, new):
    if isinstance(x, (list, tuple)):
        x = np.asarray(x)
    offset, scale = _map_parameters(old, new)
    return offset + scale * x


def _order(value, what):
    try:
        return operator.index(value)
    except TypeError as e:
        raise TypeError(f'{what} must be an integer, received {value}') from e


def _in_type(c, result):
    """A result in the type of the coefficients that it was computed of, as an assignment in place leaves it."""
    return result.astype(c.dtype) if result.dtype != c.dtype and result.dtype.kind == c.dtype.kind else result


class _Basis:
    """What one family needs."""

    domain = (-1.0, 1.0)

    def a(self, n):
        return 1.0

    def b(self, n):
        return 0.0

    def c(self, n):
        return 0.0

    def step(self, n, x, p, before):
        """P[n+1] from P[n] and P[n-1]."""
        a = self.a(n)
        return ((x - self.b(n)) * p - self.c(n) * before) / a

    def line(self, offset, scale):
        return np.array([offset, scale]) if scale != 0 else np.array([offset])

    def add(self, c1, c2):
        c1, c2 = _series(c1, c2)
        if len(c1) < len(c2):
            c1, c2 = c2, c1
        result = c1.copy()
        result[:len(c2)] += c2
        return _trimmed(result)

    def sub(self, c1, c2):
        c1, c2 = _series(c1, c2)
        return self.add(c1, -c2)

    def mulx(self, c):
        c, = _series(c)
        if len(c) == 1 and c[0] == 0:
            return c
        result = np.zeros(len(c) + 1, c.dtype)
        for n in range(len(c)):
            result[n + 1] += self.a(n) * c[n]
            result[n] += self.b(n) * c[n]
            if n > 0:
                result[n - 1] += self.c(n) * c[n]
        return result

    def mul(self, c1, c2):
        c1, c2 = _series(c1, c2)
        if len(c1) > len(c2):
            c1, c2 = c2, c1
        # P[n] times the second series, one after the other.
        before, p = np.zeros(1), c2
        result = c1[0] * c2
        for n in range(len(c1) - 1):
            shifted = self.sub(self.sub(self.mulx(p), self.b(n) * p), self.c(n) * before)
            before, p = p, shifted / self.a(n)
            result = self.add(result, c1[n + 1] * p)
        return _trimmed(result)

    def div(self, c1, c2):
        c1, c2 = _series(c1, c2)
        if c2[-1] == 0:
            raise ZeroDivisionError
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        quotient = np.empty(len(c1) - len(c2) + 1, dtype=c1.dtype)
        rest = c1
        for n in range(len(c1) - len(c2), -1, -1):
            p = self.mul([0] * n + [1], c2)
            q = rest[-1] / p[-1]
            rest = rest[:-1] - q * p[:-1]
            quotient[n] = q
        return quotient, _trimmed(rest)

    def pow(self, c, power, maxpower=None):
        c, = _series(c)
        n = int(power)
        if n != power or n < 0:
            raise ValueError('Power must be a non-negative integer.')
        if maxpower is not None and n > maxpower:
            raise ValueError('Power is too large')
        if n == 0:
            return np.array([1], dtype=c.dtype)
        result = c
        for _ in range(n - 1):
            result = self.mul(result, c)
        return result

    def val(self, x, c, tensor=True):
        c = np.array(c, ndmin=1)
        if c.dtype.kind in 'biu':
            c = c + 0.0
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        second, first = 0.0, c[-1] + x * 0
        for n in range(len(c) - 2, -1, -1):
            a = self.a(n)
            following = self.c(n + 1) / self.a(n + 1)
            value = c[n] + (first * (x - self.b(n))) / a
            if following:
                value = value - following * second
            second, first = first, value
        return first

    def vander(self, x, deg):
        deg = _order(deg, 'deg')
        if deg < 0:
            raise ValueError('deg must be non-negative')
        x = np.array(x, ndmin=1) + 0.0
        result = np.empty(x.shape + (deg + 1,), dtype=x.dtype)
        before, p = 0 * x, x * 0 + 1
        result[..., 0] = p
        for n in range(deg):
            before, p = p, self.step(n, x, p, before)
            if self.name == 'L':
                p = p + 0.0
            result[..., n + 1] = p
        return result

    def _ordered(self, c, m, what):
        c = np.array(c, ndmin=1)
        if c.dtype.kind in 'biu':
            c = c + 0.0
        m = _order(m, f'{what}')
        if m < 0:
            raise ValueError(f'{what} must be non-negative')
        return c, m

    def der(self, c, m=1, scl=1, axis=0):
        c, m = self._ordered(c, m, 'The order of derivation')
        c = np.moveaxis(c, axis, 0)
        if m >= len(c):
            return np.moveaxis(c[:1] * 0, 0, axis) if m else c
        for _ in range(m):
            c = _in_type(c, self.derivative(_in_type(c, c * scl)))
        return np.moveaxis(c, 0, axis)

    def int(self, c, m=1, k=[], lbnd=0, scl=1, axis=0):
        c, m = self._ordered(c, m, 'The order of integration')
        if not np.iterable(k):
            k = [k]
        if len(k) > m:
            raise ValueError('Too many integration constants')
        if np.ndim(lbnd) != 0:
            raise ValueError('lbnd must be a scalar.')
        if np.ndim(scl) != 0:
            raise ValueError('scl must be a scalar.')
        if m == 0:
            return c
        c = np.moveaxis(c, axis, 0)
        k = list(k) + [0] * (m - len(k))
        for constant in k:
            c = _in_type(c, c * scl)
            if len(c) == 1 and np.all(c[0] == 0):
                c = _in_type(c, c + constant)
            else:
                c = _in_type(c, self.integral(c))
                c[0] += constant - self.val(lbnd, c)
        return np.moveaxis(c, 0, axis)

    def fromroots(self, roots):
        if len(roots) == 0:
            return np.ones(1)
        roots, = _series(roots, trim=False)
        roots = np.sort(roots)
        terms = [self.line(-r, 1) for r in roots]
        while len(terms) > 1:
            half, odd = divmod(len(terms), 2)
            merged = [self.mul(terms[i], terms[i + half]) for i in range(half)]
            if odd:
                merged[0] = self.mul(merged[0], terms[-1])
            terms = merged
        return terms[0]

    def companion(self, c):
        c, = _series(c)
        if len(c) < 2:
            raise ValueError('Series must have maximum degree of at least 1.')
        size = len(c) - 1
        result = np.zeros((size, size), dtype=c.dtype)
        for n in range(size):
            result[n, n] = self.b(n)
            if n > 0:
                result[n - 1, n] = self.c(n)
            if n < size - 1:
                result[n + 1, n] = self.a(n)
        result[:, -1] -= self.a(size - 1) * c[:-1] / c[-1]
        return self.balanced(result)

    def balanced(self, matrix):
        """The companion matrix in units that make it symmetric but for its last column."""
        size = len(matrix)
        units = np.ones(size)
        for n in range(1, size):
            units[n] = units[n - 1] * (np.sqrt(self.a(n - 1) / self.c(n)) if self.c(n) else 1.0)
        return matrix * units / units[:, None]

    def gauss(self, deg, total, is_even):
        """Points and weights of a quadrature, by the eigenvectors of the recurrence's symmetric matrix."""
        deg = _order(deg, 'deg')
        if deg <= 0:
            raise ValueError('deg must be a positive integer')
        matrix = np.diag(np.array([self.b(n) for n in range(deg)], dtype=float))
        for n in range(deg - 1):
            matrix[n, n + 1] = matrix[n + 1, n] = np.sqrt(self.a(n) * self.c(n + 1))
        x, v = linalg.eigh(matrix)
        w = v[0] ** 2
        if is_even:
            x = (x - x[::-1]) / 2
            w = (w + w[::-1]) / 2
        return x, w * (total / w.sum())

    def roots(self, c):
        c, = _series(c)
        if len(c) <= 1:
            return np.array([], dtype=c.dtype)
        if len(c) == 2:
            return np.array([self.b(0) - self.a(0) * c[0] / c[1]])
        return np.sort(linalg.eigvals(self.companion(c)[::-1, ::-1]))

    def fit(self, x, y, deg, rcond=None, full=False, w=None):
        x = np.asarray(x) + 0.0
        y = np.asarray(y) + 0.0
        deg = np.asarray(deg)
        if deg.ndim > 1 or deg.dtype.kind not in 'iu' or deg.size == 0:
            raise TypeError('deg must be an int or non-empty 1-D array of int')
        if deg.min() < 0:
            raise ValueError('expected deg >= 0')
        if x.ndim != 1:
            raise TypeError('expected 1D vector for x')
        if x.size == 0:
            raise TypeError('expected non-empty vector for x')
        if y.ndim < 1 or y.ndim > 2:
            raise TypeError('expected 1D or 2D array for y')
        if len(x) != len(y):
            raise TypeError('expected x and y to have same length')
        chosen = None
        if deg.ndim == 0:
            highest = int(deg)
            left = self.vander(x, highest)
        else:
            chosen = np.sort(deg)
            highest = int(chosen[-1])
            left = self.vander(x, highest)[:, chosen]
        order = left.shape[1]
        right = y
        if w is not None:
            w = np.asarray(w) + 0.0
            if w.ndim != 1:
                raise TypeError('expected 1D vector for w')
            if len(x) != len(w):
                raise TypeError('expected x and w to have same length')
            left = left * w[:, np.newaxis]
            right = right * (w if right.ndim == 1 else w[:, np.newaxis])
        if rcond is None:
            rcond = len(x) * np.finfo(x.dtype).eps
        scale = np.sqrt(np.square(left).sum(0))
        scale[scale == 0] = 1
        c, residuals, rank, s = linalg.lstsq(left / scale, right, rcond)
        c = (c.T / scale).T
        if chosen is not None:
            whole = np.zeros((highest + 1,) + c.shape[1:], dtype=c.dtype)
            whole[chosen] = c
            c = whole
        if rank != order and not full:
            import warnings
            warnings.warn('The fit may be poorly conditioned', np.exceptions.RankWarning, stacklevel=2)
        return (c, [residuals, rank, s, rcond]) if full else c


class _Power(_Basis):
    name = None

    def mul(self, c1, c2):
        c1, c2 = _series(c1, c2)
        return _trimmed(np.convolve(c1, c2))

    def mulx(self, c):
        c, = _series(c)
        if len(c) == 1 and c[0] == 0:
            return c
        return np.concatenate((np.zeros(1, c.dtype), c))

    def div(self, c1, c2):
        c1, c2 = _series(c1, c2)
        if c2[-1] == 0:
            raise ZeroDivisionError
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        c1 = c1.copy()
        distance = len(c1) - len(c2)
        leading = c2[-1]
        c2 = c2[:-1] / leading
        i, j = distance, len(c1) - 1
        while i >= 0:
            c1[i:j] -= c2 * c1[j]
            i -= 1
            j -= 1
        return c1[j + 1:] / leading, _trimmed(c1[:j + 1])

    def val(self, x, c, tensor=True):
        c = np.array(c, ndmin=1)
        if c.dtype.kind in 'biu':
            c = c + 0.0
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        value = c[-1] + x * 0
        for n in range(len(c) - 2, -1, -1):
            value = c[n] + value * x
        return value

    def derivative(self, c):
        return (c[1:].T * np.arange(1, len(c))).T

    def integral(self, c):
        return np.concatenate((c[:1] * 0, (c.T / np.arange(1, len(c) + 1)).T))


class _Chebyshev(_Basis):
    name = 'T'

    def a(self, n):
        return 0.5 if n else 1.0

    def c(self, n):
        return 0.5

    def mul(self, c1, c2):
        c1, c2 = _series(c1, c2)
        result = np.zeros(len(c1) + len(c2) - 1, dtype=c1.dtype)
        for i in range(len(c1)):
            for j in range(len(c2)):
                half = c1[i] * c2[j] / 2
                result[i + j] += half
                result[abs(i - j)] += half
        return _trimmed(result)

    def derivative(self, c):
        c = c.copy()
        n = len(c) - 1
        result = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 2, -1):
            result[j - 1] = 2 * j * c[j]
            c[j - 2] += j * c[j] / (j - 2)
        if n > 1:
            result[1] = 4 * c[2]
        result[0] = c[1]
        return result

    def integral(self, c):
        result = np.zeros((len(c) + 1,) + c.shape[1:], dtype=c.dtype)
        result[1] = c[0]
        if len(c) > 1:
            result[2] = c[1] / 4
        for j in range(2, len(c)):
            result[j + 1] = c[j] / (2 * (j + 1))
            result[j - 1] -= c[j] / (2 * (j - 1))
        return result


class _Legendre(_Basis):
    name = 'P'

    def a(self, n):
        return (n + 1) / (2 * n + 1)

    def c(self, n):
        return n / (2 * n + 1)

    def derivative(self, c):
        c = c.copy()
        n = len(c) - 1
        result = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 2, -1):
            result[j - 1] = (2 * j - 1) * c[j]
            c[j - 2] += c[j]
        if n > 1:
            result[1] = 3 * c[2]
        result[0] = c[1]
        return result

    def integral(self, c):
        result = np.zeros((len(c) + 1,) + c.shape[1:], dtype=c.dtype)
        result[1] = c[0]
        if len(c) > 1:
            result[2] = c[1] / 3
        for j in range(2, len(c)):
            part = c[j] / (2 * j + 1)
            result[j + 1] = part
            result[j - 1] -= part
        return result


class _Hermite(_Basis):
    name = 'H'

    def a(self, n):
        return 0.5

    def c(self, n):
        return float(n)

    def line(self, offset, scale):
        return np.array([offset, scale / 2]) if scale != 0 else np.array([offset])

    def derivative(self, c):
        return (c[1:].T * (2 * np.arange(1, len(c)))).T

    def integral(self, c):
        return np.concatenate((c[:1] * 0, (c.T / (2 * np.arange(1, len(c) + 1))).T))


class _HermiteE(_Basis):
    name = 'He'

    def c(self, n):
        return float(n)

    def derivative(self, c):
        return (c[1:].T * np.arange(1, len(c))).T

    def integral(self, c):
        return np.concatenate((c[:1] * 0, (c.T / np.arange(1, len(c) + 1)).T))


class _Laguerre(_Basis):
    name = 'L'
    domain = (0.0, 1.0)

    def a(self, n):
        return -(n + 1.0)

    def b(self, n):
        return 2.0 * n + 1

    def c(self, n):
        return -float(n)

    def line(self, offset, scale):
        return np.array([offset + scale, -scale]) if scale != 0 else np.array([offset])

    def derivative(self, c):
        c = c.copy()
        n = len(c) - 1
        result = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 1, -1):
            result[j - 1] = -c[j]
            c[j - 1] += c[j]
        result[0] = -c[1]
        return result

    def integral(self, c):
        result = np.zeros((len(c) + 1,) + c.shape[1:], dtype=c.dtype)
        result[0] = c[0]
        result[1] = -c[0]
        for j in range(1, len(c)):
            result[j] += c[j]
            result[j + 1] = -c[j]
        return result


_power = _Power()
_chebyshev = _Chebyshev()
_legendre = _Legendre()
_hermite = _Hermite()
_hermite_e = _HermiteE()
_laguerre = _Laguerre()


def _converted(c, source, target):
    c, = _series(c)
    x = target.line(0, 1)
    before, p = np.zeros(1), np.ones(1, dtype=c.dtype)
    result = c[0] * p
    for n in range(len(c) - 1):
        shifted = target.sub(target.sub(target.mul(x, p), source.b(n) * p), source.c(n) * before)
        before, p = p, shifted / source.a(n)
        result = target.add(result, c[n + 1] * p)
    return result
