import numpy as np

print(int("42"), int(" -7 "), int(3.99), int(-3.99), int("ff", 16), int(True))
print(float("1e3"), float("-inf"), float(7), float(" 2.5 "), str(1.0), str(10 ** 20), str([1, "a"]))
print(list("abc"), tuple([1, 2]), dict([("a", 1)]), list({"k": 1}), list(range(3)), bool("False"))
a = np.array([1.7, -1.7, 0.0])
print(a.astype(int), a.astype(bool), a.astype(np.float32), a.astype(np.int64).dtype)
print(np.array([1, 2, 3]).astype(float), np.array([300, -1]).astype(np.uint8), np.array([True]).astype(int))
print(float(a[0]), int(a[0]), a.tolist(), a[0].item(), type(a.tolist()[0]), type(a[0]))
print(np.array([1, 2.5]).dtype, np.array([1, 2]).dtype, np.array([True, 2]).dtype, np.array([1, 2], dtype="float32").dtype)
print(np.zeros(2, dtype=int), np.ones(2, dtype=bool), np.arange(3, dtype=float), np.float64(3), np.int64(2.9))
print(np.uint8(200) + np.uint8(55), (np.array([250], dtype=np.uint8) + 5), np.array([1], dtype=np.uint8) / 2)
for t in [int, float, bool, np.float32, "uint8", "int64"]:
    print(np.array([0, 1, 2], dtype=t), np.dtype(t).name, np.dtype(t).itemsize)
