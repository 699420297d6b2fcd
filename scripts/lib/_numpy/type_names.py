"""Names of types, and the types by their letters."""

import numpy as np

__name__ = 'numpy'

typecodes = {
    'Character': 'c', 'Integer': 'bhilqnp', 'UnsignedInteger': 'BHILQNP', 'Float': 'efd', 'Complex': 'FD',
    'AllInteger': 'bBhHiIlLqQnNpP', 'AllFloat': 'efdFD', 'All': '?bhilqnpBHILQNPefdFDSUVO',
}
ScalarType = (
    int, float, complex, bool, bytes, str, np.bool, np.complex64, np.complex128, np.float16, np.float32, np.float64,
    np.int8, np.int16, np.int32, np.int64, np.object_, np.bytes_, np.str_, np.uint8, np.uint16, np.uint32, np.uint64,
    np.void)
sctypeDict = {
    one.__name__: one for one in ScalarType if one.__module__ == 'numpy'
} | {letter: np.dtype(letter).type for letter in '?bhilqnpBHILQNPefdFDO'} | {
    'float': np.float64, 'int': np.int64, 'complex': np.complex128, 'double': np.float64, 'single': np.float32,
    'half': np.float16, 'long': np.int64, 'ulong': np.uint64, 'byte': np.int8, 'ubyte': np.uint8, 'short': np.int16,
    'ushort': np.uint16, 'intc': np.int32, 'uintc': np.uint32, 'intp': np.int64, 'uintp': np.uint64}

_names = {
    'S1': 'character', '?': 'bool', 'b': 'signed char', 'B': 'unsigned char', 'h': 'short', 'H': 'unsigned short',
    'i': 'integer', 'I': 'unsigned integer', 'l': 'long integer', 'L': 'unsigned long integer',
    'q': 'long long integer', 'Q': 'unsigned long long integer', 'f': 'single precision', 'd': 'double precision',
    'g': 'long precision', 'F': 'complex single precision', 'D': 'complex double precision',
    'G': 'complex long double precision', 'S': 'string', 'U': 'unicode', 'V': 'void', 'O': 'object'}


def typename(char):
    """Return what a type's letter stands for."""
    return _names[char]


def mintypecode(typechars, typeset='GDFgdf', default='d'):
    """Return the letter of the smallest type that holds several."""
    letters = {one if isinstance(one, str) else np.asarray(one).dtype.char for one in typechars}
    chosen = [one for one in letters if one in typeset]
    if not chosen:
        return default
    if 'F' in chosen and 'd' in chosen:
        return 'D'
    return min(chosen, key='GDFgdf'.index)


def _is_number(value):
    import numbers
    return isinstance(value, numbers.Number)


def _is_subclass(first, second):
    """`issubdtype` of an abstract type."""
    return issubclass(first, second if isinstance(second, type) else np.dtype(second).type)
