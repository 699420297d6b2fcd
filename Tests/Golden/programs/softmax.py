# ~ 1e-12
import numpy as np


def softmax(z):
    shifted = z - np.max(z, axis=1, keepdims=True)
    e = np.exp(shifted)
    return e / np.sum(e, axis=1, keepdims=True)


scores = np.array([[1.0, 2.0, 3.0], [1000.0, 1000.0, 1000.0], [-5.0, 0.0, 5.0]])
p = softmax(scores)
print(p)
print(p.sum(axis=1))
y = np.array([2, 0, 1])
print(-np.log(p[range(3), y]))
print(-np.log(p[np.arange(3), y]).mean())
print(np.argmax(p, axis=1), np.argmax(p))
