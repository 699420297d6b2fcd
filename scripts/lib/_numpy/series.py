"""Running sums, windows, and functions of signals."""

import math
import operator

import _autograd

import numpy as np

__name__ = 'numpy'


def _wide_arange(start, stop, step, dtype):
    """`arange` of integers beyond 64 bits with a sign: floats, or objects where they are beyond those without one."""
    if start is None or stop is None:
        start, stop = 0, start if stop is None else stop
    step = 1 if step is None else step
    if step == 0:
        raise ZeroDivisionError('division by zero')
    count = max(0, math.ceil((stop - start) / step))
    if count >= 2 ** 40:
        raise ValueError('Maximum allowed size exceeded')
    kind = np.dtype(dtype) if dtype is not None else np.result_type(*(np.array(end) for end in (start, stop, step)))
    if kind == object:
        return np.array([start + step * place for place in range(count)], dtype=object)
    if kind.kind == 'f':
        first = float(start)
        return (first + (float(start + step) - first) * np.arange(count)).astype(kind)
    return np.array([start + step * place for place in range(count)], dtype=kind)


def _cumulative(function, identity, x, axis, dtype, out, include_initial):
    x = np.atleast_1d(x)
    if axis is None:
        if x.ndim != 1:
            raise ValueError('For arrays which have more than one dimension ``axis`` argument is required.')
        axis = 0
    if out is not None and include_initial:
        shape = list(x.shape)
        shape[axis] += 1
        inner = [slice(None)] * x.ndim
        inner[axis] = slice(1, None)
        function(x, axis=axis, dtype=dtype, out=out[tuple(inner)])
        inner[axis] = slice(0, 1)
        out[tuple(inner)] = identity
        return out
    result = function(x, axis=axis, dtype=dtype, out=out)
    if include_initial:
        shape = list(x.shape)
        shape[axis] = 1
        result = np.concatenate([np.full(shape, identity, dtype=result.dtype), result], axis=axis)
    return result


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Return the running sum along an axis; `include_initial` puts a 0 before it."""
    return _cumulative(np.cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Return the running product along an axis; `include_initial` puts a 1 before it."""
    return _cumulative(np.cumprod, 1, x, axis, dtype, out, include_initial)


def _window_places(M):
    values = np.array([0.0, M])
    M = values[1]
    return M, np.arange(1 - M, M, 2)


def hamming(M):
    """Return the Hamming window of M points."""
    M, n = _window_places(M)
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    return 0.54 + 0.46 * np.cos(np.pi * n / (M - 1))


def hanning(M):
    """Return the Hann window of M points."""
    M, n = _window_places(M)
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    return 0.5 + 0.5 * np.cos(np.pi * n / (M - 1))


def blackman(M):
    """Return the Blackman window of M points."""
    M, n = _window_places(M)
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    return 0.42 + 0.5 * np.cos(np.pi * n / (M - 1)) + 0.08 * np.cos(2.0 * np.pi * n / (M - 1))


def bartlett(M):
    """Return the triangular window of M points."""
    M, n = _window_places(M)
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    return np.where(np.less_equal(n, 0), 1 + n / (M - 1), 1 - n / (M - 1))


def kaiser(M, beta):
    """Return the Kaiser window of M points and a shape."""
    values = np.array([0.0, M, beta])
    M, beta = values[1], values[2]
    if M == 1:
        return np.ones(1, dtype=values.dtype)
    n = np.arange(0, M)
    middle = (M - 1) / 2.0
    return i0(beta * np.sqrt(1 - ((n - middle) / middle) ** 2.0)) / i0(beta)


# Chebyshev coefficients of exp(-x) I0(x) for x <= 8, and of exp(-x) sqrt(x) I0(x) beyond.
_SMALL = [
    -4.41534164647933937950E-18, 3.33079451882223809783E-17, -2.43127984654795469359E-16, 1.71539128555513303061E-15,
    -1.16853328779934516808E-14, 7.67618549860493561688E-14, -4.85644678311192946090E-13, 2.95505266312963983461E-12,
    -1.72682629144155570723E-11, 9.67580903537323691224E-11, -5.18979560163526290666E-10, 2.65982372468238665035E-9,
    -1.30002500998624804212E-8, 6.04699502254191894932E-8, -2.67079385394061173391E-7, 1.11738753912010371815E-6,
    -4.41673835845875056359E-6, 1.64484480707288970893E-5, -5.75419501008210370398E-5, 1.88502885095841655729E-4,
    -5.76375574538582365885E-4, 1.63947561694133579842E-3, -4.32430999505057594430E-3, 1.05464603945949983183E-2,
    -2.37374148058994688156E-2, 4.93052842396707084878E-2, -9.49010970480476444210E-2, 1.71620901522208775349E-1,
    -3.04682672343198398683E-1, 6.76795274409476084995E-1]
