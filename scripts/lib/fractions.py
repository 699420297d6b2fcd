"""Fractions of whole numbers."""

from math import gcd, inf, isinf, isnan

__all__ = ['Fraction']

_modulus = 2 ** 61 - 1


def _parse(text):
    """Numerator and denominator of a text such as '-3/4', '1.25' or '2e-3', or None."""
    s = text.strip()
    sign = 1
    if s[:1] in ('+', '-'):
        sign = -1 if s[0] == '-' else 1
        s = s[1:]
    if '/' in s:
        numerator, _, denominator = s.partition('/')
        if not (_are_digits(numerator) and _are_digits(denominator)):
            return None
        return sign * int(numerator), int(denominator)
    mantissa, mark, exponent = s, '', ''
    for mark in 'eE':
        if mark in s:
            mantissa, _, exponent = s.partition(mark)
            digits = exponent[1:] if exponent[:1] in ('+', '-') else exponent
            if not _are_digits(digits):
                return None
            break
    whole, point, decimals = mantissa.partition('.')
    if whole and not _are_digits(whole) or decimals and not _are_digits(decimals) or not (whole or decimals):
        return None
    numerator = int(whole or '0')
    denominator = 1
    if decimals:
        decimals = decimals.replace('_', '')
        denominator = 10 ** len(decimals)
        numerator = numerator * denominator + int(decimals)
    if exponent:
        power = int(exponent)
        if power >= 0:
            numerator *= 10 ** power
        else:
            denominator *= 10 ** -power
    return sign * numerator, denominator


def _are_digits(s):
    parts = s.split('_')
    return all(part.isdecimal() for part in parts)


def _is_rational(value):
    return isinstance(value, (int, Fraction)) or hasattr(value, 'numerator') and hasattr(value, 'denominator')


class Fraction:
    """A fraction in lowest terms."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, float) or hasattr(numerator, 'as_integer_ratio') and not _is_rational(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                found = _parse(numerator)
                if found is None:
                    raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
                numerator, denominator = found
            elif _is_rational(numerator):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif type(numerator) is int and type(denominator) is int:
            pass
        elif _is_rational(numerator) and _is_rational(denominator):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        if _normalize:
            g = gcd(numerator, denominator)
            if denominator < 0:
                g = -g
            numerator //= g
            denominator //= g
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float or int."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a decimal number."""
        return cls._made(*dec.as_integer_ratio())

    @classmethod
    def _made(cls, numerator, denominator):
        """A fraction whose terms are lowest already."""
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self

    def as_integer_ratio(self):
        """The numerator and the denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Continued fractions; the last two convergents enclose the answer.
        (p, q), (last_p, last_q) = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        whole, rest = divmod(n, d)
        while q + whole * last_q <= max_denominator:
            p, q, last_p, last_q = last_p, last_q, p + whole * last_p, q + whole * last_q
            n, d = d, rest
            whole, rest = divmod(n, d)
        steps = (max_denominator - q) // last_q
        p, q = p + steps * last_p, q + steps * last_q
        return Fraction._made(last_p, last_q) if 2 * d * q <= self._denominator else Fraction._made(p, q)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    # Arithmetic: with fractions and ints exactly, with floats and complex numbers as floats.

    def __add__(self, other):
        if isinstance(other, (Fraction, int)):
            return Fraction(self._numerator * other.denominator + other.numerator * self._denominator,
                            self._denominator * other.denominator)
        if isinstance(other, float):
            return float(self) + other
        if isinstance(other, complex):
            return complex(self) + other
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int):
            return self + other
        if isinstance(other, float):
            return other + float(self)
        if isinstance(other, complex):
            return other + complex(self)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, (Fraction, int)):
            return Fraction(self._numerator * other.denominator - other.numerator * self._denominator,
                            self._denominator * other.denominator)
        if isinstance(other, float):
            return float(self) - other
        if isinstance(other, complex):
            return complex(self) - other
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return Fraction(other) - self
        if isinstance(other, float):
            return other - float(self)
        if isinstance(other, complex):
            return other - complex(self)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, (Fraction, int)):
            return Fraction(self._numerator * other.numerator, self._denominator * other.denominator)
        if isinstance(other, float):
            return float(self) * other
        if isinstance(other, complex):
            return complex(self) * other
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int):
            return self * other
        if isinstance(other, float):
            return other * float(self)
        if isinstance(other, complex):
            return other * complex(self)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, (Fraction, int)):
            return _quotient(self, other)
        if isinstance(other, float):
            return float(self) / other
        if isinstance(other, complex):
            return complex(self) / other
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return _quotient(other, self)
        if isinstance(other, float):
            return other / float(self)
        if isinstance(other, complex):
            return other / complex(self)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (Fraction, int)):
            return self._numerator * other.denominator // (self._denominator * other.numerator)
        if isinstance(other, float):
            return float(self) // other
        return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return Fraction(other) // self
        if isinstance(other, float):
            return other // float(self)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, (Fraction, int)):
            da, db = self._denominator, other.denominator
            return Fraction(self._numerator * db % (other.numerator * da), da * db)
        if isinstance(other, float):
            return float(self) % other
        return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return Fraction(other) % self
        if isinstance(other, float):
            return other % float(self)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, (Fraction, int)):
            return self // other, self % other
        if isinstance(other, float):
            return divmod(float(self), other)
        return NotImplemented

    def __rdivmod__(self, other):
        if isinstance(other, int):
            return divmod(Fraction(other), self)
        if isinstance(other, float):
            return divmod(other, float(self))
        return NotImplemented

    def __pow__(self, other):
        if not isinstance(other, (Fraction, int)):
            if isinstance(other, (float, complex)):
                return float(self) ** other
            return NotImplemented
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return Fraction._made(self._numerator ** power, self._denominator ** power)
        if self._numerator > 0:
            return Fraction._made(self._denominator ** -power, self._numerator ** -power)
        if self._numerator == 0:
            raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
        return Fraction._made((-self._denominator) ** -power, (-self._numerator) ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** float(self)

    def __pos__(self):
        return Fraction._made(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._made(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._made(abs(self._numerator), self._denominator)

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            whole, rest = divmod(self._numerator, d)
            if rest * 2 < d or rest * 2 == d and whole % 2 == 0:
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # Equal to the hash of an equal int or float: division modulo a prime.
        if self._denominator % _modulus == 0:
            result = hash(inf)
        else:
            inverse = pow(self._denominator, _modulus - 2, _modulus)
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if isnan(other) or isinf(other):
                return 0.0 == other
            return self == Fraction.from_float(other)
        return NotImplemented

    def _difference(self, other):
        """The sign of self - other, or None when they cannot be compared."""
        if isinstance(other, (int, Fraction)):
            return self._numerator * other.denominator - self._denominator * other.numerator
        if isinstance(other, float):
            if isnan(other) or isinf(other):
                return 0.0 - other
            return self._difference(Fraction.from_float(other))
        return None

    def __lt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference < 0

    def __gt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference > 0

    def __le__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference <= 0

    def __ge__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference >= 0

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _quotient(a, b):
    n, d = a.numerator, b.numerator
    if d == 0:
        raise ZeroDivisionError(f'Fraction({(n > 0) - (n < 0)}, 0)')
    return Fraction(n * b.denominator, a.denominator * d)
