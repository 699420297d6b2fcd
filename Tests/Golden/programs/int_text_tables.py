for n in (0, 1, -1, 7, 255, -256, 10 ** 6, 2 ** 40):
    print(f"{n:>14d} {n:>+8} {n:#x} {n:#o} {n:#b} {n:,} {n:_} {n:e} {n:.1f} {n % 1000:05d}"[:110])
for base in (2, 3, 8, 16, 36):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    n, out = 123456789, ""
    while n:
        n, d = divmod(n, base)
        out = digits[d] + out
    print(base, out, int(out, base))
print([int(t, 0) for t in ("0b101", "0o17", "0xff", "42", "-0x10", "1_000")])
for bad in (("12", 2), ("zz", 35), ("", 10), ("0x", 16), ("1__0", 10), ("5", 1)):
    try:
        print(int(*bad))
    except ValueError as e:
        print(bad, e)
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (-5).bit_length(), (1023).bit_count())
print(round(12345, -2), round(-15, -1), round(25, -1), divmod(-17, 5), divmod(17, -5), pow(7, -1, 26))
print([n for n in range(1, 100) if n == sum(int(d) ** len(str(n)) for d in str(n))])
print(sum(int(d) for d in str(2 ** 100)), len(str(3 ** 200)), str(7 ** 50)[::-1][:10])
print(bin(0b1010 ^ 0b0110), 0b1010 & 0b0110, 0b1010 | 0b0110, ~0b1010, 1 << 70, (1 << 70) >> 68, -1 >> 3)
print(int(3.99), int(-3.99), int("  7 "), int(True), int(1e18), 3 // 2, -3 // 2, 3 % -2)
print(*(f"{i}!={__import__('math').factorial(i)}" for i in (5, 10, 20, 25)))
