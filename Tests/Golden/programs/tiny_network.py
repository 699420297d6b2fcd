# ~ 1e-9
import numpy as np

np.random.seed(1)
X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T
W1 = 2 * np.random.random((3, 4)) - 1
W2 = 2 * np.random.random((4, 1)) - 1


def sigmoid(x, derivative=False):
    if derivative:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


for j in range(1001):
    l1 = sigmoid(np.dot(X, W1))
    l2 = sigmoid(np.dot(l1, W2))
    error = y - l2
    if j % 200 == 0:
        print("Error: " + "%.6f" % np.mean(np.abs(error)))
    l2_delta = error * sigmoid(l2, derivative=True)
    l1_delta = l2_delta.dot(W2.T) * sigmoid(l1, True)
    W2 += l1.T.dot(l2_delta)
    W1 += X.T.dot(l1_delta)
print(l2.round(3))
