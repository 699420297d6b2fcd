"""Arrows between texts and places."""

import math

import numpy as np
from matplotlib._rgba import to_rgba


def _options(text):
    name, _, rest = text.partition(',')
    values = {}
    for option in rest.split(','):
        key, _, value = option.partition('=')
        if value:
            values[key.strip()] = float(value)
    return name.strip(), values


_STYLES = ('-', '<-', '->', '<->', '<|-', '-|>', '<|-|>', ']-', '-[', ']-[', '|-|', ']->', '<-[', 'simple', 'fancy',
           'wedge')


def check_style(style):
    """ValueError for a style of arrows that there is not."""
    if isinstance(style, str) and _options(style)[0] not in _STYLES:
        raise ValueError(f'Unknown style: {_options(style)[0]!r}')


def _curve(a, b, connection):
    """The middle control point of the line from a to b; None where it is straight."""
    name, values = _options(connection)
    bend = values.get('rad', 0.0)
    if name == 'arc3' and bend:
        middle = (a + b) / 2
        way = b - a
        return middle + np.array([bend * way[1], -bend * way[0]])
    if name.startswith('angle'):
        return np.array([b[0], a[1]])
    return None


def _shortened(a, b, control, start, end):
    """The line without its first and last pixels."""
    first, last = (b if control is None else control), (a if control is None else control)
    # A line that is shorter than what is to be left out stays whole.
    if start and math.hypot(*(first - a)) > start:
        a = a + (first - a) / math.hypot(*(first - a)) * start
    last = a if control is None else control
    if end and math.hypot(*(last - b)) > end:
        b = b + (last - b) / math.hypot(*(last - b)) * end
    return a, b


def _head(tip, back, size, width):
    """The two corners of an arrow's head."""
    way = tip - back
    length = math.hypot(*way)
    if not length:
        return tip, tip
    way = way / length
    side = np.array([-way[1], way[0]])
    return tip - way * size + side * width, tip - way * size - side * width


