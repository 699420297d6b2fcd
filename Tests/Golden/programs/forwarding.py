def show(*args, **kwargs):
    print(args, sorted(kwargs.items()))


def forward(*args, **kwargs):
    show(*args, extra=True, **kwargs)


show()
forward(1, 2, a=3)
forward(*[1, 2], *(3,), **{"k": "v"}, z=0)


def trace(f):
    def wrapped(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f.__name__, args, kwargs, "->", result)
        return result

    return wrapped


def area(width, height=2, *, scale=1):
    return width * height * scale


area = trace(area)
area(3)
area(3, 4)
area(3, scale=10)
area(height=5, width=6)


def curry(f, *first):
    return lambda *rest: f(*first, *rest)


print(curry(lambda a, b, c: (a, b, c), 1, 2)(3))
print(max(*[3, 9, 4]), [*"ab", *range(2)])
