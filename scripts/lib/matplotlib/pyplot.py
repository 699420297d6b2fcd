"""Pictures by plain calls: a figure and a plot are current."""

import sys

import matplotlib
from cycler import Cycler, cycler
from matplotlib import _rc, rcParams
from matplotlib._rc import rc, rc_context, rcdefaults

# What other modules of matplotlib have, which are read when a program first asks for it: importing this module is quick.
_ELSEWHERE = {
    'matplotlib.artist': 'getp setp Artist', 'matplotlib.axes': 'Axes Subplot', 'matplotlib.cm': 'register_cmap',
    'matplotlib.colors': 'Normalize Colormap', 'matplotlib.figure': 'Figure figaspect',
    'matplotlib.gridspec': 'GridSpec SubplotSpec', 'matplotlib.image': 'imread imsave', 'matplotlib.lines': 'Line2D AxLine',
    'matplotlib.patches': 'Arrow Circle Ellipse FancyArrowPatch Patch Polygon Rectangle Wedge',
    'matplotlib.text': 'Annotation Text', 'matplotlib.projections.polar': 'PolarAxes',
    'matplotlib.widgets': 'Button Slider Widget',
    'matplotlib.ticker': 'AutoLocator FixedFormatter FixedLocator FormatStrFormatter Formatter FuncFormatter IndexLocator '
                         'LinearLocator Locator LogFormatter LogFormatterExponent LogFormatterMathtext LogLocator MaxNLocator '
                         'MultipleLocator NullFormatter NullLocator ScalarFormatter TickHelper'}
_PLACES = {name: module for module, names in _ELSEWHERE.items() for name in names.split()}
_MODULES = {'cm': 'matplotlib.cm', 'style': 'matplotlib.style', 'mlab': 'matplotlib.mlab', 'np': 'numpy', 'numpy': 'numpy',
            'cbook': 'matplotlib.cbook', 'mpl': 'matplotlib'}

_figures = {}


def get_cmap(name=None, lut=None):
    """A colormap by its name; the default one without."""
    from matplotlib.cm import get_cmap
    return get_cmap(name, lut, 'name')


_active = [None]


# Figures

def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=None,
           clear=False, **kwargs):
    """Make a figure current, a new one if it is not there."""
    from matplotlib import _showing
    from matplotlib.figure import Figure
    if isinstance(num, Figure):
        if num.number is None:
            num.number = max(_figures, default=0) + 1
            _figures[num.number] = num
        _active[0] = num
        return num
    label = ''
    if isinstance(num, str):
        label = num
        num = next((n for n, f in _figures.items() if f._label == label), None)
    if num is None:
        num = max(_figures, default=0) + 1
    made = _figures.get(num)
    if made is None:
        made = (FigureClass or Figure)(figsize=figsize, dpi=dpi, facecolor=facecolor, edgecolor=edgecolor, frameon=frameon, **kwargs)
        made.number, made._label = num, label
        _figures[num] = made
        _showing.watch_end()
    elif clear:
        made.clear()
    _active[0] = made
    return made


def gcf():
    """The current figure."""
    return _active[0] if _active[0] is not None else figure()


def gca(**kwargs):
    """The current plot."""
    return gcf().gca(**kwargs)


def sca(ax):
    figure(ax.figure)
    ax.figure.sca(ax)


def sci(im):
    gcf()._mappable = im


def gci():
    return gcf()._mappable


def get_fignums():
    return sorted(_figures)


def get_figlabels():
    return [_figures[n]._label for n in get_fignums()]


def fignum_exists(num):
    return num in _figures or num in get_figlabels()


def close(fig=None):
    """Forget a figure, or 'all' of them."""
    if fig is None:
        fig = _active[0]
        if fig is None:
            return
    if not isinstance(fig, (int, str)) and not hasattr(fig, 'savefig'):
        raise TypeError("'fig' must be an instance of matplotlib.figure.Figure, int, str or None, not a "
                        + type(fig).__name__)
    if fig == 'all':
        for one in _figures.values():
            one._closed = True
        _figures.clear()
        _active[0] = None
        return
    for number, one in list(_figures.items()):
        if one is fig or number == fig or isinstance(fig, str) and one._label == fig:
            del _figures[number]
            if _active[0] is one:
                _active[0] = _figures[max(_figures)] if _figures else None


