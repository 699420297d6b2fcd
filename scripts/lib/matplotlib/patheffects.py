"""Strokes around lines; other effects are taken and left out."""

from matplotlib.artist import warn_once


class AbstractPathEffect:
    """Something that is drawn with an artist."""

    def __init__(self, offset=(0., 0.)):
        self._offset = offset


class Normal(AbstractPathEffect):
    """The artist itself."""


class Stroke(AbstractPathEffect):
    """A wider line behind it."""

    def __init__(self, offset=(0, 0), **kwargs):
        AbstractPathEffect.__init__(self, offset)
        self._gc = kwargs


class withStroke(Stroke):
    """A wider line behind it, and the artist itself."""


class _LeftOut(AbstractPathEffect):
    def __init__(self, *args, **kwargs):
        AbstractPathEffect.__init__(self)
        warn_once(f'{type(self).__name__}: shadows of lines and shapes are not drawn')


class SimplePatchShadow(_LeftOut):
    """A shadow behind a shape."""


class withSimplePatchShadow(_LeftOut):
    """A shadow behind a shape."""


class SimpleLineShadow(_LeftOut):
    """A shadow behind a line."""


class withTickedStroke(_LeftOut):
    """A line with ticks."""


TickedStroke = PathPatchEffect = withTickedStroke
