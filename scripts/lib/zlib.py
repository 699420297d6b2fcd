"""Data packed as zlib has it."""

import _npy
from itertools import accumulate

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_DEFAULT_COMPRESSION = -1
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION = 0, 1, 9
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.2.13'


class error(Exception):
    """Data that are not packed so."""


def crc32(data, value=0, /):
    """The check sum of zip files."""
    return _npy.crc32(data, value)


def adler32(data, value=1, /):
    """The check sum of zlib."""
    a, b = value & 0xffff, value >> 16 & 0xffff
    data = bytes(data)
    for start in range(0, len(data), 1 << 16):
        part = data[start:start + (1 << 16)]
        b = (b + sum(accumulate(part, initial=a)) - a) % 65521
        a = (a + sum(part)) % 65521
    return b << 16 | a


def _inflated(data, hint=0):
    size = hint or max(4 * len(data), 1 << 12)
    most = (len(data) + 64) * 1032
    while True:
        found = _npy.inflate(data, size)
        if found is not None:
            return found
        if size >= most:
            return None
        size = min(size * 4, most)


def compress(data, /, level=-1, wbits=MAX_WBITS):
    """Bytes, packed."""
    data = bytes(data)
    packed = _npy.deflate(data)
    if wbits < 0:
        return packed
    if wbits > 15:
        return (b'\x1f\x8b\x08\0\0\0\0\0\0\xff' + packed + crc32(data).to_bytes(4, 'little')
                + (len(data) & 0xffffffff).to_bytes(4, 'little'))
    return b'\x78\x9c' + packed + adler32(data).to_bytes(4, 'big')


def _gzip_body(data):
    """Where a gzip member's packed bytes begin."""
    flags, place = data[3], 10
    if flags & 4:
        place += 2 + int.from_bytes(data[place:place + 2], 'little')
    for flag in (8, 16):
        if flags & flag:
            place = data.index(b'\0', place) + 1
    return place + 2 if flags & 2 else place


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    """Bytes, unpacked."""
    data = bytes(data)
    if wbits < 0:
        found = _inflated(data)
    elif data[:2] == b'\x1f\x8b' and wbits > 15:
        found = _inflated(data[_gzip_body(data):-8], int.from_bytes(data[-4:], 'little'))
    else:
        if len(data) < 2:
            raise error('Error -5 while decompressing data: incomplete or truncated stream')
        if data[0] & 15 != 8 or (data[0] << 8 | data[1]) % 31:
            raise error('Error -3 while decompressing data: incorrect header check')
        found = _inflated(data[2:])
        if found is not None and data[-4:] != adler32(found).to_bytes(4, 'big'):
            if len(data) < 6:
                raise error('Error -5 while decompressing data: incomplete or truncated stream')
            raise error('Error -3 while decompressing data: incorrect data check')
    if found is None:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return found


class _Compress:

    def __init__(self, wbits):
        self._parts = []
        self._wbits = wbits

    def compress(self, data):
        self._parts.append(bytes(data))
        return b''

    def flush(self, mode=Z_FINISH):
        if mode != Z_FINISH:
            return b''
        parts, self._parts = self._parts, []
        return compress(b''.join(parts), wbits=self._wbits)


class _Decompress:

    def __init__(self, wbits):
        self._parts = b''
        self._wbits = wbits
        self.eof = False
        self.unused_data = self.unconsumed_tail = b''

    def decompress(self, data, max_length=0):
        self._parts += bytes(data)
        try:
            found = decompress(self._parts, self._wbits)
        except error:
            return b''
        self.eof = True
        self._parts = b''
        return found

    def flush(self, length=DEF_BUF_SIZE):
        return b''


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=0, zdict=None):
    """What packs bytes that come in parts."""
    return _Compress(wbits)


def decompressobj(wbits=MAX_WBITS, zdict=None):
    """What unpacks bytes that come in parts."""
    return _Decompress(wbits)
