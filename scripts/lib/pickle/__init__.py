"""Objects as bytes."""

from pickle._reader import Unpickler, UnpicklingError
from pickle._writer import PickleError, Pickler, PicklingError

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads']

format_version = '4.0'
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class _Bytes:
    """A file in memory that is only written."""

    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The bytes of an object."""
    file = _Bytes()
    Pickler(file, protocol).dump(obj)
    return b''.join(file.parts)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the bytes of an object to a file."""
    Pickler(file, protocol).dump(obj)


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
    """The object of bytes."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(None, encoding=encoding, errors=errors)._load(bytes(data))


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
    """Reads an object from a file."""
    return Unpickler(file, encoding=encoding, errors=errors).load()
