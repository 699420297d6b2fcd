# ~ 1e-9
import numpy as np

np.random.seed(7)
X = np.random.uniform(-1, 1, (60, 3))
true_w = np.array([1.5, -2.0, 0.5])
y = X.dot(true_w) + 0.01 * np.random.randn(60)
w = np.zeros(3)
v = np.zeros_like(w)
for epoch in range(6):
    order = np.random.permutation(60)
    for start in range(0, 60, 10):
        batch = order[start:start + 10]
        error = X[batch].dot(w) - y[batch]
        grad = X[batch].T.dot(error) * 2 / len(batch)
        v = 0.8 * v - 0.1 * grad
        w += v
    print("epoch", epoch, "loss %.8f" % np.mean((X.dot(w) - y) ** 2))
print(w, order[:10])
