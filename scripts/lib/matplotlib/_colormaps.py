"""Tables from numbers in 0...1 to colours."""

import numpy as np
from matplotlib._rgba import to_rgba, to_rgba_array


class Colormap:
    """A table of N colours, with one below, one above, and one for what is no number."""
    __module__ = 'matplotlib.colors'

    def __init__(self, name, N=256):
        self.name, self.N = name, int(N)
        self._rgba_bad, self._rgba_under, self._rgba_over = (0.0, 0.0, 0.0, 0.0), None, None
        self._table = None
        self.colorbar_extend = False

    def _make(self):
        raise NotImplementedError

    def _lut(self):
        if self._table is None:
            self._table = np.asarray(self._make(), dtype=float)
        return self._table

    def _all(self):
        table = self._lut()
        under = table[0] if self._rgba_under is None else self._rgba_under
        over = table[-1] if self._rgba_over is None else self._rgba_over
        return np.vstack([table, [under], [over], [self._rgba_bad]])

    def _indices(self, X):
        X = np.asarray(X)
        N = self.N
        if X.dtype.kind in 'iub':
            values = X.astype(int)
            bad = np.zeros(values.shape, dtype=bool)
        else:
            bad = ~np.isfinite(X) & ~np.isinf(X)
            scaled = np.where(bad, 0, X) * N
            values = np.where(scaled == N, N - 1, np.clip(np.floor(scaled), -1, N)).astype(int)
        values = np.where(values < 0, N, np.where(values > N - 1, N + 1, values))
        return np.where(bad, N + 2, values)

    def __call__(self, X, alpha=None, bytes=False):
        """Colours of numbers: floats in 0...1, or integers that are places in the table."""
        mask = np.ma.getmaskarray(X) if hasattr(X, 'mask') and hasattr(np, 'ma') else None
        scalar = np.ndim(X) == 0
        index = self._indices(X)
        if mask is not None:
            index = np.where(mask, self.N + 2, index)
        table = self._all()
        if bytes:
            table = (table * 255).astype(np.uint8)
        result = table[index]
        if alpha is not None:
            alpha = np.clip(alpha, 0, 1)
            if bytes:
                alpha = (np.asarray(alpha) * 255).astype(np.uint8)
            keep = (index == self.N + 2) & (table[-1] == 0).all()
            result[..., 3] = np.where(keep, result[..., 3], alpha)
        return tuple(result) if scalar else result

    def set_bad(self, color='k', alpha=None):
        self._rgba_bad = to_rgba(color, alpha)

    def set_under(self, color='k', alpha=None):
        self._rgba_under = to_rgba(color, alpha)

    def set_over(self, color='k', alpha=None):
        self._rgba_over = to_rgba(color, alpha)

    def get_under(self):
        return self._all()[self.N]

    def get_over(self):
        return self._all()[self.N + 1]

    def get_bad(self):
        return np.array(self._rgba_bad)

    def _like(self, table, name, N=None):
        made = ListedColormap(table, name)
        made._rgba_bad, made._rgba_under, made._rgba_over = self._rgba_bad, self._rgba_under, self._rgba_over
        return made

    def copy(self):
        return self._like(self._lut(), self.name)

    __copy__ = copy

    def with_extremes(self, *, bad=None, under=None, over=None):
        made = self.copy()
        if bad is not None:
            made.set_bad(bad)
        if under is not None:
            made.set_under(under)
        if over is not None:
            made.set_over(over)
        return made

    def reversed(self, name=None):
        made = self._like(self._lut()[::-1], name or self.name + '_r')
        made._rgba_under, made._rgba_over = self._rgba_over, self._rgba_under
        return made

    def resampled(self, lutsize):
        """The same colours with another number of entries."""
        if lutsize == self.N:
            return self.copy()
        return self._like(self(np.linspace(0, 1, lutsize)), self.name)

    def __eq__(self, other):
        return isinstance(other, Colormap) and bool(np.array_equal(self._lut(), other._lut()))

    def __hash__(self):
        return hash(self.name)


class ListedColormap(Colormap):
    """Colours from a list."""
    __module__ = 'matplotlib.colors'

    def __init__(self, colors, name='from_list', N=None):
        if isinstance(colors, str):
            colors = [colors] * (N or 1)
        elif N is not None:
            colors = [colors[i % len(colors)] for i in range(N)]
        self.colors = colors
        Colormap.__init__(self, name, len(colors))

    def _make(self):
        return to_rgba_array(self.colors)


class LinearSegmentedColormap(Colormap):
    """Colours along straight lines between knots."""
    __module__ = 'matplotlib.colors'

    def __init__(self, name, segmentdata, N=256, gamma=1.0):
        Colormap.__init__(self, name, N)
        self._segmentdata, self._gamma = segmentdata, gamma

    @staticmethod
    def from_list(name, colors_, N=256, gamma=1.0):
        colors_ = list(colors_)
        if len(colors_[0]) == 2 and not isinstance(colors_[0], str) and not isinstance(colors_[0][1], float):
            places, colors_ = zip(*colors_)
        else:
            places = np.linspace(0, 1, len(colors_))
        rgba = to_rgba_array(list(colors_))
        data = {part: [(p, v, v) for p, v in zip(places, rgba[:, i])]
                for i, part in enumerate(('red', 'green', 'blue', 'alpha'))}
        return LinearSegmentedColormap(name, data, N, gamma)

    def _make(self):
        table = np.ones((self.N, 4))
        for i, part in enumerate(('red', 'green', 'blue', 'alpha')):
            if part in self._segmentdata:
                table[:, i] = _between(self._segmentdata[part], self.N, self._gamma)
        return table


def _between(knots, N, gamma):
    """The values of a table of N entries; a knot is (place, value before it, value behind it)."""
    places = np.linspace(0, 1, N) ** gamma if N > 1 else np.array([1.0])
    if callable(knots):
        return np.clip(np.array([knots(p) for p in places]), 0, 1)
    knots = np.array(knots, dtype=float)
    x = knots[:, 0]
    at = np.clip(np.searchsorted(x * (N - 1), places * (N - 1), side='left'), 1, len(x) - 1)
    t = (places - x[at - 1]) / np.where(x[at] == x[at - 1], 1, x[at] - x[at - 1])
    result = knots[at - 1, 2] + t * (knots[at, 1] - knots[at - 1, 2])
    if N > 0:
        result[0], result[-1] = (knots[0, 2] if N > 1 else knots[-1, 1]), knots[-1, 1]
    return np.clip(result, 0, 1)
