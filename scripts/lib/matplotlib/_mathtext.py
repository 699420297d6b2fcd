"""Formulas between dollars: letters, Greek, scripts, fractions and roots, set by TeX's rules as matplotlib has them."""

import math

from matplotlib._layout import measure

_GREEK = {name: chr(code) for name, code in zip(
    'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau '
    'upsilon varphi chi psi omega'.split(), range(0x3b1, 0x3ca))}
_GREEK.update({'epsilon': '\u03b5', 'phi': '\u03d5', 'vartheta': '\u03d1', 'varpi': '\u03d6', 'varrho': '\u03f1'})
_CAPITALS = {'Gamma': '\u0393', 'Delta': '\u0394', 'Theta': '\u0398', 'Lambda': '\u039b', 'Xi': '\u039e',
             'Pi': '\u03a0', 'Sigma': '\u03a3', 'Upsilon': '\u03a5', 'Phi': '\u03a6', 'Psi': '\u03a8',
             'Omega': '\u03a9'}
_SIGNS = {
    'times': '\u00d7', 'cdot': '\u22c5', 'pm': '\u00b1', 'mp': '\u2213', 'div': '\u00f7', 'ast': '\u2217',
    'leq': '\u2264', 'le': '\u2264', 'geq': '\u2265', 'ge': '\u2265', 'neq': '\u2260', 'ne': '\u2260',
    'approx': '\u2248', 'equiv': '\u2261', 'sim': '\u223c', 'simeq': '\u2243', 'propto': '\u221d', 'll': '\u226a',
    'gg': '\u226b', 'in': '\u2208', 'notin': '\u2209', 'subset': '\u2282', 'subseteq': '\u2286', 'cup': '\u222a',
    'cap': '\u2229', 'to': '\u2192', 'rightarrow': '\u2192', 'leftarrow': '\u2190', 'Rightarrow': '\u21d2',
    'Leftarrow': '\u21d0', 'leftrightarrow': '\u2194', 'mapsto': '\u21a6', 'circ': '\u2218', 'oplus': '\u2295',
    'otimes': '\u2297', 'wedge': '\u2227', 'vee': '\u2228', 'parallel': '\u2225', 'perp': '\u22a5', 'mid': '|'}
_PLAIN = {
    'infty': '\u221e', 'partial': '\u2202', 'nabla': '\u2207', 'forall': '\u2200', 'exists': '\u2203',
    'emptyset': '\u2205', 'hbar': '\u0127', 'ell': '\u2113', 'Re': '\u211c', 'Im': '\u2111', 'degree': '\u00b0',
    'prime': '\u2032', 'dots': '\u2026', 'ldots': '\u2026', 'cdots': '\u22ef', 'angle': '\u2220', 'langle': '\u27e8',
    'rangle': '\u27e9', '%': '%', '$': '$', '{': '{', '}': '}', '_': '_', '#': '#', '&': '&', '|': '\u2016',
    'backslash': '\\', 'lbrace': '{', 'rbrace': '}', 'vert': '|', 'Vert': '\u2016', 'star': '\u22c6', 'bullet': '\u2219'}
_OVER = {'sum': '\u2211', 'prod': '\u220f', 'coprod': '\u2210', 'bigcup': '\u22c3', 'bigcap': '\u22c2'}
_DROP = {'int': '\u222b', 'oint': '\u222e', 'iint': '\u222c', 'iiint': '\u222d'}
_FUNCTIONS = set('arccos csc ker min arcsin deg lg Pr arctan det lim sec arg dim liminf sin cos exp limsup sinh cosh gcd ln '
                 'sup cot hom log tan coth inf max tanh'.split())
_OVER_FUNCTIONS = set('lim liminf limsup sup max min'.split())
_SPACES = {',': 0.16667, 'thinspace': 0.16667, '/': 0.16667, '>': 0.22222, ':': 0.22222, ';': 0.27778, ' ': 0.33333,
           '!': -0.16667, 'quad': 1.0, 'qquad': 2.0, 'enspace': 0.5}
