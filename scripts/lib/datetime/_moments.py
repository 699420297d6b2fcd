"""Days with times."""

from time import time_ns

from datetime._calendar import (DAYS, MAX_ORDINAL, MONTHS, check_date, check_time, class_text, from_ordinal,
                                refuse, to_ordinal)
from datetime._dates import _IsoError, _shifted, _struct, date
from datetime._delta import _made, _round_half_even, timedelta
from datetime._times import check_zone, clock, clock_arguments, time as _time
from datetime._zones import checked_offset, offset_text, timezone

_EPOCH = 719163
_SECOND = 10 ** 6
_DAY = 86400 * _SECOND


# The last quarter of an hour that was asked for, and the offset in it: clocks are put forward at such times only.
_known_offset = (None, 0, None)
# `os.environ`, once a local time is asked for: many programs only count days.
_environ = None


def _local_offset(seconds):
    """How many seconds local time is ahead of UTC."""
    global _known_offset, _environ
    if _environ is None:
        from os import environ as _environ
    quarter, zone = seconds // 900, _environ.get('TZ')
    if _known_offset[0] == quarter and _known_offset[2] == zone:
        return _known_offset[1]
    try:
        from time import localtime
        offset = localtime(seconds).tm_gmtoff
    except (ImportError, AttributeError):
        offset = 0
    _known_offset = quarter, offset, zone
    return offset


def _local_zone(seconds):
    try:
        from time import localtime
        local = localtime(seconds)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
    except (ImportError, AttributeError):
        return timezone(timedelta(0), 'UTC')


_new_is_exact = True


