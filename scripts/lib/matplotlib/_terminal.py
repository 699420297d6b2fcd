"""Figures at the terminal: by an image protocol where the terminal has one, else as characters."""

import base64
import os
import sys

import _canvas
import numpy as np

_state = {'protocol': None, 'lines': 0}


def size():
    """Columns and rows of the terminal."""
    import shutil
    found = shutil.get_terminal_size((80, 24))
    return found[0], found[1]


def protocol():
    """'kitty', 'iterm', 'sixel' or 'text': what the terminal says that it has."""
    chosen = os.environ.get('NN_TERMINAL')
    if chosen:
        return chosen
    if _state['protocol'] is None:
        _state['protocol'] = _ask()
    return _state['protocol']


def _ask():
    term, program = os.environ.get('TERM', ''), os.environ.get('TERM_PROGRAM', '')
    if os.environ.get('TMUX') or term.startswith(('screen', 'tmux')) or term in ('dumb', ''):
        return 'text'
    if program in ('iTerm.app', 'WezTerm', 'mintty'):
        return 'iterm'
    answer = _canvas.ask_terminal('\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c', 500)
    if '_Gi=31;OK' in answer:
        return 'kitty'
    at = answer.find('\x1b[?')
    if at >= 0 and '4' in answer[at + 3:].split('c')[0].split(';'):
        return 'sixel'
    return 'text'


def has_colour():
    return not os.environ.get('NO_COLOR') and os.environ.get('TERM') != 'dumb'


def show(pixels, again=False):
    """Show a picture; `again` draws over the one before."""
    kind = protocol()
    if kind == 'text':
        return _put(render(pixels, size()[0], has_colour(), rows=size()[1] - 1 if again else None), again)
    rows = max(1, min(size()[1] - 1, 24))
    if again:
        _go_back(kind, rows)
    else:
        _state['lines'] = 0
    if kind == 'kitty':
        data = base64.b64encode(_canvas.encode_png(pixels, 100.0)).decode()
        for start in range(0, len(data), 4096):
            more = 1 if start + 4096 < len(data) else 0
            head = '' if start else f'a=T,f=100,q=2,i=1,r={rows},' if again else 'a=T,f=100,q=2,'
            sys.stdout.write(f'\x1b_G{head}m={more};{data[start:start + 4096]}\x1b\\')
        sys.stdout.write('\n')
    elif kind == 'iterm':
        data = _canvas.encode_png(pixels, 100.0)
        fit = f'height={rows};' if again else ''
        sys.stdout.write(f'\x1b]1337;File=inline=1;{fit}size={len(data)}:{base64.b64encode(data).decode()}\x07\n')
    else:
        sys.stdout.write(sixel(pixels) + '\n')
    sys.stdout.flush()


def _go_back(kind, rows):
    """Go to where the moving picture before this one began; for the first one make room."""
    if not _state['lines']:
        sys.stdout.write('\n' * rows + f'\x1b[{rows}A' + ('\x1b7' if kind == 'sixel' else ''))
    else:
        sys.stdout.write('\x1b8' if kind == 'sixel' else f'\x1b[{rows}A')
    _state['lines'] = rows


def _shrunk(pixels, rows, columns):
    """The picture in another size, each new pixel the mean of what it stands for."""
    height, width = pixels.shape[:2]
    flat = pixels[..., :3].astype(float)
    flat = np.vstack([np.zeros((1, width, 3)), np.cumsum(flat, axis=0)])
    edges = np.linspace(0, height, rows + 1)
    low = np.minimum(edges.astype(int), height - 1)
    part = (edges - low)[:, None, None]
    sums = flat[low] * (1 - part) + flat[np.minimum(low + 1, height)] * part
    bands = np.diff(sums, axis=0)
    bands = np.concatenate([np.zeros((rows, 1, 3)), np.cumsum(bands, axis=1)], axis=1)
    edges = np.linspace(0, width, columns + 1)
    low = np.minimum(edges.astype(int), width - 1)
    part = (edges - low)[None, :, None]
    sums = bands[:, low] * (1 - part) + bands[:, np.minimum(low + 1, width)] * part
    return np.diff(sums, axis=1) / ((height / rows) * (width / columns))


_DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])


def render(pixels, columns=80, colour=True, texts=(), rows=None):
    """A picture as lines of characters: braille dots for lines and points, half blocks for areas, texts as they are.

    `texts` are (text, x, y, angle, colour) with the middle of the text in pixels from the upper left. Where more than
    `rows` rows were needed the picture becomes smaller."""
    height, width = pixels.shape[:2]
    columns = max(4, min(columns, 160))
    if rows is not None:
        columns = max(4, min(columns, int(2 * rows * width / height)))
    rows = max(2, int(round(columns * height / width / 2)))
    cells = _cells(pixels, rows, columns, colour)
    for text, x, y, angle, ink in texts:
        _write(cells, text, x / width * columns, y / height * rows, angle, ink)
    return ''.join(_line(row, colour) for row in cells)


