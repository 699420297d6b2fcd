"""Logistic regression."""
import numpy as np
from check import show
np.random.seed(1)
N, D = 20, 4
X = np.random.randn(N, D)
y = (np.random.rand(N) > 0.5) * 1.0
def logistic(z):
    return 1 / (1 + np.exp(-z))
def loss(w, b):
    p = logistic(np.dot(X, w) + b)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / N
show(loss, np.random.randn(D), 0.1)
def nll(W, b, X, y):
    n = X.shape[0]
    scores = X @ W + b
    p = 1.0 / (1.0 + np.exp(-scores))
    cost = -np.mean(y * np.log(p) + (1.0 - y) * np.log(1.0 - p))
    return cost + 0.01 / (2 * n) * np.sum(W ** 2)
show(nll, np.random.randn(D), np.zeros(1), X, y, argnum=(0, 1))
