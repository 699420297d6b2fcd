"""Functions of series of Chebyshev polynomials, by their coefficients from the lowest degree up."""

import numpy as np
from _numpy.polynomial.bases import _chebyshev, _converted, _power, _series

__name__ = 'numpy.polynomial.chebyshev'

chebdomain = np.array([-1.0, 1.0])
chebzero = np.array([0])
chebone = np.array([1])
chebx = np.array([0, 1])
chebline = _chebyshev.line
chebfromroots = _chebyshev.fromroots
chebadd = _chebyshev.add
chebsub = _chebyshev.sub
chebmulx = _chebyshev.mulx
chebmul = _chebyshev.mul
chebdiv = _chebyshev.div
chebpow = _chebyshev.pow
chebder = _chebyshev.der
chebint = _chebyshev.int
chebval = _chebyshev.val
chebvander = _chebyshev.vander
chebfit = _chebyshev.fit
chebcompanion = _chebyshev.companion
chebroots = _chebyshev.roots


def chebtrim(c, tol=0):
    """Return the coefficients without those at their end that are no larger than `tol`."""
    if tol < 0:
        raise ValueError('tol must be non-negative')
    c, = _series(c)
    places = np.nonzero(np.abs(c) > tol)[0]
    return c[:1] * 0 if len(places) == 0 else c[:places[-1] + 1].copy()


def chebval2d(x, y, c):
    """Return the values of a series in two variables at points."""
    return _at_points(c, x, y)


def chebval3d(x, y, z, c):
    """Return the values of a series in three variables at points."""
    return _at_points(c, x, y, z)


def _at_points(c, *args):
    args = [np.asanyarray(each) for each in args]
    if any(each.shape != args[0].shape for each in args):
        raise ValueError('x, y, z are incompatible' if len(args) == 3 else 'x, y are incompatible')
    c = _chebyshev.val(args[0], c)
    for each in args[1:]:
        c = _chebyshev.val(each, c, tensor=False)
    return c


def chebgrid2d(x, y, c):
    """Return the values of a series in two variables on a grid."""
    return _chebyshev.val(y, _chebyshev.val(x, c))


def chebgrid3d(x, y, z, c):
    """Return the values of a series in three variables on a grid."""
    return _chebyshev.val(z, _chebyshev.val(y, _chebyshev.val(x, c)))


def chebvander2d(x, y, deg):
    """Return the products of the powers of two variables, a row a point."""
    v, w = _chebyshev.vander(x, deg[0]), _chebyshev.vander(y, deg[1])
    result = v[..., :, None] * w[..., None, :]
    return result.reshape(result.shape[:-2] + (-1,))


def chebvander3d(x, y, z, deg):
    """Return the products of the powers of three variables, a row a point."""
    u, v, w = _chebyshev.vander(x, deg[0]), _chebyshev.vander(y, deg[1]), _chebyshev.vander(z, deg[2])
    result = u[..., :, None, None] * v[..., None, :, None] * w[..., None, None, :]
    return result.reshape(result.shape[:-3] + (-1,))


def cheb2poly(c):
    """Return the coefficients of the powers."""
    return _converted(c, _chebyshev, _power)


def poly2cheb(pol):
    """Return the coefficients of Chebyshev's polynomials."""
    return _converted(pol, _power, _chebyshev)


def chebpts1(npts):
    """Return the roots of the polynomial of a degree."""
    count = int(npts)
    if count != npts:
        raise ValueError('npts must be integer')
    if count < 1:
        raise ValueError('npts must be >= 1')
    return np.sin(0.5 * np.pi / count * np.arange(-count + 1, count + 1, 2))


def chebpts2(npts):
    """Return the points where the polynomial of a degree less one has its extremes."""
    count = int(npts)
    if count != npts:
        raise ValueError('npts must be integer')
    if count < 2:
        raise ValueError('npts must be >= 2')
    return np.cos(np.linspace(-np.pi, 0, count))


def chebweight(x):
    """Return the weight with which the polynomials are orthogonal."""
    return 1. / (np.sqrt(1. + x) * np.sqrt(1. - x))


def chebgauss(deg):
    """Return points and weights of a quadrature."""
    if deg <= 0:
        raise ValueError('deg must be a positive integer')
    x = np.cos(np.pi * np.arange(1, 2 * deg, 2) / (2.0 * deg))
    return x, np.ones(deg) * (np.pi / deg)


def chebinterpolate(func, deg, args=()):
    """Return the coefficients of the polynomial of a degree that has a function's values at Chebyshev's points."""
    deg = np.asarray(deg)
    if deg.ndim > 0 or deg.dtype.kind not in 'iu' or deg.size == 0:
        raise TypeError('deg must be an int')
    if deg < 0:
        raise ValueError('expected deg >= 0')
    order = int(deg) + 1
    x = chebpts1(order)
    c = np.dot(_chebyshev.vander(x, order - 1).T, func(x, *args))
    c[0] /= order
    c[1:] /= 0.5 * order
    return c


Chebyshev = np.polynomial.Chebyshev
