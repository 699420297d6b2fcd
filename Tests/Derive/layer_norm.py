"""Layer normalization, with the mean and the deviation written out, and with numpy's functions."""
import numpy as np
from check import show

np.random.seed(0)
x = np.random.randn(4, 6)
gain, bias = np.random.randn(6), np.random.randn(6)
target = np.random.randn(4, 6)


def written_out(x, gain, bias):
    mu = np.mean(x, axis=1, keepdims=True)
    centred = x - mu
    var = np.mean(centred ** 2, axis=1, keepdims=True)
    std = np.sqrt(var + 1e-5)
    xhat = centred / std
    out = gain * xhat + bias
    return np.sum((out - target) ** 2)


show(written_out, x, gain, bias)


def by_numpy(x, gain, bias):
    xhat = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-5)
    return np.sum((gain * xhat + bias) * target)


show(by_numpy, x, gain, bias)
