"""Texts as runs of one font and size, with mathtext between dollars."""

import _canvas
from matplotlib import rcParams

_FAMILIES = {'monospace': 'DejaVuSansMono', 'serif': 'DejaVuSerif', 'sans-serif': 'DejaVuSans', 'cursive': 'DejaVuSans'}
_HEIGHT, _DEPTH, _GAP = 1556 / 2048, 492 / 2048, 410 / 2048
_BOLD = {'bold', 'heavy', 'black', 'semibold', 'demibold', 'demi', 'extra bold', 'roman'}


def font_file(family=None, weight='normal', style='normal'):
    """The name of a font's file."""
    if family is None:
        family = rcParams['font.family']
    if not isinstance(family, str):
        family = family[0] if len(family) else 'sans-serif'
    base = _FAMILIES.get(family, 'DejaVuSans')
    low = family.lower()
    if 'mono' in low or 'courier' in low or 'consolas' in low:
        base = 'DejaVuSansMono'
    elif 'times' in low or low in ('serif', 'dejavu serif', 'georgia'):
        base = 'DejaVuSerif'
    bold = (weight in _BOLD and weight != 'roman') if isinstance(weight, str) else (weight or 400) > 500
    slant = style in ('italic', 'oblique')
    italic = 'Italic' if base == 'DejaVuSerif' else 'Oblique'
    tail = ('Bold' if bold else '') + (italic if slant else '')
    return base + ('-' + tail if tail else '') + '.ttf'


_measured = {}


def measure(text, font, size):
    """Width, ascent and descent of a text in one font."""
    key = (text, font, size)
    found = _measured.get(key)
    if found is None:
        if len(_measured) > 4000:
            _measured.clear()
        found = _measured[key] = _canvas.measure(text, font, size)
    return found


def layout_line(text, font, size, math=True):
    """A line's width, ascent and descent, its runs (x, y, text, font, size) and its rules (x, y, width, height)."""
    if math and text.count('$') - text.count(r'\$') >= 2:
        from matplotlib._mathtext import layout
        return layout(text, font, size)
    plain = text.replace(r'\$', '$')
    width, ascent, descent = measure(plain, font, size)
    return width, ascent, descent, [(0.0, 0.0, plain, font, size)], []


class Block:
    """A text of one or several lines around its anchor, in pixels, y upwards."""

    def __init__(self, text, font, size, ha='left', va='baseline', angle=0, spacing=1.2, multialignment=None,
                 rotation_mode=None, math=True):
        lines = [layout_line(line, font, size, math) for line in text.split('\n')]
        top, depth, gap = _HEIGHT * size, _DEPTH * size, _GAP * size
        if spacing != 1.2:
            gap += (spacing - 1.2) * size
        self.width = max(line[0] for line in lines)
        baselines, y = [], 0.0
        for i, line in enumerate(lines):
            ascent, descent = max(line[1], top), max(line[2], depth)
            if i == 0:
                self.ascent = ascent
            else:
                y -= below + gap + ascent
            below = descent
            baselines.append(y)
        self.descent = below - y
        if len(lines) > 1:
            # Half of the gap stands above the first line and below the last.
            self.ascent, self.descent = self.ascent + gap / 2, self.descent + gap / 2
        self.height = self.ascent + self.descent
        self.last_baseline = y
        align = multialignment or ha
        self.parts, self.rules = [], []
        for line, y in zip(lines, baselines):
            space = self.width - line[0]
            x = space / 2 if align == 'center' else space if align == 'right' else 0.0
            self.parts += [(x + r[0], y + r[1], *r[2:]) for r in line[3]]
            self.rules += [(x + r[0], y + r[1], r[2], r[3]) for r in line[4]]
        self.angle = angle % 360
        self._place(ha, va, lines, rotation_mode)

    def _place(self, ha, va, lines, rotation_mode):
        """Where the first base line's left end is, seen from the anchor."""
        import math
        a = math.radians(self.angle)
        c, s = math.cos(a), math.sin(a)
        if self.angle % 90 == 0:
            c, s = round(c), round(s)
        self.cos, self.sin = c, s
        box = [(x * c - y * s, x * s + y * c) for x in (0, self.width) for y in (-self.descent, self.ascent)]
        x0, x1 = min(p[0] for p in box), max(p[0] for p in box)
        y0, y1 = min(p[1] for p in box), max(p[1] for p in box)
        if rotation_mode == 'anchor' and self.angle:
            px = self.width / 2 if ha == 'center' else self.width if ha == 'right' else 0
            py = {'center': (self.ascent - self.descent) / 2, 'top': self.ascent, 'baseline': self.last_baseline,
                  'center_baseline': self.ascent - self.height / 2}.get(va, -self.descent)
            self.dx, self.dy = -(px * c - py * s), -(px * s + py * c)
        else:
            self.dx = -(x0 + x1) / 2 if ha == 'center' else -x1 if ha == 'right' else -x0
            base = self.last_baseline
            if va == 'center':
                self.dy = -(y0 + y1) / 2
            elif va == 'top':
                self.dy = -y1
            elif va == 'bottom':
                self.dy = -y0
            elif va == 'center_baseline':
                self.dy = -(y0 + y1) / 2 if self.angle else (self.ascent - base) / 2 - self.ascent
            else:
                # The lower end of the turned box is as far below as that of the level one.
                self.dy = -base if self.angle == 0 else -(y0 + base + self.descent)
        self.box = (x0 + self.dx, y0 + self.dy, x1 + self.dx, y1 + self.dy)

    def draw(self, renderer, x, y, colour):
        """Draw with the anchor at a place (pixels, y upwards)."""
        for rx, ry, text, font, size in self.parts:
            px = x + self.dx + rx * self.cos - ry * self.sin
            py = y + self.dy + rx * self.sin + ry * self.cos
            renderer.run(text, font, size, px, py, self.angle, colour)
        for rx, ry, width, height in self.rules:
            corners = [(rx, ry), (rx + width, ry), (rx + width, ry + height), (rx, ry + height)]
            points = [(x + self.dx + px * self.cos - py * self.sin, y + self.dy + px * self.sin + py * self.cos)
                      for px, py in corners]
            renderer.path(points + points[:1], [1, 2, 2, 2, 79], face=colour, snap=1)


def text_path(text):
    """The box of a text as a marker of size one."""
    from matplotlib.path import Path
    return Path([[-0.3, -0.5], [0.3, -0.5], [0.3, 0.5], [-0.3, 0.5], [-0.3, -0.5]], closed=True)
