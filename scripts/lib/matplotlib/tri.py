"""Triangles over scattered points."""

import numpy as np


class Triangulation:
    """Points and the triangles between them."""

    def __init__(self, x, y, triangles=None, mask=None):
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        self.triangles = triangulate(self.x, self.y) if triangles is None else np.asarray(triangles)

    def set_mask(self, mask):
        if mask is not None:
            self.triangles = self.triangles[~np.asarray(mask, dtype=bool)]


def triangulate(x, y):
    """Delaunay's triangles of points, by adding one point after the other."""
    x, y = np.asarray(x, dtype=float).ravel(), np.asarray(y, dtype=float).ravel()
    if len(x) < 3:
        raise ValueError('x and y arrays must have a length of at least 3')
    span = max(np.ptp(x), np.ptp(y)) or 1.0
    cx, cy = (x.max() + x.min()) / 2, (y.max() + y.min()) / 2
    xs = np.append(x, [cx - 20 * span, cx + 20 * span, cx])
    ys = np.append(y, [cy - 20 * span, cy - 20 * span, cy + 20 * span])
    n = len(x)
    corners = np.array([[n, n + 1, n + 2]])
    circles = _circles(xs, ys, corners)
    seen = set()
    for i in range(n):
        if (xs[i], ys[i]) in seen:
            continue
        seen.add((xs[i], ys[i]))
        inside = (circles[:, 0] - xs[i]) ** 2 + (circles[:, 1] - ys[i]) ** 2 < circles[:, 2] * (1 - 1e-12)
        count = {}
        for a, b, c in corners[inside].tolist():
            for edge in ((a, b), (b, c), (c, a)):
                if (edge[1], edge[0]) in count:
                    del count[(edge[1], edge[0])]
                else:
                    count[edge] = True
        made = np.array([[a, b, i] for a, b in count])
        if not len(made):
            continue
        corners = np.vstack([corners[~inside], made])
        circles = np.vstack([circles[~inside], _circles(xs, ys, made)])
    return corners[(corners < n).all(axis=1)]


def _circles(x, y, corners):
    """Middle and squared radius of the circles around triangles."""
    ax, ay = x[corners[:, 0]], y[corners[:, 0]]
    bx, by = x[corners[:, 1]] - ax, y[corners[:, 1]] - ay
    cx, cy = x[corners[:, 2]] - ax, y[corners[:, 2]] - ay
    d = 2 * (bx * cy - by * cx)
    d = np.where(d == 0, 1e-300, d)
    b, c = bx ** 2 + by ** 2, cx ** 2 + cy ** 2
    ux, uy = (cy * b - by * c) / d, (bx * c - cx * b) / d
    return np.column_stack([ux + ax, uy + ay, ux ** 2 + uy ** 2])


def grid_of(x, y, z, size=100):
    """Heights on a grid, straight within the triangles of scattered points."""
    x, y, z = (np.asarray(v, dtype=float).ravel() for v in (x, y, z))
    gx, gy = np.linspace(x.min(), x.max(), size), np.linspace(y.min(), y.max(), size)
    X, Y = np.meshgrid(gx, gy)
    Z = np.full(X.shape, np.nan)
    for a, b, c in triangulate(x, y).tolist():
        d = (y[b] - y[c]) * (x[a] - x[c]) + (x[c] - x[b]) * (y[a] - y[c])
        if d == 0:
            continue
        columns = slice(*np.searchsorted(gx, [min(x[a], x[b], x[c]) - 1e-9, max(x[a], x[b], x[c]) + 1e-9]))
        rows = slice(*np.searchsorted(gy, [min(y[a], y[b], y[c]) - 1e-9, max(y[a], y[b], y[c]) + 1e-9]))
        px, py = X[rows, columns], Y[rows, columns]
        u = ((y[b] - y[c]) * (px - x[c]) + (x[c] - x[b]) * (py - y[c])) / d
        v = ((y[c] - y[a]) * (px - x[c]) + (x[a] - x[c]) * (py - y[c])) / d
        inside = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
        Z[rows, columns] = np.where(inside, u * z[a] + v * z[b] + (1 - u - v) * z[c], Z[rows, columns])
    return X, Y, Z
