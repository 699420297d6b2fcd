import csv
import io

RAW = """name,dept,salary
"Smith, Ann",sales,4200
Bob,dev,5100.50
Zoë,dev,4800
"Quote ""Q"" Man",sales,3900
"""
rows = list(csv.DictReader(io.StringIO(RAW)))
print(len(rows), rows[0]["name"], list(rows[0]))
departments = {}
for row in rows:
    departments.setdefault(row["dept"], []).append((float(row["salary"]), row["name"]))
out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
writer.writerow(["dept", "people", "mean", "best paid"])
for dept in sorted(departments):
    people = departments[dept]
    mean = sum(s for s, _ in people) / len(people)
    writer.writerow([dept, len(people), f"{mean:.2f}", max(people)[1]])
print(out.getvalue())
again = list(csv.reader(io.StringIO(out.getvalue())))
print(again == [r for r in again], again[2][3])
w = csv.DictWriter(out := io.StringIO(), fieldnames=["a", "b"], delimiter=";", lineterminator="\n")
w.writeheader()
w.writerows([{"a": 1, "b": "x;y"}, {"a": None, "b": 'q"'}])
print(out.getvalue())
try:
    w.writerow({"c": 1})
except ValueError as e:
    print(e)
for line in csv.reader(["1,2,3", "4,,6"]):
    print([int(x or 0) for x in line], sum(int(x or 0) for x in line))
