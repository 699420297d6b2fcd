"""The types of elements by their kinds."""

import numpy as np

__name__ = 'numpy._core'

sctypes = {
    'int': [np.int8, np.int16, np.int32, np.int64], 'uint': [np.uint8, np.uint16, np.uint32, np.uint64],
    'float': [np.float16, np.float32, np.float64], 'complex': [np.complex64, np.complex128],
    'others': [bool, object, bytes, str, np.void]}
sctypeDict = {name: getattr(np, name) for name in (
    'bool', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'float16', 'float32', 'float64',
    'complex64', 'complex128', 'byte', 'short', 'intc', 'intp', 'long', 'longlong', 'ubyte', 'ushort', 'uintc', 'uintp',
    'ulong', 'ulonglong', 'half', 'single', 'double', 'longdouble', 'csingle', 'cdouble', 'clongdouble')}
