"""Records what CPython makes of big integers: `python3 record.py [LINES] [SEED] > recorded.txt`.

A line is an operation, its operands and its results, in hexadecimal.
"""

import math
import random
import struct
import sys

lines = int(sys.argv[1]) if len(sys.argv) > 1 else 400
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 10)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)

LIMBS = [1, 1, 2, 2, 3, 4, 5, 6, 8, 12, 20, 40, 75]


def magnitude(limbs=None):
    """A number whose limbs are random, or runs of zeros and ones, where carries run far."""
    limbs = limbs or rng.choice(LIMBS)
    bits = max(1, 64 * limbs - rng.randrange(64))
    kind = rng.randrange(4)
    if kind == 0:
        return (1 << bits) - rng.randrange(3)
    if kind == 1:
        value = 0
        while value.bit_length() < bits:
            run = rng.choice([1, 7, 63, 64, 65, 100])
            value = value << run | ((1 << run) - 1 if rng.randrange(2) else 0)
        return value
    return rng.getrandbits(bits)


def signed(limbs=None):
    return magnitude(limbs) * rng.choice([1, 1, -1])


def bits_of(value):
    try:
        return struct.unpack("<Q", struct.pack("<d", float(value)))[0]
    except OverflowError:
        return 0x7FF0000000000000 if value > 0 else 0xFFF0000000000000


def text(value):
    return "-" + hex(-value)[2:] if value < 0 else hex(value)[2:]


def show(operation, *values):
    print(operation, *[text(value) for value in values])


for line in range(lines):
    a, b = signed(), signed()
    shift = rng.choice([0, 1, 3, 63, 64, 65, 127, 128, 200, rng.randrange(1000)])
    kind = line % 20
    if kind < 2:
        show("add", a, b, a + b)
        show("subtract", a, b, a - b)
    elif kind < 4:
        show("multiply", a, b, a * b)
        show("square", a, a * a)
    elif kind < 7 and b:
        if rng.randrange(3) == 0:
            a = b * signed() + rng.choice([0, -1, 1, b - 1, signed(1)])
        show("divide", a, b, a // b, a % b)
    elif kind == 7:
        show("and", a, b, a & b)
        show("or", a, b, a | b)
        show("xor", a, b, a ^ b)
        show("not", a, ~a)
    elif kind == 8:
        show("left", a, shift, a << shift)
        show("right", a, shift, a >> shift)
        show("bit", a, shift, a >> shift & 1)
    elif kind == 9:
        small, exponent = signed(rng.choice([1, 2, 3])), rng.randrange(40)
        show("power", small, exponent, small**exponent)
    elif kind < 12:
        limbs = rng.choice([1, 1, 2, 2, 3, 4, 8])
        modulus = magnitude(limbs) + 2
        base, exponent = magnitude(limbs) % modulus, magnitude(rng.choice([1, 2, limbs]))
        show("modular", base, exponent, modulus, pow(base, exponent, modulus))
    elif kind == 12:
        common = magnitude(rng.choice([1, 2, 5]))
        show("gcd", a, b, math.gcd(a, b))
        show("gcd", a * common, b * common, math.gcd(a * common, b * common))
    elif kind == 13:
        modulus = abs(a) + 2
        show("inverse", b, modulus, pow(b, -1, modulus) if math.gcd(b, modulus) == 1 else 0)
    elif kind == 14:
        show("root", abs(a), math.isqrt(abs(a)))
        root = magnitude(rng.choice([1, 2, 3, 10]))
        show("root", root * root, root)
        show("root", root * root + 2 * root, root)
        if root:
            show("root", root * root - 1, root - 1)
    elif kind == 15:
        value = signed(rng.choice([1, 2, 3, 15, 16, 17]))
        show("double", value, bits_of(value))
        value = (rng.getrandbits(53) * 2 + rng.randrange(2) << rng.randrange(200)) + rng.choice([-1, 0, 1])
        show("double", value, bits_of(value))
    elif kind == 16:
        show("hash", a, abs(a) % ((1 << 61) - 1))
        show("width", a, a.bit_length(), bin(a).count("1"))
    elif kind == 17:
        value = signed(rng.choice(LIMBS + [300]))
        print("text", text(value), value)
    elif kind == 18:
        radix = rng.randrange(2, 37)
        digits = "".join(rng.choice("0123456789abcdefghijklmnopqrstuvwxyz"[:radix]) for _ in range(rng.randrange(1, 400)))
        digits = digits.lstrip("0") or "0"
        print("radix", text(int(digits, radix)), text(radix), digits)
    else:
        value = signed(rng.choice([1, 2, 3, 5]))
        isSigned = value < 0 or rng.randrange(2)
        count = (value.bit_length() + 8) // 8 + rng.randrange(3)
        value_bytes = value.to_bytes(count, "little", signed=bool(isSigned))
        print("bytes", text(value), int(isSigned), value_bytes.hex())
    if kind == 6:
        show("compare", a, b, (a > b) - (a < b))
        c = a + rng.choice([-1, 0, 1])
        show("compare", a, c, (a > c) - (a < c))
