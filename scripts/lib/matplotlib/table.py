"""Tables on plots."""

from matplotlib._layout import Block, font_file
from matplotlib.artist import Artist
from matplotlib.colors import to_rgba


class _Cell:
    """A cell that was put into a table by itself."""

    def __init__(self, width, height, text, loc, facecolor, edgecolor):
        self.width, self.height, self.text, self.loc = width, height, text, loc
        self.facecolor, self.edgecolor = facecolor, edgecolor

    def set_facecolor(self, color):
        self.facecolor = color

    def set_edgecolor(self, color):
        self.edgecolor = color

    def set_height(self, height):
        self.height = height

    def set_width(self, width):
        self.width = width


class Table(Artist):
    """Texts in rows and columns."""
    zorder = 3

    def __init__(self, ax, loc=None, bbox=None, **kwargs):
        self._set(ax, [], None, 'center', None, None, loc or 'bottom', bbox, None, None)
        self._cells = {}
        self._update(kwargs)

    @classmethod
    def of_rows(cls, *parts):
        """A table whose texts are given row by row."""
        made = cls.__new__(cls)
        made._set(*parts)
        return made

    def _set(self, axes, rows, colours, align, row_labels, column_labels, loc, box, row_colours, column_colours):
        Artist.__init__(self)
        self._cells = None
        self._rows, self._colours, self._align = rows, colours, align
        self._row_labels, self._column_labels = row_labels, column_labels
        self._row_colours, self._column_colours = row_colours, column_colours
        self._loc, self._box, self._size, self._scale = loc, box, 10.0, (1.0, 1.0)
        self._clip_on = False

    def add_cell(self, row, col, width, height, *, text='', loc='right', facecolor='w', edgecolor='k', **kwargs):
        """Put a cell of a size, in parts of the plot, into a row and column."""
        made = self._cells[row, col] = _Cell(width, height, str(text), loc, facecolor, edgecolor)
        return made

    def __getitem__(self, place):
        return self.get_celld()[place]

    def get_celld(self):
        """The cells by row and column."""
        return self._cells or {}

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
        if self._cells is not None:
            return self._draw_cells(renderer, x, y, w, h)
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

    def _draw_cells(self, renderer, x, y, w, h):
        """Rows from top to bottom, each column as wide as its widest cell."""
        widths, heights = {}, {}
        for (row, column), cell in self._cells.items():
            widths[column] = max(widths.get(column, 0), cell.width)
            heights[row] = max(heights.get(row, 0), cell.height)
        whole, tall = sum(widths.values()) or 1, sum(heights.values()) or 1
        bx, by, bw, bh = self._box if self._box is not None else (
            (1 - whole) / 2, {'bottom': -tall, 'top': 1, 'center': (1 - tall) / 2}.get(self._loc, 0), whole, tall)
        for (row, column), cell in self._cells.items():
            left = bx + sum(v for k, v in widths.items() if k < column) / whole * bw
            low = by + bh - sum(v for k, v in heights.items() if k <= row) / tall * bh
            self._cell(renderer, x + left * w, y + low * h, widths[column] / whole * bw * w, heights[row] / tall * bh * h,
                       cell.text, cell.loc, cell.facecolor, cell.edgecolor)

    def _cell(self, renderer, x, y, width, height, text, align, colour, edge='k'):
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        renderer.path(corners, [1, 2, 2, 2, 79], face=to_rgba(colour), edge=to_rgba(edge), width=1.0)
        pad = 0.1 * width
        at = {'center': x + width / 2, 'left': x + pad, 'right': x + width - pad}[align]
        block = Block(text, font_file(), renderer.px(self._size), align, 'center')
        block.draw(renderer, at, y + height / 2, (0, 0, 0, 1))
