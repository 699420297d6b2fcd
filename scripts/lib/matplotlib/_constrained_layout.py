"""The constrained layout: all cells of a grid are as wide and as high as each other, with room for what is around."""

import numpy as np

_SIDES = ('left', 'right', 'leftcb', 'rightcb', 'top', 'bottom', 'topcb', 'bottomcb')


class _Grid:
    """The margins of a grid's columns and rows, and where that puts them."""

    def __init__(self, spec):
        self.spec, self.margins = spec, {}
        for side in _SIDES:
            self.margins[side] = np.zeros(spec.ncols if side[0] in 'lr' else spec.nrows)

    def ask(self, side, size, at):
        self.margins[side][at] = max(self.margins[side][at], size)

    def solve(self, frame):
        """Lay the cells into a frame (x0, y0, x1, y1)."""
        x0, y0, x1, y1 = frame
        m = self.margins
        widths = self._inner(x1 - x0, m['left'] + m['right'] + m['leftcb'] + m['rightcb'], self.spec._widths)
        heights = self._inner(y1 - y0, m['top'] + m['bottom'] + m['topcb'] + m['bottomcb'], self.spec._heights)
        outer = widths + m['left'] + m['right'] + m['leftcb'] + m['rightcb']
        self.rights = x0 + np.cumsum(outer)
        self.lefts = self.rights - outer
        outer = heights + m['top'] + m['bottom'] + m['topcb'] + m['bottomcb']
        self.bottoms = y1 - np.cumsum(outer)
        self.tops = self.bottoms + outer

    @staticmethod
    def _inner(total, margins, ratios):
        free = max(total - float(margins.sum()), 1e-4)
        return free * np.asarray(ratios, dtype=float) / float(np.sum(ratios))

    def box(self, spec, with_labels=False, outer=False):
        """The box of some cells: without margins, with those for labels, or with all."""
        m = self.margins
        (r0, r1), (c0, c1) = spec
        x0, x1, y0, y1 = (float(v) for v in (self.lefts[c0], self.rights[c1], self.bottoms[r1], self.tops[r0]))
        if outer:
            return x0, y0, x1, y1
        x0, x1 = x0 + m['leftcb'][c0], x1 - m['rightcb'][c1]
        y0, y1 = y0 + m['bottomcb'][r1], y1 - m['topcb'][r0]
        if not with_labels:
            x0, x1 = x0 + m['left'][c0], x1 - m['right'][c1]
            y0, y1 = y0 + m['bottom'][r1], y1 - m['top'][r0]
        return float(x0), float(y0), float(x1), float(y1)


def _part(figure, box):
    """A box in pixels in parts of the figure."""
    W, H = figure._pixel_size()
    X, Y = figure._origin()
    return (box[0] - X) / W, (box[1] - Y) / H, (box[2] - X) / W, (box[3] - Y) / H


def _boxes(figure, ax):
    x, y, w, h = ax._given_box()
    given = (x, y, x + w, y + h)
    box = ax._tight_extent(True)
    return given, given if box is None else _part(figure, box)


def adjust(figure, w_pad=None, h_pad=None, wspace=None, hspace=None, rect=None):
    """Place the figure's plots."""
    axes = [ax for ax in figure._axes if ax._subplotspec is not None and ax._in_layout]
    if not axes and not figure._subfigures:
        return
    W, H = figure._inches()
    pads = ((0.04167 if w_pad is None else w_pad) / W, (0.04167 if h_pad is None else h_pad) / H)
    spaces = (0.02 if wspace is None else wspace, 0.02 if hspace is None else hspace)
    # The room beside colour bars is measured by the solution before.
    before = None
    for _ in range(2):
        grids = _grids(axes, figure._subfigures)
        _ask_for_subfigures(figure, grids, spaces)
        frame = _frame(figure, pads, rect)
        for ax in axes:
            _ask(figure, ax, grids, before, pads, spaces)
        _even_out(axes, grids)
        _solve(grids, frame)
        for sub in figure._subfigures:
            spec = sub._subplotspec
            x0, y0, x1, y1 = grids[id(spec.get_gridspec())].box((spec._rows, spec._columns))
            sub._placed = (x0, y0, x1 - x0, y1 - y0)
        for ax in axes:
            spec = ax._subplotspec
            x0, y0, x1, y1 = grids[id(spec.get_gridspec())].box((spec._rows, spec._columns))
            ax._placed = (x0, y0, x1 - x0, y1 - y0)
        for ax in axes:
            _place_colorbars(figure, ax, grids)
        before = grids
    for sub in figure._subfigures:
        # Spaces are parts of the whole figure.
        w, h = sub._inches()
        adjust(sub, w_pad, h_pad, spaces[0] * W / w, spaces[1] * H / h)


