import numpy as np

x = np.arange(8)
x[1:] = x[:-1]
print(x)
x = np.arange(8)
x[:-1] = x[1:]
print(x)
x = np.arange(8)
x[1:] += x[:-1]
print(x)
x = np.arange(8)
x[::2] = x[1::2]
print(x)
x = np.arange(9).reshape(3, 3)
x += x.T
print(x)
x[:] = x[::-1]
print(x)
x = np.arange(5.0)
np.add(x[:-1], x[1:], out=x[1:])
print(x)
x = np.arange(6)
x[[0, 1, 2]] = x[[3, 4, 5]]
x[[3, 4]], x[[0, 1]] = x[[0, 1]], x[[3, 4]]
print(x)
