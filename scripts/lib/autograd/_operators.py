"""The functions that differentiate functions, made of two: the gradient of a call, and the way back from its result."""

import warnings

import numpy as np
import _autograd
from autograd._containers import leaves, record, traced_places, with_leaves
from autograd.extend import _State
from autograd.misc.flatten import flatten
from autograd.wrap_util import described

# The modes of _autograd.gradient: the gradient, the value with it, and that of the sum of an array.
_VALUE_TOO, _OF_ELEMENTS = 1, 2


def grad(fun, argnum=0):
    """The function that gives the gradient of fun, whose result is one real number, by the argument argnum.

    argnum: the number of a positional argument, or a tuple of them, which gives a tuple of gradients. An argument is a
    float, an array of floats, or nested tuples, lists and dictionaries of them, and its gradient has that form. Integers
    are refused: write 8.0. By a complex z the gradient is df/dx - i df/dy, the conjugate of the direction of steepest
    ascent, as autograd has it. What the result does not depend on has the gradient 0. fun may branch, loop, call, write
    into arrays that it made, and call grad itself; the argument is a copy, so that its caller's array never changes.

    >>> grad(lambda x: x ** 3)(2.0)
    np.float64(12.0)
    >>> grad(lambda w, b: np.sum(w * w) + b, (0, 1))(np.array([1.0, 2.0]), 3.0)
    (array([2., 4.]), np.float64(1.0))
    >>> grad(lambda p: p['a'] * p['b'][0])({'a': 2.0, 'b': [5.0]})
    {'a': np.float64(5.0), 'b': [np.float64(2.0)]}
    """
    def gradient(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs)
    return described(gradient, 'grad', fun, argnum)


def value_and_grad(fun, argnum=0):
    """The function that gives the value of fun and its gradient, and runs it once.

    >>> value_and_grad(lambda x: x ** 3)(2.0)
    (np.float64(8.0), np.float64(12.0))
    """
    def both(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs, _VALUE_TOO)
    return described(both, 'value_and_grad', fun, argnum)


def elementwise_grad(fun, argnum=0):
    """The derivative of each element of the result by the same element of the argument, for elementwise fun.

    >>> elementwise_grad(np.tanh)(np.array([0.0, 100.0]))
    array([1., 0.])
    """
    def derivative(*args, **kwargs):
        return _autograd.gradient(fun, argnum, args, kwargs, _OF_ELEMENTS)
    return described(derivative, 'elementwise_grad', fun, argnum)


egrad = elementwise_grad


def grad_named(fun, argname):
    """The gradient by the argument of a name.

    >>> grad_named(lambda x, y: x * y, 'y')(2.0, 3.0)
    np.float64(2.0)
    """
    import inspect
    names = list(inspect.signature(fun).parameters)
    return grad(fun, names.index(argname))


def make_vjp(fun, argnum=0):
    """The function that gives, of arguments, the function from a cotangent of the result to that of the argument, and
    the result.

    >>> vjp, value = make_vjp(lambda x: x * x)(np.array([1.0, 2.0]))
    >>> vjp(np.array([1.0, 10.0]))
    array([ 2., 40.])
    """
    def vjp_of(*args, **kwargs):
        return _autograd.vjp(fun, argnum, args, kwargs)
    return described(vjp_of, 'make_vjp', fun, argnum)


def vector_jacobian_product(fun, argnum=0):
    """The function (*args, vector) that multiplies the Jacobian by a vector from the left.

    >>> vector_jacobian_product(lambda x: x * x)(np.array([1.0, 2.0]), np.array([1.0, 10.0]))
    array([ 2., 40.])
    """
    def product(*args, **kwargs):
        vjp, _ = _autograd.vjp(fun, argnum, args[:-1], kwargs)
        return vjp(args[-1])
    return described(product, 'vector_jacobian_product', fun, argnum)


tensor_jacobian_product = vector_jacobian_product


def _forward(vjp, cotangent):
    """The way back, where functions with rules for tangents give the transposes of these."""
    before = _State.is_forward
    _State.is_forward = True
    try:
        return vjp(cotangent)
    finally:
        _State.is_forward = before


