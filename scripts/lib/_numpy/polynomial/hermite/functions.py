"""Functions of series of Hermite's physical polynomials, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _converted, _power, _series, _hermite

__name__ = 'numpy.polynomial.hermite'

hermdomain = np.array([-1.0, 1.0])
hermzero = np.array([0])
hermone = np.array([1])
hermx = np.array([0, 1 / 2])
hermline = _hermite.line
hermfromroots = _hermite.fromroots
hermadd = _hermite.add
hermsub = _hermite.sub
hermmulx = _hermite.mulx
hermmul = _hermite.mul
hermdiv = _hermite.div
hermpow = _hermite.pow
hermder = _hermite.der
hermint = _hermite.int
hermval = _hermite.val
hermvander = _hermite.vander
hermfit = _hermite.fit
hermcompanion = _hermite.companion
hermroots = _hermite.roots


def hermtrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def hermval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def hermval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _hermite.val(args[0], c)
    for each in args[1:]:
        c = _hermite.val(each, c, tensor=False)
    return c


def hermgrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _hermite.val(y, _hermite.val(x, c))


def hermgrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _hermite.val(z, _hermite.val(y, _hermite.val(x, c)))


def hermvander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _hermite.vander(x, deg[0]), _hermite.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def hermvander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _hermite.vander(x, deg[0]), _hermite.vander(y, deg[1]), _hermite.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def herm2poly(c):
    """Return the coefficients of the powers."""
    return _converted(c, _hermite, _power)


def poly2herm(pol):
    """Return the coefficients of this family's polynomials."""
    return _converted(pol, _power, _hermite)


def hermgauss(deg):
    """Return points and weights of a quadrature."""
    return _hermite.gauss(deg, np.sqrt(np.pi), True)


def hermweight(x):
    """Return the weight with which the polynomials are orthogonal."""
    return np.exp(-x**2)


Hermite = np.polynomial.Hermite
