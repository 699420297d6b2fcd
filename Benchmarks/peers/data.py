"""The notebook's spiral and its first parameters."""
import numpy as np

np.random.seed(0)
m, n, num_classes, N, h = 300, 2, 3, 100, 100
X = np.zeros((m, n))
y = np.zeros(m, dtype='uint8')
for j in range(3):
    ix = range(N * j, N * (j + 1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j
W1 = 0.01 * np.random.randn(n, h)
b1 = np.zeros((1, h))
W2 = 0.01 * np.random.randn(h, num_classes)
b2 = np.zeros((1, num_classes))
