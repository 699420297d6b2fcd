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
    answer = _query('\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c')
    if '_Gi=31;OK' in answer:
        return 'kitty'
    at = answer.find('\x1b[?')
    if at >= 0 and '4' in answer[at + 3:].split('c')[0].split(';'):
        return 'sixel'
    return 'text'


def _query(text):
    """What the terminal answers within a fifth of a second."""
    try:
        import select
        import termios
        import tty
        handle = sys.stdin.fileno()
        if not sys.stdin.isatty():
            return ''
        before = termios.tcgetattr(handle)
    except (ImportError, AttributeError, OSError, ValueError):
        return ''
    answer = b''
    try:
        tty.setcbreak(handle)
        os.write(1, text.encode())
        while select.select([handle], [], [], 0.2)[0]:
            part = os.read(handle, 256)
            answer += part
            if not part or part.endswith(b'c'):
                break
    except OSError:
        return ''
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
    return answer.decode('latin-1')


def has_colour():
    return not os.environ.get('NO_COLOR') and os.environ.get('TERM') != 'dumb'


def show(pixels, again=False):
    """Show a picture; `again` draws over the one before."""
    kind = protocol()
    if kind == 'text':
        text = render(pixels, size()[0], has_colour())
        if again and _state['lines']:
            sys.stdout.write(f'\x1b[{_state["lines"]}A')
        _state['lines'] = text.count('\n')
        sys.stdout.write(text)
    elif kind == 'kitty':
        data = base64.b64encode(_canvas.encode_png(pixels, 100.0)).decode()
        for start in range(0, len(data), 4096):
            more = 1 if start + 4096 < len(data) else 0
            head = 'a=T,f=100,' if start == 0 else ''
            sys.stdout.write(f'\x1b_G{head}m={more};{data[start:start + 4096]}\x1b\\')
        sys.stdout.write('\n')
    elif kind == 'iterm':
        data = _canvas.encode_png(pixels, 100.0)
        sys.stdout.write(f'\x1b]1337;File=inline=1;size={len(data)}:{base64.b64encode(data).decode()}\x07\n')
    else:
        sys.stdout.write(sixel(pixels) + '\n')
    sys.stdout.flush()


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


def render(pixels, columns=80, colour=True):
    """A picture as lines of characters: half blocks in colour, braille dots without."""
    height, width = pixels.shape[:2]
    columns = max(20, min(columns, 160))
    rows = max(4, int(round(columns * height / width / 2)))
    return _half_blocks(pixels, rows, columns) if colour else _braille(pixels, rows, columns)


def _half_blocks(pixels, rows, columns):
    small = np.clip(np.round(_shrunk(pixels, 2 * rows, columns)), 0, 255).astype(int)
    lines = []
    for row in range(rows):
        line, last = [], None
        for top, bottom in zip(small[2 * row].tolist(), small[2 * row + 1].tolist()):
            key = (*top, *bottom)
            if key != last:
                line.append('\x1b[38;2;%d;%d;%d;48;2;%d;%d;%dm' % key)
                last = key
            line.append('\u2580')
        lines.append(''.join(line) + '\x1b[0m')
    return '\n'.join(lines) + '\n'


def _braille(pixels, rows, columns):
    small = _shrunk(pixels, 4 * rows, 2 * columns)
    dark = 255 - small.min(axis=-1)
    set_ = dark > 70
    lines = []
    for row in range(rows):
        block = set_[4 * row:4 * row + 4].reshape(4, columns, 2)
        codes = (block * _DOTS[:, None, :]).sum(axis=(0, 2)).tolist()
        lines.append(''.join(chr(0x2800 + code) if code else ' ' for code in codes).rstrip())
    return '\n'.join(lines) + '\n'


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
