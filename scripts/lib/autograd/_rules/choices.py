"""Choosing among values by conditions and numbers."""

import numpy as np
from autograd._rules._parts import _array, _cast, _check_cast, _deliver, _mask, _plain, _refuse
from autograd._rules.joining import take


def clip(a, a_min=None, a_max=None, out=None, min=None, max=None, casting='same_kind', dtype=None, where=True):
    low = a_min if a_min is not None else min
    high = a_max if a_max is not None else max
    a = _array(a)
    if dtype is not None:
        _check_cast(a.dtype, np.dtype(dtype), casting)
        a = _cast(a, dtype)
    result = a
    # What lies at a bound counts as cut off, as autograd has it. A bound of nan is the result.
    if low is not None:
        result = np.where(_plain(lambda x, y: (x <= y) | (y != y), result, low), low, result)
    if high is not None:
        result = np.where(_plain(lambda x, y: (x >= y) | (y != y), result, high), high, result)
    if where is not True:
        if out is None:
            _refuse('clip with where= and without out=')
        result = np.where(_mask(where, np.shape(result)), result, out)
    return _deliver(result if result is not a else a * 1, out)


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError('list of cases must be same length as list of conditions')
    result = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        if np.asarray(condition).dtype != bool:
            raise TypeError('invalid entry 0 in condlist: should be boolean ndarray')
        result = np.where(condition, choice, result)
    return result


def choose(a, choices, out=None, mode='raise'):
    a = np.asarray(a)
    choices = [_array(choice) for choice in choices]
    count = len(choices)
    if mode == 'raise':
        if np.any((a < 0) | (a >= count)):
            raise ValueError('invalid entry in choice array')
    elif mode not in ('wrap', 'clip'):
        raise ValueError(f"clipmode must be one of 'clip', 'raise', or 'wrap' (got '{mode}')")
    a = a % count if mode == 'wrap' else np.clip(a, 0, count - 1)
    shape = np.broadcast_shapes(a.shape, *[choice.shape for choice in choices])
    result = np.broadcast_to(choices[0], shape) * 1
    for number in range(1, count):
        result = np.where(a == number, choices[number], result)
    return _deliver(result, out)


def compress(condition, a, axis=None, out=None):
    places = np.nonzero(np.asarray(condition))[0]
    return _deliver(take(a, places, axis), out)


def ndarray_compress(self, condition, axis=None, out=None):
    return compress(condition, self, axis, out)


def extract(condition, arr):
    return np.reshape(arr, (-1,))[np.nonzero(np.reshape(np.asarray(condition), (-1,)))[0]]
