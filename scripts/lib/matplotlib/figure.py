"""Figures: the sheet that plots are on."""

import numpy as np
from matplotlib import _saving, rcParams
from matplotlib.artist import Artist, check_in
from matplotlib._rgba import to_rgba
from matplotlib.gridspec import GridSpec, SubplotSpec
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import BoxTransform, IdentityTransform


class Figure(Artist):
    """A sheet with plots."""

    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, linewidth=0.0, frameon=None,
                 subplotpars=None, tight_layout=None, constrained_layout=None, layout=None, **kwargs):
        Artist.__init__(self)
        self.figure = self
        size = rcParams['figure.figsize'] if figsize is None else figsize
        if not all(np.isfinite(v) and v > 0 for v in size):
            raise ValueError(f'figure size must be positive finite not {tuple(size)}')
        self._size = [float(v) for v in size]
        self.dpi = self._drawing_dpi = float(rcParams['figure.dpi'] if dpi is None else dpi)
        self._boxes = None
        self.subplotpars = _Parameters({name: rcParams['figure.subplot.' + name] for name in (
            'left', 'right', 'bottom', 'top', 'wspace', 'hspace')})
        self.transFigure = self.transSubfigure = BoxTransform(lambda: (*self._origin(), *self._pixel_size()))
        self._subfigures = []
        self.dpi_scale_trans = IdentityTransform().scale(self.dpi)
        self._axes, self._children, self.legends = [], [], []
        self._facecolor = rcParams['figure.facecolor'] if facecolor is None else facecolor
        self._edgecolor, self._linewidth = rcParams['figure.edgecolor'] if edgecolor is None else edgecolor, linewidth
        self._frameon = rcParams['figure.frameon'] if frameon is None else frameon
        self.patch = Rectangle((0, 0), 1, 1, facecolor=self._facecolor, edgecolor=self._edgecolor, linewidth=linewidth)
        self.patch.figure, self.patch._transform = self, self.transFigure
        self._suptitle = self._supxlabel = self._supylabel = None
        self._current, self._mappable = None, None
        if layout not in ('constrained', 'compressed', 'tight', 'none', None):
            raise ValueError(f"Invalid value for 'layout': {layout!r}")
        self._layout = layout or ('tight' if tight_layout or rcParams['figure.autolayout'] and not constrained_layout
                                  else None)
        if (constrained_layout or rcParams['figure.constrained_layout.use']) and self._layout is None:
            self._layout = 'constrained'
        if self._layout == 'none':
            self._layout = None
        options = tight_layout if isinstance(tight_layout, dict) else constrained_layout
        self._layout_options = dict(options) if isinstance(options, dict) else {}
        self.number, self.canvas = None, _Canvas(self)
        self._update(kwargs)

    def __repr__(self):
        width, height = self._size[0] * self.dpi, self._size[1] * self.dpi
        return f'<{type(self).__name__} size {width:g}x{height:g} with {len(self._axes)} Axes>'

    def __str__(self):
        return f'{type(self).__name__}({self._size[0] * self.dpi:g}x{self._size[1] * self.dpi:g})'

    axes = property(lambda self: [*self._axes, *(ax for sub in self._subfigures for ax in sub.axes)],
                    lambda self, value: None)
    subfigs = property(lambda self: list(self._subfigures))

    def _pixel_size(self):
        return self._size[0] * self._drawing_dpi, self._size[1] * self._drawing_dpi

    def _origin(self):
        """The lower left corner in pixels."""
        return 0.0, 0.0

    def _inches(self):
        return tuple(self._size)

    def _layout_kind(self):
        """Which layout the plots follow; None for none."""
        return 'constrained' if self._layout == 'compressed' else self._layout

    bbox = property(lambda self: self.get_window_extent())

    def get_window_extent(self, renderer=None):
        from matplotlib.transforms import Bbox
        return Bbox.from_bounds(0, 0, *self._pixel_size())

    def get_size_inches(self):
        return np.array(self._size)

    def set_size_inches(self, w, h=None, forward=True):
        size = w if h is None else (w, h)
        if not all(np.isfinite(v) and v > 0 for v in size):
            raise ValueError(f'figure size must be positive finite not {np.array(size)}')
        self._size = [float(v) for v in size]

    def get_figwidth(self):
        return self._size[0]

    def get_figheight(self):
        return self._size[1]

    def set_figwidth(self, val, forward=True):
        self._size[0] = float(val)

    def set_figheight(self, val, forward=True):
        self._size[1] = float(val)

    def get_dpi(self):
        return self.dpi

    def set_dpi(self, val):
        self.dpi = self._drawing_dpi = float(val)

    def set_facecolor(self, color):
        self._facecolor = self.patch._facecolor = color

    def get_facecolor(self):
        return to_rgba(self._facecolor)

    # Plots

    def _make_axes(self, rect, subplotspec, kwargs):
        projection = kwargs.pop('projection', None)
        if kwargs.pop('polar', False):
            projection = 'polar'
        if isinstance(projection, type):
            kind = projection
        elif projection in (None, 'rectilinear'):
            from matplotlib.axes import Axes as kind
        elif projection == '3d':
            from mpl_toolkits.mplot3d.axes3d import Axes3D as kind
        elif projection == 'polar':
            from matplotlib.projections.polar import PolarAxes as kind
        else:
            check_in('projection', projection, ('3d', 'aitoff', 'hammer', 'lambert', 'mollweide', 'polar', 'rectilinear'))
            raise ValueError(f'the projection {projection!r} is not drawn')
        return self._add_axes(kind(self, rect, subplotspec=subplotspec, **kwargs))

    def _add_axes(self, ax):
        ax.figure = self
        self._axes.append(ax)
        self._current = ax
        return ax

    def add_axes(self, *args, **kwargs):
        """Put a plot at a box (left, bottom, width, height) in parts of the figure."""
        rect = args[0] if args else kwargs.pop('rect', None)
        if rect is None:
            raise TypeError("add_axes() missing 1 required positional argument: 'rect'")
        if isinstance(rect, Artist):
            if rect not in self._axes:
                self._add_axes(rect)
            self._current = rect
            return rect
        if not np.isfinite(np.asarray(rect.bounds if hasattr(rect, 'bounds') else rect, dtype=float)).all():
            raise ValueError(f'all entries in rect must be finite not {rect}')
        return self._make_axes(rect, None, kwargs)

    def add_subplot(self, *args, **kwargs):
        """Put a plot at a place of a grid: rows, columns, number."""
        if len(args) == 1 and isinstance(args[0], Artist):
            return self.add_axes(args[0])
        return self._make_axes(None, self._spec(args), kwargs)

    def _spec(self, args):
        if not args:
            args = (1, 1, 1)
        if len(args) == 1:
            if isinstance(args[0], SubplotSpec):
                return args[0]
            if isinstance(args[0], GridSpec):
                return args[0][:]
            if not isinstance(args[0], (int, np.integer)) or not 100 <= args[0] <= 999:
                raise ValueError('Single argument to subplot must be a three-digit integer, not ' + repr(args[0]))
            args = tuple(int(d) for d in str(args[0]))
        if len(args) != 3:
            raise TypeError(f'add_subplot() takes 1 or 3 positional arguments but {len(args)} were given')
        rows, columns, number = args
        first, last = number if isinstance(number, tuple) else (number, number)
        for value in (first, last):
            if not 1 <= value <= rows * columns:
                raise ValueError(f'num must be an integer with 1 <= num <= {rows * columns}, not {number!r}')
        return GridSpec(rows, columns, figure=self)[int(first) - 1:int(last)]

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        return GridSpec(nrows, ncols, figure=self, **kwargs)

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None,
                 height_ratios=None, subplot_kw=None, gridspec_kw=None):
        """Plots in rows and columns."""
        options = dict(gridspec_kw or {})
        if width_ratios is not None:
            options['width_ratios'] = width_ratios
        if height_ratios is not None:
            options['height_ratios'] = height_ratios
        return self._grid(GridSpec(nrows, ncols, figure=self, **options), sharex, sharey, squeeze, subplot_kw)

    def _grid(self, grid, sharex, sharey, squeeze, subplot_kw):
        known = {True: 'all', False: 'none'}
        sharex, sharey = known.get(sharex, sharex), known.get(sharey, sharey)
        for name, value in (('sharex', sharex), ('sharey', sharey)):
            if value not in ('all', 'row', 'col', 'none'):
                check_in(name, value, ('all', 'row', 'col', 'none', False, True))
        rows, columns = grid.get_geometry()
        made = np.empty((rows, columns), dtype=object)
        for r in range(rows):
            for c in range(columns):
                firsts = {'none': None, 'all': made[0, 0], 'row': made[r, 0], 'col': made[0, c]}
                made[r, c] = self._make_axes(None, grid[r, c], {
                    **(subplot_kw or {}), 'sharex': firsts[sharex], 'sharey': firsts[sharey]})
        for r in range(rows):
            for c in range(columns):
                ax = made[r, c]
                if sharex in ('col', 'all') and r < rows - 1:
                    ax.xaxis.set_tick_params(which='both', labelbottom=False)
                if sharey in ('row', 'all') and c > 0:
                    ax.yaxis.set_tick_params(which='both', labelleft=False)
        if not squeeze:
            return made
        return made[0, 0] if made.size == 1 else made.squeeze()

    def subplot_mosaic(self, mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None,
                       empty_sentinel='.', subplot_kw=None, per_subplot_kw=None, gridspec_kw=None):
        """Plots by a picture of letters."""
        if isinstance(mosaic, str):
            lines = mosaic.split(';') if '\n' not in mosaic else mosaic.strip('\n').split('\n')
            mosaic = [list(line.strip()) for line in lines if line.strip()]
        mosaic = [list(row) for row in mosaic]
        for i, row in enumerate(mosaic):
            if len(row) != len(mosaic[0]):
                raise ValueError('All of the rows must be the same length, however the first row '
                                 f'({mosaic[0]!r}) has length {len(mosaic[0])} and row {i} ({row!r}) has length {len(row)}.')
        grid = GridSpec(len(mosaic), len(mosaic[0]), figure=self, width_ratios=width_ratios,
                        height_ratios=height_ratios, **(gridspec_kw or {}))
        places = {}
        for r, row in enumerate(mosaic):
            for c, name in enumerate(row):
                if name != empty_sentinel:
                    places.setdefault(name, []).append((r, c))
        made, first = {}, None
        for name, cells in places.items():
            rows, columns = [r for r, c in cells], [c for r, c in cells]
            spec = grid[min(rows):max(rows) + 1, min(columns):max(columns) + 1]
            options = {**(subplot_kw or {}), **(per_subplot_kw or {}).get(name, {})}
            if first is not None:
                options.update({k: first for k, on in (('sharex', sharex), ('sharey', sharey)) if on})
            made[name] = self._make_axes(None, spec, {**options, 'label': name})
            first = first or made[name]
        return made

    def subfigures(self, nrows=1, ncols=1, squeeze=True, wspace=None, hspace=None, width_ratios=None, height_ratios=None,
                   **kwargs):
        """Divide the figure into figures."""
        grid = GridSpec(nrows, ncols, figure=self, wspace=wspace, hspace=hspace, width_ratios=width_ratios,
                        height_ratios=height_ratios, left=0, right=1, bottom=0, top=1)
        made = np.empty((nrows, ncols), dtype=object)
        for r in range(nrows):
            for c in range(ncols):
                made[r, c] = self.add_subfigure(grid[r, c], **kwargs)
        if not squeeze:
            return made
        return made[0, 0] if made.size == 1 else made.squeeze()

    def add_subfigure(self, subplotspec, **kwargs):
        from matplotlib._subfigure import SubFigure
        self._subfigures.append(SubFigure(self, subplotspec, **kwargs))
        return self._subfigures[-1]

    def gca(self, **kwargs):
        """The plot that was used last."""
        if kwargs.get('projection') and (self._current is None or self._current.name != kwargs['projection']):
            return self.add_subplot(**kwargs)
        return self._current if self._current is not None else self.add_subplot(**kwargs)

    def sca(self, a):
        self._current = a
        return a

    def delaxes(self, ax):
        self._remove(ax)

    def _remove(self, artist):
        for group in (self._axes, self._children, self.legends):
            if artist in group:
                group.remove(artist)
        if self._current is artist:
            self._current = self._axes[-1] if self._axes else None

    def clear(self, keep_observers=False):
        """Take everything off the figure."""
        self._axes, self._children, self.legends, self._subfigures = [], [], [], []
        self._suptitle = self._supxlabel = self._supylabel = None
        self._current = self._mappable = None

    clf = clear

    def _note_mappable(self, axes, mappable):
        self._current = axes if axes in self._axes else self._current
        self._mappable = mappable

    # Texts, legends, colour bars

    def text(self, x, y, s, fontdict=None, **kwargs):
        made = Text(x, y, s, fontdict=fontdict, **kwargs)
        if made._transform is None:
            made._transform = self.transFigure
        made.figure, made._clip_on = self, False
        self._children.append(made)
        return made

    def _headline(self, name, t, x, y, kwargs, options):
        for long, short in (('horizontalalignment', 'ha'), ('verticalalignment', 'va'), ('fontsize', 'size'),
                            ('fontweight', 'weight')):
            if short in kwargs:
                kwargs[long] = kwargs.pop(short)
        places = kwargs.pop('y', None), kwargs.pop('x', None)
        at = x if places[1] is None else places[1], y if places[0] is None else places[0]
        old = getattr(self, name)
        if old is not None:
            self._children.remove(old)
        made = self.text(*at, t, **{**options, **kwargs})
        made._auto_place = places[name == '_supylabel'] is None
        setattr(self, name, made)
        return made

    def suptitle(self, t, **kwargs):
        """A title above all plots."""
        return self._headline('_suptitle', t, 0.5, 0.98, kwargs, {
            'horizontalalignment': 'center', 'verticalalignment': 'top', 'fontsize': rcParams['figure.titlesize'],
            'fontweight': rcParams['figure.titleweight']})

    def supxlabel(self, t, **kwargs):
        return self._headline('_supxlabel', t, 0.5, 0.01, kwargs, {
            'horizontalalignment': 'center', 'verticalalignment': 'bottom', 'fontsize': rcParams['figure.titlesize']})

    def supylabel(self, t, **kwargs):
        return self._headline('_supylabel', t, 0.02, 0.5, kwargs, {
            'horizontalalignment': 'left', 'verticalalignment': 'center', 'rotation': 'vertical',
            'rotation_mode': 'anchor', 'fontsize': rcParams['figure.titlesize']})

    def get_suptitle(self):
        return self._suptitle.get_text() if self._suptitle is not None else ''

    def legend(self, *args, **kwargs):
        from matplotlib.legend import Legend, handles_and_labels
        handles, labels = handles_and_labels(self._axes, args, kwargs)
        made = Legend(self, handles, labels, **{'loc': 'upper right', **kwargs})
        self.legends.append(made)
        return made

    def colorbar(self, mappable, cax=None, ax=None, use_gridspec=True, **kwargs):
        """Show what the colours stand for."""
        from matplotlib.colorbar import make_colorbar
        return make_colorbar(self, mappable, cax, ax, kwargs, use_gridspec)

    def figimage(self, X, xo=0, yo=0, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, origin=None, **kwargs):
        from matplotlib.image import FigureImage
        made = FigureImage(self, X, xo, yo, cmap, norm, vmin, vmax, origin)
        self._children.append(made)
        return made

    def add_artist(self, artist, clip=False):
        artist.figure, artist._clip_on = self, False
        if artist._transform is None:
            artist._transform = self.transFigure
        self._children.append(artist)
        return artist

    # Layout

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        new = {**self.subplotpars, **{k: v for k, v in (('left', left), ('bottom', bottom), ('right', right),
                                                        ('top', top), ('wspace', wspace), ('hspace', hspace))
                                      if v is not None}}
        if new['left'] >= new['right']:
            raise ValueError('left cannot be >= right')
        if new['bottom'] >= new['top']:
            raise ValueError('bottom cannot be >= top')
        self.subplotpars.update(new)
        for ax in self._axes:
            if ax._subplotspec is not None:
                ax._placed = None

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        """Make margins and gaps as large as the labels need."""
        from matplotlib._tight_layout import adjust
        adjust(self, pad, h_pad, w_pad, rect)

    def set_tight_layout(self, tight):
        self._layout = 'tight' if tight else None
        self._layout_options = dict(tight) if isinstance(tight, dict) else {}

    def set_constrained_layout(self, constrained):
        self._layout = 'constrained' if constrained else None
        self._layout_options = dict(constrained) if isinstance(constrained, dict) else {}

    def set_constrained_layout_pads(self, **kwargs):
        self._layout_options.update(kwargs)

    def get_constrained_layout(self):
        return self._layout_kind() == 'constrained'

    def get_tight_layout(self):
        return self._layout == 'tight'

    def set_layout_engine(self, layout=None, **kwargs):
        check_in('layout', layout, ('constrained', 'compressed', 'tight', 'none', None))
        self._layout = layout if layout not in ('none', None) else None
        self._layout_options = kwargs

    def get_layout_engine(self):
        return None if self._layout is None else _LayoutEngine(self)

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha='right', which='major'):
        for ax in self._axes:
            ax.xaxis.set_tick_params(rotation=rotation)
            for label in ax.xaxis._all_labels('major')[1]:
                label.set_horizontalalignment(ha)
                label.set_rotation(rotation)
        self.subplots_adjust(bottom=bottom)

    def align_labels(self, axs=None):
        pass

    align_xlabels = align_ylabels = align_titles = align_labels

    # Drawing

    def _settle(self):
        """Settle limits and layout, as drawing does."""
        if self._layout in ('constrained', 'compressed'):
            from matplotlib._constrained_layout import adjust
            adjust(self, **self._layout_options)
        elif self._layout is not None:
            self.tight_layout(**self._layout_options)
        for ax in self.axes:
            for axis in ax._all_axis():
                axis.get_view_interval()
                axis.update_offset_text()
            ax._apply_datalim()

    def draw(self, renderer):
        if not self._visible:
            return
        self._settle()
        self._boxes = {}
        try:
            self._draw_parts(renderer)
        finally:
            self._boxes = None

    def _draw_parts(self, renderer):
        renderer.clip(None)
        if self._frameon and self.patch._visible:
            self.patch._draw(renderer)
        for sub in self._subfigures:
            sub._draw_parts(renderer)
        parts = sorted([*self._children, *self._axes, *self.legends], key=lambda a: a.get_zorder())
        for part in parts:
            part.draw(renderer)

    def savefig(self, fname, *, transparent=None, **kwargs):
        """Write the figure to a file, whose name says its kind."""
        _saving.save(self, fname, transparent, kwargs)

    def show(self, warn=True):
        from matplotlib import pyplot
        pyplot._show_figure(self)

    def get_children(self):
        return [self.patch, *self._children, *self._axes, *self.legends]

    def get_axes(self):
        return list(self._axes)

    def get_tightbbox(self, renderer=None, **kwargs):
        from matplotlib.transforms import Bbox
        return Bbox(np.array(_saving.drawn_box(self)).reshape(2, 2) / self._drawing_dpi)

    def ginput(self, *args, **kwargs):
        return []

    def waitforbuttonpress(self, timeout=-1):
        return None


