#!/usr/bin/env python3
"""Records matplotlib's pictures of the programs beside this file: run with a Python that has matplotlib 3.11.

Writes recorded/NAME.png (the whole picture, Agg) and recorded/NAME.txt (limits, ticks and labels). With --regions it
also trains the notebook's three models anew and writes notebook_regions.txt."""

import os
import sys

import matplotlib
import numpy as np

matplotlib.use('agg')
import matplotlib.pyplot as plt

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from facts import facts


def pack(labels):
    """Runs of equal labels: label x length."""
    runs, last, count = [], None, 0
    for label in labels:
        if label == last:
            count += 1
        else:
            if last is not None:
                runs.append(f'{last}x{count}')
            last, count = label, 1
    runs.append(f'{last}x{count}')
    return ' '.join(runs)


def train(X, y, grid, hidden, iterations):
    """The notebook's gradient descent; the classes of the grid's points."""
    m, classes = len(y), 3
    if hidden:
        W1, b1 = 0.01 * np.random.randn(2, hidden), np.zeros((1, hidden))
        W2, b2 = 0.01 * np.random.randn(hidden, classes), np.zeros((1, classes))
    else:
        W2, b2 = 0.01 * np.random.randn(2, classes), np.zeros((1, classes))
    for _ in range(iterations):
        h = np.maximum(0, X @ W1 + b1) if hidden else X
        scores = h @ W2 + b2
        e = np.exp(scores)
        d = e / e.sum(1, keepdims=True)
        d[range(m), y] -= 1
        d /= m
        dW2, db2 = h.T @ d + 1e-3 * W2, d.sum(0, keepdims=True)
        if hidden:
            dh = (d @ W2.T) * (h > 0)
            W1, b1 = W1 - (X.T @ dh + 1e-3 * W1), b1 - dh.sum(0, keepdims=True)
        W2, b2 = W2 - dW2, b2 - db2
    h = np.maximum(0, grid @ W1 + b1) if hidden else grid
    return np.argmax(h @ W2 + b2, axis=1)


def write_regions():
    from notebook_data import spirals, grid
    X, y = spirals()
    xx, yy = grid(X)
    points = np.c_[xx.ravel(), yy.ravel()]
    rows = [pack(train(X, y, points, hidden, count)) for hidden, count in ((100, 10000), (100, 10000), (0, 200))]
    with open(os.path.join(HERE, 'notebook_regions.txt'), 'w') as file:
        file.write('\n'.join(rows) + '\n')


def main():
    if '--regions' in sys.argv:
        write_regions()
    names = [a for a in sys.argv[1:] if a[0] != '-']
    for name in sorted(os.listdir(os.path.join(HERE, 'programs'))):
        if not name.endswith('.py') or names and name[:-3] not in names:
            continue
        plt.close('all')
        plt.rcdefaults()
        with open(os.path.join(HERE, 'programs', name)) as file:
            exec(compile(file.read(), name, 'exec'), {'__name__': 'picture'})
        figure = plt.gcf()
        lines = facts(figure)
        base = os.path.join(HERE, 'recorded', name[:-3])
        with open(base + '.txt', 'w') as file:
            file.write('\n'.join(lines) + '\n')
        figure.savefig(base + '.png', metadata={'Software': None})


main()
