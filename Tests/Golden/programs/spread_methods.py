# Methods called with `*`: what is bound, in which order, and what is said where it cannot be.
import weakref


class Taker:
    LEVELS = [("+", "-"), ["*"], ()]

    def rest(self, *args):
        return args

    def two(self, a, b=5):
        return a, b

    def named(self, a, *args, key=1, **others):
        return a, args, key, others

    @staticmethod
    def static(*args):
        return args

    @classmethod
    def made(cls, *args):
        return cls.__name__, args

    @property
    def prop(self):
        return lambda *args: ("prop", args)

    def __call__(self, *args):
        return "called", args


class Derived(Taker):
    def rest(self, *args):
        return "derived", super().rest(*args)

    def two(self, *args):
        return super().two(*args)

    def __getattr__(self, name):
        print("asked for", name)
        return lambda *args: (name, args)


def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


def order(name, value):
    print("evaluated", name)
    return value


t, d = Taker(), Derived()
t.own = lambda *args: ("own", args)
t.call = t
for x in (t, d):
    for items in Taker.LEVELS + ["ab", range(2), {"k": 1}, (i for i in (1, 2)), {1}]:
        show(lambda: x.rest(*items))
    for items in Taker.LEVELS + ["ab", (1, 2, 3)]:
        show(lambda: x.two(*items))
        show(lambda: x.two(0, *items))
    show(lambda: x.named(*[1, 2, 3]))
    show(lambda: x.named(1, *[2], *(3, 4)))
    show(lambda: x.named(*[1], key=3))
    show(lambda: x.named(*[1], **{"key": 3, "more": 4}))
    show(lambda: x.named(**{"a": 3}))
    show(lambda: x.named(*[]))
    show(lambda: x.static(*[1, 2]))
    show(lambda: x.made(*[1, 2]))
    show(lambda: x.prop(*[1, 2]))
    show(lambda: x.rest(*3))
    show(lambda: x.two(*None))
show(lambda: t.own(*[1, 2]))
show(lambda: t.call(*[1, 2]))
show(lambda: t.nothing(*[1]))
show(lambda: d.nothing(*[1]))
show(lambda: Taker.two(*[1, 2, 3]))
show(lambda: Taker.rest(*[t, 2])[0] is None)
show(lambda: Taker.made(*[1]))
show(lambda: order("object", t).rest(*order("items", [1]), order("last", 2)))
show(lambda: [].append(*[1, 2]))
show(lambda: [1, 2, 1].count(*[1]))
show(lambda: [3].index(*(4,)))
show(lambda: "a-b".split(*["-", 1]))
show(lambda: "{} {}".format(*"ab"))
show(lambda: "{} {}".format(*"a"))
show(lambda: "x".join(*[["a", "b"]]))
show(lambda: {}.get(*("a", 3)))
show(lambda: {1: 2}.pop(*(1,)))
show(lambda: {1, 2}.union(*[[3], [4]]) == {1, 2, 3, 4})
show(lambda: (1).__add__(*[2]))
show(lambda: dict.fromkeys(*["ab", 0]))
show(lambda: str.upper(*["ab"]))
show(lambda: str.upper(*[1]))
show(lambda: d.rest(*d.rest(*d.rest(1))))
big = list(range(1000))
show(lambda: len(t.rest(*big)))
show(lambda: len(t.rest(*big, *big)))
show(lambda: t.two(*big))


# The method is found before its arguments are.
class Swapping:
    def f(self, *args):
        return "old", args

    def swap(self):
        Swapping.f = lambda self, *args: ("new", args)
        return [1]


s = Swapping()
for _ in range(3):
    show(lambda: s.f(*s.swap()))


# A receiver that only the call has goes with it.
class Going:
    def __del__(self):
        print("gone")

    def f(self, *args):
        return len(args)

    def ref(self, *args):
        return weakref.ref(self)


def short_lived():
    print(Going().f(*[1, 2]))
    print("after the call")
    print(Going().ref(*[])())


short_lived()


def deep(n, *args):
    return t2.down(n - 1, *args) if n else args


class Deep:
    def down(self, *args):
        return deep(*args)


t2 = Deep()
print(deep(200, 1, 2))


class Endless:
    def f(self, *args):
        return self.f(*args)


try:
    Endless().f(*[1, 2])
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
many = [1, 2, 3]
print(t.rest(*many, *[many.append(4)]), many)
