"""Digests of bytes."""

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available']

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'}
algorithms_available = algorithms_guaranteed


def _primes(n):
    found = []
    candidate = 2
    while len(found) < n:
        if all(candidate % p for p in found if p * p <= candidate):
            found.append(candidate)
        candidate += 1
    return found


def _root(n, k):
    """The integer part of the k-th root."""
    low, high = 0, 1 << n.bit_length() // k + 1
    while low < high - 1:
        middle = (low + high) // 2
        if middle ** k <= n:
            low = middle
        else:
            high = middle
    return low


def _fraction(p, k, bits):
    """The first bits of the fraction of a prime's k-th root: where the constants of SHA-2 come from."""
    return _root(p << k * bits, k) & (1 << bits) - 1


class _Hash:
    """A digest that takes bytes bit by bit."""

    name = ''
    digest_size = 0
    block_size = 64
    _start = ()
    _order = 'big'

    def __init__(self, data=b''):
        self._state = self._start
        self._rest = b''
        self._length = 0
        if not isinstance(data, bytes) or data:
            self.update(data)

    def update(self, data, /):
        """Takes more bytes."""
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if hasattr(data, 'tobytes') and hasattr(data, 'flags'):
            if not data.flags.c_contiguous:
                raise ValueError('ndarray is not C-contiguous')
            data = data.tobytes()
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('object supporting the buffer API required')
        data = self._rest + bytes(data)
        self._length += len(data) - len(self._rest)
        size = self.block_size
        end = len(data) // size * size
        state = self._state
        for i in range(0, end, size):
            state = self._mixed(state, data[i:i + size])
        self._state = state
        self._rest = data[end:]

    def digest(self):
        """The digest of the bytes so far."""
        size = self.block_size
        tail = size // 8
        data = self._rest + b'\x80' + bytes(-(len(self._rest) + 1 + tail) % size)
        data += (self._length * 8).to_bytes(tail, self._order)
        state = self._state
        for i in range(0, len(data), size):
            state = self._mixed(state, data[i:i + size])
        word = size // 16
        return b''.join([n.to_bytes(word, self._order) for n in state])[:self.digest_size]

    def hexdigest(self):
        """The digest as text."""
        return self.digest().hex()

    def copy(self):
        """A digest of the same bytes so far."""
        other = type(self)()
        other._state, other._rest, other._length = self._state, self._rest, self._length
        return other

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


class _MD5(_Hash):
    name = 'md5'
    digest_size = 16
    _order = 'little'
    _start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
    _turns = (7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)
    _sines = None

    def _mixed(self, state, block):
        if _MD5._sines is None:
            from math import sin
            _MD5._sines = [int(abs(sin(i + 1)) * 2 ** 32) for i in range(64)]
        sines, turns = _MD5._sines, self._turns
        words = [int.from_bytes(block[i:i + 4], 'little') for i in range(0, 64, 4)]
        a, b, c, d = state
        for i in range(64):
            part = i >> 4
            if part == 0:
                f, g = b & c | ~b & d, i
            elif part == 1:
                f, g = d & b | ~d & c, 5 * i + 1
            elif part == 2:
                f, g = b ^ c ^ d, 3 * i + 5
            else:
                f, g = c ^ (b | ~d & 0xffffffff), 7 * i
            f = (f + a + sines[i] + words[g & 15]) & 0xffffffff
            turn = turns[part * 4 + (i & 3)]
            a, d, c = d, c, b
            b = (b + (f << turn | f >> 32 - turn)) & 0xffffffff
        return tuple([(x + y) & 0xffffffff for x, y in zip(state, (a, b, c, d))])


class _SHA1(_Hash):
    name = 'sha1'
    digest_size = 20
    _start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)

    def _mixed(self, state, block):
        words = [int.from_bytes(block[i:i + 4], 'big') for i in range(0, 64, 4)]
        for i in range(16, 80):
            n = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append((n << 1 | n >> 31) & 0xffffffff)
        a, b, c, d, e = state
        for i, word in enumerate(words):
            if i < 20:
                f, k = b & c | ~b & d, 0x5a827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ed9eba1
            elif i < 60:
                f, k = b & c | b & d | c & d, 0x8f1bbcdc
            else:
                f, k = b ^ c ^ d, 0xca62c1d6
            first = ((a << 5 | a >> 27) + f + e + k + word) & 0xffffffff
            e, d, c, b, a = d, c, (b << 30 | b >> 2) & 0xffffffff, a, first
        return tuple([(x + y) & 0xffffffff for x, y in zip(state, (a, b, c, d, e))])


