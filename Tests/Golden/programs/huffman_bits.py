import heapq
import struct
from collections import Counter
from itertools import count, groupby


class Node:
    __slots__ = ('weight', 'order', 'symbol', 'left', 'right')
    _order = count()

    def __init__(self, weight, symbol=None, left=None, right=None):
        self.weight, self.symbol, self.left, self.right = weight, symbol, left, right
        self.order = next(self._order)

    def __lt__(self, other):
        return (self.weight, self.order) < (other.weight, other.order)

    def codes(self, prefix=''):
        if self.symbol is not None:
            yield self.symbol, prefix or '0'
        else:
            yield from self.left.codes(prefix + '0')
            yield from self.right.codes(prefix + '1')


def build(text):
    heap = [Node(n, c) for c, n in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.weight + b.weight, left=a, right=b))
    return heap[0]


def pack(bits):
    padding = -len(bits) % 8
    bits += '0' * padding
    return struct.pack('>B', padding) + bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def unpack(data):
    bits = ''.join(f'{byte:08b}' for byte in data[1:])
    return bits[:len(bits) - data[0]]


def decode(bits, root):
    out, node = [], root
    for bit in bits:
        if node.symbol is None:
            node = node.left if bit == '0' else node.right
        if node.symbol is not None:
            out.append(node.symbol)
            node = root
    return ''.join(out)


def lzw(data):
    table, word, out = {bytes([i]): i for i in range(256)}, b'', []
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
        else:
            out.append(table[word])
            table[longer] = len(table)
            word = bytes([byte])
    return out + [table[word]] if word else out


def unlzw(codes):
    table = {i: bytes([i]) for i in range(256)}
    word = result = table[codes[0]]
    for code in codes[1:]:
        entry = table[code] if code in table else word + word[:1]
        result += entry
        table[len(table)] = word + entry[:1]
        word = entry
    return result


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def base(n, b, digits='0123456789abcdefghijklmnopqrstuvwxyz'):
    sign, n = '-' * (n < 0), abs(n)
    out = ''
    while True:
        n, d = divmod(n, b)
        out = digits[d] + out
        if not n:
            return sign + out


TEXT = 'she sells sea shells by the sea shore'
root = build(TEXT)
codes = dict(root.codes())
for symbol, code in sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[0]))[:6]:
    print(repr(symbol), code)
bits = ''.join(codes[c] for c in TEXT)
data = pack(bits)
print(len(TEXT), len(bits), len(data), data.hex(), decode(unpack(data), root) == TEXT, root.weight)
packed = lzw(b'TOBEORNOTTOBEORTOBEORNOT')
print(packed, unlzw(packed), unlzw(lzw(b'aaaaaaa')))
print(hex(crc32(b'123456789')), f'{crc32(b""):#010x}', crc32(TEXT.encode()))
print([base(255, b) for b in (2, 3, 8, 16, 36)], base(-35, 36), int('zz', 36), 0b1011 ^ 0o17 | 0xF0, ~5 & 0xFF, -7 >> 1, 1 << 70, (5).bit_length(), bin(37).count('1'))
print(''.join(f'{k}{len(list(g))}' for k, g in groupby('aaabccdd')), struct.unpack('<hIf', struct.pack('<hIf', -2, 7, 0.5)), struct.calcsize('>bhq'), (1000).to_bytes(3, 'big'), int.from_bytes(b'\x01\x00', 'little'))
gray = [n ^ n >> 1 for n in range(8)]
print([f'{g:03b}' for g in gray], bytes(range(65, 70)), bytearray(b'abc').replace(b'b', b'XX'), b'%d-%s' % (5, b'x'), b'a,b'.split(b','), bytes.fromhex('ff 00'), b'\xff\x00A'.hex('-'))
