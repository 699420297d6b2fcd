"""Drawing ticks, their labels and the label of an axis."""

from matplotlib._rc import font_size
from matplotlib._renderer import dash_pattern
from matplotlib.artist import Artist
from matplotlib._rgba import to_rgba
from matplotlib.path import Path

_TICKS = {'out': (0, -1), 'in': (0, 1), 'inout': (-0.5, 0.5)}
_SIDES = {'bottom': 'first', 'top': 'second', 'left': 'first', 'right': 'second'}


class Tick(Artist):
    """A tick as programs see it."""

    def __init__(self, axis, kind, label):
        Artist.__init__(self)
        self.axes, self.figure = axis.axes, axis.figure
        self.label1 = self.label = self.label2 = label
        self._params, self._is_x = axis.params[kind], axis.axis_name == 'x'
        self.tick1line, self.tick2line = TickPart(axis, kind, 'first'), TickPart(axis, kind, 'second')
        self.gridline = TickPart(axis, kind, 'grid')

    def get_loc(self):
        return self.label._x if self._is_x else self.label._y

    def set_pad(self, val):
        self._params['pad'] = val

    def get_pad(self):
        return self._params['pad']

    def set_visible(self, b):
        self.label1.set_visible(b)

    def set_label1(self, s):
        self.label1.set_text(s)


class TickPart(Artist):
    """The marks or grid lines of an axis: what is set for one of them holds for all."""

    def __init__(self, axis, kind, part):
        Artist.__init__(self)
        self.axes, self.figure = axis.axes, axis.figure
        self._params, self._part = axis.params[kind], part
        self._marker, self._dashes = None, None

    def set_visible(self, b):
        self._params[self._part] = bool(b)

    def get_visible(self):
        return bool(self._params[self._part])

    def _put(self, of_mark, of_grid, value):
        name = of_grid if self._part == 'grid' else of_mark
        if name is not None:
            self._params[name] = value

    def set_color(self, color):
        self._put('color', 'grid_color', color)

    def get_color(self):
        return self._params['grid_color' if self._part == 'grid' else 'color']

    def set_linestyle(self, ls):
        self._put(None, 'grid_linestyle', ls)

    def set_linewidth(self, w):
        self._put(None, 'grid_linewidth', w)

    def set_alpha(self, alpha):
        self._put(None, 'grid_alpha', alpha)

    def set_markersize(self, sz):
        self._put('size', None, sz)

    def set_markeredgewidth(self, ew):
        self._put('width', None, ew)

    set_markeredgecolor = set_markerfacecolor = set_color


_KEYWORDS = ['size', 'width', 'color', 'tickdir', 'pad', 'labelsize', 'labelcolor', 'labelfontfamily', 'zorder', 'gridOn',
             'tick1On', 'tick2On', 'label1On', 'label2On', 'length', 'direction', 'left', 'bottom', 'right', 'top', 'labelleft',
             'labelbottom', 'labelright', 'labeltop', 'labelrotation']
_GRID_KEYWORDS = ['agg_filter', 'alpha', 'animated', 'antialiased', 'clip_box', 'clip_on', 'clip_path', 'color',
                  'dash_capstyle', 'dash_joinstyle', 'dashes', 'data', 'drawstyle', 'figure', 'fillstyle', 'gapcolor', 'gid',
                  'in_layout', 'label', 'linestyle', 'linewidth', 'marker', 'markeredgecolor', 'markeredgewidth',
                  'markerfacecolor', 'markerfacecoloralt', 'markersize', 'markevery', 'mouseover', 'path_effects', 'picker',
                  'pickradius', 'rasterized', 'sketch_params', 'snap', 'solid_capstyle', 'solid_joinstyle', 'transform',
                  'url', 'visible', 'xdata', 'ydata', 'zorder', 'aa', 'c', 'ds', 'ls', 'lw', 'mec', 'mew', 'mfc', 'mfcalt',
                  'ms']


def unknown_keyword(key):
    """What is said of a keyword that there is not."""
    return (f'keyword {key} is not recognized; valid keywords are '
            + repr(_KEYWORDS + ['grid_' + name for name in _GRID_KEYWORDS]))


def set_params(axis, which, reset, changes):
    """What `tick_params` does to one axis."""
    for kind in ('major', 'minor'):
        if which not in (kind, 'both'):
            continue
        params = axis.params[kind]
        if reset:
            params.update(axis._defaults(kind))
        for key, value in changes.items():
            _set_one(axis, kind, params, key, value)


