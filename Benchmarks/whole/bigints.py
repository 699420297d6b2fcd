"""Fibonacci's numbers and RSA with integers of any size: `bigints.py [DIGITS]`."""

import random
import sys


def fibonacci(n):
    """By doubling."""
    def pair(k):
        if k == 0:
            return 0, 1
        a, b = pair(k // 2)
        c, d = a * (2 * b - a), a * a + b * b
        return (d, c + d) if k % 2 else (c, d)

    return pair(n)[0]


def slow_fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def is_probable_prime(n, rng, rounds=10):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for _ in range(rounds):
        x = pow(rng.randrange(2, n - 1), d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def prime(bits, rng):
    while True:
        candidate = rng.getrandbits(bits) | 1 << bits - 1 | 1
        if is_probable_prime(candidate, rng):
            return candidate


def inverse(a, m):
    """Euclid's extended algorithm."""
    old, r, s, t = a, m, 1, 0
    while r:
        q = old // r
        old, r = r, old - q * r
        s, t = t, s - q * t
    if old != 1:
        raise ValueError(f"{a} has no inverse modulo {m}")
    return s % m


class Key:
    def __init__(self, bits, rng):
        self.e = 65537
        while True:
            p, q = prime(bits // 2, rng), prime(bits // 2, rng)
            try:
                self.d = inverse(self.e, (p - 1) * (q - 1))
            except ValueError:
                continue
            self.n = p * q
            return

    @property
    def block(self):
        return (self.n.bit_length() - 1) // 8

    def encrypt(self, text):
        data = text.encode()
        size = self.block
        for i in range(0, len(data), size):
            part = data[i:i + size]
            yield len(part), pow(int.from_bytes(part, "big"), self.e, self.n)

    def decrypt(self, blocks):
        return b"".join(pow(c, self.d, self.n).to_bytes(n, "big") for n, c in blocks).decode()


def main(digits):
    print([fibonacci(n) for n in range(15)], fibonacci(300))
    n = digits * 5
    f = fibonacci(n)
    text = str(f)
    print(n, len(text), text[:20], text[-20:], f % 10 ** 9 + 7, slow_fibonacci(digits) == fibonacci(digits))
    rng = random.Random(digits)
    key = Key(min(512, 128 + digits // 8 * 2), rng)
    message = "Größe zählt: 日本語 and plain text. " * 5
    secret = list(key.encrypt(message))
    print(key.n.bit_length(), len(secret), hex(secret[0][1])[:18])
    print(key.decrypt(secret) == message, pow(3, key.e * key.d, key.n) == 3)
    factorial = 1
    for k in range(2, digits // 4):
        factorial *= k
    print(len(str(factorial)), factorial.bit_length(), sum(map(int, str(factorial))))
    print(divmod(f, 10 ** 40 + 9), f >> n // 2, f & 0xFFFFFFFFFFFFFFFF)
    try:
        inverse(6, 9)
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
