# ~ 1e-12
import numpy as np

A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
v = np.ones(3)
for i in range(50):
    w = A @ v
    v = w / np.sqrt((w * w).sum())
    if i % 10 == 0:
        print(i, v @ A @ v)
value = v @ A @ v
print(value)
print(np.abs(A @ v - value * v).max() < 1e-6)
print(np.round(v, 6))
