import numpy as np

data = [2.5, 3.5, 1.0, 4.0, 4.0, 6.5, 0.5]


def mean(xs):
    return sum(xs) / len(xs)


def variance(xs):
    m = mean(xs)
    return sum([(x - m) ** 2 for x in xs]) / len(xs)


def median(xs):
    s = sorted(xs)
    n = len(s)
    return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2


def mode(xs):
    counts = {}
    for x in xs:
        counts[x] = counts.get(x, 0) + 1
    return max(counts, key=lambda x: counts[x])


print(mean(data), variance(data), variance(data) ** 0.5, median(data), mode(data))
a = np.array(data)
print(a.mean(), a.var(), a.std(), a.min(), a.max(), a.argmin(), a.argmax())
print(a.sum(), a.cumsum(), a.prod())
z = (a - a.mean()) / a.std()
print(z)
print(np.sort(a), np.argsort(a), np.unique(a))
print(np.clip(a, 1, 4), (a > a.mean()).sum(), np.round(a / 3, 2))
m = np.array([[1, 2, 3], [4, 5, 6]])
print(m.mean(axis=0), m.mean(axis=1), m.std(axis=0), m.var(axis=1, keepdims=True), np.var(m, ddof=1))
