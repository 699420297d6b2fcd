# ~ 1e-12
import numpy as np

np.random.seed(3)
images = np.random.rand(2, 6, 6)
filters = np.random.randn(3, 3, 3)
out = np.zeros((2, 3, 4, 4))
for n in range(2):
    for f in range(3):
        for i in range(4):
            for j in range(4):
                out[n, f, i, j] = np.sum(images[n, i:i + 3, j:j + 3] * filters[f])
relu = np.maximum(out, 0)
pooled = relu.reshape(2, 3, 2, 2, 2, 2).max(axis=(3, 5))
flat = pooled.reshape(2, -1)
print(out.shape, pooled.shape, flat.shape)
print(pooled)
print(flat.argmax(axis=1), (relu == 0).mean())
