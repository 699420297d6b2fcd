"""Functions of series of powers, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _power, _series

__name__ = 'numpy.polynomial.polynomial'

polydomain = np.array([-1.0, 1.0])
polyzero = np.array([0])
polyone = np.array([1])
polyx = np.array([0, 1])
polyline = _power.line
polyfromroots = _power.fromroots
polyadd = _power.add
polysub = _power.sub
polymulx = _power.mulx
polymul = _power.mul
polydiv = _power.div
polypow = _power.pow
polyder = _power.der
polyint = _power.int
polyval = _power.val
polyvander = _power.vander
polyfit = _power.fit
polycompanion = _power.companion
polyroots = _power.roots


def polytrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def polyval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def polyval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _power.val(args[0], c)
    for each in args[1:]:
        c = _power.val(each, c, tensor=False)
    return c


def polygrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _power.val(y, _power.val(x, c))


def polygrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _power.val(z, _power.val(y, _power.val(x, c)))


def polyvander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _power.vander(x, deg[0]), _power.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def polyvander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _power.vander(x, deg[0]), _power.vander(y, deg[1]), _power.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def polyvalfromroots(x, r, tensor=True):
    """Return the values of a polynomial that is given by its roots."""
    r = np.array(r, ndmin=1)
    if r.dtype.kind in 'biu':
        r = r.astype(np.double)
    if isinstance(x, (tuple, list)):
        x = np.asarray(x)
    if isinstance(x, np.ndarray):
        if tensor:
            r = r.reshape(r.shape + (1,) * x.ndim)
        elif x.ndim >= r.ndim:
            raise ValueError('x.ndim must be < r.ndim when tensor == False')
    return np.prod(x - r, axis=0)


Polynomial = np.polynomial.Polynomial
