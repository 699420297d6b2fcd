"""Texts in HTML."""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """The text with entities in place of `&`, `<`, `>` and quotes."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


_names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae',
          'deg': '\xb0', 'plusmn': '\xb1', 'middot': '\xb7', 'times': '\xd7', 'divide': '\xf7', 'euro': '\u20ac',
          'hellip': '\u2026', 'mdash': '\u2014', 'ndash': '\u2013', 'lsquo': '\u2018', 'rsquo': '\u2019',
          'ldquo': '\u201c', 'rdquo': '\u201d', 'bull': '\u2022', 'auml': '\xe4', 'ouml': '\xf6', 'uuml': '\xfc',
          'Auml': '\xc4', 'Ouml': '\xd6', 'Uuml': '\xdc', 'szlig': '\xdf', 'eacute': '\xe9', 'egrave': '\xe8',
          'agrave': '\xe0', 'ccedil': '\xe7', 'ntilde': '\xf1', 'alpha': '\u03b1', 'beta': '\u03b2', 'pi': '\u03c0'}


def _entity(name):
    if name[:1] != '#':
        return _names.get(name)
    digits = name[1:]
    try:
        code = int(digits[1:], 16) if digits[:1] in ('x', 'X') else int(digits)
    except ValueError:
        return None
    if code == 0 or 0xd800 <= code <= 0xdfff or code > 0x10ffff:
        return '\ufffd'
    return chr(code)


def unescape(s):
    """The text with characters in place of entities."""
    parts = s.split('&')
    result = [parts[0]]
    for part in parts[1:]:
        end = part.find(';')
        value = _entity(part[:end]) if end > 0 else None
        result.append('&' + part if value is None else value + part[end + 1:])
    return ''.join(result)
