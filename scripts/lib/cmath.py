"""Functions of complex numbers."""

import math as _math

pi = _math.pi
e = _math.e
tau = _math.tau
inf = _math.inf
nan = _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1.7976931348623157e308 / 4
_SQRT_LARGE = _math.sqrt(_LARGE)
_LOG_LARGE = _math.log(_LARGE)
_SMALLEST = 2.2250738585072014e-308
_SQRT_SMALLEST = _math.sqrt(_SMALLEST)
_LN2 = _math.log(2.0)
_LN10 = _math.log(10.0)


def _number(z):
    """The argument of a function as a complex number."""
    if isinstance(z, complex):
        return z
    if isinstance(z, str):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    try:
        return complex(z)
    except TypeError:
        raise TypeError(f'must be real number, not {type(z).__name__}') from None


def _real(x):
    if isinstance(x, complex):
        raise TypeError('must be real number, not complex')
    return x if isinstance(x, float) else _math.ldexp(x, 0)


def _is_finite(z):
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def _domain():
    return ValueError('math domain error')


def _checked(real, imag):
    """The result, where it is in the range of floats."""
    if _math.isinf(real) or _math.isinf(imag):
        raise OverflowError('math range error')
    return complex(real, imag)


def _hypot(x, y):
    try:
        return abs(complex(x, y))
    except OverflowError:
        return inf


def _sort(x):
    """-inf, negative, -0.0, 0.0, positive, inf, nan: 0 to 6."""
    if x != x:
        return 6
    if x == 0:
        return 2 if _math.copysign(1.0, x) < 0 else 3
    if _math.isinf(x):
        return 0 if x < 0 else 5
    return 1 if x < 0 else 4


