"""Formulas between dollars: letters, Greek, scripts, fractions and roots."""

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
_LARGE = {'sum': '\u2211', 'prod': '\u220f', 'int': '\u222b', 'oint': '\u222e'}
_FUNCTIONS = set('sin cos tan exp log ln lim max min sup inf arg det dim sec csc cot sinh cosh tanh arcsin arccos arctan '
                 'Pr gcd hom ker deg'.split())
_SPACES = {',': 0.167, ';': 0.278, ':': 0.222, '!': -0.167, 'quad': 1.0, 'qquad': 2.0, ' ': 0.333, 'enspace': 0.5}
_ACCENTS = {'hat': '\u0302', 'bar': '\u0304', 'overline': '\u0304', 'tilde': '\u0303', 'vec': '\u20d7', 'dot': '\u0307',
            'ddot': '\u0308', 'widehat': '\u0302', 'widetilde': '\u0303'}
_FONTS = {'mathrm': 'rm', 'rm': 'rm', 'mathdefault': 'default', 'mathregular': 'default', 'text': 'default',
          'mathbf': 'bf', 'bf': 'bf', 'boldsymbol': 'bf', 'mathit': 'it', 'it': 'it', 'mathcal': 'it', 'mathbb': 'rm',
          'mathsf': 'rm', 'mathtt': 'tt', 'operatorname': 'rm', 'mathfrak': 'it', 'mathscr': 'it', 'textbf': 'bf',
          'textit': 'it', 'textrm': 'rm', 'bm': 'bf'}
_FILES = {'rm': 'DejaVuSans.ttf', 'it': 'DejaVuSans-Oblique.ttf', 'bf': 'DejaVuSans-Bold.ttf',
          'tt': 'DejaVuSansMono.ttf'}
_SPACED = set('=<>+\u2212') | set(_SIGNS.values()) - {'|', '\u2218'}


class _Box:
    """A piece of a formula: its size, runs and rules, seen from its left end on the base line."""
    over = False

    def __init__(self, width=0.0, ascent=0.0, descent=0.0, runs=None, rules=None):
        self.width, self.ascent, self.descent = width, ascent, descent
        self.runs, self.rules = runs or [], rules or []

    def add(self, other, dx=None, dy=0.0):
        """Put another piece into this one, behind it if no place is given."""
        at = self.width if dx is None else dx
        self.runs += [(x + at, y + dy, *rest) for x, y, *rest in other.runs]
        self.rules += [(x + at, y + dy, w, h) for x, y, w, h in other.rules]
        self.ascent = max(self.ascent, other.ascent + dy)
        self.descent = max(self.descent, other.descent - dy)
        self.width = max(self.width, at + other.width)


