import base64
import hashlib


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for data in (b'', b'abc', b'The quick brown fox jumps over the lazy dog', bytes(range(200)), b'x' * 55, b'x' * 56, b'x' * 64, b'y' * 119, b'z' * 128):
    print(hashlib.md5(data).hexdigest(), hashlib.sha1(data).hexdigest(), hashlib.sha256(data).hexdigest())
    print(hashlib.sha512(data).hexdigest(), hashlib.sha224(data).hexdigest(), hashlib.sha384(data).hexdigest())
h = hashlib.sha256()
h.update(b'abc')
g = h.copy()
g.update(b'd' * 100)
print(h.hexdigest(), g.hexdigest(), h.digest()[:4], h.digest_size, h.block_size, h.name, hashlib.new('md5', b'q').hexdigest())
attempt(lambda: hashlib.md5('text'))
attempt(lambda: hashlib.new('nope'))
attempt(lambda: hashlib.sha1(3))
for data in (b'', b'a', b'ab', b'abc', b'abcd', bytes(range(256)), 'é'.encode()):
    e = base64.b64encode(data)
    print(e[:40], base64.b64decode(e) == data, base64.urlsafe_b64encode(data)[-12:], base64.b32encode(data)[:20], base64.b32decode(base64.b32encode(data)) == data,
          base64.b16encode(data)[:10], base64.b16decode(base64.b16encode(data)) == data, base64.b85encode(data)[:10], base64.b85decode(base64.b85encode(data)) == data)
print(base64.b64decode('aGVsbG8='), base64.b64decode('aGVs\nbG8='), base64.b64encode(b'\xff\xfe', altchars=b'-_'), base64.encodebytes(b'x' * 60), base64.urlsafe_b64decode(b'_-8='))
attempt(lambda: base64.b64decode('abc'))
attempt(lambda: base64.b64decode('a'))
attempt(lambda: base64.b64encode('abc'))
attempt(lambda: base64.b64decode('a!bc', validate=True))
attempt(lambda: base64.b64decode('é'))
attempt(lambda: base64.b16decode('ab'))
attempt(lambda: base64.b32decode('ab'))
