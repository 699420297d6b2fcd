"""Decimal numbers by format specs."""

from decimal._context import getcontext


def _spec(text):
    """The parts of a format spec."""
    parts = {'fill': ' ', 'align': '>', 'sign': '-', 'zero': False, 'width': 0, 'comma': '',
             'precision': None, 'type': '', 'explicit': False}
    at = 0
    if text[1:2] in ('<', '>', '=', '^') and text[1:2]:
        parts['fill'], parts['align'], at = text[0], text[1], 2
        parts['explicit'] = True
    elif text[:1] in ('<', '>', '=', '^') and text:
        parts['align'], at = text[0], 1
        parts['explicit'] = True
    if text[at:at + 1] in ('+', '-', ' ') and text[at:at + 1]:
        parts['sign'] = text[at]
        at += 1
    if text[at:at + 1] == '0':
        if parts['explicit'] or text[at + 1:at + 2] == '0':
            raise ValueError('invalid format string')
        parts['fill'], parts['align'] = '0', '='
        parts['zero'] = True
        at += 1
    start = at
    while text[at:at + 1].isdigit():
        at += 1
    if at > start:
        parts['width'] = int(text[start:at])
    if text[at:at + 1] == ',':
        parts['comma'] = text[at]
        at += 1
    if text[at:at + 1] == '.':
        start = at = at + 1
        while text[at:at + 1].isdigit():
            at += 1
        if at == start:
            raise ValueError('invalid format string')
        parts['precision'] = int(text[start:at])
    if at < len(text):
        parts['type'] = text[at]
        at += 1
    if at != len(text) or parts['type'] not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'):
        raise ValueError('invalid format string')
    return parts


def formatted(x, spec):
    """A number by a format spec."""
    parts = _spec(spec)
    sign = '-' if x._sign else '' if parts['sign'] == '-' else parts['sign']
    kind = parts['type']
    if x._kind:
        body = str(x.copy_abs())
        if kind == '%':
            body += '%'
        return _padded(sign, body, dict(parts, fill=' ' if parts['zero'] else parts['fill'],
                                        align='>' if parts['zero'] else parts['align']))
    rounding = getcontext().rounding
    if not kind:
        kind = 'G' if getcontext().capitals else 'g'
        plain = True
    else:
        plain = False
    if kind == '%':
        x = _shifted(x, 2)
    precision = parts['precision']
    if precision is not None:
        if kind in 'eE':
            x = _to_digits(x, precision + 1, rounding)
        elif kind in 'fF%':
            x = x._with_exponent(-precision, rounding)
        elif x._int and len(str(x._int)) > max(precision, 1):
            x = _to_digits(x, max(precision, 1), rounding)
    if not x._int and x._exp > 0 and kind in 'fF%':
        x = x._with_exponent(0, rounding)
    digits = str(x._int)
    left = x._exp + len(digits)
    if kind in 'eE':
        point = 1 - precision if not x._int and precision is not None else 1
    elif kind in 'fF%':
        point = left
    else:
        point = left if x._exp <= 0 and left > -6 else 1
    if point < 0:
        whole, fraction = '0', '0' * -point + digits
    elif point > len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point] or '0', digits[point:]
    exponent = left - point
    body = whole
    if parts['comma']:
        tail = len(fraction) + 1 if fraction else 0
        if exponent or kind in 'eE':
            tail += len(f'e{exponent:+d}')
        body = _grouped(whole, parts, len(sign) + tail + (kind == '%'))
    if fraction:
        body += '.' + fraction
    if exponent or kind in 'eE':
        letter = 'E' if kind in 'EG' else 'e'
        body += f'{letter}{exponent:+d}'
    if kind == '%':
        body += '%'
    return _padded(sign, body, parts)


def _grouped(whole, parts, others):
    """The digits in groups; zeros before them fill the width that the `others` leave."""
    comma = parts['comma']
    if parts['zero']:
        least = parts['width'] - others
        while len(_commas(whole, comma)) < least:
            whole = '0' + whole
    return _commas(whole, comma)


def _commas(whole, comma):
    groups = []
    while len(whole) > 3:
        groups.append(whole[-3:])
        whole = whole[:-3]
    groups.append(whole)
    return comma.join(reversed(groups))


def _shifted(x, n):
    from decimal._number import _make
    return _make(x._sign, x._int, x._exp + n)


def _to_digits(x, count, rounding):
    """A number with so many digits."""
    if not x._int:
        return x
    result = x._with_exponent(x.adjusted() + 1 - count, rounding)
    if len(str(result._int)) > count:
        result = x._with_exponent(x.adjusted() + 2 - count, rounding)
    return result


def _padded(sign, body, parts):
    width, fill = parts['width'], parts['fill']
    pad = fill * (width - len(sign) - len(body))
    align = parts['align']
    if align == '<':
        return sign + body + pad
    if align == '>':
        return pad + sign + body
    if align == '=':
        return sign + pad + body
    half = len(pad) // 2
    return pad[:half] + sign + body + pad[half:]
