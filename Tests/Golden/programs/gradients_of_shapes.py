# ~ 1e-9 1e-11
"""Gradients of NumPy's functions, first and second, as HIPS autograd has them: shapes."""
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


check('getitem', lambda x: x[1] * x[2], V)
check('slice', lambda x: x[::-1] * x, V)
check('slice2', lambda x: x[:, 1:] ** 2, A)
check('newaxis', lambda x: x[:, None] * x[None, :], V)
check('fancy', lambda x: x[[0, 0, 2]] ** 2, V)
check('fancy2', lambda x: x[[0, 1, 1], [2, 0, 0]] ** 2, A)
check('mask', lambda x: x[x > 0] ** 2, V)
check('mask2', lambda x: x[A > 0] ** 2, A)
check('ellipsis', lambda x: x[..., 0] ** 2, T)
check('fancyrow', lambda x: x[np.array([1, 0, 1])] ** 2, A)
check('neg', lambda x: x[-1] ** 3, V)
check('reshape', lambda x: np.reshape(x, (3, 2)) ** 2, A)
check('reshapem', lambda x: x.reshape(-1) ** 2, A)
check('ravel', lambda x: np.ravel(x) ** 2, A)
check('ravelF', lambda x: np.ravel(x, order='F') * np.arange(6.0), A)
check('reshapeF', lambda x: np.reshape(x, (3, 2), order='F') * B, A)
check('flatten', lambda x: x.flatten() ** 2, A)
check('T', lambda x: x.T * B, A)
check('transpose', lambda x: np.transpose(x, (2, 0, 1)) ** 2, T)
check('transposem', lambda x: x.transpose((1, 0, 2)) ** 2, T)
check('swapaxes', lambda x: np.swapaxes(x, 0, 2) ** 2, T)
check('moveaxis', lambda x: np.moveaxis(x, 0, 2) ** 2, T)
check('rollaxis', lambda x: np.rollaxis(x, 2) ** 2, T)
check('squeeze', lambda x: np.squeeze(x[None, :, None]) ** 2, V)
check('expand', lambda x: np.expand_dims(x, 0) * A, V)
check('concatenate', lambda x: np.concatenate([x, P, x * x]) ** 2, V)
check('concatenate1', lambda x: np.concatenate((x, x * A), axis=1), A)
check('stack', lambda x: np.stack([x, x * x]), V)
check('stack1', lambda x: np.stack([x, x * x], axis=1) ** 2, V)
check('vstack', lambda x: np.vstack([x, x * x]), V)
check('hstack', lambda x: np.hstack([x, x * x]) ** 2, V)
check('append', lambda x: np.append(x, x * x) ** 2, V)
check('array', lambda x: np.array([x[0], x[1] * x[2]]) ** 2, V)
check('array2', lambda x: np.array([[x[0], 1.0], [x[1], x[2]]]) ** 2, V)
check('split', lambda x: np.split(x, 3)[1] ** 2, V)
check('array_split', lambda x: np.array_split(x, 2)[0] ** 2, V)
check('where', lambda x: np.where(x > 0, x * x, -x), V)
check('where2', lambda x: np.where(A > 0.4, x, V), A)
check('clip', lambda x: np.clip(x * x, 0.6, 3.0), V)
check('tril', lambda x: np.tril(x) ** 2, S)
check('triu', lambda x: np.triu(x, 1) ** 2, S)
check('diag', lambda x: np.diag(x) ** 2, V)
check('diag2', lambda x: np.diag(x) ** 2, S)
check('roll', lambda x: np.roll(x, 1) * x, V)
check('repeat', lambda x: np.repeat(x, 2) ** 2, V)
check('repeat1', lambda x: np.repeat(x, 3, axis=1) ** 2, A)
check('tile', lambda x: np.tile(x, 2) ** 2, V)
check('tile2', lambda x: np.tile(x, (2, 1)) ** 2, A)
check('flipud', lambda x: np.flipud(x) * x, A)
check('fliplr', lambda x: np.fliplr(x) * x, A)
check('rot90', lambda x: np.rot90(x) * x, S)
check('pad', lambda x: np.pad(x, 2, 'constant') ** 2, V)
check('full', lambda x: np.full((2, 3), x[0]) ** 2, V)
check('atleast', lambda x: np.atleast_2d(x) * A, V)
check('tuple', lambda x: x[0:2] + x[1:3], V)
check('iter', lambda x: sum(row[0] * row[1] for row in x), A)
check('unpack', lambda x: (lambda a, b, c: a * b + c * c)(*x), V)
check('double index', lambda x: x[1][2] * x[0][1], A)
check('neg step', lambda x: x[2:0:-1] ** 2, V)
