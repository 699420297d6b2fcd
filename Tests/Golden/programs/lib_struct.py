import random
import struct


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for form, values in (('<hhl', (1, -2, 3)), ('>HIq', (1, 2, -3)), ('bB?c', (-1, 255, True, b'x')), ('@bhilq', (1, 2, 3, 4, 5)), ('=bhilq', (1, 2, 3, 4, 5)), ('5s3p', (b'ab', b'xyz')),
                     ('<3h', (1, 2, 3)), ('2x i', (7,)), ('!d', (1.5,)), ('<f', (0.1,)), ('<e', (1.5,)), ('>2d', (float('inf'), -0.0)), ('nNP', (1, 2, 3)), ('', ()), ('0s', (b'',)), ('<Q', (2 ** 64 - 1,))):
    data = struct.pack(form, *values)
    print(form, data, struct.calcsize(form), len(data), struct.unpack(form, data))
random.seed(2)
for _ in range(200):
    x = random.choice([random.uniform(-1e5, 1e5), random.gauss(0, 1) * 10.0 ** random.randrange(-320, 300), random.uniform(-1, 1) * 2.0 ** -1070, 0.0, -0.0])
    print(struct.pack('>d', x).hex(), struct.unpack('<d', struct.pack('<d', x))[0] == x, end=' ')
    for form in ('>f', '>e'):
        try:
            data = struct.pack(form, x)
            print(data.hex(), struct.unpack(form, data)[0], end=' ')
        except OverflowError as e:
            print(e, end=' ')
    print()
print(struct.unpack('>f', b'\x7f\xc0\x00\x00'), struct.unpack('<e', b'\x01\x00'), struct.unpack('>d', b'\x7f\xf0' + bytes(6)), struct.unpack('<f', b'\x01\x00\x00\x80'))
for form, values in (('h', (40000,)), ('b', (200,)), ('B', (-1,)), ('H', (70000,)), ('i', (2 ** 31,)), ('<I', (-1,)), ('i', ('x',)), ('i', (1.5,)), ('d', ('x',)), ('s', ('x',)), ('c', (b'ab',)),
                     ('i', ()), ('i', (1, 2)), ('z', (1,)), ('3', (1,)), ('f', (1e40,)), ('e', (1e6,)), ('?', ([],))):
    attempt(lambda: struct.pack(form, *values))
attempt(lambda: struct.unpack('i', b'abc'))
attempt(lambda: struct.unpack_from('<i', b'abc', 1))
attempt(lambda: list(struct.iter_unpack('<h', b'abc')))
print(list(struct.iter_unpack('<hb', b'\x01\x00\x02\x03\x00\x04')), struct.unpack_from('<H', b'abcdef', 2), struct.Struct('<2h').size, struct.Struct('>h').pack(5), struct.Struct('<h').unpack(b'\x05\x00'))
buffer = bytearray(6)
struct.pack_into('<H', buffer, 2, 513)
print(buffer)
attempt(lambda: struct.pack_into('<I', buffer, 4, 1))