_ACCENTS = {'hat': '\u0302', 'bar': '\u0304', 'overline': '\u0304', 'tilde': '\u0303', 'vec': '\u20d7', 'dot': '\u0307',
            'ddot': '\u0308', 'widehat': '\u0302', 'widetilde': '\u0303'}
_FONTS = {'mathrm': 'rm', 'rm': 'rm', 'mathdefault': 'default', 'mathregular': 'default', 'text': 'default',
          'mathbf': 'bf', 'bf': 'bf', 'boldsymbol': 'bf', 'mathit': 'it', 'it': 'it', 'mathcal': 'it', 'mathbb': 'rm',
          'mathsf': 'rm', 'mathtt': 'tt', 'operatorname': 'rm', 'mathfrak': 'it', 'mathscr': 'it', 'textbf': 'bf',
          'textit': 'it', 'textrm': 'rm', 'bm': 'bf'}
_FILES = {'rm': 'DejaVuSans.ttf', 'it': 'DejaVuSans-Oblique.ttf', 'bf': 'DejaVuSans-Bold.ttf',
          'tt': 'DejaVuSansMono.ttf'}
_SPACED = set('=<>:+*\u2212') | set(_SIGNS.values()) - {'|', '\u2218'}
_BINARY = set('+*\u2212') | {_SIGNS[name] for name in ('times', 'cdot', 'pm', 'mp', 'div', 'ast', 'cup', 'cap', 'circ', 'oplus',
                                                       'otimes', 'wedge', 'vee')}
_BEFORE_SIGNS = set('{([<=>:')
_DELIMITERS = set('()[]{}<>|/.^_\\')
# Sizes in parts of the font: its lower-case height, the height of its lines, and how far scripts move.
_X_HEIGHT, _AXIS, _RULE = 1120 / 2048, 512 / 2048, 0.75 / 12
_SCRIPT_SPACE, _DELTA, _SLANTED, _INTEGRAL = 0.05, 0.025, 0.2, 0.1
_SUP_DROP, _SUB_DROP = 790.527 / 1120, 102.4 / 1120
_SUP, _SUB, _SUB_BELOW = 845.824 / 1120, 307.199 / 1120, 632.832 / 1120
_NUMERATOR, _NUMERATOR_SMALL, _NUMERATOR_BARE = 1529.86 / 1120, 868.352 / 1120, 970.752 / 1120
_DENOMINATOR, _DENOMINATOR_SMALL = 1548.29 / 1120, 768 / 1120
_SMALLER = 0.7


# A size at which hints move nothing.
_LARGE = 2000.0


def _shape(c, font, size):
    """How far a letter reaches to the right, above and below, without hints."""
    return tuple(v / _LARGE * size for v in measure(c, font, _LARGE))


def _kerning(one, two):
    """How much nearer or farther two letters of one font stand than alone."""
    if one.font != two.font or one.size != two.size:
        return 0.0
    both = measure(one.char + two.char, one.font, one.size)[0]
    return float(round(both - measure(one.char, one.font, one.size)[0] - measure(two.char, two.font, two.size)[0]))


class _Box:
    """A piece of a formula: its size, runs and rules, seen from its left end on the base line."""
    char = font = size = None
    is_slanted = is_over = is_drop = False

    def __init__(self, width=0.0, height=0.0, depth=0.0):
        self.width, self.height, self.depth, self.shift = width, height, depth, 0.0
        self.runs, self.rules = [], []

    def put(self, other, x, dy=0.0):
        """Put another piece into this one at a place."""
        self.runs += [(a + x, b + dy, *rest) for a, b, *rest in other.runs]
        self.rules += [(a + x, b + dy, w, h) for a, b, w, h in other.rules]
        self.height = max(self.height, other.height + dy)
        self.depth = max(self.depth, other.depth - dy)

    def shrunk(self, times=1):
        """The same as a script."""
        k = _SMALLER ** times
        made = _Box(self.width * k, self.height * k, self.depth * k)
        made.shift = self.shift * k
        made.runs = [(x * k, y * k, text, font, size * k) for x, y, text, font, size in self.runs]
        made.rules = [(x * k, y * k, w * k, h * k) for x, y, w, h in self.rules]
        made.char, made.is_slanted, made.is_drop, made.is_over = self.char, self.is_slanted, self.is_drop, self.is_over
        return made


