"""`memmap`: an array that stands for a file."""

import os

import numpy as np

__name__ = 'numpy'


class memmap(np.ndarray):
    """An array whose elements are read from a file, and written to it by `flush` and when it dies."""

    __array_priority__ = -100.0

    def __new__(subtype, filename, dtype=np.uint8, mode='r+', offset=0, shape=None, order='C'):
        modes = {'readonly': 'r', 'copyonwrite': 'c', 'readwrite': 'r+', 'write': 'w+'}
        mode = modes.get(mode, mode)
        if mode not in ('r', 'c', 'r+', 'w+'):
            valid = ['r', 'c', 'r+', 'w+'] + list(modes)
            raise ValueError(f'mode must be one of {valid!r} (got {mode!r})')
        if mode == 'w+' and shape is None:
            raise ValueError("shape must be given if mode == 'w+'")
        kind = np.dtype(dtype)
        if shape is not None:
            shape = tuple([int(length) for length in shape]) if np.ndim(shape) else (int(shape),)
        is_open = hasattr(filename, 'read')
        path = filename.name if is_open else os.fspath(filename)
        if mode == 'w+':
            number = 1
            for length in shape:
                number *= length
            with open(path, 'wb') as file:
                file.write(bytes(offset + number * kind.itemsize))
        size = os.path.getsize(path)
        if shape is None:
            if (size - offset) % kind.itemsize:
                raise ValueError('Size of the available data is not a multiple of the data-type size.')
            shape = ((size - offset) // kind.itemsize,)
        number = 1
        for length in shape:
            number *= length
        if mode == 'r+' and size < offset + number * kind.itemsize:
            with open(path, 'ab') as file:
                file.write(bytes(offset + number * kind.itemsize - size))
        elif size < offset + number * kind.itemsize:
            raise ValueError('mmap length is greater than file size')
        if size == 0 and mode != 'w+' and number == 0:
            raise ValueError('cannot mmap an empty file')
        values = np.fromfile(path, kind, number, offset=offset)
        result = values.reshape(shape, order=order).view(subtype)
        result._mmap = True
        result._owner = True
        result.offset, result.mode = offset, mode
        result.filename = filename.resolve() if hasattr(filename, 'resolve') else os.path.abspath(path)
        if mode == 'r':
            result.flags.writeable = False
        return result

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def __array_finalize__(self, obj):
        is_part = hasattr(obj, '_mmap') and np.may_share_memory(np.asarray(self), np.asarray(obj))
        for name in ('_mmap', 'filename', 'offset', 'mode'):
            setattr(self, name, getattr(obj, name, None) if is_part else None)
        self._owner = False
        self._whole = getattr(obj, '_whole', obj) if is_part else None

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        array = np.asarray(arr)
        if self is arr or type(self) is not memmap:
            return super().__array_wrap__(array, context)
        return array[()] if return_scalar else array

    def __getitem__(self, index):
        result = super().__getitem__(index)
        if type(result) is memmap and result._mmap is None:
            return np.asarray(result)
        return result

    def flush(self):
        """Writes the elements to the file."""
        owner = self if self._owner else self._whole
        if owner is None or owner.mode not in ('r+', 'w+'):
            return
        array = np.asarray(owner)
        with open(owner.filename, 'r+b') as file:
            file.seek(owner.offset)
            file.write(array.tobytes(order='F' if array.flags.f_contiguous and not array.flags.c_contiguous else 'C'))

    def __del__(self):
        if getattr(self, '_owner', False):
            self.flush()
