"""Tables on plots."""

from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.text import Text

_PAD, _AXES_PAD, _FONT_SIZE = 0.1, 0.02, 10
_LOCS = ('best', 'upper right', 'upper left', 'lower left', 'lower right', 'center left', 'center right', 'lower center',
         'upper center', 'center', 'top right', 'top left', 'bottom left', 'bottom right', 'right', 'left', 'top', 'bottom')
_EDGES = {'open': '', 'closed': 'BRTL', 'horizontal': 'BT', 'vertical': 'RL'}


class Cell(Rectangle):
    """A box with a text; its size is in parts of the plot."""
    PAD = _PAD

    def __init__(self, xy, width, height, *, edgecolor='k', facecolor='w', fill=True, text='', loc='right',
                 fontproperties=None, visible_edges='closed'):
        Rectangle.__init__(self, xy, width, height, edgecolor=edgecolor, facecolor=facecolor, fill=fill)
        self._clip_on, self._loc = False, loc
        self._edges_seen = _EDGES.get(visible_edges, visible_edges)
        self._text = Text(0, 0, str(text), horizontalalignment=loc, verticalalignment='center', fontsize=_FONT_SIZE)
        if fontproperties is not None:
            self._text.set_fontproperties(fontproperties)

    def get_text(self):
        return self._text

    def set_text_props(self, **kwargs):
        if 'ha' in kwargs or 'horizontalalignment' in kwargs:
            self._loc = kwargs.get('ha', kwargs.get('horizontalalignment'))
        self._text._update(kwargs)

    def set_fontsize(self, size):
        self._text.set_fontsize(size)

    def get_fontsize(self):
        return self._text._fontsize

    def set_width(self, w):
        self._width = w

    def set_height(self, h):
        self._height = h

    def _set_visible_edges(self, value):
        self._edges_seen = _EDGES.get(value, value)

    visible_edges = property(lambda self: self._edges_seen, _set_visible_edges)

    def _wanted_width(self, dpi):
        """The width in pixels that the text needs."""
        block = self._text._block(dpi)
        return block.width * (1 + 2 * self.PAD)

    def _paint_at(self, renderer, x, y, width, height):
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        edge, seen = self._edgecolor, self._edges_seen
        if seen != 'BRTL':
            self._edgecolor = 'none'
        self._paint(renderer, corners, [1, 2, 2, 2, 79])
        self._edgecolor = edge
        if seen != 'BRTL':
            sides = {'B': corners[:2], 'R': corners[1:3], 'T': corners[2:4], 'L': corners[3:]}
            for side in seen:
                renderer.path(sides[side], None, edge=self._rgba(edge), width=self._linewidth, snap=1)
        pad = self.PAD * width
        at = {'center': x + width / 2, 'left': x + pad, 'right': x + width - pad}[self._loc]
        self._text._pixel_at = (at, y + height / 2)
        self._text._draw(renderer)


CustomCell = Cell


