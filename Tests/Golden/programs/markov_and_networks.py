# ~ 1e-8 1e-9
"""Stationary distributions, page ranks, and a circuit solved with linear algebra."""
import numpy as np

P = np.array([[0.9, 0.075, 0.025], [0.15, 0.8, 0.05], [0.25, 0.25, 0.5]])
w, v = np.linalg.eig(P.T)
stationary = v[:, np.argmax(w.real)].real
stationary = stationary / stationary.sum()
print('stationary', stationary.round(6))
print('power', np.linalg.matrix_power(P, 50)[0].round(6))
print('eigenvalues', np.sort(w.real).round(6))

links = np.array([[0, 0, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1], [0, 0, 0, 0]], dtype=float)
out = links.sum(axis=0)
M = np.divide(links, out, out=np.zeros_like(links), where=out > 0) + (out == 0) / 4
rank = np.ones(4) / 4
for _ in range(100):
    rank = 0.85 * M @ rank + 0.15 / 4
print('ranks', rank.round(5), np.allclose(rank, np.linalg.solve(np.eye(4) - 0.85 * M, np.full(4, 0.15 / 4))))

L = np.array([[2, -1, 0, -1], [-1, 3, -1, -1], [0, -1, 2, -1], [-1, -1, -1, 3.0]])
lam, vec = np.linalg.eigh(L)
print('laplacian', np.abs(lam).round(6), 'spanning trees', round(float(np.prod(lam[1:]) / 4)))
voltages = np.linalg.lstsq(L, np.array([1.0, 0, 0, -1]), rcond=None)[0]
print('voltages', (voltages - voltages[3]).round(6))
rotation = np.array([[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]])
values = np.linalg.eigvals(rotation)
print('rotation', values.dtype, np.abs(values).round(6), np.sort(values.imag).round(6))
print('determinants', np.linalg.det(np.stack([P, np.eye(3), 2 * np.eye(3)])).round(6))
try:
    np.linalg.inv(np.ones((3, 3)))
except np.linalg.LinAlgError as e:
    print('error', e)
