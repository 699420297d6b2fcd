import hashlib, struct, random
random.seed(1)
for n in (0, 1, 54, 55, 56, 57, 63, 64, 65, 111, 112, 127, 128, 129, 4096):
    b = bytes(random.randrange(256) for _ in range(n))
    print(n, hashlib.md5(b).hexdigest(), hashlib.sha1(b).hexdigest(), hashlib.sha224(b).hexdigest(), hashlib.sha256(b).hexdigest(), hashlib.sha384(b).hexdigest(), hashlib.sha512(b).hexdigest())
h = hashlib.sha256(); h.update(b'a'); g = h.copy(); h.update(b'b'*200); g.update(bytearray(b'c')); print(h.hexdigest(), g.hexdigest(), h.name, h.digest_size, h.block_size, hashlib.new('md5', b'x').digest())
for f in ('a', None, 5):
    try: hashlib.sha256(f)
    except TypeError as e: print(e)
vals = {'b': [0, -128, 127, 128, 'x'], 'B': [0, 255, 256, -1], 'h': [0, -32768, 40000], 'H': [65535, 65536], 'i': [-2**31, 2**31-1, 2**31], 'I': [2**32-1, -1], 'q': [-2**63, 2**63-1, 2**63], 'Q': [2**64-1, 2**63, 5, -1], 'l': [5, -5], 'L': [7], 'd': [1.5, -0.0, float('inf'), 3, 'a'], 'f': [1.5, 0.1, 1e300, 3.4e38, 1e-45], '?': [True, False, 5, ''], 'c': [b'a', b'ab'], 'n': [5], 'e': [1.5], 's': [b'a', b'', 'x']}
for order in '<>@':
    for k, vs in vals.items():
        for v in vs:
            for fmt in (order + k, order + 'b' + k):
                try: r = struct.pack(fmt, *([v] if '2' not in fmt or k == 's' else [v, v]) if 'b'+k not in fmt or len(fmt) < 3 or fmt[1] != 'b' else [1, v])
                except Exception as e: print(fmt, v, type(e).__name__, e); continue
                try: print(fmt, v, r, struct.unpack(fmt, r), struct.unpack_from(fmt, b'xx' + r, 2), struct.calcsize(fmt))
                except Exception as e: print(fmt, v, type(e).__name__, e)
print(struct.pack('<10sHx3s', b'hello', 5, b'abc'), struct.unpack('<10sHx3s', struct.pack('<10sHx3s', b'hello', 5, b'abcdef')))
print(list(struct.iter_unpack('<HB', bytes(range(9)))), struct.Struct('<I').pack(7), struct.pack('>3B', 1, 2, 3))
for a in (('<I',), ('<I', 1, 2), ('<z', 1)):
    try: print(struct.pack(*a))
    except struct.error as e: print(e)
try: struct.unpack('<I', b'abc')
except struct.error as e: print(e)
b = bytearray(8); struct.pack_into('<I', b, 2, 99); print(b, struct.unpack_from('<I', b, 2), struct.unpack('<Q', memoryview(b)))
import random
r = random.Random(42)
print([r.randint(1, 6) for _ in range(20)], [r.randrange(2**k) for k in (1, 31, 32, 33, 62, 63, 64, 65, 100, 200)], [r.randrange(3**k + 1) for k in range(1, 60, 7)], r.choice('abc'), r.sample(range(100), 5), r.sample(range(10), 4))
p = list(range(30)); r.shuffle(p); print(p, r.choices(p, k=4), r.uniform(1, 2), r.gauss(0, 1), r.getrandbits(70))
class R2(random.Random):
    def random(self): return 0.5
class R3(random.Random):
    def getrandbits(self, k): return 1
print(R2(1).randint(1, 10), R3(1).randint(1, 10), [R2(1).choice('abcd') for _ in range(2)], random.Random(3).randbytes(3))
try: r.randrange(0)
except ValueError as e: print(e)
try: r.randint(5, 1)
except ValueError as e: print(e)
from datetime import date, timedelta, datetime
for o in (1, 365, 366, 738945, 3652059, 146097, 146098, 36524, 36525, 1461):
    d = date.fromordinal(o); print(o, d, d.toordinal(), d.isocalendar(), d.timetuple().tm_yday)
for y in (1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999):
    for m, dd in ((1, 1), (2, 28), (3, 1), (12, 31)):
        d = date(y, m, dd)
        try: print(d, d.toordinal(), d + timedelta(1), d - timedelta(1), d.weekday())
        except OverflowError as e: print(d, e)
def f(a, b=2, *c, d, e=5, **k): return a, b, c, d, e, k
def g(a, b=2, c=3): return a, b, c
for call in ("g(**{'a': 1})", "g(*[1], **{'c': 5})", "g(**{'b': 1, 'a': 2})", "g(1, **{'a': 2})", "g(**{'z': 2})", "g(**{'b': 2})", "f(**{'a': 1, 'd': 2, 'zz': 3})", "f(*range(5), **{'d': 1})", "f(1, 2, 3, **{'d': 9, 'e': 8, 'q': 7})", "f(1, **{'e': 1})", "g(**{1: 2})", "dict(**{'a': 1}, b=2)", "(lambda **k: k)(**{'x': 1})", "g(*(1, 2), **dict(c=3))", "g(*(1, 2, 3), **dict(c=3))"):
    try: print(call, eval(call))
    except TypeError as e: print(call, e)
from functools import lru_cache
@lru_cache(maxsize=2)
def sq(x): return x * x
print([sq(i) for i in (1, 2, 1, 3, 1, 2, 'a' and 2, 2)], sq.cache_info())
@lru_cache(None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info(), sq(2.0), sq(True), sq.cache_info())
from operator import itemgetter
print(itemgetter(1)([1, 2]), itemgetter('a')({'a': 5}), itemgetter(0, 1)('ab'), sorted([(3, 'c'), (1, 'z')], key=itemgetter(1)))
for bad in (lambda: itemgetter(5)([1]), lambda: itemgetter('q')({}), lambda: itemgetter(1)(5)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(pow(3, 5), pow(2, 100), pow(2, -1), pow(7, 10**6, 97), pow(-7, 5, 13), pow(5, 0, 1), pow(3, 4, -5), pow(2**70, 3, 10**9+7), pow(True, 2), pow(2, 62), pow(2, 63), pow(-2, 63), pow(0, 0), pow(2.0, 3))
import math
print([math.factorial(i) for i in (0, 1, 5, 20, 21, 30)])
d = dict(a=1, b=2); del d['a']; d['c'] = 3; e = d.copy(); e['z'] = 1; print(d, e, dict(e) == e, list({**e})); d2 = {i: i for i in range(20)}; f2 = dict(d2); f2[99] = 1; del f2[3]; print(f2, len(d2), dict(f2))
for q in ([0.5, -1.0, 0.0, -0.0, 1e9, 0.5], [3, 1, 2.5, True], list('bca'), [(2, 'a'), (1, 'b')]):
    print(sorted(q), sorted(q, reverse=True))
print(sorted([(1, 'x'), (1, 'a'), (0, 'z')], key=lambda t: t[0], reverse=True), sorted([2.0, 2, 1], reverse=True), sorted([1, 1.0, True]), sorted([1, 1.0, True], reverse=True))
