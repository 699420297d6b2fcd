"""Dates and times as text: formats, and the reading of ISO texts."""

from datetime._calendar import DAYS, MONTHS, day_of_year, from_iso_calendar, from_ordinal, iso_calendar, to_ordinal
from datetime._dates import _IsoError
from datetime._delta import timedelta
from datetime._zones import offset_text, timezone

LONG_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
LONG_MONTHS = (None, 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
               'November', 'December')


# The commonest directives: the year, and those of two digits by their places.
_numbers = {'Y': 0, 'm': 1, 'd': 2, 'H': 3, 'M': 4, 'S': 5}
_two = [f'{n:02d}' for n in range(62)]


def formatted(moment, format):
    """A date, time or datetime by a format of `strftime`."""
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    year, month, day = (moment._year, moment._month, moment._day) if hasattr(moment, '_year') else (1900, 1, 1)
    clock = hasattr(moment, '_hour')
    hour, minute, second, us = ((moment._hour, moment._minute, moment._second, moment._microsecond) if clock
                                else (0, 0, 0, 0))
    parts = []
    at, n = 0, len(format)
    while at < n:
        found = format.find('%', at)
        if found < 0 or found + 1 >= n:
            parts.append(format[at:])
            break
        if found > at:
            parts.append(format[at:found])
        letter = format[found + 1]
        at = found + 2
        known = _numbers.get(letter)
        if known is not None:
            parts.append(_two[(year % 100, month, day, hour, minute, second)[known]] if known else str(year))
            continue
        if letter in 'zZf':
            if letter == 'f':
                parts.append(f'{us:06d}')
            elif clock and letter == 'z':
                offset = moment.utcoffset()
                parts.append('' if offset is None else offset_text(offset, ''))
            elif clock:
                parts.append(moment.tzname() or '')
            continue
        if letter == '-' and at < n:
            text = _directive(format[at], year, month, day, hour, minute, second)
            parts.append(text.lstrip('0 ') or '0')
            at += 1
            continue
        parts.append(_directive(letter, year, month, day, hour, minute, second))
    return ''.join(parts)


def _directive(letter, year, month, day, hour, minute, second):
    if letter == 'Y':
        return str(year)
    if letter == 'm':
        return f'{month:02d}'
    if letter == 'd':
        return f'{day:02d}'
    if letter == 'H':
        return f'{hour:02d}'
    if letter == 'M':
        return f'{minute:02d}'
    if letter == 'S':
        return f'{second:02d}'
    if letter == 'e':
        return f'{day:2d}'
    if letter == 'I':
        return f'{(hour + 11) % 12 + 1:02d}'
    if letter == 'p':
        return 'AM' if hour < 12 else 'PM'
    if letter == 'y':
        return f'{year % 100:02d}'
    if letter == 'C':
        return f'{year // 100:02d}'
    if letter == 'B':
        return LONG_MONTHS[month]
    if letter in 'bh':
        return MONTHS[month]
    if letter == 'j':
        return f'{day_of_year(year, month, day):03d}'
    if letter in 'FDTRrcxX':
        parts = {'F': '%Y-%m-%d', 'D': '%m/%d/%y', 'T': '%H:%M:%S', 'R': '%H:%M', 'r': '%I:%M:%S %p',
                 'c': '%a %b %e %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}[letter]
        pieces = parts.split('%')
        return pieces[0] + ''.join([_directive(p[0], year, month, day, hour, minute, second) + p[1:]
                                    for p in pieces[1:]])
    if letter == '%':
        return '%'
    if letter == 'n':
        return '\n'
    if letter == 't':
        return '\t'
    ordinal = to_ordinal(year, month, day)
    weekday = (ordinal + 6) % 7
    if letter == 'A':
        return LONG_DAYS[weekday]
    if letter == 'a':
        return DAYS[weekday]
    if letter == 'w':
        return str((weekday + 1) % 7)
    if letter == 'u':
        return str(weekday + 1)
    if letter in 'UW':
        first = (weekday + 1) % 7 if letter == 'U' else weekday
        return f'{(day_of_year(year, month, day) - 1 - first + 7) // 7:02d}'
    if letter in 'GgV':
        iso = iso_calendar(ordinal, year)
        return f'{iso[1]:02d}' if letter == 'V' else f'{iso[0] % 100:02d}' if letter == 'g' else str(iso[0])
    return '%' + letter


# ISO texts

def _number(text):
    if not text.isascii() or not text.isdigit():
        raise _IsoError
    return int(text)


def iso_date(text):
    """Year, month and day of an ISO date."""
    n = len(text)
    if n < 7:
        raise _IsoError
    year = _number(text[:4])
    dashed = text[4] == '-'
    rest = text[5:] if dashed else text[4:]
    if rest[:1] == 'W':
        week = _number(rest[1:3])
        rest = rest[3:]
        day = 1
        if rest:
            if dashed != (rest[0] == '-'):
                raise _IsoError
            rest = rest[1:] if dashed else rest
            if len(rest) != 1:
                raise _IsoError
            day = _number(rest)
        return from_ordinal(from_iso_calendar(year, week, day))
    if len(rest) != (5 if dashed else 4) or dashed and rest[2] != '-':
        raise _IsoError
    return year, _number(rest[:2]), _number(rest[-2:])


def iso_split(text):
    """The date and the time of an ISO text, without the character between them."""
    n = len(text)
    if n < 7:
        raise _IsoError
    if n == 7:
        return text, None
    if text[4] == '-':
        if text[5] == 'W':
            end = 10 if n > 8 and text[8] == '-' and n > 9 and text[9].isdigit() else 8
        else:
            end = 10
    elif text[4] == 'W':
        end = 7
        while end < n and text[end].isdigit():
            end += 1
        if end > 8:
            end = 7 if end % 2 == 0 else 8
    else:
        end = 8
    if n == end:
        return text, None
    if n == end + 1:
        raise _IsoError
    return text[:end], text[end + 1:]


def _clock(text):
    """Hour, minute, second and microsecond of a text; what is missing is zero."""
    parts = [0, 0, 0, 0]
    at, n = 0, len(text)
    separated = len(text) > 2 and text[2] == ':'
    for i in range(3):
        if n - at < 2:
            raise _IsoError
        parts[i] = _number(text[at:at + 2])
        at += 2
        if at >= n or i == 2:
            break
        if text[at] in '.,':
            raise _IsoError
        if separated:
            if text[at] != ':':
                raise _IsoError
            at += 1
    if at < n:
        if text[at] not in '.,' or at + 1 >= n:
            raise _IsoError
        digits = text[at + 1:]
        _number(digits)
        parts[3] = int((digits + '00000')[:6])
    return parts


def iso_time(text):
    """Hour, minute, second, microsecond and zone of an ISO time."""
    if len(text) < 2:
        raise _IsoError
    at = max(text.find('+'), text.find('-'))
    zone = None
    if text.endswith('Z'):
        clock, zone = _clock(text[:-1]), timezone.utc
    elif at < 0:
        clock = _clock(text)
    else:
        clock = _clock(text[:at])
        rest = text[at + 1:]
        if len(rest) in (0, 1, 3):
            raise _IsoError
        hours, minutes, seconds, us = _clock(rest)
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
        zone = timezone(-offset if text[at] == '-' else offset)
    return (*clock, zone)
