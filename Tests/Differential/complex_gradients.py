"""Gradients by complex matrices against central differences: df/dx - i df/dy, as autograd has them.
`nn complex_gradients.py`"""

import warnings

import numpy as np
from autograd import grad

warnings.simplefilter('ignore')
M = np.array([[1 + 2j, -2.0, 0.3j], [3j, 0.5 - 1j, 1 + 1j], [0.2, 0.4j, 2 - 0.5j]])
W = np.array([[1, 2.0, 3], [-1, 0.5, 2], [0.3, 0.1, -0.7]])
K = W + 1j * W.T ** 2


def herm(z):
    return z @ np.conj(z.T) + np.eye(3)


FUNCTIONS = {
    'singular values': (lambda z: np.sum(np.linalg.svd(z,compute_uv=False)*np.array([1.,3.,2.])), M),
    'svd, left': (lambda z: np.sum(W*np.abs(np.linalg.svd(z)[0])**2), M),
    'svd, right': (lambda z: np.sum(W*np.abs(np.linalg.svd(z)[2])**2), M),
    'svd, both': (lambda z: np.real(np.sum(K*np.matmul(np.linalg.svd(z)[0],np.linalg.svd(z)[2]))), M),
    'svd, tall': (lambda z: np.sum(W[:,:2]*np.abs(np.linalg.svd(z,full_matrices=False)[0])**2), M[:,:2]),
    'svd, wide': (lambda z: np.sum(W[:2]*np.abs(np.linalg.svd(z,full_matrices=False)[2])**2), M[:2]),
    'singular values, wide': (lambda z: np.sum(np.linalg.svd(z,compute_uv=False)*np.array([1.,3.])), M[:2]),
    'eigh, values': (lambda z: np.sum(np.linalg.eigh(herm(z))[0]*np.array([1.,3.,2.])), M),
    'eigh, vectors': (lambda z: np.sum(W*np.abs(np.linalg.eigh(herm(z))[1])**2), M),
    'eigvalsh': (lambda z: np.sum(np.linalg.eigvalsh(herm(z))**2), M),
    'cholesky': (lambda z: np.real(np.sum(K*np.linalg.cholesky(herm(z)))), M),
    'nuclear norm': (lambda z: np.linalg.norm(z,'nuc'), M),
    'spectral norm': (lambda z: np.linalg.norm(z,2), M),
    'Frobenius norm': (lambda z: np.linalg.norm(z), M),
    'norm of order 1': (lambda z: np.linalg.norm(z,1), M),
    'norm of order 3': (lambda z: np.linalg.norm(z[0],3), M),
    'inv': (lambda z: np.real(np.sum(K*np.linalg.inv(z))), M),
    'pinv': (lambda z: np.real(np.sum(K[:2]*np.linalg.pinv(z))), M[:,:2]),
    'det': (lambda z: np.abs(np.linalg.det(z)), M),
    'slogdet, logarithm': (lambda z: np.linalg.slogdet(z)[1], M),
    'slogdet, sign': (lambda z: np.real(np.linalg.slogdet(z)[0]), M),
    'solve': (lambda z: np.real(np.sum(K*np.linalg.solve(z,K))), M),
    'eig, values': (lambda z: np.sum(np.abs(np.linalg.eig(z)[0])**2*np.array([1.,2.,3.])), M),
    'qr, right': (lambda z: np.sum(W*np.abs(np.linalg.qr(z)[1])**2), M),
    'qr, left': (lambda z: np.sum(W*np.abs(np.linalg.qr(z)[0])**2), M),
    'lstsq': (lambda z: np.real(np.sum(K[:2]*np.linalg.lstsq(z,K,rcond=None)[0])), M[:,:2]),
    'matrix_power': (lambda z: np.real(np.sum(K*np.linalg.matrix_power(z,3))), M),
    'var': (np.var, M),
    'cov': (lambda z: np.real(np.sum(K*np.cov(z))), M),
    'prod': (lambda z: np.abs(np.prod(z)), M),
    'vdot': (lambda z: np.real(np.vdot(z,K*z)), M),
    'correlate': (lambda z: np.real(np.sum(np.correlate(z[0],z[1],'full')*np.arange(5)*1j)), M),
    'einsum': (lambda z: np.abs(np.einsum('ij,jk->',z,np.conj(z))), M),
    'fft': (lambda z: np.real(np.sum(K*np.fft.fft2(z))), M),
    'ifft': (lambda z: np.real(np.sum(K*np.fft.ifft(z,axis=0))), M),
    'magnitudes': (lambda z: np.sum(np.sqrt(np.real(z)**2+np.imag(z)**2)), M),
    'max': (lambda z: np.max(np.abs(z)), M),
    'sort': (lambda z: np.real(np.sum(K*np.sort(z,axis=0))), M),
    'cumprod': (lambda z: np.real(np.sum(K*np.cumprod(z,axis=0))), M),
    'polyval': (lambda z: np.real(np.polyval(z[0],1+2j)), M),
    'logaddexp': (lambda z: np.real(np.sum(np.exp(z)/np.sum(np.exp(z))*K)), M),
    'average': (lambda z: np.abs(np.average(z,weights=W)), M),
    'nanstd': (lambda z: np.nanstd(z), M),
    'upper cholesky': (lambda z: np.real(np.sum(K * np.linalg.cholesky(herm(z), upper=True))), M),
    'upper eigh': (lambda z: np.sum(W * np.abs(np.linalg.eigh(herm(z), 'U')[1]) ** 2), M),
}


def differences(f, x, step=1e-6):
    """Central differences in the real and the imaginary direction of each element."""
    result = np.zeros(x.shape, dtype=complex)
    for place in np.ndindex(x.shape):
        way = np.zeros(x.shape, dtype=complex)
        way[place] = step
        result[place] = (f(x + way) - f(x - way) - 1j * (f(x + 1j * way) - f(x - 1j * way))) / (2 * step)
    return result


wrong = 0
for name, (f, x) in FUNCTIONS.items():
    own, right = grad(f)(x), differences(f, x)
    if not np.allclose(own, right, rtol=1e-6, atol=1e-6):
        wrong += 1
        print(name, 'conjugated' if np.allclose(np.conj(own), right, rtol=1e-6, atol=1e-6) else own - right)
print(f'{len(FUNCTIONS)} functions, {wrong} wrong')
