def newton(f, df, x, steps=20, tolerance=1e-14):
    for i in range(steps):
        dx = f(x) / df(x)
        x -= dx
        print(i, repr(x))
        if abs(dx) < tolerance:
            return x, i
    return x, steps


root, n = newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0)
print(root, n, root ** 2)
root, n = newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x ** 2 - 1, 1.5)
print(root, n)


def bisect(f, a, b):
    while b - a > 1e-12:
        mid = (a + b) / 2
        if f(a) * f(mid) <= 0:
            b = mid
        else:
            a = mid
    return (a + b) / 2


print(bisect(lambda x: x * x * x - 7, 0, 5))
