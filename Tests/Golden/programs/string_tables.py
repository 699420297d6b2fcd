rows = [("apple", 3, 0.5), ("banana", 12, 0.25), ("cherry pie", 1, 12.0)]
print("%-12s|%5s|%8s" % ("name", "count", "price"))
print("-" * 27)
for name, count, price in rows:
    print("%-12s|%5d|%8.2f" % (name, count, price))
print("=" * 27)
for name, count, price in rows:
    print("{:<12}|{:>5}|{:>8.2f}".format(name, count, price))
total = sum([count * price for _, count, price in rows])
print(f"{'total':<12}|{sum([r[1] for r in rows]):>5}|{total:>8.2f}")
print(f"{'centred':^20}|{'fill':*^10}|{0.1234:.1%}|{1234567.891:,.2f}")
for i in range(1, 6):
    print(" ".join(["%3d" % (i * j) for j in range(1, 6)]))
width = max([len(r[0]) for r in rows])
for name, count, price in rows:
    print(f"{name:>{width}}: {count!r} {price!s}")
