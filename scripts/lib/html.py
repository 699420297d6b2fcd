"""Texts in HTML."""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """The text with entities in place of `&`, `<`, `>` and quotes."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


_latin = ('nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute '
          'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig '
          'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times '
          'Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave '
          'eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave '
          'uacute ucirc uuml yacute thorn yuml').split()
_greek = ('Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho _ Sigma Tau Upsilon '
          'Phi Chi Psi Omega').split()
_signs = ('fnof\u0192 OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Yuml\u0178 circ\u02c6 tilde\u02dc ensp\u2002 '
          'emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d ndash\u2013 mdash\u2014 lsquo\u2018 rsquo\u2019 sbquo\u201a '
          'ldquo\u201c rdquo\u201d bdquo\u201e dagger\u2020 Dagger\u2021 bull\u2022 hellip\u2026 permil\u2030 prime\u2032 '
          'Prime\u2033 lsaquo\u2039 rsaquo\u203a euro\u20ac trade\u2122 larr\u2190 uarr\u2191 rarr\u2192 darr\u2193 '
          'harr\u2194 rArr\u21d2 hArr\u21d4 forall\u2200 part\u2202 exist\u2203 empty\u2205 nabla\u2207 isin\u2208 '
          'notin\u2209 prod\u220f sum\u2211 minus\u2212 radic\u221a infin\u221e and\u2227 or\u2228 cap\u2229 cup\u222a '
          'int\u222b asymp\u2248 ne\u2260 equiv\u2261 le\u2264 ge\u2265 sub\u2282 sup\u2283 sube\u2286 supe\u2287 '
          'loz\u25ca spades\u2660 clubs\u2663 hearts\u2665 diams\u2666')
_names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'AMP': '&', 'LT': '<', 'GT': '>', 'QUOT': '"', 'COPY': '\xa9',
          'REG': '\xae'}
_names |= {name: chr(0xa0 + place) for place, name in enumerate(_latin)}
# The old names, which stand for their characters without a semicolon too.
_without_semicolon = frozenset(_names)
_names |= {name: chr(0x391 + place) for place, name in enumerate(_greek)}
_names |= {name.lower() if name != '_' else 'sigmaf': chr(0x3b1 + place) for place, name in enumerate(_greek)}
_names |= {entry[:-1]: entry[-1] for entry in _signs.split(' ')}
_names |= {'apos': "'"}
del _names['_']


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


def _unended(part):
    """The character of an entity without its semicolon, and the place of its last letter."""
    if part[:1] == '#':
        digits, allowed = 1, '0123456789'
        if part[1:2] in ('x', 'X'):
            digits, allowed = 2, '0123456789abcdefABCDEF'
        end = digits
        while end < len(part) and part[end] in allowed:
            end += 1
        return (_entity(part[:end]), end - 1) if end > digits else (None, 0)
    for end in range(min(len(part), 7), 1, -1):
        if part[:end] in _without_semicolon:
            return _names[part[:end]], end - 1
    return None, 0


def unescape(s):
    """The text with characters in place of entities."""
    parts = s.split('&')
    result = [parts[0]]
    for part in parts[1:]:
        end = part.find(';')
        value = _entity(part[:end]) if end > 0 else None
        if value is None:
            value, end = _unended(part)
        result.append('&' + part if value is None else value + part[end + 1:])
    return ''.join(result)
