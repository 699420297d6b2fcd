import math
import numbers
from fractions import Fraction as F


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for args in [(3, 4), (6, -8), (5,), ('3/7',), (' -1.25 ',), ('2e-3',), ('1_000',), (0.5,), (0.1,), (F(1, 2), F(3, 4)), (True,), (), ('-.5',), ('7.',), ('1E2',)]:
    print(args, repr(F(*args)), F(*args))
for args in [(1, 0), ('x',), ('1/0',), (1.5, 2), (None,), ('1/2/3',), ('',), (float('nan'),), (float('inf'),), ('1 /2',), ([],)]:
    attempt(lambda: F(*args))
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, a ** F(1, 2), -a, +a, abs(b))
print(a + 1, 1 + a, a - 1, 1 - a, a * 2, 2 * a, a / 2, 2 / a, 7 // a, 7 % a, divmod(7, a), 2 ** F(3), 2 ** F(1, 2), a ** 0.5)
print(a + 0.5, 0.5 * a, a / 0.25, 1.5 - a, a + 1j, 1j * a, a // 0.5, a % 0.5, 0.5 ** F(2))
print(a == 0.75, a == F(6, 8), a == 1, F(2) == 2, a < b, a > 0.5, a <= F(3, 4), a >= 1, a != b, F(1, 3) == 1 / 3, a < float('inf'))
print(hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), hash(F(-7, 4)) == hash(-1.75), len({F(1, 2), 0.5, F(2, 4)}))
print(int(b), float(a), bool(F(0)), math.floor(b), math.ceil(b), math.trunc(b), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(1234), -2))
print(F(math.pi).limit_denominator(1000), F('3.14159').limit_denominator(10), F(0.1).limit_denominator(), F(1, 3).limit_denominator(2))
print(a.numerator, a.denominator, F.from_float(0.25), F(0.3).as_integer_ratio(), a.real, a.imag, a.conjugate(), complex(a))
print(sum([F(1, n) for n in range(1, 8)]), max(a, b, F(1)), sorted([a, b, 0.5, 1]), f'{a!s:>6}|{a!r}')
attempt(lambda: a + 'x')
attempt(lambda: a < 'x')
attempt(lambda: a / 0)
attempt(lambda: a // 0)
attempt(lambda: a % 0)
attempt(lambda: F(0) ** -1)
attempt(lambda: F.from_float('x'))
attempt(lambda: a.limit_denominator(0))
attempt(lambda: F(-1, 2) ** F(1, 2))
print(isinstance(a, numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1.5, numbers.Rational),
      isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), isinstance('x', numbers.Number), issubclass(int, numbers.Real))


def harmonic(n):
    return sum((F(1, k) for k in range(1, n + 1)), F(0))


print(harmonic(20), float(harmonic(20)))
x = F(1)
for _ in range(5):
    x = (x + 2 / x) / 2
print(x, float(x) - 2 ** 0.5 < 1e-15)
