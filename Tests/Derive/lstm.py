"""A cell with gates, its weights in one matrix and in four."""
import numpy as np
from check import show
np.random.seed(1)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def cell(x, h, c, W, U, b):
    H = h.shape[1]
    z = np.dot(x, W) + np.dot(h, U) + b
    i = sigmoid(z[:, :H])
    f = sigmoid(z[:, H:2 * H])
    o = sigmoid(z[:, 2 * H:3 * H])
    g = np.tanh(z[:, 3 * H:])
    c_next = f * c + i * g
    h_next = o * np.tanh(c_next)
    return np.sum(h_next ** 2) + np.sum(c_next)
N, D, H = 3, 4, 5
r = np.random.randn
show(cell, r(N, D), r(N, H), r(N, H), r(D, 4 * H), r(H, 4 * H), r(4 * H))
def cell2(x, h, c, Wi, Wf, Wo, Wg, b):
    xh = np.concatenate([x, h], axis=1)
    i = sigmoid(xh @ Wi + b)
    f = sigmoid(xh @ Wf + b)
    o = sigmoid(xh @ Wo + b)
    g = np.tanh(xh @ Wg + b)
    c = f * c + i * g
    h = o * np.tanh(c)
    return np.sum(h * h)
show(cell2, r(N, D), r(N, H), r(N, H), r(D+H, H), r(D+H, H), r(D+H, H), r(D+H, H), r(H))
