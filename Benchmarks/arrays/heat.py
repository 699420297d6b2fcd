"""The heat equation in two dimensions: explicit steps by slices, Jacobi sweeps, and an implicit solver: `heat.py [STEPS]`."""

import sys

import numpy as np


def explicit(u, alpha, dt, dx, steps):
    for _ in range(steps):
        un = u.copy()
        u[1:-1, 1:-1] = (un[1:-1, 1:-1]
                         + alpha * dt / dx ** 2 * (un[1:-1, 2:] - 2 * un[1:-1, 1:-1] + un[1:-1, :-2])
                         + alpha * dt / dx ** 2 * (un[2:, 1:-1] - 2 * un[1:-1, 1:-1] + un[:-2, 1:-1]))
        u[0, :], u[-1, :] = 0, 0
        u[:, 0] = u[:, 1]
        u[:, -1] = u[:, -2]
    return u


def jacobi(u, fixed, steps):
    values = u[fixed]
    for step in range(1, steps + 1):
        new = u.copy()
        new[1:-1, 1:-1] = 0.25 * (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:])
        new[fixed] = values
        change = np.max(np.abs(new - u))
        u = new
        if change < 1e-7:
            break
    return u, step, change


def implicit(n, alpha, dt, dx, steps):
    r = alpha * dt / dx ** 2
    A = (1 + 2 * r) * np.eye(n) - r * np.eye(n, k=1) - r * np.eye(n, k=-1)
    u = np.sin(np.pi * np.linspace(0, 1, n))[:, None] * np.sin(2 * np.pi * np.linspace(0, 1, n))[None, :]
    inverse = np.linalg.inv(A)
    for _ in range(steps):
        u = inverse @ u
        u = np.linalg.solve(A, u.T).T
    return u


def main(steps):
    n = 50
    dx = 1.0 / (n - 1)
    alpha = 0.1
    dt = 0.2 * dx ** 2 / alpha
    x = np.linspace(0, 1, n)
    X, Y = np.meshgrid(x, x)
    u = np.exp(-((X - 0.3) ** 2 + (Y - 0.5) ** 2) / 0.02) + 0.5 * ((X - 0.7) ** 2 + (Y - 0.4) ** 2 < 0.02)
    before = u.sum() * dx * dx
    u = explicit(u, alpha, dt, dx, steps)
    row, column = np.unravel_index(u.argmax(), u.shape)
    print(f"heat {before:.6f} became {u.sum() * dx * dx:.6f}; hottest {u.max():.6f} at ({row}, {column})")
    print(np.array2string(u[5:50:11, 5:50:11], precision=5))
    gy, gx = np.gradient(u, dx)
    print(f"steepest {np.sqrt(gx ** 2 + gy ** 2).max():.5f}, mean along the middle {u[n // 2].mean():.6f}")

    plate = np.zeros((40, 40))
    fixed = np.zeros(plate.shape, dtype=bool)
    fixed[0, :] = fixed[-1, :] = fixed[:, 0] = fixed[:, -1] = True
    plate[0, :] = 100.0
    fixed[18:22, 10:30] = True
    plate[18:22, 10:30] = 50.0
    plate, done, change = jacobi(plate, fixed, steps)
    print(f"plate: {done} sweeps, last change {change:.3e}, mean {plate.mean():.5f}")
    print("rows:", plate.mean(axis=1)[::8].round(4))
    u = implicit(40, alpha, 0.001, 1.0 / 39, steps // 4)
    print(f"implicit: from {u.min():.6f} to {u.max():.6f}, norm {np.linalg.norm(u):.6f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
