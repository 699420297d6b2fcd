# Tasks that take turns: coroutines by generators, with messages, failures and cleanup.
from collections import deque


def scheduler(tasks):
    ready = deque((name, task, None) for name, task in tasks)
    results = {}
    while ready:
        name, task, message = ready.popleft()
        try:
            answer = task.throw(message) if isinstance(message, Exception) else task.send(message)
        except StopIteration as stop:
            results[name] = stop.value
            print(f"{name} is done: {stop.value!r}")
        except ValueError as error:
            results[name] = None
            print(f"{name} failed: {error}")
        else:
            reply = ValueError(f"{answer} is too much") if isinstance(answer, int) and answer > 3 else answer
            ready.append((name, task, reply))
    return results


def counter(limit):
    total = 0
    for i in range(limit):
        got = yield i
        total += got
    return total


def careful(limit):
    i = 0
    try:
        while True:
            try:
                yield i
                i += 1
            except ValueError as error:
                print("careful heard:", error)
                return f"stopped at {i}"
    finally:
        print("careful cleans up")


def nested():
    first = yield from counter(2)
    second = yield from counter(3)
    return first, second


print(scheduler([("three", counter(3)), ("six", counter(6)), ("careful", careful(10)), ("nested", nested())]))


def tee_off(target):
    """Hands on what it is sent, as a running average."""
    count = total = 0
    try:
        while True:
            value = yield
            count += 1
            total += value
            target.send((value, total / count))
    except GeneratorExit:
        print("after", count, "values")
        target.close()


def printer():
    try:
        while True:
            value, average = yield
            print(f"{value:5.1f} {average:8.3f}")
    finally:
        print("printer closes")


sink = printer()
next(sink)
source = tee_off(sink)
next(source)
for value in (1, 4, 9.5, -2):
    source.send(value)
source.close()
