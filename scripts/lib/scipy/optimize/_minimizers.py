"""Quasi-Newton, conjugate gradients and the simplex: minimisation without bounds."""

import math
import warnings

import numpy as np
from scipy.optimize._functions import OptimizeResult, _EPSILON, _Function, _MESSAGES
from scipy.optimize._line_search import _line_search


def _size(x, order):
    if order == math.inf:
        return np.amax(np.abs(x))
    if order == -math.inf:
        return np.amin(np.abs(x))
    return np.sum(np.abs(x) ** order, axis=0) ** (1.0 / order)


def _report(display, status, fval, iterations, function):
    if not display:
        return
    text = _MESSAGES[status]
    if status:
        warnings.warn(text, RuntimeWarning, stacklevel=6)
    else:
        print(text)
    print(f'         Current function value: {fval:f}')
    print(f'         Iterations: {iterations:d}')
    print(f'         Function evaluations: {function.nfev:d}')
    if function.njev:
        print(f'         Gradient evaluations: {function.njev:d}')


def _beginning(fun, x0, args, jac, eps, maxiter):
    """What searches along gradients begin with: the function, the place, its value and gradient, a value that might
    have been before, and how many steps are allowed."""
    x = np.atleast_1d(np.asarray(x0, dtype=float)).flatten()
    function = _Function(fun, args, jac, eps)
    value, gradient = function.fun(x), function.grad(x)
    before = value + np.sqrt(np.dot(gradient, gradient)) / 2
    return function, x, value, gradient, before, len(x) * 200 if maxiter is None else maxiter


def _result(function, status, fval, x, k, maxiter, gradient, size, disp, places, **more):
    """The result of a search along gradients."""
    if status == 0:
        if k >= maxiter:
            status = 1
        elif np.isnan(size) or np.isnan(fval) or np.isnan(x).any():
            status = 3
    _report(disp, status, fval, k, function)
    result = OptimizeResult(message=_MESSAGES[status], success=status == 0, status=status, fun=fval, x=x, nit=k,
                            jac=gradient, **more, nfev=function.nfev, njev=function.njev)
    if places is not None:
        result['allvecs'] = places
    return result


def _bfgs(fun, x0, args, jac, callback, gtol=1e-5, norm=math.inf, eps=_EPSILON, maxiter=None, disp=False,
          return_all=False, xrtol=0, c1=1e-4, c2=0.9, hess_inv0=None, **_):
    function, xk, old_fval, gfk, old_old_fval, maxiter = _beginning(fun, x0, args, jac, eps, maxiter)
    identity = np.eye(len(xk), dtype=int)
    Hk = identity if hess_inv0 is None else hess_inv0
    places = [xk]
    status = 0
    k = 0
    gnorm = _size(gfk, norm)
    while gnorm > gtol and k < maxiter:
        pk = -np.dot(Hk, gfk)
        found = _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, 1e-100, 1e100)
        if found is None:
            status = 2
            break
        alpha, old_fval, old_old_fval, gfkp1 = found
        sk = alpha * pk
        xkp1 = xk + sk
        if return_all:
            places.append(xkp1)
        xk = xkp1
        yk = gfkp1 - gfk
        gfk = gfkp1
        k += 1
        if callback is not None and _called(callback, xk, old_fval):
            break
        gnorm = _size(gfk, norm)
        if gnorm <= gtol:
            break
        if alpha * _size(pk, 2) <= xrtol * (xrtol + _size(xk, 2)):
            break
        if not np.isfinite(old_fval):
            status = 2
            break
        rho_inverse = np.dot(yk, sk)
        rho = 1000.0 if rho_inverse == 0.0 else 1.0 / rho_inverse
        A1 = identity - sk[:, np.newaxis] * yk[np.newaxis, :] * rho
        A2 = identity - yk[:, np.newaxis] * sk[np.newaxis, :] * rho
        Hk = np.dot(A1, np.dot(Hk, A2)) + rho * sk[:, np.newaxis] * sk[np.newaxis, :]
    return _result(function, status, old_fval, xk, k, maxiter, gfk, gnorm, disp, places if return_all else None,
                   hess_inv=Hk)


def _called(callback, xk, fval):
    try:
        callback(np.copy(xk))
    except StopIteration:
        return True
    return False


