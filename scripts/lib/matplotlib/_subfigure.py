"""Figures within figures."""

from matplotlib.figure import Figure


class SubFigure(Figure):
    """A part of a figure, with plots and titles of its own."""
    # The box within the parent that a layout gave it; None where its grid counts.
    _placed = None

    def __init__(self, parent, subplotspec, *, facecolor=None, edgecolor=None, linewidth=0.0, frameon=None, **kwargs):
        self._parent, self._subplotspec = parent, subplotspec
        Figure.__init__(self, parent._size, facecolor='none' if facecolor is None else facecolor, edgecolor=edgecolor,
                        linewidth=linewidth, frameon=frameon, **kwargs)
        self._layout = None
        self.canvas = parent.canvas

    _drawing_dpi = property(lambda self: self._parent._drawing_dpi, lambda self, value: None)
    dpi = property(lambda self: self._parent.dpi, lambda self, value: None)
    _boxes = property(lambda self: self._parent._boxes, lambda self, value: None)

    def _box(self):
        """Its place in parts of the parent."""
        if self._placed is not None:
            return self._placed
        spec = self._subplotspec
        grid, (r0, r1), (c0, c1) = spec.get_gridspec(), spec._rows, spec._columns
        widths, heights = grid.get_width_ratios(), grid.get_height_ratios()
        return (sum(widths[:c0]) / sum(widths), 1 - sum(heights[:r1 + 1]) / sum(heights),
                sum(widths[c0:c1 + 1]) / sum(widths), sum(heights[r0:r1 + 1]) / sum(heights))

    def _pixel_size(self):
        _, _, w, h = self._box()
        W, H = self._parent._pixel_size()
        return w * W, h * H

    def _origin(self):
        x, y, _, _ = self._box()
        (X, Y), (W, H) = self._parent._origin(), self._parent._pixel_size()
        return X + x * W, Y + y * H

    def _inches(self):
        return tuple(v / self.dpi for v in self._pixel_size())

    def _layout_kind(self):
        return self._parent._layout_kind()

    def get_figure(self, root=False):
        one = self._parent
        while root and isinstance(one, SubFigure):
            one = one._parent
        return one

    def _add_axes(self, ax):
        self.get_figure(root=True)._current = ax
        return Figure._add_axes(self, ax)

    def _note_mappable(self, axes, mappable):
        Figure._note_mappable(self, axes, mappable)
        self._parent._note_mappable(axes, mappable)
