a = [1, 2, 3]
b = a
c = a[:]
d = list(a)
a.append(4)
print(b, c, d, a is b, a == b, c is a)
a += [5]
b = b + [6]
print(a, b)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)


def append_default(x, items=[]):
    items.append(x)
    return items


print(append_default(1), append_default(2), append_default(3, []))


def rebind(items):
    items = items + ["local"]
    return items


def mutate(items):
    items += ["shared"]
    return items


orig = ["x"]
print(rebind(orig), orig, mutate(orig), orig)
t = ([1], 2)
t[0].append(9)
print(t)
try:
    t[0] += [10]
except TypeError as e:
    print(e, t)
nested = [1, [2, [3]]]
import copy

shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested[1][1].append("new")
nested[0] = "changed"
print(shallow, deep)
loop = [1]
loop.append(loop)
print(loop, loop[1][1][0], len(loop))
for x in (items := [1, 2, 3, 4]):
    if x % 2 == 0:
        items.remove(x)
print(items)
x = y = []
x.append("both")
y = y + ["only y"]
print(x, y)
s = {"k": [1]}
u = dict(s)
u["k"].append(2)
u["j"] = 0
print(s, u)
