"""Room for colour bars beside plots."""

import numpy as np
from matplotlib.artist import check_in
from matplotlib.axes import Axes

SIDES = {'right': ('vertical', 'right'), 'left': ('vertical', 'left'), 'top': ('horizontal', 'top'),
         'bottom': ('horizontal', 'bottom')}
_DEFAULTS = {'left': {'anchor': (1.0, 0.5), 'panchor': (0.0, 0.5), 'pad': 0.10},
             'right': {'anchor': (0.0, 0.5), 'panchor': (1.0, 0.5), 'pad': 0.05},
             'top': {'anchor': (0.5, 0.0), 'panchor': (0.5, 1.0), 'pad': 0.05},
             'bottom': {'anchor': (0.5, 1.0), 'panchor': (0.5, 0.0), 'pad': 0.15}}


def _side(kwargs):
    """The side at which the bar stands."""
    check_in('orientation', kwargs.get('orientation'), (None, 'vertical', 'horizontal'))
    location, orientation = kwargs.pop('location', None), kwargs.pop('orientation', None)
    ticks = kwargs.get('ticklocation', 'auto')
    check_in('ticklocation', ticks, ('auto', 'left', 'right', 'top', 'bottom'))
    if location is not None:
        check_in('location', location, ('left', 'right', 'top', 'bottom'))
        if orientation is not None and SIDES[location][0] != orientation:
            raise TypeError('location and orientation are mutually exclusive')
        return location
    if orientation is None:
        orientation = SIDES[ticks][0] if ticks != 'auto' else 'vertical'
    if ticks in SIDES and SIDES[ticks][0] == orientation:
        return ticks
    return 'right' if orientation == 'vertical' else 'bottom'


def make_room(figure, ax, kwargs, use_gridspec):
    """A plot for a colour bar beside others, which become smaller, and the options that are left."""
    kwargs = dict(kwargs)
    location = _side(kwargs)
    if kwargs.get('ticklocation', 'auto') == 'auto':
        kwargs['ticklocation'] = location
    kwargs['orientation'] = SIDES[location][0]
    own = _DEFAULTS[location]
    anchor, panchor = kwargs.pop('anchor', own['anchor']), kwargs.pop('panchor', own['panchor'])
    info = {'location': location, 'anchor': anchor, 'fraction': kwargs.pop('fraction', 0.15),
            'shrink': kwargs.pop('shrink', 1.0), 'aspect': kwargs.pop('aspect', 20),
            'pad': kwargs.pop('pad', own['pad'])}
    several = isinstance(ax, (list, tuple, np.ndarray, dict))
    parents = list(ax.values()) if isinstance(ax, dict) else list(np.ravel(np.array(ax, dtype=object))) if several \
        else [ax]
    root = parents[0].figure
    is_constrained = root._layout_kind() == 'constrained'
    info['parents'] = parents
    if not several and use_gridspec and ax._subplotspec is not None and not is_constrained:
        cax = _in_grid(root, ax, info)
    else:
        cax = _beside(root, parents, info, is_constrained)
    for parent in parents:
        if panchor is not False:
            parent._anchor = panchor
    cax._anchor, cax._bar_info = anchor, info
    vertical = location in ('left', 'right')
    cax._box_aspect = None if info['aspect'] in (False, None) else info['aspect'] if vertical else 1 / info['aspect']
    return cax, kwargs


def _in_grid(figure, ax, info):
    """Divide the plot's place in two, by grids within it."""
    side, pad, fraction, shrink = info['location'], info['pad'], info['fraction'], info['shrink']
    space = 2 * pad / (1 - pad)
    anchor = info['anchor']
    if side in ('left', 'right'):
        ratios = [fraction, 1 - fraction - pad] if side == 'left' else [1 - fraction - pad, fraction]
        inner = ax._subplotspec.subgridspec(1, 2, wspace=space, width_ratios=ratios)
        own, bar = (inner[1], inner[0]) if side == 'left' else (inner[0], inner[1])
        bar = bar.subgridspec(3, 1, hspace=0, height_ratios=[(1 - anchor[1]) * (1 - shrink), shrink,
                                                             anchor[1] * (1 - shrink)])[1]
    else:
        ratios = [fraction, 1 - fraction - pad] if side == 'top' else [1 - fraction - pad, fraction]
        inner = ax._subplotspec.subgridspec(2, 1, hspace=space, height_ratios=ratios)
        own, bar = (inner[1], inner[0]) if side == 'top' else (inner[0], inner[1])
        bar = bar.subgridspec(1, 3, wspace=0, width_ratios=[anchor[0] * (1 - shrink), shrink,
                                                            (1 - anchor[0]) * (1 - shrink)])[1]
    for one in [ax, *_twins(ax)]:
        one._subplotspec = own
    return figure._add_axes(Axes(figure, None, subplotspec=bar, label='<colorbar>'))


def _twins(ax):
    return [one for one in ax.figure._axes if one is not ax and one._subplotspec is ax._subplotspec]


def _beside(figure, parents, info, is_constrained):
    """Divide the box around some plots in two; they keep their places in grids."""
    side, pad, fraction, shrink = info['location'], info['pad'], info['fraction'], info['shrink']
    boxes = [p._given_box() for p in parents]
    X, Y = min(b[0] for b in boxes), min(b[1] for b in boxes)
    W, H = max(b[0] + b[2] for b in boxes) - X, max(b[1] + b[3] for b in boxes) - Y
    keep = 1 - fraction - pad
    if side in ('left', 'right'):
        bar = (X + ((1 - fraction) * W if side == 'right' else 0), Y + H * (1 - shrink) * info['anchor'][1],
               fraction * W, H * shrink)
    else:
        bar = (X + W * (1 - shrink) * info['anchor'][0], Y + ((1 - fraction) * H if side == 'top' else 0), W * shrink,
               fraction * H)
    made = figure._add_axes(Axes(figure, bar, label='<colorbar>'))
    for parent, (x, y, w, h) in zip(parents, boxes):
        if side in ('left', 'right'):
            start = X if side == 'right' else X + (fraction + pad) * W
            parent._placed = (start + (x - X) * keep, y, w * keep, h)
        else:
            start = Y if side == 'top' else Y + (fraction + pad) * H
            parent._placed = (x, start + (y - Y) * keep, w, h * keep)
        parent._colorbars.append(made)
    return made
