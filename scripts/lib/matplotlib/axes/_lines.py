"""Lines: plot and its kin."""

import numpy as np
from matplotlib.artist import check_in
from matplotlib._rgba import is_color_like
from matplotlib.lines import Line2D
from matplotlib.markers import _MARKERS

_SHORT = {'c': 'color', 'lw': 'linewidth', 'ls': 'linestyle', 'ms': 'markersize', 'mfc': 'markerfacecolor',
          'mec': 'markeredgecolor', 'mew': 'markeredgewidth'}


def parse_format(fmt):
    """The line style, marker and colour of a format string."""
    linestyle = marker = colour = None
    if is_color_like(fmt) and not _is_grey(fmt):
        return None, None, fmt
    at = 0
    while at < len(fmt):
        two, one = fmt[at:at + 2], fmt[at]
        if two in ('--', '-.'):
            if linestyle is not None:
                raise ValueError(f'{fmt!r} is not a valid format string (two linestyle symbols)')
            linestyle, at = two, at + 2
        elif one in '-:':
            if linestyle is not None:
                raise ValueError(f'{fmt!r} is not a valid format string (two linestyle symbols)')
            linestyle, at = one, at + 1
        elif one == 'C' and at + 1 < len(fmt) and fmt[at + 1].isdigit():
            end = at + 2
            while end < len(fmt) and fmt[end].isdigit():
                end += 1
            colour, at = fmt[at:end], end
        elif one in _MARKERS:
            if marker is not None:
                raise ValueError(f'{fmt!r} is not a valid format string (two marker symbols)')
            marker, at = one, at + 1
        elif one in 'bgrcmykw':
            if colour is not None:
                raise ValueError(f'{fmt!r} is not a valid format string (two color symbols)')
            colour, at = one, at + 1
        elif one == ' ':
            linestyle, at = 'None', at + 1
        else:
            raise ValueError(f'{fmt!r} is not a valid format string (unrecognized character {one!r})')
    return linestyle, marker, colour


def _is_grey(fmt):
    return fmt in ('0', '1') or fmt in _MARKERS


def _column(values):
    values = values if hasattr(values, 'ndim') else np.asarray(values)
    return values.reshape(-1, 1) if values.ndim <= 1 else values