class Table(Artist):
    """Cells in rows and columns."""
    zorder = 3
    FONTSIZE, AXESPAD = _FONT_SIZE, _AXES_PAD
    codes = {name: i for i, name in enumerate(_LOCS)}

    def __init__(self, ax, loc=None, bbox=None, **kwargs):
        Artist.__init__(self)
        self.axes, self.figure = ax, ax.figure
        loc = 'bottom' if loc is None else loc
        if isinstance(loc, str) and loc not in _LOCS:
            from matplotlib.artist import check_in
            check_in('loc', loc, _LOCS)
        self._loc = _LOCS[loc] if isinstance(loc, int) else loc
        self._box, self._cells, self._edges = bbox, {}, 'closed'
        self._fit_columns, self._fit_font, self._clip_on = set(), True, False
        self._update(kwargs)

    def add_cell(self, row, col, *args, **kwargs):
        """Put a cell of a size, in parts of the plot, into a row and column."""
        return self.__setitem__((row, col), Cell((0, 0), *args, visible_edges=self._edges, **kwargs)) or self._cells[row, col]

    def __setitem__(self, place, cell):
        cell.axes, cell.figure = self.axes, self.figure
        cell._text.figure, cell._text.axes = self.figure, self.axes
        self._cells[place] = cell

    def __getitem__(self, place):
        return self._cells[place]

    def get_celld(self):
        """The cells by row and column."""
        return self._cells

    def get_children(self):
        return list(self._cells.values())

    edges = property(lambda self: self._edges, lambda self, value: setattr(self, '_edges', value))

    def auto_set_font_size(self, value=True):
        self._fit_font = value

    def set_fontsize(self, size):
        for cell in self._cells.values():
            cell.set_fontsize(size)

    def scale(self, xscale, yscale):
        for cell in self._cells.values():
            cell._width, cell._height = cell._width * xscale, cell._height * yscale

    def auto_set_column_width(self, col):
        self._fit_columns |= set(col) if hasattr(col, '__iter__') else {col}

    def _places(self, dpi):
        """The cells' boxes in parts of the plot."""
        x, y, w, h = self.axes._pixel_box()
        for column in self._fit_columns:
            cells = [cell for (_, c), cell in self._cells.items() if c == column]
            widest = max((cell._wanted_width(dpi) for cell in cells), default=0) / w
            for cell in cells:
                cell._width = widest
        if self._fit_font:
            self._shrink_font(dpi, w)
        widths, heights = {}, {}
        for (row, column), cell in self._cells.items():
            widths[column] = max(widths.get(column, 0), cell._width)
            heights[row] = max(heights.get(row, 0), cell._height)
        lefts, bottoms, at = {}, {}, 0.0
        for column in sorted(widths):
            lefts[column], at = at, at + widths[column]
        # The first column of data stands at 0, the labels to its left.
        first = lefts.get(0, 0.0) if -1 in lefts else 0.0
        at = 0.0
        for row in sorted(heights, reverse=True):
            bottoms[row], at = at, at + heights[row]
        whole, tall = sum(widths.values()), sum(heights.values())
        if self._box is not None:
            box = self._box.bounds if hasattr(self._box, 'bounds') else self._box
            return {place: (box[0] + lefts[place[1]] / whole * box[2], box[1] + bottoms[place[0]] / tall * box[3],
                            widths[place[1]] / whole * box[2], heights[place[0]] / tall * box[3]) for place in self._cells}
        loc, pad, left, low = self._loc, _AXES_PAD, -first, 0.0
        # Labels of rows do not count for the place.
        whole -= first
        dx = dy = 0.0
        if loc in ('upper left', 'lower left', 'center left'):
            dx = pad
        if loc in ('best', 'upper right', 'lower right', 'center right'):
            dx = 1 - (whole + pad)
        if loc in ('best', 'upper right', 'upper left', 'upper center'):
            dy = 1 - (tall + pad)
        if loc in ('lower left', 'lower right', 'lower center'):
            dy = pad
        if loc in ('lower center', 'upper center', 'center', 'top', 'bottom'):
            dx = 0.5 - whole / 2
        if loc in ('center left', 'center right', 'center'):
            dy = 0.5 - tall / 2
        if loc in ('top left', 'bottom left', 'left'):
            dx = -whole
        if loc in ('top right', 'bottom right', 'right'):
            dx = 1.0
        if loc in ('top right', 'top left', 'top'):
            dy = 1.0
        if loc in ('bottom left', 'bottom right', 'bottom'):
            dy = -tall
        return {place: (left + dx + lefts[place[1]], low + dy + bottoms[place[0]], widths[place[1]], heights[place[0]])
                for place in self._cells}

    def _shrink_font(self, dpi, width):
        """Make the texts small enough for their cells, all by the same size."""
        free = [cell for (_, column), cell in self._cells.items() if column not in self._fit_columns]
        if not free:
            return
        size = min(cell._text._fontsize for cell in free)
        for cell in free:
            before = cell._text._fontsize
            while size > 1:
                cell._text._fontsize = size
                if cell._wanted_width(dpi) <= cell._width * width:
                    break
                size -= 1
            cell._text._fontsize = before
        for cell in self._cells.values():
            cell.set_fontsize(size)

    def _pixel_extent(self):
        if not self._cells:
            return None
        x, y, w, h = self.axes._pixel_box()
        boxes = list(self._places(self.figure._drawing_dpi).values())
        return (x + min(b[0] for b in boxes) * w, y + min(b[1] for b in boxes) * h,
                x + max(b[0] + b[2] for b in boxes) * w, y + max(b[1] + b[3] for b in boxes) * h)

    def _draw(self, renderer):
        x, y, w, h = self.axes._pixel_box()
        places = self._places(renderer.dpi)
        for place in sorted(self._cells):
            if self._cells[place]._visible:
                left, low, width, height = places[place]
                renderer.clip(None)
                self._cells[place]._paint_at(renderer, x + left * w, y + low * h, width * w, height * h)


def table(ax, cellText=None, cellColours=None, cellLoc='right', colWidths=None, rowLabels=None, rowColours=None, rowLoc='left',
          colLabels=None, colColours=None, colLoc='center', loc='bottom', bbox=None, edges='closed', **kwargs):
    """Put a table on a plot."""
    if cellColours is None and cellText is None:
        raise ValueError('At least one argument from "cellColours" or "cellText" must be provided to create a table.')
    if hasattr(cellText, 'columns') and hasattr(cellText, 'values'):
        colLabels = list(cellText.columns) if colLabels is None else colLabels
        rowLabels = list(cellText.index) if rowLabels is None else rowLabels
        cellText = cellText.values
    if cellText is None:
        cellText = [[''] * len(row) for row in cellColours]
    rows, columns = len(cellText), len(cellText[0])
    for row in cellText:
        if len(row) != columns:
            raise ValueError(f"Each row in 'cellText' must have {columns} columns")
    if cellColours is not None:
        if len(cellColours) != rows:
            raise ValueError(f"'cellColours' must have {rows} rows")
        for row in cellColours:
            if len(row) != columns:
                raise ValueError(f"Each row in 'cellColours' must have {columns} columns")
    else:
        cellColours = [['w'] * columns] * rows
    colWidths = [1.0 / columns] * columns if colWidths is None else colWidths
    made = Table(ax, loc, bbox, **kwargs)
    made.edges = edges
    # Lines of text, in parts of the plot's height as it is now.
    height = _FONT_SIZE / 72 * ax.figure._drawing_dpi / ax._pixel_box()[3] * 1.2
    first = 0
    if colLabels is not None or colColours is not None:
        colLabels = [''] * columns if colLabels is None else colLabels
        colColours = ['w'] * columns if colColours is None else colColours
        first = 1
        for c in range(columns):
            made.add_cell(0, c, width=colWidths[c], height=height, text=colLabels[c], facecolor=colColours[c], loc=colLoc)
    for r in range(rows):
        for c in range(columns):
            made.add_cell(r + first, c, width=colWidths[c], height=height, text=cellText[r][c],
                          facecolor=cellColours[r][c], loc=cellLoc)
    if rowLabels is not None or rowColours is not None:
        rowLabels = [''] * rows if rowLabels is None else rowLabels
        rowColours = ['w'] * rows if rowColours is None else rowColours
        for r in range(rows):
            made.add_cell(r + first, -1, width=1e-15, height=height, text=rowLabels[r], facecolor=rowColours[r], loc=rowLoc)
        made.auto_set_column_width(-1)
    ax.add_table(made)
    return made