def _set_one(axis, kind, params, key, value):
    names = {'length': 'size', 'width': 'width', 'pad': 'pad', 'color': 'color', 'labelcolor': 'labelcolor',
             'direction': 'direction', 'labelrotation': 'rotation', 'rotation': 'rotation', 'zorder': 'zorder',
             'grid_color': 'grid_color', 'grid_alpha': 'grid_alpha', 'grid_linewidth': 'grid_linewidth',
             'grid_linestyle': 'grid_linestyle', 'labelfontfamily': 'labelfamily'}
    own = ('bottom', 'top') if axis.axis_name == 'x' else ('left', 'right')
    if key == 'colors':
        params['color'] = params['labelcolor'] = value
    elif key == 'labelsize':
        params['labelsize'] = font_size(value)
    elif key in names:
        params[names[key]] = value
    elif key in _SIDES:
        if key in own:
            params[_SIDES[key]] = _flag(value)
    elif key[:5] == 'label' and key[5:] in _SIDES:
        if key[5:] in own:
            params['label ' + _SIDES[key[5:]]] = _flag(value)
    else:
        raise ValueError(unknown_keyword(key))
    for label in axis._pools[kind]:
        label._color, label._fontsize = params['labelcolor'], params['labelsize']
        if key in ('rotation', 'labelrotation'):
            label.set_rotation(params['rotation'])
        if key in _SIDES or key[:5] == 'label' and key[5:] in _SIDES:
            label._horizontalalignment, label._verticalalignment = axis._alignment()


def _flag(value):
    return value if isinstance(value, bool) else value in (1, 'on', True)


def _lines(axis):
    """Where the axis' two sides are in pixels: first (bottom, left) and second (top, right)."""
    axes = axis.axes
    x0, y0, width, height = axes._pixel_box()
    names = ('bottom', 'top') if axis.axis_name == 'x' else ('left', 'right')
    spots = (y0, y0 + height) if axis.axis_name == 'x' else (x0, x0 + width)
    return [axes.spines[name]._place(spot) if name in axes.spines else spot for name, spot in zip(names, spots)]


def _pixels(axis, values):
    x0, y0, width, height = axis.axes._pixel_box()
    low, high = axis._scaled_view()
    start, size = (x0, width) if axis.axis_name == 'x' else (y0, height)
    import numpy as np
    places = np.asarray(axis.scale.forward(np.array(values, dtype=float)), dtype=float)
    return (start + (places - low) / (high - low) * size).tolist()


def draw(axis, renderer):
    """Draw an axis."""
    first, second = _lines(axis)
    for kind in ('minor', 'major'):
        values, labels = axis._labels(kind)
        if not values:
            continue
        places = _pixels(axis, values)
        params = axis.params[kind]
        if params['grid']:
            _draw_grid(axis, renderer, places, params)
        for side, spot, sign in (('first', first, 1), ('second', second, -1)):
            if params[side]:
                _draw_marks(axis, renderer, places, spot, sign, params)
        for side, spot in (('first', first), ('second', second)):
            if params['label ' + side]:
                for label, place in zip(labels, places):
                    if label._text and label._visible:
                        _place_label(axis, label, place, spot, side, params, renderer.scale)
                        renderer.clip(None)
                        label._draw(renderer)
    boxes = _label_boxes(axis, renderer.dpi)
    for text in _around(axis, renderer.scale, boxes):
        renderer.clip(None)
        text._draw(renderer)


def _draw_grid(axis, renderer, places, params):
    x0, y0, width, height = axis.axes._pixel_box()
    colour = to_rgba(params['grid_color'], params['grid_alpha'])
    if not isinstance(params['grid_color'], str) and len(params['grid_color']) == 4 and params['grid_alpha'] == 1:
        colour = to_rgba(params['grid_color'])
    renderer.clip(axis.axes._clip_box())
    dashes = dash_pattern(params['grid_linestyle'], params['grid_linewidth'])
    for place in places:
        ends = [(place, y0), (place, y0 + height)] if axis.axis_name == 'x' else [(x0, place), (x0 + width, place)]
        renderer.path(ends, None, edge=colour, width=params['grid_linewidth'], dashes=dashes,
                      cap='butt' if dashes else 'projecting', join='round', snap=1)
    renderer.clip(None)


def _draw_marks(axis, renderer, places, spot, sign, params):
    start, end = _TICKS[params['direction']]
    size = params['size']
    if size == 0 or params['width'] == 0:
        return
    import numpy as np
    across = np.full(len(places), spot)
    if axis.axis_name == 'x':
        points = np.column_stack([places, across])
        shape = [(0, start * sign), (0, end * sign)]
    else:
        points = np.column_stack([across, places])
        shape = [(start * sign, 0), (end * sign, 0)]
    renderer.clip(None)
    style = renderer.style(None, to_rgba(params['color']), params['width'], None, 'miter', 'butt', 2)
    renderer.stamp(points, Path(shape), size, style)


def _out(params):
    """How far the mark reaches out of the plot, in points."""
    return params['size'] * {'out': 1, 'in': 0, 'inout': 0.5}[params['direction']]


def _place_label(axis, label, place, spot, side, params, scale):
    away = (_out(params) + params['pad']) * scale
    spot = spot - away if side == 'first' else spot + away
    if axis.axis_name == 'x':
        label._pixel_at = (place, spot)
        if label._verticalalignment in ('top', 'bottom'):
            label._verticalalignment = 'top' if side == 'first' else 'bottom'
    else:
        label._pixel_at = (spot, place)
        if label._horizontalalignment in ('left', 'right'):
            label._horizontalalignment = 'right' if side == 'first' else 'left'


