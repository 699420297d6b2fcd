"""Processes, one after the other: each is a call that is made when it is started, in this one."""

import os
from queue import Queue as _Queue
from threading import (Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread as _Thread,
                       current_thread as _current)

__all__ = ['Array', 'AuthenticationError', 'Barrier', 'BoundedSemaphore', 'Condition', 'Event', 'JoinableQueue', 'Lock',
           'Manager', 'Pipe', 'Pool', 'Process', 'ProcessError', 'Queue', 'RLock', 'Semaphore', 'SimpleQueue',
           'TimeoutError', 'Value', 'active_children', 'cpu_count', 'current_process', 'freeze_support', 'get_context',
           'get_start_method', 'set_start_method']


class ProcessError(Exception):
    """What goes wrong with processes."""


class TimeoutError(ProcessError):
    """A wait that took too long."""


class AuthenticationError(ProcessError):
    """A wrong key."""


class Process(_Thread):
    """What is to be done in another process elsewhere."""

    exitcode = None
    pid = property(lambda self: os.getpid())

    def start(self):
        """Runs it."""
        daemon, self.daemon = self.daemon, False
        super().start()
        self.daemon = daemon
        self.exitcode = 0

    def terminate(self):
        """Ends it: it has ended."""

    kill = close = terminate


def cpu_count():
    """How many processors there are."""
    return os.cpu_count()


def current_process():
    """The process that runs."""
    return _current()


def active_children():
    """The processes that have not ended."""
    return []


def freeze_support():
    """Accepted."""


def get_start_method(allow_none=False):
    return 'fork'


def set_start_method(method, force=False):
    """Accepted."""


def get_context(method=None):
    """What makes processes: this module."""
    import sys
    return sys.modules[__name__]


class Queue(_Queue):
    """A queue between processes."""

    def close(self):
        pass

    join_thread = cancel_join_thread = close


class JoinableQueue(Queue):
    """The same, whose end can be waited for."""


SimpleQueue = Queue


class Value:
    """A number that processes share."""

    def __init__(self, typecode_or_type, *args, lock=True):
        self.value = args[0] if args else 0
        self._lock = RLock()

    def get_lock(self):
        return self._lock

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    """Numbers that processes share."""
    made = [0] * size_or_initializer if isinstance(size_or_initializer, int) else list(size_or_initializer)
    return _Array(made)


class _Array(list):

    def get_lock(self):
        return RLock()


class _Connection:

    def __init__(self, sent, received):
        self._sent, self._received = sent, received

    def send(self, obj):
        self._sent.append(obj)

    def recv(self):
        if not self._received:
            raise EOFError
        return self._received.pop(0)

    def poll(self, timeout=0.0):
        return bool(self._received)

    def close(self):
        pass


def Pipe(duplex=True):
    """Two ends of a line."""
    there, back = [], []
    return _Connection(there, back), _Connection(back, there)


class Manager:
    """What makes objects that processes share."""

    def dict(self, *args, **kwargs):
        return dict(*args, **kwargs)

    def list(self, *args):
        return list(*args)

    def Queue(self, maxsize=0):
        return Queue(maxsize)

    def Value(self, typecode, value):
        return Value(typecode, value)

    def Array(self, typecode, sequence):
        return Array(typecode, sequence)

    def Lock(self):
        return Lock()

    def Event(self):
        return Event()

    def Namespace(self, **kwargs):
        from types import SimpleNamespace
        return SimpleNamespace(**kwargs)

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class _Result:

    def __init__(self, value=None, error=None):
        self._value, self._error = value, error

    def get(self, timeout=None):
        if self._error is not None:
            raise self._error
        return self._value

    def wait(self, timeout=None):
        pass

    def ready(self):
        return True

    def successful(self):
        return self._error is None


class Pool:
    """What makes calls in processes elsewhere."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        if processes is not None and processes < 1:
            raise ValueError('Number of processes must be at least 1')
        self._processes = processes or os.cpu_count()
        self._is_closed = False
        if initializer is not None:
            initializer(*initargs)

    def _check(self):
        if self._is_closed:
            raise ValueError('Pool not running')

    def apply(self, func, args=(), kwds={}):
        """The result of a call."""
        self._check()
        return func(*args, **kwds)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """The same, asked for later."""
        self._check()
        try:
            value = func(*args, **kwds)
        except Exception as error:
            if error_callback is not None:
                error_callback(error)
            return _Result(error=error)
        if callback is not None:
            callback(value)
        return _Result(value)

    def map(self, func, iterable, chunksize=None):
        """The results of a function for all arguments."""
        self._check()
        return [func(item) for item in iterable]

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self.apply_async(self.map, (func, iterable), {}, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """The same, of several arguments each."""
        self._check()
        return [func(*item) for item in iterable]

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self.apply_async(self.starmap, (func, iterable), {}, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        """The same, one after the other."""
        self._check()
        return map(func, iterable)

    imap_unordered = imap

    def close(self):
        """Makes no more calls."""
        self._is_closed = True

    terminate = close

    def join(self):
        """Waits for the calls."""
        if not self._is_closed:
            raise ValueError('Pool is still running')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.terminate()
