"""Days as numbers: days since the beginning of 1970."""

import datetime

import numpy as np
from matplotlib.ticker import Formatter, Locator, MaxNLocator

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


class AutoDateLocator(Locator):
    """Round days, months or years."""

    def __init__(self, tz=None, minticks=5, maxticks=None, interval_multiples=True):
        self.unit = 'day'

    def tick_values(self, vmin, vmax):
        vmin, vmax = (date2num(v) if not isinstance(v, (int, float)) else v for v in (vmin, vmax))
        days = vmax - vmin
        if days > 365 * 4:
            self.unit = 'year'
            years = MaxNLocator(8, steps=[1, 2, 5, 10], integer=True).tick_values(num2date(vmin).year,
                                                                                  num2date(vmax).year)
            return np.array([date2num(datetime.datetime(int(y), 1, 1)) for y in years if 1 <= y <= 9999])
        if days > 120:
            self.unit = 'month'
            start, step = num2date(vmin), max(1, int(np.ceil(days / 30 / 9)))
            step = next(s for s in (1, 2, 3, 4, 6, 12) if s >= step)
            months = range(start.year * 12, num2date(vmax).year * 12 + 13, step)
            return np.array([date2num(datetime.datetime(m // 12, m % 12 + 1, 1)) for m in months])
        if days > 3:
            self.unit = 'day'
            step = next(s for s in (1, 2, 3, 4, 7, 14, 28) if days / s <= 9 or s == 28)
            return np.arange(np.ceil(vmin / step) * step, vmax + step, step)
        self.unit = 'hour' if days > 0.125 else 'minute'
        size = 24 if self.unit == 'hour' else 1440
        step = next(s for s in (1, 2, 3, 4, 6, 12, 30, 60) if days * size / s <= 9 or s == 60)
        return np.arange(np.ceil(vmin * size / step) * step, vmax * size + step, step) / size


class AutoDateFormatter(Formatter):
    """Dates as exact as the ticks are apart."""

    def __init__(self, locator, tz=None, defaultfmt='%Y-%m-%d'):
        self._locator = locator

    def __call__(self, x, pos=None):
        form = {'year': '%Y', 'month': '%Y-%m', 'day': '%Y-%m-%d', 'hour': '%m-%d %H', 'minute': '%d %H:%M'}
        return num2date(x).strftime(form[getattr(self._locator, 'unit', 'day')])


class DateFormatter(Formatter):
    """Dates by a format of `strftime`."""

    def __init__(self, fmt, tz=None, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return num2date(x).strftime(self.fmt)


class _Every(AutoDateLocator):
    def __init__(self, *args, **kwargs):
        AutoDateLocator.__init__(self)


DayLocator = MonthLocator = YearLocator = HourLocator = WeekdayLocator = MinuteLocator = _Every


def locator_and_formatter():
    locator = AutoDateLocator()
    return locator, AutoDateFormatter(locator)
