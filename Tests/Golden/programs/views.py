import numpy as np

x = np.arange(24)
v = x.reshape(2, 3, 4)
w = v[1, :, ::2]
w[...] = 0
print(x)
print(v.strides, w.strides, v.T.strides, v[::-1].strides)
w += np.arange(3)[:, None]
print(v[1])
flat = v.ravel()
flat[0] = -5
copied = v.flatten()
copied[1] = -6
print(x[:3], v.transpose(2, 0, 1).shape, v.swapaxes(0, 2).shape)
col = v[:, :, 0]
col[:] = col[::-1].copy()
print(v[:, :, 0], x[::4])
a = np.ones((2, 2))
b = a
a = a * 2
print(b)
b *= 3
print(a, b)
for row in b:
    row += 1
print(b)
s = x[5:10]
s = s + 1
print(x[5:10])
x.shape = (4, 6)
print(x[0], v.shape)
