# Every object that holds bytes goes where bytes go.
import array
import base64
import hashlib
import io
import re
import zlib

view, numbers = memoryview(b'a,b,c')[2:], array.array('b', [97, 44])
print(b','.join([view, bytearray(b'x'), numbers]), b'a,b'.split(memoryview(b',')), b'ab' + numbers)
print(int(memoryview(b'12')), b'xb,cy'.find(view), b'abc'.startswith(memoryview(b'ab')), numbers[0])
print(zlib.crc32(view), hashlib.md5(numbers).hexdigest(), base64.b64encode(view), base64.b16encode(numbers))
print(re.findall(b'[a-z]', view), re.match(b'a', numbers).group(), re.sub(b'b', b'B', view), re.split(b',', numbers))
stream = io.BytesIO(numbers)
stream.seek(0, 2)
print(stream.write(view), stream.getvalue())
print(base64.b32hexencode(b'hello'), base64.b32hexdecode(b'D1IMOR3F'), base64.b32decode('M1023456', map01='L'))
for make in (lambda: b','.join(['a']), lambda: b'a' + 'b', lambda: b'a'.find('b'), lambda: int([])):
    try:
        make()
    except TypeError as error:
        print(error)
