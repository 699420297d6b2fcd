"""A plot with its axes."""

from matplotlib.axes._base import AxesBase
from matplotlib.axes._limits import Limits
from matplotlib.axes._lines import LinePlots


class Axes(AxesBase, Limits, LinePlots):
    """A plot."""
    __module__ = 'matplotlib.axes._axes'


# The kinds of plots that are read when a program first draws one.
_KINDS = {
    '_bars': ('BarPlots', 'axhspan axvspan bar bar_label barh broken_barh errorbar fill fill_between fill_betweenx hist stairs '
                          'stem _contain'),
    '_fields': ('FieldPlots', 'clabel contour contourf hist2d imshow matshow pcolor pcolorfast pcolormesh spy tricontour '
                              'tricontourf'),
    '_marks': ('MarkPlots', 'arrow barbs quiver quiverkey scatter streamplot _scatter_colours'),
    '_statistics': ('StatisticPlots', 'boxplot pie table tripcolor triplot violinplot'),
}
_OF_AXES = {'legend', 'text', 'annotate', 'set_title', 'get_title', 'inset_axes', 'indicate_inset', 'secondary_xaxis',
            'secondary_yaxis', 'get_legend_handles_labels', 'indicate_inset_zoom'}


def _name_methods(kind, owner):
    """Let errors name the methods as those of matplotlib's classes."""
    for name, function in vars(kind).items():
        if name[0] != '_' and type(function) is _Function:
            function.__qualname__ = ('Axes.' if name in _OF_AXES else owner) + name


_Function = type(_name_methods)
_name_methods(AxesBase, '_AxesBase.')
_name_methods(Limits, '_AxesBase.')
_name_methods(LinePlots, 'Axes.')


def _load(module):
    """Read a kind of plots: its methods take the place of those that stand for them."""
    from importlib import import_module
    kind = getattr(import_module('matplotlib.axes.' + module), _KINDS[module][0])
    _name_methods(kind, 'Axes.')
    for name, function in vars(kind).items():
        if name[:2] != '__':
            setattr(Axes, name, function)


def _stand_in(module, name):
    def method(self, *args, **kwargs):
        _load(module)
        return getattr(Axes, name)(self, *args, **kwargs)
    method.__name__, method.__qualname__ = name, 'Axes.' + name
    return method


for _module, (_, _names) in _KINDS.items():
    for _name in _names.split():
        setattr(Axes, _name, _stand_in(_module, _name))
Subplot = Axes
