# ~ 1e-9 1e-9
"""Principal components of correlated points, by singular values and by the covariance matrix."""
import numpy as np

np.random.seed(3)
n = 200
latent = np.random.randn(n, 2) * [3.0, 0.5]
mixing = np.array([[1.0, 0.5, -0.2, 0.1], [0.3, -1.0, 0.8, 0.4]])
X = latent @ mixing + 0.01 * np.random.randn(n, 4) + [1, 2, 3, 4]

mean = X.mean(axis=0)
centred = X - mean
U, S, Vt = np.linalg.svd(centred, full_matrices=False)
variance = S ** 2 / (n - 1)
print('mean', mean.round(4))
print('variance', variance.round(6))
print('share', (variance / variance.sum()).round(6))

w, v = np.linalg.eigh(np.cov(X.T))
order = np.argsort(w)[::-1]
print('same variance', np.allclose(w[order], variance))
for i in range(2):
    direction = v[:, order[i]]
    print('component', i, 'parallel', round(abs(float(direction @ Vt[i])), 8))

scores = centred @ Vt[:2].T
back = scores @ Vt[:2] + mean
print('error', round(float(np.abs(back - X).max()), 4) < 0.1, np.linalg.matrix_rank(centred, tol=1.0))
print('condition', np.linalg.cond(centred) > 100)
