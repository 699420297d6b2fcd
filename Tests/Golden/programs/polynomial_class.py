class Polynomial:
    def __init__(self, *coefficients):
        self.c = list(coefficients) or [0]
        while len(self.c) > 1 and self.c[-1] == 0:
            self.c.pop()

    @property
    def degree(self):
        return len(self.c) - 1

    def __call__(self, x):
        result = 0
        for c in reversed(self.c):
            result = result * x + c
        return result

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        pad = lambda p: p.c + [0] * (n - len(p.c))
        return Polynomial(*map(sum, zip(pad(self), pad(other))))

    def __neg__(self):
        return Polynomial(*(-c for c in self.c))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Polynomial(*out)

    def __pow__(self, n):
        result = Polynomial(1)
        for _ in range(n):
            result *= self
        return result

    def __divmod__(self, other):
        quotient, rest = Polynomial(0), self
        while rest.degree >= other.degree and any(rest.c):
            shift = rest.degree - other.degree
            term = Polynomial(*[0] * shift, rest.c[-1] // other.c[-1])
            if not any(term.c):
                break
            quotient, rest = quotient + term, rest - term * other
        return quotient, rest

    def derivative(self):
        return Polynomial(*(i * c for i, c in enumerate(self.c) if i))

    def __eq__(self, other):
        return self.c == other.c

    def __str__(self):
        terms = []
        for i, c in reversed(list(enumerate(self.c))):
            if c:
                size = "" if abs(c) == 1 and i else str(abs(c))
                power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
                sign = "-" if c < 0 else "+" if terms else ""
                terms.append(f"{sign}{size}{power}")
        return " ".join(terms) or "0"


p, q = Polynomial(-1, 0, 1), Polynomial(1, 1)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", q ** 5)
quotient, rest = divmod(p, q)
print(quotient, rest, p.derivative(), p(10), q(0.5), (p - p), p.degree)
print(*divmod(q ** 3 + Polynomial(7), q), [p(x) for x in range(-2, 3)])
