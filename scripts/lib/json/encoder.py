"""JSON texts of objects."""

from _json import encode as _encode

_escapes = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}


def _escaped(char, ascii_only):
    known = _escapes.get(char)
    if known is not None:
        return known
    code = ord(char)
    if code < 0x20 or ascii_only and 0x7f <= code < 0x10000:
        return f'\\u{code:04x}'
    if ascii_only and code >= 0x10000:
        code -= 0x10000
        return f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}'
    return char


def encode_basestring(s):
    """A string in quotes."""
    if type(s) is not str:
        s = str.__str__(s)
    if s.isprintable() and '"' not in s and '\\' not in s:
        return f'"{s}"'
    return '"' + ''.join([_escaped(c, False) for c in s]) + '"'


def encode_basestring_ascii(s):
    """A string in quotes, of ASCII characters only."""
    if type(s) is not str:
        s = str.__str__(s)
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s:
        return f'"{s}"'
    return '"' + ''.join([c if ' ' <= c <= '~' and c != '"' and c != '\\' else _escaped(c, True) for c in s]) + '"'


class JSONEncoder:
    """Makes JSON texts; `default` may be overridden for further classes."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        if default is not None:
            self.default = default
        if separators is None and indent is not None:
            self.item_separator = ','
        elif separators is not None:
            self.item_separator, self.key_separator = separators
        self.ensure_ascii, self.allow_nan, self.check_circular = ensure_ascii, allow_nan, check_circular
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent

    def default(self, o):
        """Something that can be encoded in place of an object that cannot."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The text of an object."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        text = self._plain(o)
        return ''.join(self._chunks(o)) if text is None else text

    def _plain(self, o):
        """The text at once, where all values are plain."""
        indent = self.indent
        return _encode(o, self.ensure_ascii, self.sort_keys, ' ' * indent if isinstance(indent, int) else indent,
                       self.item_separator, self.key_separator)

    def iterencode(self, o, _one_shot=False):
        """The text of an object in pieces."""
        return iter(self._chunks(o))

    def _chunks(self, o):
        chunks = []
        _Writer(self, chunks).write(o, '\n')
        return chunks


class _Writer:
    """Appends the text of one object to a list."""

    def __init__(self, encoder, chunks):
        self.encoder = encoder
        self.emit = chunks.append
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        indent = encoder.indent
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        self.item_separator = encoder.item_separator
        self.key_separator = encoder.key_separator
        self.open = set() if encoder.check_circular else None

    def write(self, o, newline):
        """Writes an object; `newline` is the line break with the indentation it stands at."""
        if isinstance(o, str):
            self.emit(self.string(o))
        elif o is None:
            self.emit('null')
        elif o is True:
            self.emit('true')
        elif o is False:
            self.emit('false')
        elif isinstance(o, int):
            self.emit(int.__repr__(o))
        elif isinstance(o, float):
            self.emit(self.number(o))
        else:
            if self.open is not None:
                key = id(o)
                if key in self.open:
                    raise ValueError('Circular reference detected')
                self.open.add(key)
            if isinstance(o, (list, tuple)):
                self.write_list(o, newline)
            elif isinstance(o, dict):
                self.write_dict(o, newline)
            else:
                self.write(self.encoder.default(o), newline)
            if self.open is not None:
                self.open.discard(key)

    def number(self, o):
        if o != o:
            text = 'NaN'
        elif o in (float('inf'), float('-inf')):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def layout(self, bracket, newline):
        """What stands before the first item and before each further one, and the line break inside the brackets."""
        if self.indent is None:
            return bracket, self.item_separator, newline
        inner = newline + self.indent
        return bracket + inner, self.item_separator + inner, inner

    def write_list(self, items, newline):
        if not items:
            self.emit('[]')
            return
        opening, separator, inner = self.layout('[', newline)
        for item in items:
            self.emit(opening)
            opening = separator
            self.write(item, inner)
        self.emit(']' if self.indent is None else newline + ']')

    def write_dict(self, items, newline):
        if not items:
            self.emit('{}')
            return
        opening, separator, inner = self.layout('{', newline)
        pairs = sorted(items.items()) if self.encoder.sort_keys else items.items()
        first = opening
        for key, value in pairs:
            if not isinstance(key, str):
                key = self.key(key)
                if key is None:
                    continue
            self.emit(opening)
            opening = separator
            self.emit(self.string(key))
            self.emit(self.key_separator)
            self.write(value, inner)
        if opening is first:
            self.emit('{')
        self.emit('}' if self.indent is None else newline + '}')

    def key(self, key):
        if isinstance(key, float):
            return self.number(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
