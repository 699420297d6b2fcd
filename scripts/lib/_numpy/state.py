"""How floating-point errors and printing behave, for a time."""

import contextlib

import _numpy_state
import numpy as np

__name__ = 'numpy'

_MODES = ('ignore', 'warn', 'raise', 'call', 'print', 'log')


def geterr():
    """Return what becomes of floating-point errors, by kind."""
    divide, over, under, invalid, _ = _numpy_state.modes()
    return {'divide': divide, 'over': over, 'under': under, 'invalid': invalid}


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Set what becomes of floating-point errors: 'ignore', 'warn', 'raise', 'call', 'print' or 'log'. Returns what it
    was."""
    old = geterr()
    given = [all if mode is None else mode for mode in (divide, over, under, invalid)]
    names = ('divide', 'over', 'under', 'invalid')
    for mode in given:
        if mode is not None and mode not in _MODES:
            raise ValueError(f'invalid error mode {mode!r}')
    modes = [old[name] if mode is None else mode for name, mode in zip(names, given)]
    _numpy_state.set_modes(*modes, _numpy_state.modes()[4])
    return old


def geterrcall():
    """Return the function or object that `seterrcall` was told."""
    return _numpy_state.modes()[4]


def seterrcall(func):
    """Set the function that the mode 'call' calls, or the object that 'log' writes to. Returns the old one."""
    if func is not None and not callable(func) and not callable(getattr(func, 'write', None)):
        raise TypeError('python object must be callable or have a callable write method')
    modes = _numpy_state.modes()
    _numpy_state.set_modes(*modes[:4], func)
    return modes[4]


def getbufsize():
    """Return the size of the buffers of ufuncs."""
    return _buffer[0]


def setbufsize(size):
    """Set the size of the buffers of ufuncs, which nothing depends on. Returns the old one."""
    if size < 0:
        raise ValueError('buffer size must be non-negative')
    old = _buffer[0]
    _buffer[0] = size
    return old


_buffer = [8192]
_unset = object()


class errstate(contextlib.ContextDecorator):
    """What becomes of floating-point errors inside a `with`."""

    def __init__(self, *, call=_unset, all=None, divide=None, over=None, under=None, invalid=None):
        self._call = call
        self._modes = {'all': all, 'divide': divide, 'over': over, 'under': under, 'invalid': invalid}

    def _recreate_cm(self):
        return errstate(call=self._call, **self._modes)

    def __enter__(self):
        self._old, self._size = _numpy_state.modes(), getbufsize()
        seterr(**self._modes)
        if self._call is not _unset:
            seterrcall(self._call)

    def __exit__(self, *problem):
        _numpy_state.set_modes(*self._old)
        setbufsize(self._size)


@contextlib.contextmanager
def printoptions(*args, **kwargs):
    """The print options inside a `with`."""
    old = np.get_printoptions()
    try:
        np.set_printoptions(*args, **kwargs)
        yield np.get_printoptions()
    finally:
        np.set_printoptions(**old)
