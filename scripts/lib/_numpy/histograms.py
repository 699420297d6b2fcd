"""Histograms of several dimensions."""

import operator

import numpy as np

__name__ = 'numpy'


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    """Return the counts of points in the cells of a grid, and the edges of its bins along each axis."""
    try:
        count, rank = sample.shape
    except (AttributeError, ValueError):
        sample = np.atleast_2d(sample).T
        count, rank = sample.shape
    sizes = np.empty(rank, np.intp)
    edges = rank * [None]
    widths = rank * [None]
    if weights is not None:
        weights = np.asarray(weights)
    try:
        if len(bins) != rank:
            raise ValueError('The dimension of bins must be equal to the dimension of the sample x.')
    except TypeError:
        bins = rank * [bins]
    if range is None:
        range = (None,) * rank
    elif len(range) != rank:
        raise ValueError('range argument must have one entry per dimension')
    for axis in np.arange(rank):
        if np.ndim(bins[axis]) == 0:
            if bins[axis] < 1:
                raise ValueError(f'`bins[{axis}]` must be positive, when an integer')
            low, high = _outer_edges(sample[:, axis], range[axis])
            try:
                n = operator.index(bins[axis])
            except TypeError as problem:
                raise TypeError(f'`bins[{axis}]` must be an integer, when a scalar') from problem
            edges[axis] = np.linspace(low, high, n + 1)
        elif np.ndim(bins[axis]) == 1:
            edges[axis] = np.asarray(bins[axis])
            if np.any(edges[axis][:-1] > edges[axis][1:]):
                raise ValueError(f'`bins[{axis}]` must be monotonically increasing, when an array')
        else:
            raise ValueError(f'`bins[{axis}]` must be a scalar or 1d array')
        sizes[axis] = len(edges[axis]) + 1
        widths[axis] = np.diff(edges[axis])
    places = [np.searchsorted(edges[axis], sample[:, axis], side='right') for axis in np.arange(rank)]
    for axis in np.arange(rank):
        places[axis][sample[:, axis] == edges[axis][-1]] -= 1
    cells = np.ravel_multi_index(tuple(places), tuple(sizes.tolist())) if rank else np.zeros(count, dtype=np.intp)
    total = 1
    for size in sizes.tolist():
        total *= size
    counts = np.bincount(cells, weights, minlength=total).reshape(tuple(sizes.tolist())).astype(float, casting='safe')
    counts = counts[rank * (slice(1, -1),)]
    if density:
        whole = counts.sum()
        for axis in np.arange(rank):
            shape = [1] * rank
            shape[axis] = sizes[axis] - 2
            counts = counts / widths[axis].reshape(shape)
        counts /= whole
    return counts, edges


def _outer_edges(a, limits):
    if limits is not None:
        low, high = limits
        if low > high:
            raise ValueError('max must be larger than min in range parameter.')
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f'supplied range of [{low}, {high}] is not finite')
    elif a.size == 0:
        low, high = 0, 1
    else:
        low, high = a.min(), a.max()
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f'autodetected range of [{low}, {high}] is not finite')
    if low == high:
        low = low - 0.5
        high = high + 0.5
    return low, high


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """Return the counts of points in the cells of a plane, and the edges of its bins along x and y."""
    if len(x) != len(y):
        raise ValueError('x and y must have the same length.')
    try:
        count = len(bins)
    except TypeError:
        count = 1
    if count not in (1, 2):
        edges = np.asarray(bins)
        bins = [edges, edges]
    counts, edges = histogramdd(np.stack([np.asarray(x), np.asarray(y)], axis=1), bins, range, density, weights)
    return counts, edges[0], edges[1]
