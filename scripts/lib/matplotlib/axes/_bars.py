"""Bars, histograms and filled areas."""

import numpy as np
from matplotlib import rcParams
from matplotlib._lists import SilentList
from matplotlib.collections import FillBetweenPolyCollection, PolyCollection
from matplotlib.container import BarContainer, ErrorbarContainer, StemContainer
from matplotlib._rgba import is_color_like, to_rgba_array
from matplotlib._checks import check_in
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle


def _take(kwargs, *names, default=None):
    found = default
    for name in names:
        if name in kwargs:
            found = kwargs.pop(name)
    return found


def _each(value, count):
    """A list of `count` entries from one value or a list."""
    if value is None or isinstance(value, str) or not np.iterable(value) or is_color_like(value):
        return [value] * count
    value = list(value)
    return [value[i % len(value)] for i in range(count)] if value else [None] * count


def _numeric(values):
    """An array of numbers; whole ones stay whole."""
    values = np.atleast_1d(np.asarray(values))
    return values if values.dtype.kind in 'iuf' else values.astype(float)


def _same_length(*named):
    """ValueError names two arguments whose lengths do not go together."""
    shapes = [(name, np.shape(values)) for name, values in named]
    for name, shape in shapes[1:]:
        first, other = shapes[0]
        if shape and other and shape != other and 1 not in (shape[0], other[0]):
            raise ValueError('shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '
                             f'{first!r} with shape {other} and {name!r} with shape {shape}.')


# Arrow heads up, down, right and left whose base is at the place.
_CARETS = 10, 11, 9, 8


