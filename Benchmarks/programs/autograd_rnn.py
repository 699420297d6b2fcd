# ~ 1e-9
"""The gradient of a recurrent network of 100 units over 25 steps that reads characters."""
import time

import autograd.numpy as np
from autograd import grad

np.random.seed(1)
vocabulary, hidden, steps = 40, 100, 25
parameters = (np.random.randn(hidden, vocabulary) * 0.01, np.random.randn(hidden, hidden) * 0.01,
              np.random.randn(vocabulary, hidden) * 0.01, np.zeros((hidden, 1)), np.zeros((vocabulary, 1)))
inputs = np.random.randint(0, vocabulary, steps)
targets = np.random.randint(0, vocabulary, steps)


def loss(parameters):
    Wxh, Whh, Why, bh, by = parameters
    h = np.zeros((hidden, 1))
    total = 0.0
    for t in range(steps):
        x = np.zeros((vocabulary, 1))
        x[inputs[t]] = 1
        h = np.tanh(np.dot(Wxh, x) + np.dot(Whh, h) + bh)
        y = np.dot(Why, h) + by
        p = np.exp(y) / np.sum(np.exp(y))
        total = total - np.log(p[targets[t], 0])
    return total


gradient = grad(loss)
start = time.perf_counter()
for step in range(30):
    changes = gradient(parameters)
    parameters = tuple(p - 0.01 * np.clip(d, -5, 5) for p, d in zip(parameters, changes))
print("loss %.9f" % loss(parameters))
print("seconds", time.perf_counter() - start)