def _row(pieces):
    """Pieces side by side."""
    row, x = _Box(), 0.0
    for i, piece in enumerate(pieces):
        row.put(piece, x, -piece.shift)
        x += piece.width
        if piece.font is not None and i + 1 < len(pieces) and pieces[i + 1].font is not None:
            x += _kerning(piece, pieces[i + 1])
    row.width = x
    return row


def _centred(piece, width):
    """Where a piece begins that stands in the middle: a whole pixel."""
    return float(round((width - piece.width) / 2))


class _Parser:
    """Reads one formula."""

    def __init__(self, text, font, size):
        self.text, self.at, self.own, self.size = text, 0, font, size
        self.x_height, self.rule = _X_HEIGHT * size, _RULE * size
        self.quad = _shape('m', _FILES['it'], size)[0]
        # A function before scripts has its space behind them.
        self.space_after = False

    def _piece(self, text, style):
        font = self.own if style == 'default' else _FILES[style]
        if len(text) == 1:
            return self._letter(text, font)
        return _row([self._letter(c, font) for c in text])

    def _letter(self, c, font):
        made = _Box(*_shape(c, font, self.size))
        made.runs.append((0.0, 0.0, c, font, self.size))
        made.char, made.font, made.size = c, font, self.size
        made.is_slanted = 'Oblique' in font or 'Italic' in font
        return made

    def _space(self, part):
        return _Box(part * self.quad)

    def sequence(self, style, end=''):
        """The pieces up to `end`."""
        pieces = []
        while self.at < len(self.text):
            c = self.text[self.at]
            if end and c == end:
                self.at += 1
                return pieces
            if c == '}':
                raise ValueError('unbalanced braces in a formula: ' + self.text)
            start = self.at
            piece, style = self._item(style)
            if piece is None:
                continue
            piece = self._scripts(piece, style)
            if piece.char is not None and piece.font is not None:
                pieces += self._spaced(piece, start)
            else:
                pieces.append(piece)
        if end:
            raise ValueError(f"Expected '{end}' in a formula: {self.text}")
        return pieces

    def _spaced(self, piece, start):
        """A letter with the space that signs have around them."""
        c = piece.char
        before = self.text[:start].rstrip(' ')[-1:]
        if c in _SPACED:
            if self.space_after or c in _BINARY and (not before or before in _BEFORE_SIGNS):
                return [piece]
            return [self._space(0.2), piece, self._space(0.2)]
        if c in ',;.!':
            behind = self.text[self.at:].lstrip(' ')[:1]
            if c == ',' and before == '{' and behind == '}' or c == '.' and before.isdigit() and behind.isdigit():
                return [piece]
            return [piece, self._space(0.2)]
        return [piece]

    # Scripts

    def _scripts(self, base, style):
        """The base with what stands above and below it."""
        sub = sup = None
        primes = 0
        while self.at < len(self.text) and self.text[self.at] in "^_'":
            mark = self.text[self.at]
            self.at += 1
            if mark == "'":
                primes += 1
            elif mark == '^':
                if sup is not None:
                    raise ValueError('Double superscript')
                sup = self._group(style)
            else:
                if sub is not None:
                    raise ValueError('Double subscript')
                sub = self._group(style)
        if primes:
            mark = self._piece('\u2032' * primes, 'rm')
            sup = mark if sup is None else _row([sup, mark])
        if sub is None and sup is None:
            return base
        made = self._over_under(base, sub, sup) if base.is_over else self._beside(base, sub, sup)
        if self.space_after:
            made = _row([made, self._space(_SPACES[','])])
            self.space_after = False
        return made

    def _over_under(self, base, sub, sup):
        sup, sub = (None if one is None else _row([one]).shrunk() for one in (sup, sub))
        width = max(one.width for one in (base, sub, sup) if one is not None)
        gap, made = 3 * self.rule, _Box()
        made.put(base, _centred(base, width))
        if sup is not None:
            made.put(sup, _centred(sup, width), base.height + gap + sup.depth)
        if sub is not None:
            made.put(sub, _centred(sub, width), -(base.depth + gap + sub.height))
        made.width = width
        return made

    def _beside(self, base, sub, sup):
        x_height, height = self.x_height, base.height
        drop = base.depth if base.is_drop else 0.0
        above = below = _DELTA * x_height
        if base.is_slanted and base.char is not None:
            above += _DELTA * x_height + _SLANTED * (height - x_height * 2 / 3)
            below = 0.0
            if base.is_drop:
                below = (3 * _DELTA - _INTEGRAL) * height
                above = (3 * _DELTA + _INTEGRAL) * height
        up = down = 0.0
        if base.char is None:
            up, down = base.height - _SUP_DROP * x_height * _SMALLER, base.depth + _SUB_DROP * x_height * _SMALLER
        made = _row([base])
        x = made.width
        sub = None if sub is None else _row([_Box(below), sub]).shrunk()
        sup = None if sup is None else _row([_Box(above), sup]).shrunk()
        if sup is not None:
            up = height - _SUB_DROP * x_height if base.is_drop else max(up, _SUP * x_height, sup.depth + x_height / 4)
        if sub is not None:
            if base.is_drop:
                down = drop + _SUB_DROP * x_height
            elif sup is None:
                down = max(down, _SUB * x_height, sub.height - x_height * 4 / 5)
            else:
                down = max(down, _SUB_BELOW * x_height)
        if sub is not None and sup is not None:
            close = 4 * self.rule - ((up - sup.depth) - (sub.height - down))
            if close > 0:
                down += close
                close = x_height * 4 / 5 - up + sup.depth
                if close > 0:
                    up, down = up + close, down - close
        width = 0.0
        for script, dy in ((sup, up), (sub, -down)):
            if script is not None:
                made.put(script, x, dy)
                width = max(width, script.width)
        made.width = x + width + (0.0 if base.is_drop else _SCRIPT_SPACE * x_height)
        return made

    # Pieces

    def _skip_spaces(self):
        while self.at < len(self.text) and self.text[self.at] == ' ':
            self.at += 1

    def _group(self, style):
        self._skip_spaces()
        if self.at < len(self.text) and self.text[self.at] == '{':
            self.at += 1
            return _row(self.sequence(style, '}'))
        if self.at >= len(self.text):
            raise ValueError('Expected a group in a formula: ' + self.text)
        return self._item(style)[0] or _Box()

    def _item(self, style):
        """The next piece, and the style that holds behind it."""
        c = self.text[self.at]
        self.at += 1
        if c == '{':
            return _row(self.sequence(style, '}')), style
        if c == '\\':
            return self._command(style)
        if c == ' ':
            return None, style
        if c == '~':
            return self._space(0.33333), style
        if c == '-':
            c = '\u2212'
        if c.isalpha():
            return self._piece(c, style), style
        return self._piece(c, style if style in ('default', 'bf', 'tt') else 'rm'), style

    def _name(self):
        start = self.at
        if self.at < len(self.text) and self.text[self.at].isalpha():
            while self.at < len(self.text) and self.text[self.at].isalpha():
                self.at += 1
        else:
            self.at += 1
        return self.text[start:self.at]

    def _command(self, style):
        name = self._name()
        if name in _GREEK:
            return self._piece(_GREEK[name], 'bf' if style == 'bf' else 'it' if style == 'it' else 'rm'), style
        if name in _CAPITALS:
            return self._piece(_CAPITALS[name], 'bf' if style == 'bf' else 'rm'), style
        if name in _SIGNS:
            return self._piece(_SIGNS[name], 'rm'), style
        if name in _PLAIN:
            return self._piece(_PLAIN[name], 'rm'), style
        if name in _OVER or name in _DROP:
            # As large as in a font for displayed formulas.
            size, self.size = self.size, self.size * 1.415
            made = self._piece((_OVER.get(name) or _DROP[name]), 'rm')
            self.size = size
            made.is_over, made.is_drop, made.is_slanted = name in _OVER, name in _DROP, name in _DROP
            return made, style
        if name in _FUNCTIONS:
            return self._function(name, name in _OVER_FUNCTIONS), style
        if name in _SPACES:
            return self._space(_SPACES[name]), style
        if name in _FONTS:
            return self._font(name, style)
        if name in ('frac', 'dfrac', 'tfrac', 'binom'):
            return self._fraction(style, name), style
        if name == 'sqrt':
            return self._root(style), style
        if name in _ACCENTS:
            return self._accent(name, style), style
        if name == 'left':
            return self._delimited(style), style
        if name in ('right', 'big', 'Big', 'bigg', 'Bigg', 'displaystyle', 'limits', 'middle'):
            return None, style
        raise ValueError(f'Unknown symbol: \\{name}, found in a formula: {self.text}')

    def _function(self, name, is_over):
        pieces = [self._piece(name, 'rm')]
        behind = self.text[self.at:].lstrip(' ')[:1]
        if behind not in _DELIMITERS or not behind:
            pieces.append(self._space(_SPACES[',']))
        self.space_after = behind in ('^', '_')
        made = _row(pieces)
        made.is_over = is_over
        return made

    def _font(self, name, style):
        new = _FONTS[name]
        self._skip_spaces()
        if self.at < len(self.text) and self.text[self.at] == '{':
            if name.startswith('text'):
                return self._verbatim('rm' if new == 'default' else new), style
            if name == 'operatorname':
                end = self.text.find('}', self.at)
                word = self.text[self.at + 1:end]
                self.at = end + 1
                return self._function(word, False), style
            return self._group(new), style
        return None, new

    def _verbatim(self, style):
        end = self.text.find('}', self.at)
        end = len(self.text) if end < 0 else end
        text = self.text[self.at + 1:end]
        self.at = end + 1
        return self._piece(text, style) if text else _Box()

    def _fraction(self, style, name):
        top, bottom = _row([self._group(style)]), _row([self._group(style)])
        x_height, is_small = self.x_height, name != 'dfrac'
        if is_small:
            top, bottom, x_height = top.shrunk(), bottom.shrunk(), x_height * _SMALLER
        width, axis, half = max(top.width, bottom.width), _AXIS * self.size, self.rule / 2
        made = _Box()
        if name == 'binom':
            up, down = _NUMERATOR_BARE * x_height, _DENOMINATOR_SMALL * x_height
            gap, least = (up - top.depth) - (bottom.height - down), 3 * self.rule
            down += max(0.0, least - gap) / 2
            low = -down
            high = low + bottom.height + max(gap, least) + top.depth
        else:
            up = (_NUMERATOR_SMALL if is_small else _NUMERATOR) * x_height
            down = (_DENOMINATOR_SMALL if is_small else _DENOMINATOR) * x_height
            least = self.rule if is_small else 3 * self.rule
            high = axis + half + max(up - top.depth - axis - half, least) + top.depth
            low = axis - half - max(axis - half - (bottom.height - down), least) - bottom.height
            made.rules.append((self.rule, axis - half, width, self.rule))
        made.put(top, self.rule + _centred(top, width), high)
        made.put(bottom, self.rule + _centred(bottom, width), low)
        made.width = width + 2 * self.rule
        if name == 'binom':
            return self._between('(', made, ')')
        return made

    def _stretched(self, c, height, depth):
        """A sign as high as what stands behind it."""
        plain = self._piece(c, 'rm')
        size = self.size
        factor = (height + depth) / max(plain.height + plain.depth, 1e-6)
        self.size = size * factor
        made = self._piece(c, 'rm')
        self.size = size
        made.shift, made.font = depth - made.depth, None
        return made

    def _between(self, left, middle, right):
        pieces = [middle]
        if left != '.':
            pieces.insert(0, self._stretched(left, middle.height, middle.depth))
        if right != '.':
            pieces.append(self._stretched(right, middle.height, middle.depth))
        return _row(pieces)

    def _delimiter(self):
        self._skip_spaces()
        c = self.text[self.at:self.at + 1]
        self.at += 1
        if c == '\\':
            name = self._name()
            return _PLAIN.get(name, name[:1] or '.')
        return c or '.'

    def _delimited(self, style):
        """What stands between \\left and \\right."""
        left, pieces = self._delimiter(), []
        while self.at < len(self.text):
            if self.text.startswith('\\right', self.at) and not self.text[self.at + 6:self.at + 7].isalpha():
                self.at += 6
                return self._between(left, _row(pieces), self._delimiter())
            start = self.at
            piece, style = self._item(style)
            if piece is not None:
                piece = self._scripts(piece, style)
                pieces += self._spaced(piece, start) if piece.font is not None else [piece]
        raise ValueError('Expected \\right in a formula: ' + self.text)

    def _root(self, style):
        index = None
        if self.text[self.at:self.at + 1] == '[':
            end = self.text.find(']', self.at)
            if end < 0:
                raise ValueError("Expected ']' in a formula: " + self.text)
            index = _row(_Parser(self.text[self.at + 1:end], self.own, self.size).sequence(style)).shrunk(2)
            self.at = end + 1
        body = _row([self._group(style)])
        rule = self.rule
        check = self._stretched('\u221a', body.height + 5 * rule, body.depth)
        height = check.height - check.shift
        made = _Box()
        x = index.width if index is not None else 0.5 * check.width
        if index is not None:
            made.put(index, 0.0, 0.6 * height)
        x -= 0.5 * check.width
        made.put(check, x, -check.shift)
        x += check.width
        made.put(body, x + 2 * rule)
        top = height + 0.06 * self.size
        made.rules.append((x, top - rule, body.width + 4 * rule, rule))
        made.height = max(made.height, top)
        made.width = x + body.width + 4 * rule
        return made

    def _accent(self, name, style):
        body = _row([self._group(style)])
        rule = self.rule
        if name in ('overline', 'bar'):
            top = body.height + 3 * rule + 0.06 * self.size
            body.rules.append((0.0, top - rule, body.width, rule))
            body.height = top
            return body
        marks = {'hat': '\u02c6', 'widehat': '\u02c6', 'tilde': '\u02dc', 'widetilde': '\u02dc', 'vec': '\u2192',
                 'dot': '\u02d9', 'ddot': '\u00a8'}
        mark = self._piece(marks[name], 'rm')
        mark = mark.shrunk() if name == 'vec' else mark
        made = _Box()
        made.put(body, 0.0)
        made.put(mark, (body.width - mark.width) / 2 + body.width / 16, body.height + 2 * rule + mark.depth)
        made.width = body.width
        return made