class BarPlots:
    """Areas that stand for numbers."""

    def bar(self, x, height=None, width=0.8, bottom=None, *, align='center', data=None, **kwargs):
        """Upright bars at `x`."""
        if height is None:
            if 'left' not in kwargs and height is None:
                raise TypeError("bar() missing 1 required positional argument: 'height'")
        return self._bars(x, height, width, bottom, align, True, kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align='center', data=None, **kwargs):
        """Bars that lie at `y`."""
        return self._bars(y, width, height, left, align, False, kwargs)

    def _bars(self, x, height, width, bottom, align, upright, kwargs):
        check_in('align', align, ('center', 'edge'))
        across, along = (self.xaxis, self.yaxis) if upright else (self.yaxis, self.xaxis)
        x = np.atleast_1d(np.asarray(across.convert_units(_listed(x)), dtype=float))
        height = _numeric(along.convert_units(_listed(height)))
        width = _numeric(width)
        base = _numeric(along.convert_units(_listed(0 if bottom is None else bottom)))
        _same_length(('x', x), ('height', height), ('width', width), ('bottom', base))
        try:
            x, height, width, base = np.broadcast_arrays(x, height, width, base)
        except ValueError:
            raise ValueError('shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg '
                             f'0 with shape {x.shape} and arg 1 with shape {height.shape}.') from None
        log = _take(kwargs, 'log', default=False)
        if log:
            (self.set_yscale if upright else self.set_xscale)('log', nonpositive='clip')
        colour = _take(kwargs, 'color', 'facecolor', 'fc')
        try:
            to_rgba_array([] if colour is None else colour)
        except (TypeError, ValueError):
            raise ValueError("'facecolor' or 'color' argument must be a valid color or sequence of colors.") from None
        edge = _take(kwargs, 'edgecolor', 'ec')
        line = _take(kwargs, 'linewidth', 'lw')
        label = kwargs.pop('label', '')
        tick_label = kwargs.pop('tick_label', None)
        hatch = kwargs.pop('hatch', None)
        errors = {key: kwargs.pop(key) for key in ('xerr', 'yerr', 'ecolor', 'capsize', 'error_kw') if key in kwargs}
        if colour is None:
            colour = self._next_colour(False)
        count = len(x)
        start = x - width / 2 if align == 'center' else x
        bars = []
        colours, edges = _each(colour, count), _each(edge, count)
        widths, hatches, labels = _each(line, count), _each(hatch, count), _each(label, count)
        several = not isinstance(label, str) and np.iterable(label)
        for i in range(count):
            box = (start[i], base[i], width[i], height[i]) if upright else (base[i], start[i], height[i], width[i])
            bar = Rectangle(box[:2], box[2], box[3], facecolor=colours[i],
                            edgecolor=edges[i], linewidth=widths[i], hatch=hatches[i], **kwargs)
            bar.set_label(labels[i] if several else '_nolegend_')
            bars.append(self._add(bar))
        if count:
            ends = np.concatenate([start, start + width])
            tops = np.concatenate([base, base + height])
            self._see(*((ends, tops) if upright else (tops, ends)))
        self._sticky['y' if upright else 'x'] += base.tolist()
        if log:
            self._sticky['y' if upright else 'x'].clear()
        errorbar = None
        if 'xerr' in errors or 'yerr' in errors:
            options = {'ecolor': errors.get('ecolor', 'k'), 'capsize': errors.get('capsize'), 'fmt': 'none',
                       'label': '_nolegend_', **(errors.get('error_kw') or {})}
            middle = start + width / 2
            place = (middle, base + height) if upright else (base + height, middle)
            errorbar = self.errorbar(*place, yerr=errors.get('yerr'), xerr=errors.get('xerr'), **options)
        if tick_label is not None:
            across.set_ticks(x, _each(tick_label, count))
        made = BarContainer(bars, errorbar, orientation='vertical' if upright else 'horizontal')
        made._label = '' if several else label
        made.datavalues = height
        self._contain(made)
        return made

    def _contain(self, made):
        if made._label == '':
            made._label = f'_container{len(self.containers)}'
        self.containers.append(made)

    def bar_label(self, container, labels=None, *, fmt='%g', label_type='edge', padding=0, **kwargs):
        """Write the bars' values at them."""
        made = []
        check_in('label_type', label_type, ('edge', 'center'))
        for i, (bar, value) in enumerate(zip(container, np.ravel(container.datavalues).tolist())):
            text = labels[i] if labels is not None else fmt(value) if callable(fmt) else (
                fmt % value if '%' in fmt else fmt.format(value))
            x, y, w, h = bar._x, bar._y, bar._width, bar._height
            upright = container.orientation == 'vertical'
            if label_type == 'center':
                place, away, align = (x + w / 2, y + h / 2), (0, 0), ('center', 'center')
            elif upright:
                place, away = (x + w / 2, y + h), (0, padding if h >= 0 else -padding)
                align = ('center', 'bottom' if h >= 0 else 'top')
            else:
                place, away = (x + w, y + h / 2), (padding if w >= 0 else -padding, 0)
                align = ('left' if w >= 0 else 'right', 'center')
            made.append(self.annotate(str(text), place, away, textcoords='offset points', ha=align[0], va=align[1],
                                      **kwargs))
        return made

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None,
             histtype='bar', align='mid', orientation='vertical', rwidth=None, log=False, color=None, label=None,
             stacked=False, data=None, **kwargs):
        """Count data in ranges."""
        for name, value, known in (('histtype', histtype, ('bar', 'barstacked', 'step', 'stepfilled')),
                                   ('align', align, ('left', 'mid', 'right')),
                                   ('orientation', orientation, ('horizontal', 'vertical'))):
            check_in(name, value, known)
        sets = _datasets(self._numbers(x, orientation))
        bins = rcParams['hist.bins'] if bins is None else bins
        stacked = stacked or histtype == 'barstacked'
        weights = [None] * len(sets) if weights is None else _datasets(weights)
        if len(weights) != len(sets) or any(w is not None and len(w) != len(s) for w, s in zip(weights, sets)):
            raise ValueError('weights should have the same shape as x')
        if color is not None and not is_color_like(color) and np.iterable(color) and len(color) != len(sets):
            raise ValueError(f"The 'color' keyword argument must have one color per dataset, but {len(sets)} datasets and "
                             f'{len(color)} colors were provided')
        every = np.concatenate([s[np.isfinite(s)] for s in sets]) if sets else np.array([])
        given = np.concatenate(sets) if sets else np.array([])
        if range is None and given.size and not np.isfinite(given).all() and not np.iterable(bins):
            low, high = np.min(given), np.max(given)
            if len(sets) > 1 and every.size:
                low, high = every.min(), every.max()
            if not (np.isfinite(low) and np.isfinite(high)):
                raise ValueError(f'autodetected range of [{low}, {high}] is not finite')
        if range is None and every.size == 0:
            edges = np.linspace(0, 1, bins + 1) if isinstance(bins, int) else np.asarray(bins, dtype=float)
        else:
            edges = np.histogram_bin_edges(every, bins, range)
        counts = []
        for one, weight in zip(sets, weights):
            good = np.isfinite(one)
            found = np.histogram(one[good], edges, weights=None if weight is None else weight[good])[0]
            counts.append(np.asarray(found, dtype=float))
        counts = np.array(counts)
        edges = np.asarray(edges, dtype=float)
        widths = np.diff(edges)
        if density:
            if stacked:
                counts = counts / widths / counts.sum()
            else:
                counts = np.array([c / widths / c.sum() if c.sum() else c * 0.0 for c in counts])
        if stacked:
            counts = np.cumsum(counts, axis=0)
        if cumulative:
            step = counts * widths if density else counts
            counts = (np.cumsum(step[:, ::-1], axis=1)[:, ::-1] if cumulative is not True and cumulative < 0
                      else np.cumsum(step, axis=1))
        colours = [self._next_colour() for _ in sets] if color is None else list(map(tuple, to_rgba_array(color)))
        labels = [label] if label is None or isinstance(label, str) else list(label)
        labels += [None] * (len(sets) - len(labels))
        if histtype.startswith('bar'):
            made = self._hist_bars(counts, edges, widths, colours, labels, stacked, bottom, align, orientation, rwidth,
                                   log, kwargs)
        else:
            made = self._hist_steps(counts, edges, colours, labels, stacked, bottom, histtype, orientation, log, align,
                                    kwargs)
        counts_out = counts[0] if len(sets) == 1 else counts
        if len(sets) == 1:
            return counts_out, edges, made[0]
        kind = 'Polygon' if histtype.startswith('step') else 'BarContainer'
        return counts_out, edges, SilentList(f'list[{kind}]' if kind == 'Polygon' else kind, made)

    def _numbers(self, x, orientation):
        """The data of a histogram; words become numbers."""
        first = next(iter(x), None) if not isinstance(x, np.ndarray) and np.iterable(x) else None
        axis = self.xaxis if orientation == 'vertical' else self.yaxis
        return axis.convert_units(list(x)) if isinstance(first, str) else x

    def _hist_bars(self, counts, edges, widths, colours, labels, stacked, bottom, align, orientation, rwidth, log,
                   kwargs):
        count = len(counts)
        part = min(1.0, max(0.0, rwidth)) if rwidth is not None else 0.8 if count > 1 and not stacked else 1.0
        wide = part * widths if stacked else part * widths / count
        shift = {'mid': 0.0, 'left': -0.5, 'right': 0.5}[align] * widths
        below = np.zeros(len(widths)) if bottom is None else np.zeros(len(widths)) + bottom
        made, last = [], None
        for i, row in enumerate(counts):
            offset = 0 if stacked else (i - (count - 1) / 2) * wide
            middle = edges[:-1] + widths / 2 + offset + shift
            base, height = below, row
            if stacked and last is not None:
                base, height = below + last, row - last
            last = row
            options = {**kwargs, 'color': colours[i], 'log': log, 'label': labels[i] if labels[i] is not None else ''}
            if 'facecolor' in kwargs or 'fc' in kwargs:
                del options['color']
            if labels[i] is None:
                options['label'] = '_nolegend_'
            if orientation == 'vertical':
                made.append(self.bar(middle, height, wide, bottom=base if stacked or bottom is not None else None,
                                     align='center', **options))
            else:
                made.append(self.barh(middle, height, wide, left=base if stacked or bottom is not None else None,
                                      align='center', **options))
        return made

    def _hist_steps(self, counts, edges, colours, labels, stacked, bottom, histtype, orientation, log, align, kwargs):
        if log:
            (self.set_yscale if orientation == 'vertical' else self.set_xscale)('log', nonpositive='clip')
        shift = {'mid': 0.0, 'left': -0.5, 'right': 0.5}[align] * (edges[1] - edges[0])
        places = np.repeat(edges + shift, 2)
        made, last = [], None
        fill = histtype == 'stepfilled'
        for i, row in enumerate(counts):
            tops = np.concatenate([[0.0], np.repeat(row, 2), [0.0]]) + (0 if bottom is None else np.max(bottom))
            if fill:
                below = np.zeros(len(tops)) if last is None or not stacked else last
                outline = np.column_stack([np.concatenate([places, places[::-1]]), np.concatenate([tops, below[::-1]])])
                last = tops
            else:
                outline = np.column_stack([places, tops])
            if orientation == 'horizontal':
                outline = outline[:, ::-1]
            options = dict(kwargs)
            if fill:
                options.setdefault('facecolor', colours[i])
            else:
                options.setdefault('edgecolor', colours[i])
                options['fill'] = False
            shape = Polygon(outline, closed=fill, **options)
            shape.set_label('_nolegend_' if labels[i] is None else labels[i])
            self._add(shape)
            self._see(outline[:, 0], outline[:, 1])
            self._sticky['y' if orientation == 'vertical' else 'x'].append(0.0)
            made.append([shape])
        return made

    def stairs(self, values, edges=None, *, orientation='vertical', baseline=0, fill=False, data=None, **kwargs):
        """Steps with given edges."""
        values = np.asarray(values, dtype=float)
        edges = np.arange(len(values) + 1) if edges is None else np.asarray(edges, dtype=float)
        colour = _take(kwargs, 'color', default=None)
        colour = self._next_colour() if colour is None else colour
        from matplotlib.patches import StepPatch
        shape = StepPatch(values, edges, baseline=baseline, orientation=orientation, fill=fill, facecolor=colour,
                          edgecolor=colour, **kwargs)
        self._add(shape)
        tops = np.concatenate([values, np.ravel(0 if baseline is None else baseline)])
        self._see(*((edges, tops) if orientation == 'vertical' else (tops, edges)))
        if baseline is not None:
            self._sticky['y' if orientation == 'vertical' else 'x'] += np.ravel(np.asarray(baseline, dtype=float)).tolist()
        return shape

    def fill(self, *args, data=None, **kwargs):
        """Filled polygons."""
        made = []
        while args:
            x, y, args = args[0], args[1], args[2:]
            options = dict(kwargs)
            if args and isinstance(args[0], str):
                from matplotlib.axes._lines import parse_format
                options.setdefault('facecolor', parse_format(args[0])[2])
                args = args[1:]
            if _take(options, 'c') is not None:
                options['color'] = kwargs['c']
            if options.get('color') is None:
                options.pop('color', None)
                if 'fc' in options:
                    options['facecolor'] = options.pop('fc')
                if options.get('facecolor') is None:
                    options['facecolor'] = self._next_colour()
            x = np.asarray(self.xaxis.convert_units(_listed(x)), dtype=float)
            y = np.asarray(self.yaxis.convert_units(_listed(y)), dtype=float)
            shape = Polygon(np.column_stack([x, y]), **options)
            if 'color' in options:
                shape.set_color(options['color'])
            self._add(shape)
            self._see(x, y)
            made.append(shape)
        return made

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
        """The area between two curves."""
        return self._between(x, y1, y2, where, interpolate, step, True, kwargs)

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs):
        """The area between two curves over y."""
        return self._between(y, x1, x2, where, interpolate, step, False, kwargs)

    def _between(self, t, a, b, where, interpolate, step, upright, kwargs):
        own, other = (self.xaxis, self.yaxis) if upright else (self.yaxis, self.xaxis)
        t = np.atleast_1d(np.asarray(own.convert_units(_listed(t)), dtype=float))
        a, b = (np.asarray(other.convert_units(_listed(v)), dtype=float) for v in (a, b))
        for name, values in zip(('y1', 'y2') if own is self.xaxis else ('x1', 'x2'), (a, b)):
            if values.size not in (1, t.size):
                raise ValueError(f"{'x' if own is self.xaxis else 'y'!r} has size {t.size}, but {name!r} has an unequal "
                                 f'size of {values.size}')
        t, a, b = np.broadcast_arrays(t, a, b)
        if where is None:
            where = np.ones(len(t), dtype=bool)
        else:
            where = np.asarray(where, dtype=bool)
            if where.size != t.size:
                raise ValueError(f'where size ({where.size}) does not match x size ({t.size})')
        where = where & np.isfinite(t) & np.isfinite(a) & np.isfinite(b)
        polygons = []
        for start, end in _stretches(where):
            piece = [v[start:end] for v in (t, a, b)]
            if step is not None:
                piece = _steps(*piece, step)
            if len(piece[0]) == 0:
                continue
            before, behind = [(piece[0][0], piece[2][0])], [(piece[0][-1], piece[2][-1])]
            if interpolate:
                if start > 0:
                    before = [_meeting(t, a, b, start - 1)]
                if end < len(t):
                    behind = [_meeting(t, a, b, end - 1)]
            points = before + list(zip(piece[0], piece[1])) + behind + list(zip(piece[0][::-1], piece[2][::-1]))
            points = np.array(points)
            polygons.append(points if upright else points[:, ::-1])
        if not any(k in kwargs for k in ('color', 'facecolor', 'facecolors', 'fc')):
            kwargs['facecolor'] = self._next_colour(False)
        kwargs.setdefault('linewidths', kwargs.pop('lw', kwargs.pop('linewidth', rcParams['patch.linewidth'])))
        made = self._add(FillBetweenPolyCollection(polygons, **kwargs))
        if where.any():
            both, ts = np.concatenate([a[where], b[where]]), t[where]
            self._see(*((ts, both) if upright else (both, ts)))
        return made

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        """A level band across the plot."""
        return self._span((xmin, ymin), xmax - xmin, ymax - ymin, self.get_yaxis_transform(), 'y', (ymin, ymax), kwargs)

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        """An upright band across the plot."""
        return self._span((xmin, ymin), xmax - xmin, ymax - ymin, self.get_xaxis_transform(), 'x', (xmin, xmax), kwargs)

    def _span(self, xy, width, height, transform, name, ends, kwargs):
        made = self._add(Rectangle(xy, width, height, **kwargs))
        made._transform = transform
        self._see(*((np.array(ends, dtype=float), None) if name == 'x' else (None, np.array(ends, dtype=float))))
        return made

    def broken_barh(self, xranges, yrange, align='edge', **kwargs):
        """Level bars in pieces."""
        y, height = yrange
        boxes = [[(x, y), (x, y + height), (x + w, y + height), (x + w, y)] for x, w in xranges]
        if not any(k in kwargs for k in ('color', 'facecolors', 'facecolor')):
            kwargs['facecolor'] = self._next_colour(False)
        return self.add_collection(PolyCollection(boxes, **kwargs))

    def errorbar(self, x, y, yerr=None, xerr=None, fmt='', *, ecolor=None, elinewidth=None, capsize=None,
                 barsabove=False, lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1,
                 capthick=None, data=None, **kwargs):
        """A line with bars for what is uncertain."""
        x = np.atleast_1d(np.asarray(self.xaxis.convert_units(_listed(x)), dtype=float))
        y = np.atleast_1d(np.asarray(self.yaxis.convert_units(_listed(y)), dtype=float))
        label = kwargs.pop('label', None)
        line = None
        if fmt.lower() == 'none':
            colour = kwargs.pop('color', None) or (ecolor if ecolor is not None else self._next_colour())
            kwargs = {k: v for k, v in kwargs.items() if k in ('zorder', 'alpha', 'elinewidth')}
        else:
            line = self.plot(x, y, fmt, **kwargs)[0] if fmt else self.plot(x, y, **kwargs)[0]
            line._label = '_nolegend_'
            line.zorder = kwargs.get('zorder', 2) + (-0.1 if barsabove else 0.1)
            colour = line._color
        ecolor = colour if ecolor is None else ecolor
        width = elinewidth if elinewidth is not None else kwargs.get('linewidth', kwargs.get('lw', rcParams['lines.linewidth']))
        capsize = rcParams['errorbar.capsize'] if capsize is None else capsize
        zorder = kwargs.get('zorder', 2)
        bars, caps = [], []
        every = slice(None, None, errorevery) if isinstance(errorevery, int) else slice(*errorevery, None)
        for errors, name in ((yerr, 'y'), (xerr, 'x')):
            if errors is None:
                continue
            errors = np.asarray(errors, dtype=float)
            if (errors[np.isfinite(errors)] < 0).any():
                raise ValueError(f"'{name}err' must not contain negative values")
            if errors.ndim == 2 and errors.shape[0] != 2 or errors.ndim == 1 and errors.shape[0] not in (1, len(x)):
                raise ValueError(f"'{name}err' (shape: {errors.shape}) must be a scalar or a 1D or (2, n) array-like "
                                 f"whose shape matches '{name}' (shape: {x.shape})")
            low, high = (errors[0], errors[1]) if errors.ndim == 2 else (errors, errors)
            middle = y if name == 'y' else x
            lower, upper = (np.broadcast_to(np.asarray(lims, dtype=bool), middle.shape) for lims in (
                (lolims, uplims) if name == 'y' else (xlolims, xuplims)))
            ends = [np.where(lower, middle, middle - low)[every], np.where(upper, middle, middle + high)[every]]
            draw = self.vlines if name == 'y' else self.hlines
            at = (x if name == 'y' else y)[every]
            made = draw(at, ends[0], ends[1], colors=ecolor, linewidths=width, zorder=zorder)
            made._alpha, made._label = kwargs.get('alpha'), '_nolegend_'
            bars.append(made)
            marks = [] if not capsize else [(end, np.ones(len(end), dtype=bool), '_' if name == 'y' else '|') for end in ends]
            if lower.any() or upper.any():
                lower, upper = lower[every], upper[every]
                marks = [(end, ~beyond, mark) for (end, _, mark), beyond in zip(marks, (upper, lower))]
                up, down = (_CARETS[:2] if name == 'y' else _CARETS[2:])
                marks += [(ends[1], lower, up), (ends[0], upper, down)]
            for end, seen, mark in marks:
                if seen.any():
                    place = (at[seen], end[seen]) if name == 'y' else (end[seen], at[seen])
                    size = {'markersize': 2 * capsize} if capsize else {}
                    cap = Line2D(*place, marker=mark, linestyle='None', color=ecolor, zorder=zorder,
                                 alpha=kwargs.get('alpha'), **size)
                    cap._markeredgewidth = capthick if capthick is not None else 1.0
                    cap._label = '_nolegend_'
                    caps.append(self._add(cap))
        made = ErrorbarContainer((line, tuple(caps), tuple(bars)), has_xerr=xerr is not None,
                                 has_yerr=yerr is not None)
        made._label = '' if label is None else label
        self._contain(made)
        return made

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation='vertical',
             data=None):
        """Points on stems."""
        from matplotlib.axes._lines import parse_format
        if len(args) > 2 or len(args) == 2 and isinstance(args[1], str):
            args, rest = args[:1 if isinstance(args[1], str) else 2], args[1 if isinstance(args[1], str) else 2:]
            linefmt = rest[0] if rest else linefmt
        x, y = args if len(args) == 2 else (np.arange(len(args[0])), args[0])
        x, y = (np.asarray(v, dtype=float) for v in (x, y))
        style, _, colour = parse_format(linefmt) if linefmt else ('-', None, 'C0')
        mark_style, marker, mark_colour = parse_format(markerfmt) if markerfmt else ('None', 'o', None)
        base_style, _, base_colour = parse_format(basefmt) if basefmt else ('-', None, 'C3')
        colour = colour or 'C0'
        stems = self.vlines(x, bottom, y, colors=colour, linestyles=style or '-') if orientation == 'vertical' \
            else self.hlines(x, bottom, y, colors=colour, linestyles=style or '-')
        stems._label = '_nolegend_'
        place = (x, y) if orientation == 'vertical' else (y, x)
        heads = self.plot(*place, linestyle=mark_style or 'None', marker=marker or 'o', color=mark_colour or colour,
                          label='_nolegend_')[0]
        base = [[x.min(), x.max()], [bottom, bottom]]
        baseline = self.plot(*(base if orientation == 'vertical' else base[::-1]), color=base_colour or 'C3',
                             linestyle=base_style or '-', label='_nolegend_')[0]
        made = StemContainer((heads, stems, baseline))
        made._label = '' if label is None else label
        self._contain(made)
        return made


