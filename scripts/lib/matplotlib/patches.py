"""Filled shapes with an edge."""

import math

import numpy as np
from matplotlib import rcParams
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.artist import Artist
from matplotlib.path import Path
from matplotlib.transforms import Affine2D


class Patch(Artist):
    """A filled shape."""
    zorder = 1

    def __init__(self, *, edgecolor=None, facecolor=None, color=None, linewidth=None, linestyle=None,
                 antialiased=None, hatch=None, fill=True, capstyle=None, joinstyle=None, **kwargs):
        Artist.__init__(self)
        self._fill, self._hatch, self._antialiased = bool(fill), hatch, True if antialiased is None else antialiased
        self._capstyle, self._joinstyle = capstyle or 'butt', joinstyle or 'miter'
        self._linestyle = check_linestyle('solid' if linestyle is None else linestyle)
        self._linewidth = float(rcParams['patch.linewidth'] if linewidth is None else linewidth)
        self._facecolor = rcParams['patch.facecolor'] if facecolor is None else facecolor
        self._edgecolor = edgecolor
        self._hatch_linewidth = 1.0
        if color is not None:
            self.set_color(color)
        for long, short in (('edgecolor', 'ec'), ('facecolor', 'fc'), ('linewidth', 'lw'), ('linestyle', 'ls')):
            if kwargs.get(short, 0) is None:
                del kwargs[short]
        self._update(kwargs)

    def set_color(self, c):
        self._facecolor = self._edgecolor = c

    def set_facecolor(self, color):
        self._facecolor = rcParams['patch.facecolor'] if color is None else color

    def set_linewidth(self, w):
        self._linewidth = float(rcParams['patch.linewidth'] if w is None else w)

    def set_linestyle(self, ls):
        self._linestyle = check_linestyle(ls)

    def get_fill(self):
        return self._fill

    def _edge(self):
        if self._edgecolor is None:
            return None if self._fill else rcParams['patch.edgecolor']
        return self._edgecolor

    def get_edgecolor(self):
        return self._rgba(self._edge()) or (0, 0, 0, 0)

    def get_facecolor(self):
        return (self._rgba(self._facecolor) if self._fill else None) or (0, 0, 0, 0)

    def get_path(self):
        raise NotImplementedError('Derived must override')

    def get_patch_transform(self):
        return Affine2D()

    def _own_path(self):
        """The shape in the coordinates of the transform."""
        return self.get_path()

    def _display_path(self):
        path, transform = self._own_path(), self.get_transform()
        return path.vertices if transform is None else transform.transform(path.vertices), path.codes

    def contains_point(self, point, radius=None):
        return Path(*self._display_path()).contains_point(point)

    def contains_points(self, points, radius=None):
        return Path(*self._display_path()).contains_points(points)

    def get_verts(self):
        polygons = Path(*self._display_path()).to_polygons()
        return polygons[0] if polygons else np.zeros((0, 2))

    def get_extents(self):
        from matplotlib.transforms import Bbox
        points = self._display_path()[0]
        return Bbox([points.min(0), points.max(0)])

    def _pixel_extent(self):
        if not self._visible:
            return None
        points = self._display_path()[0]
        return (*points.min(0).tolist(), *points.max(0).tolist()) if len(points) else None

    def _snapping(self):
        return 1 if self._snap is None else 2 if self._snap else 0

    def _draw(self, renderer):
        points, codes = self._display_path()
        self._paint(renderer, points, codes)

    def _paint(self, renderer, points, codes):
        face = self._rgba(self._facecolor) if self._fill else None
        edge = self._rgba(self._edge()) if self._linestyle != 'None' else None
        width = self._linewidth
        renderer.path(points, codes, face=face, edge=edge, width=width, dashes=dash_pattern(self._linestyle, width),
                      join=self._joinstyle, cap=self._capstyle, snap=self._snapping(), smooth=self._antialiased)
        if self._hatch:
            from matplotlib._hatch import draw_hatch
            colour = edge if edge is not None and edge[3] else (0, 0, 0, 1)
            draw_hatch(renderer, self._hatch, points, codes, colour, self.axes)


