"""Decimal numbers."""

from decimal._context import (Clamped, ConversionSyntax, DivisionByZero, DivisionImpossible, DivisionUndefined, FloatOperation,
                              Inexact, InvalidOperation, Overflow, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
                              ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow,
                              _checked_rounding, _current, getcontext)
from _decimal import (add as _quick_sum, divide as _quick_quotient, make as _quick_make, multiply as _quick_product,
                      order as _quick_order, quantize as _quick_quantize, subtract as _quick_difference,
                      text as _quick_text)

from math import log10

def tuple_class():
    """DecimalTuple: the parts of a number."""
    import decimal
    made = decimal.__dict__.get('DecimalTuple')
    if made is None:
        from collections import namedtuple
        made = decimal.DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
    return made


def _parsed(text):
    """Sign, coefficient, exponent and kind of a text, or None."""
    s = text.strip().replace('_', '')
    sign = 0
    if s[:1] in ('+', '-'):
        sign = 1 if s[0] == '-' else 0
        s = s[1:]
    low = s.lower()
    if low in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    for name, kind in (('snan', 'N'), ('nan', 'n')):
        if low.startswith(name):
            digits = low[len(name):]
            if digits and not digits.isdecimal():
                return None
            return sign, int(digits or 0), 0, kind
    mantissa, mark, exponent = low.partition('e')
    if mark:
        digits = exponent[1:] if exponent[:1] in ('+', '-') else exponent
        if not digits.isdecimal():
            return None
    whole, point, fraction = mantissa.partition('.')
    digits = whole + fraction
    if not digits or not digits.isdecimal():
        return None
    return sign, int(digits), int(exponent or 0) - len(fraction), ''


def _rounds_up(rounding, sign, kept, rest, half):
    """Whether a coefficient is made larger; `rest` is cut off, `half` is half a unit."""
    if rest == 0:
        return False
    if rounding == ROUND_HALF_EVEN:
        return rest > half or rest == half and kept & 1 == 1
    if rounding == ROUND_HALF_UP:
        return rest >= half
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_HALF_DOWN:
        return rest > half
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return sign == 0
    if rounding == ROUND_FLOOR:
        return sign == 1
    return kept % 5 == 0


def _cut(coefficient, count, rounding, sign):
    """A coefficient without its last digits, rounded, and whether that was inexact."""
    unit = 10 ** count
    kept, rest = divmod(coefficient, unit)
    if _rounds_up(rounding, sign, kept, rest * 2, unit):
        kept += 1
    return kept, rest != 0


def _digits(n):
    if n < 1000000000000000:
        return len(str(n))
    power = log10(n)
    count = int(power)
    if 1e-6 < power - count < 1 - 1e-6:
        return count + 1
    count -= 1
    while 10 ** count <= n:
        count += 1
    return count


def _make(sign, coefficient, exponent, kind=''):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, coefficient, exponent, kind
    return self


