# ~ 1e-9
"""Gradients of programs of many small numbers: a tiny network of Python floats, a loop, and a recurrence of numbers."""
import time

import autograd.numpy as np
from autograd import grad


def neuron(weights, inputs):
    total = weights[-1]
    for w, x in zip(weights, inputs):
        total = total + w * x
    return np.tanh(total)


def loss(layers):
    total = 0.0
    for k in range(8):
        values = [0.3 * k, 0.7, -0.2]
        for layer in layers:
            values = [neuron(weights, values) for weights in layer]
        total = total + (values[0] - 1.0) ** 2
    return total


def recurrence(w):
    s = 0.1
    for t in range(200):
        s = np.tanh(s * w + 0.01 * t)
    return s


def polynomial(x):
    result = 0.0
    for k in range(200):
        result = result * x + 1.0 / (k + 1)
    return result


layers = [[[0.1 * i - 0.05 * n for i in range(4)] for n in range(3)] for _ in range(3)]
start = time.perf_counter()
for step in range(5):
    gradient = grad(loss)(layers)
    layers = [[[w - 0.05 * g for w, g in zip(*pair)] for pair in zip(*both)] for both in zip(layers, gradient)]
print("loss %.12f" % loss(layers))
for step in range(5):
    slope = grad(recurrence)(0.9 + 0.01 * step)
print("recurrence %.12g" % slope)
for step in range(5):
    slope = grad(polynomial)(0.9 + 0.01 * step)
print("polynomial %.12g" % slope)
print("seconds", time.perf_counter() - start)
