# ~ 1e-9 1e-11
"""Gradients of NumPy's functions with their rarer keywords, of complex arrays, of masks and of infinite elements, as HIPS
autograd has them."""
import autograd.numpy as np
from autograd import elementwise_grad, grad, hessian, value_and_grad

A = np.array([[1.2, -0.7, 0.3], [0.5, 2.1, -1.1]])
Z = np.array([1 + 2j, -2.0, 3j, 0.5 - 1j])
M = np.array([[1 + 2j, -2.0], [3j, 0.5 - 1j]])


def show(value):
    value = np.array(value)
    if value.dtype.kind == 'c':
        return show(value.real) + ' imaginary ' + show(value.imag)
    return str(value.shape) + ' ' + ' '.join('%.11g' % (round(float(e), 13) + 0.0) for e in value.reshape(-1))


def check(name, f, x, order=1):
    value, gradient = value_and_grad(f)(x)
    print(name + ':', show(value), 'gradient', show(gradient))
    if order == 2:
        print('    second:', show(hessian(f)(x)))


# Masks, bounds and elements that are cut off
check('clip at its bounds', lambda x: np.sum(np.clip(x, -0.7, 1.2) * x), A, 2)
check('triu of infinite elements', lambda x: np.sum(np.exp(np.triu(x))), np.array([[1.0, 2.0], [-np.inf, 3.0]]))
check('tril of infinite elements', lambda x: np.sum(np.tril(x, -1) ** 2), np.array([[1.0, np.inf], [-1.5, 3.0]]))
check('softmax behind a mask', lambda x: np.log(np.sum(np.exp(np.where(np.eye(2) == 1, -np.inf, x)))), M.real)
check('sinc', lambda x: np.sum(np.sinc(x) * np.arange(3.0)), np.array([0.3, -1.7, 2.5]), 2)
check('prod', lambda x: np.sum(np.prod(x, axis=1, keepdims=True) * x), A, 2)
check('std', lambda x: np.sum(np.std(x, axis=0, ddof=1) * np.arange(3.0)), A, 2)
check('var', lambda x: np.sum(np.var(x, axis=1, ddof=1, keepdims=True) * x), A, 2)
check('cumsum', lambda x: np.sum(np.cumsum(x, axis=1) ** 2), A, 2)
check('max of equal ones', lambda x: np.sum(np.max(x, axis=1) ** 2), np.array([[2.0, 2.0], [1.0, 3.0]]))
check('sort', lambda x: np.sum(np.sort(x) ** 2 * np.arange(3.0)), A[0])
check('repeat', lambda x: np.sum(np.repeat(x, 2, axis=0) * np.arange(12.0).reshape(4, 3)), A)
check('pad', lambda x: np.sum(np.pad(x, ((1, 0), (0, 2)), 'constant') * np.arange(15.0).reshape(3, 5)), A)
check('tensordot', lambda x: np.sum(np.tensordot(x, x, axes=([0], [0])) ** 2), A, 2)
check('einsum', lambda x: np.einsum('ij,kj->', x, x * x), A, 2)
check('diff', lambda x: np.sum(np.diff(x, n=2, axis=1) ** 2), A, 2)

# Lists and tuples as operands
check('list', lambda x: np.sum((x + [1, 2, 3]) ** 2), A, 2)
check('tuple', lambda x: np.sum((1.0, 2.0, 3.0) * x * x), A, 2)
check('product with a list', lambda x: np.sum((x @ [1.0, 2.0, 3.0]) ** 2), A, 2)

# Complex arrays
check('abs', lambda z: np.sum(np.abs(z) * np.arange(4.0)), Z)
check('real and imaginary', lambda z: np.sum(np.real(z) ** 2 - np.imag(z) * np.real(z)), Z)
check('conjugate', lambda z: np.real(np.sum(z * np.conj(z) * z)), Z)
check('angle', lambda z: np.sum(np.angle(z) * np.arange(4.0)), Z)
check('var', lambda z: np.var(z), Z)
check('std', lambda z: np.std(z), Z)
check('std along an axis', lambda z: np.sum(np.std(z, axis=0) * np.array([1.0, 2.0])), M)
check('mean', lambda z: np.abs(np.mean(z)), Z)
check('dot', lambda z: np.real(np.dot(z, np.conj(z)) + np.dot(z, z)), Z)
check('matmul', lambda z: np.abs(np.sum(np.matmul(z, z) * np.array([1.0, 2j]))), M)
check('exp', lambda z: np.real(np.sum(np.exp(z) * z)), Z)
check('inverse', lambda z: np.abs(np.sum(np.linalg.inv(z))), M)
check('determinant', lambda z: np.abs(np.linalg.det(z)), M)
check('singular values', lambda z: np.sum(np.linalg.svd(z, compute_uv=False) * np.array([1.0, 3.0])), M)
check('Fourier transform', lambda z: np.sum(np.abs(np.fft.fft(z)) ** 2 * np.arange(4.0)), Z)
check('real to complex', lambda x: np.abs(np.sum(x * Z)), Z.real)
check('power', lambda z: np.abs(np.sum(z ** 3)), Z)
check('where', lambda z: np.sum(np.abs(np.where(np.real(z) > 0, z, z * z))), Z)
print(show(elementwise_grad(lambda z: np.abs(z) ** 2)(Z)))
