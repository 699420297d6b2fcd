"""Functions beyond their domains of real numbers."""

import numpy as np

__name__ = 'numpy.lib.scimath'


def _complex_where(test, *args):
    """The arrays, as complex numbers where the test holds of some element of the first."""
    arrays = [np.asarray(one) for one in args]
    if arrays[0].dtype.kind != 'c' and np.any(test(arrays[0])):
        arrays[0] = arrays[0].astype(np.complex64 if arrays[0].dtype in (np.float16, np.float32) else np.complex128)
    return [one[()] if one.ndim == 0 else one for one in arrays]


def _negative(x):
    return (x < 0)


def _beyond_one(x):
    return abs(x) > 1


def sqrt(x):
    """Return the square root; of negative numbers a complex one."""
    return np.sqrt(*_complex_where(_negative, x))


def log(x):
    """Return the natural logarithm; of negative numbers a complex one."""
    return np.log(*_complex_where(_negative, x))


def log10(x):
    """Return the logarithm to base 10; of negative numbers a complex one."""
    return np.log10(*_complex_where(_negative, x))


def log2(x):
    """Return the logarithm to base 2; of negative numbers a complex one."""
    return np.log2(*_complex_where(_negative, x))


def logn(n, x):
    """Return the logarithm to base n; of negative numbers a complex one."""
    return np.log(*_complex_where(_negative, x)) / np.log(*_complex_where(_negative, n))


def power(x, p):
    """Return x to the power p; negative numbers become complex."""
    x, = _complex_where(_negative, x)
    if np.any(np.asarray(p) < 0) and np.asarray(p).dtype.kind in 'iu':
        p = p * 1.0
    return np.power(x, p)


def arccos(x):
    """Return the angle with a cosine; beyond -1 and 1 a complex one."""
    return np.arccos(*_complex_where(_beyond_one, x))


def arcsin(x):
    """Return the angle with a sine; beyond -1 and 1 a complex one."""
    return np.arcsin(*_complex_where(_beyond_one, x))


def arctanh(x):
    """Return the number with a hyperbolic tangent; beyond -1 and 1 a complex one."""
    return np.arctanh(*_complex_where(_beyond_one, x))
