"""Plots and axes within a plot."""

import numpy as np
from matplotlib.artist import Artist, check_in
from matplotlib.axes._base import AxesBase
from matplotlib.axes import Axes
from matplotlib.patches import ConnectionPatch, Rectangle
from matplotlib.scale import FunctionScale


def make_inset(parent, bounds, transform, zorder, kwargs):
    """A plot at a box of its parent."""
    bounds = tuple(float(v) for v in (bounds.bounds if hasattr(bounds, 'bounds') else bounds))
    projection = kwargs.pop('projection', None)
    kind = Axes
    if projection == 'polar' or kwargs.pop('polar', False):
        from matplotlib.projections.polar import PolarAxes as kind
    made = kind(parent.figure, (0, 0, 1, 1), **kwargs)

    def box():
        x, y, w, h = bounds
        way = parent.transAxes if transform is None else transform
        (x0, y0), (x1, y1) = way.transform(np.array([[x, y], [x + w, y + h]])).tolist()
        (X, Y), (W, H) = parent.figure._origin(), parent.figure._pixel_size()
        return (x0 - X) / W, (y0 - Y) / H, (x1 - x0) / W, (y1 - y0) / H

    made._box_maker, made.zorder = box, zorder
    made._label = made._label or 'inset_axes'
    return parent._add_child(made)


class InsetIndicator(Artist):
    """A box on a plot, and lines from its corners to those of another plot."""
    zorder = 4.99

    def __init__(self, axes, bounds, inset_ax, transform, zorder, look):
        Artist.__init__(self)
        self.axes, self.figure, self._inset_ax = axes, axes.figure, inset_ax
        if zorder is not None:
            self.zorder = zorder
        self._bounds = bounds
        if bounds is None and inset_ax is None:
            raise ValueError("At least one of bounds or inset_ax must be supplied")
        look = dict(look)
        edge = look.get('edgecolor', '0.5')
        self._rectangle = Rectangle((0, 0), 1, 1, **look)
        self._rectangle.axes, self._rectangle.figure = axes, axes.figure
        self._rectangle._transform, self._clip_on = transform, False
        self._connectors = None
        if inset_ax is not None:
            self._connectors = []
            for corner in ((0, 0), (0, 1), (1, 0), (1, 1)):
                line = ConnectionPatch(corner, (0, 0), 'axes fraction', 'data', axesA=inset_ax, axesB=axes,
                                       edgecolor=edge, alpha=look.get('alpha'), **{
                                           k: v for k, v in look.items() if k in ('linewidth', 'lw', 'linestyle', 'ls')})
                line.axes, line.figure = axes, axes.figure
                self._connectors.append(line)
        self._update_places()

    rectangle = property(lambda self: self._rectangle)
    connectors = property(lambda self: self._connectors)

    def __iter__(self):
        return iter((self._rectangle, self._connectors))

    def __getitem__(self, index):
        return (self._rectangle, self._connectors)[index]

    def _update_places(self):
        bounds = self._bounds
        if bounds is None:
            (x0, x1), (y0, y1) = self._inset_ax.get_xlim(), self._inset_ax.get_ylim()
            bounds = (x0, y0, x1 - x0, y1 - y0)
        x, y, w, h = (float(v) for v in bounds)
        self._rectangle.set_bounds(x, y, w, h)
        if self._connectors is None:
            return
        points = self._rectangle._display_path()[0]
        (a0, b0), (a1, b1) = points.min(0).tolist(), points.max(0).tolist()
        c0, d0, width, height = self._inset_ax._pixel_box()
        left, right, low, high = a0 < c0, a1 < c0 + width, b0 < d0, b1 < d0 + height
        seen = (left != low, left == high, right == low, right != high)
        for line, corner, shown in zip(self._connectors, ((x, y), (x, y + h), (x + w, y), (x + w, y + h)), seen):
            line.xy2 = corner
            if not getattr(line, '_was_set', False):
                line._visible = shown

    def _draw(self, renderer):
        self._update_places()
        renderer.clip(self.axes._clip_box())
        self._rectangle._draw(renderer)
        renderer.clip(None)
        for line in self._connectors or ():
            if line._visible:
                line._draw(renderer)


class SecondaryAxis(Axes):
    """Another axis of a plot, as a plot without height or width."""

    def __init__(self, parent, orientation, location, functions, **kwargs):
        if functions is not None and not (isinstance(functions, tuple) and len(functions) == 2) and \
                not hasattr(functions, 'inverted'):
            raise ValueError('functions argument of secondary Axes must be a two-tuple of callable functions with the '
                             'first function being the transform and the second being the inverse')
        self._parent, self._orientation = parent, orientation
        self._functions = functions if isinstance(functions, tuple) else (lambda x: x, lambda x: x)
        AxesBase.__init__(self, parent.figure, (0, 0, 1, 1))
        self.patch.set_visible(False)
        self._axis = self.xaxis if orientation == 'x' else self.yaxis
        other = self.yaxis if orientation == 'x' else self.xaxis
        other.set_visible(False)
        own = ('bottom', 'top') if orientation == 'x' else ('left', 'right')
        for name, spine in self.spines.items():
            spine.set_visible(name in own)
        if functions is not None:
            self._axis.view.set_scale(FunctionScale(self._functions[::-1]))
        elif parent.xaxis.scale.name != 'linear' and orientation == 'x':
            self._axis.set_scale_name(parent.get_xscale())
        elif parent.yaxis.scale.name != 'linear' and orientation == 'y':
            self._axis.set_scale_name(parent.get_yscale())
        self._axis.view.auto = False
        self._box_maker = self._place
        self.set_location(location)
        self._update(kwargs)

    def set_location(self, location, transform=None):
        if isinstance(location, str):
            check_in('location', location, ('top', 'bottom') if self._orientation == 'x' else ('left', 'right'))
            self._spot = 1.0 if location in ('top', 'right') else 0.0
        else:
            self._spot = float(location)
        first, second = ('bottom', 'top') if self._orientation == 'x' else ('left', 'right')
        side = location if isinstance(location, str) else second if self._spot > 0.5 else first
        self._axis.set_tick_position(side)
        self._axis.set_label_position(side)
        for name in (first, second):
            self.spines[name].set_visible(name == side)

    def set_alignment(self, align):
        self._axis.set_tick_position(align)
        self._axis.set_label_position(align)

    def set_functions(self, functions):
        self._functions = functions
        self._axis.view.set_scale(FunctionScale(functions[::-1]))

    def _place(self):
        x, y, w, h = self._parent._pixel_box()
        (X, Y), (W, H) = self._parent.figure._origin(), self._parent.figure._pixel_size()
        if self._orientation == 'x':
            return (x - X) / W, (y + self._spot * h - Y) / H, w / W, 1e-10
        return (x + self._spot * w - X) / W, (y - Y) / H, 1e-10, h / H

    def _before_drawing(self):
        limits = self._parent.get_xlim() if self._orientation == 'x' else self._parent.get_ylim()
        with np.errstate(all='ignore'):
            low, high = (float(v) for v in self._functions[0](np.array(limits, dtype=float)))
        if np.isfinite(low) and np.isfinite(high) and low != high:
            self._axis.view.low, self._axis.view.high = low, high
        AxesBase._before_drawing(self)
