# ~ 1e-8 1e-9
"""Straight lines, planes and curves through noisy points."""
import numpy as np

np.random.seed(11)
x = np.linspace(0, 4, 25)
y = 1.5 * x - 2 + 0.1 * np.random.randn(25)
A = np.column_stack([x, np.ones_like(x)])
coefficients, residual, rank, s = np.linalg.lstsq(A, y, rcond=None)
print('line', coefficients.round(5), residual.round(6), int(rank), s.round(4))
print('by equations', np.linalg.solve(A.T @ A, A.T @ y).round(5))
print('by pinv', (np.linalg.pinv(A) @ y).round(5))
Q, R = np.linalg.qr(A)
print('by qr', np.linalg.solve(R, Q.T @ y).round(5))
print('polyfit', np.polyfit(x, y, 1).round(5))

z = 0.5 * x ** 3 - 2 * x ** 2 + x + 3
p = np.poly1d(np.polyfit(x, z, 3).round(6))
print(p)
print('roots of the derivative', np.sort(p.deriv().roots).round(5))
print('integral', round(float(np.polyval(p.integ(), 4) - np.polyval(p.integ(), 0)), 4))
c, cov = np.polyfit(x, y, 1, cov=True)
print('errors', np.sqrt(np.diag(cov)).round(5))
for degree in range(1, 5):
    fit = np.polynomial.Polynomial.fit(x, z, degree)
    print(degree, f'{np.abs(fit(x) - z).max():.6f}')
