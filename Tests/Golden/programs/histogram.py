import numpy as np

np.random.seed(0)
samples = np.random.randint(0, 10, 200)
counts = np.zeros(10, dtype=int)
for s in samples:
    counts[s] += 1
print(counts)
print(np.array_equal(counts, np.bincount(samples, minlength=10)))
for value, count in enumerate(counts):
    print("%2d %s %d" % (value, "*" * count, count))
values = np.random.randn(500)
edges = np.linspace(-3, 3, 7)
for low, high in zip(edges[:-1], edges[1:]):
    n = np.sum((values >= low) & (values < high))
    print("[%5.1f, %5.1f) %3d" % (low, high, n))
