"""Finding the least value of a function, and its zeros."""

from scipy.optimize._bounds import Bounds
from scipy.optimize._functions import OptimizeResult
from scipy.optimize._minimize import approx_fprime, check_grad, fmin, fmin_bfgs, minimize
from scipy.optimize._rosenbrock import rosen, rosen_der, rosen_hess, rosen_hess_prod
from scipy.optimize._roots import bisect, brentq, newton
