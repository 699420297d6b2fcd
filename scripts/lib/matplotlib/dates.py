"""Days as numbers: days since the beginning of 1970."""

import datetime

import numpy as np
from matplotlib.ticker import AutoLocator, Formatter, Locator

_EPOCH = datetime.datetime(1970, 1, 1)


def date2num(d):
    """Days since 1970 of a date, or of many."""
    if isinstance(d, np.ndarray) and d.dtype.kind == 'M':
        return d.astype('datetime64[us]').astype(float) / 86400e6
    if hasattr(d, '__iter__') and not isinstance(d, str):
        return np.array([date2num(one) for one in d])
    if type(d).__name__ == 'datetime64':
        return float(d.astype('datetime64[us]').astype(float)) / 86400e6
    if isinstance(d, datetime.datetime):
        return (d.replace(tzinfo=None) - _EPOCH).total_seconds() / 86400
    if isinstance(d, datetime.date):
        return float((d - _EPOCH.date()).days)
    return float(d)


def num2date(x, tz=None):
    """The moment of a number of days since 1970."""
    if np.ndim(x):
        return [num2date(one) for one in x]
    return _EPOCH + datetime.timedelta(days=float(x))


def _apart(first, last):
    """Whole years, months beyond them, whole days, and the whole hours of the rest between two moments."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if (last.day, last.time()) < (first.day, first.time()):
        months -= 1
    return months // 12, months % 12, (last - first).days, (last - first).seconds // 3600


def _moments(vmin, vmax):
    """The ends of a view, within the years that there are."""
    low, high = (date2num(v) if not isinstance(v, (int, float)) else float(v) for v in sorted((vmin, vmax)))
    return tuple(num2date(min(max(v, -719161.0), 2932895.0)) for v in (low, high))


def _within(low, high, months=None, days=(1,), hours=(0,), minutes=(0,), seconds=(0,)):
    """The moments between two whose parts are among those given; None allows all."""
    found, day = [], datetime.datetime(low.year, low.month, low.day)
    while day <= high and len(found) < 2000:
        if (months is None or day.month in months) and (days is None or day.day in days):
            for h in hours:
                for m in minutes:
                    for s in seconds:
                        one = day + datetime.timedelta(hours=h, minutes=m, seconds=s)
                        if low <= one <= high:
                            found.append(one)
        if months is not None and day.month not in months or days == (1,):
            day = datetime.datetime(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 else high + \
                datetime.timedelta(days=1)
        else:
            day += datetime.timedelta(days=1)
    return np.array([date2num(one) for one in found])


class DateLocator(Locator):
    """Moments for ticks."""

    def __init__(self, tz=None):
        self.tz = tz


RRuleLocator = DateLocator
_STEPS = (('year', (1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000), 11), ('month', (1, 2, 3, 4, 6), 12),
          ('day', (1, 2, 3, 7, 14, 21), 11), ('hour', (1, 2, 3, 4, 6, 12), 12), ('minute', (1, 5, 10, 15, 30), 11),
          ('second', (1, 5, 10, 15, 30), 11))


class AutoDateLocator(DateLocator):
    """Round years, months, days, hours, minutes or seconds: the first of them that gives ticks enough."""

    def __init__(self, tz=None, minticks=5, maxticks=None, interval_multiples=True):
        DateLocator.__init__(self, tz)
        self.unit, self.minticks = 'day', minticks
        self._most = {unit: most if maxticks is None else maxticks if isinstance(maxticks, int) else most
                      for unit, _, most in _STEPS}

    def tick_values(self, vmin, vmax):
        low, high = _moments(vmin, vmax)
        years, months, days, hours = _apart(low, high)
        hours += days * 24
        seconds = int((high - low).total_seconds())
        counts = (years, years * 12 + months, days, hours, seconds // 60, seconds)
        for (unit, steps, _), count in zip(_STEPS, counts):
            if count >= self.minticks:
                break
        else:
            self.unit = 'second'
            return AutoLocator().tick_values(date2num(low), date2num(high))
        step = next((s for s in steps if count <= s * (self._most[unit] - 1)), steps[-1])
        self.unit = unit
        if unit == 'year':
            return YearLocator(step).tick_values(vmin, vmax)
        if unit == 'month':
            return _within(low, high, range(1, 13)[::step])
        if unit == 'day':
            return _within(low, high, None, {7: (1, 8, 15, 22), 14: (1, 15)}.get(step, range(1, 32)[::step]))
        if unit == 'hour':
            return _within(low, high, None, None, range(24)[::step])
        if unit == 'minute':
            return _within(low, high, None, None, range(24), range(60)[::step])
        return _within(low, high, None, None, range(24), range(60), range(60)[::step])


class YearLocator(DateLocator):
    """A day of every year, or of the years that a number divides."""
    unit = 'year'

    def __init__(self, base=1, month=1, day=1, tz=None):
        DateLocator.__init__(self, tz)
        self.base, self.month, self.day = base, month, day

    def tick_values(self, vmin, vmax):
        low, high = _moments(vmin, vmax)
        first, last = low.year // self.base * self.base, -(-high.year // self.base) * self.base
        return np.array([date2num(datetime.datetime(y, self.month, self.day)) for y in range(
            max(first, self.base), min(last, 9999) + 1, self.base)])


class MonthLocator(DateLocator):
    """A day of every month, or of every few."""
    unit = 'month'

    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        DateLocator.__init__(self, tz)
        self._months = None if bymonth is None else tuple(np.ravel(bymonth).tolist())
        self._days, self._interval = tuple(np.ravel(bymonthday).tolist()), interval

    def tick_values(self, vmin, vmax):
        low, high = _moments(vmin, vmax)
        years, months, _, _ = _apart(low, high)
        start = low.year * 12 + low.month - 1 - years * 12 - months
        # The days beyond whole months may lead into the month before.
        rest = _apart(low, high)
        whole = low.year * 12 + low.month - 1 + rest[0] * 12 + rest[1]
        day = datetime.datetime(whole // 12, whole % 12 + 1, min(low.day, 28), low.hour, low.minute)
        if (high - day).days >= low.day:
            start -= 1
        found = []
        for month in range(start, high.year * 12 + high.month, self._interval):
            for number in self._days:
                try:
                    one = datetime.datetime(month // 12, month % 12 + 1, number)
                except ValueError:
                    continue
                if (self._months is None or one.month in self._months) and low <= one <= high:
                    found.append(date2num(one))
        return np.array(found)


class DayLocator(DateLocator):
    """Every day of a month, or every few."""
    unit = 'day'

    def __init__(self, bymonthday=None, interval=1, tz=None):
        DateLocator.__init__(self, tz)
        self._days, self._interval = None if bymonthday is None else tuple(np.ravel(bymonthday).tolist()), interval

    def tick_values(self, vmin, vmax):
        low, high = _moments(vmin, vmax)
        if self._days is not None:
            return _within(low, high, None, self._days)
        span = high - low
        first = (low - span).toordinal()
        days = np.arange(first, high.toordinal() + 1, self._interval) - _EPOCH.toordinal()
        return days[(days >= date2num(low)) & (days <= date2num(high))].astype(float)


class WeekdayLocator(DateLocator):
    """Days of the week."""
    unit = 'day'

    def __init__(self, byweekday=1, interval=1, tz=None):
        DateLocator.__init__(self, tz)
        self._days, self._interval = {int(getattr(d, 'weekday', d)) for d in np.ravel(byweekday).tolist()}, interval

    def tick_values(self, vmin, vmax):
        low, high = _moments(vmin, vmax)
        start = (low - (high - low)).toordinal()
        start -= (start - 1) % 7
        found = [d - _EPOCH.toordinal() for d in range(start, high.toordinal() + 1)
                 if (d - 1) % 7 in self._days and (d - start) // 7 % self._interval == 0]
        days = np.array(found, dtype=float)
        return days[(days >= date2num(low)) & (days <= date2num(high))]


class _PartLocator(DateLocator):
    """Parts of a day, evenly."""
    unit = 'hour'
    _day = 24

    def __init__(self, by=None, interval=1, tz=None):
        DateLocator.__init__(self, tz)
        self._by, self._interval = None if by is None else set(np.ravel(by).tolist()), interval

    def tick_values(self, vmin, vmax):
        low, high = (date2num(v) for v in _moments(vmin, vmax))
        parts = np.arange(np.ceil(low * self._day), np.floor(high * self._day) + 1)
        around = 24 if self._day == 24 else 60
        keep = parts % self._interval == 0 if self._by is None else np.isin(parts % around, list(self._by))
        return parts[keep] / self._day


class HourLocator(_PartLocator):
    """Hours."""


class MinuteLocator(_PartLocator):
    """Minutes."""
    unit = 'minute'
    _day = 1440


class SecondLocator(_PartLocator):
    """Seconds."""
    unit = 'second'
    _day = 86400


MO, TU, WE, TH, FR, SA, SU = range(7)
YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY = range(7)


class AutoDateFormatter(Formatter):
    """Dates as exact as the ticks are apart."""

    def __init__(self, locator, tz=None, defaultfmt='%Y-%m-%d'):
        self._locator = locator

    def __call__(self, x, pos=None):
        form = {'year': '%Y', 'month': '%Y-%m', 'day': '%Y-%m-%d', 'hour': '%m-%d %H', 'minute': '%d %H:%M',
                'second': '%H:%M:%S'}
        return num2date(x).strftime(form[getattr(self._locator, 'unit', 'day')])


class DateFormatter(Formatter):
    """Dates by a format of `strftime`."""

    def __init__(self, fmt, tz=None, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return num2date(x).strftime(self.fmt)


class ConciseDateFormatter(AutoDateFormatter):
    """Dates as short as they can be told apart."""

    def __call__(self, x, pos=None):
        unit, when = getattr(self._locator, 'unit', 'day'), num2date(x)
        if unit == 'month' and when.month == 1 or unit == 'year':
            return when.strftime('%Y')
        if unit == 'month' or unit == 'day' and when.day == 1:
            return when.strftime('%b')
        if unit == 'day' or unit == 'hour' and when.hour == 0:
            return when.strftime('%d') if unit == 'day' else when.strftime('%b-%d')
        return when.strftime('%H:%M' if unit != 'second' else '%S')


def drange(dstart, dend, delta):
    """Days from one moment to another, evenly."""
    first, last, step = date2num(dstart), date2num(dend), delta.total_seconds() / 86400
    return first + np.arange(int(np.ceil((last - first) / step))) * step


def datestr2num(d, default=None):
    """Days since 1970 of a date as text: year-month-day, with a time behind it if wanted."""
    if not isinstance(d, str):
        return np.array([datestr2num(one) for one in d])
    return date2num(datetime.datetime.fromisoformat(d.replace('/', '-')))


def locator_and_formatter():
    locator = AutoDateLocator()
    return locator, AutoDateFormatter(locator)