class Rectangle(Patch):
    """A rectangle by a corner, its width and height."""

    def __init__(self, xy, width, height, *, angle=0.0, rotation_point='xy', **kwargs):
        self._x, self._y = xy
        self._width, self._height, self.angle, self.rotation_point = width, height, angle, rotation_point
        Patch.__init__(self, **kwargs)

    def _own_path(self):
        x, y, w, h = self._x, self._y, self._width, self._height
        points = np.array([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)], dtype=float)
        if self.angle:
            at = {'xy': (x, y), 'center': (x + w / 2, y + h / 2)}.get(self.rotation_point, self.rotation_point)
            points = Affine2D().rotate_deg_around(*at, self.angle).transform(points)
        return Path(points, [1, 2, 2, 2, 79])

    def __str__(self):
        return (f'Rectangle(xy=({self._x:g}, {self._y:g}), width={self._width:g}, height={self._height:g}, '
                f'angle={self.angle:g})')

    def get_path(self):
        return Path.unit_rectangle()

    xy = property(lambda self: (self._x, self._y), lambda self, xy: self.set_xy(xy))

    def get_xy(self):
        return self._x, self._y

    def set_xy(self, xy):
        self._x, self._y = xy

    def get_center(self):
        return self._x + self._width / 2, self._y + self._height / 2

    def set_bounds(self, *args):
        self._x, self._y, self._width, self._height = args[0] if len(args) == 1 else args

    def get_bbox(self):
        from matplotlib.transforms import Bbox
        return Bbox.from_bounds(self._x, self._y, self._width, self._height)


class Polygon(Patch):
    """A polygon by its corners."""

    def __init__(self, xy, *, closed=True, **kwargs):
        self._closed = closed
        self.set_xy(xy)
        Patch.__init__(self, **kwargs)

    def __str__(self):
        if not len(self._xy):
            return 'Polygon0()'
        return f'{type(self).__name__}{len(self._xy)}(({self._xy[0, 0]:g}, {self._xy[0, 1]:g}) ...)'

    def set_xy(self, xy):
        xy = np.asarray(xy, dtype=float)
        rows, columns = xy.shape if xy.ndim == 2 else (None, xy.shape[0] if xy.ndim else 0)
        if rows is None:
            raise ValueError(f'not enough values to unpack (expected 2, got {xy.ndim})')
        if self._closed and len(xy) and not np.array_equal(xy[0], xy[-1]):
            xy = np.vstack([xy, xy[:1]])
        self._xy = xy

    xy = property(lambda self: self._xy, lambda self, xy: self.set_xy(xy))

    def get_path(self):
        return Path(self._xy, [1] + [2] * (len(self._xy) - 2) + [79 if self._closed else 2] if len(self._xy) > 1
                    else None)


class PathPatch(Patch):
    """Any path."""

    def __init__(self, path, **kwargs):
        self._path = path
        Patch.__init__(self, **kwargs)

    def __str__(self):
        points = self._path.vertices
        return f'{type(self).__name__}{len(points)}(({points[0, 0]:g}, {points[0, 1]:g}) ...)'

    def get_path(self):
        return self._path


class Ellipse(Patch):
    """An ellipse by its centre and diameters."""

    def __init__(self, xy, width, height, *, angle=0, **kwargs):
        self._center, self._width, self._height, self._angle = tuple(xy), width, height, angle
        Patch.__init__(self, **kwargs)

    def __str__(self):
        (x, y), kind = self._center, type(self).__name__
        return f'{kind}(xy=({x}, {y}), width={self._width}, height={self._height}, angle={self._angle})'

    def _matrix(self):
        return Affine2D().scale(self._width / 2, self._height / 2).rotate_deg(self._angle).translate(*self._center)

    def _own_path(self):
        return Path.circle().transformed(self._matrix())

    def get_path(self):
        return Path.circle()

    center = property(lambda self: self._center, lambda self, xy: self.set_center(xy))

    def set_center(self, xy):
        self._center = tuple(xy)


class Circle(Ellipse):
    """A circle by its centre and radius."""

    def __init__(self, xy, radius=5, **kwargs):
        Ellipse.__init__(self, xy, 2 * radius, 2 * radius, **kwargs)
        self.radius = radius

    def __str__(self):
        x, y = self._center
        return f'{type(self).__name__}(xy=({x:g}, {y:g}), radius={self.radius:g})'

    def set_radius(self, radius):
        self._radius, self._width, self._height = radius, 2 * radius, 2 * radius

    def get_radius(self):
        return self._radius

    radius = property(get_radius, set_radius)


class Arc(Ellipse):
    """A part of an ellipse's edge."""

    def __init__(self, xy, width, height, *, angle=0.0, theta1=0.0, theta2=360.0, **kwargs):
        Ellipse.__init__(self, xy, width, height, angle=angle, **{'fill': False, **kwargs})
        self.theta1, self.theta2 = theta1, theta2

    def __str__(self):
        (x, y), kind = self._center, type(self).__name__
        return (f'{kind}(xy=({x:g}, {y:g}), width={self._width:g}, height={self._height:g}, angle={self._angle:g}, '
                f'theta1={self.theta1:g}, theta2={self.theta2:g})')

    def _own_path(self):
        return Path.arc(self.theta1, self.theta2).transformed(self._matrix())


