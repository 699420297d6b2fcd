# ~ 1e-11
import numpy as np

np.random.seed(5)
X = np.random.randn(30, 2) @ np.array([[2.0, 1.0], [0.0, 0.5]])
X -= X.mean(axis=0)
C = X.T @ X / (len(X) - 1)
print(C)
v = np.array([1.0, 0.0])
for i in range(200):
    v = C @ v
    v /= np.sqrt(np.sum(v ** 2))
print(v, v @ C @ v)
second = np.array([-v[1], v[0]])
print(second @ C @ second, np.trace(C))
projected = X @ v
print(projected[:5], projected.var(ddof=1))
