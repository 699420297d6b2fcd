"""Legends."""

import numpy as np
from matplotlib import rcParams
from matplotlib._layout import Block, font_file, measure
from matplotlib._lists import SilentList
from matplotlib._rc import font_size
from matplotlib.artist import Artist, check_in
from matplotlib.patches import Patch, rounded

_PLACES = {'best': 0, 'upper right': 1, 'upper left': 2, 'lower left': 3, 'lower right': 4, 'right': 5,
           'center left': 6, 'center right': 7, 'lower center': 8, 'upper center': 9, 'center': 10}


def find_handles(all_axes):
    """The artists that have labels, in the order in which legends show them."""
    found = []
    for axes in all_axes:
        containers = axes.containers
        inside = {id(part) for c in containers for part in _parts(c)}
        plain = [c for c in axes._children if id(c) not in inside]
        from matplotlib.collections import Collection
        from matplotlib.contour import ContourSet
        from matplotlib.lines import Line2D
        from matplotlib.text import Text
        lines = [c for c in plain if isinstance(c, Line2D)]
        patches = [c for c in plain if isinstance(c, Patch)]
        others = [c for c in plain if isinstance(c, Collection) and not isinstance(c, ContourSet)]
        found += [h for h in [*lines, *patches, *others, *containers]
                  if h.get_label() and not str(h.get_label()).startswith('_')]
    return found


def _parts(container):
    for part in container:
        if isinstance(part, (tuple, list)):
            yield from part
        elif part is not None:
            yield part


def handles_and_labels(all_axes, args, kwargs):
    """What `legend` was given, or what the plots have."""
    handles, labels = kwargs.pop('handles', None), kwargs.pop('labels', None)
    if handles is not None and labels is None:
        if args:
            labels = args[0]
        else:
            labels = [h.get_label() for h in handles]
    elif labels is not None and handles is None:
        handles = find_handles(all_axes)
        if len(handles) < len(labels):
            handles = _any_handles(all_axes)
    elif handles is None and len(args) == 0:
        handles = find_handles(all_axes)
        labels = [h.get_label() for h in handles]
        if not handles:
            from matplotlib.artist import warn_once
            warn_once('No artists with labels found to put in legend.  Note that artists whose label start with an '
                      'underscore are ignored when legend() is called with no argument.')
    elif handles is None and len(args) == 1:
        labels = [args[0]] if isinstance(args[0], str) else list(args[0])
        handles = _any_handles(all_axes)
    elif handles is None:
        handles, labels = args[0], args[1]
        if len(args) > 2:
            kwargs.setdefault('loc', args[2])
    return list(handles)[:len(list(labels))], [str(label) for label in labels]


def _any_handles(all_axes):
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D
    found = []
    for axes in all_axes:
        containers = axes.containers
        inside = {id(part) for c in containers for part in _parts(c)}
        found += [c for c in axes._children if isinstance(c, Line2D) and id(c) not in inside]
        found += [c for c in axes._children if isinstance(c, Patch) and id(c) not in inside]
        found += [c for c in axes._children if isinstance(c, Collection) and id(c) not in inside]
        found += containers
    return found


