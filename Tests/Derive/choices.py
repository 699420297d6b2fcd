"""Indices, choices and joined arrays."""
import numpy as np
from check import show

np.random.seed(0)
a, b = np.random.randn(5), np.random.randn(5)
M = np.random.randn(3, 4)


def huber(a, b):
    error = a - b
    return np.sum(np.where(np.abs(error) < 1.0, 0.5 * error ** 2, np.abs(error) - 0.5))


show(huber, a, b)


def joined(a, b):
    both = np.concatenate([a[1:], b[::2], a * b])
    return np.sum(both ** 3)


show(joined, a, b)


def largest(M):
    rows = np.max(M, axis=1)
    return np.sum(rows ** 2) + np.min(M)


show(largest, M)


def picked(table, scale):
    rows = table[[0, 2, 2, 1]]
    return np.sum(np.log(1 + (rows * scale) ** 2))


show(picked, M, 2.0)


def margins(W, x):
    scores = W @ x
    correct = scores[1]
    margin = np.maximum(0, scores - correct + 1.0)
    margin[1] = 0
    return np.sum(margin) + 0.1 * np.sum(W * W)


show(margins, M, np.random.randn(4))


def masked(x):
    y = x * 2.0
    y[y > 0] = 1.0
    y[0] += x[1]
    return np.sum(y * x)


show(masked, a)
