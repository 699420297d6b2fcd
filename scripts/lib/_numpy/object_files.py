"""Arrays of objects in NumPy's files: pickled as NumPy pickles them, so that each reads the other's."""

import pickle

import numpy as np

__name__ = 'numpy'


def _object_bytes(a):
    """A file's bytes in two parts."""
    text = f"{{'descr': '|O', 'fortran_order': False, 'shape': {a.shape!r}, }}"
    text += ' ' * (-(len(text) + 11) % 64) + '\n'
    header = b'\x93NUMPY\x01\x00' + len(text).to_bytes(2, 'little') + text.encode('latin1')
    # The second protocol has no frames, so that the list can stand inside.
    shape = pickle.dumps(a.shape, 2)[2:-1]
    items = pickle.dumps(a.reshape(-1).tolist(), 2)[2:-1]
    return header, b''.join((
        b'\x80\x03cnumpy._core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85C\x01b\x87R(K\x01', shape,
        b'cnumpy\ndtype\nX\x02\x00\x00\x00O8\x89\x88\x87R(K\x03X\x01\x00\x00\x00|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xff'
        b'K?tb\x89', items, b'tb.'))


class _Array:
    """An array that is being read."""

    def __init__(self, *parts):
        self.array = None

    def __setstate__(self, state):
        _, shape, dtype, is_fortran, data = state
        kind = dtype.dtype if isinstance(dtype, _DType) else dtype
        if isinstance(data, list):
            result = np.empty(len(data), dtype=object)
            for place, value in enumerate(data):
                result[place] = _finished(value)
        else:
            result = np.frombuffer(data, kind).copy()
        self.array = result.reshape(shape, order='F' if is_fortran else 'C')


class _DType:
    """A dtype that is being read."""

    def __init__(self, text, *flags):
        self.dtype = np.dtype(object if text == 'O8' else text)

    def __setstate__(self, state):
        if len(state) > 1 and state[1] in ('<', '>') and self.dtype.kind in 'iufcU':
            self.dtype = self.dtype.newbyteorder(state[1])


def _scalar(dtype, data):
    return np.frombuffer(data, dtype.dtype if isinstance(dtype, _DType) else dtype)[0]


def _finished(value):
    """What was read, arrays in place of what stood for them."""
    if isinstance(value, _Array):
        return value.array
    if isinstance(value, _DType):
        return value.dtype
    if type(value) is list:
        return [_finished(item) for item in value]
    if type(value) is tuple:
        return tuple([_finished(item) for item in value])
    if type(value) is dict:
        return {key: _finished(item) for key, item in value.items()}
    return value


class _Reader(pickle.Unpickler):
    def find_class(self, module, name):
        if module.startswith(('numpy._core.', 'numpy.core.')) or module == 'numpy':
            found = {'_reconstruct': _Array, 'dtype': _DType, 'scalar': _scalar, 'ndarray': np.ndarray}.get(name)
            if found is not None:
                return found
        if module == '_numpy.pickling':
            made = super().find_class(module, name)
            return lambda *parts: made(*[_finished(part) for part in parts])
        return super().find_class(module, name)


def _read_objects(stream, shape):
    """The array that is pickled in a file behind its header."""
    result = _finished(_Reader(stream).load())
    return result.reshape(shape) if isinstance(result, np.ndarray) else result