def make_jvp(fun, argnum=0):
    """The function that gives, of arguments, the function from a tangent of the argument to the result and its tangent.
    fun runs once, for the arguments; tangents then go through what it did.

    >>> make_jvp(lambda x: x * x)(np.array([1.0, 2.0]))(np.array([1.0, 10.0]))
    (array([1., 4.]), array([ 2., 40.]))
    """
    def jvp_of(*args, **kwargs):
        vjp, result = _autograd.vjp(fun, argnum, args, kwargs)
        flat_result, unflatten = flatten(result)
        zeros = np.zeros(np.shape(flat_result), dtype=np.result_type(flat_result, np.float16))

        def jvp(tangent):
            flat_tangent, _ = flatten(tangent)

            def back(cotangent):
                flat, _ = flatten(_forward(vjp, unflatten(cotangent)))
                return np.real(np.sum(flat * flat_tangent))

            # The derivative of the way back, which is linear in the cotangent, is the way forth.
            return result, unflatten(_autograd.gradient(back, 0, (zeros,), {}))
        return jvp
    return described(jvp_of, 'make_jvp', fun, argnum)


make_jvp_reversemode = make_jvp


def deriv(fun, argnum=0):
    """The derivative by an argument that is a number, whatever the result is.

    >>> deriv(lambda t: np.array([t, t * t]))(3.0)
    array([1., 6.])
    """
    def derivative(*args, **kwargs):
        return make_jvp(fun, argnum)(*args, **kwargs)(np.ones_like(args[argnum]))[1]
    return described(derivative, 'deriv', fun, argnum)


def jacobian(fun, argnum=0):
    """The Jacobian of fun, a function of a real array or number to such: the axes of the result, then those of the
    argument.

    >>> jacobian(lambda x: np.array([x[0] * x[1], x[1]]))(np.array([2.0, 3.0]))
    array([[3., 2.],
           [0., 1.]])
    """
    def of(*args, **kwargs):
        if not isinstance(argnum, int) or isinstance(args[argnum], (tuple, list, dict)):
            raise TypeError('jacobian differentiates by one array or number')
        vjp, result = _autograd.vjp(fun, argnum, args, kwargs)
        if result is None or isinstance(result, (tuple, list, dict, str)):
            raise TypeError(f'jacobian only applies to functions to arrays. The result is a {type(result).__name__}')
        shape = np.shape(result)
        kind = np.asarray(result).dtype
        if kind.kind == 'c':
            raise TypeError('jacobian only applies to real-output functions')
        if shape == ():
            return vjp(1.0)
        size = np.size(result)
        if size == 0:
            return np.zeros(shape + np.shape(args[argnum]))
        rows = []
        for index in range(size):
            basis = np.zeros(size)
            basis[index] = 1.0
            rows.append(vjp(np.reshape(basis, shape)))
        return np.reshape(np.stack(rows), shape + np.shape(rows[0]))
    return described(of, 'jacobian', fun, argnum)


def hessian(fun, argnum=0):
    """The Hessian of fun, a function of a real array to a number.

    >>> hessian(lambda x: x[0] ** 2 * x[1])(np.array([1.0, 3.0]))
    array([[6., 2.],
           [2., 0.]])
    """
    twice = jacobian(jacobian(fun, argnum), argnum)

    def of(*args, **kwargs):
        return twice(*args, **kwargs)
    return described(of, 'hessian', fun, argnum)


def hessian_tensor_product(fun, argnum=0):
    """The function (*args, tensor) that multiplies the Hessian by a tensor, without making it.

    >>> hessian_tensor_product(lambda x: np.sum(x ** 3))(np.array([1.0, 2.0]), np.array([1.0, 1.0]))
    array([ 6., 12.])
    """
    gradient = grad(fun, argnum)

    def product(*args, **kwargs):
        tensor = args[-1]
        axes = len(np.shape(tensor))
        return _autograd.gradient(
            lambda *inner, **named: np.tensordot(gradient(*inner, **named), tensor, axes), argnum, args[:-1], kwargs)
    return described(product, 'hessian_tensor_product', fun, argnum)


hessian_vector_product = hessian_tensor_product


def make_hvp(fun, argnum=0):
    """The function that gives, of arguments, the function that multiplies the Hessian by a vector, and the gradient.

    >>> hvp, gradient = make_hvp(lambda x: np.sum(x ** 3))(np.array([1.0, 2.0]))
    >>> hvp(np.array([1.0, 1.0]))
    array([ 6., 12.])
    """
    def hvp_of(*args, **kwargs):
        return make_vjp(grad(fun, argnum), argnum)(*args, **kwargs)
    return described(hvp_of, 'make_hvp', fun, argnum)


