import numpy as np
rng = np.random.RandomState(9)
values = np.array([0, 1, -1, np.nan, 2, np.inf, -0.0])
for n in (1, 3, 8, 9, 16, 33, 40000):
    x = rng.choice(values, n) + 1j * rng.choice(values, n)
    y = rng.choice(values, n) + 1j * rng.choice(values, n)
    for f in (np.less, np.less_equal, np.greater, np.greater_equal, np.equal):
        print(n, f.__name__, f(x, y).sum(), f(x, 1 + 0j).sum(), f(0, y).sum(), f(x[::-1], y).sum(), (f(x, y) * np.arange(n)).sum())
    z, w = rng.randn(n) + 1j * rng.randn(n), rng.randn(n) + 1j * rng.randn(n)
    with np.errstate(all="ignore"):
        print(repr(z[-1] * w[-1]), repr((z * w)[-1]), (z * w)[0], (z * (2 - 1j))[-1], ((2 - 1j) * z)[-1], (z[::-1] * w[::-1])[0], (z ** 2)[-1], np.square(z)[0])
        z *= w
        print(z[-1], z[0], (z * z)[-1])
        z *= z
        print(z[-1] if n > 1 else "")
    for dtype in (np.float64, np.complex128, np.int64, np.int16):
        a = np.arange(n).astype(dtype)
        a[np.arange(n) % 3 == 0] = 7
        print(dtype.__name__, a.sum(), a[-1])
        a[np.zeros(n, bool)] = 9
        a[np.ones(n, bool)] = 5
        print(a.sum())
