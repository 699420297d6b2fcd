# ~ 1e-9 1e-11
"""autograd's operators: of nested containers, several arguments, vectors and matrices, and functions of one's own."""
import autograd.numpy as np
from autograd import (checkpoint, elementwise_grad, grad, hessian, hessian_tensor_product, hessian_vector_product,
                      jacobian, make_ggnvp, make_jvp, make_vjp, tensor_jacobian_product, value_and_grad,
                      grad_named, make_hvp, deriv)
from autograd.builtins import tuple as both
from autograd.extend import primitive, defvjp
from autograd.misc import flatten
from autograd.misc.optimizers import adam, rmsprop, sgd


def show(value):
    if isinstance(value, dict):
        return '{' + ', '.join(key + ': ' + show(value[key]) for key in value) + '}'
    if isinstance(value, (tuple, list)):
        return '(' + ', '.join(show(item) for item in value) + ')'
    value = np.array(value)
    return str(value.shape) + ' ' + ' '.join('%.11g' % (round(float(e), 13) + 0.0) for e in value.reshape(-1))


A = np.array([[1.0, 2.0, -1.0], [0.5, -0.3, 0.8]])
x = np.array([0.3, -0.7, 1.1])
f = lambda x: np.sum(np.sin(x) * np.exp(x))
g = lambda x: np.tanh(np.dot(A, x))

print('value', show(value_and_grad(f)(x)))
print('scalar', show(grad(lambda t: t ** 3 - 2.0 * t)(1.5)), show(grad(grad(lambda t: t ** 3 - 2.0 * t))(1.5)))
print('third', show(grad(grad(grad(lambda t: np.exp(t) * np.sin(t))))(0.7)))
print('argnum', show(grad(lambda a, b: a * b ** 2, 1)(2.0, 3.0)))
print('argnums', show(grad(lambda a, b: a * b ** 2, (0, 1))(2.0, 3.0)))
print('argnums list', show(grad(lambda a, b, c: a * b ** 2 + c, [2, 0])(2.0, 3.0, 4.0)))
print('named', show(grad_named(lambda a, b: a * b ** 2, 'b')(2.0, 3.0)))
print('keyword', show(grad(lambda a, scale=1.0: np.sum(a * scale))(x, scale=3.0)))
print('elementwise', show(elementwise_grad(np.tanh)(x)), show(elementwise_grad(elementwise_grad(np.tanh))(x)))
print('elementwise of a matrix', show(elementwise_grad(lambda a: a ** 2 * 0.5)(A)))
print('jacobian', show(jacobian(g)(x)))
print('jacobian of a matrix', show(jacobian(lambda a: np.dot(a, a.T))(A)))
print('hessian', show(hessian(f)(x)))
print('hvp', show(hessian_vector_product(f)(x, np.array([1.0, 2.0, 3.0]))))
print('htp', show(hessian_tensor_product(lambda a: np.sum(np.dot(a, a.T) ** 2))(A, A + 1.0)))
print('hvp maker', show(make_hvp(f)(x)[0](np.array([1.0, 2.0, 3.0]))))
print('tjp', show(tensor_jacobian_product(g)(x, np.array([1.0, -1.0]))))
vjp, value = make_vjp(g)(x)
print('vjp', show(value), show(vjp(np.array([1.0, 0.0]))), show(vjp(np.array([0.5, 2.0]))))
value, tangent = make_jvp(g)(x)(np.array([1.0, -1.0, 0.5]))
print('jvp', show(value), show(tangent))
print('deriv', show(deriv(lambda t: t * x)(2.0)))
print('ggnvp', show(make_ggnvp(g)(x)(np.array([1.0, -1.0, 0.5]))))

# Containers.
net = {'layers': [(A, np.ones(2)), (np.ones((1, 2)), np.zeros(1))], 'scale': 2.0}


def loss(net, x):
    for weights, bias in net['layers']:
        x = np.tanh(np.dot(weights, x) + bias)
    return np.sum(x) * net['scale']


