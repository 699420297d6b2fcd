import random


def is_probable_prime(n, rng, rounds=12):
    if n < 4:
        return n in (2, 3)
    if n % 2 == 0:
        return False
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    for _ in range(rounds):
        x = pow(rng.randrange(2, n - 1), d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def prime(bits, rng):
    while True:
        n = rng.getrandbits(bits) | 1 | 1 << bits - 1
        if is_probable_prime(n, rng):
            return n


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


rng = random.Random(99)
p, q = prime(128, rng), prime(128, rng)
n, phi, e = p * q, (p - 1) * (q - 1), 65537
g, d, _ = egcd(e, phi)
d %= phi
print(p, q, n.bit_length(), g)
text = "Grüße!"
m = int.from_bytes(text.encode(), "big")
c = pow(m, e, n)
print(c)
back = pow(c, d, n)
print(back.to_bytes((back.bit_length() + 7) // 8, "big").decode(), d == pow(e, -1, phi))
print(hex(m), f"{n:x}"[:16], len(str(n)), n % 10 ** 9, -n // 10 ** 60, n >> 200, (n & (1 << 64) - 1) ^ 0xff)
print([x for x in range(2, 60) if is_probable_prime(x, rng)])
