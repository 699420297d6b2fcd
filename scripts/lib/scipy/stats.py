"""Distributions: their densities, distribution functions, quantiles and random numbers."""

import math

import numpy as np
from scipy import special


def _stream(random_state):
    """The stream that random numbers come from."""
    if random_state is None or random_state is np.random:
        return np.random
    if isinstance(random_state, (int, np.integer)):
        return np.random.RandomState(random_state)
    return random_state


class _Continuous:
    """A distribution with a place and a scale; a subclass has the standard one."""

    def __call__(self, *args, **kwargs):
        return _Frozen(self, args, kwargs)

    freeze = __call__

    def _standard(self, x, loc, scale):
        return (np.asarray(x, dtype=float) - loc) / scale

    def pdf(self, x, loc=0, scale=1):
        """The density."""
        return (self._pdf(self._standard(x, loc, scale)) / scale)[()]

    def logpdf(self, x, loc=0, scale=1):
        """The logarithm of the density."""
        return (self._logpdf(self._standard(x, loc, scale)) - np.log(scale))[()]

    def _logpdf(self, x):
        with np.errstate(divide='ignore'):
            return np.log(self._pdf(x))

    def cdf(self, x, loc=0, scale=1):
        """The distribution function."""
        return self._cdf(self._standard(x, loc, scale))[()]

    def sf(self, x, loc=0, scale=1):
        """1 - cdf."""
        return self._sf(self._standard(x, loc, scale))[()]

    def _sf(self, x):
        return 1 - self._cdf(x)

    def logcdf(self, x, loc=0, scale=1):
        """The logarithm of the distribution function."""
        return np.log(self.cdf(x, loc, scale))

    def ppf(self, q, loc=0, scale=1):
        """The quantiles."""
        return (self._ppf(np.asarray(q, dtype=float)) * scale + loc)[()]

    def isf(self, q, loc=0, scale=1):
        """The quantiles from above."""
        return self.ppf(1 - np.asarray(q, dtype=float), loc, scale)

    def mean(self, loc=0, scale=1):
        """The mean."""
        return np.float64(loc + scale * self._mean)

    def median(self, loc=0, scale=1):
        """The median."""
        return self.ppf(0.5, loc, scale)

    def var(self, loc=0, scale=1):
        """The variance."""
        return np.float64(scale * scale * self._var)

    def std(self, loc=0, scale=1):
        """The standard deviation."""
        return np.float64(np.sqrt(self.var(loc, scale)))

    def interval(self, confidence, loc=0, scale=1):
        """The ends of the middle that has a probability."""
        low = (1 - confidence) / 2
        return self.ppf(low, loc, scale), self.ppf(1 - low, loc, scale)

    def rvs(self, loc=0, scale=1, size=None, random_state=None):
        """Random numbers."""
        stream = _stream(random_state)
        result = self._rvs(stream, size) * scale + loc
        return result


class _Frozen:
    """A distribution with its parameters."""

    def __init__(self, dist, args, kwargs):
        self.dist, self.args, self.kwds = dist, args, kwargs

    def __getattr__(self, name):
        method = getattr(self.dist, name)

        def call(*args, **kwargs):
            if name in ('mean', 'var', 'std', 'median'):
                return method(*self.args, **self.kwds)
            if name == 'rvs':
                return method(*self.args, *([] if not args else []), **dict(
                    self.kwds, **kwargs, **({'size': args[0]} if args else {})))
            return method(*args, *self.args, **dict(self.kwds, **kwargs))

        return call


class _Normal(_Continuous):
    _mean, _var = 0.0, 1.0

    def _pdf(self, x):
        return np.exp(-x ** 2 / 2.0) / np.sqrt(2 * np.pi)

    def _logpdf(self, x):
        return -x ** 2 / 2.0 - np.log(np.sqrt(2 * np.pi))

    def _cdf(self, x):
        return special.ndtr(x)

    def _sf(self, x):
        return special.ndtr(-x)

    def _ppf(self, q):
        return special.ndtri(q)

    def _rvs(self, stream, size):
        return stream.standard_normal(size)

    def entropy(self, loc=0, scale=1):
        """The differential entropy."""
        return np.float64(0.5 * (math.log(2 * math.pi) + 1) + math.log(scale))

    def fit(self, data):
        """The mean and the standard deviation of data."""
        data = np.asarray(data)
        return data.mean(), np.sqrt(((data - data.mean()) ** 2).mean())


class _Uniform(_Continuous):
    _mean, _var = 0.5, 1 / 12

    def _pdf(self, x):
        return np.where((x >= 0) & (x <= 1), 1.0, 0.0)

    def _cdf(self, x):
        return np.clip(x, 0.0, 1.0)

    def _ppf(self, q):
        return q

    def _rvs(self, stream, size):
        return stream.uniform(0.0, 1.0, size)


class _Exponential(_Continuous):
    _mean, _var = 1.0, 1.0

    def _pdf(self, x):
        return np.where(x < 0, 0.0, np.exp(-np.maximum(x, 0)))

    def _cdf(self, x):
        return np.where(x < 0, 0.0, -np.expm1(-np.maximum(x, 0)))

    def _ppf(self, q):
        return -np.log1p(-q)

    def _rvs(self, stream, size):
        return stream.standard_exponential(size)


