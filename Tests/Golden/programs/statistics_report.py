import statistics
from fractions import Fraction

data = [2.5, 3.25, 5.5, 11.25, 11.75, 5.5]
print(statistics.mean(data), statistics.median(data), statistics.mode(data))
print(round(statistics.stdev(data), 10), round(statistics.pstdev(data), 10), round(statistics.variance(data), 10))
print(statistics.quantiles(data, n=4), statistics.median_low([1, 2, 3, 4]), statistics.multimode("abracadabra")[:1])
print(statistics.mean([Fraction(1, 3), Fraction(1, 6)]), statistics.fmean([1, 2, 4]), statistics.harmonic_mean([40, 60]))


def correlation(xs, ys):
    mx, my = statistics.fmean(xs), statistics.fmean(ys)
    top = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    return top / (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5


xs, ys = [1, 2, 3, 4, 5], [2, 1, 4, 3, 5]
print(round(correlation(xs, ys), 12), round(correlation(xs, [-x for x in xs]), 12))


def running(values):
    n, mean, m2 = 0, 0.0, 0.0
    for v in values:
        n += 1
        delta = v - mean
        mean += delta / n
        m2 += delta * (v - mean)
        yield n, round(mean, 6), round(m2 / n, 6)


for row in running(data):
    print(*row)
h = {}
for v in data:
    low = int(v // 4) * 4
    h[low] = h.get(low, 0) + 1
for low in sorted(h):
    print(f"{low:>2}-{low + 3:<2} {'█' * h[low]}")
for bad in (lambda: statistics.mean([]), lambda: statistics.stdev([1]), lambda: statistics.median([])):
    try:
        bad()
    except statistics.StatisticsError as e:
        print(e)