_LARGE = [
    -7.23318048787475395456E-18, -4.83050448594418207126E-18, 4.46562142029675999901E-17, 3.46122286769746109310E-17,
    -2.82762398051658348494E-16, -3.42548561967721913462E-16, 1.77256013305652638360E-15, 3.81168066935262242075E-15,
    -9.55484669882830764870E-15, -4.15056934728722208663E-14, 1.54008621752140982691E-14, 3.85277838274214270114E-13,
    7.18012445138366623367E-13, -1.79417853150680611778E-12, -1.32158118404477131188E-11, -3.14991652796324136454E-11,
    1.18891471078464383424E-11, 4.94060238822496958910E-10, 3.39623202570838634515E-9, 2.26666899049817806459E-8,
    2.04891858946906374183E-7, 2.89137052083475648297E-6, 6.88975834691682398426E-5, 3.36911647825569408990E-3,
    8.04490411014108831608E-1]


def _chebyshev(x, coefficients):
    first = coefficients[0]
    second = 0.0
    third = 0.0
    for coefficient in coefficients[1:]:
        third = second
        second = first
        first = x * second - third + coefficient
    return 0.5 * (first - third)


def i0(x):
    """Return the modified Bessel function of the first kind of order 0."""
    x = np.asanyarray(x)
    if x.dtype.kind == 'c':
        raise TypeError('i0 not supported for complex values')
    if x.dtype.kind != 'f':
        x = x.astype(float)
    x = np.abs(x)
    small = x <= 8.0
    near = np.where(small, x, 1.0)
    far = np.where(small, 9.0, x)
    result = np.where(small, np.exp(near) * _chebyshev(near / 2.0 - 2, _SMALL),
                      np.exp(far) * _chebyshev(32.0 / far - 2.0, _LARGE) / np.sqrt(far))
    if type(x) is not np.ndarray and isinstance(x, np.ndarray):
        return x.__array_wrap__(np.asarray(result), (np.abs, (x,), 0))
    return np.asarray(result)


def sinc(x):
    """Return sin(πx)/(πx), 1 at 0."""
    if _autograd.is_traced(x):
        from autograd._rules.elementwise import sinc as traced
        return traced(x)
    x = np.asanyarray(x)
    x = np.pi * x
    tiny = np.finfo(x.dtype).eps if x.dtype.kind == 'f' else 1.0e-20
    y = np.where(x, x, x.dtype.type(tiny))
    return np.sin(y) / y


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Return phases without jumps of more than half a period along an axis."""
    p = np.asarray(p)
    rank = p.ndim
    steps = np.diff(p, axis=axis)
    if discont is None:
        discont = period / 2
    inner = [slice(None, None)] * rank
    inner[axis] = slice(1, None)
    inner = tuple(inner)
    dtype = np.result_type(steps, period)
    if dtype.kind in 'iu':
        high, rest = divmod(period, 2)
        ambiguous = rest == 0
    else:
        high = period / 2
        ambiguous = True
    low = -high
    folded = np.mod(steps - low, period) + low
    if ambiguous:
        folded = np.where((folded == low) & (steps > 0), high, folded)
    corrections = np.where(abs(steps) < discont, 0, folded - steps)
    up = np.array(p, copy=True, dtype=dtype)
    up[inner] = p[inner] + corrections.cumsum(axis)
    return up


def _linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """`linspace` between complex numbers."""
    num = operator.index(num)
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    div = num - 1 if endpoint else num
    start, stop = np.asarray(start) * 1.0, np.asarray(stop) * 1.0
    kind = np.result_type(start, stop, float)
    delta = np.subtract(stop, start, dtype=kind)
    y = np.arange(0, num, dtype=kind).reshape((-1,) + (1,) * delta.ndim)
    step = delta / div if div > 0 else np.nan
    y = (y * step if div > 0 else y * delta) + start
    if endpoint and num > 1:
        y[-1, ...] = stop
    y = np.moveaxis(y, 0, axis).astype(kind if dtype is None else dtype, copy=False)
    return (y, step) if retstep else y


def _logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """`logspace` between complex numbers, or to several bases."""
    ndmax = max(np.ndim(start), np.ndim(stop), np.ndim(base))
    start, stop, base = (np.array(a, ndmin=ndmax) for a in (start, stop, base))
    start, stop, base = np.broadcast_arrays(start, stop, base)
    y = np.moveaxis(_linspace(start, stop, num, endpoint), 0, axis)
    y = np.power(np.expand_dims(base, axis), y)
    y = y.real if y.dtype.kind == 'c' and not any(np.iscomplexobj(a) for a in (start, stop, base)) else y
    return y if dtype is None else y.astype(dtype, copy=False)


def _geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """`geomspace` between complex numbers or arrays."""
    start, stop = np.asarray(start), np.asarray(stop)
    if np.any(start == 0) or np.any(stop == 0):
        raise ValueError('Geometric sequence cannot include zero')
    kind = np.result_type(start, stop, float(num), np.zeros((), dtype))
    dtype = kind if dtype is None else np.dtype(dtype)
    start, stop = start.astype(kind, copy=True), stop.astype(kind, copy=True)
    sign = start / abs(start) if kind.kind == 'c' else np.sign(start)
    start, stop = start / sign, stop / sign
    y = _logspace(np.log10(start), np.log10(stop), num, endpoint, 10.0, dtype=kind)
    y = y.reshape((num,) + np.broadcast(start, stop).shape)
    if num > 0:
        y[0] = start
        if num > 1 and endpoint:
            y[-1] = stop
    y = np.moveaxis(y * sign, 0, axis)
    return y.astype(dtype, copy=False)
