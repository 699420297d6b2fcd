"""The shapes of markers, of size one around the origin."""

import math

import numpy as np
from matplotlib.path import Path

# How the canvas may move a marker: never, by the rule for paths, or always from a size in pixels on.
_NEVER = math.inf


def _closed(points):
    return Path(list(points) + [points[0]], closed=True)


def _turned(path, degrees):
    a = math.radians(degrees)
    c, s = round(math.cos(a), 15), round(math.sin(a), 15)
    return Path(path.vertices @ np.array([[c, s], [-s, c]]), path.codes)


def _scaled(path, x, y=None):
    return Path(path.vertices * np.array([x, x if y is None else y]), path.codes)


_SQUARE = _closed([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])
_TRIANGLE = _closed([(0, 0.5), (-0.5, -0.5), (0.5, -0.5)])
_PLUS = Path([(-0.5, 0), (0.5, 0), (0, -0.5), (0, 0.5)], [1, 2, 1, 2])
_X = Path([(-0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (0.5, -0.5)], [1, 2, 1, 2])
_BAR = Path([(0, -0.5), (0, 0.5)])
_THIRD = 1 / 6
_FAT_PLUS = _closed([(x, y) for x, y in (
    (-_THIRD, -.5), (_THIRD, -.5), (_THIRD, -_THIRD), (.5, -_THIRD), (.5, _THIRD), (_THIRD, _THIRD), (_THIRD, .5),
    (-_THIRD, .5), (-_THIRD, _THIRD), (-.5, _THIRD), (-.5, -_THIRD), (-_THIRD, -_THIRD))])
_FAT_X = _closed([(x / 4, y / 4) for x, y in (
    (-1, -2), (0, -1), (1, -2), (2, -1), (1, 0), (2, 1), (1, 2), (0, 1), (-1, 2), (-2, 1), (-1, 0), (-2, -1))])
_TRI = Path([(0, 0), (0, -0.5), (0, 0), (0.4, 0.25), (0, 0), (-0.4, 0.25)], [1, 2, 1, 2, 1, 2])
_CARET = Path([(-0.5, -0.75), (0, 0), (0.5, -0.75)])
_CARET_BASE = Path([(-0.5, 0), (0, 0.75), (0.5, 0)])
_TICK = Path([(0, 0), (-1, 0)])


def _diamond():
    return _turned(_SQUARE, 45)


# Shape, the size in pixels from which it is snapped, whether it can be filled, and the join of its lines.
_MARKERS = {
    'o': lambda: (_scaled(Path.circle(), 0.5), _NEVER, True, 1),
    '.': lambda: (_scaled(Path.circle(), 0.25), _NEVER, True, 1),
    ',': lambda: (_SQUARE, None, True, 1),
    's': lambda: (_SQUARE, 2, True, 0), '^': lambda: (_TRIANGLE, 5, True, 0),
    'v': lambda: (_turned(_TRIANGLE, 180), 5, True, 0), '<': lambda: (_turned(_TRIANGLE, 90), 5, True, 0),
    '>': lambda: (_turned(_TRIANGLE, 270), 5, True, 0), 'D': lambda: (_diamond(), 5, True, 0),
    'd': lambda: (_scaled(_diamond(), 0.6, 1), 5, True, 0),
    'p': lambda: (_scaled(Path.unit_regular_polygon(5), 0.5), 5, True, 0),
    'h': lambda: (_scaled(Path.unit_regular_polygon(6), 0.5), 0, True, 0),
    'H': lambda: (_turned(_scaled(Path.unit_regular_polygon(6), 0.5), 30), 0, True, 0),
    '8': lambda: (_turned(_scaled(Path.unit_regular_polygon(8), 0.5), 22.5), 5, True, 0),
    '*': lambda: (_scaled(Path.unit_regular_star(5, 0.381966), 0.5), 5, True, 2),
    'P': lambda: (_FAT_PLUS, 5, True, 0), 'X': lambda: (_FAT_X, 5, True, 0),
    '+': lambda: (_PLUS, 1, False, 0), 'x': lambda: (_X, 3, False, 0), '|': lambda: (_BAR, 1, False, 0),
    '_': lambda: (_turned(_BAR, 90), 1, False, 0), '1': lambda: (_TRI, 5, False, 0),
    '2': lambda: (_turned(_TRI, 180), 5, False, 0), '3': lambda: (_turned(_TRI, 270), 5, False, 0),
    '4': lambda: (_turned(_TRI, 90), 5, False, 0),
    0: lambda: (_TICK, 1, False, 0), 1: lambda: (_turned(_TICK, 180), 1, False, 0),
    2: lambda: (_turned(_TICK, 270), 1, False, 0), 3: lambda: (_turned(_TICK, 90), 1, False, 0),
    4: lambda: (_turned(_CARET, 270), 3, True, 0), 5: lambda: (_turned(_CARET, 90), 3, True, 0),
    6: lambda: (_CARET, 3, True, 0), 7: lambda: (_turned(_CARET, 180), 3, True, 0),
    8: lambda: (_turned(_CARET_BASE, 270), 3, True, 0), 9: lambda: (_turned(_CARET_BASE, 90), 3, True, 0),
    10: lambda: (_CARET_BASE, 3, True, 0), 11: lambda: (_turned(_CARET_BASE, 180), 3, True, 0),
}
(TICKLEFT, TICKRIGHT, TICKUP, TICKDOWN, CARETLEFT, CARETRIGHT, CARETUP, CARETDOWN, CARETLEFTBASE, CARETRIGHTBASE,
 CARETUPBASE, CARETDOWNBASE) = range(12)
_EMPTY = ('None', 'none', ' ', '', None)


class MarkerStyle:
    """A marker's shape."""
    markers = {key: str(key) for key in _MARKERS}
    filled_markers = tuple('.ov^<>8sphH*PXDd')

    def __init__(self, marker='o', fillstyle='full', transform=None, capstyle=None, joinstyle=None):
        if isinstance(marker, MarkerStyle):
            marker = marker._marker
        self._marker, self._fillstyle = marker, fillstyle
        self.is_empty = isinstance(marker, (str, type(None))) and marker in _EMPTY
        if self.is_empty:
            self.path, self.snap, self._filled, self.join = Path(np.zeros((0, 2))), None, False, 0
        elif isinstance(marker, Path):
            size = np.abs(marker.vertices).max()
            self.path, self.snap, self._filled, self.join = _scaled(marker, 0.5 / size), None, True, 1
        elif isinstance(marker, tuple) and len(marker) in (2, 3) and isinstance(marker[0], int):
            self._regular(*marker)
        elif isinstance(marker, str) and len(marker) > 2 and marker[0] == marker[-1] == '$':
            from matplotlib._layout import text_path
            self.path, self.snap, self._filled, self.join = text_path(marker), _NEVER, True, 1
        elif isinstance(marker, (list, np.ndarray)):
            path = Path(np.asarray(marker, dtype=float))
            size = np.abs(path.vertices).max()
            self.path, self.snap, self._filled, self.join = _scaled(path, 0.5 / size), None, True, 1
        elif marker in _MARKERS:
            self.path, self.snap, self._filled, self.join = _MARKERS[marker]()
        else:
            raise ValueError(f'Unrecognized marker style {marker!r}')

    def _regular(self, count, style=0, angle=0):
        if style == 1:
            path = Path.unit_regular_star(count, 0.5)
        elif style == 2:
            arms = Path.unit_regular_polygon(count).vertices[:-1]
            path = Path([p for arm in arms for p in ((0, 0), arm)], [1, 2] * count)
        else:
            path = Path.unit_regular_polygon(count)
        self.path, self.snap, self._filled, self.join = _turned(_scaled(path, 0.5), angle), None, style != 2, 2

    def __bool__(self):
        return not self.is_empty

    def is_filled(self):
        return self._filled and self._fillstyle != 'none'

    def get_marker(self):
        return self._marker

    def get_path(self):
        return self.path

    def snap_mode(self, pixels):
        """0 never, 1 by the rule for paths, 2 always; None goes by the rule."""
        if self.snap is None or self.snap == 0:
            return 1
        return 2 if pixels >= self.snap else 0
