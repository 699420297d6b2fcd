import functools
import operator

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, range(1, 6), 1))
add3 = functools.partial(lambda a, b, c=0: a + b + c, 1, c=10)
print(add3(5), add3(5, c=0), add3.args, add3.keywords)
int2 = functools.partial(int, base=2)
print(int2("1011"), list(map(int2, ["1", "10"])))


def by_len_then_reverse(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return (a < b) - (a > b)


print(sorted(["bb", "a", "cc", "ddd", "b"], key=functools.cmp_to_key(by_len_then_reverse)))


@functools.lru_cache(maxsize=2)
def slow(x):
    print("computing", x)
    return x * 2


print(slow(1), slow(2), slow(1), slow(3), slow(2), slow.cache_info())
slow.cache_clear()
print(slow.cache_info())


@functools.singledispatch
def show(x):
    return f"object {x!r}"


@show.register(int)
@show.register(float)
def _(x):
    return f"number {x}"


@show.register
def _(x: list):
    return "list of " + ", ".join(show(y) for y in x)


print(show("a"), show(5), show([1, "b", 2.5]), show(True))


class Circle:
    def __init__(self, r):
        self.r = r

    @functools.cached_property
    def area(self):
        print("area once")
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, "area" in vars(c))
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-5"), list(map(operator.itemgetter(1), ["ab", "cd"])))
print(operator.attrgetter("r")(c), operator.methodcaller("replace", "a", "b")("banana"))
