"""Recurrences: of numbers in a loop, in an array that is written element by element, of vectors."""
import numpy as np
from check import show

u = np.array([0.5, -0.3, 0.8, 0.1])


def numbers(w, b):
    s = 0.0
    for t in range(3):
        s = np.tanh(w * s + b * u[t])
    return s ** 2


show(numbers, 0.7, -0.4)


def elements(w, u):
    n = len(u)
    s = np.zeros(n)
    for t in range(1, n):
        s[t] = np.tanh(s[t - 1] * w + u[t])
    return np.sum(s ** 2)


show(elements, 0.7, u)

np.random.seed(0)
xs = np.random.randn(3, 2, 4)
target = np.random.randn(2, 5)


def network(params):
    Wx, Wh, b = params['Wx'], params['Wh'], params['b']
    h = np.zeros((2, 5))
    for x in xs:
        h = np.tanh(x @ Wx + h @ Wh + b)
    return 0.5 * np.sum((h - target) ** 2)


show(network, {'Wx': np.random.randn(4, 5), 'Wh': np.random.randn(5, 5), 'b': np.zeros(5)})
