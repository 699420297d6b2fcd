"""Reading dates and times by a format."""

from datetime._calendar import DAYS, MONTHS, from_iso_calendar, from_ordinal, to_ordinal
from datetime._delta import timedelta
from datetime._text import LONG_DAYS, LONG_MONTHS

_patterns = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
    'f': r'(?P<f>[0-9]{1,6})',
    'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
    'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)',
    'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
    'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'w': r'(?P<w>[0-6])',
    'u': r'(?P<u>[1-7])',
    'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))',
    'A': '(?P<A>' + '|'.join(LONG_DAYS) + ')',
    'a': '(?P<a>' + '|'.join(DAYS) + ')',
    'B': '(?P<B>' + '|'.join(LONG_MONTHS[1:]) + ')',
    'b': '(?P<b>' + '|'.join(MONTHS[1:]) + ')',
    'p': '(?P<p>AM|PM)',
    'Z': '(?P<Z>UTC|GMT)',
    '%': '%',
}
_longer = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_compiled = {}


def _pattern(format):
    """The regular expression of a format."""
    import re
    parts = []
    at, n = 0, len(format)
    while at < n:
        c = format[at]
        if c == '%':
            letter = format[at + 1:at + 2]
            if letter in _longer and letter:
                format = format[:at] + _longer[letter] + format[at + 2:]
                n = len(format)
                continue
            if not letter:
                raise ValueError(f"stray % in format '{format}'")
            if letter not in _patterns:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
            parts.append(_patterns[letter])
            at += 2
        elif c.isspace():
            while at < n and format[at].isspace():
                at += 1
            parts.append(r'\s+')
        else:
            parts.append(re.escape(c))
            at += 1
    return re.compile(''.join(parts), 2)


def _index(names, text):
    text = text.lower()
    for i, name in enumerate(names):
        if name is not None and name.lower() == text:
            return i


def parsed(text, format):
    """(year, month, day, hour, minute, second, microsecond), the offset from UTC or None, and the zone's name."""
    pattern = _compiled.get(format)
    if pattern is None:
        pattern = _compiled[format] = _pattern(format)
    match = pattern.match(text)
    if match is None:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    if match.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[match.end():]}')
    found = {key: value for key, value in match.groupdict().items() if value is not None}
    hour = int(found['H']) if 'H' in found else 0
    if 'I' in found:
        hour = int(found['I']) % 12
        if found.get('p', '').lower() == 'pm':
            hour += 12
    us = int((found['f'] + '00000')[:6]) if 'f' in found else 0
    offset = _offset(found['z']) if 'z' in found else None
    second = int(found.get('S', 0))
    minute = int(found.get('M', 0))
    return (*_date(found), hour, minute, second, us), offset, found.get('Z')


def _offset(text):
    if text in 'Zz':
        return timedelta(0)
    digits = text[1:].replace(':', '')
    digits, _, fraction = digits.partition('.')
    if text[3] == ':' and len(text) > 6 and text[6] != ':':
        raise ValueError(f'Inconsistent use of : in {text}')
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:6] or 0),
                       microseconds=int((fraction + '000000')[:6]))
    return -offset if text[0] == '-' else offset


def _date(found):
    year = month = day = None
    if 'Y' in found:
        year = int(found['Y'])
    elif 'y' in found:
        year = int(found['y'])
        year += 2000 if year <= 68 else 1900
    if 'm' in found:
        month = int(found['m'])
    elif 'B' in found:
        month = _index(LONG_MONTHS, found['B'])
    elif 'b' in found:
        month = _index(MONTHS, found['b'])
    if 'd' in found:
        day = int(found['d'])
    weekday = None
    if 'A' in found:
        weekday = _index(LONG_DAYS, found['A'])
    elif 'a' in found:
        weekday = _index(DAYS, found['a'])
    elif 'w' in found:
        weekday = (int(found['w']) + 6) % 7
    elif 'u' in found:
        weekday = int(found['u']) - 1
    _check_weeks(found, year, weekday)
    if 'G' in found:
        return from_ordinal(from_iso_calendar(int(found['G']), int(found['V']), weekday + 1))
    if 'j' in found:
        first = 1900 if year is None else year
        return from_ordinal(to_ordinal(first, 1, 1) + int(found['j']) - 1)
    if ('U' in found or 'W' in found) and weekday is not None and year is not None:
        return _week_date(year, int(found.get('U', found.get('W'))), weekday, 'W' in found)
    if year is None and month == 2 and day == 29:
        return 1900, 2, 29
    return 1900 if year is None else year, month or 1, day or 1


def _check_weeks(found, year, weekday):
    if 'G' in found:
        if 'j' in found:
            raise ValueError('Day of the year directive \'%j\' is not compatible with ISO year directive \'%G\'. '
                             'Use \'%Y\' instead.')
        if 'V' not in found or weekday is None:
            raise ValueError('ISO year directive \'%G\' must be used with the ISO week directive \'%V\' and a weekday '
                             'directive (\'%A\', \'%a\', \'%w\', or \'%u\').')
    elif 'V' in found:
        if year is None or weekday is None:
            raise ValueError('ISO week directive \'%V\' must be used with the ISO year directive \'%G\' and a weekday '
                             'directive (\'%A\', \'%a\', \'%w\', or \'%u\').')
        raise ValueError('ISO week directive \'%V\' is incompatible with the year directive \'%Y\'. Use the ISO year '
                         '\'%G\' instead.')


def _week_date(year, week, weekday, from_monday):
    first = to_ordinal(year, 1, 1)
    first_weekday = (first + 6) % 7
    if not from_monday:
        first_weekday = (first_weekday + 1) % 7
        weekday = (weekday + 1) % 7
    if week == 0:
        days = weekday - first_weekday
    else:
        days = (7 - first_weekday) % 7 + 7 * (week - 1) + weekday
    return from_ordinal(first + days)
