"""NumPy's older polynomials, by their coefficients from the highest power down."""

import sys

import numpy as np
from numpy import array, asarray, atleast_1d, concatenate, ones, zeros
from numpy import linalg

__name__ = 'numpy'


def poly(seq_of_zeros):
    """The coefficients of the polynomial with the given roots, or of a matrix's characteristic one.

    >>> np.poly([1, 2])
    array([ 1., -3.,  2.])
    """
    seq = atleast_1d(seq_of_zeros)
    shape = seq.shape
    if len(shape) == 2 and shape[0] == shape[1] and shape[0] != 0:
        seq = linalg.eigvals(seq)
    elif len(shape) != 1:
        raise ValueError('input must be 1d or non-empty square 2d array.')
    elif seq.dtype.kind in 'biu' or seq.dtype == np.float16:
        seq = seq.astype(float)
    if len(seq) == 0:
        return 1.0
    result = ones(1, dtype=seq.dtype)
    for zero in seq:
        result = np.convolve(result, array([1, -zero], dtype=seq.dtype), mode='full')
    if result.dtype.kind == 'c':
        found = asarray(seq, complex)
        if (np.sort(found) == np.sort(found.conjugate())).all():
            result = result.real.copy()
    return result


def roots(p):
    """The roots of a polynomial, as the eigenvalues of its companion matrix.

    >>> np.roots([1.0, 0.0, -4.0])
    array([-2.,  2.])
    """
    p = atleast_1d(p)
    if p.ndim != 1:
        raise ValueError('Input must be a rank-1 array.')
    places = np.nonzero(np.ravel(p))[0]
    if len(places) == 0:
        return array([])
    trailing = len(p) - int(places[-1]) - 1
    p = p[int(places[0]):int(places[-1]) + 1]
    if p.dtype.kind not in 'fc':
        p = p.astype(float)
    count = len(p)
    if count > 1:
        companion = np.diag(ones(count - 2, p.dtype), -1)
        companion[0, :] = -p[1:] / p[0]
        found = linalg.eigvals(companion)
    else:
        found = array([])
    return np.hstack((found, zeros(trailing, found.dtype)))


def polyint(p, m=1, k=None):
    """An antiderivative of order m, with the integration constants k.

    >>> np.polyint([2, 0])
    array([1., 0., 0.])
    """
    m = int(m)
    if m < 0:
        raise ValueError('Order of integral must be positive (see polyder)')
    if k is None:
        k = zeros(m, float)
    k = atleast_1d(k)
    if len(k) == 1 and m > 1:
        k = k[0] * ones(m, float)
    if len(k) < m:
        raise ValueError('k must be a scalar or a rank-1 array of length 1 or >m.')
    is_poly = isinstance(p, poly1d)
    p = _coefficients(p)
    for order in range(m):
        p = concatenate((p / np.arange(len(p), 0, -1), [k[order]]))
    return poly1d(p) if is_poly else p


