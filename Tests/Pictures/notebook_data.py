"""The notebook's points, its grid, and what its models say there."""

import os

import numpy as np


def spirals():
    """Three arms of a hundred points each."""
    np.random.seed(0)
    X, y = np.zeros((300, 2)), np.zeros(300, dtype='uint8')
    for j in range(3):
        inds = range(100 * j, 100 * (j + 1))
        r = np.linspace(0.0, 1, 100)
        t = np.linspace(j * 4, (j + 1) * 4, 100) + np.random.randn(100) * 0.2
        X[inds] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[inds] = j
    return X, y


def grid(X):
    h = 0.05
    x_min, x_max = X[:, 0].min() - 1, X[:, 0].max() + 1
    y_min, y_max = X[:, 1].min() - 1, X[:, 1].max() + 1
    return np.meshgrid(np.arange(x_min, x_max, h), np.arange(y_min, y_max, h))


def regions(number):
    """The classes that a trained model gives to the grid's points."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'notebook_regions.txt')) as file:
        runs = file.read().split('\n')[number].split()
    return np.concatenate([np.full(int(n), int(k)) for k, n in (run.split('x') for run in runs)])


def plot_model(plt, number):
    """The notebook's picture of a model."""
    X, y = spirals()
    xx, yy = grid(X)
    Z = regions(number).reshape(xx.shape)
    plt.contourf(xx, yy, Z, cmap=plt.cm.Paired, alpha=0.8)
    plt.scatter(X[:, 0], X[:, 1], c=y, cmap=plt.cm.Paired)
    plt.xlabel('x1')
    plt.ylabel('x2')
    plt.xlim(xx.min(), xx.max())
    plt.ylim(yy.min(), yy.max())
    plt.xticks(())
    plt.yticks(())
