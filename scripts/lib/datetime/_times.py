"""Times of the day."""

from datetime._calendar import attribute, check_time, class_text, refuse
from datetime._dates import _IsoError
from datetime._delta import timedelta
from datetime._zones import checked_offset, offset_text, tzinfo as _tzinfo


def check_zone(zone):
    if zone is not None and not isinstance(zone, _tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def clock(hour, minute, second, microsecond, timespec):
    """A time as text."""
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'seconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'microseconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}'
    if timespec == 'milliseconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    if timespec == 'hours':
        return f'{hour:02d}'
    raise ValueError('Unknown timespec value')


def clock_arguments(self):
    """The arguments behind the minute in a repr."""
    text = ''
    if self._microsecond:
        text = f', {self._second}, {self._microsecond}'
    elif self._second:
        text = f', {self._second}'
    if self._tzinfo is not None:
        text += f', tzinfo={self._tzinfo!r}'
    if self._fold:
        text = text + ', fold=1' if self._tzinfo is None else text.replace(', tzinfo=', ', fold=1, tzinfo=')
    return text


class time:
    """A time of the day."""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_zone(tzinfo)
        self = object.__new__(cls)
        (self._hour, self._minute, self._second, self._microsecond,
         self._fold) = check_time(hour, minute, second, microsecond, fold)
        self._tzinfo = tzinfo
        return self

    hour = attribute(lambda self: self._hour, 'The hour.')
    minute = attribute(lambda self: self._minute, 'The minute.')
    second = attribute(lambda self: self._second, 'The second.')
    microsecond = attribute(lambda self: self._microsecond, 'The microsecond.')
    tzinfo = attribute(lambda self: self._tzinfo, 'The zone.')
    fold = attribute(lambda self: self._fold, '1 for the second of two equal local times.')

    @classmethod
    def fromisoformat(cls, text, /):
        """The time of a text such as '04:23:01.5+02:00'."""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        from datetime._text import iso_time
        try:
            return cls(*iso_time(text[1:] if text.startswith('T') else text))
        except _IsoError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    def __repr__(self):
        return f'{class_text(self, "time")}({self._hour}, {self._minute}{clock_arguments(self)})'

    def isoformat(self, timespec='auto'):
        """The time as '04:23:01.000384+02:00'."""
        text = clock(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset)

    __str__ = isoformat

    def strftime(self, format):
        """The time by a format."""
        from datetime._text import formatted
        return formatted(self, format)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return None if self._tzinfo is None else checked_offset(self._tzinfo.utcoffset(None), 'utcoffset')

    def tzname(self):
        """The name of the zone."""
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        """The daylight saving in the zone."""
        return None if self._tzinfo is None else checked_offset(self._tzinfo.dst(None), 'dst')

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with some parts replaced."""
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 10 ** 6 + self._microsecond
        offset = self.utcoffset()
        return us if offset is None else us - offset // timedelta(microseconds=1)

    def _same_kind(self, other):
        return (self.utcoffset() is None) == (other.utcoffset() is None)

    def _check(self, other):
        if not self._same_kind(other):
            raise TypeError("can't compare offset-naive and offset-aware times")

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._same_kind(other) and self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, time):
            return refuse('<', self, other)
        self._check(other)
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, time):
            return refuse('<=', self, other)
        self._check(other)
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, time):
            return refuse('>', self, other)
        self._check(other)
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, time):
            return refuse('>=', self, other)
        self._check(other)
        return self._key() >= other._key()

    def __hash__(self):
        return hash((self.utcoffset() is None, self._key()))

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
