"""Colour bars."""

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist, check_in
from matplotlib.axes import Axes
from matplotlib.contour import ContourSet

_SIDES = {'right': ('vertical', 'right'), 'left': ('vertical', 'left'), 'top': ('horizontal', 'top'),
          'bottom': ('horizontal', 'bottom')}


def make_colorbar(figure, mappable, cax, ax, kwargs):
    """Make room beside plots and put a colour bar there."""
    if mappable is None:
        raise RuntimeError('No mappable was found to use for colorbar creation. First define a mappable such as an '
                           'image (with imshow) or a contour set (with contourf).')
    location = kwargs.pop('location', None)
    if location is not None and location not in _SIDES:
        raise ValueError(f'{location!r} is not a valid value for location. Supported values are '
                         + ', '.join(map(repr, _SIDES)))
    check_in('orientation', kwargs.get('orientation'), (None, 'vertical', 'horizontal'))
    orientation = kwargs.pop('orientation', None) or (_SIDES[location][0] if location else 'vertical')
    location = location or ('right' if orientation == 'vertical' else 'bottom')
    if cax is None:
        if ax is None:
            ax = getattr(mappable, 'axes', None) or figure.gca()
        parents = list(np.ravel(ax)) if isinstance(ax, (list, tuple, np.ndarray)) else [ax]
        cax = _make_room(figure, parents, location, kwargs)
    else:
        for name in ('fraction', 'pad', 'shrink', 'aspect', 'anchor', 'panchor'):
            kwargs.pop(name, None)
    current = figure._current
    bar = Colorbar(cax, mappable, orientation=orientation, ticklocation=kwargs.pop('ticklocation', location), **kwargs)
    figure._current = current if current is not cax else (figure._axes[0] if figure._axes else None)
    if ax is not None and not isinstance(ax, (list, tuple, np.ndarray)):
        figure._current = ax
    return bar


class _BarAxes(Axes):
    """The plot of a colour bar: a slot beside its parents."""
    _slot = None

    def _given_box(self):
        if self._slot is None:
            return Axes._given_box(self)
        return self._slot()

    def _make_box(self):
        x, y, w, h = self._given_box()
        W, H = self.figure._pixel_size()
        box = (x * W, y * H, w * W, h * H)
        if self._slot is None:
            return box
        aspect, vertical, shrink = self._bar_aspect, self._bar_vertical, self._bar_shrink
        x, y, w, h = box
        if vertical:
            length = h * shrink
            width = min(w, length / aspect)
            return x + (0 if self._bar_side == 'right' else w - width), y + (h - length) / 2, width, length
        length = w * shrink
        height = min(h, length / aspect)
        return x + (w - length) / 2, y + (h - height if self._bar_side == 'bottom' else 0), length, height


def _make_room(figure, parents, location, kwargs):
    vertical = _SIDES[location][0] == 'vertical'
    fraction, shrink = kwargs.pop('fraction', 0.15), kwargs.pop('shrink', 1.0)
    pad, aspect = kwargs.pop('pad', 0.05 if vertical else 0.15), kwargs.pop('aspect', 20)
    kwargs.pop('anchor', None), kwargs.pop('panchor', None)
    before = [p._given_box for p in parents]

    def union():
        boxes = [b() for b in before]
        x0, y0 = min(b[0] for b in boxes), min(b[1] for b in boxes)
        return x0, y0, max(b[0] + b[2] for b in boxes) - x0, max(b[1] + b[3] for b in boxes) - y0

    keep = 1 - fraction - pad

    def shrunk(i):
        def box():
            X, Y, W, H = union()
            x, y, w, h = before[i]()
            if vertical:
                start = X if location == 'right' else X + (fraction + pad) * W
                return start + (x - X) * keep, y, w * keep, h
            start = Y + (fraction + pad) * H if location == 'bottom' else Y
            return x, start + (y - Y) * keep, w, h * keep
        return box

    def slot():
        X, Y, W, H = union()
        if vertical:
            return (X + (1 - fraction) * W if location == 'right' else X), Y, fraction * W, H
        return X, (Y if location == 'bottom' else Y + (1 - fraction) * H), W, fraction * H

    for i, parent in enumerate(parents):
        parent._given_box = shrunk(i)
        parent._anchor = {'right': (1.0, 0.5) if False else 'C', 'left': 'C'}.get(location, 'C')
    cax = figure._add_axes(_BarAxes(figure, (0, 0, 1, 1), label='<colorbar>'))
    cax._slot, cax._bar_aspect, cax._bar_vertical, cax._bar_shrink, cax._bar_side = slot, aspect, vertical, shrink, location
    cax._bar_parents = parents
    for parent in parents:
        parent._colorbars.append(cax)
    return cax


