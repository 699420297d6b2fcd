table = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    out = ""
    for value, letters in table:
        count, n = divmod(n, value)
        out += letters * count
    return out


def from_roman(s):
    values = {letters: value for value, letters in table}
    total = i = 0
    while i < len(s):
        step = 2 if s[i:i + 2] in values else 1
        total += values[s[i:i + step]]
        i += step
    return total


for n in [1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999]:
    print("%4d %s %s" % (n, to_roman(n), from_roman(to_roman(n)) == n))
