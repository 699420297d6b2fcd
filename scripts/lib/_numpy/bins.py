"""Histograms, and rules for the number of their bins."""

import numpy as np

__name__ = 'numpy'


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Return how many numbers fall into each bin, and the edges of the bins: their number, the edges, or the name of a
    rule."""
    if isinstance(bins, str):
        bins = histogram_bin_edges(a, bins, range, weights)
        if range is None:
            return np._histogram(a, bins, None, density, weights)
    elif _is_narrow(a) and np.ndim(bins) == 0:
        edges = histogram_bin_edges(a, bins, range)
        return np._histogram(a, edges, None, density, weights)[0], edges
    return np._histogram(a, bins, range, density, weights)


def _is_narrow(a):
    """Whether numbers are of a type in which the edges of bins are rounded."""
    return isinstance(a, np.ndarray) and a.dtype.kind == 'f' and a.dtype.itemsize < 8


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """Return the edges of the bins that `histogram` would have."""
    if not isinstance(bins, str):
        edges = np._histogram_bin_edges(a, bins, range)
        if _is_narrow(a) and np.ndim(bins) == 0:
            return np.linspace(edges[0], edges[-1], len(edges), dtype=a.dtype)
        return edges
    a = np.asarray(a)
    if a.dtype == bool:
        a = a.astype(np.uint8)
    a = a.ravel()
    if bins not in _RULES:
        raise ValueError(f'{bins!r} is not a valid estimator for `bins`')
    if weights is not None:
        raise TypeError('Automated estimation of the number of bins is not supported for weighted data')
    if range is not None:
        low, high = range
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
        low, high = low - 0.5, high + 0.5
    if range is not None:
        a = a[(a >= low) & (a <= high)]
    if a.size == 0:
        count = 1
    else:
        width = _RULES[bins](a, (low, high))
        if width and a.dtype.kind in 'iu' and width < 1:
            width = 1
        spread = _distance(low, high)
        count = int(np.ceil(spread / width)) if width else 1
    return np.linspace(low, high, count + 1, endpoint=True)


def _spread(x):
    return _distance(x.min(), x.max()) if x.size and x.dtype.kind in 'i' else np.ptp(x)


def _distance(low, high):
    """How far apart two numbers are, which for signed integers may be more than their type holds."""
    dtype = np.result_type(low, high)
    if dtype.kind != 'i':
        return np.subtract(high, low)
    return np.subtract(high, low, dtype=np.dtype(f'u{dtype.itemsize}'), casting='unsafe')


def _sqrt(x, range):
    return _spread(x) / np.sqrt(x.size)


def _sturges(x, range):
    return _spread(x) / (np.log2(x.size) + 1.0)


def _rice(x, range):
    return _spread(x) / (2.0 * x.size ** (1.0 / 3))


def _scott(x, range):
    return (24.0 * np.pi ** 0.5 / x.size) ** (1.0 / 3.0) * np.std(x)


def _doane(x, range):
    if x.size > 2:
        error = np.sqrt(6.0 * (x.size - 2) / ((x.size + 1.0) * (x.size + 3)))
        sigma = np.std(x)
        if sigma > 0.0:
            t = x - np.mean(x)
            t = np.true_divide(t, sigma)
            t = np.power(t, 3)
            skew = np.mean(t)
            return _spread(x) / (1.0 + np.log2(x.size) + np.log2(1.0 + np.absolute(skew) / error))
    return 0.0


def _fd(x, range):
    quartiles = np.percentile(x, [75, 25])
    return 2.0 * (quartiles[0] - quartiles[1]) * x.size ** (-1.0 / 3.0)


def _auto(x, range):
    fd, sturges = max(_fd(x, range), _sqrt(x, range) / 2), _sturges(x, range)
    return min(fd, sturges) if fd else sturges


def _stone(x, range):
    n = x.size
    spread = _spread(x)
    if n <= 1 or spread == 0:
        return 0

    def loss(count):
        width = spread / count
        shares = np._histogram(x, count, range)[0] / n
        return (2 - (n + 1) * shares.dot(shares)) / width

    most = max(100, int(np.sqrt(n)))
    best = min((loss(count), count) for count in np.arange(1, most + 1).tolist())[1]
    return spread / best


_RULES = {'stone': _stone, 'auto': _auto, 'doane': _doane, 'fd': _fd, 'rice': _rice, 'scott': _scott, 'sqrt': _sqrt,
          'sturges': _sturges}
