"""Minimisation within bounds."""

import numpy as np
from scipy.optimize._functions import OptimizeResult, _Function
from scipy.optimize._minimizers import _called


class Bounds:
    """The least and the greatest values of variables."""

    def __init__(self, lb=-np.inf, ub=np.inf, keep_feasible=False):
        self.lb, self.ub, self.keep_feasible = np.atleast_1d(lb), np.atleast_1d(ub), keep_feasible

    def __repr__(self):
        return f'Bounds({self.lb!r}, {self.ub!r})'


def _limits(bounds, n):
    if isinstance(bounds, Bounds):
        return np.broadcast_to(bounds.lb, n).astype(float), np.broadcast_to(bounds.ub, n).astype(float)
    pairs = list(bounds)
    if len(pairs) != n:
        raise ValueError('The number of bounds is not compatible with the length of `x0`.')
    low = np.array([-np.inf if one[0] is None else one[0] for one in pairs], dtype=float)
    high = np.array([np.inf if one[1] is None else one[1] for one in pairs], dtype=float)
    return low, high


def _bounded(fun, x0, args, jac, bounds, callback, maxiter=15000, ftol=2.220446049250313e-09, gtol=1e-5, eps=1e-8,
             disp=False, maxfun=15000, **others):
    """The least value between bounds: steps of BFGS in the variables that no bound holds, put back between them."""
    x = np.atleast_1d(np.asarray(x0, dtype=float)).copy()
    n = len(x)
    low, high = _limits(bounds, n)
    if np.any(low > high):
        raise ValueError('An upper bound is less than the corresponding lower bound.')
    x = np.clip(x, low, high)
    problem = _Function(fun, args, jac, eps)
    # Differences look ahead: not beyond a bound.
    if problem._jac is None:
        problem = _Function(fun, args, lambda y, *more: _differences(problem.fun, y, high, eps), eps)
    value, slope = problem.fun(x), problem.grad(x)
    inverse, status = np.eye(n), 1
    message = 'STOP: TOTAL NO. OF ITERATIONS REACHED LIMIT'
    iteration = 0
    while iteration < maxiter:
        if np.max(np.abs(np.clip(x - slope, low, high) - x)) <= gtol:
            status, message = 0, 'CONVERGENCE: NORM OF PROJECTED GRADIENT <= PGTOL'
            break
        held = ((x <= low) & (slope > 0)) | ((x >= high) & (slope < 0))
        free = ~held
        direction = np.zeros(n)
        part = inverse[np.ix_(free, free)]
        direction[free] = -part.dot(slope[free])
        if direction.dot(slope) >= 0:
            inverse = np.eye(n)
            direction = np.where(free, -slope, 0.0)
        step = 1.0 if iteration else min(1.0, 1.0 / max(np.max(np.abs(direction)), 1e-300))
        while True:
            ahead = np.clip(x + step * direction, low, high)
            found = problem.fun(ahead)
            if found <= value + 1e-4 * slope.dot(ahead - x) or step < 1e-14:
                break
            step *= 0.5
        iteration += 1
        slope_ahead = problem.grad(ahead)
        move, turn = ahead - x, slope_ahead - slope
        gain, before = value - found, value
        x, value, slope = ahead, found, slope_ahead
        if callback is not None and _called(callback, x, value):
            break
        if gain <= ftol * max(abs(before), abs(value), 1.0):
            status, message = 0, 'CONVERGENCE: RELATIVE REDUCTION OF F <= FACTR*EPSMCH'
            break
        product = move.dot(turn)
        if product > 1e-12:
            left = np.eye(n) - np.outer(move, turn) / product
            inverse = left.dot(inverse).dot(left.T) + np.outer(move, move) / product
    if disp:
        print(message)
    return OptimizeResult(fun=value, jac=slope, nfev=problem.nfev, njev=problem.njev, nit=iteration, status=status,
                          success=status == 0, message=message, x=x)


def _differences(function, x, high, eps):
    value = function(x)
    result = np.empty(len(x))
    for place in range(len(x)):
        ahead = np.copy(x)
        ahead[place] += eps if x[place] + eps <= high[place] else -eps
        result[place] = (function(ahead) - value) / (ahead[place] - x[place])
    return result
