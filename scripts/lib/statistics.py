"""Means, medians and deviations."""

import math
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    """Raised for data that have no such value."""


def _sum(data):
    """The type of the sum, the exact sum and the number of the data."""
    total = Fraction(0)
    whole = 0
    special = None
    count = 0
    kind = int
    by_denominator = {}
    for x in data:
        count += 1
        t = type(x)
        if t is int:
            whole += x
            continue
        if t is not kind:
            kind = _common(kind, t)
        if t is float:
            if x != x or x in (math.inf, -math.inf):
                special = x if special is None else special + x
                continue
        n, d = _ratio(x)
        by_denominator[d] = by_denominator.get(d, 0) + n
    if special is not None:
        return kind, special, count
    for d, n in by_denominator.items():
        total += Fraction(n, d)
    return kind, total + whole, count


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _common(a, b):
    if a is b:
        return a
    if b is int or b is bool:
        return a
    if a is int:
        return b
    if issubclass(a, b):
        return a
    if issubclass(b, a):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, int):
        return b
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _convert(value, kind):
    """An exact value as a type."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)


# Means

def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, perhaps weighted."""
    if weights is None:
        data = _listed(data)
        n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / n
    data, weights = _listed(data), _listed(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    den = math.fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum([d * w for d, w in zip(data, weights)]) / den


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of reciprocals."""
    data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (int, float, Fraction)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return x
    if weights is None:
        weights = [1] * n
        total = n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, total, _ = _sum(_positive(weights))
    try:
        kind, s, _ = _sum(w / x if w else 0 for w, x in zip(weights, _positive(data)))
    except ZeroDivisionError:
        return 0
    if s <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total / s, kind)


def _positive(values):
    for x in values:
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        yield x


# Medians and modes

def median(data):
    """The middle value, or the mean of the middle two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the lower of the middle two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the middle two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of data that stand for the middles of intervals."""
    from bisect import bisect_left, bisect_right
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    before = bisect_left(data, x)
    count = bisect_right(data, x) - before
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    low = x - interval / 2
    return low + interval * (n / 2 - before) / count


def _counted(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The commonest value, the first of several."""
    counts = _counted(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    """All the commonest values."""
    counts = _counted(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into n parts."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    length = len(data)
    if length < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        m = length - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = length + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else length - 1 if j > length - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# Deviations

def _squares(data, c=None):
    """The type, the exact sum of squared deviations from the mean or c, the mean, and the number of the data."""
    if c is not None:
        kind, total, n = _sum((d := x - c) * d for x in data)
        return kind, total, c, n
    kind, total, n = _sum(data)
    if n == 0:
        return kind, Fraction(0), Fraction(0), 0
    if isinstance(total, float):
        return kind, total - total, total, n
    center = total / n
    squares = Fraction(0)
    weights = {}
    for x in data:
        a, b = _ratio(x)
        s, q = weights.get(b, (0, 0))
        weights[b] = (s + a, q + a * a)
    # The sum of (x - m)^2 is the sum of x^2 less n m^2, exactly.
    for b, (s, q) in weights.items():
        squares += Fraction(q, b * b)
    return kind, squares - n * center * center, center, n


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, _, n = _squares(_listed(data), xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(squares / (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of a population."""
    kind, squares, _, n = _squares(_listed(data), mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(squares / n, kind)


def _rounded_root(n, m):
    """The float nearest to the root of n / m."""
    if n == 0:
        return 0.0
    # An integer root with 109 bits or more, made odd when inexact, is rounded once by the division.
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        a = math.isqrt(n // (m << 2 * q))
        exact = a * a * (m << 2 * q) == n
        return float((a | (not exact)) << q)
    a = math.isqrt((n << -2 * q) // m)
    exact = a * a * m == n << -2 * q
    return (a | (not exact)) / (1 << -q)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, squares, _, n = _squares(_listed(data), xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    if isinstance(squares, float):
        return math.sqrt(squares / (n - 1))
    mss = squares / (n - 1)
    return _rounded_root(mss.numerator, mss.denominator)


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    kind, squares, _, n = _squares(_listed(data), mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    if isinstance(squares, float):
        return math.sqrt(squares / n)
    mss = squares / n
    return _rounded_root(mss.numerator, mss.denominator)


# Two inputs

def _paired(x, y, name):
    """The number of pairs that two inputs make."""
    n = len(x)
    wrong = 'that both inputs have same number of' if n != len(y) else 'at least two' if n < 2 else None
    if wrong:
        raise StatisticsError(f'{name} requires {wrong} data points')
    return n


def _deviations(x, y, name):
    n = _paired(x, y, name)
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    return n, xbar, ybar, sxy


def covariance(x, y, /):
    """The covariance of a sample."""
    n, _, _, sxy = _deviations(x, y, 'covariance')
    return sxy / (n - 1)


def correlation(x, y, /):
    """Pearson's correlation."""
    _, xbar, ybar, sxy = _deviations(x, y, 'correlation')
    sxx = math.fsum((d := xi - xbar) * d for xi in x)
    syy = math.fsum((d := yi - ybar) * d for yi in y)
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


_line_class = None


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares as (slope, intercept)."""
    global _line_class
    n = _paired(x, y, 'linear regression')
    if proportional:
        sxy = math.fsum(xi * yi for xi, yi in zip(x, y))
        sxx = math.fsum(xi * xi for xi in x)
    else:
        xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
        sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
        sxx = math.fsum((d := xi - xbar) * d for xi in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    if _line_class is None:
        from collections import namedtuple
        _line_class = namedtuple('LinearRegression', ('slope', 'intercept'), module='statistics')
    return _line_class(slope, 0.0 if proportional else ybar - slope * xbar)


def _ratio_of(x, numerator, denominator):
    """A quotient of polynomials, the highest coefficients first."""
    n = d = 0.0
    for a in numerator:
        n = n * x + a
    for a in denominator:
        d = d * x + a
    return n, d


# Wichura's rational approximations of the inverse normal distribution (AS 241).
_CENTRE = (
    (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
     4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
     1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
    (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
     2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
     4.23133_30701_60091_1252e+1, 1.0))
_NEAR = (
    (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
     1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
     4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
    (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
     1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
     2.05319_16266_37758_82187e+0, 1.0))
_FAR = (
    (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
     2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
     5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
    (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
     7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
     5.99832_20655_58879_37690e-1, 1.0))


def _inverse_normal(p, mu, sigma):
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        n, d = _ratio_of(0.180625 - q * q, *_CENTRE)
        return mu + n * q / d * sigma
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    n, d = _ratio_of(r - 1.6, *_NEAR) if r <= 5.0 else _ratio_of(r - 5.0, *_FAR)
    x = n / d
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and deviation of data."""
        data = list(data)
        if len(data) < 2:
            raise StatisticsError('stdev requires at least two data points')
        return cls(_float_mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """n random numbers."""
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for i in range(n)]

    def pdf(self, x):
        """The density."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * variance)) / math.sqrt(2.0 * math.pi * variance)

    def cdf(self, x):
        """The probability of a number up to x."""
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def inv_cdf(self, p):
        """The x whose `cdf` is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 points that cut the distribution into n parts."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other):
        """The area that two densities share."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = sorted((self, other), key=lambda one: (one._sigma, one._mu))
        (mu, nu), (small, large) = (narrow._mu, wide._mu), (narrow.variance, wide.variance)
        if not (small and large):
            raise StatisticsError('overlap() not defined when sigma is zero')
        apart, wider = math.fabs(nu - mu), large - small
        if not wider:
            return 1.0 - math.erf(apart / (2.0 * narrow._sigma * math.sqrt(2.0)))
        # The densities cross twice; between the crossings the narrow one is above.
        middle = mu * large - nu * small
        reach = narrow._sigma * wide._sigma * math.sqrt(apart * apart + wider * math.log(large / small))
        crossings = (middle + reach) / wider, (middle - reach) / wider
        first, second = [math.fabs(wide.cdf(x) - narrow.cdf(x)) for x in crossings]
        return 1.0 - (first + second)

    def zscore(self, x):
        """How many deviations x is above the mean."""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def _spread(self, other):
        """The centre of another distribution and the deviation of both together; a number has none."""
        if isinstance(other, NormalDist):
            return other._mu, math.hypot(self._sigma, other._sigma)
        return other, self._sigma

    def __add__(self, other):
        centre, sigma = self._spread(other)
        return NormalDist(self._mu + centre, sigma)

    def __sub__(self, other):
        centre, sigma = self._spread(other)
        return NormalDist(self._mu - centre, sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * math.fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / math.fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'


def _float_mean(data):
    _, total, n = _sum(data)
    return float(total / n)
