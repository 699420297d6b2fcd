"""Plays a terminal in which nn shows a figure: answers its questions, and decodes the picture that comes.

python3 Tests/Pictures/play_terminal.py NN KIND, where KIND is kitty, sixel, iterm or plain: prints what came."""

import base64
import hashlib
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import time
import zlib

PROGRAM = """
import matplotlib.pyplot as plt
plt.figure(figsize=(3, 2), dpi=50)
plt.plot([1, 2, 3], 'r')
plt.title('a\\x1b[2Jb')
plt.show()
for i in range({frames}):
    plt.plot([i])
    plt.pause(0.001)
"""
ANSWERS = {'kitty': b'\x1b_Gi=31;OK\x1b\\\x1b[?62;c', 'sixel': b'\x1b[?62;4;6c', 'plain': b'\x1b[?62;c', 'iterm': b''}


def run(nn, kind, frames):
    environment = {k: v for k, v in os.environ.items() if k not in ('TMUX', 'NO_COLOR', 'TERM_PROGRAM', 'NN_TERMINAL')}
    environment.update(TERM='xterm-256color', COLUMNS='80', LINES='24')
    if kind == 'iterm':
        environment['TERM_PROGRAM'] = 'iTerm.app'
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'program.py'), 'w') as file:
            file.write(PROGRAM.format(frames=frames))
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.execve(nn, [nn, 'program.py'], environment)
        out, is_answered, end = b'', False, time.time() + 120
        while time.time() < end:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
            if b'\x1b[c' in out and not is_answered:
                is_answered = True
                os.write(terminal, ANSWERS[kind])
        os.waitpid(pid, 0)
        return out, is_answered


def png_size(data):
    assert data[:8] == b'\x89PNG\r\n\x1a\n', data[:8]
    return int.from_bytes(data[16:20], 'big'), int.from_bytes(data[20:24], 'big')


def pixels(data):
    """The distinct colours of an eight-bit PNG without interlacing, undone filter by filter."""
    width, height = png_size(data)
    packed, at = b'', 8
    while at < len(data):
        size = int.from_bytes(data[at:at + 4], 'big')
        if data[at + 4:at + 8] == b'IDAT':
            packed += data[at + 8:at + 8 + size]
        at += size + 12
    raw, parts = zlib.decompress(packed), {2: 3, 6: 4}[data[25]]
    stride, before, rows = width * parts, bytes(width * parts), []
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride):
            a, b = line[i - parts] if i >= parts else 0, before[i]
            c = before[i - parts] if i >= parts else 0
            if kind == 4:
                p = a + b - c
                near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            else:
                near = (0, a, b, (a + b) // 2)[kind]
            line[i] = (line[i] + near) & 255
        before = bytes(line)
        rows.append(before)
    return [row[i:i + 3] for row in rows for i in range(0, stride, parts)]


def sixel_pixels(text):
    """How often each colour is set, and the size."""
    head, body = text[len('\x1bPq'):].split('#', 1)
    width, height = map(int, head.split(';')[2:4])
    counts, palette, colour, band, x = {}, {}, 0, 0, 0
    for token in re.finditer(r'#(\d+)((?:;\d+){4})?|!(\d+)(.)|([?-~])|(\$)|(-)', '#' + body):
        number, definition, count, mark, single, back, down = token.groups()
        if definition:
            palette[int(number)] = tuple(map(int, definition.split(';')[2:]))
        elif number:
            colour = int(number)
        elif back or down:
            x, band = 0, band + bool(down)
        if mark or single:
            n = int(count) if count else 1
            bits = bin(ord(mark or single) - 63).count('1')
            counts[palette[colour]] = counts.get(palette[colour], 0) + bits * n
            x += n
            assert x <= width and band * 6 < height
    return width, height, counts


def main():
    nn, kind = os.path.abspath(sys.argv[1]), sys.argv[2]
    out, is_asked = run(nn, kind, 2)
    text = out.decode('latin-1')
    print('asked' if is_asked else 'not asked')
    images = []
    if kind == 'kitty':
        for part in re.findall('\x1b_G([^;\x1b]*);([^\x1b]*)\x1b\\\\', text):
            if 'a=q' in part[0]:
                continue
            if 'a=T' in part[0]:
                images.append('')
            images[-1] += part[1]
        images = [base64.b64decode(one) for one in images]
    elif kind == 'iterm':
        images = [base64.b64decode(one) for one in re.findall('\x1b]1337;File=[^:]*:([^\x07]*)\x07', text)]
    for data in images:
        colours = pixels(data)
        red = sum(1 for c in colours if c[0] > 200 and c[1] < 60 and c[2] < 60)
        print('%dx%d' % png_size(data), 'white' if colours[0] == b'\xff\xff\xff' else 'not white', 'red' if red > 20 else 'no red')
    if kind == 'sixel':
        for one in re.findall('\x1bPq[^\x1b]*\x1b\\\\', text):
            width, height, counts = sixel_pixels(one[:-2])
            red = counts.get((100, 0, 0), 0)
            whole = sum(counts.values()) == width * height
            print(f'{width}x{height}', 'whole' if whole else 'not whole', 'red' if red > 20 else 'no red')
    if kind == 'plain':
        print('blocks' if '▀'.encode().decode('latin-1') in text else 'no blocks', '\x1b[38;2;' in text)
    print('title is a command' if '\x1b[2J' in text else 'title is text')
    ups = re.findall('\x1b\\[(\\d+)A|\x1b(8)', text)
    print('goes back', ['saved' if b else int(a) for a, b in ups])


main()