class Decimal:
    """A number of decimal digits with an exponent."""

    __module__ = 'decimal'
    __slots__ = ('_sign', '_int', '_exp', '_kind')

    def __new__(cls, value='0', context=None):
        if cls is Decimal:
            self = _quick_make(value, _tools[0])
            if self is not None:
                return self
        if isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp, value._kind
        elif isinstance(value, int):
            parts = int(value < 0), abs(value), 0, ''
        elif isinstance(value, str):
            parts = _parsed(value)
            if parts is None:
                (context or getcontext()).raised(ConversionSyntax)
                parts = 0, 0, 0, 'n'
        elif isinstance(value, float):
            (context or getcontext()).raised(FloatOperation)
            parts = _float_parts(value)
        elif isinstance(value, (list, tuple)):
            parts = _tuple_parts(value)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = parts
        return self

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or int."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = _float_parts(f)
        return self

    # Texts

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, engineering=False, context=None):
        if not engineering:
            text = _quick_text(self, _tools[0])
            if text is not None:
                return text
        sign = '-' if self._sign else ''
        if self._kind:
            if self._kind == 'F':
                return sign + 'Infinity'
            return sign + ('NaN' if self._kind == 'n' else 'sNaN') + (str(self._int) if self._int else '')
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point], '.' + digits[point:]
        exponent = '' if left == point else f'{"E" if (context or getcontext()).capitals else "e"}{left - point:+d}'
        return sign + whole + fraction + exponent

    def to_eng_string(self, context=None):
        """The number with an exponent that is a multiple of 3."""
        return self.__str__(True, context)

    def __format__(self, spec):
        from decimal._format import formatted
        return formatted(self, spec)

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == 'F':
            return tuple_class()(self._sign, (0,), 'F')
        digits = tuple(map(int, str(self._int))) if self._int or not self._kind else ()
        return tuple_class()(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        """The number as a fraction in lowest terms."""
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer ratio')
            raise ValueError('cannot convert NaN to integer ratio')
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        from math import gcd
        d = 10 ** -self._exp
        g = gcd(n, d)
        return n // g, d // g

    # Kinds

    def is_nan(self):
        return self._kind in ('n', 'N') and self._kind != ''

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_infinite(self):
        return self._kind == 'F'

    def is_finite(self):
        return self._kind == ''

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == '' and self._int == 0

    def is_normal(self, context=None):
        if self._kind or not self._int:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._kind or not self._int:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def __bool__(self):
        return self._kind != '' or self._int != 0

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._kind else self._exp + _digits(self._int) - 1

    # Rounding to a context

    def _fix(self, context):
        if self._kind:
            return self._quiet(context) if self._kind == 'N' else self
        etiny, etop = context.Etiny(), context.Etop()
        if not self._int:
            exponent = min(max(self._exp, etiny), etop if context.clamp else context.Emax)
            if exponent == self._exp:
                return self
            context.raised(Clamped)
            return _make(self._sign, 0, exponent)
        n = _digits(self._int)
        least = n + self._exp - context.prec
        if least > etop:
            return self._overflow(context)
        subnormal = least < etiny
        if subnormal:
            least = etiny
        if self._exp >= least:
            if subnormal:
                context.raised(Subnormal)
            if context.clamp and self._exp > etop:
                context.raised(Clamped)
                return _make(self._sign, self._int * 10 ** (self._exp - etop), etop)
            return self if type(self) is Decimal else Decimal(self)
        count = least - self._exp
        if count > n + 1:
            coefficient, inexact = _cut(1, 2, context.rounding, self._sign)
            inexact = True
        else:
            coefficient, inexact = _cut(self._int, count, context.rounding, self._sign)
        exponent = least
        if _digits(coefficient) > context.prec:
            coefficient //= 10
            exponent += 1
        if exponent > etop:
            return self._overflow(context)
        if inexact and subnormal:
            context.raised(Underflow)
        if subnormal:
            context.raised(Subnormal)
        if inexact:
            context.raised(Inexact)
        context.raised(Rounded)
        if not coefficient:
            context.raised(Clamped)
        return _make(self._sign, coefficient, exponent)

    def _overflow(self, context):
        sign = self._sign
        r = context.rounding
        context.raised(Inexact) if context.traps[Inexact] else None
        if r in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP) or r == ROUND_CEILING and not sign \
                or r == ROUND_FLOOR and sign:
            result = _make(sign, 0, 0, 'F')
        else:
            result = _make(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        context.flags[Inexact] = context.flags[Rounded] = True
        return context.raised(Overflow, result)

    def _quiet(self, context):
        if self._kind == 'N':
            return context.raised(InvalidOperation, _make(self._sign, self._int, 0, 'n'))
        return self

    def _nans(self, other, context):
        """The result where an operand is not a number, or None."""
        for x in (self, other):
            if x is not None and x._kind == 'N':
                return x._quiet(context)
        for x in (self, other):
            if x is not None and x._kind == 'n':
                return x
        return None

    # Signs

    def __pos__(self, context=None):
        context = context or getcontext()
        if not self._kind and not self._int and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __neg__(self, context=None):
        context = context or getcontext()
        if self._kind in ('n', 'N') and self._kind:
            return self._quiet(context)
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __abs__(self, round=True, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def copy_abs(self):
        """The number without its sign."""
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        """The number with the other sign."""
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        """The number with the sign of another."""
        return _make(_operand(other)._sign, self._int, self._exp, self._kind)

    # Arithmetic

    def __add__(self, other, context=None):
        result = _quick_sum(self, other, context, _tools)
        if result is not None:
            return result
        given, other = other, _operand(other)
        if other is None:
            return _refuse('+', self, given)
        context = context or getcontext()
        if self._kind or other._kind:
            nan = self._nans(other, context)
            if nan is not None:
                return nan
            if self._kind:
                if other._kind and self._sign != other._sign:
                    return context.raised(InvalidOperation, _nan)
                return Decimal(self)
            return Decimal(other)
        exponent = min(self._exp, other._exp)
        negative_zero = 1 if context.rounding == ROUND_FLOOR and self._sign != other._sign else 0
        if not self._int or not other._int:
            return _add_zero(self, other, exponent, negative_zero, context)
        a, b = _aligned(self, other, context.prec)
        total = (-a[0] if self._sign else a[0]) + (-b[0] if other._sign else b[0])
        if total == 0:
            return _make(negative_zero, 0, max(exponent, context.Etiny()))
        return _make(int(total < 0), abs(total), a[1])._fix(context)

    def __radd__(self, other, context=None):
        return self.__add__(other, context) if isinstance(other, int) else _refuse('+', other, self)

    def __sub__(self, other, context=None):
        result = _quick_difference(self, other, context, _tools)
        if result is not None:
            return result
        given, other = other, _operand(other)
        if other is None:
            return _refuse('-', self, given)
        if self._kind or other._kind:
            nan = self._nans(other, context or getcontext())
            if nan is not None:
                return nan
        return self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        given, other = other, _operand(other)
        if other is None:
            return _refuse('-', given, self)
        return other.__sub__(self, context)

    def __mul__(self, other, context=None):
        result = _quick_product(self, other, context, _tools)
        if result is not None:
            return result
        given, other = other, _operand(other)
        if other is None:
            return _refuse('*', self, given)
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nans(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context.raised(InvalidOperation, _nan)
            return _make(sign, 0, 0, 'F')
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def __rmul__(self, other, context=None):
        return self.__mul__(other, context) if isinstance(other, int) else _refuse('*', other, self)

    def __truediv__(self, other, context=None):
        result = _quick_quotient(self, other, context, _tools)
        if result is not None:
            return result
        given, other = other, _operand(other)
        if other is None:
            return _refuse('/', self, given)
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nans(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind:
                return context.raised(InvalidOperation, _nan)
            if self._kind:
                return _make(sign, 0, 0, 'F')
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context.raised(DivisionUndefined, _nan)
            return context.raised(DivisionByZero, _make(sign, 0, 0, 'F'))
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            q, r = divmod(self._int * 10 ** shift, other._int)
        else:
            q, r = divmod(self._int, other._int * 10 ** -shift)
        if r:
            # A last digit that keeps the rounding right.
            if q % 5 == 0:
                q += 1
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and q % 10 == 0:
                q //= 10
                exponent += 1
        return _make(sign, q, exponent)._fix(context)

    def __rtruediv__(self, other, context=None):
        given, other = other, _operand(other)
        if other is None:
            return _refuse('/', given, self)
        return other.__truediv__(self, context)

    def _divide(self, other, context):
        """The quotient without fraction, and the remainder."""
        sign = self._sign ^ other._sign
        exponent = min(self._exp, other._exp) if not other._kind else self._exp
        difference = self.adjusted() - other.adjusted()
        if not self._int or other._kind or difference <= -2:
            return _make(sign, 0, 0), self if other._kind else self._rescaled(exponent)
        if difference <= context.prec:
            a = self._int * 10 ** (self._exp - exponent)
            b = other._int * 10 ** (other._exp - exponent)
            q, r = divmod(a, b)
            if _digits(q) <= context.prec:
                return _make(sign, q, 0), _make(self._sign, r, exponent)
        result = context.raised(DivisionImpossible, _nan)
        return result, result

    def _rescaled(self, exponent):
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return self

    def __floordiv__(self, other, context=None):
        given, other = other, _operand(other)
        if other is None:
            return _refuse('//', self, given)
        context = context or getcontext()
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        if self._kind:
            if other._kind:
                return context.raised(InvalidOperation, _nan)
            return _make(self._sign ^ other._sign, 0, 0, 'F')
        if not other:
            if self:
                return context.raised(DivisionByZero, _make(self._sign ^ other._sign, 0, 0, 'F'))
            return context.raised(DivisionUndefined, _nan)
        return self._divide(other, context)[0]

    def __rfloordiv__(self, other, context=None):
        given, other = other, _operand(other)
        return _refuse('//', given, self) if other is None else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        given, other = other, _operand(other)
        if other is None:
            return _refuse('%', self, given)
        context = context or getcontext()
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return context.raised(InvalidOperation, _nan)
        if not other:
            return context.raised(InvalidOperation if self else DivisionUndefined, _nan)
        return self._divide(other, context)[1]._fix(context)

    def __rmod__(self, other, context=None):
        given, other = other, _operand(other)
        return _refuse('%', given, self) if other is None else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        given, other = other, _operand(other)
        if other is None:
            return _refuse('divmod()', self, given)
        context = context or getcontext()
        nan = self._nans(other, context)
        if nan is not None:
            return nan, nan
        if self._kind:
            invalid = context.raised(InvalidOperation, _nan)
            return (invalid, invalid) if other._kind else (_make(self._sign ^ other._sign, 0, 0, 'F'), invalid)
        if not other:
            if not self:
                result = context.raised(DivisionUndefined, _nan)
                return result, result
            context.flags[InvalidOperation] = context.flags[DivisionByZero] = True
            if context.traps[InvalidOperation]:
                raise InvalidOperation([InvalidOperation, DivisionByZero])
            return context.raised(DivisionByZero, _make(self._sign ^ other._sign, 0, 0, 'F')), _nan
        q, r = self._divide(other, context)
        return q, r._fix(context)

    def __rdivmod__(self, other, context=None):
        given, other = other, _operand(other)
        return _refuse('divmod()', given, self) if other is None else other.__divmod__(self, context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = context or getcontext()
        other, third = _operand(other), _operand(third)
        if self._kind or other._kind:
            return self.__mul__(other, context).__add__(third, context)
        return _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp).__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        from decimal._functions import modular_power, power
        given, other = other, _operand(other)
        if other is None:
            return _refuse('** or pow()', self, given)
        if modulo is not None:
            return modular_power(self, other, _operand(modulo), context or getcontext())
        return power(self, other, context or getcontext())

    def __rpow__(self, other, context=None):
        given, other = other, _operand(other)
        return _refuse('** or pow()', given, self) if other is None else other.__pow__(self, None, context)

    def sqrt(self, context=None):
        """The square root."""
        from decimal._functions import square_root
        return square_root(self, context or getcontext())

    def exp(self, context=None):
        """e to the power of the number."""
        from decimal._functions import exponential
        return exponential(self, context or getcontext())

    def ln(self, context=None):
        """The natural logarithm."""
        from decimal._functions import natural_logarithm
        return natural_logarithm(self, context or getcontext())

    def log10(self, context=None):
        """The logarithm to base 10."""
        from decimal._functions import decimal_logarithm
        return decimal_logarithm(self, context or getcontext())

    # Digits

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        if rounding is None:
            result = _quick_quantize(self, exp, context, _tools)
            if result is not None:
                return result
        exp = _operand(exp)
        context = context or getcontext()
        rounding = _checked_rounding(rounding, context)
        if self._kind or exp._kind:
            nan = self._nans(exp, context)
            if nan is not None:
                return nan
            return Decimal(self) if self._kind and exp._kind else context.raised(InvalidOperation, _nan)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context.raised(InvalidOperation, _nan)
        result = self._with_exponent(exp._exp, rounding)
        if result._int and (result.adjusted() > context.Emax or _digits(result._int) > context.prec):
            return context.raised(InvalidOperation, _nan)
        if exp._exp > self._exp:
            if result != self:
                context.raised(Inexact)
            context.raised(Rounded)
        return result._fix(context)

    def _with_exponent(self, exponent, rounding):
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        count = exponent - self._exp
        if count > _digits(self._int) + 1:
            coefficient, _ = _cut(min(self._int, 1), 2, rounding, self._sign)
        else:
            coefficient, _ = _cut(self._int, count, rounding, self._sign)
        return _make(self._sign, coefficient, exponent)

    def same_quantum(self, other, context=None):
        """Whether the exponents are equal."""
        other = _operand(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == 'F'
        return self._exp == other._exp

    def normalize(self, context=None):
        """The number without zeros at its end."""
        context = context or getcontext()
        if self._kind in ('n', 'N') and self._kind:
            return self._quiet(context)
        x = self._fix(context)
        if x._kind:
            return x
        if not x._int:
            return _make(x._sign, 0, 0)
        n, exponent = x._int, x._exp
        while n % 10 == 0 and exponent < context.Emax:
            n //= 10
            exponent += 1
        return _make(x._sign, n, exponent)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        context = context or getcontext()
        rounding = _checked_rounding(rounding, context)
        if self._kind:
            return self._quiet(context) if self._kind != 'F' else Decimal(self)
        return Decimal(self) if self._exp >= 0 else self._with_exponent(0, rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The nearest whole number; notes whether that was inexact."""
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            if result != self:
                context.raised(Inexact)
            context.raised(Rounded)
        return result

    def radix(self):
        return Decimal(10)

    # Comparing

    def _order(self, other):
        """The sign of self - other; both are numbers."""
        a = 0 if not self else -1 if self._sign else 1
        b = 0 if not other else -1 if other._sign else 1
        if a != b:
            return (a > b) - (a < b)
        if a == 0:
            return 0
        if self._kind or other._kind:
            x, y = bool(self._kind), bool(other._kind)
            return ((x > y) - (x < y)) * a
        x, y = self.adjusted(), other.adjusted()
        if x == y:
            exponent = min(self._exp, other._exp)
            x = self._int * 10 ** (self._exp - exponent)
            y = other._int * 10 ** (other._exp - exponent)
        return ((x > y) - (x < y)) * a

    def _compared(self, other, ordered):
        """The order as -1, 0 or 1; None where an operand is not a number, NotImplemented for other objects."""
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            other = Decimal.from_float(other)
        elif hasattr(other, 'numerator') and not isinstance(other, int):
            if self._kind:
                return None if self._kind != 'F' else -1 if self._sign else 1
            n, d = self.as_integer_ratio()
            x, y = n * other.denominator, other.numerator * d
            return (x > y) - (x < y)
        elif isinstance(other, complex) and other.imag == 0 and not ordered:
            other = Decimal.from_float(other.real)
        other = _operand(other)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if ordered or self._kind == 'N' or other._kind == 'N':
                getcontext().raised(InvalidOperation)
            return None
        return self._order(other)

    def __eq__(self, other):
        order = _quick_order(self, other, _tools)
        if order is not None:
            return order == 0
        order = self._compared(other, False)
        return NotImplemented if order is NotImplemented else order == 0 and order is not None

    def __lt__(self, other):
        order = _quick_order(self, other, _tools)
        if order is not None:
            return order < 0
        order = self._compared(other, True)
        return _unordered('<', self, other) if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = _quick_order(self, other, _tools)
        if order is not None:
            return order <= 0
        order = self._compared(other, True)
        return _unordered('<=', self, other) if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = _quick_order(self, other, _tools)
        if order is not None:
            return order > 0
        order = self._compared(other, True)
        return _unordered('>', self, other) if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = _quick_order(self, other, _tools)
        if order is not None:
            return order >= 0
        order = self._compared(other, True)
        return _unordered('>=', self, other) if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        """-1, 0 or 1 as a number."""
        other = _operand(other)
        nan = self._nans(other, context or getcontext())
        return Decimal(self._order(other)) if nan is None else nan

    def compare_total(self, other, context=None):
        """The order in which numbers that are equal differ by their exponents."""
        other = _operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        a, b = '.FNn'.find(self._kind or '.'), '.FNn'.find(other._kind or '.')
        order = (a > b) - (a < b)
        if order == 0 and a == 0:
            order = self.copy_abs()._order(other.copy_abs())
        if order == 0:
            x, y = (self._int, other._int) if a > 1 else (self._exp, other._exp)
            order = (x > y) - (x < y)
        return Decimal(-order if self._sign else order)

    def max(self, other, context=None):
        """The larger number."""
        return self._extreme(other, context, 1)

    def min(self, other, context=None):
        """The smaller number."""
        return self._extreme(other, context, -1)

    def _extreme(self, other, context, wanted, size=None):
        other = _operand(other) if size is None else _required(other)
        context = context or getcontext()
        for x, y in ((self, other), (other, self)):
            if x._kind == 'n' and not y.is_nan():
                return y._fix(context)
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        order = self._order(other) if size is None else size(self)._order(size(other))
        order = order or int(self.compare_total(other))
        return (self if order * wanted >= 0 else other)._fix(context)

    def __hash__(self):
        if self._kind:
            if self._kind == 'F':
                return -314159 if self._sign else 314159
            if self._kind == 'N':
                raise TypeError('Cannot hash a signaling NaN value')
            return object.__hash__(self)
        modulus = 2 ** 61 - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, modulus - 2, modulus), -self._exp,
                                                                        modulus)
        result = self._int * power % modulus
        result = -result if self._sign else result
        return -2 if result == -1 else result

    # Other types

    def __int__(self):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        if self._kind:
            return float(('-' if self._sign else '') + ('nan' if self._kind == 'n' else 'inf'))
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_make(0, 1, -n))
        return self._whole(ROUND_HALF_EVEN)

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def _whole(self, rounding):
        if self._kind:
            return int(self)
        return int(self._with_exponent(0, rounding) if self._exp < 0 else self)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _unordered(sign, a, b):
    """NotImplemented, or the error at once where the other operand cannot know better."""
    if type(b) in (str, complex, list, tuple, dict, set, bytes, type(None)):
        raise TypeError(f"'{sign}' not supported between instances of 'decimal.Decimal' and '{type(b).__name__}'")
    return NotImplemented


# What the native part goes by: a number to make others like, the signals of rounding, and the current context.
_tools = (_make(0, 0, 0), Inexact, Rounded, _current)


def _refuse(sign, a, b):
    """NotImplemented, or the error at once where the other operand cannot know better."""
    other = b if isinstance(a, Decimal) else a
    if type(other) in (float, str, complex, list, tuple, dict, set, bytes, type(None)):
        names = ['decimal.Decimal' if type(x) is Decimal else type(x).__name__ for x in (a, b)]
        raise TypeError(f"unsupported operand type(s) for {sign}: '{names[0]}' and '{names[1]}'")
    return NotImplemented


def _operand(other):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _make(int(other < 0), abs(other), 0)
    return None


def _rarely(name):
    """A method that few programs ask: its module is read when it is first called."""
    def method(self, *args, **kwargs):
        from decimal import _rare
        return getattr(_rare, name)(self, *args, **kwargs)
    method.__name__ = name
    method.__qualname__ = 'Decimal.' + name
    return method


def _required(other):
    """The operand as a number. TypeError where it is none."""
    made = _operand(other)
    if made is None:
        raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
    return made


def _float_parts(value):
    from math import copysign, isinf, isnan
    sign = int(copysign(1.0, value) < 0)
    if isinf(value):
        return sign, 0, 0, 'F'
    if isnan(value):
        return sign, 0, 0, 'n'
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    return sign, n * 5 ** k, -k, ''


def _tuple_parts(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1) or isinstance(sign, bool):
        raise ValueError('sign must be an integer with the value 0 or 1')
    for d in digits:
        if not isinstance(d, int) or not 0 <= d <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    n = int(''.join(map(str, digits)) or '0')
    if exponent in ('F', 'n', 'N'):
        return sign, 0 if exponent == 'F' else n, 0, exponent
    if not isinstance(exponent, int):
        raise ValueError('string argument in the third position must be \'F\', \'n\' or \'N\'')
    return sign, n, exponent, ''


def _add_zero(a, b, exponent, negative_zero, context):
    if not a._int and not b._int:
        sign = min(a._sign, b._sign) if a._sign == b._sign else negative_zero
        return _make(sign, 0, exponent)._fix(context)
    other = b if not a._int else a
    exponent = max(exponent, other._exp - context.prec - 1)
    return other._rescaled(exponent)._fix(context)


def _aligned(a, b, prec):
    """Coefficients of a and b with one exponent; one that is too small to matter becomes a single unit."""
    if a._exp < b._exp:
        y, x = _aligned(b, a, prec)
        return x, y
    n, m = _digits(a._int), _digits(b._int)
    exponent = a._exp + min(-1, n - prec - 2)
    small, small_exp = b._int, b._exp
    if m + small_exp - 1 < exponent:
        small, small_exp = 1, exponent
    return (a._int * 10 ** (a._exp - small_exp), small_exp), (small, small_exp)


_nan = _make(0, 0, 0, 'n')


for _name in ('compare_signal', 'compare_total_mag', 'logical_and', 'logical_invert', 'logical_or', 'logical_xor',
              'max_mag', 'min_mag', 'next_minus', 'next_plus', 'next_toward', 'rotate', 'shift', 'remainder_near',
              'logb', 'scaleb', 'number_class'):
    setattr(Decimal, _name, _rarely(_name))
