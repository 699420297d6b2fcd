import random
from decimal import *
random.seed(5)
def num():
    k = random.randrange(8)
    s = random.choice(['', '-'])
    if k == 0: return Decimal(s + str(random.randrange(100)))
    if k == 1: return Decimal(s + '%d.%02d' % (random.randrange(10**6), random.randrange(100)))
    if k == 2: return Decimal(s + '0.' + '0'*random.randrange(9) + str(random.randrange(1000)))
    if k == 3: return Decimal(s + str(random.getrandbits(90)))
    if k == 4: return Decimal(s + '%de%d' % (random.randrange(10**5), random.randrange(-40, 40)))
    if k == 5: return Decimal(random.randrange(-10**4, 10**4))
    if k == 6: return Decimal(s + '0' + random.choice(['', '.0', '.00', 'e5']))
    return Decimal(s + str(random.getrandbits(60)) + '.' + str(random.getrandbits(30)))
ctxs = [Context(prec=28), Context(prec=5, rounding=ROUND_HALF_UP), Context(prec=3, rounding=ROUND_FLOOR), Context(prec=9, rounding=ROUND_CEILING), Context(prec=4, rounding=ROUND_DOWN), Context(prec=6, rounding=ROUND_UP), Context(prec=12, rounding=ROUND_HALF_DOWN), Context(prec=7, rounding=ROUND_05UP), Context(prec=10, Emax=20, Emin=-20), Context(prec=16, traps=[]), Context(prec=28, traps=[Inexact])]
def show(f):
    try: r = f()
    except Exception as e: return type(e).__name__ + str(e)[:60]
    return str(r)
for i in range(165):
    c = ctxs[i % len(ctxs)]
    setcontext(c); getcontext().clear_flags()
    a, b = num(), num()
    print(i, a, b, show(lambda: a+b), show(lambda: a-b), show(lambda: a*b), show(lambda: a/b), a<b, a<=b, a==b, a>b, a>=b, a!=b,
          show(lambda: a.quantize(Decimal('0.01'))), show(lambda: a.quantize(b)), show(lambda: a.quantize(Decimal(1), rounding=ROUND_HALF_UP)), show(lambda: a+3), show(lambda: 3-a), show(lambda: a*2), show(lambda: 1/a), a==3, show(lambda: sum([a,b])), hash(a)==hash(b), show(lambda: round(a, 2)), show(lambda: -a), show(lambda: abs(a)), str(a), f'{a:.2f}' )
setcontext(Context())
for t in ('1', ' 1.5 ', '+3', '-0', '.5', '5.', '1e5', '1E+5', 'nan', 'inf', '-Infinity', 'x', '', '1_000', '1.2.3', '٣', '-', '+', '.', '1'*40, '0.'+'0'*40+'1', '00012.50'):
    print(t, show(lambda: Decimal(t)))
for v in (5, -5, 0, True, 2**70, 1.5, (0, (1, 2), -1), None, [0, (1,), 2], Decimal('1.5')):
    print(v, show(lambda: Decimal(v)))
class D2(Decimal): pass
d = D2('1.10'); print(type(d).__name__, d + 1, type(d + 1).__name__, d * d, d == Decimal('1.1'), repr(d))
print(Decimal('1.1') + True, Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), sum([Decimal('0.1')]*10), max(Decimal(1), Decimal(2)), sorted([Decimal('3'), Decimal('1.5')]))
for f in (lambda: Decimal(1) + 1.5, lambda: Decimal(1) < 'a', lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal('sNaN') + 1, lambda: Decimal(1) + None, lambda: Decimal('nan') < 1, lambda: Decimal(1) == 'a', lambda: Decimal(1) == 1.0, lambda: Decimal('0.5') == 0.5):
    print(show(f))
with localcontext() as c:
    c.prec = 5; print(Decimal(1)/Decimal(3))
print(Decimal(1)/Decimal(3), Decimal(10)/Decimal(4), Decimal('1.00')*Decimal('2.0'), Decimal('1E+3')+1, Decimal('123456789012345678901234567890')+Decimal('0.1'))
import copy, pickle
print(copy.deepcopy(Decimal('1.5')), copy.copy(Decimal('1.5')), pickle.loads(pickle.dumps(Decimal('1.50'))))
