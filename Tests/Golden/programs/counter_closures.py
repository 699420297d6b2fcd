def make_counter(start=0, step=1):
    value = start

    def increment(times=1):
        nonlocal value
        value += step * times
        return value

    def reset():
        nonlocal value
        value = start

    increment.reset = reset
    increment.peek = lambda: value
    return increment


a = make_counter()
b = make_counter(10, -2)
print([a() for _ in range(3)], [b() for _ in range(3)])
print(a(5), a.peek(), b.peek())
a.reset()
print(a(), b())
counters = {name: make_counter(i * 100) for i, name in enumerate("xyz")}
for name in "xyzzyx":
    counters[name]()
print({k: c.peek() for k, c in counters.items()})


def accumulator():
    total = []

    def add(x):
        total.append(x)
        return sum(total), max(total), len(total)

    return add


acc = accumulator()
for x in (3, 1, 4, 1, 5):
    print(acc(x))
print(acc.__closure__ is not None, acc.__name__)
