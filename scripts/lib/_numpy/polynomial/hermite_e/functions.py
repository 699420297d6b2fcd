"""Functions of series of Hermite's probabilists' polynomials, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _converted, _power, _series, _hermite_e

__name__ = 'numpy.polynomial.hermite_e'

hermedomain = np.array([-1.0, 1.0])
hermezero = np.array([0])
hermeone = np.array([1])
hermex = np.array([0, 1])
hermeline = _hermite_e.line
hermefromroots = _hermite_e.fromroots
hermeadd = _hermite_e.add
hermesub = _hermite_e.sub
hermemulx = _hermite_e.mulx
hermemul = _hermite_e.mul
hermediv = _hermite_e.div
hermepow = _hermite_e.pow
hermeder = _hermite_e.der
hermeint = _hermite_e.int
hermeval = _hermite_e.val
hermevander = _hermite_e.vander
hermefit = _hermite_e.fit
hermecompanion = _hermite_e.companion
hermeroots = _hermite_e.roots


def hermetrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def hermeval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def hermeval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _hermite_e.val(args[0], c)
    for each in args[1:]:
        c = _hermite_e.val(each, c, tensor=False)
    return c


def hermegrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _hermite_e.val(y, _hermite_e.val(x, c))


def hermegrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _hermite_e.val(z, _hermite_e.val(y, _hermite_e.val(x, c)))


def hermevander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _hermite_e.vander(x, deg[0]), _hermite_e.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def hermevander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _hermite_e.vander(x, deg[0]), _hermite_e.vander(y, deg[1]), _hermite_e.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def herme2poly(c):
    """Return the coefficients of the powers."""
    return _converted(c, _hermite_e, _power)


def poly2herme(pol):
    """Return the coefficients of this family's polynomials."""
    return _converted(pol, _power, _hermite_e)


def hermegauss(deg):
    """Return points and weights of a quadrature."""
    return _hermite_e.gauss(deg, np.sqrt(2 * np.pi), True)


def hermeweight(x):
    """Return the weight with which the polynomials are orthogonal."""
    return np.exp(-.5 * x**2)


HermiteE = np.polynomial.HermiteE
