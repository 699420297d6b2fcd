"""Pipelines, coroutines and schedulers of generators."""
from collections import deque
from functools import wraps


def coroutine(function):
    @wraps(function)
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return start


@coroutine
def broadcast(*targets):
    try:
        while True:
            item = yield
            for target in targets:
                target.send(item)
    finally:
        for target in targets:
            target.close()


@coroutine
def grep(pattern, target):
    while True:
        line = yield
        if pattern in line:
            target.send(line)


@coroutine
def collect(into, name):
    try:
        while True:
            into.append((name, (yield)))
    except GeneratorExit:
        into.append((name, 'closed'))


def lines(text):
    for line in text.splitlines():
        yield line.strip()


def numbered(source, start=1):
    n = start
    for line in source:
        if line:
            yield n, line
            n += 1


def parsed(source):
    for n, line in source:
        key, sep, value = line.partition('=')
        if not sep:
            print(f'line {n}: no = in {line!r}')
            continue
        yield key.strip(), value.strip()


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.results = {}
        self.time = 0

    def spawn(self, name, task):
        self.ready.append((name, task, None))

    def run(self):
        while self.ready:
            name, task, value = self.ready.popleft()
            self.time += 1
            try:
                request = task.send(value)
            except StopIteration as stop:
                self.results[name] = stop.value
                print(f'{self.time:>3} {name} ends with {stop.value!r}')
                continue
            except Exception as error:
                print(f'{self.time:>3} {name} fails: {type(error).__name__}: {error}')
                continue
            if isinstance(request, tuple) and request[0] == 'spawn':
                self.spawn(request[1], request[2])
                self.ready.append((name, task, request[1]))
            else:
                print(f'{self.time:>3} {name} says {request}')
                self.ready.append((name, task, self.time))


def countdown(n):
    while n:
        got = yield f'{n} left'
        n -= 1
    return 'lift off'


def parent():
    child = yield ('spawn', 'child', countdown(2))
    yield f'made {child}'
    total = yield from adder(3)
    return total


def adder(n):
    total = 0
    for i in range(n):
        total += yield i
    return total


def broken():
    yield 'fine so far'
    raise RuntimeError('boom')


def tree(depth, label='r'):
    if depth:
        yield from tree(depth - 1, label + 'l')
        yield label
        yield from tree(depth - 1, label + 'r')


def guarded():
    while True:
        try:
            value = yield 'ready'
            print('got', value)
        except ValueError as error:
            print('handled', error)
        finally:
            print('round done')


config = dict(parsed(numbered(lines('''
    name = test
    size=3 = three
    broken line

    last =
'''))))
print(config)
found = []
source = broadcast(grep('py', collect(found, 'py')), grep('o', collect(found, 'o')), collect(found, 'all'))
for word in 'python ruby java go pypy'.split():
    source.send(word)
source.close()
print(found)
s = Scheduler()
for name, task in (('count', countdown(3)), ('parent', parent()), ('broken', broken())):
    s.spawn(name, task)
s.run()
print(s.results, list(tree(3)))
g = guarded()
print(next(g), g.send(1), g.throw(ValueError('bad')))
g.close()
try:
    g.send(2)
except StopIteration:
    print('closed')
try:
    next(x for x in [] if x)
except StopIteration as e:
    print(repr(e))


def raises():
    yield 1
    raise StopIteration('inside')


try:
    list(raises())
except RuntimeError as error:
    print(error, '/', repr(error.__cause__))
gen = (x * y for x in range(3) for y in range(x) if (x + y) % 2)
print(list(gen), list(gen), sum(x for x in range(10) if x % 3), dict((k, v) for v, k in enumerate('ab')), {x % 3 for x in range(9)})