def polyder(p, m=1):
    """The derivative of order m.

    >>> np.polyder([1, 0, 3])
    array([2, 0])
    """
    m = int(m)
    if m < 0:
        raise ValueError('Order of derivative must be positive (see polyint)')
    is_poly = isinstance(p, poly1d)
    p = _coefficients(p)
    if m >= sys.getrecursionlimit() - 1:
        # NumPy's goes down an order a call.
        raise RecursionError('maximum recursion depth exceeded while calling a Python object')
    for _ in range(m):
        p = p[:-1] * np.arange(len(p) - 1, 0, -1)
    return poly1d(p) if is_poly else p


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial of a degree that fits points best, by least squares.

    >>> np.polyfit([0, 1, 2], [1, 3, 5], 1).round(6)
    array([2., 1.])
    """
    order = int(deg) + 1
    x = asarray(x) + 0.0
    y = asarray(y) + 0.0
    if deg < 0:
        raise ValueError('expected deg >= 0')
    if x.ndim != 1:
        raise TypeError('expected 1D vector for x')
    if x.size == 0:
        raise TypeError('expected non-empty vector for x')
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError('expected 1D or 2D array for y')
    if x.shape[0] != y.shape[0]:
        raise TypeError('expected x and y to have same length')
    if rcond is None:
        rcond = len(x) * np.finfo(x.dtype).eps
    left = np.vander(x, order)
    right = y
    if w is not None:
        w = asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError('expected a 1-d array for weights')
        if w.shape[0] != y.shape[0]:
            raise TypeError('expected w and y to have the same length')
        left = left * w[:, np.newaxis]
        right = right * (w[:, np.newaxis] if right.ndim == 2 else w)
    scale = np.sqrt((left * left).sum(axis=0))
    left = left / scale
    c, residuals, rank, s = linalg.lstsq(left, right, rcond)
    c = (c.T / scale).T
    if rank != order and not full:
        import warnings
        warnings.warn('Polyfit may be poorly conditioned', np.exceptions.RankWarning, stacklevel=2)
    if full:
        return c, residuals, rank, s, rcond
    if not cov:
        return c
    spread = linalg.inv(np.dot(left.T, left)) / np.outer(scale, scale)
    factor = 1
    if cov != 'unscaled':
        if len(x) <= order:
            raise ValueError('the number of data points must exceed order to scale the covariance matrix')
        factor = residuals / (len(x) - order)
    return c, (spread if y.ndim == 1 else spread[:, :, np.newaxis]) * factor


def polyval(p, x):
    """A polynomial's value at numbers, or at another polynomial.

    >>> np.polyval([3, 0, 1], 5)
    np.int64(76)
    """
    p = _coefficients(p)
    if isinstance(x, poly1d):
        y = 0
    else:
        x = np.asanyarray(x)
        y = np.zeros_like(x)
    for coefficient in p:
        y = y * x + coefficient
    return y


def _coefficients(p):
    return p.coeffs if isinstance(p, poly1d) else asarray(p)


def _padded(a1, a2):
    a1 = atleast_1d(_coefficients(a1))
    a2 = atleast_1d(_coefficients(a2))
    longer = len(a2) - len(a1)
    if longer > 0:
        a1 = concatenate((zeros(longer, a1.dtype), a1))
    elif longer < 0:
        a2 = concatenate((zeros(-longer, a2.dtype), a2))
    return a1, a2


def polyadd(a1, a2):
    """The sum of two polynomials.

    >>> np.polyadd([1, 2], [9, 5, 4])
    array([9, 6, 6])
    """
    is_poly = isinstance(a1, poly1d) or isinstance(a2, poly1d)
    x, y = _padded(a1, a2)
    return poly1d(x + y) if is_poly else x + y


def polysub(a1, a2):
    """The difference of two polynomials.

    >>> np.polysub([2, 10, -2], [3, 10, -4])
    array([-1,  0,  2])
    """
    is_poly = isinstance(a1, poly1d) or isinstance(a2, poly1d)
    x, y = _padded(a1, a2)
    return poly1d(x - y) if is_poly else x - y


def polymul(a1, a2):
    """The product of two polynomials.

    >>> np.polymul([1, 2, 3], [9, 5, 1])
    array([ 9, 23, 38, 17,  3])
    """
    is_poly = isinstance(a1, poly1d) or isinstance(a2, poly1d)
    x, y = poly1d(a1).coeffs, poly1d(a2).coeffs
    product = np.convolve(x, y)
    return poly1d(product) if is_poly else product


def polydiv(u, v):
    """Quotient and remainder of two polynomials.

    >>> np.polydiv([3.0, 5.0, 2.0], [2.0, 1.0])
    (array([1.5 , 1.75]), array([0.25]))
    """
    is_poly = isinstance(u, poly1d) or isinstance(v, poly1d)
    u = atleast_1d(_coefficients(u)) + 0.0
    v = atleast_1d(_coefficients(v)) + 0.0
    kind = (u[0] + v[0]).dtype
    m = len(u) - 1
    n = len(v) - 1
    scale = 1.0 / v[0]
    q = zeros(max(m - n + 1, 1), kind)
    r = u.astype(kind)
    for k in range(m - n + 1):
        factor = scale * r[k]
        q[k] = factor
        r[k:k + n + 1] -= factor * v
    while np.allclose(r[0], 0, rtol=1e-14) and r.shape[-1] > 1:
        r = r[1:]
    return (poly1d(q), poly1d(r)) if is_poly else (q, r)


def _raised(text, wrap=70):
    """Writes the powers in a polynomial's text into the line above, and wraps long lines."""
    above = below = ''
    result = ' '
    while True:
        cut = text.find('**')
        if cut < 0:
            return result + above + '\n' + below + text
        part, rest = text[:cut], text[cut + 2:]
        digits = len(rest) - len(rest.lstrip('0123456789'))
        power, text = rest[:digits], rest[digits:]
        upper = ' ' * (len(part) - 1) + power
        lower = part + ' ' * (len(power) - 1)
        if len(below) + len(lower) > wrap or len(above) + len(upper) > wrap:
            result += above + '\n' + below + '\n '
            above, below = upper, lower
        else:
            above += upper
            below += lower


