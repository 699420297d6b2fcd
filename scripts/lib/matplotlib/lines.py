"""Lines through points, with markers on them."""

import numpy as np
from matplotlib import rcParams
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.artist import Artist, check_in
from matplotlib._rgba import is_color_like
from matplotlib.markers import MarkerStyle

lineStyles = {'': '_draw_nothing', ' ': '_draw_nothing', '-': '_draw_solid', '--': '_draw_dashed',
              '-.': '_draw_dash_dot', ':': '_draw_dotted', 'None': '_draw_nothing'}
lineMarkers = MarkerStyle.markers


def _drawstyle(style):
    style = style or 'default'
    check_in('drawstyle', style, ('default', 'steps-mid', 'steps-pre', 'steps-post', 'steps'))
    return style


class Line2D(Artist):
    """A line."""
    zorder = 2

    def __init__(self, xdata, ydata, *, linewidth=None, linestyle=None, color=None, marker=None, markersize=None,
                 drawstyle='default', **kwargs):
        Artist.__init__(self)
        get = rcParams.get
        self._linewidth = float(get('lines.linewidth') if linewidth is None else linewidth)
        self._linestyle = check_linestyle(get('lines.linestyle') if linestyle is None else linestyle)
        self.set_color(get('lines.color') if color is None else color)
        self._marker = MarkerStyle(get('lines.marker') if marker is None else marker)
        self._markersize = float(get('lines.markersize') if markersize is None else markersize)
        self._markeredgecolor, self._markerfacecolor = 'auto', 'auto'
        self._markerfacecoloralt, self._gapcolor = 'none', None
        self._markeredgewidth = get('lines.markeredgewidth')
        self._drawstyle, self._markevery = _drawstyle(drawstyle), None
        self._antialiased, self._fillstyle, self._pickradius = True, 'full', 5
        self._dash_capstyle, self._solid_capstyle = 'butt', 'projecting'
        self._dash_joinstyle, self._solid_joinstyle = 'round', 'round'
        self._dash_lengths = None
        self.set_data(xdata, ydata)
        self._update(kwargs)

    def __str__(self):
        if self._label:
            return f'Line2D({self._label})'
        return 'Line2D()'

    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        if not np.iterable(x):
            raise RuntimeError('x must be a sequence')
        self._xorig = x
        self._x = self._numbers(x, 'xaxis')

    def set_ydata(self, y):
        if not np.iterable(y):
            raise RuntimeError('y must be a sequence')
        self._yorig = y
        self._y = self._numbers(y, 'yaxis')

    def _numbers(self, values, axis):
        if self.axes is not None:
            values = getattr(self.axes, axis).convert_units(values)
        if hasattr(values, 'mask'):
            values = values.filled(np.nan) if values.dtype.kind == 'f' else values.astype(float).filled(np.nan)
        return np.atleast_1d(np.asarray(values, dtype=float)).ravel()

    def get_xdata(self, orig=True):
        return self._xorig if orig else self._x

    def get_ydata(self, orig=True):
        return self._yorig if orig else self._y

    def get_data(self, orig=True):
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xydata(self):
        return np.column_stack([self._x, self._y])

    def get_path(self):
        from matplotlib.path import Path
        return Path(self.get_xydata())

    def set_linestyle(self, ls):
        self._linestyle = check_linestyle(ls)
        self._dash_lengths = None

    def get_linestyle(self):
        if isinstance(self._linestyle, tuple):
            return '--'
        return {'solid': '-', 'dashed': '--', 'dashdot': '-.', 'dotted': ':', 'None': 'None'}[self._linestyle]

    def set_dashes(self, seq):
        self._linestyle = (0, tuple(seq)) if seq and seq != (None, None) else 'solid'
        self._dash_lengths = None if self._linestyle == 'solid' else list(seq)

    def set_color(self, color):
        if not (isinstance(color, str) and color in ('auto', 'none')) and not is_color_like(color):
            raise ValueError(f"{color!r} is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 "
                             "float tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string "
                             "reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings for colors of the color "
                             'cycle; and pairs combining one of the above with an alpha value')
        self._color = color

    def set_linewidth(self, w):
        self._linewidth = float(w)

    def set_marker(self, marker):
        self._marker = MarkerStyle(marker, self._fillstyle)

    def set_fillstyle(self, fs):
        self._fillstyle = fs
        self._marker = MarkerStyle(self._marker, fs)

    def get_marker(self):
        return 'None' if self._marker.is_empty else self._marker.get_marker()

    def set_markersize(self, sz):
        self._markersize = float(sz)

    def get_markeredgecolor(self):
        if isinstance(self._markeredgecolor, str) and self._markeredgecolor == 'auto':
            return self._color
        return self._markeredgecolor

    def get_markerfacecolor(self):
        if isinstance(self._markerfacecolor, str) and self._markerfacecolor == 'auto':
            return self._color if self._marker.is_filled() else 'none'
        return self._markerfacecolor

    def set_markeredgecolor(self, ec):
        self._markeredgecolor = 'auto' if ec is None else ec

    def set_markerfacecolor(self, fc):
        self._markerfacecolor = 'auto' if fc is None else fc

    def _stepped(self, points):
        """The corners of a line that goes in steps."""
        style = self._drawstyle
        if style == 'default' or len(points) < 2:
            return points
        where = style[6:] or 'pre'
        count = len(points)
        if where == 'mid':
            result = np.empty((2 * count, 2))
            middle = (points[:-1, 0] + points[1:, 0]) / 2
            result[1:-1:2, 0] = result[2::2, 0] = middle
            result[0, 0], result[-1, 0] = points[0, 0], points[-1, 0]
            result[0::2, 1] = result[1::2, 1] = points[:, 1]
            return result
        result = np.empty((2 * count - 1, 2))
        result[0::2] = points
        if where == 'pre':
            result[1::2, 0], result[1::2, 1] = points[:-1, 0], points[1:, 1]
        else:
            result[1::2, 0], result[1::2, 1] = points[1:, 0], points[:-1, 1]
        return result

    def set_drawstyle(self, style):
        self._drawstyle = _drawstyle(style)

    def _display(self):
        points = np.empty((len(self._x), 2))
        points[:, 0], points[:, 1] = self._x, self._y
        return points

    def _dashes(self):
        if self._dash_lengths is not None:
            return 0, self._dash_lengths
        return dash_pattern(self._linestyle, self._linewidth)

    def _draw(self, renderer):
        if len(self._x) != len(self._y):
            raise RuntimeError('xdata and ydata must be the same length')
        if len(self._x) == 0:
            return
        points = self._display()
        transform = self.get_transform()
        placed = transform.transform(points)
        if self._linestyle != 'None' and self._linewidth > 0:
            line = placed if self._drawstyle == 'default' else transform.transform(self._stepped(points))
            for effect in self._path_effects or ():
                look = getattr(effect, '_gc', None)
                if look is not None:
                    renderer.path(line, None, edge=self._rgba(look.get('foreground', self._color)),
                                  width=look.get('linewidth', self._linewidth), join='round', cap='projecting', snap=1)
            dashes = self._dashes()
            renderer.path(line, None, edge=self._rgba(self._color), width=self._linewidth, dashes=dashes,
                          join=self._dash_joinstyle if dashes else self._solid_joinstyle,
                          cap=self._dash_capstyle if dashes else self._solid_capstyle, snap=1,
                          smooth=self._antialiased)
        if not self._marker.is_empty and self._markersize > 0:
            self._draw_markers(renderer, self._marked(placed))

    def _marked(self, points):
        every = self._markevery
        if every is None:
            return points
        if isinstance(every, int):
            return points[::every]
        if isinstance(every, tuple):
            return points[every[0]::every[1]]
        return points[every]

    def _draw_markers(self, renderer, points):
        marker = self._marker
        size = self._markersize
        width = self._markeredgewidth
        edge, face = self._rgba(self.get_markeredgecolor()), self._rgba(self.get_markerfacecolor())
        if not marker._filled:
            face = None
        if marker.get_marker() == ',':
            size, edge = 1 / renderer.scale, None
        style = renderer.style(face, edge, width, None, 'miter' if marker.join == 0 else marker.join, 'butt',
                               marker.snap_mode(renderer.px(size)))
        renderer.stamp(points, marker.path, size, style)


def __getattr__(name):
    if name == 'AxLine':
        from matplotlib.axes._lines import AxLine
        return AxLine
    raise AttributeError(f"module 'matplotlib.lines' has no attribute '{name}'")
