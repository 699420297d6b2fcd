import functools
import time
from contextlib import ContextDecorator, contextmanager, suppress, ExitStack


def trace(function):
    depth = 0

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal depth
        shown = ', '.join([repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()])
        print('  ' * depth + f'-> {function.__name__}({shown})')
        depth += 1
        try:
            result = function(*args, **kwargs)
        finally:
            depth -= 1
        print('  ' * depth + f'<- {result!r}')
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorate


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


def validated(**types):
    def decorate(function):
        names = function.__code__.co_varnames[:function.__code__.co_argcount]

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for name, value in {**dict(zip(names, args)), **kwargs}.items():
                if name in types and not isinstance(value, types[name]):
                    raise TypeError(f'{name} must be {types[name].__name__}, not {type(value).__name__}')
            return function(*args, **kwargs)
        return wrapper
    return decorate


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get


def retry(times, exceptions=(Exception,)):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return f(*args, **kwargs)
                except exceptions as error:
                    print(f'attempt {attempt}: {error}')
            raise RuntimeError(f'{f.__name__} failed {times} times') from error if False else RuntimeError(f'{f.__name__} failed')
        return wrapper
    return decorate


@trace
def fib(n):
    """The Fibonacci numbers."""
    return n if n < 2 else fib(n - 1) + fib(n=n - 2)


@repeat(3)
@Counted
def hello(name, punctuation='!'):
    return f'hello {name}{punctuation}'


@validated(a=int, b=str)
def join(a, b, c=None):
    return f'{a}{b}{c}'


@singleton
class Config:
    """The settings."""

    def __init__(self, value):
        self.value = value


class Service:
    @Counted
    def ping(self, x):
        return self, x

    @functools.lru_cache(maxsize=2)
    def square(self, x):
        print('computing', x)
        return x * x

    @functools.cached_property
    def slow(self):
        print('slow...')
        return 42

    @functools.singledispatchmethod
    def show(self, value):
        return f'other {value}'

    @show.register
    def _(self, value: int):
        return f'int {value}'

    @show.register(list)
    def _(self, value):
        return 'list ' + ', '.join(self.show(v) for v in value)


class tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f'<{self.name}>')
        return self

    def __exit__(self, kind, value, trace):
        print(f'</{self.name}>' + (f' {kind.__name__}' if kind else ''))
        return kind is KeyError


@tag('b')
def bold(text):
    print(text)


@contextmanager
def opened(name, log):
    log.append(f'open {name}')
    try:
        yield name.upper()
    except ValueError as error:
        log.append(f'caught {error}')
    finally:
        log.append(f'close {name}')


print(fib(3), fib.__name__, fib.__doc__, fib.__wrapped__.__name__)
print(hello('you'), hello('x', punctuation='?'), hello.__wrapped__.calls)
print(join(1, 'b'), join(1, b='x', c=2.5))
for bad in (lambda: join('1', 'b'), lambda: join(1, b=2)):
    try:
        bad()
    except TypeError as error:
        print(error)
print(Config(1) is Config(2), Config(3).value, Config.__name__, Config.__doc__)
s = Service()
print(s.ping(5)[1], s.ping(6)[0] is s, Service.ping.calls, [s.square(n) for n in (2, 2, 3, 4, 2)], Service.square.cache_info())
print(s.slow, s.slow, s.show(1), s.show('x'), s.show([1, 'a', [2]]))
state = {'n': 0}


@retry(3, (ZeroDivisionError, KeyError))
def flaky(limit):
    state['n'] += 1
    return 1 / (state['n'] - limit) if state['n'] == limit else state['n']


print(flaky(2))
bold('text')
with tag('i') as t, suppress(ZeroDivisionError):
    print(t.name)
    1 / 0
with tag('u'):
    raise KeyError('swallowed')
log = []
with opened('file', log) as f:
    log.append(f)
    raise ValueError('inside')
with ExitStack() as stack:
    names = [stack.enter_context(opened(n, log)) for n in 'ab']
    stack.callback(log.append, 'callback')
print(log, names)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(str.strip, str.title, lambda s: s + '!')('  hello world '), functools.partial(int, base=2)('1011'))
