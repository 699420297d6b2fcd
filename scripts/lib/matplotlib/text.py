"""Texts and annotations."""

import numpy as np
from matplotlib import rcParams
from matplotlib._layout import Block, font_file
from matplotlib._rc import font_size
from matplotlib.artist import Artist, check_in


class Text(Artist):
    """A text at a place."""
    zorder = 3
    # Where layout put it, in pixels; None where the place that it was given counts.
    _pixel_at = None
    _auto_place = False
    # The height of a title that layout lifted.
    _auto_y = None

    def __init__(self, x=0, y=0, text='', *, color=None, verticalalignment='baseline', horizontalalignment='left',
                 fontsize=None, rotation=None, fontdict=None, **kwargs):
        Artist.__init__(self)
        self._x, self._y = x, y
        self._color = rcParams['text.color'] if color is None else color
        self._verticalalignment, self._horizontalalignment = verticalalignment, horizontalalignment
        self._fontsize = font_size(fontsize)
        self._fontfamily, self._fontweight = None, rcParams['font.weight']
        self._fontstyle, self._fontvariant, self._fontstretch = 'normal', 'normal', 'normal'
        self._multialignment = self._rotation_mode = self._bbox = self._backgroundcolor = None
        self._linespacing, self._wrap, self._usetex, self._parse_math, self._math_fontfamily = 1.2, False, False, True, None
        self._antialiased, self._fontproperties = True, None
        self.set_rotation(rotation)
        self.set_text(text)
        self._blocks = {}
        try:
            self._update({**(fontdict or {}), **kwargs})
        except AttributeError as error:
            name = str(error).split("'")[1::2][-1:]
            raise AttributeError(f'{type(self).__name__!r} object has no property {name[0]!r}' if name else str(error)) from None

    def __repr__(self):
        return f'Text({self._x}, {self._y}, {self._text!r})'

    def set_text(self, s):
        self._text = '' if s is None else str(s)

    def get_text(self):
        return self._text

    def set_fontsize(self, size):
        self._fontsize = font_size(size)

    def set_rotation(self, s):
        self._rotation = {None: 0.0, 'horizontal': 0.0, 'vertical': 90.0}.get(s) if s is None or isinstance(s, str) \
            else float(s)
        if self._rotation is None:
            raise ValueError(f"rotation must be 'vertical', 'horizontal' or a number, not {s!r}")

    def set_horizontalalignment(self, align):
        check_in('align', align, ('center', 'right', 'left'))
        self._horizontalalignment = align

    def set_verticalalignment(self, align):
        check_in('align', align, ('top', 'bottom', 'center', 'baseline', 'center_baseline'))
        self._verticalalignment = align

    def set_fontproperties(self, fp):
        self._fontproperties = fp
        for name in ('family', 'weight', 'style', 'size'):
            value = fp.get(name) if isinstance(fp, dict) else getattr(fp, '_' + name, None)
            if value is not None:
                getattr(self, 'set_font' + name)(value)

    def set_position(self, xy):
        self._x, self._y = xy

    def get_position(self):
        return self._x, self._y

    def set_bbox(self, props):
        self._bbox = None if props is None else dict(props)

    def set_backgroundcolor(self, color):
        self._bbox = {**(self._bbox or {}), 'facecolor': color, 'edgecolor': color, 'pad': 4}

    def _size(self, dpi):
        return self._fontsize * dpi / 72

    def _block(self, dpi):
        key = (self._text, self._fontsize, dpi, self._horizontalalignment, self._verticalalignment, self._rotation,
               self._linespacing, str(self._fontfamily), self._fontweight, self._fontstyle, self._multialignment,
               self._rotation_mode)
        block = self._blocks.get(key)
        if block is None:
            font = font_file(self._fontfamily, self._fontweight, self._fontstyle)
            block = Block(self._text, font, self._size(dpi), self._horizontalalignment, self._verticalalignment,
                          self._rotation, self._linespacing, self._multialignment, self._rotation_mode,
                          self._parse_math)
            self._blocks = {key: block}
        return block

    def _anchor(self):
        if self._pixel_at is not None:
            return self._pixel_at
        point = np.array([self._number(self._x, 'xaxis'), self._number(self._y, 'yaxis')], dtype=float)
        transform = self.get_transform()
        return transform.transform(point) if transform is not None else point

    def _measured_width(self, dpi):
        block = self._block(dpi)
        return block.box[2] - block.box[0]

    def _number(self, value, axis):
        if isinstance(value, str) and self.axes is not None:
            return float(np.ravel(getattr(self.axes, axis).convert_units(value))[0])
        return float(np.ravel(value)[0]) if np.ndim(value) else float(value)

    def _dpi(self):
        return self.figure._drawing_dpi if self.figure is not None else 100.0

    def _pixel_extent(self):
        if not self._text or not self._visible:
            return None
        x, y = self._anchor()
        block = self._block(self._dpi())
        x0, y0, x1, y1 = block.box
        return (float(x + x0), float(y + y0), float(x + x1), float(y + y1))

    def _draw(self, renderer):
        if not self._text.strip():
            return
        x, y = self._anchor()
        if not (np.isfinite(x) and np.isfinite(y)):
            return
        block = self._block(renderer.dpi)
        if self._bbox is not None:
            self._draw_box(renderer, float(x), float(y), block)
        block.draw(renderer, float(x), float(y), self._rgba(self._color))

    def _clip_for(self, renderer):
        if self._clip_on and self.axes is not None:
            renderer.clip(self.axes._clip_box())
        else:
            renderer.clip(None)

    def _draw_box(self, renderer, x, y, block):
        from matplotlib.patches import FancyBboxPatch, box_outline
        props = dict(self._bbox)
        style = props.pop('boxstyle', None) or 'square'
        size = self._size(renderer.dpi)
        pad = props.pop('pad', None)
        kind, _, options = style.partition(',')
        for option in options.split(','):
            key, _, value = option.partition('=')
            if key.strip() == 'pad':
                pad = float(value) * self._fontsize
        pad = renderer.px(pad) if pad is not None else (4 * renderer.scale if kind == 'square' and 'boxstyle' not in
                                                        self._bbox else 0.3 * size)
        points, codes = box_outline(kind.strip(), 0.0, -block.descent, block.width, block.height, pad, size)
        points = [(x + block.dx + px * block.cos - py * block.sin, y + block.dy + px * block.sin + py * block.cos)
                  for px, py in points]
        patch = FancyBboxPatch((0, 0), 1, 1, edgecolor='black')
        patch._update(props)
        patch._paint(renderer, points, codes)


