"""Polynomials of six families as objects."""

import numbers

import numpy as np
from _numpy.polynomial.bases import (
    _chebyshev, _hermite, _hermite_e, _laguerre, _legendre, _map_domain, _map_parameters, _power, _series)

__name__ = 'numpy.polynomial'

_above = str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')
_below = str.maketrans('0123456789', '₀₁₂₃₄₅₆₇₈₉')
_style = ['unicode']


def set_default_printstyle(style):
    """Set whether polynomials are printed in 'unicode' or 'ascii'."""
    if style not in ('unicode', 'ascii'):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    _style[0] = style


def _number(x, parens=False):
    if isinstance(x, np.generic) and x.dtype.kind not in 'fc' or isinstance(x, int):
        return str(x)
    if x != x or x in (np.inf, -np.inf):
        return str(float(x))
    options = np.get_printoptions()
    precision = options['precision']
    size = abs(x)
    if size != 0 and (size >= 1e8 or size < 10 ** min(0, -(precision - 1) // 2)):
        mantissa, exponent = f'{x:.{precision}e}'.split('e')
        shortest = repr(float(x)).split('e')[0]
        if len(shortest) < len(mantissa) and 'e' in repr(float(x)):
            mantissa = shortest if '.' in shortest else shortest + '.0'
        text = f'{_without_zeros(mantissa)}e{exponent}'
        return f'({text})' if parens else text
    text = str(x)
    if 'e' in text or len(text.partition('.')[2]) > precision:
        text = _without_zeros(f'{x:.{precision}f}')
    return text


def _without_zeros(text):
    text = text.rstrip('0')
    return text + '0' if text.endswith('.') else text


class _Polynomial:
    """What the classes of all families have."""

    __hash__ = None
    __array_ufunc__ = None
    maxpower = 100

    def __init__(self, coef, domain=None, window=None, symbol='x'):
        self.coef, = _series(coef, trim=False)
        if domain is not None:
            domain, = _series(domain, trim=False)
            if len(domain) != 2:
                raise ValueError('Domain has wrong number of elements.')
            self.domain = domain
        else:
            self.domain = type(self).domain
        if window is not None:
            window, = _series(window, trim=False)
            if len(window) != 2:
                raise ValueError('Window has wrong number of elements.')
            self.window = window
        else:
            self.window = type(self).window
        try:
            if not symbol.isidentifier():
                raise ValueError("Symbol string must be a valid Python identifier")
        except AttributeError:
            raise TypeError('Symbol must be a non-empty string') from None
        self._symbol = symbol

    @property
    def symbol(self):
        return self._symbol

    # Texts.

    def __repr__(self):
        coef, domain, window = (repr(each)[6:-1] for each in (self.coef, self.domain, self.window))
        return f"{type(self).__name__}({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"

    def __format__(self, style):
        if style == '':
            return self.__str__()
        if style not in ('unicode', 'ascii'):
            raise ValueError(
                f"Unsupported format string '{style}' passed to {type(self)}.__format__. Valid options are 'ascii' and "
                "'unicode'")
        return self._text(style)

    def __str__(self):
        return self._text(_style[0])

    def _text(self, style):
        width = max(np.get_printoptions()['linewidth'], 1)
        text = _number(self.coef[0])
        offset, scale = self.mapparms()
        symbol = self.symbol
        if offset != 0 and scale != 1:
            symbol = f'({_number(offset)} + {_number(scale)}{symbol})'
        elif offset != 0:
            symbol = f'({_number(offset)} + {symbol})'
        elif scale != 1:
            symbol = f'({_number(scale)}{symbol})'
        last = len(self.coef) - 1
        for power in range(1, last + 1):
            coefficient = self.coef[power]
            if self.coef.dtype.kind == 'c':
                term = f'+ {coefficient}'
            elif coefficient >= 0:
                term = '+ ' + _number(coefficient, True)
            else:
                term = '- ' + _number(-coefficient, True)
            term += self._term(power, symbol, style)
            text += ' '
            length = len(text.split('\n')[-1]) + len(term) + (2 if power < last else 0)
            text += term.replace(' ', '\n', 1) if length >= width else term
        return text

    def _term(self, power, symbol, style):
        name = self._basis.name
        if style == 'ascii':
            if name is None:
                return f' {symbol}' if power == 1 else f' {symbol}**{power}'
            return f' {name}_{power}({symbol})'
        if name is None:
            return f'·{symbol}' if power == 1 else f'·{symbol}{str(power).translate(_above)}'
        return f'·{name}{str(power).translate(_below)}({symbol})'

    # Arithmetic.

    def _coefficients(self, other):
        if isinstance(other, _Polynomial):
            if type(other) is not type(self):
                raise TypeError('Polynomial types differ')
            if not np.all(self.domain == other.domain):
                raise TypeError('Domains differ')
            if not np.all(self.window == other.window):
                raise TypeError('Windows differ')
            if self.symbol != other.symbol:
                raise ValueError('Polynomial symbols differ')
            return other.coef
        return other

    def _new(self, coef):
        return type(self)(coef, self.domain, self.window, self.symbol)

    def _combined(self, operation, other, is_swapped=False):
        other = self._coefficients(other)
        try:
            coef = operation(other, self.coef) if is_swapped else operation(self.coef, other)
        except Exception:
            return NotImplemented
        return self._new(coef)

    def __neg__(self):
        return self._new(-self.coef)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._combined(self._basis.add, other)

    def __radd__(self, other):
        return self._combined(self._basis.add, other, True)

    def __sub__(self, other):
        return self._combined(self._basis.sub, other)

    def __rsub__(self, other):
        return self._combined(self._basis.sub, other, True)

    def __mul__(self, other):
        return self._combined(self._basis.mul, other)

    def __rmul__(self, other):
        return self._combined(self._basis.mul, other, True)

    def __truediv__(self, other):
        if not isinstance(other, numbers.Number) or isinstance(other, bool):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self.__floordiv__(other)

    def __rtruediv__(self, other):
        return NotImplemented

    def __floordiv__(self, other):
        result = self.__divmod__(other)
        return result if result is NotImplemented else result[0]

    def __mod__(self, other):
        result = self.__divmod__(other)
        return result if result is NotImplemented else result[1]

    def __divmod__(self, other):
        other = self._coefficients(other)
        try:
            quotient, rest = self._basis.div(self.coef, other)
        except ZeroDivisionError:
            raise
        except Exception:
            return NotImplemented
        return self._new(quotient), self._new(rest)

    def __rfloordiv__(self, other):
        result = self.__rdivmod__(other)
        return result if result is NotImplemented else result[0]

    def __rmod__(self, other):
        result = self.__rdivmod__(other)
        return result if result is NotImplemented else result[1]

    def __rdivmod__(self, other):
        try:
            quotient, rest = self._basis.div(other, self.coef)
        except ZeroDivisionError:
            raise
        except Exception:
            return NotImplemented
        return self._new(quotient), self._new(rest)

    def __pow__(self, other):
        return self._new(self._basis.pow(self.coef, other, maxpower=self.maxpower))

    def __eq__(self, other):
        return (
            type(self) is type(other) and bool(np.all(self.domain == other.domain))
            and bool(np.all(self.window == other.window)) and self.coef.shape == other.coef.shape
            and bool(np.all(self.coef == other.coef)) and self.symbol == other.symbol)

    def __ne__(self, other):
        return not self.__eq__(other)

    def __call__(self, arg):
        return self._basis.val(_map_domain(arg, self.domain, self.window), self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __len__(self):
        return len(self.coef)

    # Questions.

    def has_samecoef(self, other):
        """Whether the coefficients are the same."""
        return self.coef.shape == other.coef.shape and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        """Whether the domains are the same."""
        return np.all(self.domain == other.domain)

    def has_samewindow(self, other):
        """Whether the windows are the same."""
        return np.all(self.window == other.window)

    def has_sametype(self, other):
        """Whether the classes are the same."""
        return isinstance(other, type(self))

    def degree(self):
        """The number of coefficients without one."""
        return len(self) - 1

    def mapparms(self):
        """The offset and the scale that map the domain to the window."""
        return _map_parameters(self.domain, self.window)

    # Others made from it.

    def copy(self):
        """The same polynomial once more."""
        return self._new(self.coef)

    def cutdeg(self, deg):
        """Without the terms above a degree."""
        return self.truncate(deg + 1)

    def trim(self, tol=0):
        """Without the leading coefficients that are no larger than `tol`."""
        if tol < 0:
            raise ValueError('tol must be non-negative')
        places = np.nonzero(np.abs(self.coef) > tol)[0]
        return self._new(self.coef[:1] * 0 if len(places) == 0 else self.coef[:places[-1] + 1])

    def truncate(self, size):
        """The first coefficients."""
        count = int(size)
        if count != size or count < 1:
            raise ValueError('size must be a positive integer')
        return self._new(self.coef if count >= len(self.coef) else self.coef[:count])

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial in another class, domain or window."""
        if kind is None:
            kind = type(self)
        if domain is None:
            domain = kind.domain
        if window is None:
            window = kind.window
        return self(kind.identity(domain, window=window, symbol=self.symbol))

    def integ(self, m=1, k=[], lbnd=None):
        """An antiderivative of order m."""
        offset, scale = self.mapparms()
        lbnd = 0 if lbnd is None else offset + scale * lbnd
        return self._new(self._basis.int(self.coef, m, k, lbnd, 1. / scale))

    def deriv(self, m=1):
        """The derivative of order m."""
        _, scale = self.mapparms()
        return self._new(self._basis.der(self.coef, m, scale))

    def roots(self):
        """The roots."""
        return _map_domain(self._basis.roots(self.coef), self.window, self.domain)

    def linspace(self, n=100, domain=None):
        """Points at equal distances in the domain, and the values there."""
        if domain is None:
            domain = self.domain
        x = np.linspace(domain[0], domain[1], n)
        return x, self(x)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol='x'):
        """The polynomial of a degree that fits points best."""
        if domain is None:
            domain = _domain_of(x)
            if domain[0] == domain[1]:
                domain[0] -= 1
                domain[1] += 1
        elif isinstance(domain, list) and len(domain) == 0:
            domain = cls.domain
        if window is None:
            window = cls.window
        result = cls._basis.fit(_map_domain(np.asarray(x), domain, window), y, deg, w=w, rcond=rcond, full=full)
        if full:
            coef, status = result
            return cls(coef, domain=domain, window=window, symbol=symbol), status
        return cls(result, domain=domain, window=window, symbol=symbol)

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol='x'):
        """The polynomial with the given roots and a leading coefficient of 1."""
        roots, = _series(roots, trim=False)
        if domain is None:
            domain = _domain_of(roots)
        elif isinstance(domain, list) and len(domain) == 0:
            domain = cls.domain
        if window is None:
            window = cls.window
        offset, scale = _map_parameters(domain, window)
        coef = cls._basis.fromroots(offset + scale * roots) / scale ** len(roots)
        return cls(coef, domain=domain, window=window, symbol=symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol='x'):
        """The polynomial whose value is its argument."""
        if domain is None:
            domain = cls.domain
        if window is None:
            window = cls.window
        offset, scale = _map_parameters(window, domain)
        return cls(cls._basis.line(offset, scale), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol='x'):
        """The family's polynomial of a degree."""
        if domain is None:
            domain = cls.domain
        if window is None:
            window = cls.window
        degree = int(deg)
        if degree != deg or degree < 0:
            raise ValueError('deg must be non-negative integer')
        return cls([0] * degree + [1], domain, window, symbol)

    @classmethod
    def cast(cls, series, domain=None, window=None):
        """A polynomial of another class as one of this."""
        if domain is None:
            domain = cls.domain
        if window is None:
            window = cls.window
        return series.convert(domain, cls, window)


def _domain_of(x):
    x, = _series(x, trim=False)
    if x.dtype.kind == 'c':
        return np.array((complex(x.real.min(), x.imag.min()), complex(x.real.max(), x.imag.max())))
    return np.array((x.min(), x.max()))


class Polynomial(_Polynomial):
    """A sum of powers."""

    __module__ = 'numpy.polynomial.polynomial'
    _basis = _power
    basis_name = None
    domain = np.array([-1.0, 1.0])
    window = np.array([-1.0, 1.0])


class Chebyshev(_Polynomial):
    """A sum of Chebyshev's polynomials."""

    __module__ = 'numpy.polynomial.chebyshev'
    _basis = _chebyshev
    basis_name = 'T'
    domain = np.array([-1.0, 1.0])
    window = np.array([-1.0, 1.0])

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        """The polynomial of a degree that has a function's values at Chebyshev's points."""
        if domain is None:
            domain = cls.domain
        order = deg + 1
        points = 0.5 * np.pi / order * np.arange(-order + 1, order + 1, 2)
        points = np.sin(points)
        values = func(_map_domain(points, cls.window, domain), *args)
        c = np.dot(_chebyshev.vander(points, deg).T, values)
        c[0] /= order
        c[1:] /= 0.5 * order
        return cls(c, domain=domain)


class Legendre(_Polynomial):
    """A sum of Legendre's polynomials."""

    __module__ = 'numpy.polynomial.legendre'
    _basis = _legendre
    basis_name = 'P'
    domain = np.array([-1.0, 1.0])
    window = np.array([-1.0, 1.0])


class Hermite(_Polynomial):
    """A sum of Hermite's polynomials of physics."""

    __module__ = 'numpy.polynomial.hermite'
    _basis = _hermite
    basis_name = 'H'
    domain = np.array([-1.0, 1.0])
    window = np.array([-1.0, 1.0])


class HermiteE(_Polynomial):
    """A sum of Hermite's polynomials of probability."""

    __module__ = 'numpy.polynomial.hermite_e'
    _basis = _hermite_e
    basis_name = 'He'
    domain = np.array([-1.0, 1.0])
    window = np.array([-1.0, 1.0])


class Laguerre(_Polynomial):
    """A sum of Laguerre's polynomials."""

    __module__ = 'numpy.polynomial.laguerre'
    _basis = _laguerre
    basis_name = 'L'
    domain = np.array([0.0, 1.0])
    window = np.array([0.0, 1.0])
