"""The two axes of a plot: views, ticks and labels."""

import numpy as np
from matplotlib import _tick_drawing, rcParams
from matplotlib._rc import font_size
from matplotlib._lists import SilentList
from matplotlib._tick_drawing import Tick
from matplotlib.artist import Artist, check_in, check_instance
from matplotlib.scale import make_scale
from matplotlib.text import Text


class XTick(Tick):
    """A tick of the axis along the bottom."""


class YTick(Tick):
    """A tick of the axis along the left side."""


class View:
    """What axes share that move together: limits, scale and ticks."""

    def __init__(self):
        self.members = []
        self.low, self.high, self.auto, self.stale = 0.0, 1.0, True, False
        self.set_scale(make_scale('linear'))

    def set_scale(self, scale):
        from matplotlib import ticker
        self.scale = scale
        self.major, self.major_format, self.minor, self.minor_format = scale.locators()
        self.scaled_minor = self.minor


class Axis(Artist):
    """One axis of a plot."""
    zorder = 1.5

    def __init__(self, axes, view=None):
        Artist.__init__(self)
        self.axes, self.figure, self._clip_on = axes, axes.figure, False
        self.view = view or View()
        self.view.members.append(self)
        self.categories = self.dates = None
        self.forget_data()
        name = self.axis_name
        self.label = Text(*((0.5, 0) if name == 'x' else (0, 0.5)), '', fontsize=rcParams['axes.labelsize'], color=rcParams['axes.labelcolor'])
        self.label.figure, self.label._clip_on = self.figure, False
        self.label._transform = axes._identity
        if name == 'y':
            self.label.set_rotation(90)
        self.labelpad = rcParams['axes.labelpad']
        self.label_place = None
        self.offsetText = Text(0, 0, '', fontsize=rcParams[name + 'tick.labelsize'])
        self.offsetText.figure, self.offsetText._transform = self.figure, axes._identity
        self.params = {kind: self._defaults(kind) for kind in ('major', 'minor')}
        self._pools = {'major': [], 'minor': []}
        self._inverted_by_program = False

    def __str__(self):
        x, y, _, _ = self.axes._pixel_box()
        return f'{type(self).__name__}({x},{y})'

    def _defaults(self, kind):
        tick = self.axis_name + 'tick.'
        colour = rcParams[tick + 'color']
        label = rcParams[tick + 'labelcolor']
        first, second = ('bottom', 'top') if self.axis_name == 'x' else ('left', 'right')
        return {'size': rcParams[f'{tick}{kind}.size'], 'width': rcParams[f'{tick}{kind}.width'],
                'pad': rcParams[f'{tick}{kind}.pad'], 'color': colour,
                'labelcolor': colour if label == 'inherit' else label,
                'labelsize': font_size(rcParams[tick + 'labelsize']), 'direction': rcParams[tick + 'direction'],
                'rotation': 0.0, 'labelfamily': None, 'zorder': None,
                'first': rcParams[tick + first], 'second': rcParams[tick + second],
                'label first': rcParams[f'{tick}label{first}'], 'label second': rcParams[f'{tick}label{second}'],
                'grid': rcParams['axes.grid'] and rcParams['axes.grid.axis'] in ('both', self.axis_name)
                and rcParams['axes.grid.which'] in ('both', kind),
                'grid_color': rcParams['grid.color'], 'grid_linestyle': rcParams['grid.linestyle'],
                'grid_linewidth': rcParams['grid.linewidth'], 'grid_alpha': rcParams['grid.alpha']}

    # Views

    scale = property(lambda self: self.view.scale)

    def forget_data(self):
        self.data_low, self.data_high, self.smallest = np.inf, -np.inf, np.inf

    def add_data(self, values):
        """Let the data's range grow."""
        values = np.asarray(values, dtype=float)
        finite = values[np.isfinite(values)]
        if finite.size:
            self.data_low = min(self.data_low, float(finite.min()))
            self.data_high = max(self.data_high, float(finite.max()))
            positive = finite[finite > 0]
            if positive.size:
                self.smallest = min(self.smallest, float(positive.min()))
        self.view.stale = True

    def get_view_interval(self):
        if self.view.stale:
            self.view.stale = False
            if self.view.auto:
                self._autoscale()
        return self.view.low, self.view.high

    def set_view_interval(self, vmin, vmax, ignore=False):
        self.view.low, self.view.high = float(vmin), float(vmax)

    def _scaled_view(self):
        low, high = self.get_view_interval()
        return float(self.scale.forward(low)), float(self.scale.forward(high))

    def _autoscale(self):
        view = self.view
        low = min(m.data_low for m in view.members)
        high = max(m.data_high for m in view.members)
        smallest = min(m.smallest for m in view.members)
        log = self.scale.name == 'log'
        inverted = view.low > view.high
        if not (np.isfinite(low) and np.isfinite(high)):
            low, high = (1.0, 10.0) if log else (0.0, 1.0)
            if log or not any(m.axes._has_data for m in view.members):
                view.low, view.high = (high, low) if inverted else (low, high)
                return
            low, high = -np.inf, np.inf
            view.low, view.high = (1.0, 0.0) if inverted else (0.0, 1.0)
            return
        low, high = self._spread(*self.scale.limit(low, high, smallest))
        sticky = [s for m in view.members if m.axes.use_sticky_edges for s in m.axes._sticky_edges(m.axis_name)]
        margin = self.axes._margin(self.axis_name)
        tolerance = 1e-5 * abs(high - low)
        floor = max([s for s in sticky if s <= low + tolerance], default=-np.inf)
        ceiling = min([s for s in sticky if s >= high - tolerance], default=np.inf)
        first, last = float(self.scale.forward(low)), float(self.scale.forward(high))
        delta = (last - first) * margin
        new_low, new_high = float(self.scale.backward(first - delta)), float(self.scale.backward(last + delta))
        if np.isfinite(floor):
            new_low = max(new_low, floor)
        if np.isfinite(ceiling):
            new_high = min(new_high, ceiling)
        new_low, new_high = self.axes._shown(self.axis_name, new_low, new_high)
        if not (np.isfinite(new_low) and np.isfinite(new_high)):
            new_low, new_high = (1.0, 10.0) if log else (low, high)
        if inverted:
            new_low, new_high = new_high, new_low
        view.low, view.high = new_low, new_high

    def _spread(self, low, high, part=0.05):
        """Limits that differ."""
        if self.scale.name == 'log':
            if low == high:
                base = self.scale.base
                power = np.log(low) / np.log(base)
                return base ** (np.ceil(power) - 1), base ** (np.floor(power) + 1)
            return low, high
        size = max(abs(low), abs(high))
        if high - low <= size * 1e-15 or size == 0:
            if low == 0 and high == 0:
                return -part, part
            return low - part * abs(low), high + part * abs(high)
        return low, high

    def set_limits(self, low, high, auto=False):
        """What `set_xlim` does."""
        before = self.get_view_interval()
        low, high = (self._limit(v, old) for v, old in ((low, before[0]), (high, before[1])))
        if low == high:
            low, high = self._spread(low, high)
        if self.scale.name == 'log':
            low, high = (before[i] if v <= 0 else v for i, v in enumerate((low, high)))
        self.view.low, self.view.high = low, high
        if auto is not None:
            self.view.auto = bool(auto)
        self.view.stale = False
        return low, high

    def _limit(self, value, old):
        if value is None:
            return old
        value = float(np.ravel(self.convert_units(value))[0])
        if not np.isfinite(value):
            raise ValueError('Axis limits cannot be NaN or Inf')
        return value

    def set_inverted(self, inverted):
        low, high = sorted(self.get_view_interval())
        self.view.low, self.view.high = (high, low) if inverted else (low, high)

    def get_inverted(self):
        low, high = self.get_view_interval()
        return low > high

    def set_scale_name(self, value, **kwargs):
        scale = make_scale(value, **kwargs)
        is_other = {'log', 'logit'} & {self.scale.name, scale.name}
        self.view.set_scale(scale)
        if is_other:
            # The limits are looked for at once, and those of the other axis too.
            other = self.axes.yaxis if self.axis_name == 'x' else self.axes.xaxis
            if other is not self:
                other.get_view_interval()
            self.view.stale = True

    _set_scale = set_scale_name

    def get_scale(self):
        return self.scale.name

    # Units

    def convert_units(self, values):
        """Numbers for what is to be drawn: strings become categories, dates days."""
        if isinstance(values, (int, float)):
            return values
        first = values if isinstance(values, str) else None
        if first is None:
            array = values if isinstance(values, np.ndarray) else None
            if array is not None and array.dtype.kind in 'fiub':
                return array
            if array is None and not hasattr(values, '__iter__'):
                return self._other(values)
            first = next(iter(values.ravel() if array is not None else values), None)
        if isinstance(first, (str, np.str_)):
            return self._category(values)
        if type(first).__name__ in ('datetime', 'date', 'datetime64'):
            return self._other(values)
        return values

    def _other(self, values):
        one = values if not hasattr(values, '__iter__') else next(iter(values))
        if type(one).__name__ in ('datetime', 'date', 'datetime64'):
            from matplotlib import dates
            self.make_dates()
            return dates.date2num(values)
        return values

    def make_dates(self):
        """Let numbers stand for days."""
        if self.dates is None:
            from matplotlib import dates
            self.dates = True
            self.view.major, self.view.major_format = dates.locator_and_formatter()

    def _category(self, values):
        from matplotlib.ticker import FixedFormatter, FixedLocator
        names = [values] if isinstance(values, str) else [str(v) for v in np.asarray(values).ravel().tolist()]
        if self.categories is None:
            self.categories = {}
        for name in names:
            self.categories.setdefault(name, len(self.categories))
        self.view.major = FixedLocator(list(range(len(self.categories))))
        self.view.major_format = FixedFormatter(list(self.categories))
        numbers = np.array([float(self.categories[name]) for name in names])
        return numbers[0] if isinstance(values, str) else numbers

    # Ticks

    def get_tick_space(self):
        x0, y0, width, height = self.axes._pixel_box()
        points = (width if self.axis_name == 'x' else height) * 72 / self.figure._drawing_dpi
        size = self.params['major']['labelsize'] * (3 if self.axis_name == 'x' else 2)
        return int(points // size) if size > 0 else 2 ** 31 - 1

    def _at(self, kind):
        view = self.view
        locator, formatter = (view.major, view.major_format) if kind == 'major' else (view.minor, view.minor_format)
        locator.set_axis(self)
        formatter.set_axis(self)
        return locator, formatter

    def get_majorticklocs(self):
        places = np.asarray(self._at('major')[0]())
        return self.axes._kept_ticks(self, places if places.dtype.kind in 'iuf' else places.astype(float))

    def get_minorticklocs(self):
        minors = np.asarray(self._at('minor')[0]())
        minors = minors if minors.dtype.kind in 'iuf' else minors.astype(float)
        if len(minors) == 0:
            return minors
        forward = self.scale.forward
        majors = np.asarray(forward(self.get_majorticklocs()), dtype=float)
        low, high = self._scaled_view()
        close = abs(high - low) * 1e-5
        places = np.asarray(forward(minors), dtype=float)
        keep = [not len(majors) or np.abs(majors - p).min() > close for p in places]
        return minors[np.array(keep)]

    def get_ticklocs(self, *, minor=False):
        return self.get_minorticklocs() if minor else self.get_majorticklocs()

    def _all_ticks(self, kind):
        """The values and texts of all ticks, and which of them are inside the view."""
        formatter = self._at(kind)[1]
        values = self.get_ticklocs(minor=kind == 'minor')
        if len(values) == 0:
            return values, [], []
        texts = formatter.format_ticks(values.tolist())
        low, high = sorted(self._scaled_view())
        close = (high - low) * 1e-10
        places = np.asarray(self.scale.forward(values), dtype=float)
        return values, texts, [i for i, p in enumerate(places.tolist()) if low - close <= p <= high + close]

    def ticks(self, kind):
        """The ticks inside the view: values and texts."""
        values, texts, inside = self._all_ticks(kind)
        return [float(values[i]) for i in inside], [texts[i] for i in inside]

    def _labels(self, kind):
        """The values in view, and their text objects."""
        values, labels, inside = self._all_labels(kind)
        return [float(values[i]) for i in inside], [labels[i] for i in inside]

    def _all_labels(self, kind):
        """The ticks' values, a text object for each, in whose properties the program may meddle, and which are in
        view."""
        values, texts, inside = self._all_ticks(kind)
        pool, params = self._pools[kind], self.params[kind]
        while len(pool) < len(values):
            made = Text(0, 0, '', fontsize=params['labelsize'], color=params['labelcolor'],
                        rotation=params['rotation'], fontfamily=params['labelfamily'])
            made.figure, made._clip_on, made._transform = self.figure, False, self.axes._identity
            made._horizontalalignment, made._verticalalignment = self._alignment()
            pool.append(made)
        is_x = self.axis_name == 'x'
        for label, text, value in zip(pool, texts, values):
            label.set_text(text)
            label._x, label._y = (value, 0) if is_x else (0, value)
        return values, pool[:len(values)], inside

    def _shown_labels(self, kind):
        labels, params = self._all_labels(kind)[1], self.params[kind]
        return SilentList('Text', [label for side in ('label first', 'label second') if params[side] for label in labels
                                   if label._visible])

    def get_majorticklabels(self):
        return self._shown_labels('major')

    def get_ticklabels(self, minor=False, which=None):
        return list(self._shown_labels('minor' if minor or which == 'minor' else 'major'))

    def get_minorticklabels(self):
        return self._shown_labels('minor')

    def _tick_objects(self, kind):
        made = XTick if self.axis_name == 'x' else YTick
        return [made(self, kind, label) for label in self._all_labels(kind)[1]]

    def get_major_ticks(self, numticks=None):
        return self._tick_objects('major')[:numticks]

    def get_minor_ticks(self, numticks=None):
        return self._tick_objects('minor')[:numticks]

    majorTicks = property(lambda self: self.get_major_ticks())
    minorTicks = property(lambda self: self.get_minor_ticks())

    def get_gridlines(self):
        return SilentList('Line2D gridline', [tick.gridline for tick in self.get_major_ticks()])

    def get_ticklines(self, minor=False):
        ticks = self._tick_objects('minor' if minor else 'major')
        return SilentList('Line2D ticklines', [line for tick in ticks for line in (tick.tick1line, tick.tick2line)])

    def get_majorticklines(self):
        return self.get_ticklines()

    def get_minorticklines(self):
        return self.get_ticklines(minor=True)

    def set_ticks(self, ticks, labels=None, *, minor=False, **kwargs):
        """Put ticks at places, with texts if given."""
        from matplotlib.ticker import FixedLocator
        if labels is None and kwargs:
            first = next(iter(kwargs))
            raise ValueError(f'Incorrect use of keyword argument {first!r}. Keyword arguments other than \'minor\' '
                             "modify the text labels and can only be used if 'labels' are passed as well.")
        ticks = np.atleast_1d(np.asarray(self.convert_units(ticks)))
        if ticks.dtype.kind not in 'iuf':
            ticks = ticks.astype(float)
        if len(ticks):
            low, high = self.get_view_interval()
            if low <= high:
                self.view.low, self.view.high = min(low, float(ticks.min())), max(high, float(ticks.max()))
            else:
                self.view.low, self.view.high = max(low, float(ticks.max())), min(high, float(ticks.min()))
        if minor:
            self.view.minor = FixedLocator(ticks)
        else:
            self.view.major = FixedLocator(ticks)
        if labels is not None:
            self.set_ticklabels(labels, minor=minor, **kwargs)
        return self._tick_objects('minor' if minor else 'major')

    def set_ticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        from matplotlib.ticker import FixedFormatter, FixedLocator, FuncFormatter
        texts = [label.get_text() if hasattr(label, 'get_text') else str(label) for label in labels]
        kind = 'minor' if minor else 'major'
        locator = self.view.minor if minor else self.view.major
        if isinstance(locator, FixedLocator):
            places = locator.locs.tolist()
            if texts and len(places) != len(texts):
                raise ValueError(f'The number of FixedLocator locations ({len(places)}), usually from a call to '
                                 f'set_ticks, does not match the number of labels ({len(texts)}).')
            texts = dict(zip(places, texts))
            formatter = FuncFormatter(lambda x, pos: texts.get(x, ''))
        else:
            formatter = FixedFormatter(texts)
        if minor:
            self.view.minor_format = formatter
        else:
            self.view.major_format = formatter
        made = self._all_labels(kind)[1]
        for label in made:
            label._update({**(fontdict or {}), **kwargs})
        if kwargs:
            self.params[kind].update({k: v for k, v in (('rotation', kwargs.get('rotation')),
                                                        ('labelsize', kwargs.get('fontsize'))) if v is not None})
        return made

    def set_major_locator(self, locator):
        self._check_locator(locator)
        self.view.major = locator
        if hasattr(self.view.major_format, '_locator'):
            self.view.major_format._locator = locator
        locator.set_axis(self)

    @staticmethod
    def _check_locator(locator):
        from matplotlib.ticker import Locator
        check_instance('locator', locator, Locator, 'matplotlib.ticker.Locator')

    def set_minor_locator(self, locator):
        self._check_locator(locator)
        self.view.minor = locator
        locator.set_axis(self)

    def set_major_formatter(self, formatter):
        self.view.major_format = self._as_formatter(formatter)

    def set_minor_formatter(self, formatter):
        self.view.minor_format = self._as_formatter(formatter)

    def _as_formatter(self, formatter):
        from matplotlib.ticker import Formatter, FuncFormatter, StrMethodFormatter
        if not isinstance(formatter, str) and not callable(formatter):
            check_instance('formatter', formatter, Formatter)
        made = (StrMethodFormatter(formatter) if isinstance(formatter, str) else
                FuncFormatter(formatter) if not hasattr(formatter, 'set_locs') else formatter)
        made.set_axis(self)
        return made

    def get_major_locator(self):
        return self._at('major')[0]

    def get_minor_locator(self):
        return self._at('minor')[0]

    def get_major_formatter(self):
        return self._at('major')[1]

    def get_minor_formatter(self):
        return self._at('minor')[1]

    def minorticks_on(self):
        from matplotlib.ticker import AutoMinorLocator
        self.view.minor = AutoMinorLocator() if self.scale.name == 'linear' else self.view.scaled_minor

    def minorticks_off(self):
        from matplotlib.ticker import NullLocator
        self.view.minor = NullLocator()

    # What is around

    def set_label_text(self, label, fontdict=None, **kwargs):
        self.label.set_text(label)
        self.label._update({**(fontdict or {}), **kwargs})
        return self.label

    def get_label_text(self):
        return self.label.get_text()

    def get_label(self):
        return self.label

    def update_offset_text(self):
        """Write what all tick labels leave out, as drawing does."""
        self._all_ticks('major')
        self.offsetText.set_text(self.get_major_formatter().get_offset())

    def get_offset_text(self):
        return self.offsetText

    def grid(self, visible=None, which='major', **kwargs):
        """Show or hide lines across the plot."""
        for kind in ('major', 'minor'):
            if which in (kind, 'both'):
                params = self.params[kind]
                for key, value in kwargs.items():
                    key = {'c': 'color', 'lw': 'linewidth', 'ls': 'linestyle'}.get(key, key)
                    if 'grid_' + key not in params and key not in (
                            'zorder', 'animated', 'antialiased', 'aa', 'visible', 'clip_on', 'dashes', 'label', 'marker',
                            'snap', 'rasterized', 'dash_capstyle', 'solid_capstyle', 'gid', 'path_effects'):
                        raise ValueError(_tick_drawing.unknown_keyword('grid_' + key))
                    params['grid_' + key] = value
                params['grid'] = bool(visible) if visible is not None else (True if kwargs else not params['grid'])

    def set_tick_params(self, which='major', reset=False, **kwargs):
        _tick_drawing.set_params(self, which, reset, kwargs)

    def set_tick_position(self, place):
        first, second = ('bottom', 'top') if self.axis_name == 'x' else ('left', 'right')
        check_in('position', place, (*((second, first) if self.axis_name == 'x' else (first, second)), 'both', 'default',
                                     'none'))
        for params in self.params.values():
            params['first'] = place in (first, 'both', 'default')
            params['second'] = place in (second, 'both', 'default')
            params['label first'] = place in (first, 'both', 'default')
            params['label second'] = place == second
        for pool in self._pools.values():
            for label in pool:
                label._horizontalalignment, label._verticalalignment = self._alignment()

    set_ticks_position = set_tick_position

    def tick_top(self):
        self.set_tick_position('top')

    def tick_bottom(self):
        self.set_tick_position('bottom')

    def tick_left(self):
        self.set_tick_position('left')

    def tick_right(self):
        self.set_tick_position('right')

    def get_ticks_position(self):
        first, second = ('bottom', 'top') if self.axis_name == 'x' else ('left', 'right')
        params = self.params['major']
        marks = (params['first'], params['second'])
        if marks == (True, True):
            return 'default' if params['label first'] and not params['label second'] else 'unknown'
        return first if marks == (True, False) else second if marks == (False, True) else 'unknown'

    def get_tick_params(self, which='major'):
        return dict(self.params[which])

    def get_data_interval(self):
        return self.data_low, self.data_high

    def get_minpos(self):
        return self.smallest

    def set_label_position(self, position):
        self.label_place = position

    def get_label_position(self):
        first = 'bottom' if self.axis_name == 'x' else 'left'
        return self.label_place or first

    def set_label_coords(self, x, y, transform=None):
        self.label_coords = (x, y, transform)

    label_coords = None

    def get_ticks_direction(self):
        return np.array([self.params['major']['direction']])

    def get_children(self):
        return [self.label, self.offsetText, *self.get_major_ticks(), *self.get_minor_ticks()]

    def _draw(self, renderer):
        _tick_drawing.draw(self, renderer)

    def _clip_for(self, renderer):
        renderer.clip(None)

    def _pixel_extent(self, for_layout=False):
        return _tick_drawing.extent(self, self.figure._drawing_dpi, for_layout) if self._visible else None


class XAxis(Axis):
    """The axis along the bottom."""
    axis_name = 'x'

    def _alignment(self):
        return 'center', 'bottom' if self._on_second() else 'top'

    def _on_second(self):
        params = self.params['major']
        return params['label second'] and not params['label first']


class YAxis(Axis):
    """The axis along the left side."""
    axis_name = 'y'

    def _alignment(self):
        return 'left' if self._on_second() else 'right', 'center_baseline'

    _on_second = XAxis._on_second

    def set_offset_position(self, position):
        self.offset_place = position
