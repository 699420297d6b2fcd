"""Margins and gaps that fit what plots have around them."""

from matplotlib import rcParams


def adjust(figure, pad=1.08, h_pad=None, w_pad=None, rect=None, is_constrained=False):
    """Set the figure's margins and gaps from the boxes of its plots and their labels."""
    axes = [ax for ax in figure._axes if ax._subplotspec is not None and ax._visible
            and ax._subplotspec.get_gridspec()._parent is None]
    if not axes:
        return
    size = rcParams['font.size'] / 72
    W, H = figure._size
    dpi = figure._drawing_dpi
    pad_inches = pad * size
    v_pad = pad_inches if h_pad is None else h_pad * size
    s_pad = pad_inches if w_pad is None else w_pad * size
    rows = max(ax._subplotspec.get_gridspec().nrows for ax in axes)
    columns = max(ax._subplotspec.get_gridspec().ncols for ax in axes)
    if is_constrained:
        # Three points around everything.
        pad_inches = 3 / 72
        s_pad = v_pad = 2 * pad_inches
    h_gaps = [[0.0] * (columns + 1) for _ in range(rows)]
    v_gaps = [[0.0] * columns for _ in range(rows + 1)]
    cell_boxes = {}
    for ax in axes:
        spec = ax._subplotspec
        grid = spec.get_gridspec()
        fr, fc = rows // grid.nrows, columns // grid.ncols
        r0, r1 = spec._rows[0] * fr, (spec._rows[1] + 1) * fr - 1
        c0, c1 = spec._columns[0] * fc, (spec._columns[1] + 1) * fc - 1
        outer = ax._tight_extent()
        for bar in ax._colorbars:
            if len(bar._bar_parents) > 1:
                continue
            more = bar._tight_extent()
            if more:
                outer = (min(outer[0], more[0]), min(outer[1], more[1]), max(outer[2], more[2]), max(outer[3], more[3]))
        x, y, w, h = ax._subplotspec._box(figure)
        x0, y0, x1, y1 = x * W * dpi, y * H * dpi, (x + w) * W * dpi, (y + h) * H * dpi
        for r in range(r0, r1 + 1):
            h_gaps[r][c0] = max(h_gaps[r][c0], (x0 - outer[0]) / dpi)
            h_gaps[r][c1 + 1] += 0
            cell_boxes.setdefault(('right', r, c1), []).append((outer[2] - x1) / dpi)
            cell_boxes.setdefault(('left', r, c0), []).append((x0 - outer[0]) / dpi)
        for c in range(c0, c1 + 1):
            cell_boxes.setdefault(('top', r0, c), []).append((outer[3] - y1) / dpi)
            cell_boxes.setdefault(('bottom', r1, c), []).append((y0 - outer[1]) / dpi)

    def need(side, r, c):
        return max(cell_boxes.get((side, r, c), [0.0]))

    x0, y0, x1, y1 = rect if rect is not None else (0, 0, 1, 1)
    left = max(need('left', r, 0) for r in range(rows)) + pad_inches
    right = max(need('right', r, columns - 1) for r in range(rows)) + pad_inches
    bottom = max(need('bottom', rows - 1, c) for c in range(columns)) + pad_inches
    top = max(need('top', 0, c) for c in range(columns)) + pad_inches
    if figure._suptitle is not None and figure._suptitle._in_layout:
        box = figure._suptitle._pixel_extent()
        if box:
            top += (box[3] - box[1]) / dpi + (2 if is_constrained else 1) * pad_inches
    for name, side in (('_supxlabel', 'bottom'), ('_supylabel', 'left')):
        text = getattr(figure, name)
        box = text._pixel_extent() if text is not None else None
        if box and side == 'bottom':
            bottom += (box[3] - box[1]) / dpi + pad_inches
        elif box:
            left += (box[2] - box[0]) / dpi + pad_inches
    margins = {'left': x0 + left / W, 'right': x1 - right / W, 'bottom': y0 + bottom / H, 'top': y1 - top / H}
    if margins['left'] >= margins['right'] or margins['bottom'] >= margins['top']:
        return
    if columns > 1:
        gap = max(need('right', r, c) + need('left', r, c + 1) for r in range(rows) for c in range(columns - 1)) + s_pad
        cell = ((margins['right'] - margins['left']) - gap / W * (columns - 1)) / columns
        if cell > 0:
            margins['wspace'] = gap / W / cell
    if rows > 1:
        gap = max(need('bottom', r, c) + need('top', r + 1, c) for r in range(rows - 1) for c in range(columns)) + v_pad
        cell = ((margins['top'] - margins['bottom']) - gap / H * (rows - 1)) / rows
        if cell > 0:
            margins['hspace'] = gap / H / cell
    figure.subplotpars.update(margins)
