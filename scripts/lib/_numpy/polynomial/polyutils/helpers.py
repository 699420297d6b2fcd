"""What all families of polynomials use."""

import numpy as np
from _numpy.polynomial.bases import _map_domain, _map_parameters, _series, _trimmed
from _numpy.polynomial.classes import _domain_of

__name__ = 'numpy.polynomial.polyutils'


def as_series(alist, trim=True):
    """Return lists of coefficients as arrays of one inexact type."""
    return _series(*alist, trim=trim)


def trimseq(seq):
    """Return a sequence without zeros at its end."""
    return seq if len(seq) == 0 or seq[-1] != 0 else _trimmed(seq)


def trimcoef(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def getdomain(x):
    """Return the domain that holds the numbers."""
    return _domain_of(x)


def mapparms(old, new):
    """Return the offset and the scale that map one domain to another."""
    return _map_parameters(old, new)


def mapdomain(x, old, new):
    """Return numbers of one domain mapped to another."""
    return _map_domain(x if isinstance(x, (int, float, complex, np.generic)) else np.asanyarray(x), old, new)
