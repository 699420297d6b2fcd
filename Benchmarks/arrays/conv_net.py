"""A small convolution network by im2col on drawn shapes, with momentum: `conv_net.py [STEPS]`."""

import sys

import numpy as np


def im2col_indices(shape, field, padding, stride):
    n, channels, height, width = shape
    out_h = (height + 2 * padding - field) // stride + 1
    out_w = (width + 2 * padding - field) // stride + 1
    i0 = np.tile(np.repeat(np.arange(field), field), channels)
    i1 = stride * np.repeat(np.arange(out_h), out_w)
    j0 = np.tile(np.arange(field), field * channels)
    j1 = stride * np.tile(np.arange(out_w), out_h)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(channels), field * field).reshape(-1, 1)
    return k, i, j


def im2col(x, field, padding, stride):
    p = padding
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="constant")
    k, i, j = im2col_indices(x.shape, field, padding, stride)
    columns = padded[:, k, i, j]
    return columns.transpose(1, 2, 0).reshape(field * field * x.shape[1], -1)


def col2im(columns, shape, field, padding, stride):
    n, channels, height, width = shape
    padded = np.zeros((n, channels, height + 2 * padding, width + 2 * padding))
    k, i, j = im2col_indices(shape, field, padding, stride)
    reshaped = columns.reshape(channels * field * field, -1, n).transpose(2, 0, 1)
    np.add.at(padded, (slice(None), k, i, j), reshaped)
    return padded if padding == 0 else padded[:, :, padding:-padding, padding:-padding]


class Conv:
    def __init__(self, filters, channels, field, rng):
        self.W = rng.standard_normal((filters, channels, field, field)) * np.sqrt(2 / (channels * field * field))
        self.b = np.zeros((filters, 1))
        self.field = field

    def forward(self, x):
        self.shape = x.shape
        n, _, h, w = x.shape
        self.columns = im2col(x, self.field, self.field // 2, 1)
        out = self.W.reshape(len(self.W), -1) @ self.columns + self.b
        return out.reshape(len(self.W), h, w, n).transpose(3, 0, 1, 2)

    def backward(self, d):
        flat = d.transpose(1, 2, 3, 0).reshape(len(self.W), -1)
        self.db = flat.sum(axis=1, keepdims=True)
        self.dW = (flat @ self.columns.T).reshape(self.W.shape)
        return col2im(self.W.reshape(len(self.W), -1).T @ flat, self.shape, self.field, self.field // 2, 1)


class MaxPool:
    def forward(self, x):
        n, c, h, w = x.shape
        self.x = x.reshape(n, c, h // 2, 2, w // 2, 2)
        self.out = self.x.max(axis=3).max(axis=4)
        return self.out

    def backward(self, d):
        n, c, h, _, w, _ = self.x.shape
        mask = self.x == self.out[:, :, :, np.newaxis, :, np.newaxis]
        dx = mask * d[:, :, :, np.newaxis, :, np.newaxis]
        dx /= mask.sum(axis=(3, 5), keepdims=True)
        return dx.reshape(n, c, 2 * h, 2 * w)


def draw(rng, count, size=12):
    images = rng.normal(0, 0.15, (count, 1, size, size))
    labels = rng.integers(0, 3, count)
    for image, label in zip(images, labels):
        a, b = rng.integers(1, size // 2, 2)
        if label == 0:
            image[0, a, b:b + 6] += 1
        elif label == 1:
            image[0, a:a + 6, b] += 1
        else:
            for k in range(6):
                image[0, a + k, b + k] += 1
    return images, labels


def main(steps):
    rng = np.random.default_rng(5)
    first, second = Conv(6, 1, 3, rng), Conv(8, 6, 3, rng)
    pools = MaxPool(), MaxPool()
    W = rng.standard_normal((8 * 3 * 3, 3)) * 0.1
    b = np.zeros(3)
    velocity = [np.zeros_like(p) for p in (first.W, first.b, second.W, second.b, W, b)]
    for step in range(steps):
        x, y = draw(rng, 32)
        a1 = np.maximum(first.forward(x), 0)
        p1 = pools[0].forward(a1)
        a2 = np.maximum(second.forward(p1), 0)
        p2 = pools[1].forward(a2)
        flat = p2.reshape(len(x), -1)
        scores = flat @ W + b
        scores -= scores.max(axis=1, keepdims=True)
        probs = np.exp(scores)
        probs /= probs.sum(axis=1, keepdims=True)
        loss = -np.log(probs[np.arange(len(y)), y]).mean()
        d = probs.copy()
        d[np.arange(len(y)), y] -= 1
        d /= len(y)
        dW, db = flat.T @ d, d.sum(axis=0)
        d = pools[1].backward((d @ W.T).reshape(p2.shape))
        d = second.backward(d * (a2 > 0))
        d = pools[0].backward(d)
        first.backward(d * (a1 > 0))
        parameters = [first.W, first.b, second.W, second.b, W, b]
        for parameter, gradient, speed in zip(parameters, [first.dW, first.db, second.dW, second.db, dW, db], velocity):
            speed *= 0.9
            speed -= 0.05 * gradient
            parameter += speed
        if step % max(1, steps // 5) == 0 or step == steps - 1:
            accuracy = (scores.argmax(axis=1) == y).mean()
            print(f"step {step:3d}: loss {loss:.4f}, accuracy {accuracy:.3f}")
    print("strongest filter:", np.abs(first.W).sum(axis=(1, 2, 3)).argmax())


main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
