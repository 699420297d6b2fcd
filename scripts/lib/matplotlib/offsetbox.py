"""Texts and images in boxes at places of a plot."""

import numpy as np
from matplotlib._rc import font_size
from matplotlib.artist import Artist
from matplotlib.legend import _PLACES
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text


class AnchoredText(Artist):
    """A text in a corner of its plot."""
    zorder = 5

    def __init__(self, s, loc, *, pad=0.4, borderpad=0.5, prop=None, frameon=True, **kwargs):
        Artist.__init__(self)
        self.loc = _PLACES[loc] if isinstance(loc, str) else loc
        self._pad, self._borderpad, self._frameon = pad, borderpad, frameon
        self.txt = Text(0, 0, s, **{'verticalalignment': 'bottom', **(prop or {})})
        self.patch = FancyBboxPatch((0, 0), 1, 1, boxstyle='square,pad=0', facecolor='w', edgecolor='k')
        self._clip_on = False

    def _bounds(self, dpi):
        self.txt.figure = self.figure
        block = self.txt._block(dpi)
        em = self.txt._fontsize * dpi / 72
        pad, border = self._pad * em, self._borderpad * em
        width, height = block.width + 2 * pad, block.height + 2 * pad
        x, y, w, h = self.axes._pixel_box()
        x0, x1, y0, y1 = x + border, x + w - border - width, y + border, y + h - border - height
        xm, ym = x + (w - width) / 2, y + (h - height) / 2
        left, low = {1: (x1, y1), 2: (x0, y1), 3: (x0, y0), 4: (x1, y0), 5: (x1, ym), 6: (x0, ym), 7: (x1, ym), 8: (xm, y0),
                     9: (xm, y1), 10: (xm, ym)}[self.loc]
        return left, low, width, height, pad, block

    def _pixel_extent(self):
        left, low, width, height, _, _ = self._bounds(self.figure._drawing_dpi)
        return left, low, left + width, low + height

    def _draw(self, renderer):
        left, low, width, height, pad, block = self._bounds(renderer.dpi)
        if self._frameon:
            points = [(left, low), (left + width, low), (left + width, low + height), (left, low + height), (left, low)]
            self.patch._paint(renderer, points, [1, 2, 2, 2, 79])
        self.txt._pixel_at = (left + pad - block.box[0], low + pad - block.box[1])
        self.txt._draw(renderer)


class OffsetImage:
    """An image for a box."""

    def __init__(self, arr, *, zoom=1, cmap=None, norm=None, interpolation=None, origin=None, **kwargs):
        from matplotlib.image import AxesImage
        self._zoom = zoom
        self.image = AxesImage(None, cmap=cmap, norm=norm, interpolation=interpolation, origin=origin)
        self.image.set_data(arr)

    def get_zoom(self):
        return self._zoom

    def set_zoom(self, zoom):
        self._zoom = zoom

    def _size(self, scale):
        rows, columns = self.image._A.shape[:2]
        return columns * self._zoom * scale, rows * self._zoom * scale

    def _draw_at(self, renderer, x, y, width, height):
        pixels = self.image._pixels()
        if self.image.origin == 'lower':
            pixels = pixels[::-1]
        columns, rows = max(1, int(round(width))), max(1, int(round(height)))
        across = np.minimum((np.arange(columns) * pixels.shape[1] / columns).astype(int), pixels.shape[1] - 1)
        down = np.minimum((np.arange(rows) * pixels.shape[0] / rows).astype(int), pixels.shape[0] - 1)
        renderer.image(pixels[down][:, across], int(round(x)), int(round(renderer.height - y - rows)))


class TextArea:
    """A text for a box."""

    def __init__(self, s, *, textprops=None, multilinebaseline=False):
        self._text = Text(0, 0, s, **{'verticalalignment': 'bottom', **(textprops or {})})

    def get_text(self):
        return self._text.get_text()

    def set_text(self, s):
        self._text.set_text(s)

    def _size(self, scale):
        block = self._text._block(scale * 72)
        return block.width, block.height

    def _draw_at(self, renderer, x, y, width, height):
        block = self._text._block(renderer.dpi)
        self._text._pixel_at = (x - block.box[0], y - block.box[1])
        self._text._draw(renderer)


class AnnotationBbox(Artist):
    """A box with an image or text at a place."""
    zorder = 3

    def __init__(self, offsetbox, xy, xybox=None, xycoords='data', boxcoords=None, *, frameon=True, pad=0.4,
                 annotation_clip=None, box_alignment=(0.5, 0.5), bboxprops=None, arrowprops=None, fontsize=None, **kwargs):
        Artist.__init__(self)
        from matplotlib.text import Annotation
        self.offsetbox, self._frameon, self._pad = offsetbox, frameon, pad
        self._note = Annotation('', xy, xybox, xycoords, boxcoords, arrowprops)
        self._alignment, self._size_of_font = box_alignment, font_size(fontsize)
        self.patch = FancyBboxPatch((0, 0), 1, 1, boxstyle='square,pad=0', facecolor='w', edgecolor='k',
                                    **{k: v for k, v in (bboxprops or {}).items() if k != 'boxstyle'})
        self._clip_on = False
        self._update(kwargs)

    xy = property(lambda self: self._note.xy, lambda self, xy: setattr(self._note, 'xy', xy))

    def _bounds(self, scale):
        note = self._note
        note.axes, note.figure = self.axes, self.figure
        x, y = note._anchor()
        width, height = self.offsetbox._size(scale)
        pad = self._pad * self._size_of_font * scale
        return (float(x) - self._alignment[0] * (width + 2 * pad), float(y) - self._alignment[1] * (height + 2 * pad), width,
                height, pad)

    def _draw(self, renderer):
        left, low, width, height, pad = self._bounds(renderer.scale)
        if self._note.arrowprops is not None:
            from matplotlib._arrows import draw_annotation_arrow
            draw_annotation_arrow(self._note, renderer)
        if self._frameon:
            right, top = left + width + 2 * pad, low + height + 2 * pad
            self.patch._paint(renderer, [(left, low), (right, low), (right, top), (left, top), (left, low)],
                              [1, 2, 2, 2, 79])
        self.offsetbox._draw_at(renderer, left + pad, low + pad, width, height)