def _cg(fun, x0, args, jac, callback, gtol=1e-5, norm=math.inf, eps=_EPSILON, maxiter=None, disp=False,
        return_all=False, c1=1e-4, c2=0.4, **_):
    function, xk, old_fval, gfk, old_old_fval, maxiter = _beginning(fun, x0, args, jac, eps, maxiter)
    k = 0
    places = [xk]
    status = 0
    pk = -gfk
    gnorm = _size(gfk, norm)
    while gnorm > gtol and k < maxiter:
        deltak = np.dot(gfk, gfk)

        def descends(step, gradient):
            """Whether the next direction leads down steeply enough."""
            if _size(gradient, norm) <= gtol:
                return True
            share = max(0, np.dot(gradient - gfk, gradient) / deltak)
            return np.dot(-gradient + share * pk, gradient) <= -0.01 * np.dot(gradient, gradient)

        found = _line_search(function, xk, pk, gfk, old_fval, old_old_fval, c1, c2, 1e-100, 1e100, descends)
        if found is None:
            status = 2
            break
        alpha, old_fval, old_old_fval, gfkp1 = found
        xk = xk + alpha * pk
        if gfkp1 is None:
            gfkp1 = function.grad(xk)
        yk = gfkp1 - gfk
        beta = max(0, np.dot(yk, gfkp1) / deltak)
        pk = -gfkp1 + beta * pk
        gfk = gfkp1
        gnorm = _size(gfk, norm)
        if return_all:
            places.append(xk)
        k += 1
        if callback is not None and _called(callback, xk, old_fval):
            break
    return _result(function, status, old_fval, xk, k, maxiter, gfk, gnorm, disp, places if return_all else None)


def _nelder_mead(fun, x0, args, jac, callback, maxiter=None, maxfev=None, disp=False, return_all=False, xatol=1e-4,
                 fatol=1e-4, initial_simplex=None, adaptive=False, **_):
    x0 = np.atleast_1d(np.asarray(x0, dtype=float)).flatten()
    n = len(x0)
    calls = [0]

    def value(x):
        calls[0] += 1
        return fun(np.copy(x), *args)

    if adaptive:
        rho, chi, psi, sigma = 1, 1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n
    else:
        rho, chi, psi, sigma = 1, 2, 0.5, 0.5
    if initial_simplex is None:
        simplex = np.empty((n + 1, n))
        simplex[0] = x0
        for k in range(n):
            y = np.array(x0, copy=True)
            y[k] = (1 + 0.05) * y[k] if y[k] != 0 else 0.00025
            simplex[k + 1] = y
    else:
        simplex = np.array(initial_simplex, dtype=float)
    if maxiter is None and maxfev is None:
        maxiter = maxfev = n * 200
    elif maxiter is None:
        maxiter = math.inf if maxfev != math.inf else n * 200
    elif maxfev is None:
        maxfev = math.inf if maxiter != math.inf else n * 200
    fsim = np.full((n + 1,), np.inf)
    for k in range(n + 1):
        if calls[0] >= maxfev:
            break
        fsim[k] = value(simplex[k])
    order = np.argsort(fsim)
    simplex, fsim = np.take(simplex, order, 0), np.take(fsim, order, 0)
    iterations = 1
    places = [simplex[0]]
    while calls[0] < maxfev and iterations < maxiter:
        if np.max(np.ravel(np.abs(simplex[1:] - simplex[0]))) <= xatol and np.max(np.abs(fsim[0] - fsim[1:])) <= fatol:
            break
        middle = np.sum(simplex[:-1], axis=0) / n
        xr = (1 + rho) * middle - rho * simplex[-1]
        fxr = value(xr)
        shrink = False
        if fxr < fsim[0]:
            xe = (1 + rho * chi) * middle - rho * chi * simplex[-1]
            fxe = value(xe)
            simplex[-1], fsim[-1] = (xe, fxe) if fxe < fxr else (xr, fxr)
        elif fxr < fsim[-2]:
            simplex[-1], fsim[-1] = xr, fxr
        elif fxr < fsim[-1]:
            xc = (1 + psi * rho) * middle - psi * rho * simplex[-1]
            fxc = value(xc)
            if fxc <= fxr:
                simplex[-1], fsim[-1] = xc, fxc
            else:
                shrink = True
        else:
            xcc = (1 - psi) * middle + psi * simplex[-1]
            fxcc = value(xcc)
            if fxcc < fsim[-1]:
                simplex[-1], fsim[-1] = xcc, fxcc
            else:
                shrink = True
        if shrink:
            for j in range(1, n + 1):
                simplex[j] = simplex[0] + sigma * (simplex[j] - simplex[0])
                fsim[j] = value(simplex[j])
        iterations += 1
        order = np.argsort(fsim)
        simplex, fsim = np.take(simplex, order, 0), np.take(fsim, order, 0)
        if callback is not None and _called(callback, simplex[0], fsim[0]):
            break
        if return_all:
            places.append(simplex[0])
    x, fval = simplex[0], np.min(fsim)
    status = 0
    message = 'Optimization terminated successfully.'
    if calls[0] >= maxfev:
        status, message = 1, 'Maximum number of function evaluations has been exceeded.'
    elif iterations >= maxiter:
        status, message = 2, 'Maximum number of iterations has been exceeded.'
    if disp:
        print(message)
        print(f'         Current function value: {fval:f}')
        print(f'         Iterations: {iterations:d}')
        print(f'         Function evaluations: {calls[0]:d}')
    result = OptimizeResult(fun=fval, nit=iterations, nfev=calls[0], status=status, success=status == 0, message=message,
                            x=x, final_simplex=(simplex, fsim))
    if return_all:
        result['allvecs'] = places
    return result
