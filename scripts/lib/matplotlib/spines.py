"""The lines around a plot."""

import numpy as np
from matplotlib import rcParams
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.artist import Artist


class Spine(Artist):
    """One of the four lines."""
    zorder = 2.5

    def __init__(self, axes, name):
        Artist.__init__(self)
        self.axes, self.figure, self.name = axes, axes.figure, name
        self.spine_type = name
        self._edgecolor, self._linewidth = rcParams['axes.edgecolor'], rcParams['axes.linewidth']
        self._linestyle, self._position, self._bounds = 'solid', None, None
        self._facecolor = 'none'
        self._clip_on = False
        self._visible = bool(rcParams.get('axes.spines.' + name, True))

    def __str__(self):
        return 'Spine'

    def set_color(self, c):
        self._edgecolor = c

    def set_linestyle(self, ls):
        self._linestyle = check_linestyle(ls)

    def set_position(self, position):
        if isinstance(position, str):
            if position not in ('center', 'zero'):
                raise ValueError("position should be 'center' or 2-tuple")
            position = {'center': ('axes', 0.5), 'zero': ('data', 0)}[position]
        self._position = position

    def get_position(self):
        return self._position or ('outward', 0.0)

    def set_bounds(self, low=None, high=None):
        self._bounds = tuple(low) if high is None and np.iterable(low) else (low, high)

    def _place(self, spot):
        """Where the line is across its direction, in pixels; `spot` is the edge of the plot."""
        if self._position is None:
            return spot
        kind, amount = self._position
        level = self.name in ('bottom', 'top')
        x0, y0, width, height = self.axes._pixel_box()
        if kind == 'outward':
            away = amount * self.figure._drawing_dpi / 72
            return spot + (away if self.name in ('top', 'right') else -away)
        if kind == 'axes':
            return y0 + amount * height if level else x0 + amount * width
        point = self.axes.transData.transform(np.array([amount, amount], dtype=float))
        return float(point[1] if level else point[0])

    def _draw(self, renderer):
        x0, y0, width, height = self.axes._pixel_box()
        x1, y1 = x0 + width, y0 + height
        level = self.name in ('bottom', 'top')
        spot = self._place({'bottom': y0, 'top': y1, 'left': x0, 'right': x1}[self.name])
        low, high = (x0, x1) if level else (y0, y1)
        if self._bounds is not None:
            axis = self.axes.xaxis if level else self.axes.yaxis
            view = axis.get_view_interval()
            ends = [view[i] if b is None else b for i, b in enumerate(self._bounds)]
            points = self.axes.transData.transform(np.array([(e, e) for e in ends], dtype=float))
            low, high = points[:, 0 if level else 1].tolist()
        ends = [(low, spot), (high, spot)] if level else [(spot, low), (spot, high)]
        renderer.path(ends, None, edge=self._rgba(self._edgecolor), width=self._linewidth,
                      dashes=dash_pattern(self._linestyle, self._linewidth), join='miter', cap='projecting', snap=1)


class Spines(dict):
    """The lines by their names, as keys or attributes; several of them at once by a list or a slice."""

    __repr__ = object.__repr__

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a '{name}' spine")

    def __getitem__(self, key):
        if isinstance(key, list):
            return _Several([dict.__getitem__(self, name) for name in key])
        if isinstance(key, tuple):
            raise ValueError('Multiple spines must be passed as a single list')
        if isinstance(key, slice):
            return _Several(list(self.values()))
        return dict.__getitem__(self, key)


class _Several:
    def __init__(self, spines):
        self._spines = spines

    def __getattr__(self, name):
        def call(*args, **kwargs):
            for spine in self._spines:
                getattr(spine, name)(*args, **kwargs)
        return call