def clf():
    """Take everything off the current figure."""
    gcf().clear()


def cla():
    """Take everything off the current plot."""
    gca().cla()


def draw():
    from matplotlib import _showing
    _showing.mark_changed(gcf())


draw_all = draw


def show(*args, block=None, **kwargs):
    """Write the figures to files and show them."""
    from matplotlib import _showing
    _showing.show_all(_figures)
    if not rcParams['interactive'] and block is not False:
        _figures.clear()
        _active[0] = None


def _show_figure(fig):
    from matplotlib import _showing
    _showing.show_all({fig.number or 1: fig})


def pause(interval):
    """Show the current figure, and go on after a while."""
    from matplotlib import _showing
    _showing.pause(_active[0], interval)


def ion():
    rcParams['interactive'] = True
    return _nothing()


def ioff():
    rcParams['interactive'] = False
    return _nothing()


def _nothing():
    """A context in which nothing changes."""
    from contextlib import ExitStack
    return ExitStack()


def isinteractive():
    return rcParams['interactive']


def switch_backend(newbackend):
    pass


def get_backend():
    return 'agg'


def savefig(*args, **kwargs):
    """Write the current figure to a file."""
    gcf().savefig(*args, **kwargs)


def waitforbuttonpress(timeout=-1):
    return None


def ginput(*args, **kwargs):
    return []


def connect(s, func):
    return 0


def get_current_fig_manager():
    return gcf().canvas


# Plots

def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, **fig_kw):
    """A new figure with plots in rows and columns."""
    fig = figure(**fig_kw)
    made = fig.subplots(nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, width_ratios=width_ratios,
                        height_ratios=height_ratios, subplot_kw=subplot_kw, gridspec_kw=gridspec_kw)
    return fig, made


def subplot_mosaic(mosaic, **kwargs):
    """A new figure with plots by a picture of letters."""
    own = {k: kwargs.pop(k) for k in ('sharex', 'sharey', 'width_ratios', 'height_ratios', 'empty_sentinel',
                                      'subplot_kw', 'per_subplot_kw', 'gridspec_kw') if k in kwargs}
    fig = figure(**kwargs)
    return fig, fig.subplot_mosaic(mosaic, **own)


def subplot(*args, **kwargs):
    """Make the plot at a place of a grid current, a new one if it is not there."""
    fig = gcf()
    if len(args) == 1 and hasattr(args[0], 'get_xlim'):
        return fig.sca(args[0])
    if len(args) not in (0, 1, 3):
        raise TypeError(f'subplot() takes 1 or 3 positional arguments but {len(args)} were given')
    spec = fig._spec(args)
    wanted = 'polar' if kwargs.get('polar') else kwargs.get('projection') or 'rectilinear'
    for ax in fig._axes:
        if ax._subplotspec is not None and _same_place(ax._subplotspec, spec) and not ax._is_twin and \
                ax.name == wanted:
            ax._update({k: v for k, v in kwargs.items() if k not in ('projection', 'polar', 'sharex', 'sharey',
                                                                     'frameon', 'aspect')})
            return fig.sca(ax)
    for ax in list(fig._axes):
        if ax._subplotspec is not None and _same_place(ax._subplotspec, spec) and not ax._is_twin:
            fig._remove(ax)
    return fig.add_subplot(spec, **kwargs)


def _same_place(a, b):
    g, h = a.get_gridspec(), b.get_gridspec()
    same_grid = g is h or g._parent is None and h._parent is None and g.get_geometry() == h.get_geometry()
    return same_grid and a._rows == b._rows and a._columns == b._columns


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    """A plot over some cells of a grid."""
    from matplotlib.gridspec import GridSpec
    fig = gcf() if fig is None else fig
    grid = GridSpec(*shape, figure=fig)
    try:
        spec = grid[loc[0]:loc[0] + rowspan, loc[1]:loc[1] + colspan]
    except IndexError:
        raise IndexError('GridSpec slice would result in no space allocated for subplot') from None
    return fig.add_subplot(spec, **kwargs)


def axes(arg=None, **kwargs):
    """A new plot, at a box of the figure if one is given."""
    fig = gcf()
    return fig.add_subplot(**kwargs) if arg is None else fig.add_axes(arg, **kwargs)


