"""Time zones."""

from datetime._delta import timedelta


_day = timedelta(1)


def checked_offset(offset, name):
    """What a zone gives as an offset, if it may be one."""
    if offset is None or isinstance(offset, timedelta) and -_day < offset < _day:
        return offset
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{type(offset).__name__}'")
    raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')


class tzinfo:
    """The base class of time zones."""

    __module__ = 'datetime'
    __slots__ = ()

    def tzname(self, dt):
        """The name of the zone at a time."""
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC at a time."""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        """How much of that is daylight saving."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """The local time of a time in UTC."""
        from datetime._moments import datetime
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + saving


class timezone(tzinfo):
    """A zone that is always as far ahead of UTC."""

    __module__ = 'datetime'
    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not ' + type(offset).__name__)
        if name is None:
            if not offset and hasattr(cls, 'utc'):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'datetime.timezone({self._offset!r})'
        return f'datetime.timezone({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        if not self._offset:
            return 'UTC'
        return 'UTC' + offset_text(self._offset)

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def offset_text(offset, separator=':'):
    """An offset as `+02:00`, with seconds where there are any."""
    sign = '-' if offset._days < 0 else '+'
    offset = abs(offset)
    minutes, seconds = divmod(offset._seconds + offset._days * 86400, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02d}{separator}{minutes:02d}'
    if seconds or offset._microseconds:
        text += f'{separator}{seconds:02d}'
    if offset._microseconds:
        text += f'.{offset._microseconds:06d}'
    return text


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
