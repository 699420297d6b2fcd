import datetime as dt
from datetime import date, datetime, time, timedelta, timezone


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()), d.toordinal(), d.ctime())
print(d + timedelta(1), d - timedelta(days=60), d - date(2023, 12, 25), d.replace(day=1), date.fromordinal(738000), date.fromisocalendar(2020, 53, 7))
print(d < date(2024, 3, 1), d == date(2024, 2, 29), max(d, date(2020, 1, 1)), hash(d) == hash(date(2024, 2, 29)), date.min, date.max, date.resolution)
print(d.strftime('%Y/%m/%d %A %a %B %b %j %U %W %w %u %y %G-%V %x %% %e %q'), f'{d:%d.%m.%Y}', f'{d}', d.timetuple()[:9])
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2020, 13, 1), lambda: date('a', 1, 1), lambda: date(2020), 
          lambda: d + timedelta(10 ** 7), lambda: date.fromisoformat('2020-1-1'), lambda: date.fromisoformat('x'), lambda: date(2020, 1, 1.5),
          lambda: date.fromordinal(0), lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisoformat('2020-02-30')):
    attempt(f)
print(date.fromisoformat('2020-02-03'), date.fromisoformat('20200203'), date.fromisoformat('2020-W05-3'), date.fromisoformat('2020W05'))
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, repr(-t), abs(-t) == t, timedelta(), repr(timedelta()), bool(timedelta()))
print(t * 2, t / 2, t // 3, t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t / timedelta(hours=1), t // timedelta(minutes=1), 2.5 * t, t / 0.3)
print(timedelta(weeks=1), timedelta(0.5), timedelta(seconds=1e-7), timedelta(seconds=2.5e-6), timedelta(hours=-1), timedelta(days=-1, microseconds=1))
print(timedelta.min, timedelta.max, timedelta.resolution, sorted([timedelta(2), timedelta(1)]), sum([timedelta(1), timedelta(2)], timedelta()))
for f in (lambda: timedelta('1'), lambda: timedelta(10 ** 9), lambda: t / 0, lambda: t // timedelta()):
    attempt(f)
c = time(13, 5, 9, 120)
print(c, repr(c), c.replace(hour=1), c.isoformat('minutes'), c.strftime('%H:%M:%S.%f %I %p'), time(), repr(time(1, 2)), c > time(12), time.max)
print(time.fromisoformat('04:23:01.000384'), time.fromisoformat('T042301'), time(12, tzinfo=timezone.utc), repr(time(12, tzinfo=timezone.utc)))
attempt(lambda: time(24))
attempt(lambda: time(1, 60))
attempt(lambda: time.fromisoformat('25'))
m = datetime(2024, 5, 17, 4, 3, 2, 1000)
print(m, repr(m), m.isoformat(), m.isoformat(' ', 'milliseconds'), m.date(), m.time(), m.ctime(), m.timestamp(), m.replace(year=1999), m.timetuple()[:6])
print(m + timedelta(hours=30), m - datetime(2024, 1, 1), m - timedelta(weeks=1), m < datetime(2025, 1, 1), m == m.replace(), m.strftime('%c|%X|%f|%z|%Z|'))
print(datetime.combine(d, c), datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(1e9 + 0.5), datetime.fromordinal(1), repr(datetime(2020, 1, 1)))
print(m.strftime('%-d %-m %H:%M'), f'{m:%b %d, %Y}', datetime.max, m.weekday(), m.isocalendar()[1], repr(datetime(2020, 1, 1, fold=1)))
z = timezone(timedelta(hours=5, minutes=30), 'IST')
a = datetime(2024, 5, 17, 12, tzinfo=z)
print(a, repr(a), a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), a.timestamp(), a == a.astimezone(timezone.utc), a.strftime('%z %Z'), a.dst())
print(timezone.utc, repr(timezone.utc), timezone(timedelta(hours=-3)), repr(timezone(timedelta(hours=-3))), a - datetime(2024, 5, 17, tzinfo=timezone.utc))
for f in (lambda: m - a, lambda: m < a, lambda: m == a, lambda: m < d, lambda: m == d, lambda: timezone(timedelta(2)), lambda: timezone(5),
          lambda: datetime(2020, 1, 1, 25), lambda: datetime(2020, 1, 1, tzinfo=3), lambda: m.isoformat(timespec='x'), lambda: datetime(2020, 1)):
    attempt(f)
for text in ('2024-05-17', '2024-05-17T04:03', '2024-05-17 04:03:02', '20240517T040302', '2024-05-17T04:03:02.5', '2024-05-17T04:03:02Z',
             '2024-05-17T04:03:02+05:30', '2024-W20-5T10', '2024-05-17T04:03:02,123456789', '2024-05-17T24:00', '2024-5-17', 'junk', '2024-05-17T',
             '2024-05-17T04:03:02+25:00', '2024-05-17T04:03:0', '2024-05-17T04:03:02-0330'):
    attempt(lambda: datetime.fromisoformat(text))
for text, form in (('2024-05-17 04:03', '%Y-%m-%d %H:%M'), ('17/May/24', '%d/%b/%y'), ('Friday, May 3 2024 11:05 PM', '%A, %B %d %Y %I:%M %p'),
                   ('12:30:15.25', '%H:%M:%S.%f'), ('2024 137', '%Y %j'), ('2024-05-17T04:03:02+0530', '%Y-%m-%dT%H:%M:%S%z'), ('2024-05', '%Y-%m-%d'),
                   ('2024-05-17x', '%Y-%m-%d'), ('2024', '%Q'), ('1115', '%m%d'), ('2020-02-30', '%Y-%m-%d'), ('10%', '%d%%'), ('2024 20 5', '%G %V %u'),
                   ('2024 3 Mon', '%Y %W %a'), ('x', '%'), ('Wed Jun  9 04:26:40 1993', '%c'), ('06/09/93', '%x'), ('12 AM', '%I %p')):
    attempt(lambda: datetime.strptime(text, form))
for f in (lambda: d + 1, lambda: 1 + d, lambda: d - 'x', lambda: d + d, lambda: d < 5, lambda: t + 1, lambda: 1 - t, lambda: t < 3, lambda: t / 'x', lambda: m + 1.5, lambda: m - 1, lambda: c < 1, lambda: m < None):
    attempt(f)
print(isinstance(datetime.now(), datetime), isinstance(date.today(), date), datetime.now(timezone.utc).tzinfo, dt.MINYEAR, dt.MAXYEAR)
first = date(2024, 1, 31)
print([str(first + timedelta(days=30 * i)) for i in range(4)], [(date(y, 1, 1).strftime('%a'), date(y, 12, 31).isocalendar()[1]) for y in range(2018, 2025)])
import copy
print(copy.deepcopy([m, a, t, d, c]) == [m, a, t, d, c], {d: 1}[date(2024, 2, 29)], issubclass(datetime, date), m.utctimetuple()[:6])


class Birthday(date):
    def age(self, today):
        return today.year - self.year - ((today.month, today.day) < (self.month, self.day))


b = Birthday(1990, 6, 15)
print(b.age(date(2024, 6, 14)), repr(b), repr(b + timedelta(1)), b.isoformat())
