"""Grids of plots of one size, for images."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.gridspec import SubplotSpec


class Grid:
    """Plots in rows and columns with gaps in inches."""

    def __init__(self, fig, rect, nrows_ncols, n_axes=None, direction='row', axes_pad=0.02, *, ngrids=None, share_all=False,
                 sharex=True, sharey=True, label_mode='L', axes_class=None, aspect=False, cbar_mode=None,
                 cbar_location='right', cbar_pad=None, cbar_size='5%', cbar_set_cax=True):
        rows, columns = nrows_ncols
        self._nrows, self._ncols = rows, columns
        pads = axes_pad if isinstance(axes_pad, (tuple, list)) else (axes_pad, axes_pad)
        if isinstance(rect, (int, np.integer)):
            rect = fig._spec((rect,))
        elif isinstance(rect, tuple) and len(rect) == 3:
            rect = fig._spec(rect)
        self._figure, self._rect, self._pads = fig, rect, pads
        self._aspect, self._bars = aspect, (cbar_mode, cbar_location, pads[0] if cbar_pad is None else cbar_pad, cbar_size)
        count = rows * columns if n_axes is None and ngrids is None else n_axes or ngrids
        self.axes_all, self.axes_row, self.axes_column = [], [[] for _ in range(rows)], [[] for _ in range(columns)]
        for k in range(count):
            r, c = divmod(k, columns) if direction == 'row' else (k % rows, k // rows)
            first = self.axes_all[0] if share_all and self.axes_all else None
            made = (Axes if axes_class is None else axes_class)(
                fig, (0, 0, 1, 1),
                sharex=first or (self.axes_column[c][0] if sharex and self.axes_column[c] else None),
                sharey=first or (self.axes_row[r][0] if sharey and self.axes_row[r] else None))
            made._box_maker = self._maker(r, c)
            self.axes_all.append(fig._add_axes(made))
            self.axes_row[r].append(made)
            self.axes_column[c].append(made)
        self.axes_llc = self.axes_column[0][-1]
        self.set_label_mode(label_mode)
        self.cbar_axes = []
        mode = cbar_mode
        for k in range(count if mode in ('each', 'edge') else 1 if mode == 'single' else 0):
            if mode == 'edge' and k >= rows:
                break
            r, c = (divmod(k, columns) if mode == 'each' else (k, columns - 1))
            bar = _BarAxes(fig, (0, 0, 1, 1))
            bar._box_maker = self._bar_maker(r, c)
            bar._side = cbar_location
            self.cbar_axes.append(fig._add_axes(bar))
        for ax, bar in zip(self.axes_all, self.cbar_axes if mode == 'each' else self.cbar_axes * count):
            ax.cax = bar

    def _cell(self):
        """The size of a plot in inches, the gaps, and the lower left corner of the grid."""
        fig, rect = self._figure, self._rect
        x, y, w, h = rect._box(fig) if isinstance(rect, SubplotSpec) else rect
        W, H = (v / fig._drawing_dpi for v in fig._pixel_size())
        mode, location, pad, size = self._bars
        part = float(size[:-1]) / 100 if isinstance(size, str) else 0.0
        inches = 0.0 if isinstance(size, str) else float(size)
        level = self._ncols if mode == 'each' and location in ('left', 'right') else 1 if mode in ('single', 'edge') else 0
        gaps = self._pads[0] * (self._ncols - 1) + level * (pad + inches), self._pads[1] * (self._nrows - 1)
        width = (w * W - gaps[0]) / (self._ncols + level * part)
        height = (h * H - gaps[1]) / self._nrows
        if self._aspect:
            first = self.axes_all[0] if self.axes_all else None
            ratio = 1.0
            if first is not None:
                (x0, x1), (y0, y1) = first.get_xlim(), first.get_ylim()
                ratio = abs(y1 - y0) / abs(x1 - x0)
            width, height = min(width, height / ratio), min(height, width * ratio)
        bar = part * width + inches
        whole = (width * self._ncols + gaps[0] + level * part * width, height * self._nrows + gaps[1])
        return width, height, bar, pad, (x * W + (w * W - whole[0]) / 2, y * H + (h * H - whole[1]) / 2), (W, H)

    def _maker(self, r, c):
        def box():
            width, height, bar, pad, (left, bottom), (W, H) = self._cell()
            step = width + self._pads[0] + (bar + pad if self._bars[0] == 'each' else 0.0)
            return ((left + c * step) / W, (bottom + (self._nrows - 1 - r) * (height + self._pads[1])) / H, width / W,
                    height / H)
        return box

    def _bar_maker(self, r, c):
        def box():
            width, height, bar, pad, (left, bottom), (W, H) = self._cell()
            x, y, w, h = self._maker(r, c)()
            if self._bars[0] == 'single':
                y = bottom / H
                x, w = self._maker(0, self._ncols - 1)()[0], width / W
                h = (height * self._nrows + self._pads[1] * (self._nrows - 1)) / H
            return x + w + pad / W, y, bar / W, h
        return box

    def set_label_mode(self, mode):
        for r, row in enumerate(self.axes_row):
            for c, ax in enumerate(row):
                below, left = r == self._nrows - 1, c == 0
                if mode == '1':
                    below = left = below and left
                if mode in ('L', '1'):
                    ax.tick_params(labelbottom=below, labelleft=left)

    def __getitem__(self, i):
        return self.axes_all[i]

    def __len__(self):
        return len(self.axes_all)

    def __iter__(self):
        return iter(self.axes_all)

    def get_geometry(self):
        return self._nrows, self._ncols


class _BarAxes(Axes):
    """The place of a colour bar beside an image of a grid."""
    _side = 'right'

    def colorbar(self, mappable, **kwargs):
        return self.figure.colorbar(mappable, cax=self, location=self._side, **kwargs)


class ImageGrid(Grid):
    """A grid of images, which keep their shape."""

    def __init__(self, fig, rect, nrows_ncols, **kwargs):
        Grid.__init__(self, fig, rect, nrows_ncols, **{'aspect': True, **kwargs})


AxesGrid = ImageGrid
