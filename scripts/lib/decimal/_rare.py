"""What few programs ask of decimal numbers: digits as bits, neighbours, magnitudes. Each is a method of Decimal."""

from decimal._context import (Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, Inexact, InvalidOperation,
                              Overflow, ROUND_CEILING, ROUND_FLOOR, Rounded, Subnormal, Underflow, getcontext)
from decimal._number import Decimal, _digits, _make, _nan, _operand, _required


def _invalid(context):
    return context.raised(InvalidOperation, _nan)


def _bits(x, context):
    """A number whose digits are all 0 or 1, read as bits; None for other numbers."""
    digits = str(x._int)
    if x._kind or x._sign or x._exp or len(digits) > context.prec or set(digits) - {'0', '1'}:
        return None
    return int(digits, 2)


def _logical(combine):
    def method(self, other, context=None):
        context = context or getcontext()
        a, b = _bits(self, context), _bits(_required(other), context)
        if a is None or b is None:
            return _invalid(context)
        return _make(0, int(f'{combine(a, b):b}'), 0)
    return method


def logical_invert(self, context=None):
    """The digits 0 and 1 exchanged."""
    context = context or getcontext()
    bits = _bits(self, context)
    if bits is None:
        return _invalid(context)
    return _make(0, int(f'{bits ^ (1 << context.prec) - 1:b}'), 0)


def _moved(self, other, context, move):
    other = _required(other)
    context = context or getcontext()
    nan = self._nans(other, context)
    if nan is not None:
        return nan
    if other._kind or other._exp or other._int > context.prec:
        return _invalid(context)
    if self._kind:
        return Decimal(self)
    digits = str(self._int)[-context.prec:].rjust(context.prec, '0')
    return _make(self._sign, int(move(digits, -other._int if other._sign else other._int)), self._exp)


def rotate(self, other, context=None):
    """The digits moved to the left, those that fall out coming back on the right."""
    return _moved(self, other, context, lambda digits, n: digits[n:] + digits[:n])


def shift(self, other, context=None):
    """The digits moved to the left, or to the right for a negative number, with zeros coming in."""
    return _moved(self, other, context, lambda digits, n: (digits + '0' * n)[-len(digits):] if n >= 0 else
                  digits[:n] or '0')


def _neighbour(self, context, down):
    context = context or getcontext()
    nan = self._nans(None, context)
    if nan is not None:
        return nan
    if self._kind:
        if bool(self._sign) == down:
            return Decimal(self)
        return _make(self._sign, 10 ** context.prec - 1, context.Etop())
    quiet = context.copy()
    quiet.clear_traps()
    quiet.rounding = ROUND_FLOOR if down else ROUND_CEILING
    rounded = self._fix(quiet)
    if rounded != self:
        return rounded
    return self.__add__(_make(int(down), 1, quiet.Etiny() - 1), quiet)


def next_minus(self, context=None):
    """The largest number below."""
    return _neighbour(self, context, True)


def next_plus(self, context=None):
    """The least number above."""
    return _neighbour(self, context, False)


def next_toward(self, other, context=None):
    """The next number on the way to another one."""
    other = _required(other)
    context = context or getcontext()
    nan = self._nans(other, context)
    if nan is not None:
        return nan
    order = self._order(other)
    if order == 0:
        return self.copy_sign(other)
    result = _neighbour(self, context, order > 0)
    if result._kind:
        context.raised(Overflow)
        context.raised(Inexact)
        context.raised(Rounded)
    elif result.adjusted() < context.Emin:
        for signal in (Underflow, Subnormal, Inexact, Rounded):
            context.raised(signal)
        if not result:
            context.raised(Clamped)
    return result


def compare_signal(self, other, context=None):
    """The same as `compare`, but that every NaN is an error."""
    other = _required(other)
    context = context or getcontext()
    for x in (self, other):
        if x._kind == 'N':
            return x._quiet(context)
    for x in (self, other):
        if x._kind == 'n':
            return context.raised(InvalidOperation, x)
    return self.compare(other, context)


def compare_total_mag(self, other, context=None):
    """The same as `compare_total`, without the signs."""
    return self.copy_abs().compare_total(_required(other).copy_abs())


def max_mag(self, other, context=None):
    """The number with the larger magnitude."""
    return self._extreme(other, context, 1, Decimal.copy_abs)


def min_mag(self, other, context=None):
    """The number with the smaller magnitude."""
    return self._extreme(other, context, -1, Decimal.copy_abs)


logical_and = _logical(int.__and__)
logical_or = _logical(int.__or__)
logical_xor = _logical(int.__xor__)


def remainder_near(self, other, context=None):
    """The remainder nearest to zero."""
    other = _operand(other)
    context = context or getcontext()
    nan = self._nans(other, context)
    if nan is not None:
        return nan
    if self._kind or not other:
        return context.raised(InvalidOperation if self else DivisionUndefined, _nan)
    if other._kind:
        return self._fix(context)
    exponent = min(self._exp, other._exp)
    if not self._int:
        return self._rescaled(exponent)._fix(context)
    if self.adjusted() - other.adjusted() > context.prec + 1:
        return context.raised(DivisionImpossible, _nan)
    a, b = self._rescaled(exponent)._int, other._rescaled(exponent)._int
    q, r = divmod(a, b)
    if 2 * r > b or 2 * r == b and q & 1:
        q, r = q + 1, r - b
    if _digits(q) > context.prec:
        return context.raised(DivisionImpossible, _nan)
    return _make(self._sign ^ (r < 0), abs(r), exponent)._fix(context)


def logb(self, context=None):
    """The exponent of the first digit as a number."""
    context = context or getcontext()
    nan = self._nans(None, context)
    if nan is not None:
        return nan
    if self._kind == 'F':
        return _make(0, 0, 0, 'F')
    if not self:
        return context.raised(DivisionByZero, _make(1, 0, 0, 'F'))
    return Decimal(self.adjusted())._fix(context)


def scaleb(self, other, context=None):
    """The number times a power of 10."""
    other = _operand(other)
    context = context or getcontext()
    return _make(self._sign, self._int, self._exp + int(other), self._kind)._fix(context)


def number_class(self, context=None):
    """A text that says what kind of number this is."""
    if self._kind:
        return {'n': 'NaN', 'N': 'sNaN', 'F': '-Infinity' if self._sign else '+Infinity'}[self._kind]
    sign = '-' if self._sign else '+'
    return sign + ('Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal')
