"""A plot with its axes."""

from matplotlib.axes._bars import BarPlots
from matplotlib.axes._base import AxesBase
from matplotlib.axes._fields import FieldPlots
from matplotlib.axes._limits import Limits
from matplotlib.axes._lines import LinePlots
from matplotlib.axes._marks import MarkPlots
from matplotlib.axes._statistics import StatisticPlots


class Axes(AxesBase, Limits, LinePlots, BarPlots, FieldPlots, MarkPlots, StatisticPlots):
    """A plot."""


Subplot = Axes
