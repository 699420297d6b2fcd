# ~ 1e-9 1e-11
"""Gradients of NumPy's functions, first and second, as HIPS autograd has them: folds."""
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


check('sum', lambda x: np.sum(x), A)
check('sum0', lambda x: np.sum(x, axis=0), A)
check('sum1k', lambda x: np.sum(x * x, axis=1, keepdims=True), A)
check('sumt', lambda x: np.sum(x * x, axis=(0, 2)), T)
check('mean', lambda x: np.mean(x * x), A)
check('mean0', lambda x: np.mean(x * x, axis=0), A)
check('meank', lambda x: np.mean(x * x, axis=(1, 2), keepdims=True), T)
check('var', lambda x: np.var(x), A)
check('var0', lambda x: np.var(x, axis=0), A)
check('var ddof', lambda x: np.var(x, axis=1, ddof=1), A)
check('std', lambda x: np.std(x), A)
check('std1', lambda x: np.std(x, axis=1), A)
check('prod', lambda x: np.prod(x), P)
check('prod', lambda x: np.prod(x, axis=1), A)
check('max', lambda x: np.max(x), A)
check('max0', lambda x: np.max(x, axis=0), A)
check('maxk', lambda x: np.max(x, axis=1, keepdims=True), A)
check('min', lambda x: np.min(x), A)
check('min1', lambda x: np.min(x, axis=1), A)
check('maxties', lambda x: np.max(x * 0.0 + 1.0), V)
check('amax', lambda x: np.amax(x, 0), A)
check('cumsum', lambda x: np.cumsum(x * x), A)
check('cumsum0', lambda x: np.cumsum(x, axis=0) ** 2, A)
check('cumsum1', lambda x: np.cumsum(x * x, axis=1), A)
check('diff', lambda x: np.diff(x * x, axis=0), A)
check('diff2', lambda x: np.diff(x ** 3, n=2), V)
check('sort', lambda x: np.sort(x) * P, V)
check('partition', lambda x: np.partition(x, 1) ** 2, V)
check('logsumexp', lambda x: np.log(np.sum(np.exp(x - np.max(x)))) + np.max(x), V)
check('mean axis-', lambda x: np.mean(x ** 2, axis=-1), T)
check('std0', lambda x: np.std(x, axis=(0, 1)), T)
check('max axis-', lambda x: np.max(x, axis=-1), T)
check('select-where', lambda x: np.sum(np.where(x > 0, x, 0.0), axis=1), T)