class Colorbar:
    """A strip of colours with ticks."""

    def __init__(self, ax, mappable=None, *, cmap=None, norm=None, alpha=None, values=None, boundaries=None,
                 orientation='vertical', ticklocation='auto', extend=None, spacing='uniform', ticks=None, format=None,
                 drawedges=False, label='', extendfrac=None, extendrect=False, **kwargs):
        if kwargs:
            raise TypeError(f"Colorbar.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")
        self.ax, self.mappable, self.orientation = ax, mappable, orientation
        self.alpha = alpha if alpha is not None else getattr(mappable, '_alpha', None)
        if mappable is None:
            from matplotlib.cm import ScalarMappable
            self.mappable = mappable = ScalarMappable(norm, cmap)
        if getattr(mappable, '_A', None) is not None:
            mappable.autoscale_None()
        mappable.colorbar = self
        self._ticks, self._format, self._boundaries = ticks, format, boundaries
        self.extend = extend if extend is not None else getattr(mappable, 'extend', 'neither')
        self.ticklocation = {'auto': 'right' if orientation == 'vertical' else 'bottom'}.get(ticklocation, ticklocation)
        self.vertical = orientation == 'vertical'
        ax._has_data = True
        self.long_axis = ax.yaxis if self.vertical else ax.xaxis
        short = ax.xaxis if self.vertical else ax.yaxis
        from matplotlib.ticker import NullFormatter, NullLocator
        short.set_major_locator(NullLocator())
        short.set_major_formatter(NullFormatter())
        self.long_axis.set_tick_position(self.ticklocation)
        self.long_axis.set_label_position(self.ticklocation)
        self.dividers = None
        self._fill = ax._add(_Strip(self))
        self.solids = self._fill
        self._refresh()
        if label:
            self.set_label(label)

    @property
    def outline(self):
        return self.ax.spines[:]

    def _refresh(self):
        """Take limits, scale and ticks from what is mapped."""
        norm, axis, mappable = self.mappable.norm, self.long_axis, self.mappable
        from matplotlib._norms import BoundaryNorm, LogNorm
        from matplotlib.ticker import FixedLocator
        if isinstance(mappable, ContourSet) and (mappable.filled or True):
            levels = mappable.levels
            low, high = (levels[0], levels[-1]) if mappable.filled else (levels[0], levels[-1])
            if not mappable.filled:
                low, high = levels[0], levels[-1]
            locator = FixedLocator(levels, nbins=10)
        elif isinstance(norm, BoundaryNorm):
            low, high = norm.vmin, norm.vmax
            locator = FixedLocator(norm.boundaries, nbins=10)
        else:
            low, high = (norm.vmin, norm.vmax) if norm.scaled() else (0.0, 1.0)
            locator = None
        if low == high:
            low, high = low - 0.1 * abs(low) - 0.1 * (low == 0), high + 0.1 * abs(high) + 0.1 * (high == 0)
        if isinstance(norm, LogNorm):
            axis.set_scale_name('log')
        axis.view.low, axis.view.high, axis.view.auto, axis.view.stale = float(low), float(high), False, False
        if locator is not None:
            axis.set_major_locator(locator)
        if self._ticks is not None:
            self.set_ticks(self._ticks)
        if self._format is not None:
            from matplotlib.ticker import FormatStrFormatter, StrMethodFormatter
            form = self._format
            if isinstance(form, str):
                form = FormatStrFormatter(form) if '%' in form else StrMethodFormatter(form)
            axis.set_major_formatter(form)

    update_normal = update_bruteforce = lambda self, mappable: self._refresh()

    def draw_all(self):
        self._refresh()

    def set_ticks(self, ticks, *, labels=None, minor=False, **kwargs):
        if hasattr(ticks, 'tick_values'):
            self.long_axis.set_major_locator(ticks)
        else:
            low, high = self.long_axis.get_view_interval()
            self.long_axis.set_ticks(ticks, labels, minor=minor, **kwargs)
            self.long_axis.view.low, self.long_axis.view.high = low, high

    def set_ticklabels(self, ticklabels, *, minor=False, **kwargs):
        if self._ticks is None:
            low, high = sorted(self.long_axis.get_view_interval())
            places = [v for v in self.long_axis.get_majorticklocs().tolist() if low <= v <= high]
            if len(places) == len(ticklabels):
                self.set_ticks(places)
        self.long_axis.set_ticklabels(ticklabels, minor=minor, **kwargs)

    def get_ticks(self, minor=False):
        low, high = sorted(self.long_axis.get_view_interval())
        return np.array([v for v in self.long_axis.get_majorticklocs() if low <= v <= high])

    def set_label(self, label, *, loc=None, **kwargs):
        (self.ax.set_ylabel if self.vertical else self.ax.set_xlabel)(label, loc=loc, **kwargs)

    def minorticks_on(self):
        self.ax.minorticks_on()

    def minorticks_off(self):
        self.ax.minorticks_off()

    def set_alpha(self, alpha):
        self.alpha = alpha

    def remove(self):
        self.ax.remove()

    def add_lines(self, *args, **kwargs):
        pass

    locator = property(lambda self: self.long_axis.get_major_locator())
    formatter = property(lambda self: self.long_axis.get_major_formatter())

    def update_ticks(self):
        pass


