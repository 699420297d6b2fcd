counter = 0
history = []


def tick(step=1):
    global counter
    counter += step
    history.append(counter)
    return counter


def reset():
    global counter, history
    counter, history = 0, []


def shadowed():
    counter = 100
    counter += 1
    return counter


def conditional(flag):
    global late
    if flag:
        late = "set"
    return "late" in globals()


print(tick(), tick(5), shadowed(), counter, history)
old = history
reset()
print(counter, history, old, conditional(False), conditional(True), late)
del late
print("late" in globals())
globals()["dynamic"] = 7
print(dynamic, sorted(k for k in globals() if k in ("tick", "dynamic", "late")))
exec("counter = 50")
print(counter, tick())
namespace = {"counter": 1}
exec("counter += 1\ndef f(): return counter", namespace)
print(namespace["counter"], namespace["f"](), counter)
print(eval("counter + 1"), eval("counter + 1", {"counter": 10}), eval("a + b", {"a": 1}, {"b": 2}))


def local_names(a, b=2):
    c = a + b
    return sorted(locals().items())


print(local_names(1))
try:
    undefined_yet
except NameError as e:
    print(e)
undefined_yet = 1
print(undefined_yet)


def reads_before():
    return counter_two


counter_two = "defined after the function"
print(reads_before())
