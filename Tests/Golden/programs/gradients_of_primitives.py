# ~ 1e-9 1e-12
# Functions with derivatives of their own, checkpoints, forward derivatives, and what grad refuses.
import autograd.numpy as np
import autograd.scipy.special as special
import autograd.scipy.stats.norm as norm
from autograd import (
    checkpoint, elementwise_grad, grad, hessian, holomorphic_grad, jacobian, make_ggnvp, make_hvp, make_jvp, make_vjp,
    value_and_grad)
from autograd.extend import (
    def_linear, defjvp, defjvp_argnum, defvjp, defvjp_argnum, defvjp_argnums, notrace_primitive, primitive)
from autograd.misc.flatten import flatten
from autograd.test_util import check_grads


def plain(value):
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(value[key]) for key in sorted(value)}
    array = np.array(value)
    if array.dtype.kind == 'c':
        return ['complex', array.real.tolist(), array.imag.tolist()]
    return array.astype(float).tolist()


def show(name, function, *arguments):
    try:
        print(name, plain(function(*arguments)))
    except AssertionError:
        print(name, 'fails')
    except (TypeError, NotImplementedError) as error:
        print(name, type(error).__name__)


x = np.array([1.0, 2.0, 3.0])

# Rules for tangents
square = primitive(lambda x: x ** 2)
defjvp(square, lambda t, ans, x: 2 * x * t)
show('jvp', make_jvp(square)(3.0), 1.0)
show('jvp of an array', make_jvp(lambda v: np.sum(square(np.sin(v)))), x)
show('jvp through it', lambda: make_jvp(lambda v: square(np.sin(v)) * v)(x)(np.array([1.0, 0.5, 2.0])))
show('jvp twice', lambda: make_jvp(lambda v: make_jvp(square)(v)(v)[1])(3.0)(1.0))
show('no rule for cotangents', grad(square), 3.0)
mix = primitive(lambda x, y: 3 * x + 2 * y)
def_linear(mix)
show('linear', lambda: make_jvp(mix, 0)(3.0, 1.0)(1.0))
show('linear, second', lambda: make_jvp(mix, 1)(3.0, 1.0)(1.0))
defjvp_argnum(mix, lambda argnum, t, ans, args, kwargs: t * (argnum + 7))
show('by number', lambda: make_jvp(mix, 1)(3.0, 1.0)(2.0))
third = primitive(lambda x, y: 3 * x + 2 * y)
defjvp(third, 'same', None)
show('same', lambda: make_jvp(third, 0)(x, x)(x)[1])
show('none', lambda: make_jvp(third, 1)(2.0, 1.0)(1.0)[1])

# Rules for cotangents
product = primitive(lambda x, y: x * y)
defvjp(product, lambda ans, x, y: lambda g: g * y, lambda ans, x, y: lambda g: g * x)
show('product', grad(lambda a, b: product(a, b) ** 2, (0, 1)), 2.0, 5.0)
show('product twice', hessian(lambda v: np.sum(product(v, v) * v)), x)
defvjp_argnum(product, lambda argnum, ans, args, kwargs: lambda g: g * args[1 - argnum])
show('by number', grad(lambda a: product(a, a)), 3.0)
defvjp_argnums(product, lambda argnums, ans, args, kwargs: lambda g: [g * args[1 - n] for n in argnums])
show('by numbers', grad(lambda a: product(a, a)), 3.0)
step = notrace_primitive(lambda x: np.where(x > 1.5, 1.0, 0.0))
show('no trace', grad(lambda v: np.sum(step(v) * v)), x)

# Containers
first = primitive(lambda d: 2 * d['a'])
defvjp(first, lambda ans, d: lambda g: {'a': 2 * g, 'b': 0.0})
show('dictionary', grad(first), {'a': 1.0, 'b': 2.0})
pair = primitive(lambda l: l[0] * l[1])
defvjp(pair, lambda ans, l: lambda g: [g * l[1], g * l[0]])
show('list', grad(pair), [3.0, 4.0])
show('list of one', grad(lambda v: pair([v, v * v])), 3.0)
couple = primitive(lambda t: np.sum(t[0] * t[1]))
defvjp(couple, lambda ans, t: lambda g: (g * t[1], g * t[0]))
show('tuple', grad(couple), (x, x * x))
show('checkpoint', grad(lambda v: checkpoint(lambda t: t[0] * t[1])((v, v))), 3.0)
show('checkpoint of a tuple', grad(lambda t: checkpoint(lambda t: t[0] * t[1])(t)), (2.0, 3.0))
show('checkpoint of a dictionary', grad(lambda v: checkpoint(lambda d: d['a'] ** 2 * d['b'][0])({'a': v, 'b': [v]})), 3.0)
show('checkpoint twice', hessian(lambda v: checkpoint(lambda w, y: np.sum(np.tanh(w) * y))(v, v * v)), x)
show('flatten', lambda: flatten({'w': x, 'b': (2.0, x * 2)})[0])

