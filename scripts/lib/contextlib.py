"""Helpers for `with`."""

import sys
from functools import wraps

__all__ = ['AbstractContextManager', 'ContextDecorator', 'ExitStack', 'contextmanager', 'closing', 'nullcontext',
           'redirect_stdout', 'redirect_stderr', 'suppress', 'chdir', 'aclosing', 'asynccontextmanager']


def __getattr__(name):
    if name in ('AbstractContextManager', 'AbstractAsyncContextManager'):
        _make_abstract_managers()
        return globals()[name]
    raise AttributeError(f"module 'contextlib' has no attribute {name!r}")


def _make_abstract_managers():
    """The classes that need `abc`, made when one of them is asked for."""
    global AbstractContextManager, AbstractAsyncContextManager
    from abc import ABC, abstractmethod
    from collections.abc import _defines

    class AbstractContextManager(ABC):
        """The base class of context managers."""

        def __enter__(self):
            return self

        @abstractmethod
        def __exit__(self, exc_type, exc_value, traceback):
            return None

        @classmethod
        def __subclasshook__(cls, C):
            if cls is AbstractContextManager:
                return _defines(C, '__enter__', '__exit__')
            return NotImplemented

    class AbstractAsyncContextManager(ABC):
        """The base class of the context managers of coroutines."""

        @abstractmethod
        def __aexit__(self, exc_type, exc_value, traceback):
            return None

        @classmethod
        def __subclasshook__(cls, C):
            if cls is AbstractAsyncContextManager:
                return _defines(C, '__aenter__', '__aexit__')
            return NotImplemented


class ContextDecorator:
    """Lets a context manager be used as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def within(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return wraps(func)(within)


_ended = object()


class _GeneratorContextManager(ContextDecorator):
    """A context manager that runs a generator up to its `yield`, and on from there."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        # What is only needed to begin again lives no longer than that.
        del self.func, self.args, self.kwds
        given = next(self.gen, _ended)
        if given is _ended:
            raise RuntimeError("generator didn't yield")
        return given

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _ended) is not _ended:
                raise RuntimeError("generator didn't stop")
            return False
        thrown = typ() if value is None else value
        try:
            self.gen.throw(thrown)
        except BaseException as raised:
            if isinstance(raised, StopIteration):
                return raised is not thrown
            # A StopIteration thrown in comes out wrapped.
            wrapped = isinstance(raised, RuntimeError) and isinstance(thrown, StopIteration)
            if raised is thrown or wrapped and raised.__cause__ is thrown:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""
    def manager(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return wraps(func)(manager)


def asynccontextmanager(func):
    raise NotImplementedError('asynchronous context managers are not supported')


class closing:
    """Calls `close()` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


aclosing = closing


class nullcontext:
    """A context manager that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class suppress:
    """Ends the block quietly when one of these exceptions is raised in it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class _Redirect:
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    """Sends what is printed to another file."""

    _stream = 'stdout'


class redirect_stderr(_Redirect):
    """Sends standard error to another file."""

    _stream = 'stderr'


class chdir:
    """Changes the working directory for the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


def _continue_chain(new, old, handled):
    """Puts the exception that was on its way into a new one's chain of contexts, for the one handled outside."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is handled:
            break
        new = context
    new.__context__ = old


class ExitStack:
    """Context managers and callbacks that are ended together, the last one first."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """Moves everything to a new stack."""
        new = type(self)()
        new._exits, self._exits = self._exits, []
        return new

    def push(self, exit):
        """Adds a context manager that was entered already, or a function like `__exit__`."""
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._exits.append(exit)
        else:
            self._exits.append(lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        """Enters a context manager and returns what it gives."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                            'not support the context manager protocol') from None
        result = enter(cm)
        self._exits.append(lambda *details: leave(cm, *details))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to be called."""
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        self._exits.append(leave)
        return callback

    def close(self):
        """Ends everything now."""
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        received = details[0] is not None
        handled = sys.exc_info()[1]
        pending = False
        suppressed = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(*details):
                    suppressed = True
                    pending = False
                    details = (None, None, None)
            except BaseException as exc:
                _continue_chain(exc, details[1], handled)
                details = (type(exc), exc, getattr(exc, '__traceback__', None))
                pending = True
        if pending:
            error = details[1]
            context = error.__context__
            try:
                raise error
            finally:
                error.__context__ = context
                error = None
        return received and suppressed
