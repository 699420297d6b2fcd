"""Spans of time."""

from datetime._calendar import class_text, refuse

_DAY = 86400 * 10 ** 6
_new_is_exact = True


def _round_half_even(n, d):
    """n / d as the nearest integer, halves to even."""
    if d < 0:
        n, d = -n, -d
    q, r = divmod(n, d)
    r *= 2
    return q + 1 if r > d or r == d and q % 2 == 1 else q


def _add(total, rest, number, factor, name):
    """Adds `number * factor` microseconds to an integer and a fraction."""
    if isinstance(number, int):
        return total + number * factor, rest
    if not isinstance(number, float):
        raise TypeError(f'unsupported type for timedelta {name} component: {type(number).__name__}')
    whole = int(number)
    fraction = (number - whole) * factor
    more = int(fraction)
    return total + whole * factor + more, rest + (fraction - more)


class timedelta:
    """A span of time, exact to the microsecond."""

    __module__ = 'datetime'
    __slots__ = ('_us', '_days')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and not (
                microseconds or milliseconds or minutes or hours or weeks):
            return _made(cls, days * _DAY + seconds * 1000000)
        if (type(days) is int and type(hours) is int and type(minutes) is int and type(seconds) is int
                and type(microseconds) is int and type(milliseconds) is int and type(weeks) is int):
            return _made(cls, (days + weeks * 7) * _DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000000
                         + milliseconds * 1000 + microseconds)
        total, rest = _add(0, 0.0, microseconds, 1, 'microseconds')
        if milliseconds or type(milliseconds) is not int:
            total, rest = _add(total, rest, milliseconds, 1000, 'milliseconds')
        if seconds or type(seconds) is not int:
            total, rest = _add(total, rest, seconds, 10 ** 6, 'seconds')
        if minutes or type(minutes) is not int:
            total, rest = _add(total, rest, minutes, 60 * 10 ** 6, 'minutes')
        if hours or type(hours) is not int:
            total, rest = _add(total, rest, hours, 3600 * 10 ** 6, 'hours')
        if days or type(days) is not int:
            total, rest = _add(total, rest, days, _DAY, 'days')
        if weeks or type(weeks) is not int:
            total, rest = _add(total, rest, weeks, 7 * _DAY, 'weeks')
        if rest:
            n, d = rest.as_integer_ratio()
            total = _round_half_even(total * d + n, d)
        return _made(cls, total)

    @property
    def days(self):
        """The days, which alone may be negative."""
        return self._days

    @property
    def seconds(self):
        """The seconds below a day."""
        return (self._us - self._days * _DAY) // 1000000

    @property
    def microseconds(self):
        """The microseconds below a second."""
        return self._us % 1000000

    _seconds, _microseconds = seconds, microseconds

    def total_seconds(self):
        """The whole span in seconds."""
        return self._us / 1000000

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self._days), ('seconds', self._seconds),
                                                       ('microseconds', self._microseconds)) if value]
        return f'{class_text(self, "timedelta")}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
        if self._microseconds:
            text += f'.{self._microseconds:06d}'
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _made(timedelta, self._us + other._us)
        return refuse('+', self, other)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else refuse('+', other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _made(timedelta, self._us - other._us)
        return refuse('-', self, other)

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _made(timedelta, other._us - self._us)
        return refuse('-', other, self)

    def __neg__(self):
        return _made(timedelta, -self._us)

    def __pos__(self):
        return _made(timedelta, self._us)

    def __abs__(self):
        return _made(timedelta, abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _made(timedelta, self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _made(timedelta, _round_half_even(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            _nonzero(other._us)
            return self._us // other._us
        if isinstance(other, int):
            _nonzero(other)
            return _made(timedelta, self._us // other)
        return refuse('//', self, other)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            _nonzero(other)
            return _made(timedelta, _round_half_even(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            _nonzero(n)
            return _made(timedelta, _round_half_even(d * self._us, n))
        return refuse('/', self, other)

    def __mod__(self, other):
        if isinstance(other, timedelta):
            _nonzero(other._us)
            return _made(timedelta, self._us % other._us)
        return refuse('%', self, other)

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            _nonzero(other._us)
            q, r = divmod(self._us, other._us)
            return q, _made(timedelta, r)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._us == other._us
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._us < other._us
        return refuse('<', self, other)

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._us <= other._us
        return refuse('<=', self, other)

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._us > other._us
        return refuse('>', self, other)

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._us >= other._us
        return refuse('>=', self, other)

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _nonzero(n):
    if n == 0:
        raise ZeroDivisionError('integer division or modulo by zero')


def _made(cls, us):
    """A span of microseconds."""
    days = us // _DAY
    if not -999999999 <= days <= 999999999:
        if not -2 ** 31 <= days < 2 ** 31:
            raise OverflowError('Python int too large to convert to C int')
        raise OverflowError(f'days={days}; must have magnitude <= 999999999')
    self = object.__new__(cls)
    self._us = us
    self._days = days
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
