import os
import tempfile

import records

folder = tempfile.mkdtemp()
path = os.path.join(folder, "data.txt")
n = records.save(path, [("Ann", 3), ("Zoë", 5), ("Bo", -1)])
print(n, os.path.exists(path), os.path.basename(path), os.path.getsize(path))
print(records.load(path))
with open(path, "a", encoding="utf-8") as f:
    f.write("broken line\n")
try:
    records.load(path)
except ValueError as e:
    print("ValueError", e)
with open(path, encoding="utf-8") as f:
    print(f.readline().strip(), "|", f.read(3), "|", [line.strip() for line in f], f.closed)
print(f.closed)
with open(path, "rb") as f:
    print(f.read(8), f.tell())
print(sorted(os.listdir(folder)))
os.remove(path)
os.rmdir(folder)
print(os.path.exists(folder))
try:
    records.load(path)
except FileNotFoundError as e:
    print(type(e).__name__, e.errno, e.strerror)
