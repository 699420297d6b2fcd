"""Special functions of arrays, with derivatives of any order."""

import math

import numpy as np
import _autograd
from autograd.extend import defvjp, primitive

# B2, B4, … of Bernoulli's numbers.
_BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510]


def _each(function, x):
    """A function of one float, of every element."""
    x = np.asarray(x, dtype=float)
    return np.array([function(float(value)) for value in x.reshape(-1)]).reshape(x.shape)[()]


def _polygamma(n, x):
    if x <= 0:
        return math.nan
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
    return _each(math.lgamma, x)


@primitive
def gamma(x):
    """The gamma function."""
    return _each(math.gamma, x)


@primitive
def erf(x):
    """The error function."""
    return _each(math.erf, x)


@primitive
def erfc(x):
    """1 - erf(x)."""
    return _each(math.erfc, x)


defvjp(polygamma, None, lambda ans, n, x: lambda g: g * polygamma(n + 1, x))
defvjp(digamma, lambda ans, x: lambda g: g * polygamma(1, x))
defvjp(gammaln, lambda ans, x: lambda g: g * digamma(x))
defvjp(gamma, lambda ans, x: lambda g: g * ans * digamma(x))
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