def _label_boxes(axis, dpi):
    """The boxes of the tick labels, on either side."""
    first, second = _lines(axis)
    result = {'first': [], 'second': []}
    for kind in ('major', 'minor'):
        params = axis.params[kind]
        if not (params['label first'] or params['label second']):
            continue
        values, labels = axis._labels(kind)
        if not values:
            continue
        for label, place in zip(labels, _pixels(axis, values)):
            for side, spot in (('first', first), ('second', second)):
                if params['label ' + side] and label._visible and label._text:
                    _place_label(axis, label, place, spot, side, params, dpi / 72)
                    x0, y0, x1, y1 = label._block(dpi).box
                    x, y = label._pixel_at
                    result[side].append((x + x0, y + y0, x + x1, y + y1))
    return result


def _around(axis, scale, boxes):
    """The label and the offset text at their places."""
    first, second = _lines(axis)
    x0, y0, width, height = axis.axes._pixel_box()
    texts = []
    label = axis.label
    side = _SIDES[axis.get_label_position()]
    params = axis.params['major']
    is_x = axis.axis_name == 'x'
    reach = (_out(params)) * scale if params[side] else 0
    if is_x:
        spots = {'first': min([b[1] for b in boxes['first']], default=min(y0, first) - reach),
                 'second': max([b[3] for b in boxes['second']], default=max(y0 + height, second) + reach)}
    else:
        spots = {'first': min([b[0] for b in boxes['first']], default=min(x0, first) - reach),
                 'second': max([b[2] for b in boxes['second']], default=max(x0 + width, second) + reach)}
    if label._text and label._visible:
        away = axis.labelpad * scale
        if axis.label_coords is not None:
            x, y, transform = axis.label_coords
            label._pixel_at = tuple((transform or axis.axes.transAxes).transform([x, y]).tolist())
        elif is_x:
            if side == 'first':
                spot = min(spots['first'], y0) - away
            else:
                spot = max(spots['second'], y0 + height) + away
            fraction = {'left': 0, 'right': 1}.get(getattr(axis, 'label_side', None), 0.5)
            label._x, label._y = fraction, spot
            label._pixel_at = (x0 + width * fraction, spot)
        else:
            spot = min(spots['first'], x0) - away if side == 'first' else max(spots['second'], x0 + width) + away
            fraction = {'bottom': 0, 'top': 1}.get(getattr(axis, 'label_side', None), 0.5)
            label._x, label._y = spot, fraction
            label._pixel_at = (spot, y0 + height * fraction)
        if not getattr(label, '_aligned', False):
            if is_x:
                label._verticalalignment = 'top' if side == 'first' else 'baseline'
                label._horizontalalignment = getattr(axis, 'label_side', None) or 'center'
            else:
                label._rotation_mode = 'anchor'
                label._verticalalignment = 'bottom' if side == 'first' else 'top'
                label._horizontalalignment = {'bottom': 'left', 'top': 'right'}.get(
                    getattr(axis, 'label_side', None), 'center')
                if label._rotation == 0 and side == 'first':
                    label._horizontalalignment = 'center'
        texts.append(label)
    offset = axis._at('major')[1].get_offset()
    if offset and axis.offsetText._visible and len(boxes['first']) + len(boxes['second']):
        text = axis.offsetText
        text.set_text(offset)
        gap = 3 * scale
        if is_x:
            text._pixel_at = (x0 + width, spots['first'] - gap)
            text._horizontalalignment, text._verticalalignment = 'right', 'top'
        else:
            right = bool(boxes['second']) and not boxes['first']
            text._pixel_at = ((x0 + width if right else x0), y0 + height + gap)
            text._horizontalalignment, text._verticalalignment = 'right' if right else 'left', 'baseline'
        texts.append(text)
    return texts


def extent(axis, dpi, for_layout=False):
    """The box in pixels of everything that an axis draws outside the plot."""
    boxes = _label_boxes(axis, dpi)
    all_boxes = boxes['first'] + boxes['second']
    for text in _around(axis, dpi / 72, boxes):
        box = text._pixel_extent()
        if box and text is axis.label and for_layout:
            x0, y0, x1, y1 = box
            box = ((x0 + x1) / 2 - 0.5, y0, (x0 + x1) / 2 + 0.5, y1) if axis.axis_name == 'x' else (
                x0, (y0 + y1) / 2 - 0.5, x1, (y0 + y1) / 2 + 0.5)
        if box:
            all_boxes.append(box)
    first, second = _lines(axis)
    x0, y0, width, height = axis.axes._pixel_box()
    params = axis.params['major']
    reach = _out(params) * dpi / 72
    if axis.ticks('major')[0]:
        if axis.axis_name == 'x':
            if params['first']:
                all_boxes.append((x0, first - reach, x0 + width, first))
            if params['second']:
                all_boxes.append((x0, second, x0 + width, second + reach))
        else:
            if params['first']:
                all_boxes.append((first - reach, y0, first, y0 + height))
            if params['second']:
                all_boxes.append((second, y0, second + reach, y0 + height))
    if not all_boxes:
        return None
    return (min(b[0] for b in all_boxes), min(b[1] for b in all_boxes), max(b[2] for b in all_boxes),
            max(b[3] for b in all_boxes))
