"""The normal distribution."""

import math

import numpy as np
from autograd.scipy.special import erfc, log_ndtr


def logpdf(x, loc=0.0, scale=1.0):
    """The logarithm of the density."""
    z = (x - loc) / scale
    return -0.5 * z * z - np.log(scale) - 0.5 * math.log(2.0 * math.pi)


def pdf(x, loc=0.0, scale=1.0):
    """The density."""
    return np.exp(logpdf(x, loc, scale))


def cdf(x, loc=0.0, scale=1.0):
    """The probability of a value up to x."""
    return 0.5 * erfc(-(x - loc) / (scale * math.sqrt(2.0)))


def sf(x, loc=0.0, scale=1.0):
    """The probability of a value beyond x."""
    return 0.5 * erfc((x - loc) / (scale * math.sqrt(2.0)))


def logcdf(x, loc=0.0, scale=1.0):
    """The logarithm of cdf."""
    return log_ndtr((x - loc) / scale)


def logsf(x, loc=0.0, scale=1.0):
    """The logarithm of sf."""
    return log_ndtr(-(x - loc) / scale)
