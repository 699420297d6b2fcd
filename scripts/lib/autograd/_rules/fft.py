"""Discrete Fourier transforms."""

import numpy as np
import _autograd
from autograd._rules._parts import _plain


def _to_length(a, length):
    """The array with its last axis cut, or continued with zeros, to a length."""
    own = np.shape(a)[-1]
    if own >= length:
        return a[..., :length]
    return np.concatenate([a, np.zeros(np.shape(a)[:-1] + (length - own,))], axis=-1)


def _fourier_transform(a, n, inverse, scale, form, single):
    import _fourier
    own = np.shape(a)[-1]

    def back(g):
        if form == 1:
            g = _to_length(g, n)
        whole = _fourier.transform(g, n, inverse, scale, 0, False)
        if form == 2:
            half = n // 2 + 1
            twice = np.full(half, 2.0)
            twice[0] = 1.0
            if n % 2 == 0:
                twice[-1] = 1.0
            whole = whole[..., :half] * twice
        return (_to_length(whole, own),)
    return _autograd.record(_plain(_fourier.transform, a, n, inverse, scale, form, single), (a,), back)
