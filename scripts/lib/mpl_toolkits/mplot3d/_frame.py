"""The box around a plot in space: panes, grid, axes and ticks."""

import math

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.text import Text

_GREY = ((0.95, 0.95, 0.95, 0.5), (0.9, 0.9, 0.9, 0.5), (0.925, 0.925, 0.925, 0.5))
# For each axis the coordinate at whose near side its line is, its own, and the one that stays at the pane.
_ORDER = ((1, 0, 2), (0, 1, 2), (0, 2, 1))
_ALONG = (1, 0, 0)


class Projection:
    """How places in space become pixels."""

    def __init__(self, axes):
        low, high = np.array(axes._limits3d()).T
        aspect = axes._aspect3d
        elevation, azimuth, roll = (math.radians(v) for v in (axes.elev, axes.azim, axes.roll))
        w = np.array([math.cos(elevation) * math.cos(azimuth), math.cos(elevation) * math.sin(azimuth),
                      math.sin(elevation)])
        self._eye = aspect / 2 + axes._dist * w
        up = np.array([0.0, 0.0, 1.0 if abs(axes.elev) % 360 <= 90 or abs(axes.elev) % 360 >= 270 else -1.0])
        u = np.cross(up, w)
        u = u / np.linalg.norm(u) if np.linalg.norm(u) > 1e-12 else np.array([-math.sin(azimuth), math.cos(azimuth), 0])
        v = np.cross(w, u)
        c, s = math.cos(roll), math.sin(roll)
        self._u, self._v, self._w = c * u - s * v, s * u + c * v, w
        self._low, self._scale = low, aspect / (high - low)
        self._focal = axes._focal
        x0, y0, width, height = axes._pixel_box()
        self._origin, self._unit = np.array([x0, y0]), np.array([width, height]) / 0.185

    def _seen(self, points):
        return (np.asarray(points, dtype=float) - self._low) * self._scale - self._eye

    def depths(self, points):
        """How far points are from the eye."""
        return -(self._seen(points) @ self._w)

    def span(self, points):
        """How far all points reach."""
        return float(np.linalg.norm(np.ptp(np.asarray(points, dtype=float), axis=0) * self._scale))

    def pixels(self, points):
        way = self._seen(points)
        if self._focal is None:
            flat = np.stack([way @ self._u, way @ self._v], axis=-1) / 10
        else:
            depth = -(way @ self._w)
            flat = np.stack([way @ self._u, way @ self._v], axis=-1) * self._focal / depth[..., None]
        return self._origin + (flat + 0.095) * self._unit


