values = [0.0, -0.0, 1.0, 0.1, 1 / 3, 2 / 3, 1e16, 1e-5, 123456.789, 1e22, 1e100, 5e-324, 1.7976931348623157e308, 0.1 + 0.2]
for v in values:
    print(repr(v), f"{v:.3f}"[:20], f"{v:.3e}", f"{v:g}", f"{v:.10g}", f"{v:%}"[:15], v == float(repr(v)))
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf > 10 ** 400, nan == nan, inf - inf, inf * 0, 1 / inf, f"{inf:10.2f}|{nan:<6}|{-inf:+}")
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1.5), round(-0.5))
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, divmod(7.5, -2), 2.0 ** 0.5, 10 ** -2, 4 ** 0.5)
print((0.1).as_integer_ratio(), (2.5).is_integer(), (2.0).is_integer(), (0.5).hex(), float.fromhex("0x1.8p1"))
print(float("1e3"), float("-.5"), float(" 3. "), float("1_0.0"), float("infinity"), int(1e20), int(-2.9))
for bad in ("", "1e", "0x1", "1 2", "--1", "nan nan"):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)
print(sum([0.1] * 10), sum([0.1] * 10) == 1, abs(sum([0.1] * 10) - 1) < 1e-9, 0.1 + 0.2 == 0.3)
print(1e308 * 10, -1e308 * 10, 1e-308 / 1e10, 5e-324 / 2, 3.0 == 3, 3.0 is not 3, hash(3.0) == hash(3))
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: int(inf), lambda: round(nan)):
    try:
        print(bad())
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(max(1, 1.0), max(1.0, 1), min(0.0, -0.0), sorted([3, 1.5, -2, 2.5, 1]), 1.5 + True, [x / 10 for x in range(5)])
