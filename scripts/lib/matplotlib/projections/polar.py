"""Plots by angle and radius."""

import math

import numpy as np
from matplotlib._renderer import dash_pattern
from matplotlib.artist import check_in, warn_once
from matplotlib.axes import Axes
from matplotlib._rgba import to_rgba
from matplotlib.path import Path
from matplotlib.spines import Spine, Spines
from matplotlib.ticker import FixedLocator, FormatStrFormatter, FuncFormatter
from matplotlib.transforms import Transform


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
        self.spines = Spines((name, Spine(self, name)) for name in ('polar', 'start', 'end', 'inner'))
        for axis in (self.xaxis, self.yaxis):
            axis.params['major']['grid'] = True

    cla = clear

    def _make_box(self):
        x, y, w, h = self._given_box()
        W, H = self.figure._pixel_size()
        X, Y = self.figure._origin()
        return self._shrink((X + x * W, Y + y * H, w * W, h * H), 1.0)

    def _see_data(self, x, y):
        Axes._see_data(self, None, y)

    def _shown(self, axis_name, low, high):
        """The radii begin at 0 unless there are smaller ones."""
        if axis_name == 'x' or high < low:
            return low, high
        return (low if self.yaxis.data_low < 0 else 0.0), high

    def _kept_ticks(self, axis, places):
        if axis.axis_name == 'x':
            return places
        return places[np.asarray(places, dtype=float) > min(self.get_ylim())]

    # Directions

    def set_theta_zero_location(self, loc, offset=0.0):
        angles = {'N': 90, 'NW': 135, 'W': 180, 'SW': 225, 'S': 270, 'SE': 315, 'E': 0, 'NE': 45}
        self._offset = math.radians(angles[loc] + offset)

    def set_theta_direction(self, direction):
        known = {'clockwise': -1, -1: -1, 'counterclockwise': 1, 'anticlockwise': 1, 1: 1}
        check_in('direction', direction, tuple(known))
        self._direction = known[direction]

    def set_theta_offset(self, offset):
        self._offset = offset

    def get_theta_offset(self):
        return self._offset

    def get_theta_direction(self):
        return self._direction

    def set_thetamin(self, thetamin):
        warn_once('set_thetamin: polar plots are drawn whole')

    def set_thetamax(self, thetamax):
        warn_once('set_thetamax: polar plots are drawn whole')

    def set_thetalim(self, *args, **kwargs):
        warn_once('set_thetalim: polar plots are drawn whole')

    def get_thetamin(self):
        return 0.0

    def get_thetamax(self):
        return 360.0

    def set_rlabel_position(self, value):
        self._label_angle = value

    def get_rlabel_position(self):
        return self._label_angle

    # Radii

    def set_rmax(self, rmax):
        self.set_ylim(top=rmax)

    def set_rmin(self, rmin):
        self.set_ylim(bottom=rmin)

    def get_rmax(self):
        return self.get_ylim()[1]

    def get_rmin(self):
        return self.get_ylim()[0]

    def set_rorigin(self, rorigin):
        warn_once('set_rorigin: radii begin in the middle')

    def get_rorigin(self):
        return self.get_rmin()

    def set_rlim(self, bottom=None, top=None, *, rmin=None, rmax=None, **kwargs):
        return self.set_ylim(rmin if bottom is None else bottom, rmax if top is None else top)

    def set_rscale(self, *args, **kwargs):
        return self.set_yscale(*args, **kwargs)

    def set_rticks(self, *args, **kwargs):
        return self.set_yticks(*args, **kwargs)

    def set_thetagrids(self, angles, labels=None, fmt=None, **kwargs):
        self.set_xticks(np.radians(angles), labels, **(kwargs if labels is not None else {}))
        if fmt is not None and labels is None:
            self.xaxis.set_major_formatter(FuncFormatter(lambda x, pos: fmt % math.degrees(x)))
        return self.xaxis.get_ticklines(), self.xaxis.get_ticklabels()

    def set_rgrids(self, radii, labels=None, angle=None, fmt=None, **kwargs):
        self.set_yticks(radii, labels, **(kwargs if labels is not None else {}))
        if fmt is not None and labels is None:
            self.yaxis.set_major_formatter(FormatStrFormatter(fmt))
        if angle is not None:
            self._label_angle = angle
        return self.yaxis.get_gridlines(), self.yaxis.get_ticklabels()

    # Drawing

    def _circle(self):
        x0, y0, width, height = self._pixel_box()
        return Path.circle((x0 + width / 2, y0 + height / 2), width / 2)

    def _clip_outline(self, path, codes):
        circle = self._circle()
        return (circle.vertices, circle.codes) if path is None else (path, codes)

    def draw(self, renderer):
        if not self._visible:
            return
        self._place_labels(renderer.scale)
        self._place_titles(renderer.dpi)
        renderer.clip(None)
        circle = self._circle()
        if self.patch._visible:
            renderer.path(circle.vertices, circle.codes, face=self.patch._rgba(self.patch._facecolor), snap=0)
        children = sorted(self._children, key=lambda a: a.get_zorder())
        below = self._axis_zorder()
        if self.axison:
            for artist in [a for a in children if a.get_zorder() < below]:
                artist.draw(renderer)
            self._draw_grid(renderer)
            children = [a for a in children if a.get_zorder() >= below]
        for artist in children:
            artist.draw(renderer)
        renderer.clip(None)
        spine = self.spines['polar']
        if self.axison:
            if spine._visible:
                renderer.path(circle.vertices, circle.codes, edge=spine._rgba(spine._edgecolor),
                              width=spine._linewidth, snap=0)
            for text in self._place_labels(renderer.scale):
                renderer.clip(None)
                text._draw(renderer)
        for artist in [*self._titles.values(), *([self.legend_] if self.legend_ is not None else [])]:
            artist.draw(renderer)

    def _draw_grid(self, renderer):
        x0, y0, width, height = self._pixel_box()
        middle = np.array([x0 + width / 2, y0 + height / 2])
        low, high = self.get_ylim()
        renderer.clip(None)
        for axis in (self.xaxis, self.yaxis):
            params = axis.params['major']
            if not params['grid']:
                continue
            style = {'edge': to_rgba(params['grid_color'], params['grid_alpha']), 'width': params['grid_linewidth'],
                     'dashes': dash_pattern(params['grid_linestyle'], params['grid_linewidth']), 'snap': 0}
            if axis is self.xaxis:
                for angle in axis.get_majorticklocs().tolist():
                    end = self.transData.transform(np.array([angle, high]))
                    renderer.path(np.array([middle, end]), None, cap='butt' if style['dashes'] else 'projecting', **style)
                continue
            for radius in axis.ticks('major')[0]:
                edge = self.transData.transform(np.array([0.0, radius]))
                circle = Path.circle(middle, float(np.hypot(*(edge - middle))))
                renderer.path(circle.vertices, circle.codes, **style)

    def _place_labels(self, scale):
        """The labels of angles around the circle, those of radii along a line, and the axes' own labels."""
        x0, y0, width, height = self._pixel_box()
        cx, cy = x0 + width / 2, y0 + height / 2
        texts, boxes = [], {'x': [], 'y': []}
        params = self.xaxis.params['major']
        away = width / 2 + (10.5 + params['pad']) * scale
        values, labels = self.xaxis._labels('major')
        for value, label in zip(values, labels):
            angle = self._offset + self._direction * value
            label._pixel_at = (cx + away * math.cos(angle), cy + away * math.sin(angle))
            label._horizontalalignment = label._verticalalignment = 'center'
            if params['label first'] and label._visible:
                texts.append(label)
        angle = self._offset + self._direction * math.radians(self._label_angle)
        values, labels = self.yaxis._labels('major')
        low, high = self.yaxis._scaled_view()
        for value, label in zip(values, labels):
            r = (float(self.yaxis.scale.forward(value)) - low) / (high - low) * width / 2
            label._pixel_at = (cx + r * math.cos(angle), cy + r * math.sin(angle))
            label._horizontalalignment, label._verticalalignment = 'left', 'bottom'
            if self.yaxis.params['major']['label first'] and label._visible:
                texts.append(label)
        bottom = min([b[1] for b in (t._pixel_extent() for t in texts) if b], default=y0)
        for axis, place in ((self.xaxis, (cx, min(bottom, y0) - self.xaxis.labelpad * scale)),
                            (self.yaxis, (x0 - self.yaxis.labelpad * scale, cy))):
            label = axis.label
            if label._text and label._visible:
                label._pixel_at = place
                label._horizontalalignment, label._verticalalignment = 'center', 'top' if axis is self.xaxis else 'bottom'
                label._rotation_mode = None if axis is self.xaxis else 'anchor'
                texts.append(label)
        return texts

    def _place_titles(self, dpi):
        x, y, w, h = self._pixel_box()
        texts = self._place_labels(dpi / 72) if self.axison else []
        top = max([b[3] for b in (t._pixel_extent() for t in texts) if b], default=y + h)
        for title in self._titles.values():
            if title._text and title._y in (1.0, title._auto_y):
                title._y = title._auto_y = max(1.0, (top - y) / h)
            title._pixel_at = (x + w * title._x, y + h * title._y + title._pad * dpi / 72)

    def _tight_extent(self, for_layout=False):
        self._place_titles(self.figure._drawing_dpi)
        x, y, w, h = self._pixel_box()
        texts = [*(self._place_labels(self.figure._drawing_dpi / 72) if self.axison else []), *self._titles.values()]
        boxes = [(x, y, x + w, y + h), *(b for b in (t._pixel_extent() for t in texts) if b)]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
