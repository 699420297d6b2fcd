# ~ 1e-13
import math

import numpy as np


def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum([f(a + i * h) for i in range(1, n)]) + f(b) / 2)


def simpson(f, a, b, n):
    h = (b - a) / n
    total = f(a) + f(b)
    for i in range(1, n):
        total += (4 if i % 2 else 2) * f(a + i * h)
    return total * h / 3


for n in [4, 16, 64]:
    print(n, trapezoid(math.sin, 0, math.pi, n), simpson(math.sin, 0, math.pi, n))
print(simpson(lambda x: x ** 3, 0, 2, 10))
x = np.linspace(0, 1, 101)
y = x ** 2
print(np.sum((y[1:] + y[:-1]) / 2 * np.diff(x)))
print(np.sum(np.sqrt(1 - np.linspace(0, 1, 1000, endpoint=False) ** 2)) / 1000 * 4)
