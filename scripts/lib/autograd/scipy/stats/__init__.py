"""Distributions."""

from autograd.scipy.stats import norm
