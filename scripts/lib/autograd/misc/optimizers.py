"""Descent along gradients: stochastic with momentum, RMSProp, Adam. Parameters may be nested containers."""

import numpy as np
from autograd.misc.flatten import flatten


def _optimizer(optimize):
    def wrapped(grad, x0, callback=None, *args, **kwargs):
        flat, unflatten = flatten(x0)
        flat_grad = lambda x, i: flatten(grad(unflatten(x), i))[0]
        flat_callback = None
        if callback:
            flat_callback = lambda x, i, g: callback(unflatten(x), i, unflatten(g))
        return unflatten(optimize(flat_grad, flat.copy(), flat_callback, *args, **kwargs))
    wrapped.__name__ = optimize.__name__
    wrapped.__doc__ = optimize.__doc__
    return wrapped


@_optimizer
def sgd(grad, x, callback=None, num_iters=200, step_size=0.1, mass=0.9):
    """Descent with momentum; grad has the signature grad(x, i) with the number of the iteration."""
    velocity = np.zeros(len(x))
    for i in range(num_iters):
        g = grad(x, i)
        if callback:
            callback(x, i, g)
        velocity = mass * velocity - (1.0 - mass) * g
        x = x + step_size * velocity
    return x


@_optimizer
def rmsprop(grad, x, callback=None, num_iters=100, step_size=0.1, gamma=0.9, eps=10**-8):
    """Steps divided by the root of a running mean of squared gradients."""
    mean_square = np.ones(len(x))
    for i in range(num_iters):
        g = grad(x, i)
        if callback:
            callback(x, i, g)
        mean_square = mean_square * gamma + g**2 * (1 - gamma)
        x = x - step_size * g / (np.sqrt(mean_square) + eps)
    return x


@_optimizer
def adam(grad, x, callback=None, num_iters=100, step_size=0.001, b1=0.9, b2=0.999, eps=10**-8):
    """Adam: running means of gradients and of their squares, corrected for their start at zero."""
    mean = np.zeros(len(x))
    square = np.zeros(len(x))
    for i in range(num_iters):
        g = grad(x, i)
        if callback:
            callback(x, i, g)
        mean = (1 - b1) * g + b1 * mean
        square = (1 - b2) * g**2 + b2 * square
        corrected = mean / (1 - b1**(i + 1))
        x = x - step_size * corrected / (np.sqrt(square / (1 - b2**(i + 1))) + eps)
    return x
