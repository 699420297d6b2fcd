"""Nested containers of arrays as one vector, and back."""

import numpy as np
import _autograd


def _parts(value, found):
    if isinstance(value, (tuple, list)):
        for item in value:
            _parts(item, found)
    elif isinstance(value, dict):
        for key in sorted(value):
            _parts(value[key], found)
    else:
        found.append(value)
    return found


def flatten(value):
    """The numbers of nested containers as a vector, and the function that makes such containers of a vector."""
    parts = _parts(value, [])
    shapes = [np.shape(part) for part in parts]
    if not parts:
        return np.zeros(0), _unflattener(value)
    if len(parts) == 1:
        return np.reshape(parts[0], (-1,)), _unflattener(value)
    return np.concatenate([np.reshape(part, (-1,)) for part in parts]), _unflattener(value)


def _unflattener(example):
    def skeleton(value):
        if isinstance(value, tuple):
            return tuple(skeleton(item) for item in value)
        if isinstance(value, list):
            return [skeleton(item) for item in value]
        if isinstance(value, dict):
            return {key: skeleton(value[key]) for key in value}
        return np.shape(value)

    plan = (skeleton(example),)

    def rebuild(value, shape, vector, place):
        if isinstance(value, tuple) and not isinstance(shape, tuple):
            raise TypeError('the containers changed')
        if isinstance(value, (tuple, list)):
            items = []
            for item, part in zip(value, shape):
                built, place = rebuild(item, part, vector, place)
                items.append(built)
            return (tuple(items) if isinstance(value, tuple) else items), place
        if isinstance(value, dict):
            items = {}
            for key in sorted(value):
                items[key], place = rebuild(value[key], shape[key], vector, place)
            return {key: items[key] for key in value}, place
        size = 1
        for length in shape:
            size *= length
        if shape == ():
            return vector[place], place + 1
        return np.reshape(vector[place:place + size], shape), place + size

    def structure(value):
        if isinstance(value, tuple):
            return tuple(structure(item) for item in value)
        if isinstance(value, list):
            return [structure(item) for item in value]
        if isinstance(value, dict):
            return {key: structure(value[key]) for key in value}
        return None

    form = structure(example)

    def unflatten(vector):
        return rebuild(form, plan[0], vector, 0)[0]

    return unflatten


def flatten_func(func, example):
    """func as a function of a vector: that, the way back, and the example as a vector."""
    flat_example, unflatten = flatten(example)

    def flat_func(vector, *args):
        return flatten(func(unflatten(vector), *args))[0]

    return flat_func, unflatten, flat_example
