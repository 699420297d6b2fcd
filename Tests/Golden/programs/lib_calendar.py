import calendar


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(calendar.month(2024, 2), end='')
print(calendar.calendar(2023))
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1990, 2030), calendar.weekday(2024, 5, 17), calendar.monthrange(2024, 2))
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr), calendar.weekheader(3))
c = calendar.TextCalendar(calendar.SUNDAY)
print(c.formatmonth(2024, 12, w=4, l=2))
c.prmonth(2025, 1)
print(c.monthdatescalendar(2024, 6)[0][0], list(c.iterweekdays()), list(c.itermonthdays2(2024, 2))[:5], len(c.yeardayscalendar(2024)), calendar.timegm((2024, 5, 17, 1, 2, 3)))
calendar.setfirstweekday(6)
print(calendar.firstweekday(), calendar.month(2024, 1))
attempt(lambda: calendar.monthrange(2024, 13))
attempt(lambda: calendar.setfirstweekday(9))
