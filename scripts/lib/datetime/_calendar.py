"""Arithmetic of the Gregorian calendar, and checks of numbers."""

from operator import index
from _datetime import from_ordinal, to_ordinal

_days_in_month = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
MONTHS = (None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
MAX_ORDINAL = 3652059


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _days_in_month[month]


def days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def day_of_year(year, month, day):
    return _days_before[month] + (month > 2 and is_leap(year)) + day


def first_monday(year):
    """The ordinal of the Monday that begins week 1 of an ISO year."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(ordinal, year):
    """ISO year, week and weekday."""
    monday = first_monday(year)
    week, day = divmod(ordinal - monday, 7)
    if week < 0:
        year -= 1
        week, day = divmod(ordinal - first_monday(year), 7)
    elif week >= 52 and ordinal >= first_monday(year + 1):
        year += 1
        week = 0
    return year, week + 1, day + 1


def from_iso_calendar(year, week, day):
    """The ordinal of an ISO year, week and weekday."""
    if not 1 <= year <= 9999:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53:
        weeks = 53 if week == 53 and iso_calendar(to_ordinal(year, 12, 28), year)[1] == 53 else 52
        if week != weeks:
            raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    return first_monday(year) + (week - 1) * 7 + day - 1


def check_date(year, month, day):
    if type(year) is int and type(month) is int and type(day) is int:
        if 0 < year < 10000 and 0 < month < 13 and 0 < day < 29:
            return year, month, day
    year, month, day = index(year), index(month), index(day)
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = index(hour), index(minute), index(second), index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def class_text(obj, name):
    """How a class is written in a repr."""
    cls = type(obj)
    return f'datetime.{name}' if cls.__name__ == name else cls.__name__


def attribute(getter, doc):
    """A property that can only be read."""
    return property(getter, None, None, doc)


_plain = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset, bool, type(None))


def _type_text(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def refuse(sign, a, b):
    """NotImplemented, or the error at once where the other operand cannot know better."""
    known = type(b) in _plain or type(b).__module__ == 'datetime' and type(a).__name__ != 'timedelta'
    if known and (type(a) in _plain or type(a).__module__ == 'datetime'):
        if sign in ('<', '<=', '>', '>='):
            raise TypeError(f"'{sign}' not supported between instances of '{_type_text(a)}' and '{_type_text(b)}'")
        raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_text(a)}' and '{_type_text(b)}'")
    return NotImplemented