def layout(text, font, size):
    """A line with formulas: width, ascent, descent, runs and rules."""
    pieces = []
    for i, part in enumerate(_split(text)):
        parser = _Parser(part, font, size)
        if i % 2:
            pieces.append(_row(parser.sequence('it')))
        elif part:
            pieces.append(parser._piece(part, 'default'))
    whole = _row([_row([piece]) for piece in pieces])
    width, ascent, descent = (float(math.ceil(v)) for v in (whole.width, whole.height, whole.depth))
    lift = ascent - whole.height
    rules = []
    for x, y, w, h in whole.rules:
        # Thin lines grow to a pixel.
        rules.append((x, y + lift - max(0.0, 1 - h) / 2, w, max(h, 1.0)))
    return width, ascent, descent, [(x, y + lift, *rest) for x, y, *rest in whole.runs], rules


def _split(text):
    """Plain text and formulas by turns."""
    parts, current, i = [], '', 0
    while i < len(text):
        if text[i] == '\\' and text[i + 1:i + 2] == '$':
            current += '$' if len(parts) % 2 == 0 else '\\$'
            i += 2
        elif text[i] == '$':
            parts.append(current)
            current = ''
            i += 1
        else:
            current += text[i]
            i += 1
    parts.append(current)
    if len(parts) % 2 == 0:
        last = parts.pop()
        parts[-1] += '$' + last
    return parts
