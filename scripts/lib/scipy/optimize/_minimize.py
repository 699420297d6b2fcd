"""The functions that minimise, and what goes with them."""

import numpy as np
from scipy.optimize._bounds import _bounded
from scipy.optimize._functions import _EPSILON, _Function
from scipy.optimize._minimizers import _bfgs, _cg, _nelder_mead


def minimize(fun, x0, args=(), method=None, jac=None, hess=None, hessp=None, bounds=None, constraints=(), tol=None,
             callback=None, options=None):
    """Find where a function of a vector is least: by BFGS, conjugate gradients ('CG') or 'Nelder-Mead'; with `bounds`,
    pairs of numbers or None, by BFGS on the variables that are free."""
    if not isinstance(args, tuple):
        args = (args,)
    if constraints:
        raise NotImplementedError('constraints are not here')
    if np.ndim(x0) > 1:
        raise ValueError("'x0' must only have one dimension.")
    name = (method or 'BFGS').lower()
    options = dict(options or {})
    if name in ('l-bfgs-b', 'tnc') and bounds is None:
        name = 'bfgs'
    if bounds is not None:
        if name == 'nelder-mead':
            raise NotImplementedError("bounds are not here for 'Nelder-Mead'")
        if tol is not None:
            options.setdefault('ftol', tol)
            options.setdefault('gtol', tol)
        return _bounded(fun, x0, args, jac, bounds, callback, **options)
    if name not in ('bfgs', 'cg', 'nelder-mead'):
        raise ValueError(f'Unknown solver {method}')
    if tol is not None:
        if name == 'nelder-mead':
            options.setdefault('xatol', tol)
            options.setdefault('fatol', tol)
        else:
            options.setdefault('gtol', tol)
    solver = {'bfgs': _bfgs, 'cg': _cg, 'nelder-mead': _nelder_mead}[name]
    return solver(fun, x0, args, jac, callback, **options)


def fmin_bfgs(f, x0, fprime=None, args=(), gtol=1e-5, maxiter=None, full_output=0, disp=1, callback=None):
    """Find where a function is least by BFGS; returns the place."""
    result = minimize(f, x0, args, method='BFGS', jac=fprime, callback=callback,
                      options={'gtol': gtol, 'maxiter': maxiter, 'disp': disp})
    if full_output:
        return (result.x, result.fun, result.jac, result.hess_inv, result.nfev, result.njev, result.status)
    return result.x


def fmin(func, x0, args=(), xtol=1e-4, ftol=1e-4, maxiter=None, maxfun=None, full_output=0, disp=1, callback=None):
    """Find where a function is least by Nelder and Mead's simplex; returns the place."""
    result = minimize(func, x0, args, method='Nelder-Mead', callback=callback,
                      options={'xatol': xtol, 'fatol': ftol, 'maxiter': maxiter, 'maxfev': maxfun, 'disp': disp})
    return result.x


def check_grad(func, grad, x0, *args, epsilon=_EPSILON):
    """Return how far a gradient is from the differences of its function."""
    x0 = np.asarray(x0, dtype=float)
    return np.sqrt(np.sum(np.abs((grad(x0, *args) - approx_fprime(x0, func, epsilon, *args)) ** 2)))


def approx_fprime(xk, f, epsilon=_EPSILON, *args):
    """Return the forward differences of a function."""
    xk = np.asarray(xk, dtype=float)
    return _Function(f, args, None, epsilon).grad(xk).copy()
