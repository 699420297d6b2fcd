"""Patterns of lines in areas."""

import numpy as np

_ANGLES = {'/': (1, 1), '\\': (1, -1), '|': (0, 1), '-': (1, 0)}


def draw_hatch(renderer, hatch, points, codes, colour, axes):
    """Draw the lines of a pattern inside a path."""
    points = np.asarray(points, dtype=float)
    if not len(points):
        return
    box = axes._clip_box() if axes is not None else None
    renderer.clip(box, points, codes)
    x0, y0 = points.min(0)
    x1, y1 = points.max(0)
    size = renderer.dpi
    kinds = {}
    for mark in hatch:
        for one in {'x': '/\\', '+': '|-'}.get(mark, mark):
            kinds[one] = kinds.get(one, 0) + 1
    for kind, density in kinds.items():
        if kind in _ANGLES:
            _draw_lines(renderer, kind, size / (6 * density), x0, y0, x1, y1, colour)
        elif kind in 'oO.*':
            _draw_dots(renderer, kind, size / (6 * density), x0, y0, x1, y1, colour)
    renderer.clip(box)


def _draw_lines(renderer, kind, gap, x0, y0, x1, y1, colour):
    points, codes = [], []
    height = y1 - y0
    if kind in '/\\':
        gap *= np.sqrt(2) / 1.4142135623730951
        start = np.floor((x0 - height) / gap) * gap
        for x in np.arange(start, x1 + height, gap).tolist():
            ends = [(x, y0), (x + height, y1)] if kind == '/' else [(x, y1), (x + height, y0)]
            points += ends
            codes += [1, 2]
    elif kind == '|':
        for x in np.arange(np.floor(x0 / gap) * gap, x1, gap).tolist():
            points += [(x, y0), (x, y1)]
            codes += [1, 2]
    else:
        for y in np.arange(np.floor(y0 / gap) * gap, y1, gap).tolist():
            points += [(x0, y), (x1, y)]
            codes += [1, 2]
    if points:
        renderer.path(points, codes, edge=colour, width=1.0, snap=0)


def _draw_dots(renderer, kind, gap, x0, y0, x1, y1, colour):
    from matplotlib.markers import MarkerStyle
    xs, ys = np.meshgrid(np.arange(np.floor(x0 / gap) * gap, x1 + gap, gap),
                         np.arange(np.floor(y0 / gap) * gap, y1 + gap, gap))
    places = np.column_stack([xs.ravel(), ys.ravel()])
    size = {'.': 2.4, 'o': 5, 'O': 9, '*': 8}[kind]
    style = renderer.style(colour if kind in '.*' else None, None if kind in '.*' else colour, 1.0, None, 'round',
                           'butt', 0)
    renderer.stamp(places, MarkerStyle('*' if kind == '*' else 'o').path, size, style)
