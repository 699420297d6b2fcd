# ~ 1e-13
import math


def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, [a + h / 2 * b for a, b in zip(y, k1)])
    k3 = f(t + h / 2, [a + h / 2 * b for a, b in zip(y, k2)])
    k4 = f(t + h, [a + h * b for a, b in zip(y, k3)])
    return [a + h / 6 * (p + 2 * q + 2 * r + s) for a, p, q, r, s in zip(y, k1, k2, k3, k4)]


y, t, h = [1.0, 0.0], 0.0, 0.1
for i in range(63):
    if i % 9 == 0:
        print("%.1f %.6f %.6f" % (t, y[0], y[1]))
    y = rk4(lambda t, y: [y[1], -y[0]], y, t, h)
    t += h
print(y[0] - math.cos(t) < 1e-5)
v = 1.0
for i in range(10):
    v += 0.1 * v
print(v, math.exp(1))
