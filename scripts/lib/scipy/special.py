"""Special functions of arrays."""

import math

import numpy as np


def _each(function, *arguments):
    """A function of numbers, for each element of broadcast arrays."""
    arrays = [np.asarray(one, dtype=float) for one in arguments]
    if all(one.ndim == 0 for one in arrays):
        return np.float64(function(*[float(one) for one in arrays]))
    arrays = np.broadcast_arrays(*arrays)
    values = list(map(function, *[one.ravel().tolist() for one in arrays]))
    return np.array(values, dtype=float).reshape(arrays[0].shape)


def expit(x):
    """Return the logistic function 1 / (1 + exp(-x))."""
    x = np.asarray(x)
    x = x if x.dtype.kind == 'f' else x.astype(float)
    with np.errstate(over='ignore'):
        return 1 / (1 + np.exp(-x))


def _logit(p):
    if p < 0 or p > 1 or p != p:
        return math.nan
    if p == 0:
        return -math.inf
    if p == 1:
        return math.inf
    if 0.3 <= p <= 0.65:
        s = 2 * (p - 0.5)
        return math.log1p(s) - math.log1p(-s)
    return math.log(p / (1 - p))


def logit(x):
    """Return log(x / (1 - x)), the inverse of `expit`."""
    return _each(_logit, x)


def log_expit(x):
    """Return the logarithm of the logistic function."""
    x = np.asarray(x, dtype=float)
    return np.where(x < 0, x - np.log1p(np.exp(-np.abs(x))), -np.log1p(np.exp(-np.abs(x))))[()]


def softmax(x, axis=None):
    """Return exp(x) divided by its sum over axes."""
    x = np.asarray(x)
    shifted = np.exp(x - np.amax(x, axis=axis, keepdims=True))
    return shifted / np.sum(shifted, axis=axis, keepdims=True)


def log_softmax(x, axis=None):
    """Return the logarithm of `softmax`."""
    x = np.asarray(x)
    most = np.amax(x, axis=axis, keepdims=True)
    most = np.where(np.isfinite(most), most, 0)
    shifted = x - most
    with np.errstate(divide='ignore'):
        return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    """Return the logarithm of the sum of exponentials over axes, each weighted by b."""
    a = np.asarray(a, dtype=float)
    if b is not None:
        a, b = np.broadcast_arrays(a, np.asarray(b, dtype=float))
        a = np.where(b == 0, -np.inf, a)
    if a.size == 0:
        # The sum of nothing is 0.
        total = np.sum(a, axis=axis, keepdims=keepdims)
        with np.errstate(divide='ignore'):
            result = np.log(total)
        return (result, np.sign(total)) if return_sign else result
    most = np.amax(a, axis=axis, keepdims=True)
    is_most = a == most
    most = np.where(np.isfinite(most), most, 0)
    with np.errstate(divide='ignore', invalid='ignore'):
        if b is None:
            # The largest ones are counted, so that the rest keeps its digits.
            count = np.sum(is_most, axis=axis, keepdims=True, dtype=float)
            rest = np.sum(np.where(is_most, 0.0, np.exp(a - most)), axis=axis, keepdims=True)
            total = rest + count
            sign = np.sign(total)
            result = np.log1p(rest / count) + np.log(count) + most
            result = np.where(np.isfinite(np.amax(a, axis=axis, keepdims=True)), result,
                              np.amax(a, axis=axis, keepdims=True))
        else:
            total = np.sum(b * np.exp(a - most), axis=axis, keepdims=True)
            sign = np.sign(total)
            result = np.log(np.abs(total) if return_sign else total) + most
    if not keepdims:
        result = np.squeeze(result, axis=axis)
        sign = np.squeeze(sign, axis=axis)
    result, sign = result[()], sign[()]
    return (result, sign) if return_sign else result


def erf(x):
    """Return the error function."""
    return _each(math.erf, x)


def erfc(x):
    """Return 1 - erf(x)."""
    return _each(math.erfc, x)


def _normal_quantile(p):
    """Wichura's rational approximations, polished by a Newton step."""
    if not 0 < p < 1:
        return -math.inf if p == 0 else math.inf if p == 1 else math.nan
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        x = q * _ratio(r, (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
                           4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
                           1.3314166789178437745e2, 3.3871328727963666080e0),
                       (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
                        2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
                        4.2313330701600911252e1, 1.0))
        return x
    r = math.sqrt(-math.log(p if q < 0 else 1 - p))
    if r <= 5:
        r -= 1.6
        x = _ratio(r, (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                       1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
                       4.63033784615654529590e0, 1.42343711074968357734e0),
                   (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
                    2.05319162663775882187e0, 1.0))
    else:
        r -= 5
        x = _ratio(r, (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                       2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
                       5.46378491116411436990e0, 6.65790464350110377720e0),
                   (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
                    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
                    5.99832206555887937690e-1, 1.0))
    return -x if q < 0 else x


def _ratio(r, above, below):
    top = bottom = 0.0
    for one, other in zip(above, below):
        top = top * r + one
        bottom = bottom * r + other
    return top / bottom


def ndtr(x):
    """Return the distribution function of the standard normal distribution."""
    return _each(lambda value: 0.5 * math.erfc(-value / math.sqrt(2)), x)


def ndtri(p):
    """Return the quantiles of the standard normal distribution."""
    return _each(_normal_quantile, p)


def erfinv(y):
    """Return the inverse of the error function."""
    def one(value):
        if abs(value) >= 1:
            return math.copysign(math.inf, value) if abs(value) == 1 else math.nan
        x = _normal_quantile((value + 1) / 2) / math.sqrt(2)
        for _ in range(2):
            x -= (math.erf(x) - value) / (2 / math.sqrt(math.pi) * math.exp(-x * x))
        return x
    return _each(one, y)


