"""Derivatives of ordinary functions of arrays: reverse mode, of any order."""

import numpy

from autograd._operators import (
    checkpoint, deriv, elementwise_grad, grad, grad_and_aux, grad_named, hessian, hessian_tensor_product,
    hessian_vector_product, holomorphic_grad, jacobian, make_ggnvp, make_hvp, make_jvp, make_jvp_reversemode, make_vjp,
    multigrad_dict, tensor_jacobian_product, value_and_grad, vector_jacobian_product,
)


def derive(function, *args, argnum=None):
    """The forward and the backward pass of function(*args), whose result is one number, as a program that one reads.

    The function runs once. What comes back prints as the program: NumPy in the function's own names, a statement an
    operation, its shape behind it; db is the gradient of b. It is the text of this run, for arguments of these shapes:
    loops are written out, and the branches are those that were taken. It is simplified as one would on a blackboard,
    and has been run and compared with grad before it is shown; NotImplementedError where there is no text for an
    operation yet, or where there would be more than a thousand lines. argnum: the arguments to differentiate by (all
    that are made of floats).

    str(d): the source, also d.source; d.gradients: the names of the gradients, and d.names the same in the structure of
    the arguments; d.run(*args): runs the program and gives the gradients; d.scope(*args): the names to exec() it with;
    d.constants: what it reads that has no name in the function.
    """
    from autograd._program import derive as written
    return written(function, *args, argnum=argnum)