class Wedge(Patch):
    """A piece of a cake, or of a ring of some width."""

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        self.center, self.r, self.theta1, self.theta2, self.width = center, r, theta1, theta2, width
        Patch.__init__(self, **kwargs)

    def __str__(self):
        x, y = self.center
        return (f'Wedge(center=({x:g}, {y:g}), r={self.r:g}, theta1={self.theta1:g}, theta2={self.theta2:g}, '
                f'width={self.width})')

    def set_center(self, center):
        self.center = center

    def set_radius(self, radius):
        self.r = radius

    def set_theta1(self, theta1):
        self.theta1 = theta1

    def set_theta2(self, theta2):
        self.theta2 = theta2

    def set_width(self, width):
        self.width = width

    def _own_path(self):
        outer = Path.arc(self.theta1, self.theta2)
        if self.width is None:
            path = Path.arc(self.theta1, self.theta2, is_wedge=True)
            return Path(path.vertices * self.r + np.array(self.center), path.codes)
        inner = outer.vertices[::-1] * (self.r - self.width) / self.r
        points = np.vstack([outer.vertices, inner, outer.vertices[:1]])
        codes = [*outer.codes.tolist(), 2, *[4] * (len(inner) - 1), 79]
        return Path(points * self.r + np.array(self.center), codes)

    get_path = _own_path


class RegularPolygon(Patch):
    """A polygon with equal sides."""

    def __init__(self, xy, numVertices, *, radius=5, orientation=0, **kwargs):
        self.xy, self.numvertices, self.radius, self.orientation = xy, numVertices, radius, orientation
        Patch.__init__(self, **kwargs)

    def __str__(self):
        x, y = self.xy
        return (f'RegularPolygon(({x:g}, {y:g}), {self.numvertices:g}, radius={self.radius:g}, '
                f'orientation={self.orientation:g})')

    def _own_path(self):
        path = Path.unit_regular_polygon(self.numvertices)
        return path.transformed(Affine2D().scale(self.radius).rotate(self.orientation).translate(*self.xy))

    get_path = _own_path


class CirclePolygon(RegularPolygon):
    """A circle as a polygon."""

    def __init__(self, xy, radius=5, *, resolution=20, **kwargs):
        RegularPolygon.__init__(self, xy, resolution, radius=radius, **kwargs)

    def __str__(self):
        x, y = self.xy
        return f'CirclePolygon(({x:g}, {y:g}), radius={self.radius:g}, resolution={self.numvertices})'


def box_outline(kind, x, y, width, height, pad, size):
    """The outline of a box around a text."""
    x0, y0, x1, y1 = x - pad, y - pad, x + width + pad, y + height + pad
    if kind in ('round', 'round4', 'roundtooth'):
        r = pad
        return rounded(x0, y0, x1, y1, r)
    if kind in ('circle', 'ellipse'):
        radius = max(x1 - x0, y1 - y0) / 2
        path = Path.circle(((x0 + x1) / 2, (y0 + y1) / 2), radius)
        return path.vertices, path.codes
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], [1, 2, 2, 2, 79]


def rounded(x0, y0, x1, y1, r):
    """A box with round corners."""
    points = [(x0 + r, y0), (x1 - r, y0), (x1, y0), (x1, y0 + r), (x1, y1 - r), (x1, y1), (x1 - r, y1),
              (x0 + r, y1), (x0, y1), (x0, y1 - r), (x0, y0 + r), (x0, y0), (x0 + r, y0), (x0 + r, y0)]
    return points, [1, 2, 3, 3, 2, 3, 3, 2, 3, 3, 2, 3, 3, 79]


class FancyBboxPatch(Patch):
    """A box with space around it and round corners."""

    def __init__(self, xy, width, height, boxstyle='round', *, mutation_scale=1, **kwargs):
        self._x, self._y, self._width, self._height = *xy, width, height
        self._mutation_scale = mutation_scale
        self.set_boxstyle(boxstyle)
        Patch.__init__(self, **kwargs)

    def __str__(self):
        return (f'FancyBboxPatch(({self._x:g}, {self._y:g}), width={self._width:g}, '
                f'height={self._height:g})')

    def set_boxstyle(self, boxstyle=None, **kwargs):
        from matplotlib._styles import BoxStyle
        self._boxstyle = BoxStyle(boxstyle, **kwargs)

    def _own_path(self):
        kind, _, options = str(self._boxstyle).partition(',')
        values = {'pad': 0.3 if kind != 'round' else 0.3, 'rounding_size': None}
        for option in options.split(','):
            key, _, value = option.partition('=')
            if value:
                values[key.strip()] = float(value)
        pad = values['pad'] * self._mutation_scale
        x0, y0 = self._x - pad, self._y - pad
        x1, y1 = self._x + self._width + pad, self._y + self._height + pad
        if kind.startswith('round'):
            size = values['rounding_size']
            return Path(*rounded(x0, y0, x1, y1, pad if size is None else size * self._mutation_scale))
        return Path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], [1, 2, 2, 2, 79])

    get_path = _own_path