print('net', show(grad(loss)(net, x)))
print('tuple', show(grad(lambda p: p[0] * np.sum(p[1][0]) + p[1][1] ** 2)((2.0, [x, 3.0]))))
vjp, value = make_vjp(lambda a: both((np.sin(a), np.sum(a * a))))(x)
print('container result', show(value), show(vjp((np.ones(3), 2.0))))
flat, unflatten = flatten(net)
print('flatten', show(flat), show(unflatten(flat + 1.0)))
print('independent', show(grad(lambda a: np.sum(np.ones(3)) + 0.0 * np.sum(a))(x)))
print('part', show(grad(lambda a, b: np.sum(a) ** 2, (0, 1))(x, A)))

# No confusion of levels.
print('nested', show(grad(lambda s: s * grad(lambda t: s + t)(1.0))(1.0)))
print('nested', show(grad(lambda s: grad(lambda t: s * t ** 2)(s))(3.0)))
print('hessian by hand', show(grad(lambda s: np.sum(grad(lambda t: np.sum(t ** 3 * s))(s)))(x)))


# Control flow, closures, classes, recursion.
class Layer:
    def __init__(self, weights):
        self.weights = weights

    def __call__(self, x):
        return np.tanh(np.dot(self.weights, x))


def power(t, n):
    return 1.0 if n == 0 else t * power(t, n - 1)


def branches(t):
    total = 0.0
    for k in range(1, 5):
        if t * k > 1.0:
            total = total + np.log(t * k)
        else:
            total = total - t ** k
    while total > 2.0:
        total = total * 0.5
    return total


print('class', show(grad(lambda w: np.sum(Layer(w)(x)))(A)))
print('recursion', show(grad(power)(1.3, 5)))
print('branches', show(grad(branches)(0.4)), show(grad(branches)(5.4)))
print('generator', show(grad(lambda t: sum(t ** k / k for k in range(1, 5)))(0.8)))

# Functions with derivatives of one's own.


@primitive
def logsumexp(x):
    top = np.max(x)
    return top + np.log(np.sum(np.exp(x - top)))


defvjp(logsumexp, lambda ans, x: lambda g: np.full(x.shape, g) * np.exp(x - np.full(x.shape, ans)))


@primitive
def scaled(a, b):
    return a * b


defvjp(scaled, lambda ans, a, b: lambda g: g * b, lambda ans, a, b: lambda g: g * a)
print('primitive', show(grad(lambda x: logsumexp(x) ** 2)(x)), show(hessian(lambda x: logsumexp(x))(x)))
print('primitive', show(grad(lambda a, b: scaled(a, b) ** 2, (0, 1))(2.0, 3.0)))
print('checkpoint', show(grad(checkpoint(lambda a: np.sum(np.sin(a) ** 2)))(x)))

# Descent.
target = np.array([1.0, -2.0, 0.5])
slope = lambda p, i: grad(lambda p: np.sum((p - target) ** 2) * (1.0 + 0.01 * i))(p)
print('sgd', show(sgd(slope, np.zeros(3), num_iters=20)))
print('rmsprop', show(rmsprop(slope, np.zeros(3), num_iters=20)))
print('adam', show(adam(slope, np.zeros(3), num_iters=20, step_size=0.1)))
seen = []
adam(lambda p, i: grad(lambda p: p[0] ** 2 + np.sum(p[1]))(p), (1.0, x), num_iters=3,
     callback=lambda p, i, g: seen.append((i, float(p[0]))))
print(len(seen), '%.6f' % seen[-1][1])

# Errors.
for name, run in [('vector', lambda: grad(np.sin)(x)), ('integer', lambda: grad(np.sin)(8)),
                  ('text', lambda: grad(lambda s: 1.0)('a'))]:
    try:
        run()
        print(name, 'no error')
    except TypeError as error:
        print(name, type(error).__name__)
