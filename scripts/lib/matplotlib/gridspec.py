"""Places of plots in rows and columns."""

import numpy as np
from matplotlib import rcParams

_NAMES = ('left', 'right', 'bottom', 'top', 'wspace', 'hspace')


class GridSpec:
    """Rows and columns."""

    def __init__(self, nrows, ncols, figure=None, left=None, bottom=None, right=None, top=None, wspace=None,
                 hspace=None, width_ratios=None, height_ratios=None):
        for name, value in (('rows', nrows), ('columns', ncols)):
            if not isinstance(value, (int, np.integer)) or value <= 0:
                raise ValueError(f'Number of {name} must be a positive integer, not {value!r}')
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        self.left, self.right, self.bottom, self.top, self.wspace, self.hspace = left, right, bottom, top, wspace, hspace
        self._parent, self._given_ratios = None, (width_ratios, height_ratios)
        self._widths = self._ratios(width_ratios, ncols, 'width', 'columns')
        self._heights = self._ratios(height_ratios, nrows, 'height', 'rows')

    def __repr__(self):
        parts = ''
        if any(v != 1 for v in self._heights):
            parts += f', height_ratios={self._given_ratios[1]!r}'
        if any(v != 1 for v in self._widths):
            parts += f', width_ratios={self._given_ratios[0]!r}'
        return f'{type(self).__name__}({self.nrows}, {self.ncols}{parts})'

    @staticmethod
    def _ratios(ratios, count, name, of):
        if ratios is None:
            return [1.0] * count
        if len(ratios) != count:
            raise ValueError(f'Expected the given number of {name} ratios to match the number of {of} of the grid')
        return [float(r) for r in ratios]

    def get_geometry(self):
        return self.nrows, self.ncols

    def get_width_ratios(self):
        return list(self._widths)

    def get_height_ratios(self):
        return list(self._heights)

    def set_width_ratios(self, width_ratios):
        self._widths = self._ratios(width_ratios, self.ncols, 'width', 'columns')

    def set_height_ratios(self, height_ratios):
        self._heights = self._ratios(height_ratios, self.nrows, 'height', 'rows')

    def new_subplotspec(self, loc, rowspan=1, colspan=1):
        return self[loc[0]:loc[0] + rowspan, loc[1]:loc[1] + colspan]

    def get_subplot_params(self, figure=None):
        return figure.subplotpars

    def get_grid_positions(self, fig):
        columns, rows = (np.array(ends) for ends in self._cells(fig))
        return rows[:, 0], rows[:, 1], columns[:, 0], columns[:, 1]

    def update(self, **kwargs):
        for key, value in kwargs.items():
            if key not in _NAMES:
                raise AttributeError(f'{key} is an unknown keyword')
            setattr(self, key, value)

    def tight_layout(self, figure, pad=1.08, h_pad=None, w_pad=None, rect=None, renderer=None):
        figure.tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)

    def _value(self, figure, name):
        own = getattr(self, name)
        if own is not None:
            return own
        if self._parent is not None and name in ('wspace', 'hspace'):
            return self._parent.get_gridspec()._value(figure, name)
        return figure.subplotpars[name]

    def _frame(self, figure):
        if self._parent is not None:
            x, y, w, h = self._parent._box(figure)
            return x, y, x + w, y + h
        return tuple(self._value(figure, name) for name in ('left', 'bottom', 'right', 'top'))

    def _cells(self, figure):
        """The left and right ends of columns, the lower and upper ends of rows."""
        left, bottom, right, top = self._frame(figure)
        result = []
        for start, size, count, space, ratios in (
                (left, right - left, self.ncols, self._value(figure, 'wspace'), self._widths),
                (top, top - bottom, self.nrows, self._value(figure, 'hspace'), self._heights)):
            cell = size / (count + space * (count - 1))
            gap = space * cell
            norm = cell * count / sum(ratios)
            ends, at = [], 0.0
            for ratio in ratios:
                ends.append((at, at + ratio * norm))
                at += ratio * norm + gap
            result.append(ends)
        columns = [(left + a, left + b) for a, b in result[0]]
        rows = [(top - b, top - a) for a, b in result[1]]
        return columns, rows

    def __getitem__(self, key):
        if isinstance(key, tuple):
            if len(key) != 2:
                raise ValueError('Unrecognized subplot spec')
            rows, columns = self._range(key[0], self.nrows, 0), self._range(key[1], self.ncols, 1)
        else:
            first, last = self._range(key, self.nrows * self.ncols, None)
            rows = first // self.ncols, last // self.ncols
            columns = first % self.ncols, last % self.ncols
        return SubplotSpec(self, rows, columns)

    @staticmethod
    def _range(key, count, axis):
        if isinstance(key, slice):
            start, stop, step = key.indices(count)
            if stop > start:
                return start, stop - 1
        else:
            at = key + count if key < 0 else key
            if 0 <= at < count:
                return at, at
        where = '' if axis is None else f' for axis {axis}'
        raise IndexError(f'index {key} is out of bounds{where} with size {count}')

    def subplots(self, *, sharex=False, sharey=False, squeeze=True, subplot_kw=None):
        return self.figure._grid(self, sharex, sharey, squeeze, subplot_kw)