class Annotation(Text):
    """A text that may point somewhere with an arrow."""

    def __init__(self, text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None,
                 annotation_clip=None, **kwargs):
        x, y = xy if xytext is None else xytext
        Text.__init__(self, x, y, text, **kwargs)
        self.xy, self.xycoords = xy, xycoords
        self.anncoords = xycoords if textcoords is None else textcoords
        self.arrowprops = None if arrowprops is None else dict(arrowprops)
        if arrowprops is not None and 'arrowstyle' in arrowprops:
            from matplotlib._arrows import check_style
            check_style(arrowprops['arrowstyle'])
        self._clip_on = False

    def __str__(self):
        return f'Annotation({self.xy[0]:g}, {self.xy[1]:g}, {self._text!r})'

    def _place(self, point, coords):
        point = np.array([self._number(point[0], 'xaxis'), self._number(point[1], 'yaxis')], dtype=float)
        scale = self._dpi() / 72
        if isinstance(coords, tuple):
            return np.array([self._place(point, coords[0])[0], self._place(point, coords[1])[1]])
        if not isinstance(coords, str):
            return coords.transform(point)
        name, _, unit = coords.partition(' ')
        if name == 'offset':
            return self._place(self.xy, self.xycoords) + point * (scale if unit == 'points' else 1)
        if coords == 'data':
            return self.axes.transData.transform(point)
        if unit == 'fraction':
            return (self.axes.transAxes if name == 'axes' else self.figure.transFigure).transform(point)
        if name not in ('axes', 'figure', 'subfigure') or unit not in ('points', 'pixels'):
            raise ValueError(f'{coords!r} is not a valid coordinate')
        box = self.axes._pixel_box() if name == 'axes' else (0, 0)
        return np.array(box[:2]) + point * (scale if unit == 'points' else 1)

    def _anchor(self):
        return self._place((self._x, self._y), self.anncoords)

    def _draw(self, renderer):
        if self.arrowprops is not None:
            from matplotlib._arrows import draw_annotation_arrow
            draw_annotation_arrow(self, renderer)
        Text._draw(self, renderer)
