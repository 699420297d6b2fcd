def make_adders():
    return [lambda x: x + n for n in range(3)]


def make_adders_fixed():
    return [lambda x, n=n: x + n for n in range(3)]


def make_with_factory():
    def factory(n):
        return lambda x: x + n
    return [factory(n) for n in range(3)]


for make in (make_adders, make_adders_fixed, make_with_factory):
    print(make.__name__, [f(10) for f in make()])
buttons = {}
for name in ("save", "load"):
    def handler(event, name=name):
        return f"{name} got {event}"
    buttons[name] = handler
print(buttons["save"]("click"), buttons["load"]("key"))
callbacks = []
for i in range(3):
    callbacks.append(lambda: i)
print([c() for c in callbacks])
i = 99
print([c() for c in callbacks])


def outer():
    fs = []
    x = 0

    def bump():
        nonlocal x
        x += 1
        return x

    for _ in range(3):
        fs.append(bump)
    return [f() for f in fs], x


print(outer())


def curry(f, n):
    def step(*args):
        return f(*args) if len(args) >= n else lambda *more: step(*args, *more)
    return step


add3 = curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1, 2, 3))
compose = lambda f, g: lambda *a: f(g(*a))
print(compose(str, sum)([1, 2]), compose(len, compose(str, abs))(-1234))