class datetime(date):
    """A day with a time."""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold', '_us')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        if not (type(year) is int and type(month) is int and type(day) is int and type(hour) is int
                and type(minute) is int and type(second) is int and type(microsecond) is int and fold == 0
                and 0 < year < 10000 and 0 < month < 13 and 0 < day < 29 and 0 <= hour < 24 and 0 <= minute < 60
                and 0 <= second < 60 and 0 <= microsecond < 1000000):
            if month is None or day is None:
                missing, place = ('month', 2) if month is None else ('day', 3)
                raise TypeError(f"function missing required argument '{missing}' (pos {place})")
            year, month, day = check_date(year, month, day)
            hour, minute, second, microsecond, fold = check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            check_zone(tzinfo)
        self._year = year
        self._month = month
        self._day = day
        self._ordinal = ordinal = to_ordinal(year, month, day)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        # Microseconds since the day before year 1, of the local time.
        self._us = ((ordinal * 24 + hour) * 60 + minute) * 60000000 + second * 1000000 + microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour, minute, second, microsecond = _time.hour, _time.minute, _time.second, _time.microsecond
    tzinfo, fold = _time.tzinfo, _time.fold

    # Making

    @classmethod
    def now(cls, tz=None):
        """The time that it is, in a zone."""
        us = time_ns() // 1000
        if tz is None:
            return _at(cls, us + _local_offset(us // _SECOND) * _SECOND, None)
        check_zone(tz)
        return tz.fromutc(_at(cls, us, tz))

    @classmethod
    def today(cls):
        """The local time that it is."""
        return cls.now()

    @classmethod
    def utcnow(cls):
        """The time that it is in UTC, without a zone."""
        import time
        return cls.utcfromtimestamp(time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time of a number of seconds since 1970."""
        check_zone(tz)
        us = _microseconds(timestamp)
        if tz is not None:
            return tz.fromutc(_at(cls, us, tz))
        return _at(cls, us + _local_offset(us // _SECOND) * _SECOND, None)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The time in UTC of a number of seconds since 1970, without a zone."""
        return _at(cls, _microseconds(timestamp), None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day with a time."""
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        """The time of a text such as '2024-05-17T04:23:01+02:00'."""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        if len(text) == 19 and text[4] == text[7] == '-' and text[13] == text[16] == ':' and text.isascii():
            parts = text[:4], text[5:7], text[8:10], text[11:13], text[14:16], text[17:]
            if ''.join(parts).isdigit():
                return cls(*map(int, parts))
        from datetime._text import iso_date, iso_time, iso_split
        try:
            day, clock = iso_split(text)
            parts = iso_date(day)
            return cls(*parts, *(iso_time(clock) if clock is not None else ()))
        except _IsoError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of a text by a format."""
        for number, value in ((1, date_string), (2, format)):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {number} must be str, not {type(value).__name__}')
        from datetime._parse import parsed
        fields, offset, name = parsed(date_string, format)
        zone = None
        if offset is not None:
            zone = timezone(offset, name) if name else timezone(offset)
        return cls(*fields, zone)

    # Parts

    def date(self):
        """The day."""
        return _shifted(date, self._ordinal)

    def time(self):
        """The time of the day without the zone."""
        return _time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of the day with the zone."""
        return _time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The time with some parts replaced."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return None if self._tzinfo is None else checked_offset(self._tzinfo.utcoffset(self), 'utcoffset')

    def tzname(self):
        """The name of the zone."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        """The daylight saving in the zone."""
        return None if self._tzinfo is None else checked_offset(self._tzinfo.dst(self), 'dst')

    def timestamp(self):
        """The seconds since 1970."""
        if self._tzinfo is not None:
            return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()
        us = self._us - _EPOCH * _DAY
        seconds = us // _SECOND
        first = seconds - _local_offset(seconds)
        return (us - (seconds - first if _local_offset(first) == seconds - first else _local_offset(first)) * _SECOND) \
            / _SECOND

    def astimezone(self, tz=None):
        """The same time in another zone."""
        own = self._tzinfo
        if own is None or self.utcoffset() is None:
            own = _local_zone(int(self.replace(tzinfo=None).timestamp()))
            offset = own.utcoffset(self)
        else:
            offset = self.utcoffset()
        if tz is None:
            tz = _local_zone((self._us - _EPOCH * _DAY) // _SECOND - offset // timedelta(seconds=1))
        check_zone(tz)
        if tz is own and self._tzinfo is own:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def timetuple(self):
        """The time as a `time.struct_time`."""
        saving = self.dst()
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                       -1 if saving is None else int(bool(saving)))

    def utctimetuple(self):
        """The time in UTC as a `time.struct_time`."""
        offset = self.utcoffset()
        moment = self if not offset else self - offset
        return _struct(moment._year, moment._month, moment._day, moment._hour, moment._minute, moment._second,
                       moment.weekday(), 0)

    # Texts

    def isoformat(self, sep='T', timespec='auto'):
        """The time as '2024-05-17T04:23:01+02:00'."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not ' + type(sep).__name__)
        text = (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                + clock(self._hour, self._minute, self._second, self._microsecond, timespec))
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset)

    def __repr__(self):
        return (f'{class_text(self, "datetime")}({self._year}, {self._month}, {self._day}, '
                f'{self._hour}, {self._minute}{clock_arguments(self)})')

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        """The time as 'Fri May 17 04:23:01 2024'."""
        return (f'{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    # Arithmetic

    def _key(self):
        offset = self.utcoffset()
        return self._us if offset is None else self._us - offset._us

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return refuse('+', self, other)
        return _from_us(type(self), self._us + other._us, self._tzinfo)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else refuse('+', other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _from_us(type(self), self._us - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return refuse('-', self, other)
        if self._tzinfo is other._tzinfo:
            return _made(timedelta, self._us - other._us)
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=self._key() - other._key())

    def _compared(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare datetime.datetime to {class_text(other, 'date')}")
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        a, b = self._key(), other._key()
        return (a > b) - (a < b)

    def __eq__(self, other):
        if type(self) is datetime and type(other) is datetime and self._tzinfo is None and other._tzinfo is None:
            return self._us == other._us
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __lt__(self, other):
        if type(self) is datetime and type(other) is datetime and self._tzinfo is None and other._tzinfo is None:
            return self._us < other._us
        order = self._compared(other)
        return refuse('<', self, other) if order is None else order < 0

    def __le__(self, other):
        if type(self) is datetime and type(other) is datetime and self._tzinfo is None and other._tzinfo is None:
            return self._us <= other._us
        order = self._compared(other)
        return refuse('<=', self, other) if order is None else order <= 0

    def __gt__(self, other):
        if type(self) is datetime and type(other) is datetime and self._tzinfo is None and other._tzinfo is None:
            return self._us > other._us
        order = self._compared(other)
        return refuse('>', self, other) if order is None else order > 0

    def __ge__(self, other):
        if type(self) is datetime and type(other) is datetime and self._tzinfo is None and other._tzinfo is None:
            return self._us >= other._us
        order = self._compared(other)
        return refuse('>=', self, other) if order is None else order >= 0

    def __hash__(self):
        return hash((self.utcoffset() is None, self._key()))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                self._microsecond, self._tzinfo)


def _microseconds(timestamp):
    if isinstance(timestamp, int):
        return timestamp * _SECOND
    if not isinstance(timestamp, float):
        raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
    if timestamp != timestamp:
        raise ValueError('cannot convert float NaN to integer')
    n, d = timestamp.as_integer_ratio()
    return _round_half_even(n * _SECOND, d)


def _at(cls, us, zone):
    """The time of a number of microseconds since 1970."""
    days, rest = divmod(us, _DAY)
    if not 0 < days + _EPOCH <= MAX_ORDINAL:
        raise ValueError(f'year {1970 + int(days / 365.2425)} is out of range')
    return _from_us(cls, us + _EPOCH * _DAY, zone)


def _from_us(cls, us, zone):
    ordinal, rest = divmod(us, _DAY)
    if not 0 < ordinal <= MAX_ORDINAL:
        raise OverflowError('date value out of range')
    seconds, microsecond = divmod(rest, _SECOND)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    if cls is not datetime:
        return cls(*from_ordinal(ordinal), hour, minute, second, microsecond, zone)
    self = object.__new__(datetime)
    self._year, self._month, self._day = from_ordinal(ordinal)
    self._ordinal = ordinal
    self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
    self._us = us
    self._tzinfo = zone
    self._fold = 0
    return self


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
