import numpy as np


def distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    d[:, 0] = range(len(a) + 1)
    d[0] = np.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost)
    return d


print(distance("kitten", "sitting"))
for a, b in [("", "abc"), ("flaw", "lawn"), ("same", "same"), ("größe", "grosse")]:
    print(repr(a), repr(b), int(distance(a, b)[-1, -1]))
