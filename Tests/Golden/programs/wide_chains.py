"""Chains of arithmetic beyond 64 bits, and the methods of texts that are called most."""

import random
random.seed(5)
def lcg(n, seed):
    out = []
    for i in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        out.append(seed >> 33)
    return out[-3:], seed
print(lcg(1000, 11))
def fnv(s):
    h = 14695981039346656037
    for c in s:
        h = ((h ^ ord(c)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h
print(fnv("hello"), fnv("abc" * 100))
def xs(x, n):
    for i in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x
print(xs(88172645463325252, 100))
def pick():
    k = random.random()
    if k < .3: return random.randint(-10, 10)
    if k < .6: return random.randint(-2**64, 2**64)
    if k < .7: return random.choice([1, -1]) * 2 ** random.randint(0, 127) + random.randint(-1, 1)
    if k < .8: return random.randint(-2**130, 2**130)
    return random.randint(-2**40, 2**40)
def chain(a, b, c, d):
    r = []
    r.append((a * b + c) % 18446744073709551616)
    r.append((a * b - c) // 4294967296)
    r.append((a + b) * c & d)
    r.append((a * b ^ c) & 0xFFFFFFFFFFFFFFFF)
    r.append((a - b - c - d) | 12345678901234567890)
    if d: r.append((a * b + c) % d); r.append((a * b) // d); r.append(divmod(a * b, d))
    r.append((a * b) >> 7); r.append((a << 9) - b); r.append((a * b) >> 70 << 3)
    r.append(a * b * c); r.append(a * b % 1000000007 * c % 1000000007)
    r.append((a * b + c) * (a * b - c)); r.append(-(a * b)); r.append((a * b) ** 2 % 97)
    r.append(a * b == c); r.append(a * b < c); r.append((a * b + 1) / 3 if abs(a*b) < 2**1000 else 0)
    r.append(a % 8); r.append(a // 8); r.append(a % 2**70); r.append(a // 2**70); r.append(a % -16); r.append(a // -16)
    return r
h = 0
for i in range(3000):
    a, b, c, d = pick(), pick(), pick(), pick()
    v = chain(a, b, c, d)
    h = (h * 31 + sum(ord(ch) * (k + 1) for k, ch in enumerate(str(v)))) % (2**61 - 1)
    if i % 300 == 0: print(a, b, c, d, v)
print(h)
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
big = 2**70; z = 0; neg = -1
err(lambda: big % z); err(lambda: (big * 2 + 1) // z); err(lambda: (big + 1) >> neg); err(lambda: big << neg); err(lambda: (big + 1) / z); err(lambda: (big * 3) @ 2); err(lambda: (big + 1) + "a"); err(lambda: (big + 1) % 2.5)
err(lambda: (2**62 + 2**62) * 1.5); err(lambda: (2**62 * 4) + True)
x = 2**63 - 1
x += 1; print(x); x -= 1; print(x); x *= 2; print(x); x //= 2; print(x); x <<= 64; x >>= 64; print(x, type(x))
# strings
for s in ["  Hello ", "", "xxHIxx", "ÀbcÀ ", "\tA\x1c\n", "aXbX"]:
    print([s.strip(), s.lstrip(), s.rstrip(), s.strip("x"), s.strip("xX"), s.lstrip("À "), s.rstrip(""), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])
    print([s.find("X"), s.rfind("X"), s.find(""), s.rfind(""), s.split(), s.split("X"), s.split("Xb"), s.find("b", 2), s.split("X", 1), s.split(None)])
for f in (lambda: "a".strip(3), lambda: "a".split(""), lambda: "a".find(3), lambda: "a".lower(1), lambda: "a".strip("a", "b"), lambda: "a".strip(None), lambda: "a".split(sep="a"), lambda: "a".strip(chars="a")): err(f)
class S(str): pass
print(type(S("a ").strip()), type(S("a").strip()), type(S("A").lower()), S("a b").split(), S("a").find("a"))

# What has 128 bits on the way, and no opposite among them.
x, y = -(2**127 - 1), 1
print((x ^ y) // -1, (x & ~1) // -1, (x & ~1) * -1, abs(x ^ y), -(x ^ y), (x - 1) // -1, (x ^ y) % -3, (x | -2**127) // -1)