def _grids(axes, subfigures):
    grids = {}
    for one in [*axes, *subfigures]:
        spec = one._subplotspec.get_gridspec()
        while spec is not None and id(spec) not in grids:
            grids[id(spec)] = _Grid(spec)
            spec = spec._parent.get_gridspec() if spec._parent is not None else None
    return grids


def _frame(figure, pads, rect):
    """The figure without the room of its titles."""
    x0, y0, w, h = rect if rect is not None else (0.0, 0.0, 1.0, 1.0)
    x1, y1 = x0 + w, y0 + h
    w_pad, h_pad = pads
    for name, side in (('_suptitle', 'top'), ('_supxlabel', 'bottom'), ('_supylabel', 'left')):
        text = getattr(figure, name)
        if text is None or not text._in_layout or not text._text:
            continue
        if text._auto_place:
            if side == 'top':
                text._y = 1 - h_pad
            elif side == 'bottom':
                text._y = h_pad
            else:
                text._x = w_pad
        box = _part(figure, text._pixel_extent())
        if side == 'top':
            y1 -= box[3] - box[1] + 2 * h_pad
        elif side == 'bottom':
            y0 += box[3] - box[1] + 2 * h_pad
        else:
            x0 += box[2] - box[0] + 2 * w_pad
    for legend in figure.legends:
        side = legend._outside
        if side is None:
            continue
        box = _part(figure, legend._pixel_extent())
        width, height = box[2] - box[0] + 2 * w_pad, box[3] - box[1] + 2 * h_pad
        x0, x1 = x0 + (width if side == 'left' else 0), x1 - (width if side == 'right' else 0)
        y0, y1 = y0 + (height if side == 'lower' else 0), y1 - (height if side == 'upper' else 0)
    return x0, y0, x1, y1


def _solve(grids, frame):
    """Outer grids before inner ones."""
    done = set()

    def solve(grid):
        if id(grid.spec) in done:
            return
        parent = grid.spec._parent
        own = frame
        if parent is not None:
            above = grids[id(parent.get_gridspec())]
            solve(above)
            own = above.box((parent._rows, parent._columns), outer=True)
        grid.solve(own)
        done.add(id(grid.spec))

    for grid in grids.values():
        solve(grid)


def _padding(spec, pads, spaces):
    """The margins that all plots have."""
    grid = spec.get_gridspec()
    wspace = (spaces[0] if grid.wspace is None else grid.wspace) / 2 / grid.ncols
    hspace = (spaces[1] if grid.hspace is None else grid.hspace) / 2 / grid.nrows
    made = {'leftcb': pads[0], 'rightcb': pads[0], 'topcb': pads[1], 'bottomcb': pads[1],
            'left': 0.0, 'right': 0.0, 'top': 0.0, 'bottom': 0.0}
    if wspace > pads[0]:
        if spec._columns[0] > 0:
            made['leftcb'] = wspace
        if spec._columns[1] + 1 < grid.ncols:
            made['rightcb'] = wspace
    if hspace > pads[1]:
        if spec._rows[1] + 1 < grid.nrows:
            made['bottomcb'] = hspace
        if spec._rows[0] > 0:
            made['topcb'] = hspace
    return made


def _give(grid, spec, margins):
    for side, size in margins.items():
        at = {'l': spec._columns[0], 'r': spec._columns[1], 't': spec._rows[0], 'b': spec._rows[1]}[side[0]]
        grid.ask(side, size, at)


def _ask_for_subfigures(figure, grids, spaces):
    for sub in figure._subfigures:
        spec = sub._subplotspec
        _give(grids[id(spec.get_gridspec())], spec, _padding(spec, (0.0, 0.0), spaces))


