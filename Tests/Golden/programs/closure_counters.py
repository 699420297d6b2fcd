def make_counter(start=0, step=1):
    count = start

    def increment():
        nonlocal count
        count += step
        return count

    def reset():
        nonlocal count
        count = start

    return increment, reset


first, reset_first = make_counter()
second, _ = make_counter(100, -10)
for _ in range(3):
    print(first(), second())
reset_first()
print(first(), second())

adders = [lambda x, n=n: x + n for n in range(5)]
print([f(10) for f in adders])
late = [lambda: n for n in range(3)]
print([f() for f in late])
