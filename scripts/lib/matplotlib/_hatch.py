"""Patterns of lines and small shapes in areas, the same in every square inch from the picture's upper left corner."""

import math

import numpy as np

_SHAPES = {'o': 0.2, 'O': 0.35, '.': 0.1, '*': 1 / 3}
_KNOWN = set('/\\|-+xXoO.*')


def check_hatch(hatch):
    """Throws ValueError for a pattern with marks that there are not."""
    if hatch and not set(hatch) <= _KNOWN:
        raise ValueError('Unknown hatch symbol(s): ' + str(sorted(set(hatch) - _KNOWN)) + '. Hatch must consist of a '
                         'string of ' + ', '.join(map(repr, '*+-./OX\\ox|')))
    return hatch


def draw_hatch(renderer, hatch, points, codes, colour, axes):
    """Draw a pattern inside a path."""
    points = np.asarray(points, dtype=float)
    if not len(points):
        return
    box = axes._clip_box() if axes is not None else None
    renderer.clip(box, points, codes)
    area = (*points.min(0).tolist(), *points.max(0).tolist())
    if all(map(math.isfinite, area)):
        area = (max(area[0], -1e4), max(area[1], -1e4), min(area[2], 1e5), min(area[3], 1e5))
        counts = {'/': '/xX', '\\': '\\xX', '|': '|+', '-': '-+'}
        for kind, marks in counts.items():
            density = 6 * sum(hatch.count(mark) for mark in marks)
            if density:
                _draw_lines(renderer, kind, renderer.dpi / density, area, colour)
        for kind in _SHAPES:
            if kind in hatch:
                _draw_shapes(renderer, kind, 6 * hatch.count(kind), area, colour)
    renderer.clip(box)


def _steps(low, high, gap, origin):
    first = math.floor((low - origin) / gap)
    return (origin + gap * np.arange(first, math.ceil((high - origin) / gap) + 1)).tolist()


def _draw_lines(renderer, kind, gap, area, colour):
    x0, y0, x1, y1 = area
    points = []
    top = renderer.height
    if kind == '|':
        for x in _steps(x0, x1, gap, gap / 2):
            points += [(x, y0), (x, y1)]
    elif kind == '-':
        for y in _steps(y0, y1, gap, top - gap / 2):
            points += [(x0, y), (x1, y)]
    elif kind == '/':
        for offset in _steps(y0 - x1, y1 - x0, 2 * gap, top):
            points += [(x0, x0 + offset), (x1, x1 + offset)]
    else:
        for offset in _steps(y0 + x0, y1 + x1, 2 * gap, top):
            points += [(x0, offset - x0), (x1, offset - x1)]
    if points:
        renderer.path(points, [1, 2] * (len(points) // 2), edge=colour, width=1.0, snap=0)


def _draw_shapes(renderer, kind, rows, area, colour):
    from matplotlib.markers import MarkerStyle
    x0, y0, x1, y1 = area
    gap = renderer.dpi / rows
    radius = gap * _SHAPES[kind]
    places = []
    for row, y in enumerate(_steps(y0 - gap, y1 + gap, gap, renderer.height)):
        number = round((renderer.height - y) / gap)
        start = 0 if number % rows % 2 == 0 else gap / 2
        places += [(x, y) for x in _steps(x0 - gap, x1 + gap, gap, start)]
    is_filled = kind in '.*'
    style = renderer.style(colour if is_filled else None, colour, 1.0, None, 'miter', 'butt', 0)
    path = MarkerStyle('*' if kind == '*' else 'o').path
    colours = np.array([colour])
    # Hollow circles are thin rings.
    for part in ((1.0,) if is_filled else (1.0, 0.9)):
        size = 2 * radius * part / renderer.scale
        renderer.each(np.array(places), path, np.array([size]), colours if is_filled else np.zeros((0, 4)), colours,
                      np.array([1.0]), style)
