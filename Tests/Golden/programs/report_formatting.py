rows = [("Widget", 4, 3.5), ("Gadget", 10, 12.25), ("Thing, large", 1, 1234.5), ("Ölkännchen", 3, 0.99)]
head = f"{'Item':<15}{'Qty':>5}{'Price':>12}{'Total':>14}"
print(head)
print("=" * len(head))
total = 0
for name, qty, price in rows:
    line = qty * price
    total += line
    print(f"{name:<15}{qty:>5d}{price:>12,.2f}{line:>14,.2f}")
print("-" * len(head))
print(f"{'Total':<15}{'':>17}{total:>14,.2f}")
print("%-15s%5s%12.1f%%" % ("Discount", "", 12.5))
width, precision = 10, 3
for value in (3.14159, 2.0, 1e10, -0.5, 1e-7):
    print(f"[{value:{width}.{precision}f}] [{value:{width}.{precision}e}] [{value:{width}.{precision}g}] [{value:+.1%}]")
for n in (0, 7, 255, -42, 10**9):
    print(f"{n:>12,} {n:#06x} {n:o} {n:b}"[:60], f"{n:+d}", f"{n:_}")
for title in ("Überblick", "Résumé"):
    print(title.center(30, "*"), f"{title!r:>14}", f"{title:.3}", f"{title!a}")
print("\n".join(f"{i:2d}. {'*' * i:<5}|{'*' * i:>5}|{'*' * i:^5}|" for i in range(1, 4)))
print("{0:>{1}} {name!s:^{width}}".format("x", 4, name="mid", width=7) + "|")
x = 42
print(f"{x=} {x = } {x=:>6} {x!r:>4}", f"{'a' if x else 'b'}", f"{{{x}}}")
