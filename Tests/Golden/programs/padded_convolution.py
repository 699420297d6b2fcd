"""Filters over images: padding modes, windows, and strides by hand."""
import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

image = np.add.outer(np.arange(6) ** 2, 3 * np.arange(7)) % 11
kernels = {
    "mean": np.ones((3, 3)) / 9,
    "edge": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]),
    "right": np.array([[0, 0, 0], [0, 0, 1], [0, 0, 0]]),
}
for mode in ("constant", "edge", "reflect", "symmetric", "wrap"):
    padded = np.pad(image, 1, mode=mode)
    windows = sliding_window_view(padded, (3, 3))
    print(mode, padded.shape, windows.shape)
    for name, kernel in kernels.items():
        filtered = (windows * kernel).sum(axis=(-2, -1))
        print(" ", name, np.round(filtered[0], 2), np.round(filtered.sum(), 3))

columns = as_strided(image, shape=(3, 3, 2, 3), strides=(2 * image.strides[0], 2 * image.strides[1]) + image.strides)
print(columns.max(axis=(2, 3)))
print(np.pad(np.arange(4), (2, 3), "linear_ramp", end_values=(-4, 10)))
print(np.pad(image[:2, :2], ((1, 0), (0, 2)), "mean"))
for i, j in np.ndindex(2, 2):
    image[i, j] = -1
for place, value in np.ndenumerate(image[:2, :3]):
    print(place, value)
with np.nditer(image, op_flags=["readwrite"]) as it:
    for element in it:
        if element < 3:
            element[...] = element * 10
print(image)
