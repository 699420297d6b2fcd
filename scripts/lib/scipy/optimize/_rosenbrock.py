"""Rosenbrock's function, on which minimisers are tried."""

import numpy as np


def rosen(x):
    """Return the value of Rosenbrock's function of several variables."""
    x = np.asarray(x)
    ahead, behind = x[1:], x[:-1]
    return np.sum(100.0 * (ahead - behind ** 2.0) ** 2.0 + (1 - behind) ** 2.0, axis=0, dtype=x.dtype)


def rosen_der(x):
    """Return the gradient of `rosen`."""
    x = np.asarray(x)
    inner, before, after = x[1:-1], x[:-2], x[2:]
    result = np.zeros_like(x)
    result[1:-1] = 200 * (inner - before ** 2) - 400 * (after - inner ** 2) * inner - 2 * (1 - inner)
    result[0] = -400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0])
    result[-1] = 200 * (x[-1] - x[-2] ** 2)
    return result


def rosen_hess(x):
    """Return the matrix of the second derivatives of `rosen`."""
    x = np.atleast_1d(x)
    result = np.diag(-400 * x[:-1], 1) - np.diag(400 * x[:-1], -1)
    diagonal = np.zeros(len(x), dtype=x.dtype)
    diagonal[0] = 1200 * x[0] ** 2 - 400 * x[1] + 2
    diagonal[-1] = 200
    diagonal[1:-1] = 202 + 1200 * x[1:-1] ** 2 - 400 * x[2:]
    return result + np.diag(diagonal)


def rosen_hess_prod(x, p):
    """Return the product of that matrix and a vector."""
    x, p = np.atleast_1d(x), np.asarray(p)
    result = np.zeros(len(x), dtype=x.dtype)
    result[0] = (1200 * x[0] ** 2 - 400 * x[1] + 2) * p[0] - 400 * x[0] * p[1]
    result[1:-1] = (-400 * x[:-2] * p[:-2] + (202 + 1200 * x[1:-1] ** 2 - 400 * x[2:]) * p[1:-1]
                    - 400 * x[1:-1] * p[2:])
    result[-1] = -400 * x[-2] * p[-2] + 200 * p[-1]
    return result
