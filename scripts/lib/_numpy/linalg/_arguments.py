"""What the functions of linear algebra make of their arguments."""

import numpy as np
from numpy import swapaxes
from _numpy.linalg.results import LinAlgError

# The types that LAPACK takes; all computing is done in double precision.

_ndarray, _float64 = np.ndarray, np.dtype('float64')
_computed = {'float32': 'float32', 'float64': 'float64', 'complex64': 'complex64', 'complex128': 'complex128'}


def _common(*arrays):
    """The name of the type in which results of these arrays are given back."""
    is_double = False
    is_complex = False
    for a in arrays:
        dtype = a.dtype
        kind = dtype.kind
        if kind in 'biu':
            is_double = True
        elif dtype.name in _computed:
            is_complex = is_complex or kind == 'c'
            is_double = is_double or dtype.name in ('float64', 'complex128')
        else:
            raise TypeError(f'array type {dtype.name} is unsupported in linalg')
    if is_complex:
        return 'complex128' if is_double else 'complex64'
    return 'float64' if is_double else 'float32'


def _in_type(a, name):
    return a if a.dtype.name == name else a.astype(name)


_doubles = {'float32': 'float64', 'complex64': 'complex128'}


def _wide(a, name):
    """The array in double precision, where a type of single precision is named."""
    return _in_type(a, _doubles.get(name, name))


def _narrow(a, name):
    """A result of double precision in the precision of the named type."""
    if name not in _doubles or a.dtype.kind not in 'fc':
        return a
    return a.astype('complex64' if a.dtype.kind == 'c' else 'float32')


def _is_plain(a):
    """Whether this is one square matrix of float64, the commonest case, for which nothing else need be asked."""
    return type(a) is _ndarray and a.ndim == 2 and a.dtype == _float64 and a.shape[0] == a.shape[1]


def _check_2d(*arrays):
    for a in arrays:
        if a.ndim != 2:
            raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be two-dimensional')


def _check_stacked(a):
    if a.ndim < 2:
        raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be at least two-dimensional')


def _check_square(a):
    _check_stacked(a)
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError('Last 2 dimensions of the array must be square')


def _check_finite(a):
    if not np.isfinite(a).all():
        raise LinAlgError('Array must not contain infs or NaNs')


def _adjoint(a):
    a = swapaxes(a, -1, -2)
    return a.conjugate() if a.dtype.kind == 'c' else a


def _identities(shape, dtype):
    result = np.zeros(shape, dtype=dtype)
    n = shape[-1]
    index = np.arange(n)
    result[..., index, index] = 1
    return result


def _class_of(a):
    """What makes an array one of the class of `a`; nothing is done for ordinary ones."""
    if type(a) is _ndarray or not isinstance(a, _ndarray):
        return _same
    return a.__array_wrap__


def _same(result):
    return result
