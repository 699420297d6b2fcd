"""What artists draw on: the canvas, with points for sizes and y upwards."""

import _canvas
import numpy as np
from matplotlib._checks import suggestion

JOINS = {'miter': 0, 'round': 1, 'bevel': 2}
CAPS = {'butt': 0, 'round': 1, 'projecting': 2}
_NAMED = {'-': 'solid', '--': 'dashed', '-.': 'dashdot', ':': 'dotted', '': 'None', ' ': 'None', None: 'None',
          'none': 'None'}
_PATTERNS = {'dashed': (0, (3.7, 1.6)), 'dashdot': (0, (6.4, 1.6, 1.0, 1.6)), 'dotted': (0, (1.0, 1.65))}


def dash_pattern(style, width):
    """The offset and lengths in points of a line style; None for solid lines."""
    if isinstance(style, tuple):
        offset, lengths = style
        if not lengths:
            return None
    else:
        name = _NAMED.get(style, style)
        if name in ('solid', 'None'):
            return None
        if name not in _PATTERNS:
            raise ValueError(suggestion('ls', style, ('-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot',
                                                      'dotted')))
        offset, lengths = _PATTERNS[name]
    return offset * width, [length * width for length in lengths]


def check_linestyle(style):
    """A line style in its long name; ValueError for others."""
    if isinstance(style, tuple):
        return style
    name = _NAMED.get(style, style)
    if name not in ('solid', 'None') and name not in _PATTERNS:
        dash_pattern(style, 1)
    return name


class Renderer:
    """Draws paths, markers, images and texts. Places are pixels from the lower left, sizes are points."""

    def __init__(self, kind, width, height, dpi):
        self.canvas = _canvas.Canvas(kind, width, height)
        self.kind, self.width, self.height, self.dpi = kind, width, height, dpi
        self.scale = dpi / 72
        self._clip = None

    def px(self, points):
        return points * self.scale

    def _flip(self, points):
        points = np.asarray(points, dtype=float)
        result = np.empty(points.shape)
        result[..., 0] = points[..., 0]
        np.subtract(self.height, points[..., 1], out=result[..., 1])
        return result

    def clip(self, box=None, path=None, codes=None):
        """Draw within a box (x0, y0, x1, y1) or a path only."""
        key = (box, None if path is None else id(path))
        if key == self._clip and path is None:
            return
        self._clip = key
        if box is None and path is None:
            self.canvas.clip(None, None, None)
            return
        whole = None
        if box is not None:
            x0, y0, x1, y1 = box
            whole = tuple(float(np.floor(v + 0.5)) for v in (x0, self.height - y1, x1, self.height - y0))
        self.canvas.clip(whole, None if path is None else self._flip(path), codes)

    def style(self, face=None, edge=None, width=1.0, dashes=None, join='miter', cap='butt', snap=1, smooth=True):
        if edge is not None and (width <= 0 or len(edge) == 4 and edge[3] == 0):
            edge = None
        if face is not None and len(face) == 4 and face[3] == 0:
            face = None
        offset, lengths = dashes or (0.0, None)
        if lengths is not None:
            lengths = [length * self.scale for length in lengths]
        join = JOINS[join] if isinstance(join, str) else join
        cap = CAPS[cap] if isinstance(cap, str) else cap
        return (face, edge, float(width * self.scale), lengths, float(offset * self.scale), join, cap, snap,
                1 if smooth else 0)

    def path(self, points, codes=None, **style):
        if style.get('face') is not None and self.kind != 'pixels':
            points, codes = _near(np.asarray(points, dtype=float), codes, self.width, self.height)
        self.canvas.path(self._flip(points), codes, self.style(**style))

    def stamp(self, points, path, size, style):
        """One marker at many places; its size in points."""
        shape = path.vertices * (size * self.scale)
        shape[:, 1] *= -1
        self.canvas.stamp(self._flip(points), shape, path.codes, style)

    def each(self, points, path, sizes, faces, edges, widths, style):
        """Markers with sizes (points), colours and line widths of their own."""
        shape = path.vertices * np.array([1.0, -1.0])
        self.canvas.each(self._flip(points), shape, path.codes, np.asarray(sizes) * self.scale, faces, edges,
                         np.asarray(widths, dtype=float) * self.scale, style)

    def polygons(self, vertices, faces, edges=None, widths=None, **style):
        """Polygons (n, corners, 2) with colours of their own."""
        widths = None if widths is None else np.asarray(widths, dtype=float) * self.scale
        self.canvas.polygons(self._flip(vertices), vertices.shape[1], faces, edges, widths, self.style(**style))

    def image(self, pixels, x, y):
        """An array of bytes with its upper left corner at a pixel, y downwards."""
        self.canvas.image(np.ascontiguousarray(pixels), int(x), int(y))

    def run(self, text, font, size, x, y, angle, colour):
        self.canvas.text(text, font, float(size), float(x), float(self.height - y), float(angle), colour)


def _near(points, codes, width, height):
    """A filled shape cut to the neighbourhood of the sheet, where its corners are further away than files can say."""
    if not len(points) or np.abs(points).max() < 1e5 or codes is not None and not np.isin(codes, (1, 2, 79)).all():
        return points, codes
    reach = 4 * max(width, height)
    ends = np.flatnonzero(np.asarray(codes) == 1).tolist() if codes is not None else [0]
    parts, marks = [], []
    for first, last in zip(ends, [*ends[1:], len(points)]):
        part = points[first:last]
        if codes is not None and codes[last - 1] == 79:
            part = part[:-1]
        for axis, edge, sign in ((0, -reach, 1), (0, width + reach, -1), (1, -reach, 1), (1, height + reach, -1)):
            part = _cut(part, axis, edge, sign)
        if len(part) > 2:
            parts += [part, part[:1]]
            marks += [1] + [2] * (len(part) - 1) + [79]
    return (np.vstack(parts), marks) if parts else (np.zeros((0, 2)), [])


def _cut(corners, axis, edge, sign):
    """The part of a polygon on one side of a line."""
    made, count = [], len(corners)
    for i in range(count):
        one, two = corners[i - 1], corners[i]
        a, b = sign * (one[axis] - edge), sign * (two[axis] - edge)
        if (a < 0) != (b < 0):
            made.append(one + (two - one) * (a / (a - b)))
        if b >= 0:
            made.append(two)
    return np.array(made).reshape(-1, 2)
