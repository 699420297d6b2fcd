"""Threads, one after the other: each runs to its end when it is started; daemons, which may have no end, once somebody
waits for them."""

import sys
import time as _time
from itertools import count as _count

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'get_native_id']

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_numbers = _count(1)
_running = []


class BrokenBarrierError(RuntimeError):
    """A barrier that nobody can pass."""


def _stuck(what):
    raise RuntimeError(f'{what} would wait for ever: threads run one after the other here')


class _Lock:
    """What one thread holds at a time."""

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; whether it was free."""
        if self._held:
            if blocking and timeout < 0:
                _stuck('Lock.acquire()')
            return False
        self._held = True
        return True

    def release(self):
        """Gives it back."""
        if not self._held:
            raise RuntimeError('release unlocked lock')
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = 'locked' if self._held else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


def Lock():
    """A lock."""
    return _Lock()


class _RLock:
    """What its holder may take again."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock once more."""
        self._count += 1
        return True

    def release(self):
        """Gives it back once."""
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1

    def _is_owned(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


def RLock():
    """A lock that its holder may take again."""
    return _RLock()


class Condition:
    """A lock with something to wait for."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._notified = 0

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def wait(self, timeout=None):
        """Waits until it is notified."""
        _run_waiting()
        if not self._notified:
            if timeout is None:
                _stuck('Condition.wait()')
            return False
        self._notified -= 1
        return True

    def wait_for(self, predicate, timeout=None):
        """Waits until something is true."""
        result = predicate()
        if not result:
            _run_waiting()
            result = predicate()
            if not result and timeout is None:
                _stuck('Condition.wait_for()')
        return result

    def notify(self, n=1):
        """Wakes some that wait."""
        self._notified += n

    def notify_all(self):
        """Wakes all that wait."""
        self._notified = sys.maxsize


class Semaphore:
    """What so many may hold at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        """Takes one; whether there was one."""
        if not self._value:
            if blocking and timeout is None:
                _stuck('Semaphore.acquire()')
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Gives some back."""
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """The same, of which no more may be given back than were taken."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        """Gives some back."""
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class Event:
    """Something that happens once."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        """Whether it has happened."""
        return self._flag

    isSet = is_set

    def set(self):
        """Says that it has happened."""
        self._flag = True

    def clear(self):
        """Says that it has not."""
        self._flag = False

    def wait(self, timeout=None):
        """Waits until it has happened."""
        if not self._flag:
            _run_waiting()
            if not self._flag:
                if timeout is None:
                    _stuck('Event.wait()')
                _time.sleep(timeout)
        return self._flag


class Barrier:
    """Where threads wait for each other: none of them needs to here."""

    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self._action = action
        self.n_waiting = 0
        self.broken = False

    def wait(self, timeout=None):
        """Waits until all are here."""
        if self.broken:
            raise BrokenBarrierError
        place = self.n_waiting
        self.n_waiting = (self.n_waiting + 1) % self.parties
        if not self.n_waiting and self._action:
            self._action()
        return place

    def reset(self):
        self.n_waiting = 0

    def abort(self):
        self.broken = True


class local:
    """Attributes of one's own in each thread."""

    def _own(self):
        return current_thread().__dict__.setdefault('_locals', {}).setdefault(id(self), {})

    def __getattribute__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__getattribute__(self, '_own')()[name] = value

    def __delattr__(self, name):
        try:
            del object.__getattribute__(self, '_own')()[name]
        except KeyError:
            raise AttributeError(name) from None


class ExceptHookArgs(tuple):
    """What an uncaught exception's hook gets."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Prints the exception that has ended a thread."""
    if args.exc_type is SystemExit:
        return
    import traceback
    print(f'Exception in thread {args.thread.name}:', file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


class Thread:
    """What is to be done beside the rest."""

    _started = _done = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            name = f'Thread-{next(_numbers)}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self.name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.daemon = current_thread().daemon if daemon is None else daemon
        self.ident = None

    native_id = property(lambda self: self.ident)

    def start(self):
        """Runs it, or lets it wait where it is a daemon."""
        self._set_out()
        if self.daemon:
            _waiting.append(self)
        else:
            self._perform()

    def _set_out(self):
        if self._started:
            raise RuntimeError('threads can only be started once')
        self._started = True
        self.ident = id(self)

    def _perform(self):
        _running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except Exception:
            excepthook(ExceptHookArgs((*sys.exc_info(), self)))
        finally:
            _running.pop()
            self._done = True

    def run(self):
        """What it does."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        """Waits for its end."""
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self in _waiting:
            _waiting.remove(self)
            self._perform()

    def is_alive(self):
        """Whether it has begun and not ended."""
        return self._started and not self._done

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = 'stopped' if self._done else 'started' if self._started else 'initial'
        daemon = ' daemon' if self.daemon else ''
        ident = f' {self.ident}' if self.ident is not None else ''
        return f'<{type(self).__name__}({self.name}, {state}{daemon}{ident})>'


class Timer(Thread):
    """Does something after a while."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Lets it be."""
        self.finished.set()

    def start(self):
        """Waits until the program ends, or somebody waits for it."""
        self._set_out()
        self._begun = _time.monotonic()
        _waiting.append(self)
        import atexit
        atexit.register(self.join)

    def run(self):
        if not self.finished.is_set():
            left = self._begun + self.interval - _time.monotonic()
            if left > 0:
                _time.sleep(left)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    pass


_waiting = []
_main = object.__new__(_MainThread)
_main.__dict__.update(name='MainThread', daemon=False, ident=1, _started=True)


def _run_waiting():
    """Lets those run that wait for somebody to wait."""
    while _waiting:
        _waiting.pop(0)._perform()


def current_thread():
    """The thread that runs."""
    return _running[-1] if _running else _main


def main_thread():
    """The program's own thread."""
    return _main


def enumerate():
    """The threads that have not ended."""
    return [_main, *_running, *_waiting]


def active_count():
    """How many they are."""
    return len(enumerate())


def get_ident():
    """The number of the thread that runs."""
    return current_thread().ident


get_native_id = get_ident
currentThread = current_thread
activeCount = active_count


def settrace(func):
    """Accepted."""


def setprofile(func):
    """Accepted."""


def stack_size(size=0):
    """Accepted."""
    return 0
