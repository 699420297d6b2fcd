HEADERS = ("id", "name", "größe", "ratio")
ROWS = [(1, "Ann", 1.7, 0.123456), (22, "Bjørn", 1.85, 12.5), (333, "东京", 10, -3), (4, None, float("nan"), 1e-9)]


class Table:
    def __init__(self, headers, rows, aligns="<"):
        self.headers, self.rows = headers, rows
        self.aligns = (aligns * len(headers))[:len(headers)]

    @staticmethod
    def cell(value):
        if value is None:
            return "-"
        if isinstance(value, float):
            return f"{value:.3g}"
        return str(value)

    def widths(self):
        columns = zip(self.headers, *([self.cell(v) for v in row] for row in self.rows))
        return [max(map(len, column)) for column in columns]

    def lines(self, sep=" | "):
        widths = self.widths()
        yield sep.join(f"{h:^{w}}" for h, w in zip(self.headers, widths))
        yield sep.replace("|", "+").replace(" ", "-").join("-" * w for w in widths)
        for row in self.rows:
            yield sep.join(f"{self.cell(v):{a}{w}}" for v, a, w in zip(row, self.aligns, widths))

    def __str__(self):
        return "\n".join(self.lines())

    def __len__(self):
        return len(self.rows)

    def sorted(self, key, reverse=False):
        i = self.headers.index(key)
        return Table(self.headers, sorted(self.rows, key=lambda r: self.cell(r[i]), reverse=reverse), self.aligns)


t = Table(HEADERS, ROWS, "><>>")
print(t)
print(t.sorted("name", reverse=True))
print(len(t), t.widths())
try:
    t.sorted("nope")
except ValueError as e:
    print(e)
print("\n".join("{:<4}|{:>6}|{:^7}|".format(*r[:2], "mid") if r[1] else "{0}: {1!r}".format(*r) for r in ROWS))
print("%(a)s-%(b)05.1f-%(a)r" % {"a": "x", "b": 2.25}, "%3d%%" % 50, "%s" % (ROWS[0],))
