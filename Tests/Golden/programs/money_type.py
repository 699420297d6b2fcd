class Money:
    RATES = {"EUR": 1.0, "USD": 1.25, "JPY": 160.0}

    def __init__(self, cents, currency="EUR"):
        if currency not in self.RATES:
            raise KeyError(currency)
        self.cents, self.currency = round(cents), currency

    @classmethod
    def parse(cls, text):
        number, _, currency = text.partition(" ")
        whole, _, part = number.replace(",", "").partition(".")
        sign = -1 if whole.startswith("-") else 1
        return cls(sign * (abs(int(whole)) * 100 + int((part + "00")[:2])), currency or "EUR")

    def to(self, currency):
        return Money(self.cents * self.RATES[currency] / self.RATES[self.currency], currency)

    def _same(self, other):
        if not isinstance(other, Money):
            return None
        return other.to(self.currency)

    def __add__(self, other):
        o = self._same(other)
        return NotImplemented if o is None else Money(self.cents + o.cents, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, k):
        return Money(self.cents * k, self.currency)

    __rmul__ = __mul__

    def __floordiv__(self, n):
        share, rest = divmod(self.cents, n)
        return [Money(share + (i < rest), self.currency) for i in range(n)]

    def __lt__(self, other):
        return self.cents < self._same(other).cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == self._same(other).cents

    def __bool__(self):
        return self.cents != 0

    def __format__(self, spec):
        text = f"{self.cents / 100:,.2f} {self.currency}"
        return format(text, spec)

    __str__ = lambda self: format(self)
    __repr__ = lambda self: f"Money({self.cents}, {self.currency!r})"


a, b = Money(1050), Money.parse("2,000.5 USD")
print(a, b, a + b, b + a, 3 * a, a * 1.1, f"|{a:>15}|{b:<20}|")
print(Money(100) // 3, sum([a, a, Money(1)]), sorted([b, a, Money(99999, "JPY")]))
print(a == Money(1050), a == 10.5, bool(Money(0)), Money.parse("-3.07"), Money(1050).to("JPY"))
for bad in (lambda: a + 5, lambda: Money(1, "XXX"), lambda: Money.parse("x"), lambda: a + "1"):
    try:
        bad()
    except (TypeError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