def delaxes(ax=None):
    fig = gcf()
    fig.delaxes(fig.gca() if ax is None else ax)


def twinx(ax=None):
    return (gca() if ax is None else ax).twinx()


def twiny(ax=None):
    return (gca() if ax is None else ax).twiny()


def box(on=None):
    ax = gca()
    ax.set_frame_on(not ax.get_frame_on() if on is None else on)


def suptitle(t, **kwargs):
    return gcf().suptitle(t, **kwargs)


def figtext(x, y, s, fontdict=None, **kwargs):
    return gcf().text(x, y, s, fontdict=fontdict, **kwargs)


def figlegend(*args, **kwargs):
    return gcf().legend(*args, **kwargs)


def figimage(*args, **kwargs):
    return gcf().figimage(*args, **kwargs)


def tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None):
    gcf().tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)


def subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
    gcf().subplots_adjust(left, bottom, right, top, wspace, hspace)


def autofmt_xdate(**kwargs):
    gcf().autofmt_xdate(**kwargs)


# Limits, labels, ticks

def xlim(*args, **kwargs):
    """The limits of x, set if given."""
    ax = gca()
    return ax.set_xlim(*args, **kwargs) if args or kwargs else ax.get_xlim()


def ylim(*args, **kwargs):
    """The limits of y, set if given."""
    ax = gca()
    return ax.set_ylim(*args, **kwargs) if args or kwargs else ax.get_ylim()


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """The places and texts of x's ticks, set if given."""
    return _ticks(gca(), 'x', ticks, labels, minor, kwargs)


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    """The places and texts of y's ticks, set if given."""
    return _ticks(gca(), 'y', ticks, labels, minor, kwargs)