def _listed(values):
    if isinstance(values, (np.ndarray, list, tuple, str, int, float)) or not hasattr(values, '__iter__'):
        return values
    return list(values)


def _datasets(x):
    """The data as a list of arrays."""
    if isinstance(x, np.ndarray) and x.ndim <= 1:
        return [np.asarray(x, dtype=float).ravel()]
    if isinstance(x, np.ndarray):
        return [np.asarray(x[:, i], dtype=float) for i in range(x.shape[1])]
    x = list(x)
    if x and np.iterable(x[0]) and not isinstance(x[0], str):
        return [np.asarray(one, dtype=float).ravel() for one in x]
    return [np.asarray(x, dtype=float)]


def _stretches(where):
    """The ranges (start, end) in which it is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], where.astype(int), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist()))


def _steps(t, a, b, where):
    if where == 'mid':
        middle = (t[:-1] + t[1:]) / 2
        return np.concatenate([[t[0]], np.repeat(middle, 2), [t[-1]]]), np.repeat(a, 2), np.repeat(b, 2)
    if where == 'post':
        return np.repeat(t, 2)[1:], np.repeat(a, 2)[:-1], np.repeat(b, 2)[:-1]
    return np.repeat(t, 2)[:-1], np.repeat(a, 2)[1:], np.repeat(b, 2)[1:]


def _meeting(t, a, b, i):
    """Where two curves cross between two points."""
    d1, d2 = a[i] - b[i], a[i + 1] - b[i + 1]
    k = d1 / (d1 - d2) if d1 != d2 else 0.0
    return t[i] + k * (t[i + 1] - t[i]), a[i] + k * (a[i + 1] - a[i])
