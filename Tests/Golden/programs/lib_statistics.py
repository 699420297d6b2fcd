import statistics as s
from fractions import Fraction as F


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


sets = [[1, 2, 3, 4, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(3, 4), F(5, 4)], [10], [1, 2.0, 3], (5, 5, 5, 5), [1e20, 1, -1e20], [True, 3],
        range(1, 11), [-3, 7, 0.1], [1e-300, 2e-300], [1, F(1, 3)], [0.5, F(1, 3)]]
for data in sets:
    print(data)
    for f in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.mode, s.multimode, s.pvariance, s.pstdev, s.variance, s.stdev,
              s.harmonic_mean, s.geometric_mean, s.median_grouped):
        print(f.__name__, end=' ')
        attempt(lambda: f(data))
for f in (s.mean, s.fmean, s.median, s.mode, s.multimode, s.variance, s.stdev, s.pstdev, s.harmonic_mean, s.geometric_mean, s.quantiles):
    attempt(lambda: f([]))
attempt(lambda: s.mean(['a', 'b']))
attempt(lambda: s.mean([1, None]))
attempt(lambda: s.mode(['red', 'blue', 'red']))
attempt(lambda: s.median(['b', 'a', 'c']))
attempt(lambda: s.mean(x / 4 for x in range(9)))
attempt(lambda: s.stdev(x / 4 for x in range(9)))
print(s.mean([float('inf'), 1]), s.mean([float('inf'), float('-inf')]), s.variance([1, 2, 4], 3), s.pvariance([1, 2, 4], mu=2))
print(s.fmean([1, 2, 3], weights=[3, 2, 1]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([1, 0]))
attempt(lambda: s.fmean([1, 2], [1]))
attempt(lambda: s.harmonic_mean([-1, 2]))
print(s.quantiles([1, 2, 3, 4, 5, 6, 7.5]), s.quantiles(range(20), n=10), s.quantiles([3, 1, 2], n=4, method='inclusive'), s.quantiles([1, 9], n=1))
attempt(lambda: s.quantiles([1, 2], method='x'))
attempt(lambda: s.quantiles([1, 2], n=0))
x, y = [1, 2, 3, 4, 5], [2, 4.1, 6.3, 7.8, 10.2]
print(s.covariance(x, y), s.correlation(x, y), s.linear_regression(x, y), s.linear_regression(x, y, proportional=True))
attempt(lambda: s.correlation([1, 1], [1, 2]))
attempt(lambda: s.linear_regression([1, 1], [1, 2]))
attempt(lambda: s.covariance([1], [1]))
attempt(lambda: s.covariance([1, 2], [1]))
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.inv_cdf(0.001), n.inv_cdf(1e-12), n.quantiles(5), n.zscore(130))
print(n + 5, n - 5, n * 2, n / 3, -n, n + s.NormalDist(1, 2), 5 - n, n == s.NormalDist(100, 15), n.overlap(s.NormalDist(110, 20)))
print(s.NormalDist.from_samples([1, 2, 4, 8]), n.samples(3, seed=5), s.NormalDist().overlap(s.NormalDist(1)))
attempt(lambda: s.NormalDist(0, -1))
attempt(lambda: n.inv_cdf(1))
print(issubclass(s.StatisticsError, ValueError))