def make_ggnvp(f, g=lambda x: 1. / 2 * np.sum(x**2, axis=-1 if np.ndim(x) else None), f_argnum=0):
    """The function that gives, of arguments, the function that multiplies the generalized Gauss-Newton matrix of g(f(x))
    by a vector.

    >>> make_ggnvp(lambda x: x ** 2)(np.array([1.0, 2.0]))(np.array([1.0, 1.0]))
    array([ 4., 16.])
    """
    def ggnvp_of(*args, **kwargs):
        f_vjp, f_result = make_vjp(f, f_argnum)(*args, **kwargs)
        g_hvp, gradient = make_vjp(grad(g))(f_result)
        f_jvp = make_jvp(f, f_argnum)(*args, **kwargs)
        return lambda v: f_vjp(g_hvp(f_jvp(v)[1]))
    return described(ggnvp_of, 'make_ggnvp', f, f_argnum)


def grad_and_aux(fun, argnum=0):
    """The function that gives the gradient of the first of fun's two results, and the second.

    >>> grad_and_aux(lambda x: (x * x, 'parabola'))(3.0)
    (np.float64(6.0), 'parabola')
    """
    def both(*args, **kwargs):
        kept = []

        def first(*inner, **named):
            value, aux = fun(*inner, **named)
            kept.append(aux)
            return value

        gradient = _autograd.gradient(first, argnum, args, kwargs)
        return gradient, kept[0]
    return described(both, 'grad_and_aux', fun, argnum)


def multigrad_dict(fun):
    """The function that gives the gradients by all arguments, in a dictionary by their names.

    >>> multigrad_dict(lambda x, y=2.0: x * y)(3.0)
    {'x': np.float64(2.0), 'y': np.float64(3.0)}
    """
    import inspect
    parameters = inspect.signature(fun).parameters
    Parameter = inspect.Parameter
    named = [name for name, parameter in parameters.items()
             if parameter.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)]
    rest = [name for name, parameter in parameters.items() if parameter.kind == Parameter.VAR_POSITIONAL]
    more = [name for name, parameter in parameters.items() if parameter.kind == Parameter.VAR_KEYWORD]

    def gradients(*args, **kwargs):
        bound = inspect.signature(fun).bind(*args, **kwargs).arguments
        given = {}
        for name, parameter in parameters.items():
            if name in bound:
                given[name] = bound[name]
            elif name in named:
                given[name] = parameter.default

        def of_dictionary(values):
            positional = [values[name] for name in named if parameters[name].kind != Parameter.KEYWORD_ONLY]
            by_name = {name: values[name] for name in named if parameters[name].kind == Parameter.KEYWORD_ONLY}
            for name in rest:
                positional += values.get(name, ())
            for name in more:
                by_name.update(values.get(name, {}))
            return fun(*positional, **by_name)

        return _autograd.gradient(of_dictionary, 0, (given,), {})
    gradients.__name__ = f"multigrad_dict_of_{getattr(fun, '__name__', '[unknown name]')}"
    return gradients


def checkpoint(fun):
    """fun, which keeps only its arguments for the way back, and runs once more there: less memory for more time. Its
    arguments and results may be nested containers.

    >>> grad(checkpoint(lambda p: p[0] * np.exp(p[1])))((2.0, 0.0))
    (np.float64(1.0), np.float64(2.0))
    """
    def run(*args, **kwargs):
        given = (args, kwargs)
        places = traced_places(given)
        if not places:
            return fun(*args, **kwargs)
        parts = tuple(leaves(given)[place] for place in places)

        def again(*values):
            positional, named = with_leaves(given, places, values)
            return fun(*positional, **named)

        def back(g):
            vjp, _ = _autograd.vjp(again, tuple(range(len(parts))), parts, {})
            return vjp(g)

        return record(_autograd.call_untraced(again, parts, {}), parts, back)
    run.__name__ = f"checkpoint_of_{getattr(fun, '__name__', '[unknown name]')}"
    run.__doc__ = getattr(fun, '__doc__', None)
    return run


def holomorphic_grad(fun, argnum=0):
    """The derivative of a function of complex numbers that has one, to complex numbers: the gradient of its real part.

    >>> holomorphic_grad(lambda z: z ** 2)(1 + 2j)
    np.complex128(2+4j)
    """
    def derivative(*args, **kwargs):
        if not np.iscomplexobj(args[argnum]):
            warnings.warn('Input to holomorphic_grad is not complex', stacklevel=2)
        return _autograd.gradient(lambda *inner, **named: np.real(fun(*inner, **named)), argnum, args, kwargs)
    return described(derivative, 'holomorphic_grad', fun, argnum)
