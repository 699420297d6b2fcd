from contextlib import ExitStack, contextmanager, suppress


class Timer:
    now = 0

    def __enter__(self):
        Timer.now += 1
        self.start = Timer.now
        return self

    def __exit__(self, kind, error, trace):
        Timer.now += 1
        self.elapsed = Timer.now - self.start
        print("timer", self.elapsed, kind.__name__ if kind else None)


@contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try:
        yield out
    except KeyError as e:
        out.append(f"!{e.args[0]}")
    finally:
        out.append(f"</{name}>")


out = []
with tag("ul", out):
    for item in "ab":
        with tag("li", out) as o:
            o.append(item)
print("".join(out))
out.clear()
with tag("p", out):
    {}["gone"]
print("".join(out))
with Timer() as t, Timer() as u:
    pass
print(t.elapsed, u.elapsed)
try:
    with Timer():
        raise ValueError("inside")
except ValueError as e:
    print("caught", e)
with suppress(ZeroDivisionError):
    1 / 0
    print("never")
with ExitStack() as stack:
    for i in range(3):
        stack.callback(print, "callback", i)
    stack.enter_context(tag("stack", out))
print(out[-2:])