def _ask(figure, ax, grids, before, pads, spaces):
    """Let the grid know what a plot needs."""
    spec = ax._subplotspec
    margins = _padding(spec, pads, spaces)
    given, box = _boxes(figure, ax)
    margins['left'] += given[0] - box[0]
    margins['right'] += box[2] - given[2]
    margins['bottom'] += given[1] - box[1]
    margins['top'] += box[3] - given[3]
    for bar in ax._colorbars:
        rows, columns = _parents_span(bar)
        pad = 0.0 if before is None else _bar_pad(bar, before)
        _, own = _boxes(figure, bar)
        width, height = own[2] - own[0], own[3] - own[1]
        side = bar._bar_info['location']
        if side == 'right' and columns[1] == spec._columns[1]:
            margins['rightcb'] += width + pad
        elif side == 'left' and columns[0] == spec._columns[0]:
            margins['leftcb'] += width + pad
        elif side == 'top' and rows[0] == spec._rows[0]:
            margins['topcb'] += height + pad
        elif side == 'bottom' and rows[1] == spec._rows[1]:
            margins['bottomcb'] += height + pad
        if side in ('top', 'bottom'):
            if columns[0] == spec._columns[0] and own[0] < box[0]:
                margins['left'] += box[0] - own[0]
            if columns[1] == spec._columns[1] and own[2] > box[2]:
                margins['right'] += own[2] - box[2]
        else:
            if rows[1] == spec._rows[1] and own[1] < box[1]:
                margins['bottom'] += box[1] - own[1]
            if rows[0] == spec._rows[0] and own[3] > box[3]:
                margins['top'] += own[3] - box[3]
    _give(grids[id(spec.get_gridspec())], spec, margins)


def _parents_span(bar):
    specs = [p._subplotspec for p in bar._bar_info['parents'] if p._subplotspec is not None]
    return ((min(s._rows[0] for s in specs), max(s._rows[1] for s in specs)),
            (min(s._columns[0] for s in specs), max(s._columns[1] for s in specs)))


def _bar_pad(bar, grids):
    grid = grids[id(bar._bar_info['parents'][0]._subplotspec.get_gridspec())]
    x0, y0, x1, y1 = grid.box(_parents_span(bar))
    return bar._bar_info['pad'] * (x1 - x0 if bar._bar_info['location'] in ('left', 'right') else y1 - y0)


def _even_out(axes, grids):
    """Give the margins that lie within wide plots the same size, so that plots of as many cells are equal."""
    wide = {'left': 0.0, 'right': 0.0, 'top': 0.0, 'bottom': 0.0}
    spans = []
    for ax in axes:
        spec, m = ax._subplotspec, grids[id(ax._subplotspec.get_gridspec())].margins
        (r0, r1), (c0, c1) = spec._rows, spec._columns
        spans.append((grids[id(spec.get_gridspec())], r0, r1, c0, c1))
        if c1 > c0:
            wide['left'] = max(wide['left'], float((m['left'] + m['leftcb'])[c0 + 1:c1 + 1].max()))
            wide['right'] = max(wide['right'], float((m['right'] + m['rightcb'])[c0:c1].max()))
        if r1 > r0:
            wide['top'] = max(wide['top'], float((m['top'] + m['topcb'])[r0 + 1:r1 + 1].max()))
            wide['bottom'] = max(wide['bottom'], float((m['bottom'] + m['bottomcb'])[r0:r1].max()))
    for grid, r0, r1, c0, c1 in spans:
        for side, first, last in (('left', c0 + 1, c1 + 1), ('right', c0, c1), ('top', r0 + 1, r1 + 1),
                                  ('bottom', r0, r1)):
            for at in range(first, last):
                grid.ask(side, wide[side] - grid.margins[side + 'cb'][at], at)


def _place_colorbars(figure, ax, grids):
    """Put the bars beside their plots."""
    offset = {'left': 0.0, 'right': 0.0, 'bottom': 0.0, 'top': 0.0}
    for bar in ax._colorbars[::-1]:
        info = bar._bar_info
        if info['parents'][0] is not ax:
            continue
        grid, span = grids[id(ax._subplotspec.get_gridspec())], _parents_span(bar)
        outer, inner = grid.box(span, with_labels=True), grid.box(span)
        given, own = _boxes(figure, bar)
        pad, side = _bar_pad(bar, grids), info['location']
        vertical = side in ('left', 'right')
        width, height = inner[2] - inner[0], inner[3] - inner[1]
        w = width * (info['fraction'] if vertical else info['shrink'])
        h = height * (info['shrink'] if vertical else info['fraction'])
        x, y = inner[0] + (width - w) * info['anchor'][0], inner[1] + (height - h) * info['anchor'][1]
        if side == 'right':
            x = outer[2] + offset[side] + pad + given[0] - own[0]
        elif side == 'left':
            x = outer[0] - (own[2] - own[0]) - pad + given[0] - own[0] - offset[side]
        elif side == 'top':
            y = outer[3] + offset[side] + pad + given[1] - own[1]
        else:
            y = outer[1] - (own[3] - own[1]) - pad + given[1] - own[1] - offset[side]
        offset[side] += (own[2] - own[0] if vertical else own[3] - own[1]) + pad
        bar._placed, bar._anchor = (x, y, w, h), info['anchor']
        bar._box_aspect = info['aspect'] if vertical else 1 / info['aspect']