def _ticks(ax, name, ticks, labels, minor, kwargs):
    axis = ax.xaxis if name == 'x' else ax.yaxis
    if ticks is None:
        places = axis.get_ticklocs(minor=minor)
        if labels is not None:
            raise TypeError(f"{name}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
    else:
        places = axis.set_ticks(ticks, minor=minor)
    if labels is None:
        texts = axis.get_ticklabels(minor=minor)
        for text in texts:
            text._update(kwargs)
        if 'rotation' in kwargs or 'fontsize' in kwargs:
            axis.set_tick_params(which='minor' if minor else 'major', **{
                long: kwargs[k] for k, long in (('rotation', 'rotation'), ('fontsize', 'labelsize')) if k in kwargs})
    else:
        texts = axis.set_ticklabels(labels, minor=minor, **kwargs)
    return places, texts


def title(label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
    return gca().set_title(label, fontdict, loc, pad, y=y, **kwargs)


def xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    return gca().set_xlabel(xlabel, fontdict, labelpad, loc=loc, **kwargs)


def ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    return gca().set_ylabel(ylabel, fontdict, labelpad, loc=loc, **kwargs)


def xscale(value, **kwargs):
    gca().set_xscale(value, **kwargs)


def yscale(value, **kwargs):
    gca().set_yscale(value, **kwargs)


def minorticks_on():
    gca().minorticks_on()


def minorticks_off():
    gca().minorticks_off()


# Colours

def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    """Show what the colours of the current picture stand for."""
    if mappable is None:
        mappable = gci()
        if mappable is None:
            raise RuntimeError('No mappable was found to use for colorbar creation. First define a mappable such as an '
                               'image (with imshow) or a contour set (with contourf).')
    return gcf().colorbar(mappable, cax=cax, ax=ax, **kwargs)


def clim(vmin=None, vmax=None):
    mappable = gci()
    if mappable is None:
        raise RuntimeError('You must first define an image, e.g., with imshow')
    mappable.set_clim(vmin, vmax)


def set_cmap(cmap):
    cmap = get_cmap(cmap)
    rcParams['image.cmap'] = cmap.name
    if gci() is not None:
        gci().set_cmap(cmap)


def matshow(A, fignum=None, **kwargs):
    """Show a matrix on a figure of its own."""
    import numpy as np
    from matplotlib.figure import figaspect
    if fignum == 0:
        ax = gca()
    else:
        fig = figure(fignum, figsize=figaspect(np.asarray(A)))
        ax = fig.add_axes((0.15, 0.09, 0.775, 0.775))
    return ax.matshow(A, **kwargs)


def polar(*args, **kwargs):
    """A line by angle and radius."""
    ax = gcf()._current
    if ax is None or ax.name != 'polar':
        ax = subplot(projection='polar')
    return ax.plot(*args, **kwargs)


def thetagrids(angles=None, labels=None, fmt=None, **kwargs):
    """Set the angles that a polar plot labels."""
    ax = gca()
    if ax.name != 'polar':
        raise RuntimeError('thetagrids only defined for polar Axes')
    if angles is not None:
        ax.set_thetagrids(angles, labels=labels, **kwargs)
    return ax.xaxis.get_gridlines(), ax.xaxis.get_ticklabels()


def rgrids(radii=None, labels=None, angle=None, fmt=None, **kwargs):
    """Set the radii that a polar plot labels."""
    ax = gca()
    if ax.name != 'polar':
        raise RuntimeError('rgrids only defined for polar Axes')
    if radii is not None:
        ax.set_rgrids(radii, labels=labels, angle=angle, **kwargs)
    return ax.yaxis.get_gridlines(), ax.yaxis.get_ticklabels()


def xkcd(scale=1, length=100, randomness=2):
    """Drawn by hand: only the font's choice is kept."""
    from matplotlib.artist import warn_once
    warn_once('pictures are not drawn by hand: xkcd() does nothing')
    return _nothing()


def rcParamsDefault():
    return _rc.rcParamsDefault


def get_plot_commands():
    return sorted(_OF_AXES)


def install_repl_displayhook():
    pass


def set_loglevel(level):
    pass


# The plots' own methods, called on the current one

_OF_AXES = (
    'acorr angle_spectrum annotate arrow autoscale axhline axhspan axis axline axvline axvspan bar bar_label barbs barh boxplot '
    'broken_barh clabel cohere contour contourf csd ecdf errorbar eventplot fill fill_between fill_betweenx grid hexbin hist hist2d '
    'hlines imshow legend locator_params loglog magnitude_spectrum margins pcolor pcolormesh phase_spectrum pie plot psd quiver quiverkey scatter semilogx '
    'semilogy specgram spy stackplot stairs stem step streamplot table text tick_params ticklabel_format tricontour tricontourf '
    'tripcolor triplot violinplot vlines xcorr').split()


def _without_self(name, words):
    """An error's words about a method's arguments as those of the function; None where they are about others."""
    start = f'Axes.{name}() '
    if not words.startswith(start):
        return None
    rest = words[len(start):].split(' ')
    if rest[0] == 'takes':
        rest = [str(int(word) - 1) if word.isdigit() else word for word in rest]
    return f'{name}() ' + ' '.join(rest)


def _on_current(name):
    def call(*args, **kwargs):
        try:
            return getattr(gca(), name)(*args, **kwargs)
        except TypeError as error:
            words = _without_self(name, str(error))
            if words is None:
                raise
        raise TypeError(words)
    call.__name__ = call.__qualname__ = name
    call.__doc__ = f'`Axes.{name}` of the current plot.'
    return call


for _name in _OF_AXES:
    globals()[_name] = _on_current(_name)


def _colormap_setter(name):
    def call():
        set_cmap(name)
    call.__name__ = name
    return call


for _name in ('autumn bone cool copper flag gray hot hsv inferno jet magma nipy_spectral pink plasma prism spring summer '
              'viridis winter').split():
    globals()[_name] = _colormap_setter(_name)


def __getattr__(name):
    from importlib import import_module
    if name in _PLACES:
        found = getattr(import_module(_PLACES[name]), name)
    elif name in _MODULES:
        found = import_module(_MODULES[name])
    elif name in ('colormaps', 'color_sequences'):
        found = getattr(matplotlib, name)
    elif name in _MISSING:
        from matplotlib.artist import warn_once
        warn_once(f'pyplot.{name} is not drawn')
        return lambda *args, **kwargs: None
    else:
        raise AttributeError(f"module 'matplotlib.pyplot' has no attribute '{name}'")
    globals()[name] = found
    return found


_MISSING = {'subplot_tool', 'plotfile', 'hold', 'ishold', 'findobj', 'disconnect', 'new_figure_manager'}
__all__ = sorted({name for name in globals() if name[0] != '_'} | set(_PLACES) | {'cm', 'style', 'colormaps'})
