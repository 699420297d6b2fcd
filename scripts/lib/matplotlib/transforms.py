"""Boxes, and ways from coordinates to pixels (y upwards)."""

import math

import numpy as np


class Bbox:
    """A box by two corners."""

    def __init__(self, points):
        self._points = np.asarray(points, dtype=float).reshape(2, 2)

    @staticmethod
    def from_bounds(x0, y0, width, height):
        return Bbox([[x0, y0], [x0 + width, y0 + height]])

    @staticmethod
    def from_extents(*args):
        return Bbox(args)

    @staticmethod
    def unit():
        return Bbox([[0, 0], [1, 1]])

    @staticmethod
    def union(boxes):
        boxes = list(boxes)
        return Bbox([[min(b.xmin for b in boxes), min(b.ymin for b in boxes)],
                     [max(b.xmax for b in boxes), max(b.ymax for b in boxes)]])

    x0 = property(lambda self: float(self._points[0, 0]))
    y0 = property(lambda self: float(self._points[0, 1]))
    x1 = property(lambda self: float(self._points[1, 0]))
    y1 = property(lambda self: float(self._points[1, 1]))
    xmin = property(lambda self: min(self.x0, self.x1))
    ymin = property(lambda self: min(self.y0, self.y1))
    xmax = property(lambda self: max(self.x0, self.x1))
    ymax = property(lambda self: max(self.y0, self.y1))
    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    size = property(lambda self: self._points[1] - self._points[0])
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))
    extents = property(lambda self: self._points.ravel().copy())
    intervalx = property(lambda self: self._points[:, 0])
    intervaly = property(lambda self: self._points[:, 1])

    def get_points(self):
        return self._points

    def contains(self, x, y):
        return self.xmin <= x <= self.xmax and self.ymin <= y <= self.ymax

    def overlaps(self, other):
        return (self.xmin <= other.xmax and other.xmin <= self.xmax and self.ymin <= other.ymax
                and other.ymin <= self.ymax)

    def transformed(self, transform):
        return Bbox(transform.transform(self._points))

    def padded(self, w_pad, h_pad=None):
        h_pad = w_pad if h_pad is None else h_pad
        return Bbox([[self.x0 - w_pad, self.y0 - h_pad], [self.x1 + w_pad, self.y1 + h_pad]])

    def shrunk(self, mx, my):
        return Bbox.from_bounds(self.x0, self.y0, self.width * mx, self.height * my)

    def __str__(self):
        return f'Bbox(x0={self.x0}, y0={self.y0}, x1={self.x1}, y1={self.y1})'

    def __repr__(self):
        return f'Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])'

    def __iter__(self):
        return iter(self._points)

    def __getitem__(self, index):
        return self._points[index]


class Transform:
    """A way from coordinates to others."""

    def transform(self, values):
        raise NotImplementedError

    def transform_point(self, point):
        return self.transform(np.asarray(point, dtype=float))

    def transform_path(self, path):
        return path.transformed(self)

    def inverted(self):
        raise NotImplementedError

    def frozen(self):
        return self

    def __add__(self, other):
        return CompositeTransform(self, other)

    def __sub__(self, other):
        return CompositeTransform(self, other.inverted())


class CompositeTransform(Transform):
    """One after the other."""

    def __init__(self, a, b):
        self._a, self._b = a, b

    def transform(self, values):
        return self._b.transform(self._a.transform(values))

    def inverted(self):
        return CompositeTransform(self._b.inverted(), self._a.inverted())


class Affine2D(Transform):
    """Straight changes by a matrix."""

    def __init__(self, matrix=None):
        self._m = np.eye(3) if matrix is None else np.array(matrix, dtype=float)

    def get_matrix(self):
        return self._m

    def _then(self, a, b, c, d, e, f):
        self._m = np.array([[a, b, c], [d, e, f], [0, 0, 1.0]]) @ self._m
        return self

    def scale(self, sx, sy=None):
        return self._then(sx, 0, 0, 0, sx if sy is None else sy, 0)

    def translate(self, tx, ty):
        return self._then(1, 0, tx, 0, 1, ty)

    def rotate(self, theta):
        c, s = math.cos(theta), math.sin(theta)
        return self._then(c, -s, 0, s, c, 0)

    def rotate_deg(self, degrees):
        return self.rotate(math.radians(degrees))

    def rotate_around(self, x, y, theta):
        return self.translate(-x, -y).rotate(theta).translate(x, y)

    def rotate_deg_around(self, x, y, degrees):
        return self.rotate_around(x, y, math.radians(degrees))

    def skew(self, x, y):
        return self._then(1, math.tan(x), 0, math.tan(y), 1, 0)

    def skew_deg(self, x, y):
        return self.skew(math.radians(x), math.radians(y))

    def clear(self):
        self._m = np.eye(3)
        return self

    def transform(self, values):
        values = np.asarray(values, dtype=float)
        return values @ self._m[:2, :2].T + self._m[:2, 2]

    def inverted(self):
        return Affine2D(np.linalg.inv(self._m))

    def __add__(self, other):
        if isinstance(other, Affine2D):
            return Affine2D(other._m @ self._m)
        return CompositeTransform(self, other)


