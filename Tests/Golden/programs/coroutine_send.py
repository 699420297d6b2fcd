def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def delegator(results):
    while True:
        results.append((yield from averager()))
        print("collected", results[-1])


results = []
group = delegator(results)
next(group)
for values in ([10, 20, 30], [1.5, 2.5]):
    print([group.send(v) for v in values])
    group.send(None)
group.close()
print(results)


def echo():
    print("ready")
    received = None
    try:
        while True:
            try:
                received = yield received
            except ValueError as e:
                received = f"error {e}"
    finally:
        print("closing")


e = echo()
next(e)
print(e.send("hi"), e.throw(ValueError("bad")), e.send(3))
e.close()
try:
    e.send(1)
except StopIteration:
    print("finished")
