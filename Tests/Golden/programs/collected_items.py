"""Generators whose items are wanted all at once, and what happens on the way."""
log = []


def numbers(n, name="g"):
    try:
        for i in range(n):
            log.append((name, i))
            yield (i * 7) % 5
    finally:
        log.append((name, "end"))


def texts(n):
    yield from (chr(97 + i) for i in range(n))
    return "never seen"


def failing(n):
    for i in range(n):
        yield i
    raise ValueError(f"after {n}")


def stopping():
    yield 1
    raise StopIteration(5)


def inner():
    got = sorted(numbers(3, "inner"))
    yield got
    yield "".join(texts(4))
    yield sorted(x for x in numbers(2, "deep"))


print(sorted(numbers(6)), "-".join(texts(5)), sorted(numbers(4), reverse=True, key=lambda x: -x))
print(log)
print(sorted(map(str, inner())), [*inner()], sorted(inner(), key=str))
for make in (lambda: sorted(failing(3)), lambda: "".join(failing(0)), lambda: sorted(stopping()), lambda: ",".join(numbers(2))):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def itself():
    yield sorted(me)


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)
g = numbers(5, "half")
print(next(g), next(g), sorted(g), sorted(g), "".join(map(str, g)))


def recursive(n):
    yield n
    if n:
        for x in sorted(recursive(n - 1)):
            yield x


print(sorted(recursive(30))[-3:])


def endless(n):
    yield sorted(endless(n + 1))


try:
    list(endless(0))
except RecursionError as error:
    print("too deep")
try:
    sorted(numbers(3), key=lambda x: 1 / x)
except ZeroDivisionError as error:
    print(error)
print(log[-6:])
print(dict(sorted((str(k), v) for k, v in zip(numbers(3), numbers(3)))), max(sorted(numbers(9))))
a, *b = (x for x in numbers(4))
print(a, b, (lambda *args: args)(*numbers(3)), [0] + list(numbers(2)), {*numbers(5)} == {0, 1, 2, 3, 4})
l = []
l.extend(len(l) for _ in range(3))
print(l)
l += (len(l) for _ in range(2))
print(l)
l[1:2] = (x for x in "abc")
print(l, bytes(x for x in numbers(3)), ["%s" % x for x in sorted(texts(3))])
