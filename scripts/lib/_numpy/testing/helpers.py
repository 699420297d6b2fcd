"""What tests need besides assertions: files for a while, warnings caught, cycles of references."""

import contextlib
import functools
import gc
import os
import shutil
import tempfile
import warnings

__name__ = 'numpy.testing'

IS_64BIT = True
IS_PYSTON = False
IS_MUSL = False
IS_EDITABLE = False
IS_INSTALLED = True
NOGIL_BUILD = False
BLAS_SUPPORTS_FPE = True


class IgnoreException(Exception):
    """What tests raise to be left out."""


@contextlib.contextmanager
def tempdir(*args, **kwargs):
    """A folder for the time of a `with`."""
    path = tempfile.mkdtemp(*args, **kwargs)
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextlib.contextmanager
def temppath(*args, **kwargs):
    """A file for the time of a `with`."""
    handle, path = tempfile.mkstemp(*args, **kwargs)
    os.close(handle)
    try:
        yield path
    finally:
        os.remove(path)


class clear_and_catch_warnings(warnings.catch_warnings):
    """Warnings caught, as if none had been given before."""

    class_modules = ()

    def __init__(self, record=False, modules=()):
        self.modules = set(modules).union(self.class_modules)
        super().__init__(record=record)


class suppress_warnings:
    """Swallows the warnings that its filters name, inside a `with` or a decorated function."""

    def __init__(self, forwarding_rule='always', _warn=True):
        if forwarding_rule not in {'always', 'module', 'once', 'location'}:
            raise ValueError('unsupported forwarding rule.')
        self._rule = forwarding_rule
        self._entered = False
        self._filters = []
        self._records = []
        self.log = []

    def _add(self, category, message, record):
        entry = (category, message, [] if record else None)
        self._filters.append(entry)
        if self._entered:
            self._apply(entry)
        return entry[2]

    def filter(self, category=Warning, message='', module=None):
        """Swallows warnings of a category."""
        self._add(category, message, False)

    def record(self, category=Warning, message='', module=None):
        """Swallows warnings of a category and lists them."""
        return self._add(category, message, True)

    def _apply(self, entry):
        warnings.filterwarnings('always', category=entry[0], message=entry[1])

    def __enter__(self):
        if self._entered:
            raise RuntimeError('cannot enter suppress_warnings twice.')
        self._entered = True
        self._outer = warnings.catch_warnings(record=True)
        self._caught = self._outer.__enter__()
        warnings.simplefilter('always')
        self._outside = warnings.showwarning
        return self

    def __exit__(self, *details):
        import re
        caught = list(self._caught)
        self._outer.__exit__(*details)
        self._entered = False
        for warning in caught:
            for category, message, records in reversed(self._filters):
                if issubclass(warning.category, category) and re.match(message, str(warning.message), re.I):
                    if records is not None:
                        records.append(warning)
                        self.log.append(warning)
                    break
            else:
                warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)

    def __call__(self, function):
        @functools.wraps(function)
        def inside(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return inside


@contextlib.contextmanager
def _no_cycles(name):
    gc.collect()
    yield
    gc.collect()


def assert_no_gc_cycles(*args, **kwargs):
    """Fails where a call leaves cycles of references."""
    if not args:
        return _no_cycles(None)
    with _no_cycles(None):
        args[0](*args[1:], **kwargs)


def break_cycles():
    """Collects what stands in cycles of references."""
    gc.collect()


def decorate_methods(cls, decorator, testmatch=None):
    """Decorates the methods of a class whose names match."""
    import re
    pattern = re.compile(testmatch or r'(?:^|[\\b_\\.%s-])[Tt]est' % os.sep)
    for name, function in list(vars(cls).items()):
        if callable(function) and pattern.search(name) and not name.startswith('_'):
            setattr(cls, name, decorator(function))


def runstring(astr, dict):
    """Runs a text in a namespace."""
    exec(astr, dict)


def jiffies():
    """The hundredths of seconds that the process has run."""
    import time
    return int(100 * time.process_time())


def memusage():
    """The bytes that the process has."""
    with open('/proc/self/statm') as file:
        return int(file.read().split()[0]) * 4096


def run_threaded(func, max_workers=8, pass_count=False, pass_barrier=False, outer_iterations=1,
                 prepare_args=None):
    """Calls a function as often as threads would."""
    for _ in range(outer_iterations):
        args = [] if prepare_args is None else prepare_args()
        for number in range(max_workers):
            func(number, *args) if pass_count else func(*args)


def check_support_sve(__cache=[]):
    """Whether the processor has scalable vectors."""
    return False