class _SHA2(_Hash):
    """SHA-2; the subclasses say how wide its words are and how they are turned."""

    _bits = 32
    _rounds = 64
    _turns = ()
    _constants = None

    def _mixed(self, state, block):
        cls = type(self)
        if cls._constants is None:
            cls._constants = [_fraction(p, 3, cls._bits) for p in _primes(cls._rounds)]
        bits = self._bits
        mask = (1 << bits) - 1
        size = bits // 8
        words = [int.from_bytes(block[i:i + size], 'big') for i in range(0, size * 16, size)]
        (r1, r2, s1), (r3, r4, s2), (t1, t2, t3), (t4, t5, t6) = self._turns
        for i in range(16, self._rounds):
            x, y = words[i - 15], words[i - 2]
            x = (x >> r1 | x << bits - r1) ^ (x >> r2 | x << bits - r2) ^ x >> s1
            y = (y >> r3 | y << bits - r3) ^ (y >> r4 | y << bits - r4) ^ y >> s2
            words.append(words[i - 16] + (x & mask) + words[i - 7] + (y & mask) & mask)
        a, b, c, d, e, f, g, h = state
        for k, word in zip(cls._constants, words):
            s = (e >> t4 | e << bits - t4) ^ (e >> t5 | e << bits - t5) ^ (e >> t6 | e << bits - t6)
            first = h + (s & mask) + (e & f ^ ~e & g) + k + word
            s = (a >> t1 | a << bits - t1) ^ (a >> t2 | a << bits - t2) ^ (a >> t3 | a << bits - t3)
            second = (s & mask) + (a & b ^ a & c ^ b & c)
            h, g, f, e, d, c, b, a = g, f, e, d + first & mask, c, b, a, first + second & mask
        return tuple([x + y & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))])


_narrow = ((7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25))
_wide = ((1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41))


class _SHA256(_SHA2):
    name = 'sha256'
    digest_size = 32
    _turns = _narrow
    _start = tuple([_fraction(p, 2, 32) for p in (2, 3, 5, 7, 11, 13, 17, 19)])


class _SHA224(_SHA2):
    name = 'sha224'
    digest_size = 28
    _turns = _narrow
    _start = tuple([_fraction(p, 2, 64) & 0xffffffff for p in (23, 29, 31, 37, 41, 43, 47, 53)])


class _SHA512(_SHA2):
    name = 'sha512'
    digest_size = 64
    block_size = 128
    _bits, _rounds, _turns = 64, 80, _wide
    _start = tuple([_fraction(p, 2, 64) for p in (2, 3, 5, 7, 11, 13, 17, 19)])


class _SHA384(_SHA2):
    name = 'sha384'
    digest_size = 48
    block_size = 128
    _bits, _rounds, _turns = 64, 80, _wide
    _start = tuple([_fraction(p, 2, 64) for p in (23, 29, 31, 37, 41, 43, 47, 53)])


def md5(string=b'', *, usedforsecurity=True):
    """The MD5 digest."""
    return _MD5(string)


def sha1(string=b'', *, usedforsecurity=True):
    """The SHA-1 digest."""
    return _SHA1(string)


def sha224(string=b'', *, usedforsecurity=True):
    """The SHA-224 digest."""
    return _SHA224(string)


def sha256(string=b'', *, usedforsecurity=True):
    """The SHA-256 digest."""
    return _SHA256(string)


def sha384(string=b'', *, usedforsecurity=True):
    """The SHA-384 digest."""
    return _SHA384(string)


def sha512(string=b'', *, usedforsecurity=True):
    """The SHA-512 digest."""
    return _SHA512(string)


def new(name, data=b'', **options):
    """The digest of a name."""
    makers = {'md5': md5, 'sha1': sha1, 'sha224': sha224, 'sha256': sha256, 'sha384': sha384, 'sha512': sha512}
    maker = makers.get(name.lower())
    if maker is None:
        raise ValueError('unsupported hash type ' + name)
    return maker(data)
