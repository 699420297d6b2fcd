"""Plots that stand beside a plot and are as high or wide as it."""

from matplotlib import rcParams
from matplotlib.artist import check_in
from matplotlib.axes import Axes


class Divider:
    """Divides the place of a plot among it and others."""

    def __init__(self, axes):
        self._axes = axes
        self._spec, self._rect, self._placed = axes._subplotspec, axes._rect, axes._placed
        # Sizes from left to right and from bottom to top: (part of the plot's data, inches).
        self._level, self._upright = [self._own('x')], [self._own('y')]
        self._at = [0, 0]
        # Where the plots beside it stand.
        self._places = []
        axes._box_maker = lambda: self._box(*self._at)

    def _own(self, name):
        def size():
            axes = self._axes
            low, high = (axes.xaxis if name == 'x' else axes.yaxis).get_view_interval()
            aspect = 1.0 if axes._aspect == 'auto' or name == 'x' else axes._aspect
            return abs(high - low) * aspect, 0.0
        return size

    def get_position(self):
        """The whole place in parts of the figure."""
        if self._placed is not None:
            return self._placed
        return self._rect if self._rect is not None else self._spec._box(self._axes.figure)

    def _ends(self, sizes, length):
        """Where the cells end, in inches."""
        found = [size() for size in sizes]
        rest = length - sum(inches for _, inches in found)
        return found, rest / max(sum(part for part, _ in found), 1e-300)

    def _box(self, i, j):
        x, y, w, h = self.get_position()
        figure = self._axes.figure
        W, H = (v / figure._drawing_dpi for v in figure._pixel_size())
        level, k = self._ends(self._level, w * W)
        upright, m = self._ends(self._upright, h * H)
        if self._axes._aspect != 'auto':
            k = m = min(k, m)
        widths = [(part * k + inches) / W for part, inches in level]
        heights = [(part * m + inches) / H for part, inches in upright]
        anchor = self._axes._anchor
        if isinstance(anchor, str):
            anchor = (0 if 'W' in anchor else 1 if 'E' in anchor else 0.5,
                      0 if 'S' in anchor else 1 if 'N' in anchor else 0.5)
        left, bottom = x + (w - sum(widths)) * anchor[0], y + (h - sum(heights)) * anchor[1]
        return left + sum(widths[:i]), bottom + sum(heights[:j]), widths[i], heights[j]

    def _size(self, size, name):
        if hasattr(size, '__call__'):
            return size
        if isinstance(size, str) and size[-1:] == '%':
            part = float(size[:-1]) / 100
            own = self._own(name)
            return lambda: (own()[0] * part, 0.0)
        inches = float(size)
        return lambda: (0.0, inches)

    def append_axes(self, position, size, pad=None, *, axes_class=None, **kwargs):
        """A plot beside this one: its side, its size (inches or '5%') and the gap."""
        check_in('position', position, ('left', 'right', 'bottom', 'top'))
        name = 'x' if position in ('left', 'right') else 'y'
        sizes = self._level if name == 'x' else self._upright
        if pad is None:
            space, own = rcParams['figure.subplot.wspace' if name == 'x' else 'figure.subplot.hspace'], self._own(name)
            gap = lambda: (own()[0] * space, 0.0)
        else:
            gap = self._size(pad, name)
        new = self._size(size, name)
        made = (Axes if axes_class is None else axes_class)(self._axes.figure, (0, 0, 1, 1), **kwargs)
        which = 0 if name == 'x' else 1
        if position in ('right', 'top'):
            sizes += [gap, new]
            at = [self._at[0], self._at[1]]
            at[which] = len(sizes) - 1
        else:
            sizes[:0] = [new, gap]
            # All others move up by two.
            for place in self._places:
                place[which] += 2
            self._at[which] += 2
            at = [self._at[0], self._at[1]]
            at[which] = 0
        self._places.append(at)
        made._box_maker = lambda: self._box(*at)
        made._layout_spec = self._spec
        return self._axes.figure._add_axes(made)

    def set_aspect(self, aspect=False):
        pass

    def set_anchor(self, anchor):
        self._axes._anchor = anchor


AxesDivider = Divider


def make_axes_locatable(axes):
    """What puts plots beside a plot."""
    return Divider(axes)
