"""Colour bars."""

import numpy as np
from matplotlib._colorbar_room import SIDES, make_room
from matplotlib._colorbar_strip import Outline, Strip
from matplotlib.artist import check_in
from matplotlib.contour import ContourSet


def make_colorbar(figure, mappable, cax, ax, kwargs, use_gridspec=True):
    """Make room beside plots and put a colour bar there."""
    if mappable is None:
        raise RuntimeError('No mappable was found to use for colorbar creation. First define a mappable such as an '
                           'image (with imshow) or a contour set (with contourf).')
    if cax is None:
        if ax is None:
            ax = getattr(mappable, 'axes', None)
            if ax is None:
                raise ValueError('Unable to determine Axes to steal space for Colorbar. Either provide the *cax* '
                                 'argument to use as the Axes for the Colorbar, provide the *ax* argument to steal space '
                                 'from it, or add *mappable* to an Axes.')
        cax, kwargs = make_room(figure, ax, kwargs, use_gridspec)
    else:
        for name in ('fraction', 'pad', 'shrink', 'aspect', 'anchor', 'panchor'):
            kwargs.pop(name, None)
        location = kwargs.pop('location', None)
        if location is not None:
            check_in('location', location, SIDES)
            kwargs.setdefault('orientation', SIDES[location][0])
            kwargs.setdefault('ticklocation', location)
    current = figure._current
    bar = Colorbar(cax, mappable, **kwargs)
    figure._current = current if current is not cax else (figure._axes[0] if figure._axes else None)
    if ax is not None and not isinstance(ax, (list, tuple, np.ndarray)):
        figure._current = ax
    return bar


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
        self.dividers, self.lines = None, []
        self.drawedges, self.extendfrac, self.extendrect, self.spacing = drawedges, extendfrac, extendrect, spacing
        ax._bar = self
        self._fill = ax._add(Strip(self))
        self.solids = self._fill
        if any(self.tip_lengths()):
            ax._add(Outline(self._fill))
            for spine in ax.spines.values():
                spine.set_visible(False)
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

    def add_lines(self, CS, erase=True, *args):
        """Draw the lines of contours on the bar."""
        if erase:
            self.lines = []
        if args:
            self.lines.append((np.asarray(CS), list(erase) if np.iterable(erase) else [erase], np.ravel(args[0]).tolist()))
            return
        if not isinstance(CS, ContourSet) or CS.filled:
            raise ValueError('If a single artist is passed to add_lines, it must be a ContourSet from ~.Axes.contour')
        self.lines.append((CS.levels, CS._layer_colours(), CS._widths_of(len(CS.levels))))

    def tip_lengths(self):
        """How long the tips below and above are, in parts of the bar."""
        length = self.extendfrac if isinstance(self.extendfrac, (int, float)) else 0.05
        if self.extendfrac == 'auto' and isinstance(self.mappable, ContourSet):
            length = 1 / max(1, len(self.mappable.levels) - 1)
        lower, upper = (self.extendfrac if isinstance(self.extendfrac, (tuple, list)) else (length, length))
        return (lower if self.extend in ('min', 'both') else 0), (upper if self.extend in ('max', 'both') else 0)

    def tip_colours(self):
        """The colours of the tips."""
        mappable = self.mappable
        if isinstance(mappable, ContourSet):
            colours = mappable._layer_colours()
            return colours[0], colours[-1]
        return mappable.cmap.get_under(), mappable.cmap.get_over()

    def inner_box(self, box):
        """The box without the tips."""
        lower, upper = self.tip_lengths()
        x, y, w, h = box
        part = 1 / (1 + lower + upper)
        if self.vertical:
            return x, y + h * lower * part, w, h * part
        return x + w * lower * part, y, w * part, h

    def inner_ratio(self, ratio):
        """Height to width without the tips."""
        part = 1 / (1 + sum(self.tip_lengths()))
        return ratio * part if self.vertical else ratio / part

    cmap = property(lambda self: self.mappable.cmap)
    norm = property(lambda self: self.mappable.norm)
    vmin = property(lambda self: self.mappable.norm.vmin)
    vmax = property(lambda self: self.mappable.norm.vmax)

    locator = property(lambda self: self.long_axis.get_major_locator())
    formatter = property(lambda self: self.long_axis.get_major_formatter())

    def update_ticks(self):
        pass