# What is refused
show('complex', grad(lambda z: z ** 2), 1 + 2j)
show('complex sum', grad(lambda v: np.sum(v * np.array([1, 2, 3j]))), x)
show('complex value', value_and_grad(lambda z: z ** 2), 1 + 2j)
show('complex elements', elementwise_grad(lambda z: z ** 2), np.array([1 + 2j, 2.0]))
show('an array', grad(lambda v: v * 2), x)
show('a tuple', grad(lambda v: (v, v)), 2.0)
show('a text', grad(lambda v: 'a'), 2.0)
show('nothing', grad(lambda v: None), 2.0)
show('Jacobian of a tuple', jacobian(lambda v: (v, v)), x)
show('Jacobian of nothing', jacobian(lambda v: None), x)
show('Jacobian by two', jacobian(lambda v, w: v * w, (0, 1)), x, x)
show('holomorphic', holomorphic_grad(lambda z: z ** 2 + np.exp(z)), 1 + 2j)
for function, argnum in ((grad, 0), (value_and_grad, 1), (jacobian, 0), (hessian, 0), (make_vjp, 1), (make_jvp, 0)):
    print(function(np.tanh, argnum).__name__)
print(repr(grad(np.tanh).__doc__))

# Products with matrices that are not made
show('generalized Gauss-Newton', lambda: make_ggnvp(lambda v: v ** 2)(x)(x))
show('of a number', lambda: make_ggnvp(lambda v: np.sum(v ** 2))(x)(x))
show('Hessian times a vector', lambda: make_hvp(lambda v: np.sum(v ** 3))(x)[0](x))

# Checks
show('right', lambda: check_grads(lambda v: np.tanh(v) * v)(x) or 0)
wrong = primitive(lambda v: v ** 2)
defvjp(wrong, lambda ans, v: lambda g: g * v)
show('a wrong factor', lambda: check_grads(wrong, modes=['rev'])(x))
unsummed = primitive(lambda a, b: a + b)
defvjp(unsummed, lambda ans, a, b: lambda g: g, lambda ans, a, b: lambda g: g)
show('a missing sum', lambda: check_grads(unsummed, 1, modes=['rev'])(np.ones((2, 3)), x))
tangent = primitive(lambda v: v ** 2)
defvjp(tangent, lambda ans, v: lambda g: g * 2 * v)
defjvp(tangent, lambda t, ans, v: t * v)
show('backward only', lambda: check_grads(tangent, modes=['rev'], order=1)(x) or 0)
show('a wrong tangent', lambda: check_grads(tangent, modes=['fwd'], order=1)(x))
show('no such mode', lambda: check_grads(np.tanh, modes=['back'])(x))

# Special functions where they are not usual
for name in ('digamma', 'gammaln', 'gamma', 'rgamma', 'erfinv'):
    function = getattr(special, name)
    points = [-0.5, -0.7] if name == 'erfinv' else [-3.5, -1.25, -0.5, 0.5, 3.0, 40.0]
    show(name, lambda: [function(v) for v in points])
    show('d' + name, lambda: [grad(function)(v) for v in points])
show('polygamma', lambda: [special.polygamma(n, v) for n in (1, 2, 3) for v in (-2.5, -0.25, 0.75)])
for name in ('logcdf', 'logsf', 'cdf', 'logpdf'):
    function = getattr(norm, name)
    show(name, lambda: [function(v) for v in (-50.0, -20.0, -3.0, 0.5, 3.0)])
    show('d' + name, lambda: [grad(function)(v) for v in (-50.0, -20.0, -3.0, 0.5, 3.0)])
