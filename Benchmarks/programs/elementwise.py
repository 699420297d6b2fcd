# Elementwise arithmetic and vector functions on arrays of a thousand and of a million elements.
# ~ 1e-9
import time

import numpy as np


def mix(x, times):
    for i in range(times):
        y = 1.0 / (1.0 + np.exp(-x))
        z = np.maximum(0, x) * y + 0.5 * x - np.sqrt(np.abs(x))
        w = np.tanh(z) + y * y
        x = np.where(w > 0, w, 0.1 * w)
    return x.sum()


small = np.linspace(-3, 3, 1000)
large = np.linspace(-3, 3, 1000000)
start = time.perf_counter()
a = mix(small, 1000)
b = mix(large, 3)
seconds = time.perf_counter() - start
print("%.6f %.3f" % (a, b))
print("seconds", seconds)
