import numpy as np

x = np.arange(20).reshape(4, 5)
print(x[[0, 2]], x[:, [1, 3]], x[[0, 1, 2], [4, 3, 2]], sep="\n")
print(x[x % 3 == 0], x[x.sum(axis=1) > 30], x[:, x[0] % 2 == 1], sep="\n")
rows = np.array([[0], [3]])
print(x[rows, [0, 4]])
x[x > 15] = -1
x[[0, 0], [0, 1]] += 100
x[range(4), range(4)] = 0
print(x)
order = np.argsort(x[:, 4])[::-1]
print(order, x[order, 4])
m = np.zeros((3, 3), dtype=int)
m[[0, 1, 2], [2, 1, 0]] = [7, 8, 9]
m[1:, 1:] += 1
m[..., 0] = [1, 2, 3]
print(m, m[::-1, ::-1], m[-1], m[:, -1], sep="\n")
table = np.array([10, 20, 30])
print(table[np.array([[0, 1], [2, 2]])], table[[-1, -2]], table[np.array([], dtype=int)])
idx = np.nonzero(m > 6)
print(idx, m[idx], np.argwhere(m > 6))
