"""What `RandomState` and `Generator` have in common."""

import numpy as np

__name__ = 'numpy.random'

_LARGEST_MEAN = 9.223372006484771e18


def _all(values, test):
    """Whether a number, or all numbers of an array, pass a test."""
    result = test(values)
    return result if isinstance(result, bool) else bool(np.all(result))


def _number(value):
    return value if isinstance(value, (int, float, np.ndarray)) else np.asarray(value)


def nonnegative(value, name):
    """A parameter that is not below 0."""
    value = _number(value)
    if isinstance(value, (int, float)):
        if value < 0 or (value == 0 and str(value)[0] == '-'):
            raise ValueError(name + ' < 0')
    elif np.any(np.logical_and(~np.isnan(value), np.signbit(value))) if value.dtype.kind == 'f' else np.any(value < 0):
        raise ValueError(name + ' < 0')
    return value


def positive(value, name):
    """A parameter above 0."""
    value = _number(value)
    if np.any(np.less_equal(value, 0)):
        raise ValueError(name + ' <= 0')
    return value


def positive_number(value, name):
    """A parameter above 0 that is no nan."""
    value = _number(value)
    if np.any(np.isnan(value)):
        raise ValueError(f'{name} must not be NaN')
    if np.any(np.less_equal(value, 0)):
        raise ValueError(name + ' <= 0')
    return value


def probability(value, name):
    """A parameter from 0 to 1."""
    value = _number(value)
    if not np.all(np.greater_equal(value, 0)) or not np.all(np.less_equal(value, 1)):
        text = f'{name} < 0, {name} > 1 or {name} '
        raise ValueError(text + ('contains NaNs' if np.ndim(value) else 'is NaN'))
    return value


def probability_above_0(value, name):
    """A parameter above 0, up to 1."""
    value = _number(value)
    if not np.all(np.greater(value, 0)) or not np.all(np.less_equal(value, 1)):
        text = f'{name} <= 0, {name} > 1 or {name} contains NaNs'
        raise ValueError(text)
    return value


def probability_below_1(value, name):
    """A parameter from 0 on, below 1."""
    value = _number(value)
    if not np.all(np.greater_equal(value, 0)) or not np.all(np.less(value, 1)):
        text = f'{name} < 0, {name} >= 1 or {name} '
        raise ValueError(text + ('contains NaNs' if np.ndim(value) else 'is NaN'))
    return value


def above_1(value, name):
    """A parameter above 1."""
    value = _number(value)
    if not np.all(np.greater(value, 1)):
        raise ValueError(f'{name} <= 1 or {name} ' + ('contains NaNs' if np.ndim(value) else 'is NaN'))
    return value


def mean_count(value, name):
    """The mean of a Poisson distribution."""
    value = _number(value)
    if not np.all(np.greater_equal(value, 0)):
        raise ValueError(f'{name} < 0 or {name} ' + ('contains NaNs' if np.ndim(value) else 'is NaN'))
    if not np.all(np.less_equal(value, _LARGEST_MEAN)):
        raise ValueError(f'{name} value too large')
    return value


def shape_of(size):
    """A size as a tuple."""
    if size is None:
        return ()
    return (size,) if isinstance(size, (int, np.integer)) else tuple(size)


def length_of(shape):
    """How many elements a shape has."""
    count = 1
    for length in shape:
        count *= length
    return int(count)


