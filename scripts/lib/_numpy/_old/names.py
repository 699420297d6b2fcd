"""What NumPy has given up without another function in its place."""

import numpy as np

__name__ = 'numpy'

NINF = -np.inf
PZERO = 0.0
NZERO = -0.0


def asfarray(a, dtype=np.float64):
    """Return an array of floats."""
    if not np.issubdtype(dtype, np.inexact):
        dtype = np.float64
    return np.asarray(a, dtype=dtype)


def msort(a):
    """Return a copy that is sorted along the first axis."""
    return np.sort(a, axis=0)


def asscalar(a):
    """Return the only element of an array as a Python number."""
    return a.item()


def alen(a):
    """Return the length of the first axis."""
    try:
        return len(a)
    except TypeError:
        return len(np.array(a, ndmin=1))


def disp(mesg, device=None, linefeed=True):
    """Write a text to a stream."""
    import sys
    device = device or sys.stdout
    device.write(str(mesg) + '\n' * bool(linefeed))
    device.flush()


def find_common_type(array_types, scalar_types):
    """Return the dtype that holds all of these."""
    return np.result_type(*array_types, *scalar_types)


def issubclass_(arg1, arg2):
    """Whether a class derives from another; False for what is no class."""
    try:
        return issubclass(arg1, arg2)
    except TypeError:
        return False


def issctype(rep):
    """Whether something stands for a type of scalars."""
    try:
        return rep is not object and issubclass(np.dtype(rep).type, np.generic)
    except TypeError:
        return False
