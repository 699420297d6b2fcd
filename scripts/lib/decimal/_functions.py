"""Roots, powers, exponentials and logarithms of decimal numbers."""

from decimal._context import DivisionByZero, Inexact, InvalidOperation, ROUND_HALF_EVEN, Rounded
from decimal._number import Decimal, _digits, _make, _nan
from math import isqrt


def square_root(x, context):
    if x._kind:
        nan = x._nans(None, context)
        if nan is not None:
            return nan
        if not x._sign:
            return Decimal(x)
    if not x:
        return _make(x._sign, 0, x._exp // 2)._fix(context)
    if x._sign:
        return context.raised(InvalidOperation, _nan)
    prec = context.prec + 1
    e = x._exp >> 1
    c = x._int
    if x._exp & 1:
        c *= 10
        length = (_digits(x._int) >> 1) + 1
    else:
        length = _digits(x._int) + 1 >> 1
    shift = prec - length
    if shift >= 0:
        c *= 100 ** shift
        exact = True
    else:
        c, rest = divmod(c, 100 ** -shift)
        exact = not rest
    e -= shift
    n = isqrt(c)
    exact = exact and n * n == c
    if exact:
        if shift >= 0:
            n //= 10 ** shift
        else:
            n *= 10 ** -shift
        e += shift
    elif n % 5 == 0:
        n += 1
    return _half_even(_make(0, n, e), context)


def _half_even(x, context):
    """A number rounded half even whatever the context says."""
    old = context.rounding
    context.rounding = ROUND_HALF_EVEN
    try:
        return x._fix(context)
    finally:
        context.rounding = old


def _quotient(a, b):
    """a / b rounded to the nearest integer."""
    return (2 * a + b) // (2 * b)


def _fixed_exp(n, digits):
    """10**digits * exp(n / 10**digits), nearly."""
    unit = 10 ** digits
    # The argument is halved often, and the result squared as often.
    halvings = max(n.bit_length() - unit.bit_length() + 8, 8)
    scale = 10 ** (digits + 10 + halvings // 3)
    y = n * (scale // unit) >> halvings
    total = term = scale
    k = 1
    while term:
        term = term * y // (scale * k)
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // scale
    return _quotient(total, scale // unit)


def _fixed_ln(n, d, digits):
    """10**digits * log(n / d), nearly."""
    scale = 10 ** (digits + 10)
    x = n * scale // d
    if x <= 0:
        return 0
    # log(x) = k log 2 + log(m) with m between 0.7 and 1.5
    k = 0
    while x > scale * 3 // 2:
        x >>= 1
        k += 1
    while x < scale * 3 // 4:
        x <<= 1
        k -= 1
    return _quotient(_series_ln(x, scale) + (k * _series_ln(2 * scale, scale) if k else 0), 10 ** 10)


def _series_ln(x, scale):
    """scale * log(x / scale) by 2 artanh((x - 1) / (x + 1)) of its square roots."""
    roots = 0
    while abs(x - scale) > scale // 100:
        x = isqrt(x * scale)
        roots += 1
    z = (x - scale) * scale // (x + scale)
    square = z * z // scale
    total, power, k = 0, z, 1
    while power:
        total += power // k if power >= 0 else -(-power // k)
        power = power * square // scale if power >= 0 else -(-power * square // scale)
        k += 2
    return 2 * total << roots


def _inverse(x, context):
    """1 / x, rounded once."""
    return _make(0, 1, 0).__truediv__(x, context)


def _rounded(make, context, half_even=True):
    """A number that is never exact: `make(digits)` gives a coefficient of about so many digits, an exponent and a sign,
    right but for one unit in the last digit; more digits are asked for where that could matter."""
    extra = 3
    while True:
        sign, n, e = make(context.prec + extra)
        length = _digits(n)
        drop = length - context.prec
        if drop > 0:
            tail = n % (5 * 10 ** (drop - 1))
            if 2 < tail < 5 * 10 ** (drop - 1) - 2:
                break
        extra += 3 if extra < 12 else extra
        if extra > context.prec + 400:
            break
    return _half_even(_make(sign, n, e), context) if half_even else _make(sign, n, e)._fix(context)


def exponential(x, context):
    nan = x._nans(None, context)
    if nan is not None:
        return nan
    if x._kind:
        return _make(0, 0, 0) if x._sign else Decimal(x)
    if not x:
        return _make(0, 1, 0)
    limit = len(str((context.Emax + 1) * 3))
    if x.adjusted() > limit:
        return _half_even(_make(0, 1, context.Etiny() - 1 if x._sign else context.Emax + 1), context)
    if x.adjusted() < -context.prec - 1:
        if x._sign:
            return _half_even(_make(0, 10 ** (context.prec + 1) - 1, -context.prec - 1), context)
        return _half_even(_make(0, 10 ** (context.prec + 1) + 1, -context.prec - 1), context)
    return _rounded(lambda digits: _exp_parts(x, digits), context)


def _exp_parts(x, digits):
    # exp(x) = 10**k * exp(x - k log 10)
    work = digits + max(x.adjusted(), 0) + 5
    n = x._int * 10 ** (work + x._exp) if work + x._exp >= 0 else x._int // 10 ** -(work + x._exp)
    n = -n if x._sign else n
    ten = _fixed_ln(10, 1, work)
    k, rest = divmod(n, ten)
    result = _fixed_exp(rest, work)
    cut = work - digits
    return 0, _quotient(result, 10 ** cut), k - digits


def _log_parts(x, digits, base_ten):
    n, e = x._int, x._exp
    adjusted = x.adjusted()
    work = digits + 5
    if adjusted in (0, -1):
        # Near 1 the result is small: more digits are needed for as many to be right.
        distance = abs(n - 10 ** -e) if e <= 0 else n * 10 ** e
        work += max(-e + 1 - _digits(distance), 0) + 2 if distance else 0
        ln = _fixed_ln(n * 10 ** max(e, 0), 10 ** max(-e, 0), work)
    else:
        work += _digits(abs(adjusted))
        ln = _fixed_ln(n, 10 ** (_digits(n) - 1), work) + adjusted * _fixed_ln(10, 1, work)
    if base_ten:
        ln = _quotient(ln * 10 ** work, _fixed_ln(10, 1, work))
    return int(ln < 0), abs(ln), -work


def natural_logarithm(x, context):
    return _logarithm(x, context, False)


def decimal_logarithm(x, context):
    return _logarithm(x, context, True)


def _logarithm(x, context, base_ten):
    nan = x._nans(None, context)
    if nan is not None:
        return nan
    if not x:
        return _make(1, 0, 0, 'F')
    if x._kind and not x._sign:
        return Decimal(x)
    if x._sign:
        return context.raised(InvalidOperation, _nan)
    text = str(x._int).rstrip('0')
    if text == '1' and (base_ten or x == 1):
        return _half_even(Decimal(x.adjusted() if base_ten else 0), context)
    return _rounded(lambda digits: _log_parts(x, digits, base_ten), context)


def modular_power(x, y, z, context):
    for a in (x, y, z):
        if a._kind or a != a.to_integral_value():
            return context.raised(InvalidOperation, _nan)
    if y < 0 or not z or not x and not y:
        return context.raised(InvalidOperation, _nan)
    n = pow(abs(int(x)), int(y), abs(int(z)))
    return _make(x._sign if int(y) & 1 else 0, n, 0)


def power(x, y, context):
    nan = x._nans(y, context)
    if nan is not None:
        return nan
    if not y:
        return context.raised(InvalidOperation, _nan) if not x else _make(0, 1, 0)
    whole = not y._kind and y == y.to_integral_value()
    sign = 0
    if x._sign:
        if whole:
            sign = int(int(y) & 1) if abs(y.adjusted()) < 40 else 0
        elif x:
            return context.raised(InvalidOperation, _nan)
        x = x.copy_negate()
    if not x:
        return _make(sign, 0, 0) if not y._sign else _make(sign, 0, 0, 'F')
    if x._kind:
        return _make(sign, 0, 0, 'F') if not y._sign else _make(sign, 0, 0)
    if x == 1:
        return _power_of_one(x, y, sign, whole, context)
    if y._kind:
        return _make(0, 0, 0) if (y._sign == 0) == (x < 1) else _make(0, 0, 0, 'F')
    if whole and abs(y) < 1000 and _digits(x._int) * abs(int(y)) < 5000:
        k = int(y)
        value = _make(sign, x._int ** abs(k), x._exp * abs(k))
        return value._fix(context) if k > 0 else _inverse(value, context)
    exact = _exact_power(x, y, whole, context)
    if exact is not None:
        n, e = exact
        if not whole:
            shift = context.prec - _digits(n)
            n, e = n * 10 ** shift, e - shift
        return _make(sign, n, e)._fix(context)
    bound = x.adjusted() * float(y) if x.adjusted() else 0
    if abs(bound) > context.Emax * 2:
        return _make(sign, 1, context.Emax + 1 if bound > 0 else context.Etiny() - 1)._fix(context)
    result = _rounded(lambda digits: _power_parts(x, y, digits), context, not whole)
    result = _make(sign, result._int, result._exp, result._kind)
    context.flags[Inexact] = context.flags[Rounded] = True
    return result


def _power_of_one(x, y, sign, whole, context):
    if whole:
        if y._sign:
            return _make(sign, 1, 0)
        exponent = x._exp * min(int(y), context.prec)
        if exponent < 1 - context.prec:
            exponent = 1 - context.prec
            context.raised(Rounded)
        return _make(sign, 10 ** -exponent, exponent)
    context.raised(Rounded)
    context.raised(Inexact)
    return _make(sign, 10 ** (context.prec - 1), 1 - context.prec)


def _exact_power(x, y, whole, context):
    """Coefficient and exponent of a power that is a number of few digits, or None."""
    n, e = x._int, x._exp
    while n % 10 == 0:
        n //= 10
        e += 1
    if whole:
        k = int(y)
        if k > 0:
            if n == 1:
                shift = min(max(e * k - x._exp * k, 0), context.prec - 1)
                return 10 ** shift, e * k - shift
            if k * (_digits(n) - 1) > context.prec + 1 or k > 10 ** 6:
                return None
            result = n ** k
            if _digits(result) > context.prec:
                return None
            full = x._int ** k
            return (full, x._exp * k) if _digits(full) <= context.prec else (result, e * k)
        if n == 1:
            return 1, e * k
        if -k > 10 ** 5:
            return None
        # 1 / n**k has an end only where n has no factors but 2 and 5.
        m, twos, fives = n, 0, 0
        while m % 2 == 0:
            m //= 2
            twos += 1
        while m % 5 == 0:
            m //= 5
            fives += 1
        if m != 1:
            return None
        places = max(twos, fives) * -k
        if places > context.prec * 4 + 10:
            return None
        result = 10 ** places // n ** -k
        return (result, e * k - places) if _digits(result) <= context.prec else None
    # A root: only halves, quarters and the like of few digits.
    a, b = y.as_integer_ratio()
    if a < 0 or b > 64 or a > 10 ** 4 or e * a % b:
        return None
    root = round(n ** (1.0 / b)) if n < 10 ** 300 else 0
    if not root or root ** b != n:
        return None
    result = root ** a
    return (result, e * a // b) if _digits(result) <= context.prec else None


def _power_parts(x, y, digits):
    work = digits + _digits(y._int) + max(y.adjusted(), 0) + 12
    sign, ln, e = _log_parts(x, work, False)
    ln = -ln if sign else ln
    product = ln * (-y._int if y._sign else y._int)
    return _exp_parts(_make(int(product < 0), abs(product), e + y._exp), digits)