class Arrow(Polygon):
    """A simple arrow."""

    def __init__(self, x, y, dx, dy, *, width=1.0, **kwargs):
        length = math.hypot(dx, dy)
        shape = np.array([(0, .1), (0, -.1), (.8, -.1), (.8, -.3), (1, 0), (.8, .3), (.8, .1)]) * [length, width]
        turn = Affine2D().rotate(math.atan2(dy, dx)).translate(x, y)
        Polygon.__init__(self, turn.transform(shape), **kwargs)

    def __str__(self):
        return 'Arrow()'


class FancyArrow(Polygon):
    """The arrow of `arrow`."""

    def __init__(self, x, y, dx, dy, *, width=0.001, length_includes_head=False, head_width=None, head_length=None,
                 shape='full', overhang=0, head_starts_at_zero=False, **kwargs):
        head_width = 3 * width if head_width is None else head_width
        head_length = 1.5 * head_width if head_length is None else head_length
        distance = math.hypot(dx, dy)
        length = distance if length_includes_head else distance + head_length
        if not length:
            Polygon.__init__(self, np.zeros((0, 2)), **kwargs)
            return
        left = np.array([[0, 0], [-head_length, -head_width / 2], [-head_length * (1 - overhang), -width / 2],
                         [-length, -width / 2], [-length, 0]])
        if not length_includes_head:
            pass
        right = left * [1, -1]
        points = left if shape == 'left' else right if shape == 'right' else np.vstack([left[:-1], right[-2::-1]])
        if head_starts_at_zero:
            points = points + [head_length, 0]
        c, s = (dx / distance, dy / distance) if distance else (0, 1)
        points = points @ np.array([[c, s], [-s, c]])
        end = np.array([x + dx, y + dy]) if length_includes_head else np.array([x + c * length, y + s * length])
        Polygon.__init__(self, points + end, **kwargs)

    def __str__(self):
        return 'FancyArrow()'


class FancyArrowPatch(Patch):
    """An arrow between two places."""

    def __init__(self, posA=None, posB=None, *, path=None, arrowstyle='simple', connectionstyle='arc3', patchA=None,
                 patchB=None, shrinkA=2, shrinkB=2, mutation_scale=1, **kwargs):
        self._posA, self._posB = posA, posB
        self.set_arrowstyle(arrowstyle)
        self.set_connectionstyle(connectionstyle)
        self._shrink, self._mutation_scale = (shrinkA, shrinkB), mutation_scale
        self._dpi_cor = 1.0
        Patch.__init__(self, **{'capstyle': 'round', 'joinstyle': 'round', **kwargs})

    def __str__(self):
        (x1, y1), (x2, y2) = self._posA, self._posB
        return f'{type(self).__name__}(({x1:g}, {y1:g})->({x2:g}, {y2:g}))'

    def set_arrowstyle(self, arrowstyle=None, **kwargs):
        from matplotlib._styles import ArrowStyle
        self._style = ArrowStyle(arrowstyle, **kwargs)

    def set_connectionstyle(self, connectionstyle=None, **kwargs):
        from matplotlib._styles import ConnectionStyle
        self._connection = ConnectionStyle(connectionstyle, **kwargs)

    def _ends(self):
        return self.get_transform().transform(np.array([self._posA, self._posB], dtype=float))

    def set_positions(self, posA, posB):
        self._posA, self._posB = posA or self._posA, posB or self._posB

    def get_path(self):
        return Path([self._posA, self._posB])

    def _draw(self, renderer):
        from matplotlib._arrows import draw_arrow
        a, b = self._ends()
        draw_arrow(renderer, a, b, self._style, self._connection, self._mutation_scale,
                   self._rgba(self._edgecolor or 'black'), self._rgba(self._facecolor), self._linewidth,
                   dash_pattern(self._linestyle, self._linewidth), self._shrink)


def __getattr__(name):
    if name in ('Annulus', 'ConnectionPatch', 'Shadow', 'StepPatch'):
        from matplotlib import _more_patches as place
    elif name in ('ArrowStyle', 'BoxStyle', 'ConnectionStyle'):
        from matplotlib import _styles as place
    else:
        raise AttributeError(f"module 'matplotlib.patches' has no attribute '{name}'")
    return getattr(place, name)
