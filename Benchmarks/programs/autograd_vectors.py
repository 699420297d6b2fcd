# ~ 1e-9
"""Gradients of programs of small vectors: logistic regression, a pairwise energy, an explicit Euler integration."""
import time

import autograd.numpy as np
from autograd import grad

np.random.seed(2)
X = np.random.randn(50, 4)
labels = (np.dot(X, np.array([1.0, -2.0, 0.5, 0.3])) > 0) * 1.0
pendulum = np.array([0.3, 0.1])


def logistic(w):
    p = 1 / (1 + np.exp(-np.dot(X, w)))
    return -np.mean(labels * np.log(p) + (1 - labels) * np.log(1 - p)) + 0.01 * np.sum(w ** 2)


def energy(positions):
    total = 0.0
    for i in range(6):
        for j in range(i):
            d = positions[i] - positions[j]
            r2 = np.sum(d * d) + 0.1
            total = total + 1 / r2 ** 2 - 1 / r2
    return total


def euler(p):
    state = p
    for _ in range(100):
        state = state + 0.02 * np.array([state[1], -np.sin(state[0])])
    return np.sum(state ** 2)


w = np.zeros(4)
positions = np.random.randn(6, 3)
start = time.perf_counter()
for step in range(100):
    w = w - 0.5 * grad(logistic)(w)
print("logistic", " ".join("%.9f" % v for v in w))
for step in range(20):
    positions = positions - 0.01 * grad(energy)(positions)
print("energy %.9f" % energy(positions))
for step in range(10):
    slope = grad(euler)(pendulum)
print("euler", " ".join("%.9f" % v for v in slope))
print("seconds", time.perf_counter() - start)
