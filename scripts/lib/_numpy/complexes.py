"""Complex numbers and whether something is one."""

import numpy as np

__name__ = 'numpy'


def angle(z, deg=False):
    """Return the angle of complex numbers in radians, or in degrees."""
    z = np.asanyarray(z)
    if z.dtype.kind == 'c':
        result = np.arctan2(z.imag, z.real)
    else:
        result = np.arctan2(0.0, z)
    if deg:
        result = result * (180 / np.pi)
    return result


def iscomplexobj(x):
    """Whether the type of a number or of an array's elements is complex."""
    return np.asarray(x).dtype.kind == 'c'


def isrealobj(x):
    """Whether the type of a number or of an array's elements is not complex."""
    return not iscomplexobj(x)


def iscomplex(x):
    """Whether each element has an imaginary part other than zero."""
    array = np.asanyarray(x)
    if array.dtype.kind == 'c':
        return array.imag != 0
    result = np.zeros(array.shape, bool)
    return result[()]


def isreal(x):
    """Whether each element has no imaginary part."""
    return np.imag(x) == 0


def real_if_close(a, tol=100):
    """Return complex numbers as real ones where all imaginary parts are close to zero."""
    a = np.asanyarray(a)
    if a.dtype.kind != 'c':
        return a
    if tol > 1:
        tol = np.finfo(a.dtype.type).eps * tol
    if np.all(np.absolute(a.imag) < tol):
        a = a.real
    return a


def sort_complex(a):
    """Return a sorted copy as complex numbers."""
    b = np.array(a, copy=True)
    b.sort()
    if b.dtype.kind != 'c':
        return b.astype('F' if b.dtype.char in 'bhBH' else 'D')
    return b


def common_type(*arrays):
    """Return the float or complex type that holds the elements of all arrays."""
    is_complex = False
    precision = 0
    for array in arrays:
        dtype = np.asarray(array).dtype
        if dtype.kind == 'c':
            is_complex = True
        if dtype.kind in 'iu':
            size = 2
        elif dtype.kind in 'fc':
            size = {'e': 0, 'f': 1, 'd': 2, 'F': 1, 'D': 2}[dtype.char]
        else:
            raise TypeError("can't get common type for non-numeric array")
        precision = max(precision, size)
    if is_complex:
        return [np.complex64, np.complex64, np.complex128][precision]
    return [np.float16, np.float32, np.float64][precision]


def isdtype(dtype, kind):
    """Whether a dtype is of a kind: a dtype, 'bool', 'integral', 'real floating', 'complex floating', 'numeric'."""
    if not isinstance(dtype, np.dtype) and not (isinstance(dtype, type) and issubclass(dtype, np.generic)):
        raise TypeError(f'dtype argument must be a NumPy dtype, but it is a {type(dtype)}.')
    dtype = np.dtype(dtype)
    kinds = {
        'bool': 'b', 'signed integer': 'i', 'unsigned integer': 'u', 'integral': 'iu', 'real floating': 'f',
        'complex floating': 'c', 'numeric': 'iufc',
    }
    for one in kind if isinstance(kind, tuple) else (kind,):
        if isinstance(one, str):
            if one not in kinds:
                raise ValueError(f'kind argument is a string, but {one!r} is not a known kind name.')
            if dtype.kind in kinds[one]:
                return True
        elif dtype == np.dtype(one):
            return True
    return False