class Frame:
    """Draws the box of a plot."""

    def __init__(self, axes, projection):
        self.axes, self.projection = axes, projection
        limits = np.array(axes._limits3d())
        self.low, self.high = limits[:, 0], limits[:, 1]
        middle = limits.mean(1)
        self.at_high = []
        for i in range(3):
            faces = np.array([middle, middle])
            faces[0, i], faces[1, i] = self.low[i], self.high[i]
            depths = projection.depths(faces)
            self.at_high.append(bool(depths[1] > depths[0]))
        self.pane = np.where(self.at_high, self.high, self.low)
        self.near = np.where(self.at_high, self.low, self.high)

    def draw_panes(self, renderer):
        for i in range(3):
            a, b = (k for k in range(3) if k != i)
            corners = np.array([self.pane] * 4)
            corners[:, a] = [self.low[a], self.high[a], self.high[a], self.low[a]]
            corners[:, b] = [self.low[b], self.low[b], self.high[b], self.high[b]]
            points = self.projection.pixels(corners)
            axis = self.axes._axes3d()[i]
            if axis._pane is not None:
                renderer.path(np.vstack([points, points[:1]]), [1, 2, 2, 2, 79], face=axis._pane, edge=axis._pane,
                              width=1.0, snap=0)

    def _ticks(self, i):
        values, texts = self.axes._axes3d()[i].ticks('major')
        return values, texts

    def draw_grid(self, renderer):
        for i in range(3):
            values, _ = self._ticks(i)
            for value in values:
                line = np.array([self.pane] * 3)
                line[:, i] = value
                line[0, (i + 1) % 3] = self.near[(i + 1) % 3]
                line[2, (i + 2) % 3] = self.near[(i + 2) % 3]
                params = self.axes._axes3d()[i].params['major']
                renderer.path(self.projection.pixels(line), None, edge=to_rgba(params['grid_color']),
                              width=params['grid_linewidth'], join='round', cap='projecting', snap=0)

    def draw_axes(self, renderer):
        deltas = (self.high - self.low) / 12
        x0, y0, width, height = self.axes._pixel_box()
        per_point = 48 / ((width + height) / renderer.scale)
        middle = (self.low + self.high) / 2
        for i in range(3):
            axis = self.axes._axes3d()[i]
            if not axis._visible:
                continue
            first, second, _ = _ORDER[i]
            start = self.pane.copy()
            start[first] = self.near[first]
            end = start.copy()
            start[i], end[i] = self.low[i], self.high[i]
            ends = self.projection.pixels(np.array([start, end]))
            renderer.path(ends, None, edge=(0, 0, 0, 1), width=0.8, cap='projecting', join='round', snap=0)
            self._draw_ticks(renderer, i, axis, start, deltas, per_point, middle)
            self._draw_label(renderer, i, axis, start, ends, deltas, per_point, middle)

    def _outwards(self, point, i, middle, amounts):
        """A point moved away from the middle across an axis."""
        moved = point.copy()
        for k in range(3):
            if k != i:
                moved[k] += (1 if point[k] >= middle[k] else -1) * amounts[k]
        return moved

    def _draw_ticks(self, renderer, i, axis, start, deltas, per_point, middle):
        values, texts = self._ticks(i)
        along = _ALONG[i]
        sign = 1 if self.at_high[along] else -1
        params = axis.params['major']
        for value, text in zip(values, texts):
            place = start.copy()
            place[i] = value
            inner, outer = place.copy(), place.copy()
            inner[along] += 0.2 * sign * deltas[along]
            outer[along] -= 0.1 * sign * deltas[along]
            renderer.path(self.projection.pixels(np.array([inner, outer])), None, edge=to_rgba(params['color']),
                          width=params['width'], snap=0)
            if text and params['label first'] or text and params['label second']:
                spot = self._outwards(place, i, middle, (params['pad'] + 8) * per_point * deltas)
                x, y = self.projection.pixels(spot[None])[0].tolist()
                label = Text(0, 0, text, fontsize=params['labelsize'], horizontalalignment='center',
                             verticalalignment='center', color=params['labelcolor'])
                label._block(renderer.dpi).draw(renderer, x, y, to_rgba(params['labelcolor']))
        offset = axis.get_major_formatter().get_offset() if values else ''
        if offset:
            spot = self._outwards(start, i, middle, 30 * per_point * deltas)
            spot[i] = self.high[i]
            x, y = self.projection.pixels(spot[None])[0].tolist()
            Text(0, 0, offset, horizontalalignment='center')._block(renderer.dpi).draw(renderer, x, y, (0, 0, 0, 1))

    def _draw_label(self, renderer, i, axis, start, ends, deltas, per_point, middle):
        label = axis.label
        if not label._text:
            return
        place = start.copy()
        place[i] = middle[i]
        spot = self._outwards(place, i, middle, (axis.labelpad + 21) * per_point * deltas)
        x, y = self.projection.pixels(spot[None])[0].tolist()
        (ax, ay), (bx, by) = ends.tolist()
        angle = math.degrees(math.atan2(by - ay, bx - ax))
        if len(label._text) > 4 and not axis._label_turned:
            label._rotation = (angle + 90) % 180 - 90
        label._rotation_mode, label._horizontalalignment, label._verticalalignment = 'anchor', 'center', 'center'
        label._block(renderer.dpi).draw(renderer, x, y, label._rgba(label._color))
