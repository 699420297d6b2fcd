def bits(n, width=8):
    return format(n & (1 << width) - 1, f"0{width}b")


for n in (0, 1, 5, -1, -6, 200):
    print(n, bits(n), bits(~n), bits(n << 2), bits(n >> 1), bin(n))


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in range(9)], popcount(2 ** 100 - 1), bin(255).count("1"))


class BitSet:
    def __init__(self, items=()):
        self.bits = 0
        for i in items:
            self.bits |= 1 << i

    def __contains__(self, i):
        return bool(self.bits >> i & 1)

    def __iter__(self):
        bits, i = self.bits, 0
        while bits:
            if bits & 1:
                yield i
            bits >>= 1
            i += 1

    def __or__(self, other):
        result = BitSet()
        result.bits = self.bits | other.bits
        return result

    def __and__(self, other):
        result = BitSet()
        result.bits = self.bits & other.bits
        return result

    def __xor__(self, other):
        return BitSet(set(self) ^ set(other))

    def __invert__(self):
        return BitSet(i for i in range(self.bits.bit_length()) if i not in self)

    def __len__(self):
        return self.bits.bit_count()

    def __repr__(self):
        return "{" + ", ".join(map(str, self)) + "}"


a, b = BitSet([1, 3, 70]), BitSet([3, 4])
print(a, b, a | b, a & b, a ^ b, ~b, len(a), 70 in a, 2 in a)


def gray(n):
    return n ^ n >> 1


print([bits(gray(i), 3) for i in range(8)])


def lfsr(state):
    while True:
        bit = (state ^ state >> 2 ^ state >> 3 ^ state >> 5) & 1
        state = state >> 1 | bit << 15
        yield state


g = lfsr(0xACE1)
print([hex(next(g)) for _ in range(5)])


def crc8(data, poly=0x07):
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ poly if crc & 0x80 else crc << 1) & 0xff
    return crc


print(crc8(b"123456789"), crc8("größe".encode()), 0b1011_0001, 0xFF ^ 0x0F, 6 & -6, -8 >> 1, 1 << 100)