class _Parser:
    """Reads one formula."""

    def __init__(self, text, font):
        self.text, self.at, self.own = text, 0, font

    def _piece(self, text, size, style):
        font = self.own if style == 'default' else _FILES[style]
        width, ascent, descent = measure(text, font, size)
        return _Box(width, ascent, descent, [(0.0, 0.0, text, font, size)])

    def sequence(self, size, style, end=''):
        """Pieces up to `end`."""
        box = _Box()
        previous = ''
        while self.at < len(self.text):
            c = self.text[self.at]
            if end and c == end:
                self.at += 1
                break
            if c == '}':
                raise ValueError('unbalanced braces in a formula: ' + self.text)
            piece, kind, style = self._item(size, style)
            if piece is None:
                continue
            if kind == 'sign' and previous not in ('', 'sign', 'open'):
                gap = 0.2 * size * (0.9 if True else 1)
                box.width += gap
                box.add(piece)
                box.width += gap
            else:
                box.add(self._scripts(piece, kind, size, style))
            previous = kind
        return box

    def _scripts(self, base, kind, size, style):
        """The base with what stands above and below it."""
        sub = sup = None
        primes = 0
        while self.at < len(self.text) and self.text[self.at] in "^_'":
            mark = self.text[self.at]
            self.at += 1
            if mark == "'":
                primes += 1
                continue
            while self.at < len(self.text) and self.text[self.at] == ' ':
                self.at += 1
            script = self._item(size * 0.7, style)[0] if self.at < len(self.text) else None
            if mark == '^':
                sup = script
            else:
                sub = script
        if primes:
            mark = self._piece('\u2032' * primes, size * 0.7, 'rm')
            if sup is not None:
                mark.add(sup)
            sup = mark
        if sub is None and sup is None:
            return base
        result = _Box()
        result.add(base)
        if kind == 'large' and size > 0 and base.over:
            width = max(base.width, *(s.width for s in (sub, sup) if s is not None))
            result = _Box()
            result.add(base, (width - base.width) / 2)
            if sup is not None:
                result.add(sup, (width - sup.width) / 2, base.ascent + sup.descent + 0.12 * size)
            if sub is not None:
                result.add(sub, (width - sub.width) / 2, -base.descent - sub.ascent - 0.12 * size)
            result.width = width
            return result
        x = base.width + 0.04 * size
        x_height = 0.547 * size
        up = max(base.ascent - 0.386 * size * 0.9 if base.ascent > 0.8 * size else 0, 0.38 * size)
        down = 0.25 * size if sup is not None else max(0.18 * size, base.descent * 0.5)
        if sup is not None:
            result.add(sup, x, up)
        if sub is not None:
            result.add(sub, x, -down)
        result.width += 0.06 * size
        return result

    def _group(self, size, style):
        while self.at < len(self.text) and self.text[self.at] == ' ':
            self.at += 1
        if self.at < len(self.text) and self.text[self.at] == '{':
            self.at += 1
            return self.sequence(size, style, '}')
        return self._item(size, style)[0] or _Box()

    def _item(self, size, style):
        """The next piece, its kind, and the style that holds behind it."""
        c = self.text[self.at]
        self.at += 1
        if c == '{':
            return self.sequence(size, style, '}'), 'group', style
        if c == '\\':
            return self._command(size, style)
        if c == ' ':
            if style in ('default', 'rm') and False:
                return self._piece(' ', size, style), 'plain', style
            return None, '', style
        if c == '~':
            return _Box(0.333 * size), 'plain', style
        if c == '-':
            c = '\u2212'
        upright = style if style in ('default', 'bf', 'tt') else 'rm'
        if c.isalpha():
            return self._piece(c, size, style), 'letter', style
        kind = 'sign' if c in _SPACED and style != 'default' else 'open' if c in '([{' else 'plain'
        return self._piece(c, size, upright), kind, style

    def _name(self):
        start = self.at
        if self.at < len(self.text) and self.text[self.at].isalpha():
            while self.at < len(self.text) and self.text[self.at].isalpha():
                self.at += 1
        else:
            self.at += 1
        return self.text[start:self.at]

    def _command(self, size, style):
        name = self._name()
        if name in _GREEK:
            return self._piece(_GREEK[name], size, 'bf' if style == 'bf' else 'it'), 'letter', style
        if name in _CAPITALS:
            return self._piece(_CAPITALS[name], size, 'bf' if style == 'bf' else 'rm'), 'letter', style
        if name in _SIGNS:
            return self._piece(_SIGNS[name], size, 'rm'), 'sign', style
        if name in _PLAIN:
            return self._piece(_PLAIN[name], size, 'rm'), 'plain', style
        if name in _LARGE:
            made = self._piece(_LARGE[name], size * 1.2, 'rm')
            made.over = name in ('sum', 'prod')
            return made, 'large', style
        if name in _FUNCTIONS:
            made = self._piece(name, size, 'rm')
            made.over = name in ('lim', 'max', 'min', 'sup', 'inf')
            made.width += 0.1 * size
            return made, 'large' if made.over else 'plain', style
        if name in _SPACES:
            return _Box(_SPACES[name] * size), 'plain', style
        if name in _FONTS:
            new = _FONTS[name]
            while self.at < len(self.text) and self.text[self.at] == ' ':
                self.at += 1
            if self.at < len(self.text) and self.text[self.at] == '{':
                if name.startswith('text') or name == 'operatorname':
                    return self._verbatim(size, new), 'group', style
                return self._group(size, new), 'group', style
            return None, '', new
        if name in ('frac', 'dfrac', 'tfrac', 'binom'):
            return self._fraction(size, style, name), 'group', style
        if name == 'sqrt':
            return self._root(size, style), 'group', style
        if name in _ACCENTS:
            return self._accent(name, size, style), 'letter', style
        if name in ('left', 'right', 'big', 'Big', 'bigg', 'Bigg', 'displaystyle', 'limits', 'middle'):
            if name in ('left', 'right') and self.text[self.at:self.at + 1] == '.':
                self.at += 1
            return None, '', style
        raise ValueError(f'Unknown symbol: \\{name}, found in a formula: {self.text}')

    def _verbatim(self, size, style):
        end = self.text.find('}', self.at)
        end = len(self.text) if end < 0 else end
        text = self.text[self.at + 1:end]
        self.at = end + 1
        return self._piece(text, size, style)

    def _fraction(self, size, style, name):
        small = size * 0.7 if name != 'dfrac' else size
        top, bottom = self._group(small, style), self._group(small, style)
        width = max(top.width, bottom.width)
        line = 0.0 if name == 'binom' else max(0.05 * size, 0.5)
        middle = 0.29 * size
        gap = 0.12 * size
        result = _Box()
        pad = 0.08 * size
        result.add(top, pad + (width - top.width) / 2, middle + line / 2 + gap + top.descent)
        result.add(bottom, pad + (width - bottom.width) / 2, middle - line / 2 - gap - bottom.ascent)
        if line:
            result.rules.append((pad, middle - line / 2, width, line))
        result.width = width + 2 * pad
        return result

    def _root(self, size, style):
        index = None
        if self.text[self.at:self.at + 1] == '[':
            end = self.text.find(']', self.at)
            index = _Parser(self.text[self.at + 1:end], self.own).sequence(size * 0.5, style)
            self.at = end + 1
        body = self._group(size, style)
        height = max(body.ascent, 0.7 * size) + 0.12 * size
        sign = self._piece('\u221a', size * max(1.0, height / (0.85 * size)), 'rm')
        result = _Box()
        if index is not None:
            result.add(index, 0.0, height * 0.55)
            result.width = max(0.0, index.width - 0.2 * size)
        result.add(sign, None, height - sign.ascent)
        start = result.width
        line = max(0.05 * size, 0.6)
        result.add(body, start + 0.05 * size)
        result.rules.append((start - 0.02 * size, height - line, body.width + 0.12 * size, line))
        result.width = start + body.width + 0.12 * size
        result.ascent = max(result.ascent, height)
        return result

    def _accent(self, name, size, style):
        body = self._group(size, style)
        if name in ('overline', 'bar'):
            line = max(0.05 * size, 0.6)
            body.rules.append((0.05 * size, body.ascent + 0.08 * size, body.width - 0.1 * size, line))
            body.ascent += 0.08 * size + line
            return body
        marks = {'hat': '\u02c6', 'widehat': '\u02c6', 'tilde': '\u02dc', 'widetilde': '\u02dc', 'vec': '\u2192',
                 'dot': '\u02d9', 'ddot': '\u00a8'}
        mark = self._piece(marks[name], size * (0.7 if name == 'vec' else 1.0), 'rm')
        lift = body.ascent - 0.547 * size if name != 'vec' else body.ascent - 0.1 * size
        result = _Box()
        result.add(body)
        result.add(mark, (body.width - mark.width) / 2 + 0.06 * size, max(lift, 0.0))
        result.width = body.width
        return result


def layout(text, font, size):
    """A line with formulas: width, ascent, descent, runs and rules."""
    parts = _split(text)
    whole = _Box()
    for i, part in enumerate(parts):
        if i % 2 == 0:
            if part:
                width, ascent, descent = measure(part, font, size)
                whole.add(_Box(width, ascent, descent, [(0.0, 0.0, part, font, size)]))
        else:
            whole.add(_Parser(part, font).sequence(size, 'it'))
    return whole.width, whole.ascent, whole.descent, whole.runs, whole.rules


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
