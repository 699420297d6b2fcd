"""Special functions of arrays, with derivatives of any order."""

import math

import numpy as np
import _autograd
from autograd.extend import defvjp, primitive
from scipy.special import _gamma, erfcinv as _erfcinv, erfinv as _erfinv

# B2, B4, … of Bernoulli's numbers.
_BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510]


def _each(function, x):
    """A function of one float, of every element. float32 remains float32."""
    x = np.asarray(x)
    kind = np.float32 if x.dtype in (np.float16, np.float32) else np.float64
    return np.array([function(float(value)) for value in x.reshape(-1)], dtype=kind).reshape(x.shape)[()]


def _cotangent_derivative(n, x):
    """The derivative of order n of cot(pi x): a polynomial of the cotangent, whose derivative is -pi (1 + cot^2)."""
    c = 0.0 if abs(x - round(x)) == 0.5 else 1.0 / math.tan(math.pi * (x - round(x)))
    powers = [0.0, 1.0]
    for _ in range(n):
        slopes = [-math.pi * k * number for k, number in enumerate(powers)][1:]
        powers = [(slopes[k] if k < len(slopes) else 0.0) + (slopes[k - 2] if k >= 2 else 0.0)
                  for k in range(len(slopes) + 2)]
    return sum(number * c ** k for k, number in enumerate(powers))


def _polygamma(n, x):
    if x != x or x == -math.inf:
        return math.nan
    if x <= 0 and x == math.floor(x):
        return (math.inf if n % 2 else -math.inf) if n or x == 0 else math.nan
    if x < 0:
        sign = 1.0 if n % 2 == 0 else -1.0
        return sign * _polygamma(n, 1.0 - x) - math.pi * _cotangent_derivative(n, x)
    total = 0.0
    sign = -1.0 if n % 2 == 0 else 1.0
    while x < 18.0:
        # psi_n(x) = psi_n(x + 1) - (-1)^n n! / x^(n+1)
        total += sign * math.factorial(n) / x ** (n + 1)
        x += 1.0
    if n == 0:
        tail = math.log(x) - 0.5 / x
        for k, number in enumerate(_BERNOULLI, 1):
            tail -= number / (2 * k * x ** (2 * k))
        return total + tail
    tail = math.factorial(n - 1) / x ** n + math.factorial(n) / (2 * x ** (n + 1))
    for k, number in enumerate(_BERNOULLI, 1):
        tail += number * math.factorial(2 * k + n - 1) / (math.factorial(2 * k) * x ** (2 * k + n))
    return total + sign * tail


def _gammaln(x):
    if x == -math.inf or x <= 0 and x == math.floor(x):
        return math.inf
    try:
        return math.lgamma(x)
    except OverflowError:
        return math.inf


def _log_ndtr(x):
    """The logarithm of the probability of a standard normal value up to x."""
    if x > -1.0:
        return math.log1p(-0.5 * math.erfc(x / math.sqrt(2.0)))
    if x > -5.0:
        return math.log(0.5 * math.erfc(-x / math.sqrt(2.0)))
    # The continued fraction of the ratio of density and tail.
    fraction = -x
    for k in range(80, 0, -1):
        fraction = -x + k / fraction
    return -0.5 * x * x - 0.5 * math.log(2.0 * math.pi) - math.log(fraction)


@primitive
def polygamma(n, x):
    """The derivatives of digamma."""
    return _each(lambda value: _polygamma(n, value), x)


@primitive
def digamma(x):
    """The logarithmic derivative of the gamma function."""
    return _each(lambda value: _polygamma(0, value), x)


psi = digamma


@primitive
def gammaln(x):
    """The logarithm of the gamma function's absolute value."""
    return _each(_gammaln, x)


@primitive
def gamma(x):
    """The gamma function."""
    return _each(_gamma, x)


@primitive
def rgamma(x):
    """One over the gamma function."""
    return _each(lambda value: 0.0 if value <= 0 and value == math.floor(value) else 1.0 / _gamma(value), x)


@primitive
def log_ndtr(x):
    """The logarithm of the probability of a standard normal value up to x."""
    return _each(_log_ndtr, x)


@primitive
def erf(x):
    """The error function."""
    return _each(math.erf, x)


@primitive
def erfc(x):
    """1 - erf(x)."""
    return _each(math.erfc, x)


@primitive
def erfinv(x):
    """The inverse of erf."""
    return _each(_erfinv, x)


@primitive
def erfcinv(x):
    """The inverse of erfc."""
    return _each(_erfcinv, x)


defvjp(erfinv, lambda ans, x: lambda g: math.sqrt(math.pi) / 2.0 * g * np.exp(ans * ans))
defvjp(erfcinv, lambda ans, x: lambda g: -math.sqrt(math.pi) / 2.0 * g * np.exp(ans * ans))
defvjp(polygamma, None, lambda ans, n, x: lambda g: g * polygamma(n + 1, x))
defvjp(digamma, lambda ans, x: lambda g: g * polygamma(1, x))
defvjp(gammaln, lambda ans, x: lambda g: g * digamma(x))
defvjp(gamma, lambda ans, x: lambda g: g * ans * digamma(x))
defvjp(rgamma, lambda ans, x: lambda g: -g * ans * digamma(x))
defvjp(log_ndtr, lambda ans, x: lambda g: g * np.exp(-0.5 * x * x - ans) / math.sqrt(2.0 * math.pi))
defvjp(erf, lambda ans, x: lambda g: 2.0 / math.sqrt(math.pi) * g * np.exp(-x * x))
defvjp(erfc, lambda ans, x: lambda g: -2.0 / math.sqrt(math.pi) * g * np.exp(-x * x))


def betaln(a, b):
    """The logarithm of the beta function."""
    return gammaln(a) + gammaln(b) - gammaln(a + b)


def beta(a, b):
    """The beta function of positive numbers."""
    return np.exp(betaln(a, b))


def multigammaln(a, d):
    """The logarithm of the multivariate gamma function."""
    total = d * (d - 1) / 4.0 * math.log(math.pi)
    for j in range(d):
        total = total + gammaln(a - j / 2.0)
    return total


def expit(x):
    """The logistic function."""
    return 0.5 * (np.tanh(x * 0.5) + 1.0)


def logit(p):
    """The inverse of the logistic function."""
    return np.log(p) - np.log1p(-p)


def logsumexp(x, axis=None, b=1.0, keepdims=False):
    """The logarithm of the sum of exponentials, without overflow."""
    top = _autograd.call_untraced(lambda v: np.max(v, axis=axis, keepdims=True), (x,), {})
    total = np.log(np.sum(b * np.exp(x - top), axis=axis, keepdims=keepdims))
    return total + (top if keepdims else np.sum(top, axis=axis))
