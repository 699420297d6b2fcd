"""A figure's canvas by its name in matplotlib."""

from matplotlib.figure import _Canvas


class FigureCanvasAgg(_Canvas):
    """The canvas of a figure."""

    def __init__(self, figure=None):
        if figure is None:
            from matplotlib.figure import Figure
            figure = Figure()
        _Canvas.__init__(self, figure)
        figure.canvas = self


FigureCanvas = FigureCanvasAgg
