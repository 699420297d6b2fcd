import numpy as np

n = np.arange(1, 11)
print(n[:, None] * n)
print(n[:, None] ** np.arange(4))
i, j = np.meshgrid(np.arange(4), np.arange(3))
print(i, j, i + 10 * j, sep="\n")
print(np.abs(np.arange(5)[:, None] - np.arange(5)))
print((n[:, None] % n == 0).astype(int))
print((n[:, None] % n == 0).sum(axis=1))
colors = np.zeros((2, 3, 3))
colors[..., 0] = np.linspace(0, 1, 3)
colors[..., 1] = [[0], [1]]
print(colors)
