"""The colours of a colour bar, drawn on its plot."""

import numpy as np
from matplotlib._norms import BoundaryNorm
from matplotlib.artist import Artist
from matplotlib.contour import ContourSet


class Strip(Artist):
    """The colours themselves, and the tips for what lies beyond."""
    zorder = 1

    def __init__(self, bar):
        Artist.__init__(self)
        self._bar, self._edgecolor, self._linewidth = bar, None, None
        self._clip_on = False

    def set_edgecolor(self, color):
        self._edgecolor = color

    def _bands(self):
        """The borders of the colours, and the colours."""
        bar, mappable = self._bar, self._bar.mappable
        low, high = bar.long_axis.get_view_interval()
        if isinstance(mappable, ContourSet):
            edges, colours = mappable.levels, mappable._layer_colours()
            if mappable.extend in ('min', 'both'):
                colours = colours[1:]
            return edges, colours[:len(edges) - 1]
        norm = mappable.norm
        if isinstance(norm, BoundaryNorm):
            edges = norm.boundaries
            return edges, mappable.to_rgba((edges[:-1] + edges[1:]) / 2, bar.alpha)
        count = mappable.cmap.N
        edges = norm.inverse(np.linspace(0, 1, count + 1)) if norm.scaled() and norm.vmin != norm.vmax \
            else np.linspace(low, high, count + 1)
        return edges, mappable.cmap((np.arange(count) + 0.5) / count, alpha=bar.alpha)

    def _draw(self, renderer):
        bar, mappable = self._bar, self._bar.mappable
        x0, y0, width, height = bar.ax._pixel_box()
        self._draw_tips(renderer, x0, y0, width, height)
        renderer.clip(bar.ax._clip_box())
        if isinstance(mappable, ContourSet) and not mappable.filled:
            self._draw_lines(renderer, mappable)
            return
        edges, colours = self._bands()
        places = self._places(edges)
        quads = np.empty((len(colours), 4, 2))
        along, across = (1, 0) if bar.vertical else (0, 1)
        first, last = (x0, x0 + width) if bar.vertical else (y0, y0 + height)
        quads[:, 0, along] = quads[:, 1, along] = places[:-1]
        quads[:, 2, along] = quads[:, 3, along] = places[1:]
        quads[:, 0, across] = quads[:, 3, across] = first
        quads[:, 1, across] = quads[:, 2, across] = last
        renderer.polygons(quads, colours, None, None, snap=1, smooth=False)
        if bar.drawedges:
            for place in places[1:-1].tolist():
                self._line(renderer, place, (0, 0, 0, 1), 0.8)
        for lines in bar.lines:
            for place, colour, lw in zip(self._places(lines[0]).tolist(), lines[1], lines[2]):
                self._line(renderer, place, tuple(colour), lw)

    def _places(self, values):
        bar = self._bar
        return bar.ax.transData.transform(np.column_stack([values, values]))[:, 1 if bar.vertical else 0]

    def _draw_lines(self, renderer, mappable):
        widths = mappable._widths_of(len(mappable.levels))
        for place, colour, lw in zip(self._places(mappable.levels).tolist(), mappable._layer_colours(), widths):
            self._line(renderer, place, tuple(colour), lw)

    def _line(self, renderer, place, colour, width):
        x0, y0, w, h = self._bar.ax._pixel_box()
        ends = [(x0, place), (x0 + w, place)] if self._bar.vertical else [(place, y0), (place, y0 + h)]
        renderer.path(ends, None, edge=colour, width=width, cap='butt', snap=1)

    def _draw_tips(self, renderer, x0, y0, width, height):
        """The tips beyond the ends, and the line around all of it."""
        bar = self._bar
        lower, upper = bar.tip_lengths()
        if not (lower or upper):
            return
        renderer.clip(None)
        across = [0, 1] if bar.extendrect else [0.5]

        def place(points):
            return [(x0 + a * width, y0 + b * height) if bar.vertical else (x0 + b * width, y0 + a * height)
                    for a, b in points]

        below = [(0, 0), *((a, -lower) for a in across), (1, 0)] if lower else [(0, 0), (1, 0)]
        above = [(1, 1), *((a, 1 + upper) for a in across[::-1]), (0, 1)] if upper else [(1, 1), (0, 1)]
        for shape, length, colour in ((below, lower, bar.tip_colours()[0]), (above, upper, bar.tip_colours()[1])):
            if length:
                points = place([*shape, shape[0]])
                renderer.path(points, [1] + [2] * (len(points) - 2) + [79], face=tuple(colour), snap=1, smooth=False)
        points = place([*below, *above, (0, 0)])
        self._outline = points

    _outline = None

    def draw_outline(self, renderer):
        """The line around bar and tips."""
        if self._outline is not None:
            points = self._outline
            renderer.clip(None)
            renderer.path(points, [1] + [2] * (len(points) - 2) + [79], edge=(0, 0, 0, 1), width=0.8, snap=1)


class Outline(Artist):
    """The line around a bar with tips, which takes the place of the plot's own."""
    zorder = 2.5

    def __init__(self, strip):
        Artist.__init__(self)
        self._strip, self._clip_on = strip, False

    def _draw(self, renderer):
        self._strip.draw_outline(renderer)
