# ~ 1e-9 1e-11
"""Gradients of NumPy's functions, first and second, as HIPS autograd has them: linear algebra."""
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


check('norm', lambda x: np.linalg.norm(x), V)
check('norm2', lambda x: np.linalg.norm(x), A)
check('norm3', lambda x: np.linalg.norm(x, axis=1), A)
check('normfro', lambda x: np.linalg.norm(x, 'fro'), A)
check('normnuc', lambda x: np.linalg.norm(x, 'nuc'), A)
check('inv', lambda x: np.linalg.inv(x), S)
check('det', lambda x: np.linalg.det(x), S)
check('slogdet', lambda x: np.linalg.slogdet(x)[1], S)
check('solve', lambda x: np.linalg.solve(x, B), S)
check('solve2', lambda x: np.linalg.solve(S, x), B)
check('solvev', lambda x: np.linalg.solve(S, x), V)
check('cholesky', lambda x: np.linalg.cholesky(x @ x.T), S)
check('eigh', lambda x: np.linalg.eigh(x)[0], S)
check('eighv', lambda x: np.linalg.eigh(x)[1] ** 2, S)
check('svd', lambda x: np.linalg.svd(x, full_matrices=False)[1], A)
check('pinv', lambda x: np.linalg.pinv(x), A)
