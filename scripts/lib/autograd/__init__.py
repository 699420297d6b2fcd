"""Derivatives of ordinary functions of arrays: reverse mode, of any order."""

import numpy

from autograd._operators import (
    checkpoint, deriv, elementwise_grad, grad, grad_and_aux, grad_named, hessian, hessian_tensor_product,
    hessian_vector_product, holomorphic_grad, jacobian, make_ggnvp, make_hvp, make_jvp, make_jvp_reversemode, make_vjp,
    multigrad_dict, tensor_jacobian_product, value_and_grad, vector_jacobian_product,
)


def derive(function, *args, argnum=None):
    from autograd._program import derive as written
    return written(function, *args, argnum=argnum)
