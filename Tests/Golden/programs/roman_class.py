class Roman:
    TABLE = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
             (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

    def __init__(self, value):
        self.value = self.parse(value) if isinstance(value, str) else int(value)
        if not 0 < self.value < 4000:
            raise ValueError(f"{value!r} is out of range")

    @classmethod
    def parse(cls, text):
        total, rest = 0, text.upper()
        for number, letters in cls.TABLE:
            while rest.startswith(letters):
                total += number
                rest = rest[len(letters):]
        if rest:
            raise ValueError(f"bad numeral {text!r}")
        return total

    def __str__(self):
        n, out = self.value, []
        for number, letters in self.TABLE:
            count, n = divmod(n, number)
            out.append(letters * count)
        return "".join(out)

    def __repr__(self):
        return f"Roman({str(self)!r})"

    def __add__(self, other):
        return Roman(self.value + int(other))

    __radd__ = __add__

    def __int__(self):
        return self.value

    __index__ = __int__

    def __lt__(self, other):
        return self.value < int(other)

    def __eq__(self, other):
        return self.value == int(other)


print(Roman(1994), Roman("mcmxciv").value, Roman("IV") + Roman(6), 5 + Roman(1))
print(sorted([Roman(9), Roman(4), Roman(40)]), max(Roman(3), Roman(2)), Roman(4) == 4)
print(["a", "b", "c"][Roman(2)], int(Roman("XLII")), hex(Roman(255)))
print([str(Roman(n)) for n in (1, 4, 9, 14, 40, 90, 400, 944, 3999)])
for bad in (0, 4000, "ABC"):
    try:
        Roman(bad)
    except ValueError as e:
        print(e)