class Legend(Artist):
    """A box that says what artists stand for."""
    zorder = 5

    def __str__(self):
        return 'Legend'

    def __init__(self, parent, handles, labels, *, loc=None, numpoints=None, markerscale=None, markerfirst=True,
                 scatterpoints=None, fontsize=None, prop=None, borderpad=None, labelspacing=None, handlelength=None,
                 handleheight=None, handletextpad=None, borderaxespad=None, columnspacing=None, ncols=1, ncol=None,
                 mode=None, fancybox=None, shadow=None, title=None, title_fontsize=None, framealpha=None,
                 edgecolor=None, facecolor=None, bbox_to_anchor=None, bbox_transform=None, frameon=None,
                 labelcolor=None, alignment='center', reverse=False, draggable=False, handler_map=None, **kwargs):
        if kwargs:
            raise TypeError(f"Legend.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'")
        Artist.__init__(self)
        self._parent = parent
        self.figure = parent.figure
        self._for_axes = parent is not parent.figure
        if self._for_axes:
            self.axes = parent
        self._clip_on = False

        def value(given, name):
            return rcParams['legend.' + name] if given is None else given

        if isinstance(prop, dict) and 'size' in prop and fontsize is None:
            fontsize = prop['size']
        self._fontsize = font_size(value(fontsize, 'fontsize'))
        self._markerscale, self._frame_on = value(markerscale, 'markerscale'), value(frameon, 'frameon')
        self._pads = {name: value(given, name) for name, given in (
            ('borderpad', borderpad), ('labelspacing', labelspacing), ('handlelength', handlelength),
            ('handleheight', handleheight), ('handletextpad', handletextpad), ('borderaxespad', borderaxespad),
            ('columnspacing', columnspacing))}
        self._round = value(fancybox, 'fancybox')
        self._framealpha = 1 if framealpha is None and shadow else value(framealpha, 'framealpha')
        face = value(facecolor, 'facecolor')
        self._facecolor = (parent._facecolor if self._for_axes else 'white') if face == 'inherit' else face
        self._edgecolor = value(edgecolor, 'edgecolor')
        self._columns = ncols if ncol is None else ncol
        if self._columns < 1:
            raise ValueError('number sections must be larger than 0.')
        self._title = title or ''
        size = title_fontsize if title_fontsize is not None else rcParams['legend.title_fontsize']
        self._title_size = font_size(size) if size is not None else font_size(None)
        self._anchor_box, self._anchor_transform = bbox_to_anchor, bbox_transform
        self._shadow, self._labelcolor, self._numpoints = shadow, labelcolor, value(numpoints, 'numpoints')
        if reverse:
            handles, labels = handles[::-1], labels[::-1]
        count = min(len(handles), len(labels))
        handles, labels = handles[:count], labels[:count]
        self.legend_handles, self._labels = list(handles), list(labels)
        self.set_loc(loc)
        from matplotlib.text import Text
        self.texts = [Text(0, 0, label, fontsize=self._fontsize) for label in labels]
        self._title_text = Text(0, 0, self._title, fontsize=self._title_size)

    # The side of the figure that a layout leaves free for it.
    _outside = None
    legendHandles = property(lambda self: self.legend_handles)

    def set_loc(self, loc=None):
        if loc is None:
            loc = rcParams['legend.loc'] if self._for_axes else 'upper right'
        if isinstance(loc, str):
            if loc.startswith('outside '):
                words = loc[8:].split()
                self._outside = words[1] if words[0] == 'center' and len(words) > 1 else words[0]
                loc = ' '.join(words[::-1] if words[0] in ('left', 'right') and len(words) > 1 else words)
            check_in('loc', loc, _PLACES)
            loc = _PLACES[loc]
        elif not isinstance(loc, (tuple, list)) and loc not in range(11):
            raise ValueError(f'loc must be string, coordinate tuple, or an integer 0-10, not {loc!r}')
        self._loc = loc

    def get_texts(self):
        return SilentList('Text', self.texts)

    def get_lines(self):
        return [h for h in self.legend_handles if hasattr(h, '_xorig')]

    def get_patches(self):
        return [h for h in self.legend_handles if isinstance(h, Patch)]

    def set_title(self, title, prop=None):
        self._title = title
        self._title_text.set_text(title)

    def get_title(self):
        return self._title_text

    def get_frame(self):
        return _Frame(self)

    def set_bbox_to_anchor(self, bbox, transform=None):
        self._anchor_box, self._anchor_transform = bbox, transform

    def set_draggable(self, state, **kwargs):
        pass

    # Geometry: everything in pixels

    def _measure(self, dpi):
        """The blocks, the columns' widths, the rows' heights, and the whole size."""
        em = self._fontsize * dpi / 72
        pads = {k: v * em for k, v in self._pads.items()}
        blocks = []
        for text in self.texts:
            font = font_file(text._fontfamily, text._fontweight, text._fontstyle)
            blocks.append(_row_block(text._text, font, text._fontsize * dpi / 72))
        count = len(blocks)
        columns = max(1, min(self._columns, count)) if count else 1
        per, more = divmod(count, columns)
        groups, at = [], 0
        for i in range(columns):
            end = at + per + (i < more)
            groups.append(list(range(at, end)))
            at = end
        widths = [pads['handlelength'] + pads['handletextpad'] + max((blocks[i].width for i in g), default=0)
                  for g in groups]
        heights = [sum(self._row_height(blocks[i], em) for i in g) + pads['labelspacing'] * max(0, len(g) - 1)
                   for g in groups]
        inner = sum(widths) + pads['columnspacing'] * (columns - 1)
        height = max(heights, default=0)
        title = None
        if self._title:
            title = _row_block(self._title, font_file(), self._title_size * dpi / 72)
            height += title.height + pads['labelspacing']
            inner = max(inner, title.width)
        return em, pads, blocks, groups, widths, title, inner + 2 * pads['borderpad'], height + 2 * pads['borderpad']

    def _row_height(self, block, em):
        height = self._pads['handleheight'] * em
        descent = 0.35 * em * (self._pads['handleheight'] - 0.7)
        return max(block.ascent, height - descent) + max(block.descent, descent)

    def _bounds(self, dpi):
        """The box that the legend is placed in: x, y, width, height."""
        outer = self.axes._pixel_box() if self._for_axes else (*self.figure._origin(), *self.figure._pixel_size())
        if self._anchor_box is None:
            return outer
        box = self._anchor_box
        box = box.bounds if hasattr(box, 'bounds') else tuple(box)
        box = box if len(box) == 4 else (*box, 0, 0)
        if self._anchor_transform is not None:
            corners = self._anchor_transform.transform(np.array([box[:2], (box[0] + box[2], box[1] + box[3])]))
            (x0, y0), (x1, y1) = corners.tolist()
            return x0, y0, x1 - x0, y1 - y0
        x, y, w, h = outer
        return x + box[0] * w, y + box[1] * h, box[2] * w, box[3] * h

    def _corner(self, place, width, height, dpi, pad):
        x, y, w, h = self._bounds(dpi)
        x0, x1, y0, y1 = x + pad, x + w - pad - width, y + pad, y + h - pad - height
        xm, ym = x + (w - width) / 2, y + (h - height) / 2
        return {1: (x1, y1), 2: (x0, y1), 3: (x0, y0), 4: (x1, y0), 5: (x1, ym), 6: (x0, ym), 7: (x1, ym),
                8: (xm, y0), 9: (xm, y1), 10: (xm, ym)}[place]

    def _place(self, width, height, dpi, pad):
        if isinstance(self._loc, tuple):
            x, y, w, h = self._bounds(dpi)
            return x + self._loc[0] * w, y + self._loc[1] * h
        if self._loc != 0:
            return self._corner(self._loc, width, height, dpi, pad)
        if not self._for_axes:
            return self._corner(1, width, height, dpi, pad)
        best = None
        for place in range(1, 11):
            x, y = self._corner(place, width, height, dpi, pad)
            badness = self._badness(x, y, x + width, y + height)
            if badness == 0:
                return x, y
            if best is None or badness < best[0]:
                best = (badness, x, y)
        return best[1:]

    def _badness(self, x0, y0, x1, y1):
        """How much of the plot a box would hide."""
        if self._shapes is None:
            self._shapes = self._plot_shapes()
        lines, offsets, boxes = self._shapes
        bad = 0
        for points in lines:
            x, y = points[:, 0], points[:, 1]
            inside = int(((x > x0) & (x < x1) & (y > y0) & (y < y1)).sum())
            bad += inside + (1 if inside or _crosses(points, x0, y0, x1, y1) else 0)
        for points in offsets:
            x, y = points[:, 0], points[:, 1]
            bad += int(((x > x0) & (x < x1) & (y > y0) & (y < y1)).sum())
        for a0, b0, a1, b1 in boxes:
            bad += a0 < x1 and x0 < a1 and b0 < y1 and y0 < b1
        return bad

    _shapes = None

    def _plot_shapes(self):
        from matplotlib.collections import Collection
        from matplotlib.lines import Line2D
        from matplotlib.patches import Rectangle
        lines, offsets, boxes = [], [], []
        with np.errstate(all='ignore'):
            for child in self.axes._children:
                if isinstance(child, Line2D) and len(child._x):
                    lines.append(child.get_transform().transform(child.get_xydata()))
                elif isinstance(child, Rectangle):
                    points = child._display_path()[0]
                    boxes.append((*points.min(0).tolist(), *points.max(0).tolist()))
                elif isinstance(child, Patch):
                    lines.append(child._display_path()[0])
                elif isinstance(child, Collection) and child._offsets is not None and len(child._offsets):
                    offsets.append(child.get_transform().transform(child._offsets))
        return lines, offsets, boxes

    def _pixel_extent(self):
        dpi = self.figure._drawing_dpi
        *_, width, height = self._measure(dpi)
        self._shapes = None
        x, y = self._place(width, height, dpi, self._pads['borderaxespad'] * self._fontsize * dpi / 72)
        return x, y, x + width, y + height

    def _draw(self, renderer):
        dpi = renderer.dpi
        em, pads, blocks, groups, widths, title, width, height = self._measure(dpi)
        self._shapes = None
        x, y = self._place(width, height, dpi, pads['borderaxespad'])
        renderer.clip(None)
        if self._frame_on:
            self._draw_frame(renderer, x, y, width, height, em)
        top = y + height - pads['borderpad']
        left = x + pads['borderpad']
        if title is not None:
            title.draw(renderer, x + (width - title.width) / 2, top - title.ascent, (0, 0, 0, 1))
            top -= title.height + pads['labelspacing']
        for group, wide in zip(groups, widths):
            at = top
            for i in group:
                block = blocks[i]
                row = self._row_height(block, em)
                descent = 0.35 * em * (self._pads['handleheight'] - 0.7)
                base = at - max(block.ascent, self._pads['handleheight'] * em - descent)
                from matplotlib._legend_handles import draw_handle
                draw_handle(renderer, self.legend_handles[i], left, base - descent, pads['handlelength'],
                            pads['handleheight'], self._markerscale, em)
                block.draw(renderer, left + pads['handlelength'] + pads['handletextpad'], base, self._text_colour(i))
                at -= row + pads['labelspacing']
            left += wide + pads['columnspacing']

    def _text_colour(self, i):
        colour = self._labelcolor
        text = self.texts[i]
        if colour is None:
            return text._rgba(text._color)
        if isinstance(colour, str) and colour in ('linecolor', 'markerfacecolor', 'mfc', 'markeredgecolor', 'mec'):
            handle = self.legend_handles[i]
            colour = handle.get_color() if hasattr(handle, '_color') else 'black'
        elif not isinstance(colour, str) and np.iterable(colour) and not isinstance(colour[0], (int, float)):
            colour = colour[i]
        return self._rgba(colour)

    def _draw_frame(self, renderer, x, y, width, height, em):
        from matplotlib._rgba import to_rgba
        face, edge = to_rgba(self._facecolor, self._framealpha), to_rgba(self._edgecolor, self._framealpha)
        if self._round:
            points, codes = rounded(x, y, x + width, y + height, 0.2 * em)
        else:
            points = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            codes = [1, 2, 2, 2, 79]
        if self._shadow:
            moved = [(a + 0.02 * em * 10, b - 0.02 * em * 10) for a, b in points]
            renderer.path(moved, codes, face=(0.3, 0.3, 0.3, 0.5), snap=2)
        renderer.path(points, codes, face=face, edge=edge, width=1.0, join='miter', snap=2)


