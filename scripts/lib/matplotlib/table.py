"""Tables on plots."""

from matplotlib._layout import Block, font_file
from matplotlib.artist import Artist
from matplotlib.colors import to_rgba


class Table(Artist):
    """Texts in rows and columns."""
    zorder = 3

    def __init__(self, axes, rows, colours, align, row_labels, column_labels, loc, box, row_colours, column_colours):
        Artist.__init__(self)
        self._rows, self._colours, self._align = rows, colours, align
        self._row_labels, self._column_labels = row_labels, column_labels
        self._row_colours, self._column_colours = row_colours, column_colours
        self._loc, self._box, self._size, self._scale = loc, box, 10.0, (1.0, 1.0)
        self._clip_on = False

    def auto_set_font_size(self, value=True):
        pass

    def set_fontsize(self, size):
        self._size = float(size)

    def scale(self, xscale, yscale):
        self._scale = (xscale, yscale)

    def auto_set_column_width(self, col):
        pass

    def _draw(self, renderer):
        x, y, w, h = self.axes._pixel_box()
        rows = [[str(v) for v in row] for row in self._rows]
        if self._column_labels is not None:
            rows.insert(0, [str(v) for v in self._column_labels])
        if not rows:
            return
        columns = max(len(row) for row in rows)
        em = renderer.px(self._size)
        height = 1.2 * em * self._scale[1]
        width = w / columns * self._scale[0]
        left = x
        top = {'bottom': y, 'top': y + h + height * len(rows), 'center': y + h / 2 + height * len(rows) / 2}.get(
            self._loc, y)
        if self._box is not None:
            bx, by, bw, bh = self._box
            left, top, width, height = x + bx * w, y + (by + bh) * h, bw * w / columns, bh * h / len(rows)
        for i, row in enumerate(rows):
            head = i == 0 and self._column_labels is not None
            number = i - (self._column_labels is not None)
            for j, text in enumerate(row):
                colour = 'w'
                if head and self._column_colours is not None:
                    colour = self._column_colours[j]
                elif not head and self._colours is not None:
                    colour = self._colours[number][j]
                self._cell(renderer, left + j * width, top - (i + 1) * height, width, height, text,
                           'center' if head else self._align, colour)
            if self._row_labels is not None and not head:
                text = str(self._row_labels[number])
                wide = Block(text, font_file(), em).width + em
                self._cell(renderer, left - wide, top - (i + 1) * height, wide, height, text, 'left', 'w')

    def _cell(self, renderer, x, y, width, height, text, align, colour):
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        renderer.path(corners, [1, 2, 2, 2, 79], face=to_rgba(colour), edge=(0, 0, 0, 1), width=1.0)
        pad = 0.1 * width
        at = {'center': x + width / 2, 'left': x + pad, 'right': x + width - pad}[align]
        block = Block(text, font_file(), renderer.px(self._size), align, 'center')
        block.draw(renderer, at, y + height / 2, (0, 0, 0, 1))
