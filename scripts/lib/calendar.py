"""Calendars of months and years as text."""

from datetime import date, timedelta

__all__ = ['IllegalMonthError', 'IllegalWeekdayError', 'setfirstweekday', 'firstweekday', 'isleap', 'leapdays',
           'weekday', 'monthrange', 'monthcalendar', 'prmonth', 'month', 'prcal', 'calendar', 'timegm', 'month_name',
           'month_abbr', 'day_name', 'day_abbr', 'Calendar', 'TextCalendar', 'weekheader', 'MONDAY', 'TUESDAY',
           'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2

day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
day_abbr = [name[:3] for name in day_name]
month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
              'November', 'December']
month_abbr = [name[:3] for name in month_name]
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class IllegalMonthError(ValueError):
    """Raised for a month that is not 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


class IllegalWeekdayError(ValueError):
    """Raised for a weekday that is not 0 to 6."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'


def isleap(year):
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The number of leap years from y1 up to y2."""
    y1 -= 1
    y2 -= 1
    return y2 // 4 - y1 // 4 - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """The day of the week, where Monday is 0."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return date(year, month, day).weekday()


def monthrange(year, month):
    """The weekday of a month's first day, and its number of days."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == 2 and isleap(year))


class Calendar:
    """Weeks that begin on a weekday."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._first % 7

    def setfirstweekday(self, firstweekday):
        self._first = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The weekdays of a week."""
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def itermonthdays(self, year, month):
        """The days of a month in whole weeks, 0 for the days outside."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        """The days of a month in whole weeks with their weekdays."""
        for i, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, i % 7

    def itermonthdays3(self, year, month):
        """The days of a month in whole weeks as (year, month, day), those outside too."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        if before:
            earlier = (year, month - 1) if month > 1 else (year - 1, 12)
            last = 31 if month == 1 else monthrange(*earlier)[1]
            for day in range(last - before + 1, last + 1):
                yield *earlier, day
        for day in range(1, days + 1):
            yield year, month, day
        later = (year, month + 1) if month < 12 else (year + 1, 1)
        for day in range(1, (self.firstweekday - first - days) % 7 + 1):
            yield *later, day

    def itermonthdays4(self, year, month):
        """The same with the weekday."""
        for i, parts in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *parts, i % 7

    def itermonthdates(self, year, month):
        """The days of a month in whole weeks as dates."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - days) % 7
        start = date(year, month, 1)
        for i in range(-before, days + after):
            yield start + timedelta(days=i)

    def monthdatescalendar(self, year, month):
        """The weeks of a month as lists of dates."""
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """The weeks of a month as lists of (day, weekday)."""
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """The weeks of a month as lists of days."""
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        """The months of a year in rows, as weeks of dates."""
        return _rows([self.monthdatescalendar(year, m) for m in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        """The months of a year in rows, as weeks of (day, weekday)."""
        return _rows([self.monthdays2calendar(year, m) for m in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        """The months of a year in rows, as weeks of days."""
        return _rows([self.monthdayscalendar(year, m) for m in range(1, 13)], width)


def _rows(months, width):
    return [months[i:i + width] for i in range(0, 12, width)]


def _weeks(days):
    days = list(days)
    return [days[i:i + 7] for i in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Calendars as text."""

    def formatday(self, day, weekday, width):
        return ('' if day == 0 else f'{day:2d}').center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(d, w, width) for d, w in theweek])

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(i, width) for i in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f'{name} {theyear!r}' if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as text."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join([line.rstrip() + '\n' * l for line in lines])

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Prints a month."""
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as text."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        parts = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
        header = self.formatweekheader(w)
        for first in range(1, 13, m):
            months = range(first, min(first + m, 13))
            parts.append('\n' * l)
            parts.append(_row([self.formatmonthname(theyear, k, width, False) for k in months], width, c) + '\n' * l)
            parts.append(_row([header] * len(months), width, c) + '\n' * l)
            weeks = [self.monthdays2calendar(theyear, k) for k in months]
            for j in range(max(map(len, weeks))):
                texts = [self.formatweek(month[j], w) if j < len(month) else '' for month in weeks]
                parts.append(_row(texts, width, c).rstrip() + '\n' * l)
        return ''.join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Prints a year."""
        print(self.formatyear(theyear, w, l, c, m), end='')


def _row(texts, width, space):
    return (' ' * space).join([text.center(width) for text in texts]).rstrip()


_shared = TextCalendar()
firstweekday = _shared.getfirstweekday


def setfirstweekday(firstweekday):
    """Says on which weekday weeks begin."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _shared.firstweekday = firstweekday


monthcalendar = _shared.monthdayscalendar
prweek = _shared.prweek
week = _shared.formatweek
weekheader = _shared.formatweekheader
prmonth = _shared.prmonth
month = _shared.formatmonth
calendar = _shared.formatyear
prcal = _shared.pryear


def timegm(tuple):
    """The seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args=None):
    """`-m calendar [YEAR [MONTH]]`"""
    import sys
    args = sys.argv[1:] if args is None else args
    year = int(args[0]) if args else date.today().year
    print(calendar(year) if len(args) < 2 else month(year, int(args[1])), end='' if len(args) < 2 else '\n')


if __name__ == '__main__':
    main()
