class Polynomial:
    def __init__(self, *c):
        self.c = c

    def __call__(self, x):
        total = 0
        for k in reversed(self.c):
            total = total * x + k
        return total


class Memo:
    def __init__(self, f):
        self.f, self.cache, self.calls = f, {}, 0

    def __call__(self, *args):
        self.calls += 1
        if args not in self.cache:
            self.cache[args] = self.f(*args)
        return self.cache[args]

    def __get__(self, obj, kind=None):
        return self if obj is None else lambda *args: self(obj, *args)


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Math:
    base = 10

    @Memo
    def scaled(self, x):
        print("computing", x)
        return x * self.base


class Counter:
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *args, **kwargs):
        self.n += 1
        print(f"call {self.n} of {self.f.__name__}")
        return self.f(*args, **kwargs)


@Counter
def greet(name, punctuation="."):
    return f"Hi {name}{punctuation}"


p = Polynomial(1, 0, 2)
print([p(x) for x in range(4)], list(map(p, (1.5, -1))), callable(p), callable(5))
print(fib(40), fib.calls, len(fib.cache))
m = Math()
print(m.scaled(2), m.scaled(2), m.scaled(3), type(Math.scaled).__name__)
print(greet("Ann"), greet("Bob", punctuation="!"), greet.n)
pipeline = [str.strip, str.title, lambda s: s.replace(" ", "_"), Polynomial]
value = "  hello big world "
for f in pipeline[:-1]:
    value = f(value)
print(value, pipeline[-1](1, 2)(10), max([p, fib], key=lambda f: type(f).__name__) is p)
try:
    Polynomial(1)(2, 3)
except TypeError as e:
    print(e)
try:
    Math()(1)
except TypeError as e:
    print(e)
