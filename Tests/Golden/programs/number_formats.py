for x in [0.0, 1.0, -1.5, 3.14159265, 1e-5, 123456.789, 1e10, 1e16, 1e-10, 1e100, float("inf"), float("nan")]:
    print(x, repr(x), str(x))
    print("%d" % x if abs(x) < 1e30 else "-", "%f" % x, "%.3f" % x, "%e" % x, "%g" % x)
    print("{:10.2f}|{:<10.3g}|{:^12.1e}|{:+.1f}".format(x, x, x, x))
for n in [0, 7, -42, 255, 10 ** 12]:
    print(f"{n:d} {n:5d}| {n:<8}| {n:^8}| {n:+} {n:,} {n:x} {n:#X} {n:b} {n:o} {n:08d} {n:e}")
print(f"{0.1 + 0.2:.17f} {2 / 3:.5%} {1e6:g} {1e5:g} {0.0001:g} {0.00001:g}")
print(1 / 3, 2 / 3, 10 / 3, 1e15 / 3, 1e16 / 3, 1 / 7e10)
