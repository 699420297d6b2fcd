import decimal
import math
from decimal import Decimal as D, getcontext, localcontext, Context
from fractions import Fraction


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for v in ('3.14', '-0', '1E+5', '1e-10', '.5', '5.', 'Infinity', '-inf', 'NaN', 'nan123', '1_000.5', ' 7 ', 3, -4, 0.1, (1, (1, 2, 3), -2), '0.00001', '0.0000001', '123456789012345678901234567890123', '1E1000', '-1.50', True):
    d = D(v)
    print(repr(d), d, d.as_tuple() if len(str(d)) < 20 else '', d.is_nan(), d.is_signed(), bool(d))
for bad in ('x', '1.2.3', '', '1e', None, [1], (1, 2)):
    attempt(lambda: D(bad))
a, b = D('10.25'), D('-3.5')
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -1, a ** D('0.5'), -a, +b, abs(b), a + 1, 2 * a, 1 - a, 7 / a, 7 // a, 7 % a, 2 ** D(3), D(1) / 3)
print(D(2).sqrt(), D(16).sqrt(), D('0.01').sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D('2.5').ln(), D('1E-5').exp(), D('-1').exp(), D(50).exp(), D('0.3').log10(), D(7).exp(), D('1.0001').ln())
print(D('7.325').quantize(D('.01')), D('7.325').quantize(D('.01'), decimal.ROUND_UP), D('7.335').quantize(D('.01')), D('7.9').quantize(D('1')), D('123').quantize(D('1E1')), round(D('2.675'), 2), round(D('2.5')), round(D('3.5')))
for mode in ('ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'):
    print(mode, [str(D(x).quantize(D(1), getattr(decimal, mode))) for x in ('1.5', '2.5', '-1.5', '1.1', '-1.1', '5.01', '0.5')])
print(a > b, a == D('10.250'), a < 11, a >= 10.25, D('0.1') == 0.1, D('0.5') == 0.5, D(1) == Fraction(1), max(a, b), sorted([D(3), D('1.5'), D(2)]), D('NaN') == D('NaN'), D(3) != 'x', D('1.0') in {D(1): 2})
print(hash(D(5)) == hash(5), hash(D('0.5')) == hash(0.5), hash(D('1.10')) == hash(D('1.1')), int(D('-3.9')), float(D('1.1')), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('1.9')), D('1.5').as_integer_ratio())
print(D('1.200').normalize(), D('1200').normalize(), D('0.00').normalize(), D('12.3').adjusted(), D('1.2').compare(D(2)), D('5.5').to_integral_value(), D('1.1').copy_sign(D(-1)), D('2').max(D('3')), D('-2').copy_abs(), D('1E+3').to_eng_string())
print(sum([D('0.1')] * 10), D('0.1') + D('0.2'), D('1.00') + D('2.5'), D('1.10') * D('2.0'), D('9.99') * 3, D('100') / D('8'), D('1') / D('0.125'), D('1e28') + D('1'), D('1e30') + D('1e-5'), D(0) + D('1E-50'))
for spec in ('', '.2f', ',.2f', '10.3f', '<12', '^12.1f', '+.1f', '.3e', 'e', '.1%', '010.2f', ' .2f', ',', '.0f', '*>10.2f', '.5g', 'G', 'n'):
    print(spec, [format(D(x), spec) for x in ('1234567.891', '-0.5', '0', '1E+10', '123E-8', 'NaN')])
attempt(lambda: format(D(1), 'q'))
attempt(lambda: D(1) / 0)
attempt(lambda: D(0) / 0)
attempt(lambda: D(1) % 0)
attempt(lambda: D(-1).sqrt())
attempt(lambda: D(-1).ln())
attempt(lambda: D(0).ln())
attempt(lambda: D(1) + 1.5)
attempt(lambda: 1.5 * D(1))
attempt(lambda: 'x' / D(1))
attempt(lambda: D(1) - 'x')
attempt(lambda: D(1) < 'x')
attempt(lambda: D(1) ** None)
attempt(lambda: divmod(D(1), 'a'))
attempt(lambda: D('1e999999') * 10)
attempt(lambda: int(D('NaN')))
attempt(lambda: int(D('inf')))
attempt(lambda: D('NaN') < 1)
attempt(lambda: D('inf') - D('inf'))
attempt(lambda: D('1e30').quantize(D('0.01')))
attempt(lambda: D(0) ** 0)
attempt(lambda: D(-2) ** D('0.5'))
getcontext().prec = 6
print(D(1) / 7, D('3.1415926535') * 1, D('3.1415926535'), +D('3.1415926535'), D(2).sqrt(), D('1234567') + 1, D(2) ** 100, D('1.1') ** D('2.5'), D(3) ** -2, getcontext().prec)
with localcontext() as ctx:
    ctx.prec = 50
    ctx.rounding = decimal.ROUND_DOWN
    print(D(2) / 3, D(2).sqrt(), D(1).exp(), D(2).ln(), D('0.1') ** D('0.1'))
print(D(2) / 3, getcontext().flags[decimal.Inexact], Context(prec=3).divide(D(1), 3), Context(prec=2).create_decimal('1.2345'), D.from_float(0.1))
with localcontext() as ctx:
    ctx.traps[decimal.DivisionByZero] = False
    ctx.traps[decimal.InvalidOperation] = False
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D(-1).sqrt(), D('x'))
attempt(lambda: setattr(getcontext(), 'prec', 0))
attempt(lambda: setattr(getcontext(), 'rounding', 'x'))
getcontext().prec = 28
print(D('1.5').fma(2, 3), D(17).remainder_near(5), D('1E+2').scaleb(2), D(5).logb(), D('1.23').same_quantum(D('4.56')), pow(D(3), 4, 5), D('12').is_normal(), D('-0').number_class(), D('Inf').number_class())
total = D('0')
for rate in ('0.05', '0.04', '0.035'):
    total += (D('1000.00') * D(rate)).quantize(D('0.01'))
print(total, issubclass(decimal.DivisionByZero, ZeroDivisionError), issubclass(decimal.InvalidOperation, ArithmeticError))
