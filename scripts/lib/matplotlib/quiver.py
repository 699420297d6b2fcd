"""Fields of arrows."""

import numpy as np
from matplotlib._checks import check_in
from matplotlib.collections import Collection
from matplotlib.text import Text

# A half of an arrow of width 1: along it and across it, the head's parts in shaft widths.
_UNITS = ('width', 'height', 'dots', 'inches', 'x', 'y', 'xy')


class Quiver(Collection):
    """Arrows."""

    def __init__(self, axes, *args, scale=None, headwidth=3, headlength=5, headaxislength=4.5, minshaft=1,
                 minlength=1, units='width', scale_units=None, angles='uv', width=None, color='k', pivot='tail',
                 cmap=None, norm=None, clim=None, **kwargs):
        if units not in _UNITS:
            check_in('units', units, _UNITS)
        self.X, self.Y, self.U, self.V, C = self._read(args)
        self.scale, self.width, self.units, self.scale_units = scale, width, units, scale_units
        self.head = (headwidth, headlength, headaxislength)
        self.minshaft, self.minlength, self.angles = minshaft, minlength, angles
        self.pivot = {'middle': 'mid'}.get(pivot, pivot)
        kwargs.setdefault('linewidths', 0)
        colour = kwargs.pop('facecolor', kwargs.pop('facecolors', color))
        Collection.__init__(self, facecolors=colour, cmap=cmap, norm=norm, **kwargs)
        self.axes = axes
        if C is not None:
            self.set_array(np.ravel(C))
            if clim is not None:
                self.set_clim(*clim)
            self.autoscale_None()

    @staticmethod
    def _read(args):
        C = args[4] if len(args) == 5 else args[2] if len(args) == 3 else None
        if len(args) in (2, 3):
            U, V = (np.asarray(a, dtype=float) for a in args[:2])
            rows, columns = (1, U.size) if U.ndim == 1 else U.shape
            X, Y = np.meshgrid(np.arange(columns), np.arange(rows))
        elif len(args) in (4, 5):
            X, Y, U, V = (np.asarray(a, dtype=float) for a in args[:4])
            U, V = np.atleast_1d(U), np.atleast_1d(V)
            if X.ndim == 1 and U.ndim == 2:
                X, Y = np.meshgrid(X, Y)
        else:
            raise TypeError(f'takes from 2 to 5 positional arguments but {len(args)} were given')
        X, Y, U, V = (np.ravel(a).astype(float) for a in np.broadcast_arrays(X, Y, U, V))
        return X, Y, U, V, C

    def set_UVC(self, U, V, C=None):
        self.U, self.V = np.ravel(np.asarray(U, dtype=float)), np.ravel(np.asarray(V, dtype=float))
        if C is not None:
            self.set_array(np.ravel(C))

    def set_offsets(self, offsets):
        offsets = np.asarray(offsets, dtype=float)
        self.X, self.Y = offsets[:, 0], offsets[:, 1]

    def _dots(self, units):
        """Pixels of a unit."""
        x0, y0, width, height = self.axes._pixel_box()
        low, high = self.axes.get_xlim()
        down, up = self.axes.get_ylim()
        dx, dy = width / abs(high - low), height / abs(up - down)
        return {'width': width, 'height': height, 'dots': 1.0, 'inches': self.figure._drawing_dpi, 'x': dx, 'y': dy,
                'xy': float(np.hypot(dx, dy))}[units]

    def _lengths(self):
        """The arrows' lengths and the width of their shafts, in pixels, and their angles."""
        unit = self._dots(self.units)
        x0, y0, box_width, box_height = self.axes._pixel_box()
        count = len(self.X)
        span = box_width / unit
        width = self.width if self.width is not None else 0.06 * span / np.clip(np.sqrt(count), 8, 25)
        size = np.hypot(self.U, self.V)
        angles = np.arctan2(self.V, self.U)
        if isinstance(self.angles, str):
            if self.angles == 'xy' or self.scale_units == 'xy':
                # As far as the arrows themselves where their lengths are in data.
                extents = np.abs(self.axes.dataLim.extents)
                step = 1.0 if self.scale_units == 'xy' else 0.001 * float(extents[np.isfinite(extents)].max(initial=0.0)) or 1e-3
                here = self.axes.transData.transform(np.column_stack([self.X, self.Y]))
                there = self.axes.transData.transform(np.column_stack([self.X + step * self.U, self.Y + step * self.V]))
                moved = there - here
                if self.angles == 'xy':
                    angles = np.arctan2(moved[:, 1], moved[:, 0])
                if self.scale_units == 'xy':
                    size = np.hypot(moved[:, 0], moved[:, 1]) / step
        else:
            angles = np.radians(np.ravel(self.angles))
        good = np.isfinite(size)
        mean = float(size[good].mean()) if good.any() else 1.0
        scale = self.scale
        if scale is None:
            automatic = 1.8 * mean * max(10.0, np.sqrt(count)) / span
            scale = automatic if self.scale_units is None else automatic * span / (
                box_width / (1.0 if self.scale_units == 'xy' else self._dots(self.scale_units)))
            if self.scale_units is None:
                lengths = size * unit / automatic
                self._used_scale = (unit, automatic)
                return lengths, width * unit, angles
        per = unit if self.scale_units is None else 1.0 if self.scale_units == 'xy' else self._dots(self.scale_units)
        self._used_scale = (per, scale)
        return size * per / scale, width * unit, angles

    def _shape(self, length, width):
        """An arrow along x with its tail at 0, in shaft widths."""
        headwidth, headlength, headaxis = self.head
        length = length / width
        short = self.minshaft * headlength
        factor = 1.0
        if length < short:
            factor, length = length / short, short
        x = np.array([0, length - headaxis, length - headlength, length, length - headlength, length - headaxis, 0])
        y = np.array([0.5, 0.5, headwidth / 2, 0, -headwidth / 2, -0.5, -0.5])
        if length * factor < self.minlength:
            a = np.radians(np.arange(7) * 60)
            return np.column_stack([np.cos(a), np.sin(a)]) * self.minlength / 2 * width
        move = {'tail': 0, 'mid': length / 2, 'tip': length}[self.pivot]
        return np.column_stack([(x - move) * factor, y * factor]) * width

    def _draw(self, renderer):
        lengths, width, angles = self._lengths()
        places = self.axes.transData.transform(np.column_stack([self.X, self.Y]))
        good = np.isfinite(places).all(axis=1) & np.isfinite(lengths)
        shapes = np.zeros((len(lengths), 7, 2))
        for i in np.flatnonzero(good).tolist():
            c, s = np.cos(angles[i]), np.sin(angles[i])
            shapes[i] = self._shape(float(lengths[i]), width) @ np.array([[c, s], [-s, c]]) + places[i]
        faces = self._faces()
        faces = faces[good] if len(faces) == len(good) else faces
        edges = self._edges() if self._edgecolor is not None else None
        renderer.polygons(shapes[good], faces, edges, self._widths(), join='miter', snap=0)


