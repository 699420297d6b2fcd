import numpy as np


def im2col(image, k):
    height, width = image.shape
    out = np.zeros(((height - k + 1) * (width - k + 1), k * k))
    row = 0
    for y in range(height - k + 1):
        for x in range(width - k + 1):
            out[row] = image[y:y + k, x:x + k].ravel()
            row += 1
    return out


image = np.arange(25.0).reshape(5, 5)
cols = im2col(image, 3)
print(cols.shape)
print(cols[:2])
kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
print(cols.dot(kernel.ravel()).reshape(3, 3))
pooled = image[:4, :4].reshape(2, 2, 2, 2).max(axis=(1, 3))
print(pooled)
padded = np.zeros((7, 7))
padded[1:-1, 1:-1] = image
print(padded)
result = np.zeros((5, 5))
for dy in range(3):
    for dx in range(3):
        result += kernel[dy, dx] * padded[dy:dy + 5, dx:dx + 5]
print(result)
