"""Contours: lines and areas of a field."""

import math

import _canvas
import numpy as np
from matplotlib import rcParams
from matplotlib._checks import check_in
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.cm import get_cmap
from matplotlib.collections import Collection
from matplotlib.colors import ListedColormap, is_color_like, to_rgba_array
from matplotlib.path import Path
from matplotlib.ticker import LogLocator, MaxNLocator

_EXTENDS = ('neither', 'both', 'min', 'max')


class ContourSet(Collection):
    """Lines at levels, or the areas between them."""

    def __init__(self, ax, args, filled, *, levels=None, linewidths=None, linestyles=None, hatches=(None,), alpha=None,
                 origin=None, extent=None, cmap=None, colors=None, norm=None, vmin=None, vmax=None, extend='neither',
                 antialiased=None, nchunk=0, locator=None, zorder=None, corner_mask=True, negative_linestyles=None,
                 offset=None, zdir='z', **kwargs):
        check_in('extend', extend, _EXTENDS)
        if colors is not None and cmap is not None:
            raise ValueError('Either colors or cmap must be None')
        if not filled:
            extend = 'neither' if extend not in _EXTENDS else extend
        self.filled, self.extend, self.origin, self.extent = filled, extend, origin, extent
        self.locator, self.logscale = locator, type(norm).__name__ == 'LogNorm' or isinstance(locator, LogLocator)
        self.hatches, self.labelTexts, self._patterns = hatches, [], linestyles
        if args and isinstance(args[0], ContourSet):
            X, Y, Z = args[0]._X, args[0]._Y, args[0]._Z
            more = args[1] if len(args) > 1 else args[0].levels
            args = (Z,)
        else:
            X, Y, Z, more = self._read(args, origin, extent)
        self._X, self._Y, self._Z = X, Y, Z
        finite = Z[np.isfinite(Z)]
        if not finite.size:
            finite = np.zeros(1)
        self.zmin, self.zmax = float(finite.min()), float(finite.max())
        self._extent = tuple(float(v) for v in (np.nanmin(X), np.nanmax(X), np.nanmin(Y), np.nanmax(Y)))
        self.levels = self._choose(levels if levels is not None else more, args)
        Collection.__init__(self, norm=norm, cmap=self._map(colors, cmap), alpha=alpha)
        self.axes, self.figure = ax, ax.figure
        self.zorder = zorder if zorder is not None else 1 if filled else 2
        self.colors, self._antialiased = colors, False if filled and antialiased is None else antialiased is not False
        self._layers()
        if vmin is not None or vmax is not None:
            self.set_clim(vmin, vmax)
        if self.norm.vmin is None:
            self.norm.vmin = float(self.levels[0]) if len(self.levels) else self.zmin
        if self.norm.vmax is None:
            self.norm.vmax = float(self.levels[-1]) if len(self.levels) else self.zmax
        self._line_widths = linewidths
        self._negative = negative_linestyles or rcParams['contour.negative_linestyle']
        self._update(kwargs)
        self._geometry = None

    @staticmethod
    def _read(args, origin, extent):
        """The grid, the heights, and the levels where they stand behind them."""
        if len(args) in (1, 2):
            Z = _field(args[0])
            if Z.ndim != 2:
                raise TypeError(f'Input z must be 2D, not {Z.ndim}D')
            if Z.shape[0] < 2 or Z.shape[1] < 2:
                raise TypeError(f'Input z must be at least a (2, 2) shaped array, but has shape {Z.shape}')
            rows, columns = Z.shape
            if extent is not None and origin is None:
                x0, x1, y0, y1 = extent
                x, y = np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)
            elif origin is None:
                x, y = np.arange(columns), np.arange(rows)
            else:
                x0, x1, y0, y1 = extent or (0, columns, 0, rows)
                dx, dy = (x1 - x0) / columns, (y1 - y0) / rows
                x, y = x0 + (np.arange(columns) + 0.5) * dx, y0 + (np.arange(rows) + 0.5) * dy
                if origin == 'upper':
                    y = y[::-1]
            X, Y = np.meshgrid(x.astype(float), y.astype(float))
            return X, Y, Z, args[1] if len(args) == 2 else None
        if len(args) not in (3, 4):
            raise TypeError(f'contour() takes from 1 to 4 positional arguments but {len(args)} were given')
        X, Y, Z = (_field(a) for a in args[:3])
        if Z.ndim != 2:
            raise TypeError(f'Input z must be 2D, not {Z.ndim}D')
        if Z.shape[0] < 2 or Z.shape[1] < 2:
            raise TypeError(f'Input z must be at least a (2, 2) shaped array, but has shape {Z.shape}')
        if X.ndim == 1:
            if X.shape[0] != Z.shape[1]:
                raise TypeError(f'Length of x ({X.shape[0]}) must match number of columns in z ({Z.shape[1]})')
            if Y.shape[0] != Z.shape[0]:
                raise TypeError(f'Length of y ({Y.shape[0]}) must match number of rows in z ({Z.shape[0]})')
            X, Y = np.meshgrid(X, Y)
        elif X.shape != Z.shape:
            raise TypeError(f'Shapes of x {X.shape} and z {Z.shape} do not match')
        elif Y.shape != Z.shape:
            raise TypeError(f'Shapes of y {Y.shape} and z {Z.shape} do not match')
        return X, Y, Z, args[3] if len(args) == 4 else None

    def _choose(self, levels, args):
        last = args[0] if len(args) in (1, 2) else args[2]
        if levels is None and np.asarray(last).dtype == bool:
            return np.array([0, 0.5, 1.0]) if self.filled else np.array([0.5])
        if levels is None or np.ndim(levels) == 0:
            return self._automatic(7 if levels is None else int(levels))
        levels = np.asarray(levels, dtype=float)
        if np.isnan(levels).any():
            raise ValueError('lower_level and upper_level cannot be NaN')
        if len(levels) > 1 and np.diff(levels).min() <= 0:
            raise ValueError('Contour levels must be increasing')
        if self.filled and len(levels) < 2:
            raise ValueError('Filled contours require at least 2 levels.')
        return levels

    def _automatic(self, count):
        locator = self.locator
        if locator is None:
            locator = LogLocator(numticks=count) if self.logscale else MaxNLocator(count + 1, min_n_ticks=1)
        ticks = np.asarray(locator.tick_values(self.zmin, self.zmax), dtype=float)
        if self.logscale and self.locator is None:
            ticks = ticks[ticks > 0]
        under = np.flatnonzero(ticks < self.zmin)
        first = under[-1] if len(under) else 0
        over = np.flatnonzero(ticks > self.zmax)
        last = over[0] + 1 if len(over) else len(ticks)
        if self.extend in ('min', 'both'):
            first += 1
        if self.extend in ('max', 'both'):
            last -= 1
        if last - first < 3:
            first, last = 0, len(ticks)
        kept = ticks[first:last]
        if not self.filled:
            kept = kept[(kept > self.zmin) & (kept < self.zmax)] if False else kept
        return kept

    def _map(self, colors, cmap):
        if colors is None:
            return get_cmap(cmap)
        table = to_rgba_array([colors] if is_color_like(colors) else list(colors))
        count = len(self.levels) - 1 if self.filled else len(self.levels)
        count += (self.extend in ('min', 'both')) + (self.extend in ('max', 'both')) if self.filled else 0
        start = 0
        made = ListedColormap(np.array([table[i % len(table)] for i in range(max(count, 1))]))
        self._own_table = made.colors
        return made

    def _layers(self):
        """The bands (lower, upper) and the values that choose their colours."""
        levels = self.levels.tolist()
        if not self.filled:
            self.layers = list(levels)
            self._bands = []
            return
        edges = list(levels)
        under, over = self.extend in ('min', 'both'), self.extend in ('max', 'both')
        low, high = (-1e250, 1e250) if not self.logscale else (1e-250, 1e250)
        edges = ([low] if under else []) + edges + ([high] if over else [])
        self._bands = list(zip(edges, edges[1:]))
        if self.logscale:
            values = [math.sqrt(a) * math.sqrt(b) for a, b in self._bands]
        else:
            values = [(a + b) / 2 for a, b in self._bands]
        self.layers = values

    def _layer_colours(self):
        if self.colors is not None:
            table = self._own_table
            if self._alpha is not None:
                table = np.column_stack([table[:, :3], np.full(len(table), self._alpha)])
            return np.array([table[i % len(table)] for i in range(len(self.layers))])
        return self.to_rgba(np.array(self.layers), self._alpha)

    tcolors = property(lambda self: [(tuple(c),) for c in self._layer_colours().tolist()])

    def get_facecolor(self):
        return self._layer_colours() if self.filled else np.zeros((0, 4))

    def get_edgecolor(self):
        return self._layer_colours()

    def set_array(self, A):
        pass

    def get_array(self):
        return np.array(self.layers)

    def _shapes(self):
        """For each layer its lines."""
        if self._geometry is None:
            X, Y, Z = self._X, self._Y, self._Z
            if self.filled:
                bands = self._bands
                if bands and self.zmin == bands[0][0]:
                    low = bands[0][0]
                    bands = [(low - 1e-15 * max(1.0, abs(low)) if not self.logscale else low * 0.99, bands[0][1]),
                             *bands[1:]]
                self._geometry = [_canvas.area(X, Y, Z, a, b) for a, b in bands]
            else:
                self._geometry = [_canvas.lines(X, Y, Z, level) for level in self.levels.tolist()]
        return self._geometry

    def get_paths(self):
        return [_path(lines, self.filled) for lines in self._shapes()]

    allsegs = property(lambda self: self._shapes())

    @property
    def collections(self):
        return [self]

    def legend_elements(self, variable_name='x', str_format=str):
        from matplotlib.lines import Line2D
        from matplotlib.patches import Rectangle
        colours = self._layer_colours()
        if not self.filled:
            return ([Line2D([], [], color=tuple(c)) for c in colours],
                    [f'${variable_name} = {str_format(v)}$' for v in self.levels])
        return ([Rectangle((0, 0), 1, 1, facecolor=tuple(c)) for c in colours],
                [f'${str_format(a)} < {variable_name} \\leq {str_format(b)}$' for a, b in self._bands])

    def _widths_of(self, count):
        widths = self._line_widths
        if widths is None:
            widths = rcParams['contour.linewidth'] or rcParams['lines.linewidth']
        widths = list(np.ravel(widths))
        return [float(widths[i % len(widths)]) for i in range(count)]

    def set_linewidth(self, w):
        self._line_widths = w

    def _draw(self, renderer):
        transform = self.get_transform()
        colours = self._layer_colours()
        widths = self._widths_of(len(self.layers))
        for i, lines in enumerate(self._shapes()):
            path = _path(lines, self.filled)
            if not len(path.vertices):
                continue
            points = transform.transform(path.vertices)
            if self.filled:
                renderer.path(points, path.codes, face=tuple(colours[i]), width=0, snap=0, smooth=self._antialiased)
                hatch = self.hatches[i % len(self.hatches)] if self.hatches else None
                if hatch:
                    from matplotlib._hatch import draw_hatch
                    draw_hatch(renderer, hatch, points, path.codes, (0, 0, 0, 1), self.axes)
            else:
                renderer.path(points, path.codes, edge=tuple(colours[i]), width=widths[i],
                              dashes=dash_pattern(self._style(i), widths[i]), join='round', cap='butt', snap=0,
                              smooth=self._antialiased)

    def _style(self, i):
        styles = self._patterns
        if styles is None:
            one = self.colors is not None and (isinstance(self.colors, str) or len(self.colors) == 1)
            return self._negative if one and self.levels[i] < 0 else 'solid'
        if isinstance(styles, str):
            return check_linestyle(styles)
        return check_linestyle(styles[i % len(styles)])

    def clabel(self, levels=None, *, fontsize=None, inline=True, inline_spacing=5, fmt=None, colors=None,
               use_clabeltext=False, manual=False, rightside_up=True, zorder=None):
        """Write levels at the middles of the lines, which are broken there."""
        from matplotlib._contour_labels import label
        return label(self, levels, fontsize, inline, inline_spacing, fmt, colors, zorder)


def _field(values):
    if hasattr(values, 'mask'):
        return values.astype(float).filled(np.nan)
    return np.asarray(values, dtype=float)


def _path(lines, closed):
    """One path of many lines."""
    if not lines:
        return Path(np.zeros((0, 2)))
    points, codes = [], []
    for line in lines:
        loop = closed or len(line) > 2 and line[0, 0] == line[-1, 0] and line[0, 1] == line[-1, 1]
        points.append(line)
        codes.append(np.full(len(line), 2, dtype=np.uint8))
        codes[-1][0] = 1
        if closed:
            points.append(line[:1])
            codes.append(np.array([79], dtype=np.uint8))
        elif loop:
            codes[-1][-1] = 79
    return Path(np.concatenate(points), np.concatenate(codes))


class QuadContourSet(ContourSet):
    """Contours of a grid of rows and columns."""
