"""Functions of each element, and the functions of math."""

import builtins
import numpy as np
from functools import reduce as _reduce
from autograd._rules._parts import _array, _deliver, _plain


def modf(x, *_, **__):
    whole = _plain(lambda v: np.modf(v)[1], x)
    return x - whole, whole


def divmod(x1, x2, *_, **__):
    quotient = _plain(np.floor_divide, x1, x2)
    return quotient, np.remainder(x1, x2)


def round(a, decimals=0, out=None, **_):
    return _deliver(_plain(np.round, a, decimals), out)


def sinc(x, **_):
    x = _array(x)
    zero = _plain(lambda v: v == 0, x)
    y = np.pi * np.where(zero, 1.0, x)
    # Near zero the series: 1 - (pi x)^2 / 6.
    return np.where(zero, 1.0 - (np.pi * x) ** 2 / 6.0, np.sin(y) / y)


def unwrap(p, discont=None, axis=-1, period=2 * np.pi, **_):
    return p + _plain(lambda v: np.unwrap(v, discont, axis, period=period) - v, p)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, **_):
    start, stop = _array(start), _array(stop)
    parts = num - 1 if endpoint else num
    step = (stop - start) / builtins.max(parts, 1)
    steps = np.reshape(np.arange(num, dtype=float), (-1,) + (1,) * np.ndim(step))
    result = start + steps * step
    if axis != 0:
        result = np.moveaxis(result, 0, axis)
    return (result, step) if retstep else result


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0, **_):
    return np.power(base, linspace(start, stop, num, endpoint, axis=axis))


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0, **_):
    return np.exp(linspace(np.log(start), np.log(stop), num, endpoint, axis=axis))


def arange(start, stop=None, step=None, *_, **__):
    numbers = _plain(lambda *given: np.arange(*(part for part in given if part is not None)), start, stop, step)
    if stop is None:
        return numbers
    return start + np.arange(numbers.shape[0]) * (1.0 if step is None else step)


def complex(real=0, imag=0):
    return real + 1j * imag


def math_log(x, base=None, *rest, **_):
    if rest:
        base = rest[0]
    return np.log(x) if base is None else np.log(x) / np.log(base)


def math_hypot(*coordinates, **_):
    return np.sqrt(_reduce(lambda x, y: x + y, [value * value for value in coordinates]))


def math_fsum(seq, *_, **__):
    return _reduce(lambda x, y: x + y, list(seq), 0.0)


def math_prod(iterable, *_, start=1, **__):
    return _reduce(lambda x, y: x * y, list(iterable), start)


def math_dist(p, q, *_, **__):
    return math_hypot(*[x - y for x, y in zip(p, q)])


def math_sumprod(p, q, *_, **__):
    return _reduce(lambda x, y: x + y, [x * y for x, y in zip(p, q)], 0.0)