class _Strip(Artist):
    """The colours themselves."""
    zorder = 1

    def __init__(self, bar):
        Artist.__init__(self)
        self._bar = bar

    def set_edgecolor(self, color):
        pass

    def _draw(self, renderer):
        bar, mappable = self._bar, self._bar.mappable
        from matplotlib._norms import BoundaryNorm
        low, high = bar.long_axis.get_view_interval()
        if isinstance(mappable, ContourSet):
            if not mappable.filled:
                self._draw_lines(renderer, mappable)
                return
            edges, colours = mappable.levels, mappable._layer_colours()
            if mappable.extend in ('min', 'both'):
                colours = colours[1:]
            colours = colours[:len(edges) - 1]
        elif isinstance(mappable.norm, BoundaryNorm):
            edges = mappable.norm.boundaries
            colours = mappable.to_rgba((edges[:-1] + edges[1:]) / 2, bar.alpha)
        else:
            count = mappable.cmap.N
            edges = mappable.norm.inverse(np.linspace(0, 1, count + 1)) if mappable.norm.scaled() \
                and mappable.norm.vmin != mappable.norm.vmax else np.linspace(low, high, count + 1)
            colours = mappable.cmap((np.arange(count) + 0.5) / count, alpha=bar.alpha)
        places = bar.ax.transData.transform(np.column_stack([edges, edges]))[:, 1 if bar.vertical else 0]
        x0, y0, width, height = bar.ax._pixel_box()
        quads = np.empty((len(colours), 4, 2))
        along, across = (1, 0) if bar.vertical else (0, 1)
        first, last = (x0, x0 + width) if bar.vertical else (y0, y0 + height)
        quads[:, 0, along] = quads[:, 1, along] = places[:-1]
        quads[:, 2, along] = quads[:, 3, along] = places[1:]
        quads[:, 0, across] = quads[:, 3, across] = first
        quads[:, 1, across] = quads[:, 2, across] = last
        renderer.polygons(quads, colours, None, None, snap=1, smooth=False)

    def _draw_lines(self, renderer, mappable):
        bar = self._bar
        places = bar.ax.transData.transform(np.column_stack([mappable.levels] * 2))[:, 1 if bar.vertical else 0]
        x0, y0, width, height = bar.ax._pixel_box()
        widths = mappable._widths_of(len(places))
        for place, colour, lw in zip(places.tolist(), mappable._layer_colours(), widths):
            ends = [(x0, place), (x0 + width, place)] if bar.vertical else [(place, y0), (place, y0 + height)]
            renderer.path(ends, None, edge=tuple(colour), width=lw, cap='butt', snap=1)