class QuiverKey(Text):
    """An arrow with its meaning."""

    def __init__(self, Q, X, Y, U, label, *, angle=0, coordinates='axes', color=None, labelsep=0.1, labelpos='N',
                 **kwargs):
        Text.__init__(self, X, Y, label, horizontalalignment='center', verticalalignment='bottom')
        self._quiver, self._length, self._coordinates, self._angle = Q, U, coordinates, angle
        self._place, self._clip_on = labelpos, False

    def _anchor(self):
        point = np.array([self._x, self._y], dtype=float)
        transform = {'axes': self.axes.transAxes, 'figure': self.figure.transFigure,
                     'data': self.axes.transData}[self._coordinates]
        return transform.transform(point)

    def _draw(self, renderer):
        Q = self._quiver
        lengths, width, angles = Q._lengths()
        per, scale = Q._used_scale
        place = self._anchor()
        shape = Q._shape(self._length * per / scale, width)
        middle = (shape.min(0) + shape.max(0)) / 2
        renderer.polygons((shape - [middle[0], 0] + place)[None], Q._faces()[:1], None, [0], join='miter', snap=0)
        block = self._block(renderer.dpi)
        gap = 0.1 * renderer.dpi
        x, y = float(place[0]), float(place[1])
        half = float(shape[:, 0].max() - shape[:, 0].min()) / 2
        dx, dy = {'N': (0, gap), 'S': (0, -gap - block.height), 'E': (half + gap + block.width / 2, -block.height / 2),
                  'W': (-half - gap - block.width / 2, -block.height / 2)}[self._place]
        block.draw(renderer, x + dx, y + dy, self._rgba(self._color))


def __getattr__(name):
    if name == 'Barbs':
        from matplotlib._barbs import Barbs
        return Barbs
    raise AttributeError(f"module 'matplotlib.quiver' has no attribute '{name}'")