def _cells(pixels, rows, columns, colour):
    """Rows of cells: a character, its colour and the colour behind it."""
    small = _shrunk(pixels, 4 * rows, 2 * columns)
    set_ = 255 - small.min(axis=-1) > 60
    block = set_.reshape(rows, 4, columns, 2)
    codes = (block * _DOTS[None, :, None, :]).sum(axis=(1, 3)).tolist()
    if not colour:
        return [[(chr(0x2800 + code) if code else ' ', None, None) for code in row] for row in codes]
    counts = block.sum(axis=(1, 3)).tolist()
    inks = (small * set_[..., None]).reshape(rows, 4, columns, 2, 3).sum(axis=(1, 3))
    inks = np.round(inks / np.maximum(block.sum(axis=(1, 3)), 1)[..., None]).astype(int).tolist()
    halves = np.round(small.reshape(2 * rows, 2, columns, 2, 3).mean(axis=(1, 3))).astype(int).tolist()
    cells = []
    for row in range(rows):
        line = []
        for column in range(columns):
            top, bottom = halves[2 * row][column], halves[2 * row + 1][column]
            count = counts[row][column]
            if 0 < count < 6:
                line.append((chr(0x2800 + codes[row][column]), inks[row][column], [255, 255, 255]))
            elif top == bottom:
                line.append((' ', top, top))
            else:
                line.append(('\u2580', top, bottom))
        cells.append(line)
    return cells


_WIDE = [(0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
         (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD)]


def _is_wide(code):
    """Whether a terminal gives a character two cells."""
    return code >= 0x1100 and any(low <= code <= high for low, high in _WIDE)


def _write(cells, text, x, y, angle, ink):
    """Put a text's characters into the cells around its middle."""
    upright = 45 < angle % 180 < 135
    # A control character would be a command to the terminal. A wide character takes two cells.
    text = ''.join(c if c.isprintable() else ' ' for c in text)
    widths = [2 if _is_wide(ord(c)) else 1 for c in text]
    row, column = int(y), int(round(x - sum(widths) / 2))
    if upright:
        row, column = int(round(y - len(text) / 2)), int(x)
        text = text[::-1] if angle % 360 > 180 else text
    step = 0
    for i, character in enumerate(text):
        r, c = (row + i, column) if upright else (row, column + step)
        step += widths[i]
        if 0 <= r < len(cells) and 0 <= c and c + widths[i] <= len(cells[r]):
            if widths[i] == 2:
                cells[r][c + 1] = ('', *cells[r][c + 1][1:])
            old, front, back = cells[r][c]
            behind = None if back is None else [(p + q) // 2 for p, q in zip(front, back)] if old == '\u2580' else back
            cells[r][c] = (character, None if back is None else [int(255 * part) for part in ink[:3]], behind)


def _line(row, colour):
    if not colour:
        return ''.join(cell[0] for cell in row).rstrip() + '\n'
    parts, last = [], None
    for character, front, back in row:
        if not character:
            continue
        key = (*front, *back)
        if key != last:
            parts.append('\x1b[38;2;%d;%d;%d;48;2;%d;%d;%dm' % key)
            last = key
        parts.append(character)
    return ''.join(parts) + '\x1b[0m\n'


class _Collecting:
    """Takes the texts out of a drawing."""

    def __init__(self, renderer):
        self.texts = []
        self._renderer = renderer
        renderer.run = self._run

    def _run(self, text, font, size, x, y, angle, colour):
        from matplotlib._layout import measure
        if not text.strip() or colour is None:
            return
        import math
        half = measure(text, font, size)[0] / 2
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        up = 0.35 * size
        self.texts.append((text, x + half * c - up * s, self._renderer.height - (y + half * s + up * c), angle, colour))


def figure_text(figure, columns, colour, rows=None):
    """A figure as lines of characters, no more than `rows` of them."""
    from matplotlib import _saving
    collecting = []
    renderer = _saving.render(figure, 'pixels', None, None, lambda made: collecting.append(_Collecting(made)))
    return render(renderer.canvas.array(), columns, colour, collecting[0].texts, rows)


def show_figure(figure, again=False):
    """Show a figure; `again` draws over the one before."""
    if protocol() != 'text':
        from matplotlib import _saving
        return show(_saving.pixels(figure), again)
    columns, rows = size()
    _put(figure_text(figure, columns, has_colour(), rows - 1 if again else None), again)


def _put(text, again):
    if again and _state['lines']:
        sys.stdout.write(f'\x1b[{_state["lines"]}A')
    _state['lines'] = text.count('\n') if again else 0
    sys.stdout.write(text)
    sys.stdout.flush()


def sixel(pixels):
    """A picture for terminals with sixel graphics, in the 216 colours of a cube."""
    height, width = pixels.shape[:2]
    levels = np.round(pixels[..., :3] / 51).astype(int)
    index = levels[..., 0] * 36 + levels[..., 1] * 6 + levels[..., 2]
    used = np.unique(index).tolist()
    out = ['\x1bPq"1;1;%d;%d' % (width, height)]
    for colour in used:
        out.append('#%d;2;%d;%d;%d' % (colour, colour // 36 * 20, colour // 6 % 6 * 20, colour % 6 * 20))
    for top in range(0, height, 6):
        band = index[top:top + 6]
        weights = (1 << np.arange(len(band)))[:, None]
        for colour in np.unique(band).tolist():
            bits = ((band == colour) * weights).sum(axis=0).tolist()
            out.append('#%d' % colour + _runs(bits) + '$')
        out.append('-')
    return ''.join(out) + '\x1b\\'


def _runs(bits):
    """Equal columns counted."""
    parts, last, count = [], bits[0], 0
    for value in [*bits, -1]:
        if value == last:
            count += 1
            continue
        mark = chr(63 + last)
        parts.append(f'!{count}{mark}' if count > 3 else mark * count)
        last, count = value, 1
    return ''.join(parts)
