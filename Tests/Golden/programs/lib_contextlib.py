import io
from contextlib import *
import contextlib


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


@contextmanager
def tag(name):
    """Prints a tag."""
    print(f'<{name}>')
    try:
        yield name.upper()
    except KeyError as e:
        print('caught', e)
    finally:
        print(f'</{name}>')


with tag('b') as t:
    print(t)
with tag('i'):
    raise KeyError('k')
try:
    with tag('u'):
        raise ValueError('v')
except ValueError as e:
    print('outside', e)


@tag('p')
def hello(name):
    """Says hello."""
    print('hello', name)
    return 5


print(hello('a'), hello('b'), hello.__name__, hello.__doc__, tag.__doc__)


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallow():
    try:
        yield
    except Exception:
        yield


def use(manager, error=None):
    with manager:
        if error:
            raise error
    return 'done'


attempt(lambda: use(never()))
attempt(lambda: use(twice()))
attempt(lambda: use(swallow(), ValueError(1)))
attempt(lambda: use(tag('x'), StopIteration('stop')))
attempt(lambda: use(suppress(ValueError, KeyError), KeyError(3)))
attempt(lambda: use(suppress(ValueError), IndexError('i')))
attempt(lambda: use(nullcontext()))
with nullcontext(7) as n:
    print(n)


class Thing:
    def close(self):
        print('closed')


with closing(Thing()) as thing:
    print(type(thing).__name__)
out = io.StringIO()
with redirect_stdout(out):
    print('hidden')
    print('text')
print(repr(out.getvalue()))

with ExitStack() as stack:
    for name in 'abc':
        stack.enter_context(tag(name))
    stack.callback(print, 'callback', sep='|', end='!\n')
    stack.push(lambda *exc: print('pushed', exc[0]))
    print('body')
with ExitStack() as stack:
    stack.callback(print, 'after')
    stack.enter_context(suppress(ZeroDivisionError))
    1 / 0
stack = ExitStack()
stack.callback(print, 'moved')
other = stack.pop_all()
stack.close()
print('now')
other.close()
attempt(lambda: ExitStack().enter_context(3))


def failing():
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        raise KeyError('first')


try:
    failing()
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))


class Timer(ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *exc):
        print('stop', exc[0])
        return False


@Timer()
def work():
    print('work')


work()
print(isinstance(Timer(), AbstractContextManager), isinstance(3, contextlib.AbstractContextManager))
