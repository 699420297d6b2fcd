"""Functions of series of Laguerre polynomials, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _converted, _power, _series, _laguerre

__name__ = 'numpy.polynomial.laguerre'

lagdomain = np.array([0.0, 1.0])
lagzero = np.array([0])
lagone = np.array([1])
lagx = np.array([1, -1])
lagline = _laguerre.line
lagfromroots = _laguerre.fromroots
lagadd = _laguerre.add
lagsub = _laguerre.sub
lagmulx = _laguerre.mulx
lagmul = _laguerre.mul
lagdiv = _laguerre.div
lagpow = _laguerre.pow
lagder = _laguerre.der
lagint = _laguerre.int
lagval = _laguerre.val
lagvander = _laguerre.vander
lagfit = _laguerre.fit
lagcompanion = _laguerre.companion
lagroots = _laguerre.roots


def lagtrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def lagval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def lagval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _laguerre.val(args[0], c)
    for each in args[1:]:
        c = _laguerre.val(each, c, tensor=False)
    return c


def laggrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _laguerre.val(y, _laguerre.val(x, c))


def laggrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _laguerre.val(z, _laguerre.val(y, _laguerre.val(x, c)))


def lagvander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _laguerre.vander(x, deg[0]), _laguerre.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def lagvander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _laguerre.vander(x, deg[0]), _laguerre.vander(y, deg[1]), _laguerre.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def lag2poly(c):
    """Return the coefficients of the powers."""
    return _converted(c, _laguerre, _power)


def poly2lag(pol):
    """Return the coefficients of this family's polynomials."""
    return _converted(pol, _power, _laguerre)


def laggauss(deg):
    """Return points and weights of a quadrature."""
    return _laguerre.gauss(deg, 1.0, False)


def lagweight(x):
    """Return the weight with which the polynomials are orthogonal."""
    return np.exp(-x)


Laguerre = np.polynomial.Laguerre
