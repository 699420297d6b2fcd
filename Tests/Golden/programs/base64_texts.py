"""Bytes in base 64 and back, long and short, well formed and not."""
import base64
import binascii
import random

random.seed(3)


def shown(text, strict):
    try:
        return base64.b64decode(text, validate=strict)[-9:]
    except binascii.Error as e:
        return f'Error {e}'


for n in [0, 1, 2, 3, 47, 48, 49, 50, 199, 1000, 1001, 4999]:
    data = bytes(random.randrange(256) for _ in range(n))
    text = base64.b64encode(data)
    named = base64.b64encode(data, b'-_')
    lines = base64.encodebytes(data)
    assert base64.b64decode(text) == base64.urlsafe_b64decode(named) == base64.decodebytes(lines) == data
    print(n, text[:40], named[-40:], lines[-20:], binascii.crc32(text, n))
    for _ in range(3):
        damaged = bytearray(text)
        if damaged:
            damaged[random.randrange(len(damaged))] = random.choice(b'= \n-_Aa+/')
        print(shown(bytes(damaged), False), shown(bytes(damaged), True))

for text in [b'=', b'a=', b'ab=c', b'ab==', b'ab==a', b'a=b=', b'abcd=', b'abc==', b'ab c=']:
    print(text, shown(text, False), shown(text, True))
