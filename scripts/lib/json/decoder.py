"""Objects of JSON texts."""

from _json import decode as _decode


class JSONDecodeError(ValueError):
    """What is wrong in a JSON text, and where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_constants = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}
_escapes = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_space = ' \t\n\r'
_digits = '0123456789'


class JSONDecoder:
    """Reads JSON texts."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        # Without options the text can be read at once; what is wrong with it is found by reading it again.
        self._is_plain = strict and (object_hook is parse_float is parse_int is parse_constant is object_pairs_hook
                                     is None)

    def decode(self, s):
        """The object of a whole text."""
        if self._is_plain:
            obj = _decode(s)
            if obj is not NotImplemented:
                return obj
        reader = _Reader(self, s)
        obj, end = reader.value(reader.skip(0))
        end = reader.skip(end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object of a text that starts at a place, and the place behind it."""
        return _Reader(self, s).value(idx)


class _Reader:
    """Reads values out of one text; each method returns a value and the place behind it."""

    def __init__(self, decoder, text):
        self.decoder = decoder
        self.text = text

    def skip(self, at):
        text = self.text
        n = len(text)
        while at < n and text[at] in _space:
            at += 1
        return at

    def value(self, at):
        text = self.text
        c = text[at:at + 1]
        if c == '"':
            return self.string(at + 1)
        if c == '{':
            return self.object(at + 1)
        if c == '[':
            return self.array(at + 1)
        if c != '' and c in '-0123456789':
            return self.number(at)
        if c == 'n' and text.startswith('null', at):
            return None, at + 4
        if c == 't' and text.startswith('true', at):
            return True, at + 4
        if c == 'f' and text.startswith('false', at):
            return False, at + 5
        return self.constant(at)

    def constant(self, at):
        for name in _constants:
            if self.text.startswith(name, at):
                return self.decoder.parse_constant(name), at + len(name)
        raise JSONDecodeError('Expecting value', self.text, at)

    def number(self, start):
        text = self.text
        n = len(text)
        at = start + 1 if text[start] == '-' else start
        if at >= n or text[at] not in _digits:
            return self.constant(start)
        if text[at] == '0':
            at += 1
        else:
            while at < n and text[at] in _digits:
                at += 1
        whole = at
        if at + 1 < n and text[at] == '.' and text[at + 1] in _digits:
            at += 2
            while at < n and text[at] in _digits:
                at += 1
        if at < n and text[at] in 'eE':
            next = at + 1
            if next < n and text[next] in '+-':
                next += 1
            if next < n and text[next] in _digits:
                while next < n and text[next] in _digits:
                    next += 1
                at = next
        if at == whole:
            return self.decoder.parse_int(text[start:at]), at
        return self.decoder.parse_float(text[start:at]), at

    def string(self, start):
        text = self.text
        end = text.find('"', start)
        if end < 0:
            end = len(text)
        part = text[start:end]
        if end < len(text) and '\\' not in part and (part.isprintable() or not self.decoder.strict):
            return part, end + 1
        return self.long_string(start)

    def long_string(self, start):
        text = self.text
        n = len(text)
        at = start
        parts = []
        while at < n:
            c = text[at]
            if c == '"':
                return ''.join(parts), at + 1
            if c == '\\':
                if at + 1 >= n:
                    break
                c, at = self.escape(at, start)
                parts.append(c)
                continue
            if c < ' ' and self.decoder.strict:
                raise JSONDecodeError('Invalid control character at', text, at)
            parts.append(c)
            at += 1
        raise JSONDecodeError('Unterminated string starting at', text, start - 1)

    def escape(self, at, start):
        text = self.text
        c = text[at + 1]
        if c != 'u':
            known = _escapes.get(c)
            if known is None:
                raise JSONDecodeError('Invalid \\escape', text, at)
            return known, at + 2
        code = self.hex(at + 2)
        at += 6
        if 0xd800 <= code <= 0xdbff and text.startswith('\\u', at):
            low = self.hex(at + 2)
            if 0xdc00 <= low <= 0xdfff:
                return chr(0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)), at + 6
        return chr(code), at

    def hex(self, at):
        digits = self.text[at:at + 4]
        if len(digits) == 4 and all(c in '0123456789abcdefABCDEF' for c in digits):
            return int(digits, 16)
        raise JSONDecodeError('Invalid \\uXXXX escape', self.text, at - 1)

    def array(self, at):
        text = self.text
        items = []
        append = items.append
        at = self.skip(at)
        if text[at:at + 1] == ']':
            return items, at + 1
        while True:
            value, at = self.value(at)
            append(value)
            c = text[at:at + 1]
            if c != '' and c in _space:
                at = self.skip(at)
                c = text[at:at + 1]
            if c == ',':
                at += 1
                c = text[at:at + 1]
                if c != '' and c in _space:
                    at = self.skip(at)
            elif c == ']':
                return items, at + 1
            else:
                raise JSONDecodeError("Expecting ',' delimiter", text, at)

    def object(self, at):
        text = self.text
        decoder = self.decoder
        pairs = [] if decoder.object_pairs_hook is not None else None
        result = {}
        at = self.skip(at)
        c = text[at:at + 1]
        if c != '}':
            while True:
                if c != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', text, at)
                key, at = self.string(at + 1)
                if text[at:at + 1] != ':':
                    at = self.skip(at)
                    if text[at:at + 1] != ':':
                        raise JSONDecodeError("Expecting ':' delimiter", text, at)
                at += 1
                c = text[at:at + 1]
                if c != '' and c in _space:
                    at = self.skip(at)
                value, at = self.value(at)
                if pairs is None:
                    result[key] = value
                else:
                    pairs.append((key, value))
                c = text[at:at + 1]
                if c != '' and c in _space:
                    at = self.skip(at)
                    c = text[at:at + 1]
                if c == '}':
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", text, at)
                at += 1
                c = text[at:at + 1]
                if c != '' and c in _space:
                    at = self.skip(at)
                    c = text[at:at + 1]
        if pairs is not None:
            return decoder.object_pairs_hook(pairs), at + 1
        if decoder.object_hook is not None:
            result = decoder.object_hook(result)
        return result, at + 1
