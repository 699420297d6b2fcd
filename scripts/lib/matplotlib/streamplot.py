"""Lines along a field of arrows."""

import math

import numpy as np
from matplotlib._checks import check_in
from matplotlib.cm import get_cmap
from matplotlib.collections import LineCollection
from matplotlib.colors import Normalize
from matplotlib.patches import FancyArrowPatch


class _Outside(Exception):
    """A step left the grid."""


class _End(Exception):
    """A line ends: another is near, or nothing moves."""


class _Field:
    """The field on its grid, and the cells that lines have gone through."""

    def __init__(self, x, y, u, v, density):
        self.nx, self.ny = len(x), len(y)
        self.x, self.y, self.dx, self.dy = x[0], y[0], x[1] - x[0], y[1] - y[0]
        u, v = u / self.dx, v / self.dy
        speed = np.hypot(u / (self.nx - 1), v / (self.ny - 1))
        self.u, self.v, self.speed = u.tolist(), v.tolist(), speed.tolist()
        across, up = density if np.iterable(density) else (density, density)
        if across <= 0 or up <= 0:
            raise ValueError("'density' must be positive")
        self.columns, self.rows = int(30 * across), int(30 * up)
        self.taken = [[False] * self.columns for _ in range(self.rows)]
        self.path, self.last = [], None

    def inside(self, x, y):
        return 0 <= x <= self.nx - 1 and 0 <= y <= self.ny - 1

    def value(self, table, x, y):
        """The value between grid points."""
        i, j = int(x), int(y)
        k, m = (i if i == self.nx - 1 else i + 1), (j if j == self.ny - 1 else j + 1)
        s, t = x - i, y - j
        low = table[j][i] * (1 - s) + table[j][k] * s
        high = table[m][i] * (1 - s) + table[m][k] * s
        found = low * (1 - t) + high * t
        if found != found:
            raise _End
        return found

    def way(self, x, y, sign):
        """The direction at a place."""
        if not self.inside(x, y):
            raise _Outside
        speed = self.value(self.speed, x, y)
        if speed == 0:
            raise _End
        return sign * self.value(self.u, x, y) / speed, sign * self.value(self.v, x, y) / speed

    def cell(self, x, y):
        return (int(x * (self.columns - 1) / (self.nx - 1) + 0.5), int(y * (self.rows - 1) / (self.ny - 1) + 0.5))

    def start(self, cell, breaks):
        self.path, self.last = [], None
        self.enter(cell, breaks)

    def enter(self, cell, breaks):
        if cell == self.last:
            return
        column, row = cell
        if not self.taken[row][column]:
            self.path.append(cell)
            self.taken[row][column], self.last = True, cell
        elif breaks:
            raise _End

    def undo(self):
        for column, row in self.path:
            self.taken[row][column] = False


def _walk(field, x, y, sign, longest, breaks):
    """A line from a place: its length and points."""
    error_limit, step_limit = 0.003, min(1 / field.columns, 1 / field.rows, 0.1)
    step, length, points = step_limit, 0.0, []
    while True:
        try:
            if not field.inside(x, y):
                raise _Outside
            points.append((x, y))
            ax, ay = field.way(x, y, sign)
            bx, by = field.way(x + step * ax, y + step * ay, sign)
        except _Outside:
            if points:
                length += _to_border(field, points, sign)
            break
        except _End:
            break
        dx, dy = step * 0.5 * (ax + bx), step * 0.5 * (ay + by)
        error = math.hypot((dx - step * ax) / (field.nx - 1), (dy - step * ay) / (field.ny - 1))
        if error < error_limit:
            x, y = x + dx, y + dy
            try:
                if not field.inside(x, y):
                    break
                field.enter(field.cell(x, y), breaks)
            except _End:
                break
            if length + step > longest:
                break
            length += step
        step = step_limit if error == 0 else min(step_limit, 0.85 * step * (error_limit / error) ** 0.5)
    return length, points


def _to_border(field, points, sign):
    """Go on straight to the border of the grid."""
    x, y = points[-1]
    try:
        ax, ay = field.way(x, y, sign)
    except _End:
        return 0.0
    sx = math.inf if ax == 0 else x / -ax if ax < 0 else (field.nx - 1 - x) / ax
    sy = math.inf if ay == 0 else y / -ay if ay < 0 else (field.ny - 1 - y) / ay
    step = min(sx, sy)
    points.append((x + ax * step, y + ay * step))
    return step


def _spiral(columns, rows):
    """All cells from the border inwards."""
    x0, y0, x1, y1 = 0, 1, columns - 1, rows - 1
    x = y = 0
    way = 0
    for _ in range(columns * rows):
        yield x, y
        if way == 0:
            x += 1
            if x >= x1:
                x1, way = x1 - 1, 1
        elif way == 1:
            y += 1
            if y >= y1:
                y1, way = y1 - 1, 2
        elif way == 2:
            x -= 1
            if x <= x0:
                x0, way = x0 + 1, 3
        else:
            y -= 1
            if y <= y0:
                y0, way = y0 + 1, 0


class StreamplotSet:
    """The lines and arrows of a field."""

    def __init__(self, lines, arrows):
        self.lines, self.arrows = lines, arrows


