"""An LSTM in batches that learns to remember the first bit of a sequence: `lstm.py [STEPS]`."""

import sys

import numpy as np


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


class LSTM:
    def __init__(self, inputs, hidden, rng):
        scale = 1.0 / np.sqrt(inputs + hidden)
        self.hidden = hidden
        self.W = rng.normal(0, scale, (inputs + hidden + 1, 4 * hidden))
        self.W[0, :] = 0
        self.W[0, hidden:2 * hidden] = 1

    def forward(self, X):
        n, batch, width = X.shape
        d = self.hidden
        h = np.zeros((n, batch, d))
        c = np.zeros((n, batch, d))
        tc = np.zeros((n, batch, d))
        hin = np.zeros((n, batch, self.W.shape[0]))
        gates = np.zeros((n, batch, 4 * d))
        for t in range(n):
            hin[t, :, 0] = 1
            hin[t, :, 1:1 + width] = X[t]
            hin[t, :, 1 + width:] = h[t - 1] if t > 0 else 0
            raw = hin[t].dot(self.W)
            gates[t, :, :3 * d] = sigmoid(raw[:, :3 * d])
            gates[t, :, 3 * d:] = np.tanh(raw[:, 3 * d:])
            i, f, o, g = (gates[t, :, k * d:(k + 1) * d] for k in range(4))
            c[t] = i * g + (f * c[t - 1] if t > 0 else 0)
            tc[t] = np.tanh(c[t])
            h[t] = o * tc[t]
        self.cache = hin, gates, c, tc
        return h

    def backward(self, dlast):
        hin, gates, c, tc = self.cache
        n, batch, _ = hin.shape
        d = self.hidden
        dW = np.zeros_like(self.W)
        dh, dc = dlast, np.zeros((batch, d))
        for t in range(n - 1, -1, -1):
            i, f, o, g = (gates[t, :, k * d:(k + 1) * d] for k in range(4))
            do = tc[t] * dh
            dc = dc + (1 - tc[t] ** 2) * o * dh
            df = c[t - 1] * dc if t > 0 else np.zeros((batch, d))
            di, dg = g * dc, i * dc
            draw = np.hstack([di * i * (1 - i), df * f * (1 - f), do * o * (1 - o), dg * (1 - g ** 2)])
            dW += hin[t].T @ draw
            dh = (draw @ self.W.T)[:, -d:]
            dc = dc * f
        return dW


def main(steps):
    rng = np.random.RandomState(11)
    length, batch, hidden = 12, 16, 20
    net = LSTM(2, hidden, rng)
    V = rng.normal(0, 0.1, (hidden, 1))
    b = np.zeros(1)
    m, v = np.zeros_like(net.W), np.zeros_like(net.W)
    for step in range(1, steps + 1):
        X = rng.randint(0, 2, (length, batch, 2)).astype(float)
        y = X[0, :, :1]
        h = net.forward(X)[-1]
        p = sigmoid(h @ V + b)
        loss = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
        dz = (p - y) / batch
        dV, db = h.T @ dz, dz.sum(axis=0)
        dW = net.backward(dz @ V.T)
        m = 0.9 * m + 0.1 * dW
        v = 0.999 * v + 0.001 * dW ** 2
        net.W -= 0.002 * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
        V -= 0.5 * dV
        b -= 0.5 * db
        if step % (steps // 5) == 0:
            print("step %3d  loss %.4f  right %.2f" % (step, loss, np.mean((p > 0.5) == (y > 0.5))))
    print("gates' weights:", np.round(np.abs(net.W).mean(axis=1)[:6], 3))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
