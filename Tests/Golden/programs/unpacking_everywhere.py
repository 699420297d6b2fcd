a, *b, (c, *d) = 1, 2, 3, "xyz"
print(a, b, c, d)
(x, y), z = [[1, 2], 3]
print(x, y, z)
*init, last = range(5)
print(init, last)
first, second, *_ = "hello"
print(first, second, _)
x, y = y, x
print(x, y)
for i, (name, (lo, *hi)) in enumerate([("a", (1, 2, 3)), ("b", "pq")]):
    print(i, name, lo, hi)
print([*range(3), *"ab", *[]], (*[1], 2), {*[1], *[2]} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}})


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(*[1, 2, 3, 4], **{"c": 5, "e": 6}))
print(f(*"ab", *"cd", c=0, **{"x": 1}, **{"y": 2}))
for attempt in ("a, b = 1, 2, 3", "a, *b = []", "a, b = 5", "(a, b), c = 1, 2", "a, b = {'k': 1}"):
    try:
        exec(attempt)
    except (ValueError, TypeError) as e:
        print(attempt, "|", type(e).__name__, e)
d = {"one": 1, "two": 2}
k1, k2 = d
(k, v), *rest = d.items()
print(k1, k2, k, v, rest)
print(*[1, 2], *(3,), sep="-", end="!\n")
data = [("x", 1), ("y", 2)]
names, values = zip(*data)
print(names, values)
swap = [3, 1, 2]
swap[0], swap[1:] = swap[1], [9, 9]
print(swap)
[p, [q, r]] = 1, (2, 3)
print(p, q, r, (lambda *a, **k: (a, k))(*"hi", z=1))
