"""Two hidden layers, written out and in a loop."""
import numpy as np
from check import show
np.random.seed(1)
x = np.random.randn(7, 3); y = np.random.randn(7, 2)
params = [(np.random.randn(3, 4), np.zeros(4)), (np.random.randn(4, 5), np.zeros(5)), (np.random.randn(5, 2), np.zeros(2))]
def mse(W1, b1, W2, b2, W3, b3):
    h1 = np.tanh(x @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    out = h2 @ W3 + b3
    error = out - y
    return np.mean(error ** 2)
flat = [a for p in params for a in p]
show(mse, *flat)
def mlp(params, x, y):
    for W, b in params[:-1]:
        x = np.tanh(np.dot(x, W) + b)
    W, b = params[-1]
    out = np.dot(x, W) + b
    return np.mean(np.sum((out - y)**2, axis=1))
show(mlp, params, x, y, argnum=0)
