# ~ 1e-9 1e-11
"""Gradients of NumPy's functions, first and second, as HIPS autograd has them: products."""
import autograd.numpy as np
from autograd import grad

A = np.array([[1.2, -0.7, 0.3], [0.5, 2.1, -1.1]])
B = np.array([[0.4, 1.3], [-0.6, 0.9], [1.7, -0.2]])
V = np.array([0.7, -1.2, 2.3])
P = np.array([0.3, 0.8, 1.9])
S = np.array([[2.0, 0.3, -0.4], [0.3, 1.5, 0.2], [-0.4, 0.2, 3.0]])
T = np.array([[[1.0, 2.0], [0.5, -1.0]], [[0.3, 0.7], [-0.2, 1.4]], [[2.2, 0.1], [1.1, -0.9]]])
W = np.array([0.2, 0.5, -0.3])


def show(value):
    return str(value.shape) + ' ' + ' '.join('%.11g' % (round(float(e), 13) + 0.0) for e in value.reshape(-1))


def check(name, f, x):
    def weighted(v):
        return np.sum(v * np.cos(np.arange(1.0, np.size(v) + 1)).reshape(np.shape(v)))

    def scalar(x):
        return weighted(f(x))

    print(name + ':', show(grad(scalar)(x)))
    print('    second:', show(grad(lambda x: weighted(grad(scalar)(x)))(x)))


check('dot', lambda x: np.dot(x, P), V)
check('dotself', lambda x: np.dot(x, x), V)
check('dotmv', lambda x: np.dot(A, x), V)
check('dotvm', lambda x: np.dot(x, B), V)
check('dotmm', lambda x: np.dot(x, B), A)
check('dotmm2', lambda x: np.dot(A, x), B)
check('dots', lambda x: np.dot(x, 2.0), V)
check('dot3', lambda x: np.dot(x, np.array([1.0, -2.0])), T)
check('dot33', lambda x: np.dot(x, T[0]), T)
check('matmul', lambda x: x @ B, A)
check('matmul2', lambda x: np.matmul(x, T), T)
check('matmul3', lambda x: np.matmul(x, np.array([1.0, 2.0])), T)
check('matmulv', lambda x: np.matmul(x, B), V)
check('inner', lambda x: np.inner(x, P), V)
check('inner2', lambda x: np.inner(x, A), A)
check('outer', lambda x: np.outer(x, P), V)
check('tensordot1', lambda x: np.tensordot(x, B, axes=1), A)
check('tensordot2', lambda x: np.tensordot(x, T, axes=([0, 1], [0, 1])), T)
check('tensordot3', lambda x: np.tensordot(T, x, axes=([2], [1])), T)
check('kron', lambda x: np.kron(x, B), A)
check('trace', lambda x: np.trace(x * x), S)
check('einsum1', lambda x: np.einsum('ij->ji', x) ** 2, A)
check('einsum2', lambda x: np.einsum('ij,jk->ik', x, B), A)
check('einsum3', lambda x: np.einsum('ij,ij->i', x, x), A)
check('einsum4', lambda x: np.einsum('ij,jk,kl->il', x, S, x), S)
check('einsum5', lambda x: np.einsum('ijk->k', x * x), T)
check('einsum7', lambda x: np.einsum('ij,jk', x, B), A)
check('einsum8', lambda x: np.einsum('...ij,...jk->...ik', x, T), T)
check('T2', lambda x: np.dot(x.T, x), A)
check('cross', lambda x: np.cross(x, P) ** 2, V)
check('vander-like', lambda x: np.dot(x[:, None] ** np.arange(3), P), V)
check('dot chain', lambda x: np.dot(np.dot(x, S), x.T), A)
check('quad', lambda x: np.dot(V, np.dot(x, V)), S)
