"""Reads, groups and writes comma separated values: `csv_report.py [ROWS]`."""

import csv
import io
import sys
from collections import defaultdict

REGIONS = ["North", "South", "East, far", 'West "W"', "Zürich"]
PRODUCTS = {"apple": 0.5, "bread": 2.25, "cheese": 7.4, "dates": 3.0}


def make(rows):
    """A table of made-up sales as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["day", "region", "product", "count", "note"])
    seed = 3
    names = list(PRODUCTS)
    for i in range(rows):
        seed = (seed * 22695477 + 1) % 2 ** 32
        r = seed >> 12
        note = "" if r % 5 else "line one\nline two" if r % 2 else "plain"
        writer.writerow([f"2024-{1 + i % 12:02d}-{1 + r % 28:02d}", REGIONS[r % 5], names[r // 8 % 4], r % 40 if r % 97 else "n/a", note])
    return out.getvalue()


class Summary:
    def __init__(self):
        self.count = 0
        self.total = 0.0
        self.best = None

    def add(self, row, value):
        self.count += 1
        self.total += value
        if self.best is None or value > self.best[0]:
            self.best = value, row["day"]

    @property
    def mean(self):
        return self.total / self.count if self.count else 0.0


def analyse(text):
    regions, products, errors = defaultdict(Summary), defaultdict(Summary), []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            value = int(row["count"]) * PRODUCTS[row["product"]]
        except ValueError as e:
            errors.append(f"row {number}: {e}")
            continue
        regions[row["region"]].add(row, value)
        products[row["product"]].add(row, value)
    return regions, products, errors


def report(groups, title):
    out = io.StringIO()
    writer = csv.DictWriter(out, [title, "rows", "total", "mean", "best day"], lineterminator="\n", delimiter=";")
    writer.writeheader()
    for name in sorted(groups, key=lambda n: -groups[n].total):
        s = groups[name]
        writer.writerow({title: name, "rows": s.count, "total": f"{s.total:.2f}", "mean": round(s.mean, 3), "best day": s.best[1]})
    return out.getvalue()


def main(rows):
    text = make(rows)
    print(len(text), text[:120])
    regions, products, errors = analyse(text)
    print(report(regions, "region"))
    print(report(products, "product"))
    print(len(errors), errors[:2])
    again = list(csv.reader(io.StringIO(report(regions, "region")), delimiter=";"))
    width = [max(len(row[i]) for row in again) for i in range(5)]
    for row in again:
        print("  ".join(f"{cell:<{w}}" if i == 0 else f"{cell:>{w}}" for i, (cell, w) in enumerate(zip(row, width))))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
