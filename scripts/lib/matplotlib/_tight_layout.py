"""Margins and gaps that fit what plots have around them."""

import warnings

import numpy as np
from matplotlib import rcParams


def _groups(figure):
    """The plots by their places in the figure's grids: place to plots. Colour bars belong to their plots."""
    groups = {}
    for ax in figure._axes:
        spec = ax._subplotspec or ax._layout_spec
        if spec is None:
            continue
        spec = spec.get_topmost_subplotspec()
        grid = spec.get_gridspec()
        if any(getattr(grid, name) is not None for name in ('left', 'right', 'bottom', 'top', 'wspace', 'hspace')):
            continue
        groups.setdefault((spec._rows, spec._columns, grid.nrows, grid.ncols), (spec, []))[1].append(ax)
    return groups


def adjust(figure, pad=1.08, h_pad=None, w_pad=None, rect=None):
    """Set the figure's margins and gaps from the boxes of its plots and their labels."""
    groups = _groups(figure)
    if not groups:
        return
    margins = _margins(figure, groups, pad, h_pad, w_pad, rect)
    if margins is not None and rect is not None:
        # The margins that are wanted lie within the box that was given.
        left, bottom, right, top = rect
        left = None if left is None else left + margins['left']
        right = None if right is None else right - (1 - margins['right'])
        bottom = None if bottom is None else bottom + margins['bottom']
        top = None if top is None else top - (1 - margins['top'])
        margins = _margins(figure, groups, pad, h_pad, w_pad, (left, bottom, right, top))
    if margins is not None:
        figure.subplots_adjust(**margins)


def _spaces(figure, groups, rows, columns):
    """What stands out of the cells, by the lines between columns and rows, in parts of the figure."""
    W, H = figure._pixel_size()
    X, Y = figure._origin()
    level, upright = np.zeros((rows, columns + 1)), np.zeros((rows + 1, columns))
    for (own_rows, own_columns, nrows, ncols), (spec, axes) in groups.items():
        axes = [ax for ax in axes if ax._visible]
        boxes = [box for box in (ax._tight_extent(True) for ax in axes) if box]
        if not boxes:
            continue
        fr, fc = rows // nrows, columns // ncols
        r = slice(own_rows[0] * fr, (own_rows[1] + 1) * fr)
        c = slice(own_columns[0] * fc, (own_columns[1] + 1) * fc)
        left, bottom, width, height = spec._box(figure)
        right, top = left + width, bottom + height
        level[r, c.start] += left - (min(b[0] for b in boxes) - X) / W
        level[r, c.stop] += (max(b[2] for b in boxes) - X) / W - right
        upright[r.start, c] += (max(b[3] for b in boxes) - Y) / H - top
        upright[r.stop, c] += bottom - (min(b[1] for b in boxes) - Y) / H
    return level, upright


def _text_size(text, which):
    box = text._pixel_extent() if text is not None and text._in_layout else None
    return None if not box else box[2 + which] - box[which]


def _margins(figure, groups, pad, h_pad, w_pad, rect):
    rows = max(key[2] for key in groups)
    columns = max(key[3] for key in groups)
    level, upright = _spaces(figure, groups, rows, columns)
    W, H = figure._pixel_size()
    size = rcParams['font.size'] * figure._drawing_dpi / 72
    pad_x, pad_y = pad * size / W, pad * size / H
    gap_x = pad_x if w_pad is None else w_pad * size / W
    gap_y = pad_y if h_pad is None else h_pad * size / H
    given = (None,) * 4 if rect is None else rect
    left, bottom = given[:2]
    right, top = (1 - v if v else None for v in given[2:])

    def margin(own, spaces, space, text, which, full):
        if own:
            return own
        extra = _text_size(text, which)
        return max(float(spaces.max()), 0) + space + (0 if extra is None else extra / full + space)

    left = margin(left, level[:, 0], pad_x, figure._supylabel, 0, W)
    right = margin(right, level[:, -1], pad_x, None, 0, W)
    top = margin(top, upright[0], pad_y, figure._suptitle, 1, H)
    bottom = margin(bottom, upright[-1], pad_y, figure._supxlabel, 1, H)
    for one, other, name in ((left, right, 'left and right'), (bottom, top, 'bottom and top')):
        if one + other >= 1:
            warnings.warn(f'Tight layout not applied. The {name} margins cannot be made large enough to accommodate all '
                          'Axes decorations.')
            return None
    result = {'left': left, 'right': 1 - right, 'bottom': bottom, 'top': 1 - top}
    if columns > 1:
        space = float(level[:, 1:-1].max()) + gap_x
        width = (1 - right - left - space * (columns - 1)) / columns
        if width < 0:
            warnings.warn('Tight layout not applied. tight_layout cannot make Axes width small enough to accommodate '
                          'all Axes decorations')
            return None
        result['wspace'] = space / width
    if rows > 1:
        space = float(upright[1:-1].max()) + gap_y
        height = (1 - top - bottom - space * (rows - 1)) / rows
        if height < 0:
            warnings.warn('Tight layout not applied. tight_layout cannot make Axes height small enough to accommodate '
                          'all Axes decorations.')
            return None
        result['hspace'] = space / height
    return result
