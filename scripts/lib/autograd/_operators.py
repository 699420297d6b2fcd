"""The functions that differentiate functions, made of two: the gradient of a call, and the way back from its result."""

import numpy as np
import _autograd
from functools import wraps


def _describe(made, fun, name, argnum=None):
    made.__name__ = name + '_of_' + getattr(fun, '__name__', 'function')
    if argnum is not None:
        made.__name__ += f'_wrt_argnum_{argnum}'
    made.__doc__ = getattr(fun, '__doc__', None)
    return made


def grad(fun, argnum=0):
    """The function that gives the gradient of fun, whose result is one number, by the argument argnum (or several)."""
    def gradient(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs)
    return _describe(gradient, fun, 'grad', argnum)


def value_and_grad(fun, argnum=0):
    """The function that gives the value of fun and its gradient."""
    def both(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs, 1)
    return _describe(both, fun, 'value_and_grad', argnum)


def elementwise_grad(fun, argnum=0):
    """The derivative of each element of the result by the same element of the argument, for elementwise fun."""
    def derivative(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs, 2)
    return _describe(derivative, fun, 'elementwise_grad', argnum)


egrad = elementwise_grad


def grad_named(fun, argname):
    """The gradient by the argument of a name."""
    import inspect
    names = list(inspect.signature(fun).parameters)
    return grad(fun, names.index(argname))


def make_vjp(fun, argnum=0):
    """Of arguments: the function from a cotangent of the result to that of the argument, and the result."""
    def vjp_of(*args, **kwargs):
        return _autograd.vjp(fun, argnum, args, kwargs)
    return _describe(vjp_of, fun, 'vjp')


def vector_jacobian_product(fun, argnum=0):
    """The function (*args, vector) that multiplies the Jacobian by a vector from the left."""
    def product(*args, **kwargs):
        vjp, _ = _autograd.vjp(fun, argnum, args[:-1], kwargs)
        return vjp(args[-1])
    return _describe(product, fun, 'vector_jacobian_product')


tensor_jacobian_product = vector_jacobian_product


def _flat(value):
    from autograd.misc.flatten import flatten
    return flatten(value)


def make_jvp(fun, argnum=0):
    """Of arguments: the function from a tangent of the argument to the result and its tangent."""
    def jvp_of(*args, **kwargs):
        def jvp(tangent):
            # The derivative of the way back, which is linear in the cotangent, is the way forth.
            _, result = _autograd.vjp(fun, argnum, args, kwargs)
            flat_tangent, _ = _flat(tangent)
            flat_result, unflatten = _flat(result)

            def back(cotangent):
                vjp, _ = _autograd.vjp(fun, argnum, args, kwargs)
                flat, _ = _flat(vjp(unflatten(cotangent)))
                return np.sum(flat * flat_tangent)

            return result, unflatten(_autograd.gradient(back, 0, (np.zeros_like(flat_result),), {}))
        return jvp
    return _describe(jvp_of, fun, 'jvp')


make_jvp_reversemode = make_jvp


def deriv(fun, argnum=0):
    """The derivative by an argument that is a number, whatever the result is."""
    def derivative(*args, **kwargs):
        return make_jvp(fun, argnum)(*args, **kwargs)(np.ones_like(args[argnum]))[1]
    return _describe(derivative, fun, 'deriv')


def jacobian(fun, argnum=0):
    """The Jacobian of fun: the axes of the result, then those of the argument."""
    def of(*args, **kwargs):
        vjp, result = _autograd.vjp(fun, argnum, args, kwargs)
        if not (isinstance(result, (np.ndarray, np.number, int, float, complex)) and np.result_type(result) != object):
            raise TypeError(f"Can't find vector space for value {result} of type {type(result)}. "
                            "The result has to be an array or a number.")
        shape = np.shape(result)
        if shape == ():
            return vjp(1.0)
        size = 1
        for length in shape:
            size *= length
        rows = []
        for index in range(size):
            basis = np.zeros(size)
            basis[index] = 1.0
            rows.append(vjp(np.reshape(basis, shape)))
        if not rows:
            return np.zeros(shape + np.shape(args[argnum]))
        return np.reshape(np.stack(rows), shape + np.shape(rows[0]))
    return _describe(of, fun, 'jacobian', argnum)


