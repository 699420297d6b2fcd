"""Sliders and buttons: they are drawn, but no one can move or press them."""

from matplotlib.artist import warn_once


class Widget:
    """What a program can ask of a control."""

    def __init__(self, ax=None, *args, **kwargs):
        self.ax, self.active, self.eventson = ax, True, True
        self._functions = []
        warn_once('controls of matplotlib.widgets are drawn as they are at first')
        if ax is not None and hasattr(ax, 'set_xticks'):
            ax.set_xticks([])
            ax.set_yticks([])

    def set_active(self, active):
        self.active = active

    def get_active(self):
        return self.active

    def _connect(self, func):
        self._functions.append(func)
        return len(self._functions) - 1

    on_changed = on_clicked = on_submit = on_text_change = _connect

    def disconnect(self, cid):
        pass

    disconnect_events = set_visible = update = lambda self, *args, **kwargs: None


class Slider(Widget):
    """A value between two."""

    def __init__(self, ax, label, valmin, valmax, *, valinit=0.5, valfmt=None, valstep=None, orientation='horizontal',
                 color=None, **kwargs):
        Widget.__init__(self, ax)
        self.valmin, self.valmax, self.valinit, self.val, self.valstep = valmin, valmax, valinit, valinit, valstep
        self.label = ax.text(-0.02, 0.5, label, transform=ax.transAxes, va='center', ha='right')
        self.valtext = ax.text(1.02, 0.5, (valfmt or '%1.3g') % valinit if not isinstance(valinit, tuple) else str(valinit),
                               transform=ax.transAxes, va='center', ha='left')
        ax.set_axis_off()
        if not isinstance(valinit, tuple):
            ax.set_xlim(valmin, valmax)
            ax.axvspan(valmin, valinit, 0.25, 0.75, color=color or 'C0')

    def set_val(self, val):
        self.val = val
        self.valtext.set_text('%1.3g' % val)
        for func in self._functions:
            func(val)

    def reset(self):
        self.set_val(self.valinit)


class RangeSlider(Slider):
    """Two values between two."""

    def __init__(self, ax, label, valmin, valmax, *, valinit=None, **kwargs):
        Slider.__init__(self, ax, label, valmin, valmax, valinit=valinit or (valmin, valmax))


class Button(Widget):
    """A button with a text."""

    def __init__(self, ax, label, *, image=None, color='0.85', hovercolor='0.95', useblit=True):
        Widget.__init__(self, ax)
        self.label = ax.text(0.5, 0.5, label, transform=ax.transAxes, va='center', ha='center')
        self.color, self.hovercolor = color, hovercolor
        ax.set_facecolor(color)


class _Choice(Widget):
    def __init__(self, ax, labels, *args, **kwargs):
        Widget.__init__(self, ax)
        count = len(labels)
        self.labels = [ax.text(0.25, 1 - (i + 1) / (count + 1), label, transform=ax.transAxes, va='center')
                       for i, label in enumerate(labels)]

    def get_status(self):
        return [False] * len(self.labels)


class CheckButtons(_Choice):
    """Several choices."""


class RadioButtons(_Choice):
    """One choice of several."""

    def __init__(self, ax, labels, active=0, **kwargs):
        _Choice.__init__(self, ax, labels)
        self.value_selected, self.index_selected = labels[active], active


class TextBox(Widget):
    """A line of text."""

    def __init__(self, ax, label, initial='', **kwargs):
        Widget.__init__(self, ax)
        self.text = initial
        self.label = ax.text(-0.02, 0.5, label, transform=ax.transAxes, va='center', ha='right')
        self.text_disp = ax.text(0.05, 0.5, initial, transform=ax.transAxes, va='center')


class Cursor(Widget):
    """Lines at the mouse."""


class MultiCursor(Widget):
    """Lines at the mouse in several plots."""


class RectangleSelector(Widget):
    """A box that the mouse draws."""


class SpanSelector(Widget):
    """A range that the mouse draws."""


class LassoSelector(Widget):
    """An outline that the mouse draws."""


class PolygonSelector(Widget):
    """A polygon that the mouse draws."""


EllipseSelector = RectangleSelector
