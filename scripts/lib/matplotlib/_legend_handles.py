"""The little pictures in legends."""

import numpy as np
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.collections import Collection, LineCollection, PathCollection
from matplotlib.container import BarContainer, ErrorbarContainer, StemContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path


def draw_handle(renderer, handle, x, y, width, height, scale, em):
    """Draw what stands for an artist into a box."""
    if isinstance(handle, tuple) and type(handle) is tuple:
        for one in handle:
            draw_handle(renderer, one, x, y, width, height, scale, em)
    elif isinstance(handle, Line2D):
        _line(renderer, handle, x, y + height / 2, width, scale)
    elif isinstance(handle, Patch):
        _box(renderer, handle, x, y, width, height)
    elif isinstance(handle, BarContainer):
        if handle.patches:
            _box(renderer, handle.patches[0], x, y, width, height)
    elif isinstance(handle, ErrorbarContainer):
        _errorbar(renderer, handle, x, y, width, height, scale, em)
    elif isinstance(handle, StemContainer):
        _line(renderer, handle.markerline, x, y + height / 2, width, scale)
    elif isinstance(handle, PathCollection):
        _marks(renderer, handle, x, y, width, height, scale)
    elif isinstance(handle, LineCollection):
        edges = handle._edges()
        lw = float(handle._widths()[0])
        renderer.path([(x, y + height / 2), (x + width, y + height / 2)], None, edge=tuple(edges[0]), width=lw,
                      dashes=dash_pattern(check_linestyle(handle._styles()[0]), lw), join='round', cap='butt', snap=1)
    elif isinstance(handle, Collection):
        faces, edges = handle._faces(), handle._edges()
        renderer.path(*_outline(x, y, width, height), face=tuple(faces[0]) if len(faces) else None,
                      edge=tuple(edges[0]) if len(edges) else None, width=float(handle._widths()[0]), snap=1)


def _outline(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)], [1, 2, 2, 2, 79]


def _line(renderer, line, x, y, width, scale):
    if line._linestyle != 'None':
        dashes = line._dashes()
        renderer.path([(x, y), (x + width, y)], None, edge=line._rgba(line._color), width=line._linewidth,
                      dashes=dashes, join='round', cap='butt' if dashes else 'projecting', snap=1)
    if not line._marker.is_empty:
        before = line._markersize
        line._markersize = before * scale
        line._draw_markers(renderer, np.array([[x + width / 2, y]]))
        line._markersize = before


def _box(renderer, patch, x, y, width, height):
    patch._paint(renderer, *_outline(x, y, width, height))


def _errorbar(renderer, handle, x, y, width, height, scale, em):
    line, caps, bars = handle
    middle = (x + width / 2, y + height / 2)
    for has, ends in ((handle.has_xerr, ((-0.5 * em, 0), (0.5 * em, 0))), (handle.has_yerr, ((0, -0.5 * em), (0, 0.5 * em)))):
        if has and bars:
            points = [(middle[0] + dx, middle[1] + dy) for dx, dy in ends]
            renderer.path(points, None, edge=tuple(bars[0]._edges()[0]), width=float(bars[0]._widths()[0]),
                          join='round', cap='butt', snap=1)
            if caps:
                caps[0]._draw_markers(renderer, np.array(points))
    if line is not None:
        _line(renderer, line, x, y + height / 2, width, scale)


def _marks(renderer, marks, x, y, width, height, scale):
    faces, edges = marks._faces(), marks._edges()
    sizes = marks._sizes
    size = float(np.sqrt(sizes[0] if len(sizes) == 1 else (sizes.max() + sizes.min()) / 2)) * scale
    style = renderer.style(tuple(faces[0]) if len(faces) else None, tuple(edges[0]) if len(edges) else None,
                           float(marks._widths()[0]), None, 'round', 'butt', 1)
    renderer.stamp(np.array([[x + width / 2, y + 0.375 * height]]), Path(marks._paths[0].vertices, marks._paths[0].codes),
                   size, style)
