"""Streams of random numbers, and shuffled arrays."""

import numpy as np


def check_random_state(seed):
    """Return the stream that a seed stands for: NumPy's own for None, one of its own for an integer, or itself."""
    if seed is None or seed is np.random:
        return np.random
    if isinstance(seed, (int, np.integer)):
        return np.random.RandomState(seed)
    if hasattr(seed, 'shuffle'):
        return seed
    raise ValueError(f'{seed!r} cannot be used to seed a numpy.random.RandomState instance')


def shuffle(*arrays, random_state=None, n_samples=None):
    """Return arrays whose rows are in the same random order."""
    stream = check_random_state(random_state)
    order = np.arange(len(arrays[0]))
    stream.shuffle(order)
    order = order[:n_samples]
    results = [one[order] if isinstance(one, np.ndarray) else [one[place] for place in order] for one in arrays]
    return results[0] if len(results) == 1 else results
