import cmath
import math
import random
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from functools import reduce
from itertools import count, islice, takewhile
from statistics import mean, median, mode, pstdev, quantiles, stdev


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b'\0\0'
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def is_prime(n, bases=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n < 2 or any(n % p == 0 and n != p for p in bases):
        return False
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in bases:
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0:
            yield p
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        yield n


def egcd(a, b):
    if not a:
        return b, 0, 1
    g, x, y = egcd(b % a, a)
    return g, y - b // a * x, x


def crt(pairs):
    x, m = 0, 1
    for r, n in pairs:
        x += m * ((r - x) * pow(m, -1, n) % n)
        m *= n
    return x, m


def rsa(seed, bits=256):
    rng = random.Random(seed)

    def prime():
        while True:
            p = rng.getrandbits(bits) | 1 << (bits - 1) | 1
            if is_prime(p) and (p - 1) % 65537:
                return p
    p, q = prime(), prime()
    return p * q, 65537, pow(65537, -1, (p - 1) * (q - 1))


def continued(x, n):
    for _ in range(n):
        whole = math.floor(x)
        yield whole
        if x == whole:
            return
        x = 1 / (x - whole)


def convergents(terms):
    for i in range(1, len(terms) + 1):
        yield reduce(lambda acc, t: t + 1 / acc, terms[:i][::-1][1:], Fraction(terms[i - 1]))


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


print(sieve(60), len(sieve(10000)), list(factors(360360)), list(factors(600851475143)), is_prime(2 ** 89 - 1), is_prime(2 ** 83 - 1))
print(egcd(240, 46), crt([(2, 3), (3, 5), (2, 7)]), math.lcm(4, 6, 10), math.gcd(0, 9), math.comb(40, 20), math.factorial(25), math.perm(5, 2))
n, e, d = rsa('seed')
message = int.from_bytes(b'attack at dawn', 'big')
cipher = pow(message, e, n)
print(n.bit_length(), pow(cipher, d, n).to_bytes(14, 'big'), cipher % 1000003)
print(list(continued(Fraction(415, 93), 10)), list(continued(math.pi, 6)), [str(c) for c in convergents([3, 7, 15, 1])])
print(''.join(map(str, islice(pi_digits(), 40))))
with localcontext() as context:
    context.prec = 40
    print(Decimal(2).sqrt(), Decimal(1) / 7, Decimal('1.10') + Decimal('2.205'))
print(Decimal('0.1') + Decimal('0.2'), 0.1 + 0.2, round(2.675, 2), Decimal('2.675').quantize(Decimal('0.01')), Fraction('0.125') + Fraction(1, 3), Fraction(0.1).limit_denominator(100))
roots = lambda a, b, c: ((-b + s * cmath.sqrt(b * b - 4 * a * c)) / (2 * a) for s in (1, -1))
print(list(roots(1, -3, 2)), list(roots(1, 2, 5)), cmath.exp(1j * math.pi).real, abs(3 + 4j), (1 + 2j) ** 2, complex('1-2j').conjugate(), cmath.polar(1j)[0])
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), median(data), mode(data), pstdev(data), round(stdev(data), 6), quantiles(data, n=4), math.fsum([.1] * 10), sum([.1] * 10))
perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
collatz = lambda n: 1 + (collatz(n // 2 if n % 2 == 0 else 3 * n + 1) if n > 1 else 0)
print(perfect, max(range(1, 300), key=collatz), collatz(27), [n for n in range(100, 1000) if sum(int(c) ** 3 for c in str(n)) == n])
triples = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(triples, list(takewhile(lambda t: t < 100, (n * (n + 1) // 2 for n in count(1))))[-3:], 7 ** -1, (-8) ** (1 / 3), 2 ** 0.5, -7 % 3, math.fmod(-7, 3), divmod(7.5, 2))