class IdentityTransform(Affine2D):
    """Nothing changes: pixels."""


class BoxTransform(Transform):
    """From 0...1 to a box in pixels, which a function gives: `transAxes`, `transFigure`."""

    def __init__(self, box):
        self._box = box

    def transform(self, values):
        x0, y0, width, height = self._box()
        return np.asarray(values, dtype=float) * np.array([width, height]) + np.array([x0, y0])

    def inverted(self):
        x0, y0, width, height = self._box()
        return Affine2D([[1 / width, 0, -x0 / width], [0, 1 / height, -y0 / height], [0, 0, 1]])


class ScaledTranslation(Affine2D):
    """A fixed way, in units that another transform scales."""

    def __init__(self, xt, yt, scale_trans):
        move = scale_trans.transform(np.array([xt, yt])) - scale_trans.transform(np.array([0.0, 0.0]))
        Affine2D.__init__(self, [[1, 0, move[0]], [0, 1, move[1]], [0, 0, 1]])


class _AxesTransform(Transform):
    """Takes each coordinate through `_coordinate`, with the view of its axis and its pixels."""

    def __init__(self, axes):
        self._axes = axes

    def transform(self, values):
        values = np.asarray(values, dtype=float)
        axes = self._axes
        x0, y0, width, height = axes._pixel_box()
        result = np.empty(values.shape)
        for i, (axis, start, size) in enumerate(((axes.xaxis, x0, width), (axes.yaxis, y0, height))):
            low, high = axis._scaled_view()
            result[..., i] = self._coordinate(values[..., i], axis.scale, low, high, start, size)
        return result


class DataTransform(_AxesTransform):
    """From the data of axes to pixels."""

    def _coordinate(self, values, scale, low, high, start, size):
        return start + (scale.forward(values) - low) / (high - low) * size

    def inverted(self):
        return _InverseData(self._axes)


class _InverseData(_AxesTransform):
    def _coordinate(self, values, scale, low, high, start, size):
        return scale.backward((values - start) / size * (high - low) + low)

    def inverted(self):
        return DataTransform(self._axes)


class BlendedTransform(Transform):
    """x by one transform, y by another."""

    def __init__(self, x, y):
        self._x, self._y = x, y

    def transform(self, values):
        values = np.asarray(values, dtype=float)
        result = np.empty(values.shape)
        result[..., 0] = self._x.transform(values)[..., 0]
        result[..., 1] = self._y.transform(values)[..., 1]
        return result

    def inverted(self):
        return BlendedTransform(self._x.inverted(), self._y.inverted())


def blended_transform_factory(x_transform, y_transform):
    return BlendedTransform(x_transform, y_transform)


def offset_copy(trans, fig=None, x=0.0, y=0.0, units='inches'):
    """A transform that moves what another places."""
    if units == 'dots':
        return trans + Affine2D().translate(x, y)
    if fig is None:
        raise ValueError('For units of inches or points a fig kwarg is needed')
    scale = fig.dpi / (72 if units == 'points' else 1)
    return trans + Affine2D().translate(x * scale, y * scale)


class TransformedBbox(Bbox):
    """A box taken through a transform."""

    def __init__(self, bbox, transform):
        Bbox.__init__(self, transform.transform(bbox.get_points()))


class BboxTransformTo(Affine2D):
    """From the unit square to a box."""

    def __init__(self, boxout):
        x, y, w, h = boxout.bounds
        Affine2D.__init__(self, [[w, 0, x], [0, h, y], [0, 0, 1]])
