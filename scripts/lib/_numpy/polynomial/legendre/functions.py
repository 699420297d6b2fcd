"""Functions of series of Legendre polynomials, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _converted, _power, _series, _legendre

__name__ = 'numpy.polynomial.legendre'

legdomain = np.array([-1.0, 1.0])
legzero = np.array([0])
legone = np.array([1])
legx = np.array([0, 1])
legline = _legendre.line
legfromroots = _legendre.fromroots
legadd = _legendre.add
legsub = _legendre.sub
legmulx = _legendre.mulx
legmul = _legendre.mul
legdiv = _legendre.div
legpow = _legendre.pow
legder = _legendre.der
legint = _legendre.int
legval = _legendre.val
legvander = _legendre.vander
legfit = _legendre.fit
legcompanion = _legendre.companion
legroots = _legendre.roots


def legtrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def legval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def legval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _legendre.val(args[0], c)
    for each in args[1:]:
        c = _legendre.val(each, c, tensor=False)
    return c


def leggrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _legendre.val(y, _legendre.val(x, c))


def leggrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _legendre.val(z, _legendre.val(y, _legendre.val(x, c)))


def legvander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _legendre.vander(x, deg[0]), _legendre.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def legvander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _legendre.vander(x, deg[0]), _legendre.vander(y, deg[1]), _legendre.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def leg2poly(c):
    """Return the coefficients of the powers."""
    return _converted(c, _legendre, _power)


def poly2leg(pol):
    """Return the coefficients of this family's polynomials."""
    return _converted(pol, _power, _legendre)


def leggauss(deg):
    """Return points and weights of a quadrature."""
    return _legendre.gauss(deg, 2.0, True)


def legweight(x):
    """Return the weight with which the polynomials are orthogonal."""
    return 0 * x + 1.0


Legendre = np.polynomial.Legendre
