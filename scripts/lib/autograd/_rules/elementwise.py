"""Functions of each element, and the functions of math."""

import math as _math
import numpy as np
from functools import reduce as _reduce
from operator import index as _index
from autograd._rules._parts import _array, _cast, _deliver, _plain


def modf(x, out1=None, out2=None, out=None):
    out1, out2 = out if out is not None else (out1, out2)
    whole = _plain(lambda v: np.modf(v)[1], x)
    return _deliver(x - whole, out1), _deliver(whole, out2)


def divmod(x1, x2, out1=None, out2=None, out=None):
    out1, out2 = out if out is not None else (out1, out2)
    quotient = _plain(np.floor_divide, x1, x2)
    return _deliver(quotient, out1), _deliver(np.remainder(x1, x2), out2)


def round(a, decimals=0, out=None):
    return _deliver(_plain(np.round, a, decimals), out)


def sinc(x):
    """Of an array: near zero the series of sin(y)/y, which has all derivatives there."""
    y = np.pi * _array(x)
    near = _plain(lambda v: np.abs(v) < 0.1, y)
    square = np.where(near, y, 0) ** 2
    series = 1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110))))
    far = np.where(near, 1, y)
    return np.where(near, series, np.sin(far) / far)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    num = _index(num)
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    kind = _plain(np.result_type, start, stop, 1.0)
    start, stop = _array(start), _array(stop)
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else (stop - start) * np.nan
    steps = np.reshape(np.arange(num, dtype=kind), (-1,) + (1,) * np.ndim(step))
    result = start + (steps * step if parts > 0 else steps * (stop - start))
    if endpoint and num > 1:
        # The last one is exactly the end, also where the way to it is infinite.
        last = np.broadcast_to(stop, np.shape(step))
        result = np.concatenate([result[:-1], _cast(np.reshape(last, (1,) + np.shape(step)), result.dtype)])
    if axis != 0:
        result = np.moveaxis(result, 0, axis)
    result = _numbers(result, kind if dtype is None else dtype)
    return (result, step) if retstep else result


def _numbers(result, dtype):
    """Evenly spaced numbers in a dtype; integers are rounded down."""
    if dtype is not None and np.dtype(dtype).kind in 'iu':
        return _plain(lambda r: np.floor(r).astype(dtype), result)
    return _cast(_array(result), dtype)


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    exponents = linspace(start, stop, num, endpoint, axis=axis)
    base = base if np.ndim(base) == 0 else np.expand_dims(base, axis)
    result = np.power(base, exponents)
    return result if dtype is None else _cast(_array(result), dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    sign = _plain(lambda a, b: np.where((np.real(a) < 0) & (np.real(b) < 0), -1.0, 1.0), start, stop)
    result = sign * np.exp(linspace(np.log(start * sign), np.log(stop * sign), num, endpoint))
    if endpoint and num > 1:
        ends = (np.broadcast_to(_array(end), result.shape[1:]) for end in (start, stop))
        first, last = (np.expand_dims(end, 0) for end in ends)
        result = np.concatenate([first, result[1:-1], last])
    if axis != 0:
        result = np.moveaxis(result, 0, axis)
    return result if dtype is None else _cast(_array(result), dtype)


def arange(start=0, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    step = 1 if step is None else step
    count = _plain(lambda *limits: np.arange(*limits).size, start, stop, step)
    return _cast(start + step * np.arange(count), dtype)


def complex(real=0, imag=0):
    return real + 1j * imag


def math_log(x, base=None):
    return np.log(x) if base is None else np.log(x) / np.log(base)


def math_hypot(*coordinates):
    return np.sqrt(_reduce(lambda x, y: x + y, [value * value for value in coordinates]))


def _special(name, function, x):
    """A function of autograd.scipy.special, with math's errors."""
    import autograd.scipy.special as special
    _plain(function, x)
    return getattr(special, name)(x)


def math_gamma(x):
    return _special('gamma', _math.gamma, x)


def math_lgamma(x):
    return _special('gammaln', _math.lgamma, x)


def math_erf(x):
    return _special('erf', _math.erf, x)


def math_erfc(x):
    return _special('erfc', _math.erfc, x)


def math_fsum(seq):
    return _reduce(lambda x, y: x + y, list(seq), 0.0)


def math_prod(iterable, start=1):
    return _reduce(lambda x, y: x * y, list(iterable), start)


def math_dist(p, q):
    return math_hypot(*[x - y for x, y in zip(p, q)])


def math_sumprod(p, q):
    return _reduce(lambda x, y: x + y, [x * y for x, y in zip(p, q)], 0.0)
