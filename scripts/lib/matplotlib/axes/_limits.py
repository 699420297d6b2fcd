"""Limits, scales, aspect and ticks of a plot."""

import numpy as np
from matplotlib.artist import check_in


def _pair(low, high, low_name, high_name, given_low, given_high):
    if high is None and np.iterable(low):
        low, high = low
    if given_low is not None:
        if low is not None:
            raise TypeError(f"Cannot pass both {low_name!r} and {high_name!r}")
        low = given_low
    if given_high is not None:
        high = given_high
    return low, high


class Limits:
    """What a plot shows of its data."""

    def get_xlim(self):
        return tuple(map(np.float64, self.xaxis.get_view_interval()))

    def get_ylim(self):
        return tuple(map(np.float64, self.yaxis.get_view_interval()))

    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        left, right = _pair(left, right, 'left', 'xmin', xmin, xmax)
        return self.xaxis.set_limits(left, right, auto)

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        bottom, top = _pair(bottom, top, 'bottom', 'ymin', ymin, ymax)
        return self.yaxis.set_limits(bottom, top, auto)

    def get_xbound(self):
        return tuple(sorted(self.get_xlim()))

    def get_ybound(self):
        return tuple(sorted(self.get_ylim()))

    def set_xbound(self, lower=None, upper=None):
        return self.set_xlim(lower, upper, auto=None)

    def set_ybound(self, lower=None, upper=None):
        return self.set_ylim(lower, upper, auto=None)

    def invert_xaxis(self):
        self.xaxis.set_inverted(not self.xaxis.get_inverted())

    def invert_yaxis(self):
        self.yaxis.set_inverted(not self.yaxis.get_inverted())

    def xaxis_inverted(self):
        return self.xaxis.get_inverted()

    def yaxis_inverted(self):
        return self.yaxis.get_inverted()

    def set_xscale(self, value, **kwargs):
        self.xaxis.set_scale_name(value, **kwargs)

    def set_yscale(self, value, **kwargs):
        self.yaxis.set_scale_name(value, **kwargs)

    def get_xscale(self):
        return self.xaxis.get_scale()

    def get_yscale(self):
        return self.yaxis.get_scale()

    # Autoscaling

    def _margin(self, axis_name):
        return self._xmargin if axis_name == 'x' else self._ymargin

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins:
            if x is not None or y is not None:
                raise TypeError('Cannot pass both positional and keyword arguments for x and/or y.')
            if len(margins) > 2:
                raise TypeError('Must pass a single positional argument for all margins, or one for each margin (x, y).')
            x, y = (margins[0], margins[0]) if len(margins) == 1 else margins
        for value in (x, y):
            if value is not None and not value > -0.5:
                raise ValueError('margin must be greater than -0.5')
        if x is None and y is None and not margins:
            return self._xmargin, self._ymargin
        if x is not None:
            self._xmargin = x
        if y is not None:
            self._ymargin = y
        self.autoscale_view()

    def set_xmargin(self, m):
        self.margins(x=m)

    def set_ymargin(self, m):
        self.margins(y=m)

    def autoscale(self, enable=True, axis='both', tight=None):
        for name, one in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both'):
                if enable is not None:
                    one.view.auto = bool(enable)
                    one.view.stale = bool(enable)
                if tight:
                    setattr(self, '_' + name + 'margin', 0)

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        self.xaxis.view.stale = self.xaxis.view.stale or scalex
        self.yaxis.view.stale = self.yaxis.view.stale or scaley

    def set_autoscale_on(self, b):
        self.autoscale(b)

    def set_autoscalex_on(self, b):
        self.xaxis.view.auto = bool(b)

    def set_autoscaley_on(self, b):
        self.yaxis.view.auto = bool(b)

    def get_autoscale_on(self):
        return self.xaxis.view.auto and self.yaxis.view.auto

    def get_autoscalex_on(self):
        return self.xaxis.view.auto

    def get_autoscaley_on(self):
        return self.yaxis.view.auto

    def relim(self, visible_only=False):
        """Take the limits from the artists as they are now."""
        self.xaxis.forget_data()
        self.yaxis.forget_data()
        for child in self._children:
            if visible_only and not child._visible or child._transform is not None:
                continue
            if hasattr(child, '_xorig'):
                self._see(child._x, child._y)
            elif hasattr(child, '_own_path'):
                points = child._own_path().vertices
                self._see(points[:, 0], points[:, 1])

    dataLim = property(lambda self: self._data_box())

    def _data_box(self):
        from matplotlib.transforms import Bbox
        return Bbox([[self.xaxis.data_low, self.yaxis.data_low], [self.xaxis.data_high, self.yaxis.data_high]])

    def update_datalim(self, xys, updatex=True, updatey=True):
        xys = np.asarray(xys, dtype=float)
        self._see(xys[:, 0] if updatex else None, xys[:, 1] if updatey else None)

    # Aspect

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if isinstance(aspect, str):
            if aspect not in ('auto', 'equal'):
                raise ValueError(f"could not convert string to float: {aspect!r}")
            aspect = 1.0 if aspect == 'equal' else 'auto'
        else:
            aspect = float(aspect)
            if aspect <= 0 or not np.isfinite(aspect):
                raise ValueError('aspect must be finite and positive ')
        self._aspect = aspect
        if adjustable is not None:
            self.set_adjustable(adjustable)
        if anchor is not None:
            self._anchor = anchor

    def get_aspect(self):
        return self._aspect

    def set_adjustable(self, adjustable, share=False):
        check_in('adjustable', adjustable, ('box', 'datalim'))
        self._adjustable = adjustable

    def set_box_aspect(self, aspect=None):
        if aspect is not None and not aspect > 0:
            raise ValueError("'box_aspect' and 'fig_aspect' must be positive")
        self._box_aspect = aspect

    def get_data_ratio(self):
        low, high = self.xaxis._scaled_view()
        down, up = self.yaxis._scaled_view()
        return abs(up - down) / abs(high - low)

    def apply_aspect(self, position=None):
        self._apply_datalim()

    def _apply_datalim(self):
        """Widen one of the views so that the aspect holds in the box as it is."""
        if self._aspect == 'auto' or self._adjustable != 'datalim':
            return
        low, high = self.get_xlim()
        down, up = self.get_ylim()
        x0, y0, width, height = self._pixel_box()
        wanted = height / width / self._aspect
        width_now, height_now = abs(high - low), abs(up - down)
        if height_now > width_now * wanted:
            grow = (height_now / wanted - width_now) / 2 * (1 if high > low else -1)
            self.xaxis.view.low, self.xaxis.view.high = low - grow, high + grow
        else:
            grow = (width_now * wanted - height_now) / 2 * (1 if up > down else -1)
            self.yaxis.view.low, self.yaxis.view.high = down - grow, up + grow

    def axis(self, arg=None, /, *, emit=True, **kwargs):
        """All limits, or a word for them: off, on, equal, scaled, tight, auto, image, square."""
        if isinstance(arg, (str, bool)):
            self._axis_word({True: 'on', False: 'off'}.get(arg, arg))
        elif arg is not None:
            if len(arg) != 4:
                raise TypeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self.set_xlim(arg[0], arg[1])
            self.set_ylim(arg[2], arg[3])
        elif kwargs:
            known = {k: kwargs.pop(k) for k in ('xmin', 'xmax', 'ymin', 'ymax') if k in kwargs}
            if kwargs:
                name = next(iter(kwargs))
                raise TypeError(f"axis() got an unexpected keyword argument '{name}'")
            self.set_xlim(known.get('xmin'), known.get('xmax'))
            self.set_ylim(known.get('ymin'), known.get('ymax'))
        return (*self.get_xlim(), *self.get_ylim())

    def _axis_word(self, word):
        word = word.lower()
        if word in ('on', 'off'):
            self.axison = word == 'on'
        elif word in ('equal', 'tight', 'scaled', 'auto', 'image', 'square'):
            self.autoscale()
            self.set_aspect('auto')
            if word == 'equal':
                self.set_aspect('equal', adjustable='datalim')
            elif word == 'scaled':
                self.set_aspect('equal', adjustable='box', anchor='C')
                self.get_xlim(), self.get_ylim()
                self.set_autoscale_on(False)
            elif word == 'tight':
                self._settle()
            elif word == 'image':
                self._settle()
                self.set_aspect('equal', adjustable='box', anchor='C')
            elif word == 'square':
                self.set_aspect('equal', adjustable='box', anchor='C')
                (x0, x1), (y0, y1) = self.get_xlim(), self.get_ylim()
                side = max(abs(x1 - x0), abs(y1 - y0))
                self.set_xlim(x0, x0 + side)
                self.set_ylim(y0, y0 + side)
        else:
            raise ValueError(f"Unrecognized string {word!r} to axis; try 'on' or 'off'")

    def _settle(self):
        """Keep the limits that the data give now."""
        self.get_xlim(), self.get_ylim()
        self.set_autoscale_on(False)

    # Ticks

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.xaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.yaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.xaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.yaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def get_xticks(self, *, minor=False):
        return self.xaxis.get_ticklocs(minor=minor)

    def get_yticks(self, *, minor=False):
        return self.yaxis.get_ticklocs(minor=minor)

    def get_xticklabels(self, minor=False, which=None):
        return self.xaxis.get_ticklabels(minor, which)

    def get_yticklabels(self, minor=False, which=None):
        return self.yaxis.get_ticklabels(minor, which)

    def get_xaxis(self):
        return self.xaxis

    def get_yaxis(self):
        return self.yaxis

    def locator_params(self, axis='both', tight=None, **kwargs):
        for name, one in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both'):
                one.get_major_locator().set_params(**kwargs)

    def sharex(self, other):
        self._join(self.xaxis, other.xaxis)

    def sharey(self, other):
        self._join(self.yaxis, other.yaxis)

    @staticmethod
    def _join(axis, other):
        axis.view.members.remove(axis)
        axis.view = other.view
        axis.view.members.append(axis)
        axis.view.stale = True

    def get_shared_x_axes(self):
        return _Shared('xaxis')

    def get_shared_y_axes(self):
        return _Shared('yaxis')


class _Shared:
    """Which plots share an axis."""

    def __init__(self, name):
        self._name = name

    def joined(self, a, b):
        return getattr(a, self._name).view is getattr(b, self._name).view

    def get_siblings(self, a):
        return [member.axes for member in getattr(a, self._name).view.members]

    def join(self, *axes):
        for ax in axes[1:]:
            Limits._join(getattr(ax, self._name), getattr(axes[0], self._name))
