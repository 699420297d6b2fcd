# ~ 1e-11
import numpy as np

np.random.seed(1)
m = 50
x = np.linspace(-1, 1, m)
y = 3 * x + 2 + np.random.randn(m) * 0.1
w, b = 0.0, 0.0
step = 0.5
for i in range(100):
    error = w * x + b - y
    loss = np.mean(error ** 2)
    if i % 10 == 0:
        print("step %3d loss %.6f w %.4f b %.4f" % (i, loss, w, b))
    w -= step * np.mean(2 * error * x)
    b -= step * np.mean(2 * error)
print(w, b)
print(abs(w - 3) < 0.1, abs(b - 2) < 0.1)