def _one_axis(values, other, name):
    values = np.asarray(values, dtype=float)
    if values.ndim == 2:
        row = values[0] if name == 'x' else values[:, 0]
        if not np.allclose(values, row if name == 'x' else row[:, None]):
            raise ValueError(f"The {'rows' if name == 'x' else 'columns'} of '{name}' must be equal")
        values = row
    elif values.ndim != 1:
        raise ValueError(f"'{name}' can have at maximum 2 dimensions")
    if not (np.diff(values) > 0).all():
        raise ValueError(f"'{name}' must be strictly increasing")
    if not np.allclose(np.diff(values), (values[-1] - values[0]) / (len(values) - 1)):
        raise ValueError(f"'{name}' values must be equally spaced")
    return values


def _lines(field, starts, minlength, maxlength, direction, breaks):
    """All lines, in the grid's coordinates."""
    found = []

    def follow(x, y):
        try:
            field.start(field.cell(x, y), breaks)
        except _End:
            return
        length, points = 0.0, []
        if direction in ('both', 'backward'):
            more, back = _walk(field, x, y, -1, maxlength, breaks)
            length, points = length + more, back[::-1]
        if direction in ('both', 'forward'):
            field.last = field.cell(x, y)
            more, on = _walk(field, x, y, 1, maxlength, breaks)
            length, points = length + more, points + (on[1:] if points else on)
        if length > minlength:
            found.append(points)
        else:
            field.undo()

    if starts is None:
        for column, row in _spiral(field.columns, field.rows):
            if not field.taken[row][column]:
                follow(column * (field.nx - 1) / (field.columns - 1), row * (field.ny - 1) / (field.rows - 1))
        return found
    for x, y in np.asarray(starts, dtype=float).tolist():
        x, y = (x - field.x) / field.dx, (y - field.y) / field.dy
        if not field.inside(x, y):
            raise ValueError(f'Starting point ({x}, {y}) outside of data boundaries')
        follow(min(max(x, 0), field.nx - 1), min(max(y, 0), field.ny - 1))
    return found


def draw(axes, x, y, u, v, density=1, linewidth=None, color=None, cmap=None, norm=None, arrowsize=1, arrowstyle='-|>',
         minlength=0.1, transform=None, zorder=None, start_points=None, maxlength=4.0, integration_direction='both',
         broken_streamlines=True, **kwargs):
    """What `streamplot` does."""
    x, y = _one_axis(x, y, 'x'), _one_axis(y, x, 'y')
    u, v = (np.where(a.mask, np.nan, a.data) if hasattr(a, 'mask') else np.asarray(a, dtype=float) for a in (u, v))
    if u.shape != (len(y), len(x)) or v.shape != (len(y), len(x)):
        raise ValueError("'u' and 'v' must match the shape of the (x, y) grid")
    check_in('integration_direction', integration_direction, ('both', 'forward', 'backward'))
    zorder = LineCollection.zorder if zorder is None else zorder
    color = axes._next_colour() if color is None else color
    linewidth = 1.5 if linewidth is None else linewidth
    by_value = isinstance(color, np.ndarray) and color.ndim == 2
    wide = isinstance(linewidth, np.ndarray)
    if by_value and color.shape != u.shape:
        raise ValueError("If 'color' is given, it must match the shape of the (x, y) grid")
    if wide and linewidth.shape != u.shape:
        raise ValueError("If 'linewidth' is given, it must match the shape of the (x, y) grid")
    field = _Field(x, y, u, v, density)
    found = _lines(field, start_points, minlength, maxlength / (1 if integration_direction != 'both' else 2),
                   integration_direction, broken_streamlines)
    norm, table = (Normalize() if norm is None else norm), get_cmap(cmap)
    if by_value:
        norm.autoscale_None(color)
    segments, widths, values, arrows = [], [], [], []
    for line in found:
        points = np.array(line) * [field.dx, field.dy] + [field.x, field.y]
        lengths = np.cumsum(np.hypot(*np.diff(points, axis=0).T))
        n = int(np.searchsorted(lengths, lengths[-1] / 2))
        look = {'color': color, 'linewidth': linewidth}
        if by_value or wide:
            segments += list(np.stack([points[:-1], points[1:]], axis=1))
        else:
            segments.append(points)
        if by_value:
            own = [field.value(color.tolist(), *p) for p in line]
            values += own[:-1]
            look['color'] = table(norm(own[n]))
        if wide:
            own = [field.value(linewidth.tolist(), *p) for p in line]
            widths += own[:-1]
            look['linewidth'] = own[n]
        arrow = FancyArrowPatch(points[n], points[n:n + 2].mean(0), arrowstyle=arrowstyle, mutation_scale=10 * arrowsize,
                                **look)
        arrow.zorder = zorder
        arrows.append(arrow)
    lines = LineCollection(segments, linewidths=widths if wide else linewidth, **({} if by_value else {'colors': color}),
                           zorder=zorder, **kwargs)
    if by_value:
        lines._show_values(np.array(values), table, norm)
    axes._add(lines)
    axes._name(lines)
    for arrow in arrows:
        axes.add_patch(arrow)
    axes._sticky['x'] += [float(x[0]), float(x[-1])]
    axes._sticky['y'] += [float(y[0]), float(y[-1])]
    if segments:
        axes._see(x, y)
    return StreamplotSet(lines, arrows)
