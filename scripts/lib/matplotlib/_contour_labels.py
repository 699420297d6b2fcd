"""Numbers at contour lines, which are broken there."""

import math

import numpy as np
from matplotlib._rc import font_size
from matplotlib.text import Text


class _NoAxis:
    """What a formatter asks of an axis where there is none."""

    def get_view_interval(self):
        return 0.0, 1.0


def _text(value, fmt, levels):
    if fmt is None:
        from matplotlib.ticker import ScalarFormatter
        fmt = ScalarFormatter(useOffset=False)
        fmt.set_axis(_NoAxis())
    if hasattr(fmt, 'format_ticks'):
        return fmt.format_ticks([*levels, value])[-1]
    if isinstance(fmt, dict):
        return str(fmt.get(value, value))
    if callable(fmt):
        return fmt(value)
    return fmt.format(value) if '{' in fmt else fmt % value


def _straightest(points, width, taken):
    """The number of the point around which a line is straightest, of those that are not near other labels."""
    count = len(points)
    blocks = math.ceil(count / width) if width > 1 else 1
    size = count if blocks == 1 else int(width)
    x, y = (np.resize(points[:, k], (blocks, size)) for k in (0, 1))
    x0, x1, y0, y1 = x[:, :1], x[:, -1:], y[:, :1], y[:, -1:]
    with np.errstate(all='ignore'):
        away = (np.abs((y0 - y) * (x1 - x0) - (x0 - x) * (y1 - y0)) / np.hypot(x1 - x0, y1 - y0)).sum(axis=-1)
    middle = size // 2
    order = np.argsort(away).tolist()
    for block in [*order, order[0]]:
        at = float(x[block, middle]), float(y[block, middle])
        if not any((at[0] - a) ** 2 + (at[1] - b) ** 2 < (1.2 * width) ** 2 for a, b in taken):
            break
    return at, (block * size + middle) % count


def _broken(line, pixels, index, width, gap, is_closed):
    """The angle of a label, and the pieces that are left of its line."""
    if is_closed:
        line, pixels = (np.concatenate([p[index:-1], p[:index + 1]]) for p in (line, pixels))
        index = 0
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))])
    lengths -= lengths[index]
    ends = np.array([-width / 2, width / 2])
    if is_closed:
        ends[0] += lengths[-1] - lengths[0]
    (x0, x1), (y0, y1) = (np.interp(ends, lengths, pixels[:, k]).tolist() for k in (0, 1))
    angle = (math.degrees(math.atan2(y1 - y0, x1 - x0)) + 90) % 180 - 90
    ends += [-gap, gap]
    first, last = np.interp(ends, lengths, np.arange(len(lengths)), left=-1, right=-1).tolist()
    first, last = math.floor(first), math.ceil(last)
    (x0, x1), (y0, y1) = (np.interp(ends, lengths, line[:, k]).tolist() for k in (0, 1))
    pieces = []
    if is_closed:
        if first != -1 and last != -1:
            pieces.append(np.vstack([[(x1, y1)], line[last:first + 1], [(x0, y0)]]))
    else:
        if first != -1:
            pieces.append(np.vstack([line[:first + 1], [(x0, y0)]]))
        if last != -1:
            pieces.append(np.vstack([[(x1, y1)], line[last:]]))
    return angle, [piece for piece in pieces if len(piece) > 1]


def label(contours, levels, fontsize, inline, spacing, fmt, colors, zorder=None):
    """Write a level at the straightest part of each long line."""
    axes = contours.axes
    size = font_size(fontsize)
    wanted = contours.levels if levels is None else np.atleast_1d(levels)
    unknown = [v for v in wanted if v not in contours.levels]
    if levels is not None and len(unknown) == len(wanted):
        raise ValueError(f'Specified levels {list(levels)} don\'t match available levels {contours.levels}')
    colours, shapes = contours._layer_colours(), contours._shapes()
    scale, made, taken = axes.figure.dpi / 72, [], []
    axes.get_xlim(), axes.get_ylim()
    for i, level in enumerate(contours.levels.tolist()):
        if level not in list(wanted):
            continue
        text, new = _text(level, fmt, list(wanted)), []
        colour = tuple(colours[i]) if colors is None else colors if isinstance(colors, str) else colors[i % len(colors)]
        for line in shapes[i]:
            pixels = axes.transData.transform(line)
            one = Text(0, 0, text, fontsize=size, color=colour, horizontalalignment='center', verticalalignment='center')
            width = one._measured_width(scale * 72)
            reach = np.ptp(pixels, axis=0)
            if not (len(line) > 10 * width or (reach > 1.2 * width).any()):
                new.append(line)
                continue
            at, index = _straightest(pixels, width, taken)
            taken.append(at)
            is_closed = len(line) > 2 and bool((line[0] == line[-1]).all())
            angle, pieces = _broken(line, pixels, index, width, spacing if inline else 0, is_closed)
            place = axes.transData.inverted().transform(np.array(at))
            one._x, one._y = float(place[0]), float(place[1])
            one.set_rotation(angle)
            one._clip_on, one.zorder = True, 2 + contours.zorder if zorder is None else zorder
            made.append(axes._add(one))
            new += pieces if inline else [line]
        shapes[i] = new
    contours.labelTexts = contours.labelTexts + made
    return made