# What the functions give where a part is not finite: by the sort of the real part, then of the imaginary one. None
# stands for an error, and where both parts are finite.
_c = complex
_ACOS = (
    (_c(3 * pi / 4, inf), _c(pi, inf), _c(pi, inf), _c(pi, -inf), _c(pi, -inf), _c(3 * pi / 4, -inf), _c(nan, inf)),
    (_c(pi / 2, inf), None, None, None, None, _c(pi / 2, -inf), _c(nan, nan)),
    (_c(pi / 2, inf), None, None, None, None, _c(pi / 2, -inf), _c(pi / 2, nan)),
    (_c(pi / 2, inf), None, None, None, None, _c(pi / 2, -inf), _c(pi / 2, nan)),
    (_c(pi / 2, inf), None, None, None, None, _c(pi / 2, -inf), _c(nan, nan)),
    (_c(pi / 4, inf), _c(0.0, inf), _c(0.0, inf), _c(0.0, -inf), _c(0.0, -inf), _c(pi / 4, -inf), _c(nan, inf)),
    (_c(nan, inf), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, -inf), _c(nan, nan)),
)
_ACOSH = (
    (_c(inf, -3 * pi / 4), _c(inf, -pi), _c(inf, -pi), _c(inf, pi), _c(inf, pi), _c(inf, 3 * pi / 4), _c(inf, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 4), _c(inf, -0.0), _c(inf, -0.0), _c(inf, 0.0), _c(inf, 0.0), _c(inf, pi / 4), _c(inf, nan)),
    (_c(inf, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(inf, nan), _c(nan, nan)),
)
_ASINH = (
    (_c(-inf, -pi / 4), _c(-inf, -0.0), _c(-inf, -0.0), _c(-inf, 0.0), _c(-inf, 0.0), _c(-inf, pi / 4),
     _c(-inf, nan)),
    (_c(-inf, -pi / 2), None, None, None, None, _c(-inf, pi / 2), _c(nan, nan)),
    (_c(-inf, -pi / 2), None, None, None, None, _c(-inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 4), _c(inf, -0.0), _c(inf, -0.0), _c(inf, 0.0), _c(inf, 0.0), _c(inf, pi / 4), _c(inf, nan)),
    (_c(inf, nan), _c(nan, nan), _c(nan, -0.0), _c(nan, 0.0), _c(nan, nan), _c(inf, nan), _c(nan, nan)),
)
_ATANH = (
    (_c(-0.0, -pi / 2), _c(-0.0, -pi / 2), _c(-0.0, -pi / 2), _c(-0.0, pi / 2), _c(-0.0, pi / 2), _c(-0.0, pi / 2),
     _c(-0.0, nan)),
    (_c(-0.0, -pi / 2), None, None, None, None, _c(-0.0, pi / 2), _c(nan, nan)),
    (_c(-0.0, -pi / 2), None, None, None, None, _c(-0.0, pi / 2), _c(-0.0, nan)),
    (_c(0.0, -pi / 2), None, None, None, None, _c(0.0, pi / 2), _c(0.0, nan)),
    (_c(0.0, -pi / 2), None, None, None, None, _c(0.0, pi / 2), _c(nan, nan)),
    (_c(0.0, -pi / 2), _c(0.0, -pi / 2), _c(0.0, -pi / 2), _c(0.0, pi / 2), _c(0.0, pi / 2), _c(0.0, pi / 2),
     _c(0.0, nan)),
    (_c(0.0, -pi / 2), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(0.0, pi / 2), _c(nan, nan)),
)
_COSH = (
    (None, _c(-inf, inf), _c(inf, 0.0), _c(inf, -0.0), _c(-inf, -inf), None, _c(inf, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, 0.0)),
    (None, None, None, None, None, None, _c(nan, 0.0)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, _c(-inf, -inf), _c(inf, -0.0), _c(inf, 0.0), _c(-inf, inf), None, _c(inf, nan)),
    (_c(nan, nan), _c(nan, nan), _c(nan, 0.0), _c(nan, 0.0), _c(nan, nan), _c(nan, nan), _c(nan, nan)),
)
_EXP = (
    (_c(0.0, 0.0), _c(-0.0, -0.0), _c(0.0, -0.0), _c(0.0, 0.0), _c(-0.0, 0.0), _c(0.0, 0.0), _c(0.0, 0.0)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, _c(-inf, -inf), _c(inf, -0.0), _c(inf, 0.0), _c(-inf, inf), None, _c(inf, nan)),
    (_c(nan, nan), _c(nan, nan), _c(nan, -0.0), _c(nan, 0.0), _c(nan, nan), _c(nan, nan), _c(nan, nan)),
)
_LOG = (
    (_c(inf, -3 * pi / 4), _c(inf, -pi), _c(inf, -pi), _c(inf, pi), _c(inf, pi), _c(inf, 3 * pi / 4), _c(inf, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 2), None, None, None, None, _c(inf, pi / 2), _c(nan, nan)),
    (_c(inf, -pi / 4), _c(inf, -0.0), _c(inf, -0.0), _c(inf, 0.0), _c(inf, 0.0), _c(inf, pi / 4), _c(inf, nan)),
    (_c(inf, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(inf, nan), _c(nan, nan)),
)
_SINH = (
    (None, _c(inf, -inf), _c(-inf, -0.0), _c(-inf, 0.0), _c(inf, inf), None, _c(inf, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(0.0, nan)),
    (None, None, None, None, None, None, _c(0.0, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, _c(-inf, -inf), _c(inf, -0.0), _c(inf, 0.0), _c(-inf, inf), None, _c(inf, nan)),
    (_c(nan, nan), _c(nan, nan), _c(nan, -0.0), _c(nan, 0.0), _c(nan, nan), _c(nan, nan), _c(nan, nan)),
)
_SQRT = (
    (_c(inf, -inf), _c(0.0, -inf), _c(0.0, -inf), _c(0.0, inf), _c(0.0, inf), _c(inf, inf), _c(nan, inf)),
    (_c(inf, -inf), None, None, None, None, _c(inf, inf), _c(nan, nan)),
    (_c(inf, -inf), None, None, None, None, _c(inf, inf), _c(nan, nan)),
    (_c(inf, -inf), None, None, None, None, _c(inf, inf), _c(nan, nan)),
    (_c(inf, -inf), None, None, None, None, _c(inf, inf), _c(nan, nan)),
    (_c(inf, -inf), _c(inf, -0.0), _c(inf, -0.0), _c(inf, 0.0), _c(inf, 0.0), _c(inf, inf), _c(inf, nan)),
    (_c(inf, -inf), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(nan, nan), _c(inf, inf), _c(nan, nan)),
)
_TANH = (
    (_c(-1.0, 0.0), _c(-1.0, 0.0), _c(-1.0, -0.0), _c(-1.0, 0.0), _c(-1.0, -0.0), _c(-1.0, 0.0), _c(-1.0, 0.0)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (_c(1.0, 0.0), _c(1.0, 0.0), _c(1.0, -0.0), _c(1.0, 0.0), _c(1.0, -0.0), _c(1.0, 0.0), _c(1.0, 0.0)),
    (_c(nan, nan), _c(nan, nan), _c(nan, -0.0), _c(nan, 0.0), _c(nan, nan), _c(nan, nan), _c(nan, nan)),
)
_RECT = (
    (None, _c(inf, inf), _c(-inf, 0.0), _c(-inf, -0.0), _c(inf, -inf), None, _c(inf, nan)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (_c(0.0, 0.0), None, None, None, None, _c(0.0, 0.0), _c(0.0, 0.0)),
    (_c(0.0, 0.0), None, None, None, None, _c(0.0, 0.0), _c(0.0, 0.0)),
    (None, None, None, None, None, None, _c(nan, nan)),
    (None, _c(-inf, -inf), _c(inf, -0.0), _c(inf, 0.0), _c(-inf, inf), None, _c(inf, nan)),
    (_c(nan, nan), _c(nan, nan), _c(nan, 0.0), _c(nan, 0.0), _c(nan, nan), _c(nan, nan), _c(nan, nan)),
)


def _special(table, z):
    found = table[_sort(z.real)][_sort(z.imag)]
    if found is None:
        raise _domain()
    return found


def phase(z, /):
    """The angle of a number."""
    z = _number(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    """The distance from 0 and the angle."""
    z = _number(z)
    distance = _hypot(z.real, z.imag)
    if _math.isinf(distance) and _is_finite(z):
        raise OverflowError('math range error')
    return (distance, _math.atan2(z.imag, z.real))


def rect(r, phi, /):
    """The number of a distance and an angle."""
    r, phi = _real(r), _real(phi)
    if _math.isfinite(r) and _math.isfinite(phi):
        if phi == 0.0:
            return complex(r, r * phi)
        return complex(r * _math.cos(phi), r * _math.sin(phi))
    if _math.isinf(r) and _math.isfinite(phi) and phi != 0.0:
        sign = 1.0 if r > 0 else -1.0
        return complex(sign * _math.copysign(inf, _math.cos(phi)), sign * _math.copysign(inf, _math.sin(phi)))
    return _special(_RECT, complex(r, phi))


def exp(z, /):
    """e to the power z."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _is_finite(z):
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            size = inf if x > 0 else 0.0
            return complex(_math.copysign(size, _math.cos(y)), _math.copysign(size, _math.sin(y)))
        return _special(_EXP, z)
    if x > _LOG_LARGE:
        try:
            size = _math.exp(x - 1.0)
        except OverflowError:
            size = inf
        return _checked(size * _math.cos(y) * e, size * _math.sin(y) * e)
    size = _math.exp(x)
    return _checked(size * _math.cos(y), size * _math.sin(y))


def _log(z, allows_zero=False):
    if not _is_finite(z):
        return _special(_LOG, z)
    ax, ay = abs(z.real), abs(z.imag)
    if ax > _LARGE or ay > _LARGE:
        real = _math.log(_hypot(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < _SMALLEST and ay < _SMALLEST:
        if ax == 0.0 and ay == 0.0:
            if allows_zero:
                return complex(-inf, _math.atan2(z.imag, z.real))
            raise _domain()
        real = _math.log(_hypot(_math.ldexp(ax, 53), _math.ldexp(ay, 53))) - 53 * _LN2
    else:
        distance = _hypot(ax, ay)
        if 0.71 <= distance <= 1.73:
            larger, smaller = (ax, ay) if ax > ay else (ay, ax)
            real = _math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2.0
        else:
            real = _math.log(distance)
    return complex(real, _math.atan2(z.imag, z.real))


def log(z, *base):
    """The logarithm; by default to the base e."""
    if len(base) > 1:
        raise TypeError(f'log expected at most 2 arguments, got {len(base) + 1}')
    if not base:
        return _log(_number(z))
    try:
        return _log(_number(z), True) / _log(_number(base[0]))
    except ZeroDivisionError:
        raise _domain() from None


def log10(z, /):
    """The logarithm to the base 10."""
    result = _log(_number(z))
    return complex(result.real / _LN10, result.imag / _LN10)


def sqrt(z, /):
    """The square root."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _is_finite(z):
        return _special(_SQRT, z)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < _SMALLEST and ay < _SMALLEST:
        ax = _math.ldexp(ax, 53)
        s = _math.ldexp(_math.sqrt(ax + _hypot(ax, _math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if x >= 0.0:
        return complex(s, _math.copysign(d, y))
    return complex(d, _math.copysign(s, y))


def _far(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def _far_log(z):
    return _math.log(_hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0


def acos(z, /):
    """The arc cosine."""
    z = _number(z)
    if not _is_finite(z):
        return _special(_ACOS, z)
    if _far(z):
        if z.real < 0.0:
            imag = -_math.copysign(_far_log(z), z.imag)
        else:
            imag = _math.copysign(_far_log(z), -z.imag)
        return complex(_math.atan2(abs(z.imag), z.real), imag)
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    """The inverse hyperbolic cosine."""
    z = _number(z)
    if not _is_finite(z):
        return _special(_ACOSH, z)
    if _far(z):
        return complex(_far_log(z), _math.atan2(z.imag, z.real))
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def asin(z, /):
    """The arc sine."""
    z = _number(z)
    s = asinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def asinh(z, /):
    """The inverse hyperbolic sine."""
    z = _number(z)
    if not _is_finite(z):
        return _special(_ASINH, z)
    if _far(z):
        if z.imag >= 0.0:
            real = _math.copysign(_far_log(z), z.real)
        else:
            real = -_math.copysign(_far_log(z), -z.real)
        return complex(real, _math.atan2(z.imag, abs(z.real)))
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    real = _math.asinh(s1.real * s2.imag - s2.real * s1.imag)
    return complex(real, _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def atan(z, /):
    """The arc tangent."""
    z = _number(z)
    s = atanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def atanh(z, /):
    """The inverse hyperbolic tangent."""
    z = _number(z)
    if not _is_finite(z):
        return _special(_ATANH, z)
    if _math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    x, ay = z.real, abs(z.imag)
    if x > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = _hypot(x / 2.0, z.imag / 2.0)
        return complex(x / 4.0 / h / h, -_math.copysign(pi / 2.0, -z.imag))
    if x == 1.0 and ay < _SQRT_SMALLEST:
        if ay == 0.0:
            raise _domain()
        real = -_math.log(_math.sqrt(ay) / _math.sqrt(_hypot(ay, 2.0)))
        return complex(real, _math.copysign(_math.atan2(2.0, -ay) / 2, z.imag))
    real = _math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0
    return complex(real, -_math.atan2(-2.0 * z.imag, (1 - x) * (1 + x) - ay * ay) / 2.0)


def cos(z, /):
    """The cosine."""
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def cosh(z, /):
    """The hyperbolic cosine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _is_finite(z):
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            imag = _math.copysign(inf, _math.sin(y))
            return complex(_math.copysign(inf, _math.cos(y)), imag if x > 0 else -imag)
        return _special(_COSH, z)
    if abs(x) > _LOG_LARGE:
        near = x - _math.copysign(1.0, x)
        return _checked(_math.cos(y) * _hyper(_math.cosh, near) * e, _math.sin(y) * _hyper(_math.sinh, near) * e)
    return _checked(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x))


def _hyper(function, x):
    try:
        return function(x)
    except OverflowError:
        raise OverflowError('math range error') from None


def sin(z, /):
    """The sine."""
    z = _number(z)
    s = sinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def sinh(z, /):
    """The hyperbolic sine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _is_finite(z):
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            real = _math.copysign(inf, _math.cos(y))
            return complex(real if x > 0 else -real, _math.copysign(inf, _math.sin(y)))
        return _special(_SINH, z)
    if abs(x) > _LOG_LARGE:
        near = x - _math.copysign(1.0, x)
        return _checked(_math.cos(y) * _hyper(_math.sinh, near) * e, _math.sin(y) * _hyper(_math.cosh, near) * e)
    return _checked(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x))


def tan(z, /):
    """The tangent."""
    z = _number(z)
    s = tanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def tanh(z, /):
    """The hyperbolic tangent."""
    z = _number(z)
    x, y = z.real, z.imag
    if not _is_finite(z):
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            return complex(1.0 if x > 0 else -1.0, _math.copysign(0.0, 2.0 * _math.sin(y) * _math.cos(y)))
        return _special(_TANH, z)
    if abs(x) > _LOG_LARGE:
        return complex(_math.copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    tx, ty = _math.tanh(x), _math.tan(y)
    cx = 1.0 / _math.cosh(x)
    product = tx * ty
    divisor = 1.0 + product * product
    return complex(tx * (1.0 + ty * ty) / divisor, ((ty / divisor) * cx) * cx)


def isfinite(z, /):
    """Whether both parts are finite."""
    return _is_finite(_number(z))


def isinf(z, /):
    """Whether a part is infinite."""
    z = _number(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    """Whether a part is no number."""
    z = _number(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are close to each other."""
    a, b = _number(a), _number(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = _hypot(a.real - b.real, a.imag - b.imag)
    size_a, size_b = _hypot(a.real, a.imag), _hypot(b.real, b.imag)
    return difference <= rel_tol * size_b or difference <= rel_tol * size_a or difference <= abs_tol
