import math


def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)


def simpson(f, a, b, n):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))


def newton(f, x, tolerance=1e-12):
    for i in range(50):
        slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        if slope == 0:
            raise ArithmeticError(f"flat at {x}")
        step = f(x) / slope
        x -= step
        if abs(step) < tolerance:
            return x, i
    raise ArithmeticError("no convergence")


def bisect(f, lo, hi):
    if f(lo) * f(hi) > 0:
        raise ValueError("no sign change")
    while hi - lo > 1e-12:
        mid = (lo + hi) / 2
        lo, hi = (lo, mid) if f(lo) * f(mid) <= 0 else (mid, hi)
    return lo


for n in (4, 16, 64):
    print(n, f"{trapezoid(math.sin, 0, math.pi, n):.10f}", f"{simpson(math.sin, 0, math.pi, n):.10f}")
print(f"{newton(lambda x: x * x - 2, 1.0)[0]:.9f} {bisect(lambda x: x ** 3 - x - 2, 1, 2):.9f}")
for bad in (lambda: newton(lambda x: 1, 0.0), lambda: bisect(lambda x: x * x + 1, 0, 1)):
    try:
        bad()
    except (ArithmeticError, ValueError) as e:
        print(type(e).__name__, e)


def euler_steps(f, y, t, h):
    while True:
        yield t, y
        y += h * f(t, y)
        t += h


for (t, y), _ in zip(euler_steps(lambda t, y: -2 * y, 1.0, 0.0, 0.1), range(5)):
    print(f"{t:.1f} {y:.6f}")
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.gcd(84, 36))
print(f"{sum(1 / math.factorial(k) for k in range(18)):.12f} {4 * sum((-1) ** k / (2 * k + 1) for k in range(1000)):.6f}")
