# Single elements of an array, read and written in a loop.
import time

import numpy as np


def mix(a, n):
    r = len(a) - 1
    for j in range(n):
        k = j % r
        a[k] = a[k] + a[r]
    return a


a = np.arange(1000.0)
start = time.perf_counter()
mix(a, 500000)
seconds = time.perf_counter() - start
print(a[0], a[-2], a.sum())
print("seconds", seconds)
