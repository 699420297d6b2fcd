import numpy as np

a = np.arange(6)
b = a
c = a.copy()
d = a[::2]
e = a[[0, 2, 4]]
a[0] = 100
print(a, b, c, d, e, sep="\n")
d += 1
print(a, d)
b = b + 1
print(a, b)
m = a.reshape(2, 3)
m[1] = 0
print(a)
t = m.T
t[0] = -1
print(a, m, t, sep="\n")


def modify(x, y):
    x += 1
    y = y + 1
    return x, y


p, q = np.zeros(2), np.zeros(2)
r, s = modify(p, q)
print(p, q, r, s, r is p, s is q)
probs = np.full((2, 2), 0.5)
dscores = probs
dscores[range(2), [0, 1]] -= 1
print(probs)
rows = [np.zeros(2)] * 3
rows[0][0] = 7
print(rows)
x = [1, 2]
y = x
y += [3]
y = y + [4]
print(x, y)