class LinePlots:
    """Lines through data."""

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        """Draw lines: y, or x and y, each pair with a format string if wanted."""
        if data is not None:
            args = tuple(data[a] if isinstance(a, str) and a in data else a for a in args)
        lines = []
        if not args:
            return lines
        while args:
            these, args = args[:2], args[2:]
            if args and isinstance(args[0], str) and len(these) == 2 and not isinstance(these[1], str):
                these += args[0],
                args = args[1:]
            elif len(these) == 2 and isinstance(these[1], str) and self._is_format(these):
                pass
            lines += self._plot_one(these, dict(kwargs))
        return lines

    @staticmethod
    def _is_format(these):
        return True

    def _plot_one(self, these, kwargs):
        fmt = ''
        if len(these) > 1 and isinstance(these[-1], str):
            *these, fmt = these
        linestyle, marker, colour = parse_format(fmt) if fmt else (None, None, None)
        if len(these) == 2:
            x, y = self.xaxis.convert_units(_list(these[0])), self.yaxis.convert_units(_list(these[1]))
        else:
            if isinstance(these[0], (dict, set)):
                raise TypeError(f"float() argument must be a string or a real number, not '{type(these[0]).__name__}'")
            y = self.yaxis.convert_units(_list(these[0]))
            if y is None:
                raise ValueError('x, y, and format string must not be None')
            x = getattr(y, 'index', None)
            x = np.arange(len(np.atleast_1d(y)), dtype=float) if x is None or callable(x) else np.asarray(x)
        x, y = _column(np.atleast_1d(_plain(x))), _column(np.atleast_1d(_plain(y)))
        if x.shape[0] != y.shape[0]:
            raise ValueError(f'x and y must have same first dimension, but have shapes '
                             f'{_shape(x)} and {_shape(y)}')
        if x.ndim > 2 or y.ndim > 2:
            raise ValueError(f'x and y can be no greater than 2D, but have shapes {x.shape} and {y.shape}')
        if fmt:
            given = {'ls', 'linestyle'} & kwargs.keys()
            if linestyle is None:
                linestyle = 'None' if marker is not None and not given else None
            for key, short, value in (('linestyle', 'ls', linestyle), ('marker', 'marker', marker)):
                if value is not None and key not in kwargs and short not in kwargs:
                    kwargs[key] = value
            if colour is not None and 'color' not in kwargs and 'c' not in kwargs:
                kwargs['color'] = colour
        count = max(x.shape[1], y.shape[1])
        if min(x.shape[1], y.shape[1]) not in (1, count):
            raise ValueError(f'x has {x.shape[1]} columns but y has {y.shape[1]} columns')
        labels = kwargs.pop('label', None)
        made = []
        for i in range(count):
            own = dict(kwargs)
            if labels is not None:
                several = isinstance(labels, (list, tuple)) and len(labels) == count
                own['label'] = labels[i] if several and count > 1 or several and isinstance(labels, (list, tuple)) \
                    else labels
            made.append(self._line(x[:, i % x.shape[1]], y[:, i % y.shape[1]], own))
        return made

    def _line(self, x, y, kwargs):
        for short, long in _SHORT.items():
            if short in kwargs:
                kwargs[long] = kwargs.pop(short)
        if kwargs.get('color') is None:
            # All properties of the cycle that the call does not give; one that it does give stops nothing else.
            for key, value in self._next_properties().items():
                key = _SHORT.get(key, key)
                if kwargs.get(key) is None:
                    kwargs[key] = value
        label = kwargs.pop('label', None)
        line = self._add(Line2D([], [], **kwargs))
        line._label = f'_child{len(self._children) - 1}' if label is None else str(label)
        line._xorig = line._yorig = None
        line.set_data(x, y)
        if line._transform is None:
            steps = line._stepped(line._display()) if line._drawstyle != 'default' and len(line._x) == len(line._y) else None
            self._see(*((line._x, line._y) if steps is None else (steps[:, 0], steps[:, 1])))
        elif type(line._transform).__name__ == 'BlendedTransform':
            if line._transform._x is self.transData:
                self._see(line._x, None)
            if line._transform._y is self.transData:
                self._see(None, line._y)
        return line

    def semilogx(self, *args, **kwargs):
        """`plot` with a logarithmic x axis."""
        self.set_xscale('log', **self._log_options(kwargs))
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, **kwargs):
        """`plot` with a logarithmic y axis."""
        self.set_yscale('log', **self._log_options(kwargs))
        return self.plot(*args, **kwargs)

    def loglog(self, *args, **kwargs):
        """`plot` with two logarithmic axes."""
        options = self._log_options(kwargs)
        self.set_xscale('log', **options)
        self.set_yscale('log', **options)
        return self.plot(*args, **kwargs)

    @staticmethod
    def _log_options(kwargs):
        return {k.rstrip('xy') if k[:4] == 'base' else k: kwargs.pop(k)
                for k in ('base', 'basex', 'basey', 'subs', 'nonpositive') if k in kwargs}

    def step(self, x, y, *args, where='pre', data=None, **kwargs):
        """A line that goes in steps."""
        check_in('where', where, ('pre', 'post', 'mid'))
        return self.plot(x, y, *args, **{**kwargs, 'drawstyle': 'steps-' + where})

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        """A level line across the plot."""
        return self._across([xmin, xmax], [y, y], self.get_yaxis_transform(), 'y', y, kwargs)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        """An upright line across the plot."""
        return self._across([x, x], [ymin, ymax], self.get_xaxis_transform(), 'x', x, kwargs)

    def _across(self, x, y, transform, name, value, kwargs):
        axis = self.xaxis if name == 'x' else self.yaxis
        value = float(np.ravel(axis.convert_units(value))[0])
        low, high = axis.get_view_interval()
        line = self._add(Line2D([], [], **{'color': 'C0' if 'c' not in kwargs else kwargs['c'], **kwargs}))
        if 'label' not in kwargs:
            line._label = f'_child{len(self._children) - 1}'
        line._transform = transform
        line.set_data(x, y)
        if not min(low, high) <= value <= max(low, high) or self._has_data or axis.view.auto:
            self._see(*((np.array([value]), None) if name == 'x' else (None, np.array([value]))))
        return line

    def axline(self, xy1, xy2=None, *, slope=None, **kwargs):
        """A line without ends through a point."""
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        line = self._add(AxLine([], [], **{'color': 'C0', **kwargs}))
        self._name(line)
        line._through = (xy1, xy2, slope)
        line._x, line._y = np.zeros(2), np.zeros(2)
        self._see(np.array([xy1[0]]), np.array([xy1[1]]))
        if xy2 is not None:
            self._see(np.array([xy2[0]]), np.array([xy2[1]]))
        return line

    def hlines(self, y, xmin, xmax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
        """Level lines between two places each."""
        y, xmin, xmax = np.broadcast_arrays(*(np.atleast_1d(np.asarray(v, dtype=float)) for v in (y, xmin, xmax)))
        return self._lines(np.stack([np.stack([xmin, y], 1), np.stack([xmax, y], 1)], 1), colors, linestyles, label,
                           kwargs)

    def vlines(self, x, ymin, ymax, colors=None, linestyles='solid', *, label='', data=None, **kwargs):
        """Upright lines between two places each."""
        x, ymin, ymax = np.broadcast_arrays(*(np.atleast_1d(np.asarray(v, dtype=float)) for v in (x, ymin, ymax)))
        return self._lines(np.stack([np.stack([x, ymin], 1), np.stack([x, ymax], 1)], 1), colors, linestyles, label,
                           kwargs)

    def _lines(self, segments, colors, linestyles, label, kwargs):
        if colors is not None:
            kwargs['colors'] = colors
        from matplotlib.collections import LineCollection
        made = self._add(LineCollection(list(segments), linestyles=linestyles, **kwargs))
        made.set_label(label)
        self._name(made)
        self._see(segments[..., 0], segments[..., 1])
        return made

    def eventplot(self, positions, orientation='horizontal', lineoffsets=1, linelengths=1, linewidths=None,
                  colors=None, linestyles='solid', **kwargs):
        """Short lines at the places of events."""
        from matplotlib.collections import EventCollection
        rows = positions if np.ndim(positions[0]) else [positions]
        made = []
        for i, row in enumerate(rows):
            middle = lineoffsets[i] if np.iterable(lineoffsets) else lineoffsets if len(rows) == 1 else i
            half = (linelengths[i] if np.iterable(linelengths) else linelengths) / 2
            colour = colors[i] if isinstance(colors, (list, tuple)) else colors
            draw = self.vlines if orientation == 'horizontal' else self.hlines
            reach = np.array([middle - 2 * half, middle + 2 * half])
            self._see(*((None, reach) if orientation == 'horizontal' else (reach, None)))
            one = draw(row, middle - half, middle + half, colors=colour, linestyles=linestyles,
                       linewidths=linewidths or 1.5)
            one.__class__ = EventCollection
            made.append(one)
        return made

    def stackplot(self, x, *args, labels=(), colors=None, baseline='zero', **kwargs):
        """Areas upon each other."""
        check_in('baseline', baseline, ('zero', 'sym', 'wiggle', 'weighted_wiggle'))
        y = np.vstack([_list(one) for one in args])
        tops = np.cumsum(y, axis=0)
        first = np.zeros(y.shape[1])
        if baseline == 'sym':
            first = -tops[-1] / 2
        made = []
        for i, top in enumerate(tops):
            colour = colors[i % len(colors)] if colors else self._next_colour()
            label = labels[i] if i < len(labels) else None
            made.append(self.fill_between(x, first + (tops[i - 1] if i else 0), first + top, facecolor=colour,
                                          label=label, **kwargs))
        if baseline == 'zero':
            self._sticky['y'].append(0.0)
        return made


class AxLine(Line2D):
    """A line without ends."""
    __module__ = 'matplotlib.lines'

    def _draw(self, renderer):
        (x1, y1), two, slope = self._through
        low, high = self.axes.get_xlim()
        down, up = self.axes.get_ylim()
        if two is not None:
            slope = (two[1] - y1) / (two[0] - x1) if two[0] != x1 else np.inf
        if np.isinf(slope):
            self._x, self._y = np.array([x1, x1]), np.array([down, up])
        else:
            self._x = np.array([low, high])
            self._y = y1 + slope * (self._x - x1)
        Line2D._draw(self, renderer)


def _shape(a):
    return (a.shape[0],) if a.ndim == 2 and a.shape[1] == 1 else a.shape


def _list(values):
    """Values as a list or array, of views and other iterables too."""
    if isinstance(values, (list, tuple)) and any(v is None for v in values):
        return [np.nan if v is None else v for v in values]
    if isinstance(values, (np.ndarray, list, tuple, str, int, float)) or not hasattr(values, '__iter__'):
        return values
    if hasattr(values, '__next__'):
        raise RuntimeError('matplotlib does not support generators as input')
    return values.values if hasattr(values, 'values') and not callable(values.values) else list(values)


def _plain(values):
    if hasattr(values, 'mask'):
        return values.astype(float).filled(np.nan)
    return values