class _LayoutEngine:
    """What programs ask of a figure's layout."""

    def __init__(self, figure):
        self._figure = figure

    def set(self, **kwargs):
        self._figure._layout_options.update({k: v for k, v in kwargs.items() if v is not None})

    def get(self):
        return dict(self._figure._layout_options)

    def execute(self, fig):
        self._figure._settle()


class _Parameters(dict):
    """The margins and gaps of plots, as keys or attributes."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)


class _Canvas:
    """What programs ask of a figure's canvas."""
    toolbar = None

    def __init__(self, figure):
        self.figure = figure
        self.manager = self

    def draw(self, *args, **kwargs):
        self.figure._settle()
        for ax in self.figure.axes:
            # Titles and labels are put at their places.
            ax._tight_extent()

    def draw_idle(self):
        pass

    flush_events = draw_idle

    def mpl_connect(self, s, func):
        return 0

    def mpl_disconnect(self, cid):
        pass

    def set_window_title(self, title):
        pass

    def buffer_rgba(self):
        return _saving.pixels(self.figure)

    def tostring_rgb(self):
        return np.ascontiguousarray(self.buffer_rgba()[..., :3]).tobytes()

    def tostring_argb(self):
        return np.ascontiguousarray(self.buffer_rgba()[..., [3, 0, 1, 2]]).tobytes()

    def get_width_height(self, *, physical=False):
        return tuple(int(v) for v in self.figure._pixel_size())

    def print_figure(self, filename, **kwargs):
        self.figure.savefig(filename, **kwargs)

    print_png = print_figure

    def get_renderer(self):
        return self

    def start_event_loop(self, timeout=0):
        pass

    def full_screen_toggle(self):
        pass

    def get_supported_filetypes(self):
        return {'png': 'Portable Network Graphics', 'svg': 'Scalable Vector Graphics', 'pdf': 'Portable Document Format'}


def figaspect(arg):
    """The size of a figure with a ratio of height to width."""
    ratio = arg.shape[0] / arg.shape[1] if hasattr(arg, 'shape') else float(arg)
    height = rcParams['figure.figsize'][1]
    size = np.array([height / ratio, height])
    return size / min(1.0, *(size / np.array([4.0, 2.0]))) if (size < [4, 2]).any() else size


def __getattr__(name):
    if name == 'SubFigure':
        from matplotlib._subfigure import SubFigure
        return SubFigure
    raise AttributeError(f"module 'matplotlib.figure' has no attribute '{name}'")
