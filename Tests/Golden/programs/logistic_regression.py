# ~ 1e-10
import numpy as np

np.random.seed(0)
m = 100
X = np.random.randn(m, 2)
y = (X[:, 0] + 2 * X[:, 1] > 0.5).astype(float)
w = np.zeros(2)
b = 0.0
for i in range(201):
    p = 1 / (1 + np.exp(-(X.dot(w) + b)))
    loss = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
    if i % 50 == 0:
        print("iteration %d: loss %.8f" % (i, loss))
    d = (p - y) / m
    w -= 5 * X.T.dot(d)
    b -= 5 * d.sum()
print(w, b)
print("accuracy %.2f" % np.mean((p > 0.5) == (y == 1)))