norm = _Normal()
uniform = _Uniform()
expon = _Exponential()


class _Bernoulli:
    """The outcomes 0 and 1."""

    def pmf(self, k, p):
        """The probability of an outcome."""
        k = np.asarray(k)
        return np.where(k == 1, p, np.where(k == 0, 1 - p, 0.0))[()]

    def rvs(self, p, size=None, random_state=None):
        """Random outcomes."""
        return _stream(random_state).binomial(1, p, size)


class _Binomial:
    """How many of n trials succeed."""

    def pmf(self, k, n, p):
        """The probability of a count."""
        return (special.comb(n, k) * np.power(float(p), k) * np.power(1 - float(p), n - np.asarray(k)))[()]

    def cdf(self, k, n, p):
        """The probability of at most so many."""
        return special._each(lambda x: sum(self.pmf(i, n, p) for i in range(int(math.floor(x)) + 1)), k)

    def rvs(self, n, p, size=None, random_state=None):
        """Random counts."""
        return _stream(random_state).binomial(n, p, size)


class _Poisson:
    """How often an event happens."""

    def pmf(self, k, mu):
        """The probability of a count."""
        return np.exp(special.xlogy(k, mu) - special.gammaln(np.asarray(k) + 1) - mu)

    def rvs(self, mu, size=None, random_state=None):
        """Random counts."""
        return _stream(random_state).poisson(mu, size)


bernoulli = _Bernoulli()
binom = _Binomial()
poisson = _Poisson()


class _MultivariateNormal:
    """Normal vectors."""

    def __call__(self, mean=None, cov=1):
        return _Frozen(self, (mean, cov), {})

    def logpdf(self, x, mean=None, cov=1):
        """The logarithm of the density."""
        x = np.asarray(x, dtype=float)
        mean = np.zeros(x.shape[-1] if x.ndim else 1) if mean is None else np.atleast_1d(np.asarray(mean, dtype=float))
        size = len(mean)
        cov = np.asarray(cov, dtype=float)
        cov = np.eye(size) * cov if cov.ndim == 0 else np.diag(cov) if cov.ndim == 1 else cov
        values, vectors = np.linalg.eigh(cov)
        away = np.asarray(x - mean)
        distance = np.sum(np.square(np.dot(away, vectors / np.sqrt(values))), axis=-1)
        return (-0.5 * (size * np.log(2 * np.pi) + np.sum(np.log(values)) + distance))[()]

    def pdf(self, x, mean=None, cov=1):
        """The density."""
        return np.exp(self.logpdf(x, mean, cov))

    def rvs(self, mean=None, cov=1, size=1, random_state=None):
        """Random vectors."""
        cov = np.asarray(cov, dtype=float)
        if mean is None:
            mean = np.zeros(1 if cov.ndim == 0 else cov.shape[0])
        mean = np.atleast_1d(mean)
        cov = np.eye(len(mean)) * cov if cov.ndim == 0 else cov
        return np.squeeze(_stream(random_state).multivariate_normal(mean, cov, size))[()]


multivariate_normal = _MultivariateNormal()


def zscore(a, axis=0, ddof=0):
    """Return how many standard deviations numbers are from their mean."""
    a = np.asarray(a)
    return (a - a.mean(axis=axis, keepdims=True)) / a.std(axis=axis, ddof=ddof, keepdims=True)


def sem(a, axis=0, ddof=1):
    """Return the standard error of the mean."""
    a = np.asarray(a)
    return np.std(a, axis=axis, ddof=ddof) / np.sqrt(a.shape[axis])


def mode(a, axis=0, keepdims=False):
    """Return the most frequent value along an axis, and how often it stands."""
    import collections
    a = np.asarray(a)
    result = collections.namedtuple('ModeResult', 'mode count')
    if a.ndim == 1 or axis is None:
        values, counts = np.unique(a, return_counts=True)
        place = counts.argmax()
        return result(values[place], counts[place])
    moved = np.moveaxis(a, axis, -1)
    modes = np.empty(moved.shape[:-1], dtype=a.dtype)
    often = np.empty(moved.shape[:-1], dtype=int)
    for place in np.ndindex(*moved.shape[:-1]):
        values, counts = np.unique(moved[place], return_counts=True)
        best = counts.argmax()
        modes[place], often[place] = values[best], counts[best]
    return result(modes, often)


def entropy(pk, qk=None, base=None, axis=0):
    """Return the entropy of a distribution, or its divergence from another one."""
    pk = np.asarray(pk, dtype=float)
    pk = pk / np.sum(pk, axis=axis, keepdims=True)
    if qk is None:
        result = np.sum(special.entr(pk), axis=axis)
    else:
        qk = np.asarray(qk, dtype=float)
        result = np.sum(special.rel_entr(pk, qk / np.sum(qk, axis=axis, keepdims=True)), axis=axis)
    return result if base is None else result / np.log(base)