def erfcinv(y):
    """Return the inverse of `erfc`."""
    return erfinv(1 - np.asarray(y, dtype=float))


def _gamma(x):
    if x == 0:
        return math.copysign(math.inf, x)
    if x == -math.inf or (x < 0 and x == math.floor(x)):
        return math.nan
    try:
        return math.gamma(x)
    except OverflowError:
        return math.inf


def gamma(z):
    """Return the gamma function."""
    return _each(_gamma, z)


def _gammaln(x):
    if x == -math.inf:
        return x
    if x <= 0 and x == math.floor(x):
        return math.inf
    return math.lgamma(x)


def gammaln(x):
    """Return the logarithm of the gamma function's magnitude."""
    return _each(_gammaln, x)


loggamma = gammaln


def _digamma(x):
    if x <= 0 and x == math.floor(x):
        return math.nan if x else -math.copysign(math.inf, x)
    if x < 0:
        return _digamma(1 - x) - math.pi / math.tan(math.pi * x)
    result = 0.0
    while x < 10:
        result -= 1 / x
        x += 1
    square = 1 / (x * x)
    tail = 0.0
    for coefficient in (1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12):
        tail = tail * square + coefficient
    return result + math.log(x) - 0.5 / x - tail * square


def psi(x):
    """Return the logarithmic derivative of the gamma function."""
    return _each(_digamma, x)


digamma = psi


def polygamma(n, x):
    """Return the n-th derivative of `psi`."""
    n = int(n)
    if n == 0:
        return psi(x)

    def one(value):
        result = 0.0
        while value < 20:
            result += value ** -(n + 1)
            value += 1
        bernoulli = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510)
        tail = math.factorial(n - 1) / value ** n + math.factorial(n) / (2 * value ** (n + 1))
        for place, number in enumerate(bernoulli, 1):
            tail += number * math.factorial(2 * place + n - 1) / math.factorial(2 * place) / value ** (2 * place + n)
        return (-1) ** (n + 1) * (math.factorial(n) * result + tail)

    return _each(one, x)


def beta(a, b):
    """Return the beta function."""
    return _each(lambda x, y: math.exp(math.lgamma(x) + math.lgamma(y) - math.lgamma(x + y))
                 if x + y > 170 else _gamma(x) / _gamma(x + y) * _gamma(y), a, b)


def betaln(a, b):
    """Return the logarithm of the beta function's magnitude."""
    return _each(lambda x, y: math.lgamma(x) + math.lgamma(y) - math.lgamma(x + y), a, b)


def factorial(n, exact=False):
    """Return n!, 0 for negative numbers."""
    if exact:
        if np.ndim(n) == 0:
            return math.factorial(n) if n >= 0 else 0
        return np.array([math.factorial(one) if one >= 0 else 0 for one in np.ravel(n).tolist()]).reshape(np.shape(n))
    return _each(lambda x: 0.0 if x < 0 else _gamma(x + 1), n)


def comb(N, k, *, exact=False, repetition=False):
    """Return how many ways there are to take k of N things."""
    if repetition:
        return comb(N + k - 1, k, exact=exact)
    if exact:
        if int(N) == N and int(k) == k:
            return math.comb(int(N), int(k)) if 0 <= k <= N else 0
        raise ValueError('Non-integer `N` and `k` with `exact=True` is not supported.')
    return _each(lambda n, r: 0.0 if r < 0 or r > n or n < 0 else
                 float(math.comb(int(n), int(r))) if n == int(n) and r == int(r) else
                 math.exp(math.lgamma(n + 1) - math.lgamma(r + 1) - math.lgamma(n - r + 1)), N, k)


binom = comb


def perm(N, k, exact=False):
    """Return how many ways there are to put k of N things in order."""
    if exact:
        return math.perm(int(N), int(k)) if 0 <= k <= N else 0
    return _each(lambda n, r: 0.0 if r < 0 or r > n else float(math.perm(int(n), int(r))), N, k)


def xlogy(x, y):
    """Return x log(y), 0 where x is 0."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.where((x == 0) & ~np.isnan(y), 0.0, x * np.log(y))[()]


def xlog1py(x, y):
    """Return x log(1 + y), 0 where x is 0."""
    return xlogy(x, np.asarray(y, dtype=float) + 1)


def entr(x):
    """Return -x log(x), the summand of an entropy."""
    x = np.asarray(x, dtype=float)
    return np.where(x < 0, -np.inf, -xlogy(x, x))[()]


def rel_entr(x, y):
    """Return x log(x / y), the summand of a relative entropy."""
    return _each(lambda a, b: a * math.log(a / b) if a > 0 and b > 0 else 0.0 if a == 0 and b >= 0 else math.inf, x, y)


def kl_div(x, y):
    """Return x log(x / y) - x + y."""
    return rel_entr(x, y) - np.asarray(x, dtype=float) + np.asarray(y, dtype=float)


def expm1(x):
    """Return exp(x) - 1."""
    return np.expm1(x)


def log1p(x):
    """Return log(1 + x)."""
    return np.log1p(x)


def exp2(x):
    """Return 2 ** x."""
    return np.exp2(x)


def exp10(x):
    """Return 10 ** x."""
    return np.power(10.0, x)


def sinc(x):
    """Return sin(πx)/(πx)."""
    return np.sinc(x)


def i0(x):
    """Return the modified Bessel function of order 0."""
    return np.i0(x)[()]


def cbrt(x):
    """Return the cube root."""
    return np.cbrt(x)
