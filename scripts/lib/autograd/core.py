"""Names of the core that programs import."""

import _autograd
from autograd import _operators
from autograd._spaces import VSpace, vspace
from autograd.extend import (
    def_linear, defjvp, defjvp_argnum, defjvp_argnums, defvjp, defvjp_argnum, defvjp_argnums, primitive)


def make_vjp(fun, x):
    """The function from a cotangent of fun(x) to that of x, and fun(x)."""
    return _autograd.vjp(fun, 0, (x,), {})


def make_jvp(fun, x):
    """The function from a tangent of x to fun(x) and its tangent."""
    return _operators.make_jvp(fun)(x)
