a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = [3, 4], 5
print(c, d, e)
first, *rest = range(5)
*init, last = "hello"
head, *middle, tail = [1, 2]
print(first, rest, init, last, head, middle, tail)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x + y)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
x = y = z = []
x.append(1)
print(y, z is x)
i, items = 0, [10, 20, 30]
i, items[i] = 2, 99
print(i, items)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)])
print([[row[i] for row in matrix] for i in range(3)])
print(*matrix, sep=" | ")


def stats(xs):
    return min(xs), max(xs), sum(xs) / len(xs)


low, high, mean = stats([3, 1, 2])
print(low, high, mean, stats([5]))
[p, q] = "xy"
print(p + q, [*range(3), *"ab"], {**{"k": 1}, "l": 2})
