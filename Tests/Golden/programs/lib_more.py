import array
import binascii
import errno
import html


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(html.escape('<a href="x">Tom & \'Jerry\'</a>'), html.escape('"', quote=False), html.unescape('&lt;b&gt; &amp;amp; &#65;&#x42; &eacute; &nope; & x &copy;'))
print(binascii.hexlify(b'\x00\xffab'), binascii.unhexlify('00ff'), binascii.crc32(b'hello world'), binascii.crc32(b'world', binascii.crc32(b'hello ')), binascii.b2a_base64(b'abc'),
      binascii.a2b_base64(b'YWJj\n'), binascii.crc_hqx(b'abc', 0), binascii.hexlify(b'abcd', '-', 2))
attempt(lambda: binascii.unhexlify('abc'))
attempt(lambda: binascii.unhexlify('zz'))
print(errno.ENOENT, errno.errorcode[13], errno.EEXIST)
a = array.array('d', [1, 2.5, 3])
a.append(4)
a.extend([5])
print(a, a[1], a[1:3], len(a), a.itemsize, a.typecode, 2.5 in a, a.index(3), a.tolist(), a + array.array('d', [9]), array.array('i'), a == array.array('d', [1, 2.5, 3, 4, 5]))
a[0] = 7
a.insert(1, 8)
print(a, a.pop(), a.pop(0), a.count(3), a.tobytes()[:8], sum(a), max(a), array.array('f', [0.1])[0], array.array('B', b'abc'), array.array('u', 'hey'), array.array('h', [1, 2]).tobytes())
b = array.array('i', [3, 1])
b.reverse()
b *= 2
b[1:3] = array.array('i', [9])
del b[0]
b.byteswap()
print(b, b[-1], array.array('i', [1]) < array.array('i', [2]), array.array('l', range(3)) * 2)
for f in (lambda: array.array('z'), lambda: array.array('i', [1.5]), lambda: array.array('b', [200]), lambda: array.array('B', [-1]), lambda: a[99], lambda: array.array('d', ['x']), lambda: array.array('d', 'x'),
          lambda: array.array('i').pop(), lambda: a.remove(99), lambda: a + [1], lambda: array.array(3), lambda: array.array('H', [70000]), lambda: array.array('i', [2 ** 40]), lambda: a.index(99)):
    attempt(f)
