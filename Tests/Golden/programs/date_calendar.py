from datetime import date, datetime, timedelta


def month_table(year, month):
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    days = (following - first).days
    cells = ["  "] * first.weekday() + [f"{d:2d}" for d in range(1, days + 1)]
    yield first.strftime("%B %Y").center(20).rstrip()
    yield "Mo Tu We Th Fr Sa Su"
    for i in range(0, len(cells), 7):
        yield " ".join(cells[i:i + 7])


for line in month_table(2024, 2):
    print(line)


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


print([easter(y).isoformat() for y in (1999, 2000, 2024, 2025)])
fridays = [date(2023, m, 13) for m in range(1, 13) if date(2023, m, 13).weekday() == 4]
print(fridays)
start = datetime(2024, 1, 31, 22, 30)
for delta in (timedelta(hours=2), timedelta(days=30), timedelta(weeks=-1, minutes=5), timedelta(seconds=90061)):
    print(start + delta, delta, delta.total_seconds())
a, b = date(2000, 2, 29), date(2024, 3, 1)
print((b - a).days, b > a, a.replace(year=2004), b.toordinal() - a.toordinal(), a.isocalendar()[1])
print(datetime.strptime("05/03/2024 07:08", "%d/%m/%Y %H:%M"), f"{b:%d.%m.%Y %a}", b.timetuple().tm_yday)
for bad in (lambda: date(2023, 2, 29), lambda: a.replace(year=2001), lambda: datetime.strptime("x", "%d"), lambda: a - 5):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
