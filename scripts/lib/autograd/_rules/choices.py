"""Choosing among values by conditions and numbers."""

import numpy as np
from autograd._rules._parts import _array, _deliver, _plain
from autograd._rules.joining import take


def clip(a, a_min=None, a_max=None, out=None, min=None, max=None, **_):
    low = a_min if a_min is not None else min
    high = a_max if a_max is not None else max
    a = _array(a)
    result = a
    # On a bound the bound is the result, as in autograd.
    if low is not None:
        result = np.where(_plain(lambda x, y: x <= y, result, low), low, result)
    if high is not None:
        result = np.where(_plain(lambda x, y: x >= y, result, high), high, result)
    return _deliver(result * 1.0, out)


def select(condlist, choicelist, default=0, **_):
    result = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        result = np.where(condition, choice, result)
    return result


def choose(a, choices, out=None, mode='raise', **_):
    numbers = np.asarray(a)
    if mode == 'clip':
        numbers = np.clip(numbers, 0, len(choices) - 1)
    elif mode == 'wrap':
        numbers = numbers % len(choices)
    elif np.any((numbers < 0) | (numbers >= len(choices))):
        raise ValueError('invalid entry in choice array')
    result = choices[0]
    for number in range(1, len(choices)):
        result = np.where(numbers == number, choices[number], result)
    return _deliver(result, out)


def compress(condition, a, axis=None, out=None, **_):
    places = np.nonzero(np.asarray(condition))[0]
    return _deliver(take(a, places, axis), out)


def ndarray_compress(self, condition, axis=None, **_):
    return compress(condition, self, axis)


def extract(condition, arr, **_):
    return np.reshape(arr, (-1,))[np.nonzero(np.reshape(np.asarray(condition), (-1,)))[0]]


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None, **_):
    x = _array(x)
    fixed = _plain(np.nan_to_num, x, nan=nan, posinf=posinf, neginf=neginf)
    return np.where(_plain(np.isfinite, x), x, fixed)
