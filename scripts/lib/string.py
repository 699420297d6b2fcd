"""Sets of characters, and templates."""

import re

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word capitalized, with one space between words unless a separator is given."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


_none = object()


class _Chain:
    """Keywords first, then a mapping."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        return self.first[key] if key in self.first else self.second[key]


class Template:
    """A text with names behind dollar signs."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    # By numbers here and below: the class of `re`'s flags costs more to make than all of this module.
    flags = 2  # re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compile()

    @classmethod
    def _compile(cls):
        """Makes the pattern of a class, from its own text or from what its names are like."""
        pattern = cls.__dict__.get('pattern')
        if pattern is None:
            mark, name = re.escape(cls.delimiter), cls.idpattern
            pattern = (f'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|'
                       f'{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))')
        cls.pattern = re.compile(pattern, cls.flags | 64)  # re.VERBOSE

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """The parts as (literal, name, source, place); the name is None after an escaped delimiter and at the end."""
        text, at = self.template, 0
        for match in self.pattern.finditer(text):
            literal, at = text[at:match.start()], match.end()
            name = match.group('named') or match.group('braced')
            if name is not None:
                yield literal, name, match.group(), match.start()
            elif match.group('escaped') is not None:
                yield literal + self.delimiter, None, '', match.start()
            elif match.group('invalid') is not None:
                yield literal, _none, match.group(), match.start('invalid')
            else:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        yield text[at:], None, '', len(text)

    def _mapping(self, mapping, kws):
        if mapping is _none:
            return kws
        return _Chain(kws, mapping) if kws else mapping

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = at - len(''.join(lines[:-1]))
            lineno = len(lines)
        raise ValueError(f'Invalid placeholder in string: line {lineno}, col {colno}')

    def substitute(self, mapping=_none, /, **kws):
        """The text with values in place of the names."""
        mapping = self._mapping(mapping, kws)
        parts = []
        for literal, name, source, at in self._pieces():
            parts.append(literal)
            if name is _none:
                self._invalid(at)
            if name is not None:
                parts.append(str(mapping[name]))
        return ''.join(parts)

    def safe_substitute(self, mapping=_none, /, **kws):
        """The text with values in place of the names that have some."""
        mapping = self._mapping(mapping, kws)
        parts = []
        for literal, name, source, at in self._pieces():
            parts.append(literal)
            if name is _none:
                parts.append(source)
            elif name is not None:
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    parts.append(source)
        return ''.join(parts)

    def is_valid(self):
        """Whether `substitute` would find no wrong placeholder."""
        return all(name is not _none for _, name, _, _ in self._pieces())

    def get_identifiers(self):
        """The names in order of their first use."""
        return list(dict.fromkeys(name for _, name, _, _ in self._pieces() if name is not None and name is not _none))


Template._compile()


def _parse(text):
    """A format string as (literal, field name, spec, conversion)."""
    at, n = 0, len(text)
    literal = []
    while at < n:
        c = text[at]
        at += 1
        if c not in '{}':
            literal.append(c)
            continue
        if at < n and text[at] == c:
            literal.append(c)
            at += 1
            yield ''.join(literal), None, None, None
            literal = []
            continue
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        if at >= n:
            raise ValueError("Single '{' encountered in format string")
        depth, start = 1, at
        while at < n:
            if text[at] == '{':
                depth += 1
            elif text[at] == '}':
                depth -= 1
                if depth == 0:
                    break
            at += 1
        else:
            raise ValueError("expected '}' before end of string")
        name, spec, conversion = _field(text[start:at])
        at += 1
        yield ''.join(literal), name, spec, conversion
        literal = []
    if literal:
        yield ''.join(literal), None, None, None


def _field(text):
    depth = 0
    for i, c in enumerate(text):
        if c == '[':
            depth += 1
        elif c == ']':
            depth -= 1
        elif c in ':!' and depth <= 0:
            break
    else:
        return text, '', None
    if text[i] == ':':
        return text[:i], text[i + 1:], None
    rest = text[i + 1:]
    if not rest:
        raise ValueError('end of string while looking for conversion specifier')
    if len(rest) > 1 and rest[1] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return text[:i], rest[2:], rest[0]


def _path(name):
    """A field name as its first part and the (is attribute, name) behind it."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first = name[:at]
    rest = []
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            key = name[at + 1:end]
            rest.append((True, key))
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdigit() else key))
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == '':
            raise ValueError('Empty attribute in format string')
        at = end
    return (int(first) if first.isdigit() else first), rest


class Formatter:
    """What `str.format` does, in parts that can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with arguments in place of fields."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """`format` with the arguments as a tuple and a dictionary."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto)
                auto += 1
            elif name.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        """The argument of a number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """May be overridden to complain."""

    def format_field(self, value, format_spec):
        """The text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """A value after `!s`, `!r` or `!a`."""
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """The parts of a format string as (literal, field name, spec, conversion)."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object of a field name, and the argument it starts from."""
        first, rest = _path(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
