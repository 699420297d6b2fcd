# The ways that an exception takes: how often handlers see it, what they find in it, and what is left behind.
import gc
import traceback
import weakref


def lines(error):
    return [(f.name, f.lineno) for f in traceback.extract_tb(error.__traceback__)]


def show(title, action):
    try:
        value = action()
    except BaseException as error:
        context, cause = error.__context__, error.__cause__
        print(title, "|", type(error).__name__, error.args, str(error), "|", [n for n, _ in lines(error)],
              "| context", type(context).__name__, "| cause", type(cause).__name__, error.__suppress_context__)
    else:
        print(title, "=", value)


class Base(Exception):
    """A class with nothing of its own."""


class WithInit(Base):
    def __init__(self, a, b=2, *rest, key=None):
        super().__init__(f"{a} and {b}")
        self.a, self.b, self.rest, self.key = a, b, rest, key


class WithStr(Base, KeyError):
    def __str__(self):
        return f"<{self.args[0]!r}>"


class WithSlots(Base):
    __slots__ = ("code",)

    def __init__(self, code):
        self.code = code


class WithNew(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        made.note = len(args)
        return made


class Elsewhere(Exception):
    def __new__(cls, *args):
        return ValueError("another one")


class BadInit(Exception):
    def __init__(self, value):
        return value


class Meta(type):
    def __call__(cls, *args):
        print("made by", cls.__name__, args)
        return super().__call__(*args)


class ByMeta(Exception, metaclass=Meta):
    pass


class Delegating(Exception):
    def __init__(self, *args, **kwargs):
        self.kwargs = kwargs
        super().__init__(*args)

    def __getattr__(self, name):
        return f"no {name}"


def raising(value, *args):
    raise value(*args) if args else value


show("class", lambda: raising(Base))
show("instance", lambda: raising(Base, "x", 1))
show("init", lambda: raising(WithInit, 1))
show("init rest", lambda: raising(WithInit, 1, 2, 3, 4))
show("init missing", lambda: raising(WithInit))
show("str", lambda: raising(WithStr, "k"))
show("slots", lambda: raising(WithSlots, 7))
show("new", lambda: raising(WithNew, 1, 2, 3))
show("elsewhere", lambda: raising(Elsewhere, 1))
try:
    raising(BadInit, 5)
except TypeError as e:
    print("bad init", e)
show("fine init", lambda: raising(BadInit, None))
show("metaclass", lambda: raising(ByMeta, 1))
show("no exception", lambda: raising(int, 5))
show("no class", lambda: raising(3))
show("os error", lambda: raising(OSError, 2, "gone", "file"))
show("stop", lambda: raising(StopIteration, 3))
show("exit", lambda: raising(SystemExit, 3))
show("unicode", lambda: raising(UnicodeDecodeError, "utf-8", b"x", 0, 1, "why"))
show("group", lambda: raising(ExceptionGroup, "g", [ValueError(1), KeyError(2)]))
show("bad group", lambda: raising(ExceptionGroup, "g", []))
show("keyword", lambda: ImportError("m", name="n", path="p").name)
show("bad keyword", lambda: ValueError("m", name="n"))
show("named init", lambda: raising(WithInit(1, key=3)))

error = WithInit("a", "b", "c", key="d")
print(error.a, error.b, error.rest, error.key, error.args, sorted(vars(error)))
error.args = [1, 2]
print(error.args, error, repr(error))
delegating = Delegating(1, 2, word=3)
print(delegating.args, delegating.kwargs, delegating.anything)


# A class that changes after its calls have been seen.
class Changing(Exception):
    pass


def make(*args):
    return Changing(*args)


for _ in range(3):
    print(make(1).args, hasattr(make(1), "seen"))
Changing.__init__ = lambda self, *args: setattr(self, "seen", args)
for _ in range(3):
    print(make(1, 2).args, make(1, 2).seen)
Changing.__str__ = lambda self: "changed"
print(make(1))
del Changing.__init__, Changing.__str__
print(make(1).args, hasattr(make(1), "seen"), make(1))
Changing.__new__ = lambda cls, *args: Exception.__new__(cls, "new", *args)
print(make(1).args)


# Raised again, inside and outside of the handler, with `finally` on the way.
def deep(n):
    if n == 0:
        raise Base("deep")
    try:
        deep(n - 1)
    finally:
        counts.append(n)


counts = []
show("finally", lambda: deep(5))
print(counts)


def again(times):
    try:
        raise ValueError("first")
    except ValueError as e:
        kept = e
    for _ in range(times):
        try:
            raise kept
        except ValueError as e:
            assert e is kept
    return len(lines(kept))


print(again(0), again(1), again(5))


def again_bare():
    try:
        try:
            raise KeyError("inner")
        except KeyError:
            try:
                raise ValueError("second")
            except ValueError:
                pass
            raise
    finally:
        pass


show("bare", again_bare)


def nothing_active():
    raise


show("nothing active", nothing_active)


def from_none():
    try:
        {}["a"]
    except KeyError:
        raise WithStr("other") from None


def from_other():
    try:
        {}["a"]
    except KeyError as e:
        raise WithStr("other") from e


def from_class():
    raise Base("x") from ValueError


def from_number():
    raise Base("x") from 3


def implicit():
    try:
        {}["a"]
    except KeyError:
        undefined_name


def in_handler_of_handler():
    try:
        raise Base(1)
    except Base:
        try:
            raise Base(2)
        except Base:
            try:
                raise Base(3)
            except Base as e:
                return e.args, e.__context__.args, e.__context__.__context__.args, e.__context__.__context__.__context__


for action in (from_none, from_other, from_class, from_number, implicit, in_handler_of_handler):
    show(action.__name__, action)


def ring():
    a, b = ValueError("a"), ValueError("b")
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            try:
                raise a
            except ValueError as e:
                return e.args, e.__context__.args, e.__context__.__context__


show("ring", ring)


# Generators on the way.
def generator(action):
    try:
        yield 1
        action()
        yield 2
    except KeyError as e:
        yield "caught", e.args
        raise
    finally:
        counts.append("closed")


def stop():
    raise StopIteration(5)


def missing():
    raise KeyError("k")


counts.clear()
show("through", lambda: list(generator(lambda: raising(ValueError, "v"))))
show("caught", lambda: list(generator(missing)))
show("stop", lambda: list(generator(stop)))
show("delegated", lambda: tuple(y for y in generator(missing)))
show("any", lambda: any(raising(Base, x) for x in [1, 2]))
show("sum", lambda: sum(x if x < 2 else missing() for x in [1, 2]))
g = generator(missing)
next(g)
show("thrown in", lambda: g.throw(KeyError("thrown")))
show("after", lambda: next(g))
show("ended", lambda: next(g, "end"))
print(counts)


# Special methods, callbacks and class bodies on the way.
class Special:
    def __getitem__(self, key):
        raise Base(key)

    def __eq__(self, other):
        raise Base("eq")

    def __bool__(self):
        raise Base("bool")

    def __len__(self):
        raise Base("len")

    @property
    def p(self):
        raise AttributeError("p")

    def __getattr__(self, name):
        raise AttributeError(f"really no {name}")

    def __init__(self, fails=False):
        if fails:
            raise Base("init")


s = Special()
for title, action in {
    "item": lambda: s[1], "eq": lambda: s == 1, "bool": lambda: not s, "len": lambda: len(s), "property": lambda: s.p,
    "lacking": lambda: s.q, "init": lambda: Special(True), "sorted": lambda: sorted([3, 1], key=lambda x: raising(Base, x)),
    "map": lambda: list(map(raising, [Base])), "in": lambda: s in [1, 2], "hasattr": lambda: hasattr(s, "p"),
    "getattr": lambda: getattr(s, "p", "default"), "class body": lambda: type("C", (), {"x": missing()}),
}.items():
    show(title, action)


# Tuples of classes, nested and wrong ones.
def catch(kinds, error):
    try:
        raise error
    except kinds as e:
        return f"caught {e!r}"


TWO = (ValueError, (KeyError, WithStr))
for kinds in ((), ValueError, (ValueError, Base), TWO, (Base, 3), 3, (LookupError,), BaseException, Exception, object):
    for error in (ValueError(1), WithStr(2), KeyboardInterrupt(), WithInit(1)):
        show(f"{kinds!r:.60} {type(error).__name__}", lambda: catch(kinds, error))


# What is released, and when.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


try:
    raise Base(Noisy("handled"))
except Base as e:
    print("handling", type(e).__name__)
print("behind the handler")


def kept():
    try:
        raise Base(Noisy("argument"))
    except Base as e:
        return weakref.ref(e.args[0])


print(kept()())


class Node:
    def run(self):
        try:
            raise Base(self)
        except Base as e:
            self.error = e


watch = Node()
watch.run()
alive = weakref.ref(watch)
del watch
gc.collect()
print(alive())


# Recursion that does not end, caught.
def endless(n):
    return endless(n + 1) + 1


def endless_raise(n):
    try:
        return endless_raise(n + 1)
    except ValueError:
        return 0


for action in (endless, endless_raise):
    try:
        action(0)
    except RecursionError as e:
        print(type(e).__name__, str(e)[:32], len(lines(e)) > 50)
print(sum(1 for _ in range(1000) if catch(Base, Base()) == "caught Base()"))
