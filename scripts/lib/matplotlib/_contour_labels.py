"""Numbers at contour lines."""

import math

import numpy as np
from matplotlib._rc import font_size
from matplotlib.text import Text


def _text(value, fmt):
    if fmt is None:
        return '%g' % round(value, 6)
    if isinstance(fmt, dict):
        return str(fmt.get(value, value))
    if callable(fmt):
        return fmt(value)
    return fmt.format(value) if '{' in fmt else fmt % value


def label(contours, levels, fontsize, inline, spacing, fmt, colors):
    """Write a level at the straightest part of each long line."""
    axes = contours.axes
    size = font_size(fontsize)
    wanted = contours.levels if levels is None else np.atleast_1d(levels)
    colours = contours._layer_colours()
    shapes = contours._shapes()
    made = []
    for i, level in enumerate(contours.levels.tolist()):
        if level not in list(wanted):
            continue
        text = _text(level, fmt)
        new = []
        for line in shapes[i]:
            pixels = axes.transData.transform(line)
            lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))])
            wide = len(text) * size * 0.62 * axes.figure.dpi / 72
            if lengths[-1] < 2 * wide + 10:
                new.append(line)
                continue
            middle = lengths[-1] / 2
            at = np.array([np.interp(middle, lengths, pixels[:, k]) for k in (0, 1)])
            a, b = (np.array([np.interp(middle + d, lengths, pixels[:, k]) for k in (0, 1)]) for d in (-wide / 2, wide / 2))
            angle = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
            angle = (angle + 90) % 180 - 90
            colour = tuple(colours[i]) if colors is None else colors if isinstance(colors, str) else colors[i % len(colors)]
            place = axes.transData.inverted().transform(at)
            one = Text(float(place[0]), float(place[1]), text, fontsize=size, color=colour, rotation=angle,
                       horizontalalignment='center', verticalalignment='center')
            axes._add(one)
            one._clip_on = True
            made.append(one)
            if inline:
                gap = wide / 2 + spacing
                keep = (lengths < middle - gap), (lengths > middle + gap)
                new += [line[k] for k in keep if k.sum() > 1]
            else:
                new.append(line)
        shapes[i] = new
    contours.labelTexts = made
    return made
