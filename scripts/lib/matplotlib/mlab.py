"""Windows and trends for spectra."""

import numpy as np


def window_hanning(x):
    return np.hanning(len(x)) * x


def window_none(x):
    return x


def detrend_none(x, axis=None):
    return x


def detrend_mean(x, axis=None):
    x = np.asarray(x)
    return x - x.mean(axis, keepdims=True)


def detrend_linear(y):
    y = np.asarray(y, dtype=float)
    x = np.arange(len(y), dtype=float)
    slope, start = np.polyfit(x, y, 1)
    return y - (start + slope * x)
