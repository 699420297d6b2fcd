"""What has a short way in the interpreter: subscripts, parts and rows of matrices, small products, sorting, draws."""

import numpy as np

A = np.arange(20.0).reshape(4, 5)
B = np.arange(60).reshape(3, 4, 5)
KEYS = [0, -1, 4, -5, (0, 1), (4, 0), (0, 5), (slice(None), 1), (slice(1, 3), slice(None)), slice(1, 3), slice(5, 2),
        slice(None, None, 2), slice(None, None, -1), slice(-2, None), (1, slice(1, 4, 2)), (), (0, 0, 0),
        (slice(None), 0), (0, slice(None), 1), slice(1, 4, 0)]
for a in (A, B, A.T, A[::2, ::-1], A.astype(np.float32), A > 7, np.arange(6.0)):
    for key in KEYS:
        try:
            part = a[key]
            print(key, type(part).__name__, np.shape(part), np.sum(part), getattr(part, "strides", None) if np.size(part) else "")
        except Exception as error:
            print(key, type(error).__name__, error)
        for new in (7, 2.5, np.float64(1.5), np.arange(5.0), np.ones((4, 5))):
            copy = a.copy()
            try:
                copy[key] = new
                print(copy.sum(), end=" ")
            except Exception as error:
                print(type(error).__name__, end=" ")
        print()

y = A.copy()
y[1] = y[2]
y[0] += y[1]
y[:, 1] = y[:, 2]
y[1:3] = y[2:4]
y[0, :3] = y[0, 2:]
y[1:] += y[:-1]
y[:, 1:] -= y[:, :-1]
y[1][2] -= 1
print(y)

wide = np.arange(168.0).reshape(12, 14) % 7 - 3
parts = [wide[:4, :5], wide[:8:2, :10:2], wide[3::-1, 4::-1], wide[:5, :4].T, wide[0, :5], wide[:1, :5], wide[:4, :1], wide[:5, 2],
         wide[:4, :3], np.asfortranarray(wide[:4, :5]), np.broadcast_to(wide[0, :5], (4, 5))]
for x in parts:
    row = []
    for z in parts:
        try:
            row.append((float((x * z - z).sum()), int((x < z).sum()), (x + z).strides))
        except ValueError:
            row.append(None)
    print(row)

numbers = np.random.RandomState(1)
for m, n, k in ((1, 1, 4), (3, 3, 3), (4, 9, 5), (9, 4, 5), (17, 8, 6), (16, 80, 23), (33, 25, 7), (8, 70, 40)):
    for dtype in (np.float64, np.float32):
        X, Y = numbers.randint(-4, 5, (m, k)).astype(dtype), numbers.randint(-4, 5, (k, n)).astype(dtype)
        whole = X.astype(int) @ Y.astype(int)
        same = [np.array_equal(X @ Y, whole), np.array_equal(np.asfortranarray(X) @ np.asfortranarray(Y), whole),
                np.array_equal((Y.T @ X.T).T, whole), np.array_equal(X[:, ::-1] @ Y[::-1], whole)]
        print(m, n, k, whole.sum(), all(same), float(X[0] @ Y[:, 0]), (X @ Y[:, 0]).sum(), (X[0] @ Y).sum())

for dtype in "f8 f4 i8 i4 u4 i2 u2 i1 u1 ?".split():
    for count in (0, 1, 9, 33, 100, 401, 3000):
        x = np.round(numbers.standard_normal(count) * 50)
        x = (np.abs(x) if dtype[0] == "u" else np.clip(x, -128, 127)).astype(dtype)
        if dtype[0] == "f" and count > 9:
            x[[2, 5, 7]] = np.nan, np.inf, -np.inf
        places = np.arange(count)
        values, first, inverse, counts = np.unique(x, return_index=True, return_inverse=True, return_counts=True)
        print(dtype, count, np.sort(x)[:3], np.sort(x)[::-1][:2], int((np.argsort(x, kind="stable") * places).sum()), len(values),
              int(first.sum()), int((inverse * places).sum()), int((counts * np.arange(len(counts))).sum()), len(np.unique(x)))

for source in (np.random.default_rng(3), np.random.RandomState(3)):
    print(source.random(), source.random(3), source.normal(), source.normal(2, 3), source.normal(1, 2, 2), source.uniform(-1, 5))
    print(source.uniform(2, 3, 2), source.standard_normal(2), source.normal([1, 2], 3), source.uniform(1, 1), source.normal(0, 0))
    for bad in (lambda: source.normal(0, -1), lambda: source.uniform(0, np.inf)):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, error)
    draw = getattr(source, "integers", None) or source.randint
    print(draw(10), draw(3, 9), draw(0, 5, 4), draw(0, 2**40, 2), draw(-5, 5, size=(2, 2)))
    for bad in ((0,), (7, 3)):
        try:
            draw(*bad)
        except Exception as error:
            print(type(error).__name__, error)
print(np.linalg.norm([3.0, 4.0]), np.linalg.norm(A), np.bincount(np.array([1, 1, 3]), minlength=6), A.reshape(2, -1).shape)