def draw_arrow(renderer, a, b, style, connection, scale, edge, face, width, dashes, shrink=(0, 0)):
    """Draw an arrow from a to b, in pixels; `scale` is the size of its head in points."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    control = _curve(a, b, connection or 'arc3')
    a, b = _shortened(a, b, control, renderer.px(shrink[0]), renderer.px(shrink[1]))
    name, values = _options(style or '-')
    size = renderer.px(scale)
    back_b, back_a = (a, b) if control is None else (control, control)
    if name in ('simple', 'fancy', 'wedge'):
        _draw_solid(renderer, a, b, back_b, name, values, size, edge, face, width)
        return
    half = renderer.px(width) / 2
    length, breadth = values.get('head_length', 0.4) * size, values.get('head_width', 0.2) * size
    angle = math.atan2(breadth, length) if length else 0
    pad = half / math.sin(angle) if angle else 0
    end_a, end_b = a, b
    if '>' in name:
        end_b = b + (back_b - b) / max(math.hypot(*(back_b - b)), 1e-9) * pad
    if '<' in name:
        end_a = a + (back_a - a) / max(math.hypot(*(back_a - a)), 1e-9) * pad
    points, codes = ([end_a, end_b], None) if control is None else ([end_a, control, end_b], [1, 3, 3])
    renderer.path(np.array(points), codes, edge=edge, width=width, dashes=dashes, join='round', cap='round', snap=0)
    for mark, tip, back in (('>', end_b, back_b), ('<', end_a, back_a)):
        if mark in name:
            one, two = _head(tip, back, length, breadth)
            if '|' in name:
                renderer.path(np.array([one, tip, two, one]), [1, 2, 2, 79], face=face, edge=edge, width=width,
                              join='round', cap='round', snap=0)
            else:
                renderer.path(np.array([one, tip, two]), None, edge=edge, width=width, join='round', cap='round',
                              snap=0)
    if name in ('|-|', ']-[', '-[', ']-', '-|', '|-'):
        for tip, back in ((a, back_a), (b, back_b)):
            one, two = _head(tip, back, 0, size)
            renderer.path(np.array([one, two]), None, edge=edge, width=width, snap=0)


def _draw_solid(renderer, a, b, back, name, values, size, edge, face, width):
    way = b - back
    length = max(math.hypot(*way), 1e-9)
    way = way / length
    side = np.array([-way[1], way[0]])
    head, breadth = values.get('head_length', 0.5) * size, values.get('head_width', 0.5) * size
    tail = values.get('tail_width', 0.2 if name != 'wedge' else 0.3) * size
    neck = b - way * min(head, length)
    points = [a + side * tail / 2, neck + side * tail / 2, neck + side * breadth / 2, b, neck - side * breadth / 2,
              neck - side * tail / 2, a - side * tail / 2, a + side * tail / 2]
    if name == 'wedge':
        points = [a + side * tail / 2, b, a - side * tail / 2, a + side * tail / 2]
    renderer.path(np.array(points), [1] + [2] * (len(points) - 2) + [79], face=face, edge=edge, width=width,
                  join='round', snap=0)


def draw_annotation_arrow(note, renderer):
    """Draw the arrow of an annotation from its text to its place."""
    props = dict(note.arrowprops)
    tip = note._place(note.xy, note.xycoords)
    anchor = note._anchor()
    block = note._block(renderer.dpi)
    x0, y0, x1, y1 = block.box
    px, py = anchor
    where = props.pop('relpos', (0.5, 0.5))
    if 'arrowstyle' not in props:
        # From the nearest corner or side of the text.
        where = tuple(min((0, 1, 0.5), key=lambda part: abs(low + part * (high - low) - goal)) for low, high, goal in (
            (px + x0, px + x1, tip[0]), (py + y0, py + y1, tip[1])))
    start = np.array([px + x0 + (x1 - x0) * where[0], py + y0 + (y1 - y0) * where[1]])
    colour = props.pop('color', None)
    edge = props.pop('edgecolor', props.pop('ec', colour))
    face = props.pop('facecolor', props.pop('fc', colour))
    width = props.pop('linewidth', props.pop('lw', 1.0))
    alpha = props.pop('alpha', None)
    style = props.pop('linestyle', props.pop('ls', None))
    from matplotlib._renderer import dash_pattern
    dashes = dash_pattern(style, width) if style else None
    edge = to_rgba('black' if edge is None else edge, alpha)
    if 'arrowstyle' in props:
        face = to_rgba('C0' if face is None else face, alpha)
        if note._text:
            start = _leave_box(start, tip, (px + x0, py + y0, px + x1, py + y1), 4 * renderer.scale)
        draw_arrow(renderer, start, tip, props['arrowstyle'], props.get('connectionstyle', 'arc3'),
                   props.get('mutation_scale', note._fontsize), edge, face, width, dashes,
                   (props.get('shrinkA', 2), props.get('shrinkB', 2)))
        return
    face = to_rgba('C0' if face is None else face, alpha)
    body, head = props.get('width', 4), props.get('headwidth', 12)
    length = props.get('headlength', 12)
    shrink = props.get('shrink', 0.0)
    if note._text:
        start = _leave_box(start, tip, (px + x0, py + y0, px + x1, py + y1), 4 * renderer.scale)
    way = tip - start
    start, end = start + way * shrink, tip - way * shrink
    style = f'simple,head_length={length / 10},head_width={head / 10},tail_width={body / 10}'
    _draw_solid(renderer, start, end, start, 'simple', _options(style)[1], renderer.px(10), edge, face, width)


def _leave_box(start, tip, box, pad):
    """Where the line from inside a box leaves it."""
    x0, y0, x1, y1 = box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad
    way = tip - start
    best = 1.0
    for value, low, high, step in ((start[0], x0, x1, way[0]), (start[1], y0, y1, way[1])):
        if step > 0:
            best = min(best, (high - value) / step)
        elif step < 0:
            best = min(best, (low - value) / step)
    return start + way * max(best, 0.0)