def hessian(fun, argnum=0):
    """The Hessian of fun."""
    return jacobian(jacobian(fun, argnum), argnum)


def hessian_tensor_product(fun, argnum=0):
    """The function (*args, tensor) that multiplies the Hessian by a tensor."""
    gradient = grad(fun, argnum)

    def product(*args, **kwargs):
        tensor = args[-1]
        axes = len(np.shape(tensor))
        return _autograd.gradient(
            lambda *inner, **named: np.tensordot(gradient(*inner, **named), tensor, axes), argnum, args[:-1], kwargs)
    return _describe(product, fun, 'hessian_tensor_product')


hessian_vector_product = hessian_tensor_product


def make_hvp(fun, argnum=0):
    """Of arguments: the function that multiplies the Hessian by a vector."""
    def hvp_of(*args, **kwargs):
        return make_vjp(grad(fun, argnum), argnum)(*args, **kwargs)
    return _describe(hvp_of, fun, 'hvp')


def make_ggnvp(f, g=lambda x: 1. / 2 * np.sum(x**2, axis=-1), f_argnum=0):
    """Of arguments: the function that multiplies the generalized Gauss-Newton matrix of g(f(x)) by a vector."""
    def ggnvp_of(*args, **kwargs):
        f_vjp, f_result = make_vjp(f, f_argnum)(*args, **kwargs)
        g_hvp, gradient = make_vjp(grad(g))(f_result)
        f_jvp = make_jvp(f, f_argnum)(*args, **kwargs)
        return lambda v: f_vjp(g_hvp(f_jvp(v)[1]))
    return _describe(ggnvp_of, f, 'ggnvp')


def grad_and_aux(fun, argnum=0):
    """The gradient of the first of fun's two results, and the second."""
    def both(*args, **kwargs):
        kept = []

        def first(*inner, **named):
            value, aux = fun(*inner, **named)
            kept.append(aux)
            return value

        gradient = _autograd.gradient(first, argnum, args, kwargs)
        return gradient, kept[0]
    return _describe(both, fun, 'grad_and_aux')


def multigrad_dict(fun):
    """The gradients by all arguments, in a dictionary by their names."""
    import inspect
    signature = inspect.signature(fun)

    def select(predicate, items):
        return {key: value for key, value in items if predicate(key)}

    def apply_defaults(arguments):
        result = {}
        for name, parameter in signature.parameters.items():
            if name in arguments:
                result[name] = arguments[name]
            elif parameter.default is not inspect.Parameter.empty:
                result[name] = parameter.default
        return result

    def gradients(*args, **kwargs):
        names = list(signature.parameters)
        given = dict(zip(names, args))
        given.update(kwargs)
        given = apply_defaults(given)

        def of_dictionary(arguments):
            return fun(**arguments)

        return _autograd.gradient(of_dictionary, 0, (given,), {})
    return _describe(gradients, fun, 'multigrad_dict')


def checkpoint(fun):
    """fun, which keeps only its arguments for the way back, and runs once more there."""
    def run(*args, **kwargs):
        from autograd._leaves import at, call_plainly, recorded, replaced, traced_places
        places = traced_places((args, kwargs))
        if not places:
            return fun(*args, **kwargs)

        def back(path, g):
            def again(*leaves):
                new_args, new_kwargs = replaced((args, kwargs), {key: leaf for (key, _), leaf in zip(places, leaves)})
                return at(fun(*new_args, **new_kwargs), path)

            leaves = tuple(leaf for _, leaf in places)
            vjp, _ = _autograd.vjp(again, tuple(range(len(leaves))), leaves, {})
            return vjp(g)

        result = call_plainly(fun, args, kwargs, places)
        return recorded(result, tuple(leaf for _, leaf in places), back)
    return _describe(run, fun, 'checkpoint')


def holomorphic_grad(fun, argnum=0):
    """The derivative of a holomorphic function of complex numbers."""
    def gradient(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs, 3)
    return _describe(gradient, fun, 'holomorphic_grad', argnum)
