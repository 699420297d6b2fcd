"""What a figure shows, as text: the same for matplotlib and for nn."""

import numpy as np


def number(value):
    """A number without what arithmetic may differ in."""
    text = '%.9g' % (0.0 if abs(value) < 1e-14 else value)
    return text


def ticks(axis):
    """The places and texts of the ticks that are seen."""
    low, high = sorted(axis.get_view_interval())
    close = (high - low) * 1e-9
    places = np.asarray(axis.get_majorticklocs(), dtype=float).tolist()
    texts = [label.get_text() for label in axis.get_majorticklabels()]
    if len(texts) == len(places):
        pairs = list(zip(places, texts))
    else:
        inside = [p for p in places if low - close <= p <= high + close]
        pairs = list(zip(inside, texts))
    return [(number(p), t) for p, t in pairs if low - close <= p <= high + close]


def facts(figure):
    """Lines: the box, limits, ticks and texts of each plot."""
    figure.canvas.draw()
    lines = []
    for i, ax in enumerate(figure.axes):
        x0, y0, w, h = ax.get_window_extent().bounds
        lines.append(f'plot {i}: box ' + ' '.join('%.3f' % v for v in (x0, y0, x0 + w, y0 + h)))
        lines.append('  limits ' + ' '.join(number(v) for v in (*ax.get_xlim(), *ax.get_ylim())))
        for name, axis in (('x', ax.xaxis), ('y', ax.yaxis)):
            found = ticks(axis)
            lines.append(f'  {name} ticks ' + ' '.join(p for p, _ in found))
            lines.append(f'  {name} labels ' + ' | '.join(t for _, t in found))
            offset = axis.get_major_formatter().get_offset()
            if offset:
                lines.append(f'  {name} offset {offset}')
        lines.append('  title ' + repr(ax.get_title()))
    return lines
