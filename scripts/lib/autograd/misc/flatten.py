"""Nested containers of arrays as one vector, and back."""

import numpy as np
from autograd._containers import leaves, replaced


def flatten(value):
    """The numbers of nested containers as a vector, and the function that makes such containers of a vector.

    >>> vector, unflatten = flatten({'w': np.array([1.0, 2.0]), 'b': 3.0})
    >>> vector
    array([3., 1., 2.])
    >>> unflatten(vector * 2)
    {'w': array([2., 4.]), 'b': np.float64(6.0)}
    """
    parts = leaves(value, sorted)
    form = replaced(value, iter([None] * len(parts)), sorted)
    shapes = [np.shape(part) for part in parts]
    sizes = [np.size(part) for part in parts]

    def unflatten(vector):
        def pieces():
            place = 0
            for shape, size in zip(shapes, sizes):
                yield np.reshape(vector[place:place + size], shape) if shape else vector[place]
                place += size
        return replaced(form, pieces(), sorted)

    if not parts:
        return np.zeros(0), unflatten
    rows = [np.reshape(part, (-1,)) for part in parts]
    return rows[0] if len(rows) == 1 else np.concatenate(rows), unflatten


def flatten_func(func, example):
    """func as a function of a vector: that, the way back, and the example as a vector."""
    flat_example, unflatten = flatten(example)

    def flat_func(vector, *args):
        return flatten(func(unflatten(vector), *args))[0]

    return flat_func, unflatten, flat_example
