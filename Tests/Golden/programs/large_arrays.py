"""Large arrays: chains of operations, masks, transposed copies, systems of equations and plain lists."""
import warnings
import numpy as np

rng = np.random.RandomState(5)


def show(a):
    a = np.asarray(a)
    flat = a.ravel()
    print(a.shape, a.dtype, [x.item() for x in flat[:: max(1, flat.size // 4)][:4]])


def chains(a, b, z, c):
    show(a * b + 1)
    show(2 * a - b / 3)
    show((a - b) ** 2)
    show((a - b) ** 2 < 0.5)
    show(1 / (1 + a * a))
    show(a * 2 + b * 3)
    show(z * z + c)
    show(z * z + (0.3 + 0.4j))
    show(z * z.conj() > 4)
    show((z - 1) * 2 / c)
    show(a + 1 >= z.real)
    show((a + z) * 2)
    show(a ** 2 + 1)
    show(np.float32(2) * a + 1)
    show(True * a + 1)
    show(a * 10 ** 400 + 1 if False else a * 1 + 10 ** 30)


n = 40000
A, B = rng.randn(n), rng.randn(n)
Z, C = rng.randn(n) + 1j * rng.randn(n), rng.randn(n) + 1j * rng.randn(n)
chains(A, B, Z, C)
chains(A.reshape(200, 200), B.reshape(200, 200), Z.reshape(200, 200), C.reshape(200, 200))
chains(A.reshape(200, 200), B[:200], Z.reshape(200, 200).T, C.reshape(200, 200))
k = 3
show(A * k + B)
show(k * A + 1)
try:
    A * B + np.ones(3)
except ValueError as error:
    print("ValueError:", error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    big = A * 1e308
    show(big * 10 + 1)
    show(1 / (A * 0) + 1)
    x = np.full(n, np.inf)
    show(x * 2 - x)
print([str(w.message) for w in caught])

for dtype in (np.int8, np.int32, np.int64, np.float64, np.complex128):
    for size in (0, 1, 7, 8, 9, 64, 100, 1001):
        x = (rng.randn(size) * 50).astype(dtype)
        for density in (0, 0.2, 0.7, 1):
            mask = rng.rand(size) < density
            taken = x[mask]
            y = x.copy()
            y[mask] = taken[::-1]
            w = x.copy()
            w[mask] += 1
            v = x.copy()
            v[mask] = 5
            print(dtype.__name__, size, taken.sum(), y.sum(), (y * np.arange(size)).sum(), w.sum(), v.sum(), mask.sum())
grid = np.arange(96.0).reshape(8, 12)
print(grid[grid % 3 == 0], grid.T[grid.T % 5 == 1], grid[:, ::2][grid[:, ::2] > 50])

for shape in ((8, 8), (9, 17), (3, 20), (16, 16, 5), (5, 16, 24), (4, 8, 9, 10)):
    x = np.arange(np.prod(shape)).reshape(shape)
    for dtype in (np.float64, np.int64, np.float32):
        t = x.astype(dtype).T.copy()
        print(shape, t.shape, t.ravel()[:5], (t.ravel() * np.arange(t.size)).sum())
    moved = np.moveaxis(x, -1, 0).copy()
    print(moved.ravel()[:6], moved.reshape(-1)[-3:], np.ascontiguousarray(x.swapaxes(0, 1)).ravel()[-4:])
    y = np.zeros(shape[::-1])
    y[...] = x.T
    print(np.array_equal(y, x.T), np.asfortranarray(x).ravel("K")[:6])

for size in (4, 16, 17, 40, 96, 97):
    for columns in (1, 8, 13):
        M = rng.randn(size, size) + size * np.eye(size)
        right = rng.randn(size, columns)
        x = np.linalg.solve(M, right)
        print(size, columns, x.shape, np.allclose(M @ x, right), np.allclose(np.linalg.solve(M, right.T.copy().T), x))
        print(np.allclose(np.linalg.solve(M.T, right), np.linalg.inv(M.T) @ right))
singular = np.ones((20, 20))
try:
    np.linalg.solve(singular, np.ones((20, 9)))
except np.linalg.LinAlgError as error:
    print("LinAlgError:", error)
P = np.eye(20)[::-1]
print(np.linalg.solve(P, np.arange(180.0).reshape(20, 9))[:2])

u = np.arange(30.0).reshape(5, 6)
print(u[1:-1, 1:-1], u[::2, -1], u[:, 0], u[-1, ::-1], u[1:3, :], u[0, 1:100], u[3:1, 2:])
u[:, 0] = u[:, 1]
u[0, :], u[-1, :] = 0, 1
u[1:-1, 1:-1] += 10
u[1:3, 2:4] = u[2:4, 3:5]
print(u)
for bad in ("u[7, 1:]", "u[1:2, 9]", "u[1:2, 0, 0]", "u[::0, 1]", "u[1:2, 'a']", "u[1:2, 1.5]"):
    try:
        print(eval(bad))
    except Exception as error:
        print(type(error).__name__, error)
print({(1, 2): 3}[1, 2], [1, 2, 3][0:2])


class Keys:
    def __getitem__(self, key):
        return key


print(Keys()[1:2, ::3], Keys()[:, None, 5], Keys()[1:2, ::3] == (slice(1, 2), slice(None, None, 3)))

for items in ([1, 2], [1, 2.5], [[1, 2], [3, 4]], [[1, 2], [3, 4.5]], [(1, 2), [3, 4]], [np.ones(2), np.zeros(2)], [np.ones(2, int), np.zeros(2)],
              [np.float64(1), 2], [True, 2], [2 ** 62, 1.5], [2 ** 63], [[]], [[], []], [np.ones((2, 3)).T, np.zeros((3, 2))],
              [np.int64(3), 4], [1, 2j], [[1], [2]], (1, 2), ((1, 2), (3, 4)), [np.bool_(True), 1.0], [None, 1] if False else [0]):
    x = np.array(items)
    print(x.dtype, x.shape, x.tolist())
for dtype in (int, float, np.float32, bool, complex):
    print(repr(np.array([[1, 0], [3, 4]], dtype=dtype)), repr(np.array([1.5, 2], dtype=dtype)))
try:
    np.array([[1, 2], [3]])
except ValueError as error:
    print(error)

f = np.array([True, True, False])
f[0] = np.array([[0]])
f[1:2] &= np.array([-1]) > 0
print(f)
d = np.zeros((0, 2), dtype=bool)
print(np.compress([True, False, True], d, axis=-1).shape, d.take([5, 6, 7], axis=1).shape)
for axis in (0, 1):
    try:
        print(np.zeros((2, 0)).take([0], axis=axis).shape)
    except IndexError as error:
        print("IndexError:", error)
try:
    np.subtract.reduce(np.ones((2, 3), bool), axis=None)
except TypeError as error:
    print("TypeError:", error)
