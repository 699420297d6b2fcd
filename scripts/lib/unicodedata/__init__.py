"""What is known of characters."""

import _unicode

unidata_version = '14.0.0'
_missing = object()


def _checked(function, chr):
    if not isinstance(chr, str):
        raise TypeError(f'{function}() argument 1 must be a unicode character, not {type(chr).__name__}')
    if len(chr) != 1:
        raise TypeError(f'{function}() argument 1 must be a unicode character, not str')
    return chr


def name(chr, default=_missing, /):
    """The name of a character."""
    found = _unicode.name(_checked('name', chr))
    if found is not None:
        return found
    if default is _missing:
        raise ValueError('no such name')
    return default


def lookup(name, /):
    """The character of a name."""
    code = _unicode.find(name.upper())
    if code < 0:
        raise KeyError(f"undefined character name '{name}'")
    return chr(code)


def category(chr, /):
    """The general category in two letters."""
    return _unicode.category(_checked('category', chr)) or 'Cs'


def combining(chr, /):
    """The class that orders marks."""
    return _unicode.combining(_checked('combining', chr)) or 0


def mirrored(chr, /):
    """1 for a character that is mirrored in text from right to left."""
    return _unicode.mirrored(_checked('mirrored', chr)) or 0


def _number(function, chr, default, kind, message):
    if (_unicode.number_kind(_checked(function, chr)) or 0) >= kind:
        return _unicode.numeric(chr)
    if default is _missing:
        raise ValueError(message)
    return default


def decimal(chr, default=_missing, /):
    """The value of a decimal digit."""
    found = _number('decimal', chr, default, 3, 'not a decimal')
    return int(found) if type(found) is float and found is not default else found


def digit(chr, default=_missing, /):
    """The value of a digit."""
    found = _number('digit', chr, default, 2, 'not a digit')
    return int(found) if type(found) is float and found is not default else found


def numeric(chr, default=_missing, /):
    """The value of what stands for a number."""
    return _number('numeric', chr, default, 1, 'not a numeric character')


def normalize(form, unistr, /):
    """A text in one of the forms NFC, NFD, NFKC and NFKD."""
    if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    if not isinstance(unistr, str):
        raise TypeError(f'normalize() argument 2 must be str, not {type(unistr).__name__}')
    if unistr.isascii():
        return unistr
    if form[2] == 'K':
        from unicodedata._compatible import table
        unistr = unistr.translate(table())
    return _unicode.normalize(form[-1] == 'C', unistr)


def is_normalized(form, unistr, /):
    """Whether a text is in a form."""
    return normalize(form, unistr) == unistr


def east_asian_width(chr, /):
    """How wide a character is: W and F are two columns."""
    from unicodedata._widths import width
    return width(ord(_checked('east_asian_width', chr)))
