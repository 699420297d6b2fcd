"""A vanilla recurrent network that learns the next character of a text: `char_rnn.py [STEPS]`."""

import sys

import numpy as np

TEXT = """the quick brown fox jumps over the lazy dog. pack my box with five dozen liquor jugs.
how vexingly quick daft zebras jump! sphinx of black quartz, judge my vow.
""" * 4

HIDDEN, LENGTH, RATE = 64, 25, 1e-2


def loss_and_gradients(inputs, targets, previous, Wxh, Whh, Why, bh, by):
    xs, hs, ps = {}, {-1: np.copy(previous)}, {}
    loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((Wxh.shape[1], 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        y = np.dot(Why, hs[t]) + by
        ps[t] = np.exp(y) / np.sum(np.exp(y))
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby = np.zeros_like(bh), np.zeros_like(by)
    dhnext = np.zeros_like(hs[0])
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        dWhy += np.dot(dy, hs[t].T)
        dby += dy
        dh = np.dot(Why.T, dy) + dhnext
        draw = (1 - hs[t] * hs[t]) * dh
        dbh += draw
        dWxh += np.dot(draw, xs[t].T)
        dWhh += np.dot(draw, hs[t - 1].T)
        dhnext = np.dot(Whh.T, draw)
    for gradient in [dWxh, dWhh, dWhy, dbh, dby]:
        np.clip(gradient, -5, 5, out=gradient)
    return loss, dWxh, dWhh, dWhy, dbh, dby, hs[len(inputs) - 1]


def sample(h, seed, count, Wxh, Whh, Why, bh, by):
    x = np.zeros((Wxh.shape[1], 1))
    x[seed] = 1
    chosen = []
    for _ in range(count):
        h = np.tanh(np.dot(Wxh, x) + np.dot(Whh, h) + bh)
        y = np.dot(Why, h) + by
        p = np.exp(y) / np.sum(np.exp(y))
        ix = np.random.choice(range(Wxh.shape[1]), p=p.ravel())
        x = np.zeros((Wxh.shape[1], 1))
        x[ix] = 1
        chosen.append(int(ix))
    return chosen


def main(steps):
    np.random.seed(3)
    chars = sorted(set(TEXT))
    size = len(chars)
    index = {c: i for i, c in enumerate(chars)}
    print(f"{len(TEXT)} characters, {size} different")
    Wxh = np.random.randn(HIDDEN, size) * 0.01
    Whh = np.random.randn(HIDDEN, HIDDEN) * 0.01
    Why = np.random.randn(size, HIDDEN) * 0.01
    bh, by = np.zeros((HIDDEN, 1)), np.zeros((size, 1))
    parameters = [Wxh, Whh, Why, bh, by]
    memories = [np.zeros_like(p) for p in parameters]
    smooth = -np.log(1.0 / size) * LENGTH
    position = 0
    for step in range(steps):
        if step == 0 or position + LENGTH + 1 >= len(TEXT):
            h = np.zeros((HIDDEN, 1))
            position = 0
        inputs = [index[c] for c in TEXT[position:position + LENGTH]]
        targets = [index[c] for c in TEXT[position + 1:position + LENGTH + 1]]
        loss, *gradients, h = loss_and_gradients(inputs, targets, h, *parameters)
        smooth = smooth * 0.999 + loss * 0.001
        for parameter, gradient, memory in zip(parameters, gradients, memories):
            memory += gradient * gradient
            parameter += -RATE * gradient / np.sqrt(memory + 1e-8)
        position += LENGTH
        if step % (steps // 4) == 0:
            print(f"step {step}, smooth loss {smooth:.4f}")
            print("  " + repr("".join(chars[i] for i in sample(h, inputs[0], 40, *parameters))))
    print(f"norm of Whh {np.linalg.norm(Whh):.5f}, mean of by {by.mean():.6f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