class Draws:
    """Distributions over a stream `self._source`."""

    _legacy = False

    def _one(self, name, size, a=0.0, b=0.0, c=0.0):
        return self._source.fill(name, a, b, c, size)

    def _count(self, name, size, a=0.0, b=0.0, c=0.0):
        return self._source.counts(name, a, b, c, size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal numbers with a mean and a standard deviation."""
        result = self._source.normal(loc, scale, size)
        if result is not None:
            return result
        return self._one('normal', size, _number(loc), nonnegative(scale, 'scale'))

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """Numbers whose logarithms are normal."""
        return self._one('lognormal', size, _number(mean), nonnegative(sigma, 'sigma'))

    def exponential(self, scale=1.0, size=None):
        """Exponentially distributed numbers with a mean."""
        return self._one('exponential', size, nonnegative(scale, 'scale'))

    def gamma(self, shape, scale=1.0, size=None):
        """Gamma distributed numbers."""
        return self._one('gamma', size, nonnegative(shape, 'shape'), nonnegative(scale, 'scale'))

    def beta(self, a, b, size=None):
        """Beta distributed numbers."""
        return self._one('beta', size, positive(a, 'a'), positive(b, 'b'))

    def f(self, dfnum, dfden, size=None):
        """F distributed numbers."""
        return self._one('f', size, positive(dfnum, 'dfnum'), positive(dfden, 'dfden'))

    def noncentral_f(self, dfnum, dfden, nonc, size=None):
        """Noncentral F distributed numbers."""
        return self._one('noncentral_f', size, positive(dfnum, 'dfnum'), positive(dfden, 'dfden'),
                         nonnegative(nonc, 'nonc'))

    def chisquare(self, df, size=None):
        """Chi-square distributed numbers."""
        return self._one('chisquare', size, positive(df, 'df'))

    def noncentral_chisquare(self, df, nonc, size=None):
        """Noncentral chi-square distributed numbers."""
        return self._one('noncentral_chisquare', size, positive(df, 'df'), nonnegative(nonc, 'nonc'))

    def standard_cauchy(self, size=None):
        """Cauchy distributed numbers."""
        return self._one('standard_cauchy', size)

    def standard_t(self, df, size=None):
        """Student's t distributed numbers."""
        return self._one('standard_t', size, positive(df, 'df'))

    def vonmises(self, mu, kappa, size=None):
        """Angles around a mean."""
        return self._one('vonmises', size, _number(mu), nonnegative(kappa, 'kappa'))

    def pareto(self, a, size=None):
        """Pareto distributed numbers, beginning at 0."""
        return self._one('pareto', size, positive(a, 'a'))

    def weibull(self, a, size=None):
        """Weibull distributed numbers."""
        return self._one('weibull', size, nonnegative(a, 'a'))

    def power(self, a, size=None):
        """Numbers in [0, 1] whose density is a power."""
        return self._one('power', size, positive(a, 'a'))

    def laplace(self, loc=0.0, scale=1.0, size=None):
        """Laplace distributed numbers."""
        return self._one('laplace', size, _number(loc), nonnegative(scale, 'scale'))

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """Gumbel distributed numbers."""
        return self._one('gumbel', size, _number(loc), nonnegative(scale, 'scale'))

    def logistic(self, loc=0.0, scale=1.0, size=None):
        """Logistically distributed numbers."""
        return self._one('logistic', size, _number(loc), nonnegative(scale, 'scale'))

    def rayleigh(self, scale=1.0, size=None):
        """Rayleigh distributed numbers."""
        return self._one('rayleigh', size, nonnegative(scale, 'scale'))

    def wald(self, mean, scale, size=None):
        """Inverse Gaussian numbers."""
        return self._one('wald', size, positive(mean, 'mean'), positive(scale, 'scale'))

    def triangular(self, left, mode, right, size=None):
        """Numbers whose density is a triangle."""
        left, mode, right = _number(left), _number(mode), _number(right)
        if np.any(np.greater(left, mode)):
            raise ValueError('left > mode')
        if np.any(np.greater(mode, right)):
            raise ValueError('mode > right')
        if np.any(np.equal(left, right)):
            raise ValueError('left == right')
        return self._one('triangular', size, left, mode, right)

    def binomial(self, n, p, size=None):
        """How many of n trials succeed, each with probability p."""
        if not self._legacy or np.ndim(n) == 0:
            n = self._whole(n)
        return self._count('binomial', size, nonnegative(n, 'n'), probability(p, 'p'))

    @staticmethod
    def _whole(n):
        return n

    def negative_binomial(self, n, p, size=None):
        """How many trials fail before n succeed, each with probability p."""
        check = positive if self._legacy else positive_number
        return self._count('negative_binomial', size, check(n, 'n'), probability_above_0(p, 'p'))

    def poisson(self, lam=1.0, size=None):
        """How often an event happens that is expected `lam` times."""
        return self._count('poisson', size, mean_count(lam, 'lam'))

    def zipf(self, a, size=None):
        """Zipf distributed numbers."""
        return self._count('zipf', size, above_1(a, 'a'))

    def geometric(self, p, size=None):
        """The number of the first trial that succeeds."""
        return self._count('geometric', size, probability_above_0(p, 'p'))

    def hypergeometric(self, ngood, nbad, nsample, size=None):
        """How many good ones a sample without replacement has."""
        ngood, nbad = nonnegative(ngood, 'ngood'), nonnegative(nbad, 'nbad')
        nsample = nonnegative(nsample, 'nsample')
        if np.any(np.less(np.add(ngood, nbad), nsample)):
            raise ValueError('ngood + nbad < nsample')
        return self._count('hypergeometric', size, ngood, nbad, nsample)

    def logseries(self, p, size=None):
        """Numbers of the logarithmic series."""
        return self._count('logseries', size, probability_below_1(p, 'p'))

    def multinomial(self, n, pvals, size=None):
        """How often each of several outcomes happens in n trials."""
        pvals = np.asarray(pvals, dtype=float)
        if pvals.ndim == 0:
            raise ValueError('pvals must have at least 1 dimension')
        if pvals.ndim > 1 or np.ndim(n) > 0:
            return self._many_multinomials(n, pvals, size)
        _check_probabilities(pvals)
        nonnegative(n, 'n')
        shape = shape_of(size)
        count = length_of(shape)
        result = np.zeros((count, len(pvals)), dtype=np.int64)
        probabilities = pvals.tolist()
        for row in range(count):
            result[row] = self._multinomial(int(n), probabilities)
        return result.reshape(shape + (len(pvals),))

    def _many_multinomials(self, n, pvals, size):
        if self._legacy:
            raise ValueError('object too deep for desired array' if pvals.ndim > 1 else
                             'only length-1 arrays can be converted to Python scalars')
        for row in pvals.reshape(-1, pvals.shape[-1]):
            _check_probabilities(row)
        n = np.asarray(n)
        shape = np.broadcast_shapes(n.shape, pvals.shape[:-1])
        if size is not None:
            whole = shape_of(size)
            if np.broadcast_shapes(whole, shape) != whole:
                raise ValueError(
                    f'Output size {whole} is not compatible with broadcast dimensions of inputs {shape}.')
            shape = whole
        counts = np.broadcast_to(n, shape)
        rows = np.broadcast_to(pvals, shape + pvals.shape[-1:])
        result = np.zeros(shape + pvals.shape[-1:], dtype=np.int64)
        for place in np.ndindex(*shape):
            result[place] = self._multinomial(int(counts[place]), rows[place].tolist())
        return result

    def _multinomial(self, n, probabilities):
        """One draw: the outcomes one after the other, each of what is left."""
        result = [0] * len(probabilities)
        left = n
        rest = 1.0
        last = len(probabilities) - 1
        if last < 0:
            return result
        for place in range(last):
            share = probabilities[place] / rest if rest else 0.0
            if left > 0 and share > 0:
                result[place] = self._source.counts('binomial', left, min(share, 1.0), 0, None)
            left -= result[place]
            if left <= 0:
                break
            rest -= probabilities[place]
        if left > 0:
            result[last] = left
        return result

    def _placed(self, a, index, scalar):
        if scalar and np.ndim(index) == 0:
            return int(index) if self._legacy else index
        return index

    def _weighted(self, population, p, count, replace):
        """Indices drawn with probabilities."""
        p = np.asarray(p, dtype=float)
        if p.ndim != 1:
            raise ValueError("'p' must be 1-dimensional" if self._legacy else 'p must be 1-dimensional')
        if p.size != population:
            raise ValueError("'a' and 'p' must have same size" if self._legacy else 'a and p must have same size')
        if np.any(np.isnan(p)):
            raise ValueError('probabilities contain NaN' if self._legacy else 'Probabilities contain NaN')
        if np.any(p < 0):
            raise ValueError(
                'probabilities are not non-negative' if self._legacy else 'Probabilities are not non-negative')
        total = p.sum()
        if abs(total - 1.0) > 1.4901161193847656e-08:
            raise ValueError(
                'probabilities do not sum to 1' if self._legacy else
                'Probabilities do not sum to 1. See Notes section of docstring for more information.')
        if replace:
            edges = p.cumsum()
            edges /= edges[-1]
            return edges.searchsorted(self.random(count), side='right')
        if np.count_nonzero(p > 0) < count:
            raise ValueError('Fewer non-zero entries in p than size')
        found = np.zeros(count, dtype=np.int64)
        known = 0
        p = p.copy()
        while known < count:
            draws = self.random((count - known,))
            if known > 0:
                p[found[:known]] = 0
            edges = np.cumsum(p)
            edges /= edges[-1]
            new = edges.searchsorted(draws, side='right')
            _, firsts = np.unique(new, return_index=True)
            firsts.sort()
            new = new.take(firsts)
            found[known:known + new.size] = new
            known += new.size
        return found


def _check_probabilities(pvals):
    if np.any(np.less(pvals, 0)) or np.any(np.greater(pvals, 1)) or np.any(np.isnan(pvals)):
        raise ValueError('pvals < 0, pvals > 1 or pvals contains NaNs')
    total = 0.0
    rest = pvals[:-1].tolist()
    if rest:
        total = rest[0]
        lost = 0.0
        for value in rest[1:]:
            y = value - lost
            t = total + y
            lost = (t - total) - y
            total = t
    if total > 1.0 + 1e-12:
        raise ValueError('sum(pvals[:-1]) > 1.0')