class _Frame:
    """The legend's box, as programs see it."""

    def __init__(self, legend):
        self._legend = legend

    def set_facecolor(self, color):
        self._legend._facecolor = color

    def set_edgecolor(self, color):
        self._legend._edgecolor = color

    def set_alpha(self, alpha):
        self._legend._framealpha = alpha

    def set_linewidth(self, w):
        pass

    set_boxstyle = set_linewidth


def _row_block(text, font, size):
    """A text that is at least as high as one with letters of all heights."""
    block = Block(text, font, size)
    _, ascent, descent = measure('lp', font, size)
    if '\n' not in text:
        block.ascent, block.descent = max(block.ascent, ascent), max(block.descent, descent)
        block.height = block.ascent + block.descent
    return block


def _crosses(points, x0, y0, x1, y1):
    """Whether a line goes through a box."""
    if len(points) < 2:
        return False
    a, b = points[:-1], points[1:]
    way = b - a
    low, high = np.zeros(len(a)), np.ones(len(a))
    with np.errstate(all='ignore'):
        for axis, (start, stop) in enumerate(((x0, x1), (y0, y1))):
            step = way[:, axis]
            one, two = (start - a[:, axis]) / step, (stop - a[:, axis]) / step
            first, last = np.minimum(one, two), np.maximum(one, two)
            flat = step == 0
            inside = (a[:, axis] >= start) & (a[:, axis] <= stop)
            first = np.where(flat, np.where(inside, -np.inf, np.inf), first)
            last = np.where(flat, np.where(inside, np.inf, -np.inf), last)
            low, high = np.maximum(low, first), np.minimum(high, last)
    return bool((low <= high).any())
