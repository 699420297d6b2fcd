"""Days."""

from datetime._calendar import (DAYS, MAX_ORDINAL, MONTHS, attribute, check_date, class_text, day_of_year,
                                from_iso_calendar, from_ordinal, iso_calendar, refuse, to_ordinal)
from datetime._delta import _DAY, _made, timedelta


_new_is_exact = True


class IsoCalendarDate(tuple):
    """ISO year, week and weekday."""

    __module__ = 'datetime'

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


class date:
    """A day of the Gregorian calendar."""

    __module__ = 'datetime'
    __slots__ = ('_year', '_month', '_day', '_ordinal')

    def __new__(cls, year, month=None, day=None):
        self = object.__new__(cls)
        if (type(year) is int and type(month) is int and type(day) is int
                and 0 < year < 10000 and 0 < month < 13 and 0 < day < 29):
            self._year, self._month, self._day = year, month, day
            self._ordinal = to_ordinal(year, month, day)
            return self
        if month is None or day is None:
            missing, place = ('month', 2) if month is None else ('day', 3)
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        self._year, self._month, self._day = check_date(year, month, day)
        self._ordinal = to_ordinal(self._year, self._month, self._day)
        return self

    year = attribute(lambda self: self._year, 'The year.')
    month = attribute(lambda self: self._month, 'The month, from 1.')
    day = attribute(lambda self: self._day, 'The day, from 1.')

    @classmethod
    def today(cls):
        """The day that it is."""
        import time
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local day of a number of seconds since 1970."""
        from datetime._moments import datetime
        moment = datetime.fromtimestamp(timestamp)
        return cls(moment._year, moment._month, moment._day)

    @classmethod
    def fromordinal(cls, n, /):
        """The day of a number, where 1 is the first day of year 1."""
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > MAX_ORDINAL:
            raise ValueError(f'year {from_ordinal(n)[0]} is out of range')
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text, /):
        """The day of a text such as '2024-05-17', '20240517' or '2024-W20-5'."""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        if len(text) == 10 and text[4] == text[7] == '-' and text.isascii():
            year, month, day = text[:4], text[5:7], text[8:]
            if year.isdigit() and month.isdigit() and day.isdigit():
                return cls(int(year), int(month), int(day))
        from datetime._text import iso_date
        try:
            return cls(*iso_date(text))
        except _IsoError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        return cls.fromordinal(from_iso_calendar(year, week, day))

    def __repr__(self):
        return f'{class_text(self, "date")}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        """The day as '2024-05-17'."""
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def ctime(self):
        """The day as 'Fri May 17 00:00:00 2024'."""
        return f'{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}'

    def strftime(self, format):
        """The day by a format."""
        from datetime._text import formatted
        return formatted(self, format)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        """The day as a `time.struct_time`."""
        return _struct(self._year, self._month, self._day, 0, 0, 0, self.weekday(), -1)

    def toordinal(self):
        """The number of the day."""
        return self._ordinal

    def weekday(self):
        """The day of the week, where Monday is 0."""
        return (self._ordinal + 6) % 7

    def isoweekday(self):
        """The day of the week, where Monday is 1."""
        return self.weekday() + 1

    def isocalendar(self):
        """ISO year, week and weekday."""
        return IsoCalendarDate(*iso_calendar(date.toordinal(self), self._year))

    def replace(self, year=None, month=None, day=None):
        """The day with some parts replaced."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not hasattr(other, 'tzinfo')

    def __eq__(self, other):
        if type(self) is date and type(other) is date:
            return self._ordinal == other._ordinal
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        if type(self) is date and type(other) is date:
            return self._ordinal < other._ordinal
        return self._key() < other._key() if self._comparable(other) else refuse('<', self, other)

    def __le__(self, other):
        if type(self) is date and type(other) is date:
            return self._ordinal <= other._ordinal
        return self._key() <= other._key() if self._comparable(other) else refuse('<=', self, other)

    def __gt__(self, other):
        if type(self) is date and type(other) is date:
            return self._ordinal > other._ordinal
        return self._key() > other._key() if self._comparable(other) else refuse('>', self, other)

    def __ge__(self, other):
        if type(self) is date and type(other) is date:
            return self._ordinal >= other._ordinal
        return self._key() >= other._key() if self._comparable(other) else refuse('>=', self, other)

    def __hash__(self):
        return hash(self._ordinal)

    def __add__(self, other):
        if type(other) is timedelta or isinstance(other, timedelta):
            return _shifted(type(self), self._ordinal + other._days)
        return refuse('+', self, other)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else refuse('+', other, self)

    def __sub__(self, other):
        if type(other) is date and type(self) is date:
            return _made(timedelta, (self._ordinal - other._ordinal) * _DAY)
        if isinstance(other, timedelta):
            return _shifted(type(self), self._ordinal - other._days)
        if self._comparable(other):
            return _made(timedelta, (self._ordinal - other._ordinal) * _DAY)
        return refuse('-', self, other)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


class _IsoError(ValueError):
    """A text that is no ISO date or time."""


def _shifted(cls, ordinal):
    if not 0 < ordinal <= MAX_ORDINAL:
        raise OverflowError('date value out of range')
    if cls is not date:
        return cls(*from_ordinal(ordinal))
    self = object.__new__(date)
    self._year, self._month, self._day = from_ordinal(ordinal)
    self._ordinal = ordinal
    return self


def _struct(year, month, day, hour, minute, second, weekday, dst):
    from time import struct_time
    return struct_time((year, month, day, hour, minute, second, weekday, day_of_year(year, month, day), dst))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
