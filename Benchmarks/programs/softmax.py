# The notebook's softmax regression, 200 iterations, several times over.
# ~ 1e-9
import time

import numpy as np

np.random.seed(0)
n, points, classes = 2, 100, 3
m = points * classes
X = np.zeros((m, n))
y = np.zeros(m, dtype='uint8')
for j in range(classes):
    inds = range(points * j, points * (j + 1))
    r = np.linspace(0.0, 1, points)
    t = np.linspace(j * 4, (j + 1) * 4, points) + np.random.randn(points) * 0.2
    X[inds] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[inds] = j


def train(iters):
    W = np.ones((n, classes)) * 0.01
    b = np.zeros((1, classes))
    for i in range(iters):
        scores = np.dot(X, W) + b
        exp_scores = np.exp(scores)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        logprob_correct_class = -np.log(probs[range(m), y])
        loss = np.sum(logprob_correct_class) / m + 0.5 * 1e-3 * np.sum(W * W)
        dscores = probs
        dscores[range(m), y] -= 1
        dscores /= m
        dW = np.dot(X.T, dscores)
        db = np.sum(dscores, axis=0, keepdims=True)
        dW += 1e-3 * W
        W += -1.0 * dW
        b += -1.0 * db
    return loss


start = time.perf_counter()
for repetition in range(10):
    loss = train(200)
seconds = time.perf_counter() - start
print("loss %f" % loss)
print("seconds", seconds)
