import numpy as np

np.random.seed(0)
n, d, k = 5, 2, 3
X = np.zeros((n * k, d))
y = np.zeros(n * k, dtype="uint8")
for j in range(k):
    ix = range(n * j, n * (j + 1))
    r = np.linspace(0.0, 1, n)
    t = np.linspace(j * 4, (j + 1) * 4, n) + np.random.randn(n) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j
print(X)
print(y, y.dtype)
print(X.shape, X[:, 0].min(), X[:, 0].max())
xx, yy = np.meshgrid(np.arange(-1, 1, 0.5), np.arange(-1, 1, 0.5))
print(np.c_[xx.ravel(), yy.ravel()][:5])
