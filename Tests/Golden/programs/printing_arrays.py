import numpy as np

arrays = [
    np.array([1, 2, 3]),
    np.array([1.5, 2.25, -3]),
    np.array([[1, 2], [30, 400]]),
    np.array([True, False]),
    np.array([1e-10, 1, 1e10]),
    np.array([np.nan, np.inf, -np.inf, 0]),
    np.zeros((0,)),
    np.zeros((2, 0)),
    np.array(3.5),
    np.arange(12).reshape(2, 3, 2),
    np.array([1, 2], dtype=np.uint8),
    np.array([0.1, 0.2], dtype=np.float32),
    np.linspace(0, 1, 7),
    np.arange(2000),
    np.arange(2000).reshape(100, 20) / 3,
    np.eye(3),
]
for a in arrays:
    print(a)
    print(repr(a))
    print(a.shape, a.dtype, a.size)
