"""Lines and curves as points and codes."""

import math

import numpy as np


class Path:
    """Points, and for each a code: 1 move, 2 line, 3 and 4 curves, 79 close."""
    STOP, MOVETO, LINETO, CURVE3, CURVE4, CLOSEPOLY = 0, 1, 2, 3, 4, 79
    code_type = np.uint8

    def __init__(self, vertices, codes=None, _interpolation_steps=1, closed=False, readonly=False):
        self.vertices = np.asarray(vertices, dtype=float).reshape(-1, 2)
        if closed and codes is None and len(self.vertices):
            codes = [1] + [2] * (len(self.vertices) - 2) + [79]
        self.codes = None if codes is None else np.asarray(codes, dtype=np.uint8)
        if self.codes is not None and len(self.codes) != len(self.vertices):
            raise ValueError("'codes' must be a 1D list or array with the same length of 'vertices'. Your vertices have "
                             f"shape {self.vertices.shape} but your codes have shape {self.codes.shape}")

    def __repr__(self):
        return f'Path({self.vertices!r}, {self.codes!r})'

    def __len__(self):
        return len(self.vertices)

    def copy(self):
        return Path(self.vertices.copy(), None if self.codes is None else self.codes.copy())

    def transformed(self, transform):
        return Path(transform.transform(self.vertices), self.codes)

    def get_extents(self, transform=None, **kwargs):
        from matplotlib.transforms import Bbox
        points = self.vertices if transform is None else transform.transform(self.vertices)
        return Bbox([points.min(0), points.max(0)])

    def _polygons(self):
        """The corners of each part, curves in straight pieces."""
        parts, part, i = [], [], 0
        codes = self.codes if self.codes is not None else [1] + [2] * (len(self.vertices) - 1)
        t = np.linspace(0, 1, 17)[1:, None]
        while i < len(self.vertices):
            code = int(codes[i])
            if code == 1:
                parts.append(part)
                part = [self.vertices[i]]
            elif code == 3 and i + 1 < len(self.vertices) and part:
                a, b, c = part[-1], self.vertices[i], self.vertices[i + 1]
                part += list((1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c)
                i += 1
            elif code == 4 and i + 2 < len(self.vertices) and part:
                a, b, c, d = part[-1], *self.vertices[i:i + 3]
                part += list((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d)
                i += 2
            elif code == 2:
                part.append(self.vertices[i])
            i += 1
        return [np.array(p) for p in [*parts, part] if len(p)]

    def to_polygons(self, transform=None, width=0, height=0, closed_only=True):
        path = self if transform is None else self.transformed(transform)
        made = []
        for points in path._polygons():
            if closed_only and len(points) > 2 and (points[0] != points[-1]).any():
                points = np.vstack([points, points[:1]])
            if not closed_only or len(points) > 2:
                made.append(points)
        return made

    def contains_points(self, points, transform=None, radius=0.0):
        """Which points lie inside, by the number of edges to their right."""
        points = np.asarray(points, dtype=float).reshape(-1, 2)
        path = self if transform is None else self.transformed(transform)
        inside = np.zeros(len(points), dtype=bool)
        x, y = points[:, 0], points[:, 1]
        for corners in path._polygons():
            for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0)):
                if y0 == y1:
                    continue
                crosses = (y0 > y) != (y1 > y)
                inside ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
        return inside

    def contains_point(self, point, transform=None, radius=0.0):
        return bool(self.contains_points([point], transform, radius)[0])

    def intersects_bbox(self, bbox, filled=True):
        points = self.vertices
        inside = ((points[:, 0] >= bbox.xmin) & (points[:, 0] <= bbox.xmax) & (points[:, 1] >= bbox.ymin)
                  & (points[:, 1] <= bbox.ymax))
        return bool(inside.any() or filled and self.contains_point((bbox.x0, bbox.y0)))

    def iter_segments(self, **kwargs):
        codes = self.codes if self.codes is not None else [1] + [2] * (len(self.vertices) - 1)
        for point, code in zip(self.vertices, codes):
            yield point, code

    @staticmethod
    def make_compound_path(*paths):
        vertices = np.concatenate([p.vertices for p in paths])
        codes = [c for p in paths for c in (p.codes if p.codes is not None else [1] + [2] * (len(p) - 1))]
        return Path(vertices, codes)

    @classmethod
    def unit_rectangle(cls):
        return cls([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], [1, 2, 2, 2, 79])

    @classmethod
    def unit_regular_polygon(cls, numVertices):
        angles = 2 * np.pi / numVertices * np.arange(numVertices + 1) + np.pi / 2
        return cls(np.column_stack([np.cos(angles), np.sin(angles)]), closed=True)

    @classmethod
    def unit_regular_star(cls, numVertices, innerCircle=0.5):
        count = 2 * numVertices
        angles = np.arange(count + 1) * (2 * np.pi / count) + np.pi / 2
        radii = np.where(np.arange(count + 1) % 2 == 1, innerCircle, 1.0)
        return cls(np.column_stack([radii * np.cos(angles), radii * np.sin(angles)]), closed=True)

    @classmethod
    def circle(cls, center=(0.0, 0.0), radius=1.0, readonly=False):
        """Eight arcs from the bottom, counter-clockwise."""
        made = cls._arc(-90, 270, 8)
        points = np.vstack([made, made[:1]])
        return cls(points * radius + np.asarray(center, dtype=float), [1] + [4] * (len(made) - 1) + [79])

    unit_circle = circle

    @staticmethod
    def _arc(theta1, theta2, n):
        """The points of n cubic pieces along the unit circle."""
        step = math.radians(theta2 - theta1) / n
        k = 4 / 3 * math.tan(step / 4)
        points = []
        for i in range(n + 1):
            a = math.radians(theta1) + i * step
            c, s = math.cos(a), math.sin(a)
            if i:
                points.append((c + k * s, s - k * c))
            points.append((c, s))
            if i < n:
                points.append((c - k * s, s + k * c))
        return np.array(points)

    @classmethod
    def arc(cls, theta1, theta2, n=None, is_wedge=False):
        """A part of the unit circle, in degrees; a wedge has the centre too."""
        if abs(theta2 - theta1) > 360 + 1e-12:
            theta2 = theta1 + 360
        elif theta2 < theta1:
            theta2 += 360 * math.ceil((theta1 - theta2) / 360)
        if n is None:
            n = int(2 ** math.ceil((theta2 - theta1) / 90)) if theta2 > theta1 else 1
        points = cls._arc(theta1, theta2, max(1, n))
        codes = [1] + [4] * (len(points) - 1)
        if is_wedge:
            points = np.vstack([[[0, 0]], points, [[0, 0]], [[0, 0]]])
            codes = [1, 2] + codes[1:] + [2, 79]
        return cls(points, codes)

    @classmethod
    def wedge(cls, theta1, theta2, n=None):
        return cls.arc(theta1, theta2, n, True)