class poly1d:
    """A polynomial of one variable by its coefficients from the highest power down, or by its roots.

    >>> np.poly1d([1, 2, 3])(2)
    np.int64(11)
    """

    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self._variable = c_or_r._variable
            self._coeffs = c_or_r._coeffs
            if variable is not None:
                self._variable = variable
            return
        if r:
            c_or_r = poly(c_or_r)
        c = atleast_1d(c_or_r)
        if c.ndim > 1:
            raise ValueError('Polynomial must be 1d only.')
        c = np.trim_zeros(c, trim='f')
        if len(c) == 0:
            c = array([0], dtype=c.dtype)
        self._coeffs = c
        self._variable = 'x' if variable is None else variable

    @property
    def coeffs(self):
        """The coefficients, which may be changed in place."""
        return self._coeffs

    @coeffs.setter
    def coeffs(self, value):
        if value is not self._coeffs:
            raise AttributeError('Cannot set attribute')

    @property
    def variable(self):
        """The name of the variable."""
        return self._variable

    @property
    def order(self):
        """The degree."""
        return len(self._coeffs) - 1

    @property
    def roots(self):
        """The roots."""
        return roots(self._coeffs)

    r = roots
    c = coef = coefficients = coeffs
    o = order

    def __array__(self, t=None, copy=None):
        return asarray(self.coeffs, t) if t is not None else asarray(self.coeffs)

    def __repr__(self):
        return f'poly1d({repr(self.coeffs)[6:-1]})'

    def __len__(self):
        return self.order

    def __str__(self):
        coeffs = self.coeffs
        start = 0
        while start < len(coeffs) and coeffs[start] == 0:
            start += 1
        coeffs = coeffs[start:]
        text = '0'
        for place, coefficient in enumerate(coeffs):
            power = len(coeffs) - 1 - place
            number = _number_text(coefficient)
            if number == '0':
                term = '0' if power == 0 and place == 0 else ''
            elif power == 0:
                term = number
            elif power == 1:
                term = f'{number} {self.variable}'
            else:
                term = f'{number} {self.variable}**{power}'
            if place == 0:
                text = term
            elif term.startswith('-'):
                text += f' - {term[1:]}'
            elif term:
                text += f' + {term}'
        return _raised(text)

    def __call__(self, val):
        return polyval(self.coeffs, val)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __mul__(self, other):
        if np.isscalar(other):
            return poly1d(self.coeffs * other)
        return poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    def __rmul__(self, other):
        if np.isscalar(other):
            return poly1d(other * self.coeffs)
        return poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, poly1d(other).coeffs))

    __radd__ = __add__

    def __pow__(self, val):
        if not np.isscalar(val) or int(val) != val or val < 0:
            raise ValueError('Power to non-negative integers only.')
        result = [1]
        for _ in range(int(val)):
            result = polymul(self.coeffs, result)
        return poly1d(result)

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, poly1d(other).coeffs))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other).coeffs, self.coeffs))

    def __truediv__(self, other):
        if np.isscalar(other):
            return poly1d(self.coeffs / other)
        return polydiv(self, poly1d(other))

    def __rtruediv__(self, other):
        if np.isscalar(other):
            return poly1d(other / self.coeffs)
        return polydiv(poly1d(other), self)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        if self.coeffs.shape != other.coeffs.shape:
            return False
        return (self.coeffs == other.coeffs).all()

    def __ne__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return not self.__eq__(other)

    def __getitem__(self, val):
        if val > self.order or val < 0:
            return self.coeffs.dtype.type(0)
        return self.coeffs[self.order - val]

    def __setitem__(self, key, val):
        if key < 0:
            raise ValueError('Does not support negative powers.')
        if key > self.order:
            self._coeffs = concatenate((zeros(key - self.order, self.coeffs.dtype), self.coeffs))
        self._coeffs[self.order - key] = val

    def __iter__(self):
        return iter(self.coeffs)

    def integ(self, m=1, k=0):
        """An antiderivative: see polyint."""
        return poly1d(polyint(self.coeffs, m=m, k=k))

    def deriv(self, m=1):
        """A derivative: see polyder."""
        return poly1d(polyder(self.coeffs, m=m))


def _number_text(number):
    real, imaginary = number.real, number.imag
    if imaginary == 0:
        return f'{real:.4g}'
    if real == 0:
        return f'{imaginary:.4g}j'
    return f'({real:.4g} + {imaginary:.4g}j)'