GridSpecBase = GridSpec


class GridSpecFromSubplotSpec(GridSpec):
    """Rows and columns within a place of another grid."""

    def __init__(self, nrows, ncols, subplot_spec, wspace=None, hspace=None, height_ratios=None, width_ratios=None):
        GridSpec.__init__(self, nrows, ncols, None, wspace=wspace, hspace=hspace, width_ratios=width_ratios,
                          height_ratios=height_ratios)
        self._parent = subplot_spec if isinstance(subplot_spec, SubplotSpec) else subplot_spec.get_subplotspec()
        self.figure = self._parent.get_gridspec().figure


class SubplotSpec:
    """Some cells of a grid."""

    def __init__(self, gridspec, rows, columns):
        self._gridspec, self._rows, self._columns = gridspec, rows, columns

    def __repr__(self):
        rows, columns = self._rows, self._columns
        return f'{self._gridspec}[{rows[0]}:{rows[1] + 1}, {columns[0]}:{columns[1] + 1}]'

    num1 = property(lambda self: self._rows[0] * self._gridspec.ncols + self._columns[0])
    num2 = property(lambda self: self._rows[1] * self._gridspec.ncols + self._columns[1])

    def get_geometry(self):
        return self._gridspec.nrows, self._gridspec.ncols, self.num1, self.num2

    def get_topmost_subplotspec(self):
        parent = self._gridspec._parent
        return self if parent is None else parent.get_topmost_subplotspec()

    rowspan = property(lambda self: range(self._rows[0], self._rows[1] + 1))
    colspan = property(lambda self: range(self._columns[0], self._columns[1] + 1))

    def get_gridspec(self):
        return self._gridspec

    def is_first_row(self):
        return self._rows[0] == 0

    def is_last_row(self):
        return self._rows[1] == self._gridspec.nrows - 1

    def is_first_col(self):
        return self._columns[0] == 0

    def is_last_col(self):
        return self._columns[1] == self._gridspec.ncols - 1

    def subgridspec(self, nrows, ncols, **kwargs):
        return GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)

    def _box(self, figure):
        columns, rows = self._gridspec._cells(figure)
        left, right = columns[self._columns[0]][0], columns[self._columns[1]][1]
        bottom, top = rows[self._rows[1]][0], rows[self._rows[0]][1]
        return left, bottom, right - left, top - bottom

    def get_position(self, figure):
        from matplotlib.transforms import Bbox
        return Bbox.from_bounds(*self._box(figure))

    def __eq__(self, other):
        return isinstance(other, SubplotSpec) and (self._gridspec is other._gridspec and self._rows == other._rows
                                                   and self._columns == other._columns)

    def __hash__(self):
        return hash((id(self._gridspec), self._rows, self._columns))


SubplotParams = dict
