"""Plots by angle and radius."""

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle
from matplotlib.path import Path
from matplotlib.ticker import FixedLocator, FuncFormatter
from matplotlib.transforms import Transform
from matplotlib._layout import Block, font_file


class _PolarTransform(Transform):
    """From angles and radii to pixels."""

    def __init__(self, axes):
        self._axes = axes

    def transform(self, values):
        values = np.asarray(values, dtype=float)
        axes = self._axes
        x0, y0, width, height = axes._pixel_box()
        low, high = axes.yaxis._scaled_view()
        radius = (axes.yaxis.scale.forward(values[..., 1]) - low) / (high - low) * width / 2
        angle = axes._offset + axes._direction * values[..., 0]
        result = np.empty(values.shape)
        result[..., 0] = x0 + width / 2 + radius * np.cos(angle)
        result[..., 1] = y0 + height / 2 + radius * np.sin(angle)
        return result

    def inverted(self):
        return self


class PolarAxes(Axes):
    """A round plot."""
    name = 'polar'

    def __init__(self, *args, theta_offset=0, theta_direction=1, rlabel_position=22.5, **kwargs):
        self._offset, self._direction, self._label_angle = theta_offset, theta_direction, rlabel_position
        Axes.__init__(self, *args, **kwargs)
        self.transData = _PolarTransform(self)

    def clear(self):
        Axes.clear(self)
        self.xaxis.view.auto = False
        self.xaxis.view.low, self.xaxis.view.high = 0.0, 2 * math.pi
        self.xaxis.set_major_locator(FixedLocator(np.arange(8) * math.pi / 4))
        self.xaxis.set_major_formatter(FuncFormatter(lambda x, pos: '%g\N{DEGREE SIGN}' % round(math.degrees(x), 2)))
        self._polar_grid = True
        self._origin_at_zero = True

    cla = clear

    def _make_box(self):
        x, y, w, h = self._given_box()
        W, H = self.figure._pixel_size()
        X, Y = self.figure._origin()
        return self._shrink((X + x * W, Y + y * H, w * W, h * H), 1.0)

    def _see_data(self, x, y):
        Axes._see_data(self, None, y)
        if y is not None and np.size(y) and np.nanmin(np.asarray(y, dtype=float)) >= 0:
            self._sticky['y'] = [0.0] if not self._has_negative() else []
            self.yaxis.add_data([0.0])

    def _has_negative(self):
        return self.yaxis.data_low < 0

    def grid(self, visible=True, which='major', axis='both', **kwargs):
        self._polar_grid = bool(visible) if visible is not None else not self._polar_grid

    def set_theta_zero_location(self, loc, offset=0.0):
        angles = {'N': 90, 'NW': 135, 'W': 180, 'SW': 225, 'S': 270, 'SE': 315, 'E': 0, 'NE': 45}
        self._offset = math.radians(angles[loc] + offset)

    def set_theta_direction(self, direction):
        self._direction = {'clockwise': -1, 'counterclockwise': 1, 'anticlockwise': 1}.get(direction, direction)

    def set_theta_offset(self, offset):
        self._offset = offset

    def set_rlabel_position(self, value):
        self._label_angle = value

    def set_rmax(self, rmax):
        self.set_ylim(top=rmax)

    def set_rmin(self, rmin):
        self.set_ylim(bottom=rmin)

    def set_rlim(self, bottom=None, top=None, **kwargs):
        return self.set_ylim(bottom, top)

    def set_rticks(self, *args, **kwargs):
        return self.set_yticks(*args, **kwargs)

    def set_thetagrids(self, angles, labels=None, **kwargs):
        return self.xaxis.set_ticks(np.radians(angles), labels)

    def set_rgrids(self, radii, labels=None, angle=None, **kwargs):
        return self.set_yticks(radii, labels)

    def _circle(self):
        x0, y0, width, height = self._pixel_box()
        return Path.circle((x0 + width / 2, y0 + height / 2), width / 2)

    def _clip_outline(self, path, codes):
        circle = self._circle()
        return (circle.vertices, circle.codes) if path is None else (path, codes)

    def draw(self, renderer):
        if not self._visible:
            return
        self._place_titles(renderer.dpi)
        self.title._y += 10 * renderer.scale
        renderer.clip(None)
        circle = self._circle()
        renderer.path(circle.vertices, circle.codes, face=self.patch._rgba(self.patch._facecolor), snap=0)
        if self.axison:
            self._draw_grid(renderer)
        for artist in sorted(self._children, key=lambda a: a.get_zorder()):
            artist.draw(renderer)
        renderer.clip(None)
        if self.axison:
            renderer.path(circle.vertices, circle.codes, edge=(0, 0, 0, 1), width=0.8, snap=0)
            self._draw_labels(renderer)
        for artist in [*self._titles.values(), *([self.legend_] if self.legend_ is not None else [])]:
            artist.draw(renderer)

    def _draw_grid(self, renderer):
        x0, y0, width, height = self._pixel_box()
        middle = np.array([x0 + width / 2, y0 + height / 2])
        grid = to_rgba('#b0b0b0')
        if not self._polar_grid:
            return
        top = self.get_ylim()[1]
        for angle in self.xaxis.get_majorticklocs().tolist():
            end = self.transData.transform(np.array([angle, top]))
            renderer.path(np.array([middle, end]), None, edge=grid, width=0.8, cap='projecting', snap=0)
        for radius in self.yaxis.ticks('major')[0]:
            edge = self.transData.transform(np.array([0.0, radius]))
            circle = Path.circle(middle, float(np.hypot(*(edge - middle))))
            renderer.path(circle.vertices, circle.codes, edge=grid, width=0.8, snap=0)

    def _draw_labels(self, renderer):
        x0, y0, width, height = self._pixel_box()
        cx, cy = x0 + width / 2, y0 + height / 2
        em = renderer.px(10)
        values, texts = self.xaxis.ticks('major')
        away = width / 2 + renderer.px(7)
        for value, text in zip(values, texts):
            angle = self._offset + self._direction * value
            c, s = math.cos(angle), math.sin(angle)
            block = Block(text, font_file(), em, 'center', 'center')
            block.draw(renderer, cx + c * (away + block.width / 2), cy + s * (away + block.height / 2), (0, 0, 0, 1))
        values, texts = self.yaxis.ticks('major')
        low, high = self.yaxis._scaled_view()
        angle = self._offset + self._direction * math.radians(self._label_angle)
        for value, text in zip(values, texts):
            if value == low:
                continue
            r = (value - low) / (high - low) * width / 2
            Block(text, font_file(), em, 'left', 'bottom').draw(
                renderer, cx + r * math.cos(angle), cy + r * math.sin(angle), (0, 0, 0, 1))

    def _tight_extent(self, for_layout=False):
        x, y, w, h = self._pixel_box()
        return x - 25, y - 20, x + w + 25, y + h + 20
