"""The powers of numbers and interpolation."""

import numpy as np
from autograd._rules._parts import _array, _cast, _plain, _refuse


def vander(x, N=None, increasing=False):
    x = _array(x)
    x = _cast(x, np.promote_types(x.dtype, int))
    if x.ndim != 1:
        raise ValueError('x must be a one-dimensional array or sequence.')
    count = len(x) if N is None else N
    powers = range(count) if increasing else range(count - 1, -1, -1)
    return np.stack([x ** float(power) if power else np.ones_like(x) for power in powers], axis=-1)


def _interp(x, xp, fp, left=None, right=None, period=None):
    if period is not None:
        _refuse('interp with period=')
    x, xp, fp = _array(x), _array(xp), _array(fp)
    if x.dtype.kind == 'c' or xp.dtype.kind == 'c':
        return _plain(np._interp, x, xp, fp, left, right)
    place = _plain(lambda a, b: np.clip(np.searchsorted(b, a, side='right') - 1, 0, len(b) - 2), x, xp)
    low, high = xp[place], xp[place + 1]
    part = (x - low) / (high - low)
    result = fp[place] * (1.0 - part) + fp[place + 1] * part
    below, above = _plain(lambda a, b: (a < b[0], a > b[-1]), x, xp)
    result = np.where(below, fp[0] if left is None else left, result)
    return np.where(above, fp[-1] if right is None else right, result)
