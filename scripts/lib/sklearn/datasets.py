"""Made-up data sets."""

import numbers

import numpy as np
from sklearn.utils import check_random_state, shuffle as _shuffled


def _halves(n_samples):
    if isinstance(n_samples, numbers.Integral):
        return n_samples // 2, n_samples - n_samples // 2
    try:
        one, other = n_samples
    except ValueError as problem:
        raise ValueError('`n_samples` can be either an int or a two-element tuple.') from problem
    return one, other


def _finished(X, y, shuffle, noise, stream):
    if shuffle:
        X, y = _shuffled(X, y, random_state=stream)
    if noise is not None:
        X += stream.normal(scale=noise, size=X.shape)
    return X, y


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Return points of two half circles that reach into each other, and which one each belongs to."""
    n_out, n_in = _halves(n_samples)
    stream = check_random_state(random_state)
    outer, inner = np.linspace(0, np.pi, n_out), np.linspace(0, np.pi, n_in)
    X = np.vstack([np.append(np.cos(outer), 1 - np.cos(inner)), np.append(np.sin(outer), 1 - np.sin(inner) - 0.5)]).T
    y = np.hstack([np.zeros(n_out, dtype=np.intp), np.ones(n_in, dtype=np.intp)])
    return _finished(X, y, shuffle, noise, stream)


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """Return points of a large and a small circle, and which one each belongs to."""
    n_out, n_in = _halves(n_samples)
    stream = check_random_state(random_state)
    outer = np.linspace(0, 2 * np.pi, n_out, endpoint=False)
    inner = np.linspace(0, 2 * np.pi, n_in, endpoint=False)
    X = np.vstack([np.append(np.cos(outer), np.cos(inner) * factor),
                   np.append(np.sin(outer), np.sin(inner) * factor)]).T
    y = np.hstack([np.zeros(n_out, dtype=np.intp), np.ones(n_in, dtype=np.intp)])
    return _finished(X, y, shuffle, noise, stream)


def make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True,
               random_state=None, return_centers=False):
    """Return points in normal clouds around centers, and which cloud each belongs to."""
    stream = check_random_state(random_state)
    if isinstance(n_samples, numbers.Integral):
        if centers is None:
            centers = 3
        if isinstance(centers, numbers.Integral):
            centers = stream.uniform(center_box[0], center_box[1], size=(centers, n_features))
        else:
            centers = np.asarray(centers, dtype=float)
            n_features = centers.shape[1]
        n_centers = centers.shape[0]
        counts = [int(n_samples // n_centers)] * n_centers
        for place in range(n_samples % n_centers):
            counts[place] += 1
    else:
        counts = list(n_samples)
        if centers is None:
            centers = stream.uniform(center_box[0], center_box[1], size=(len(counts), n_features))
        else:
            centers = np.asarray(centers, dtype=float)
            n_features = centers.shape[1]
        if centers.shape[0] != len(counts):
            raise ValueError(
                f'Length of `n_samples` not consistent with number of centers. Got n_samples = {n_samples} and '
                f'centers = {centers}')
    if hasattr(cluster_std, '__len__') and len(cluster_std) != len(centers):
        raise ValueError('Length of `clusters_std` not consistent with number of centers. Got centers = '
                         f'{centers} and cluster_std = {cluster_std}')
    spreads = cluster_std if hasattr(cluster_std, '__len__') else np.full(len(centers), cluster_std)
    X = np.empty((sum(counts), n_features), dtype=np.float64)
    y = np.empty(shape=(sum(counts),), dtype=int)
    start = 0
    for place, (count, spread) in enumerate(zip(counts, spreads)):
        X[start:start + count] = stream.normal(loc=centers[place], scale=spread, size=(count, n_features))
        y[start:start + count] = place
        start += count
    if shuffle:
        X, y = _shuffled(X, y, random_state=stream)
    return (X, y, centers) if return_centers else (X, y)


def make_regression(n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, noise=0.0, shuffle=True,
                    coef=False, random_state=None):
    """Return normal inputs, and targets that depend on some of them."""
    stream = check_random_state(random_state)
    n_informative = min(n_features, n_informative)
    X = stream.standard_normal(size=(n_samples, n_features))
    truth = np.zeros((n_features, n_targets))
    truth[:n_informative, :] = 100 * stream.uniform(size=(n_informative, n_targets))
    y = np.dot(X, truth) + bias
    if noise > 0.0:
        y += stream.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y = _shuffled(X, y, random_state=stream)
        order = np.arange(n_features)
        stream.shuffle(order)
        X[:, :] = X[:, order]
        truth = truth[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(truth)) if coef else (X, y)
