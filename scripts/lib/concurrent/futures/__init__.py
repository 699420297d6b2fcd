"""Calls whose results are asked for later: each is made at once."""

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError',
           'InvalidStateError', 'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor',
           'ThreadPoolExecutor']

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
TimeoutError = TimeoutError


class Error(Exception):
    """What goes wrong with calls."""


class CancelledError(Error):
    """A call that was not made."""


class InvalidStateError(Error):
    """A call that has been made already."""


class BrokenExecutor(RuntimeError):
    """What makes no more calls."""


class Future:
    """A call's result."""

    def __init__(self):
        self._state = 'PENDING'
        self._result = self._exception = None
        self._callbacks = []

    def cancel(self):
        """Whether it was not made yet."""
        if self._state == 'FINISHED':
            return False
        self._state = 'CANCELLED'
        self._tell()
        return True

    def cancelled(self):
        return self._state == 'CANCELLED'

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        return self._state in ('FINISHED', 'CANCELLED')

    def result(self, timeout=None):
        """What the call gave, or what it raised."""
        self._wait()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        """What it raised, or None."""
        self._wait()
        return self._exception

    def _wait(self):
        if self._state == 'CANCELLED':
            raise CancelledError
        if self._state != 'FINISHED':
            raise TimeoutError

    def add_done_callback(self, fn):
        """Calls a function once it is done."""
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def set_running_or_notify_cancel(self):
        if self._state == 'CANCELLED':
            return False
        self._state = 'RUNNING'
        return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._result, self._exception, self._state = result, exception, 'FINISHED'
        self._tell()

    def _tell(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)

    def __repr__(self):
        state = self._state.lower()
        if self._state == 'FINISHED':
            kind = self._exception if self._exception is not None else self._result
            verb = 'raised' if self._exception is not None else 'returned'
            return f'<Future at {id(self):#x} state={state} {verb} {type(kind).__name__}>'
        return f'<Future at {id(self):#x} state={state}>'


class Executor:
    """What makes calls."""

    _is_shut = False

    def __init__(self, max_workers=None, *args, **kwargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._max_workers = max_workers or 1
        initializer = kwargs.get('initializer')
        if initializer is not None:
            initializer(*kwargs.get('initargs', ()))

    def submit(self, fn, /, *args, **kwargs):
        """Makes a call."""
        if self._is_shut:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = Future()
        future._state = 'RUNNING'
        try:
            result = fn(*args, **kwargs)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of a function for all arguments."""
        made = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in made)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Makes no more calls."""
        self._is_shut = True

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """What makes calls in threads elsewhere."""


class ProcessPoolExecutor(Executor):
    """What makes calls in processes elsewhere."""


def as_completed(fs, timeout=None):
    """The calls as they are done."""
    yield from list(dict.fromkeys(fs))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """The calls that are done, and the others."""
    from collections import namedtuple
    kind = namedtuple('DoneAndNotDoneFutures', 'done not_done')
    fs = set(fs)
    return kind({one for one in fs if one.done()}, {one for one in fs if not one.done()})
