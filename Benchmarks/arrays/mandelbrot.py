"""The Mandelbrot set as an array, with smooth colours and a Julia set beside it: `mandelbrot.py [WIDTH]`."""

import sys

import numpy as np


def mandelbrot(xmin, xmax, ymin, ymax, width, height, limit):
    x = np.linspace(xmin, xmax, width)
    y = np.linspace(ymin, ymax, height)
    C = x[np.newaxis, :] + 1j * y[:, np.newaxis]
    Z = np.zeros_like(C)
    counts = np.zeros(C.shape, dtype=int)
    alive = np.ones(C.shape, dtype=bool)
    for _ in range(limit):
        Z[alive] = Z[alive] ** 2 + C[alive]
        alive &= np.abs(Z) <= 2
        counts[alive] += 1
    return counts, Z


def julia(c, width, height, limit):
    y, x = np.ogrid[-1.2:1.2:height * 1j, -1.6:1.6:width * 1j]
    z = x + y * 1j
    steps = limit + np.zeros(z.shape, dtype=int)
    for i in range(limit):
        z = z * z + c
        outside = z * np.conj(z) > 4
        new = outside & (steps == limit)
        steps[new] = i
        z[outside] = 2
    return steps


def main(width):
    height = width * 2 // 5
    limit = 40
    counts, Z = mandelbrot(-2.2, 0.8, -1.2, 1.2, width, height, limit)
    shades = np.array(list(" .:-=+*#%@"))
    levels = np.minimum(counts * len(shades) // (limit + 1), len(shades) - 1)
    for row in shades[levels][::max(1, height // 20), ::max(1, width // 50)]:
        print("".join(row).rstrip())
    print("inside:", np.sum(counts == limit), "of", counts.size)
    print("histogram:", np.bincount(counts.ravel(), minlength=limit + 1)[:12])
    outside = counts < limit
    with np.errstate(all="ignore"):
        smooth = counts[outside] + 1 - np.log2(np.log(np.abs(Z[outside])))
    print(f"smooth colours: mean {smooth.mean():.4f}, least {smooth.min():.4f}, greatest {smooth.max():.4f}")
    steps = julia(-0.4 + 0.6j, width, height, limit)
    print("Julia:", np.percentile(steps, [10, 50, 90]), f"{steps.mean():.4f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
