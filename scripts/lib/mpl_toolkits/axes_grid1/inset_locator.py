"""Plots in the corners of plots."""

import numpy as np
from matplotlib.artist import warn_once
from matplotlib.axes import Axes
from matplotlib.legend import _PLACES


def _anchored(parent, size, loc, borderpad):
    """A function that gives the box of a plot of that size (inches) at a place of its parent."""
    loc = _PLACES[loc] if isinstance(loc, str) else loc

    def box():
        x, y, w, h = parent._pixel_box()
        dpi = parent.figure._drawing_dpi
        width, height = (v * dpi for v in size())
        pad = borderpad * 10 * dpi / 72
        x0, x1, y0, y1 = x + pad, x + w - pad - width, y + pad, y + h - pad - height
        xm, ym = x + (w - width) / 2, y + (h - height) / 2
        left, low = {1: (x1, y1), 2: (x0, y1), 3: (x0, y0), 4: (x1, y0), 5: (x1, ym), 6: (x0, ym), 7: (x1, ym), 8: (xm, y0),
                     9: (xm, y1), 10: (xm, ym)}[loc]
        (X, Y), (W, H) = parent.figure._origin(), parent.figure._pixel_size()
        return (left - X) / W, (low - Y) / H, width / W, height / H
    return box


def inset_axes(parent_axes, width, height, loc='upper right', bbox_to_anchor=None, bbox_transform=None, axes_class=None,
               axes_kwargs=None, borderpad=0.5):
    """A plot in a corner: its width and height in inches or '30%'."""
    if bbox_to_anchor is not None:
        warn_once('inset_axes: bbox_to_anchor is not followed')

    def inches(value, pixels):
        if isinstance(value, str):
            return pixels / parent_axes.figure._drawing_dpi * float(value.rstrip('%')) / 100
        return float(value)

    def size():
        x, y, w, h = parent_axes._pixel_box()
        return inches(width, w), inches(height, h)

    made = (axes_class or Axes)(parent_axes.figure, (0, 0, 1, 1), **(axes_kwargs or {}))
    made._box_maker = _anchored(parent_axes, size, loc, borderpad)
    return parent_axes.figure._add_axes(made)


def zoomed_inset_axes(parent_axes, zoom, loc='upper right', bbox_to_anchor=None, bbox_transform=None, axes_class=None,
                      axes_kwargs=None, borderpad=0.5):
    """A plot in a corner whose data are so many times as large."""
    made = (axes_class or Axes)(parent_axes.figure, (0, 0, 1, 1), **(axes_kwargs or {}))

    def size():
        (x0, x1), (y0, y1) = made.get_xlim(), made.get_ylim()
        points = parent_axes.transData.transform(np.array([[x0, y0], [x1, y1]]))
        w, h = np.abs(points[1] - points[0]) * zoom / parent_axes.figure._drawing_dpi
        return float(w), float(h)

    made._box_maker = _anchored(parent_axes, size, loc, borderpad)
    return parent_axes.figure._add_axes(made)


def mark_inset(parent_axes, inset_axes, loc1, loc2, **kwargs):
    """A box around what an inner plot shows, with lines to two of its corners."""
    look = {'facecolor': kwargs.pop('fc', kwargs.pop('facecolor', 'none')),
            'edgecolor': kwargs.pop('ec', kwargs.pop('edgecolor', 'black')), 'alpha': None}
    made = parent_axes.indicate_inset(None, inset_axes, **{**look, **kwargs})
    wanted = {3: 0, 2: 1, 4: 2, 1: 3}
    for k, line in enumerate(made.connectors):
        line._was_set, line._visible = True, k in (wanted.get(loc1), wanted.get(loc2))
    return made.rectangle, *[line for line in made.connectors if line._visible][:2]
