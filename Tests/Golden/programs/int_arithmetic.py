for a in [7, -7, 0, 12]:
    for b in [2, -2, 5, -5]:
        print(a, b, a // b, a % b, divmod(a, b), a / b, a // b * b + a % b == a)
print(2 ** 10, 2 ** -1, (-2) ** 3, 0 ** 0, 10 ** 20)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1000 >> 3, -1000 >> 3)
print(hex(255), bin(10), oct(64), int("ff", 16), int("1010", 2), 0xff, 0b11, 0o17)
print(True + True, True * 5, False == 0, isinstance(True, int), int(True))
print(abs(-5), min(3, 1, 2), max([4, 9, 2]), sum(range(10)), pow(3, 20, 7), round(7.5), round(8.5))
print(9223372036854775807, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 ** 2)
x = 1
for i in range(70):
    x *= 2
    if i % 10 == 9:
        print(i, x, x // 3, -x // 3, x % 1000)
print(1_000_000, 10 ** 18 + 1, 3 * 10 ** 18 * 3)
