def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        if bottom < 0:
            top, bottom = -top, -bottom
        g = gcd(top, bottom) or 1
        self.top, self.bottom = top // g, bottom // g

    def _coerce(self, other):
        return other if isinstance(other, Fraction) else Fraction(other)

    def __add__(self, other):
        o = self._coerce(other)
        return Fraction(self.top * o.bottom + o.top * self.bottom, self.bottom * o.bottom)

    __radd__ = __add__

    def __sub__(self, other):
        return self + -self._coerce(other)

    def __rsub__(self, other):
        return -self + other

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __mul__(self, other):
        o = self._coerce(other)
        return Fraction(self.top * o.top, self.bottom * o.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other):
        o = self._coerce(other)
        return self * Fraction(o.bottom, o.top)

    def __rtruediv__(self, other):
        return Fraction(other) / self

    def __eq__(self, other):
        o = self._coerce(other)
        return (self.top, self.bottom) == (o.top, o.bottom)

    def __lt__(self, other):
        o = self._coerce(other)
        return self.top * o.bottom < o.top * self.bottom

    def __float__(self):
        return self.top / self.bottom

    def __str__(self):
        return f"{self.top}" if self.bottom == 1 else f"{self.top}/{self.bottom}"

    def __repr__(self):
        return f"Fraction({self.top}, {self.bottom})"


half, third = Fraction(1, 2), Fraction(1, 3)
print(half + third, half - third, half * third, half / third, 1 - third, 2 / third, half + 1)
print(sorted([half, third, Fraction(2, 5)]), half == Fraction(2, 4), float(half))
h = sum((Fraction(1, n) for n in range(1, 21)), Fraction(0))
print(h, float(h))
for bad in (lambda: Fraction(1, 0), lambda: half / 0):
    try:
        bad()
    except ZeroDivisionError as e:
        print(e)
