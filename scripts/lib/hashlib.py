"""Digests of bytes."""

from _digest import mixed as _mixed

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available']

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'}
algorithms_available = algorithms_guaranteed


class _Hash:
    """A digest that takes bytes bit by bit."""

    name = ''
    digest_size = 0
    block_size = 64
    _rounds = ''
    _start = b''
    _order = 'big'

    def __init__(self, data=b''):
        self._state = self._start
        self._rest = b''
        self._length = 0
        if not isinstance(data, bytes) or data:
            self.update(data)

    def update(self, data, /):
        """Takes more bytes."""
        if type(data) is not bytes:
            if isinstance(data, str):
                raise TypeError('Strings must be encoded before hashing')
            if hasattr(data, 'tobytes') and hasattr(data, 'flags'):
                if not data.flags.c_contiguous:
                    raise ValueError('ndarray is not C-contiguous')
                data = data.tobytes()
            if not isinstance(data, (bytes, bytearray)) and not hasattr(data, '__buffer_bytes__'):
                raise TypeError('object supporting the buffer API required')
            data = bytes(data)
        self._length += len(data)
        if self._rest:
            data = self._rest + data
        size = self.block_size
        end = len(data) // size * size
        if end:
            if end <= 1 << 26:
                self._state = _mixed(self._rounds, self._state, data)
            else:
                # Piece by piece, so that Ctrl-C is heard in between.
                for start in range(0, end, 1 << 26):
                    self._state = _mixed(self._rounds, self._state, data[start:min(start + (1 << 26), end)])
        self._rest = data[end:]

    def digest(self):
        """The digest of the bytes so far."""
        size = self.block_size
        tail = size // 8
        data = self._rest + b'\x80' + bytes(-(len(self._rest) + 1 + tail) % size)
        data += (self._length * 8).to_bytes(tail, self._order)
        return _mixed(self._rounds, self._state, data)[:self.digest_size]

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
    name = _rounds = 'md5'
    digest_size = 16
    _order = 'little'
    _start = bytes.fromhex('0123456789abcdeffedcba9876543210')


class _SHA1(_Hash):
    name = _rounds = 'sha1'
    digest_size = 20
    _start = bytes.fromhex('67452301efcdab8998badcfe10325476c3d2e1f0')


class _SHA256(_Hash):
    name = _rounds = 'sha256'
    digest_size = 32
    _start = bytes.fromhex('6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19')


class _SHA224(_Hash):
    name = 'sha224'
    _rounds = 'sha256'
    digest_size = 28
    _start = bytes.fromhex('c1059ed8367cd5073070dd17f70e5939ffc00b316858151164f98fa7befa4fa4')


class _SHA512(_Hash):
    name = _rounds = 'sha512'
    digest_size = 64
    block_size = 128
    _start = bytes.fromhex('6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1'
                           '510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179')


class _SHA384(_Hash):
    name = 'sha384'
    _rounds = 'sha512'
    digest_size = 48
    block_size = 128
    _start = bytes.fromhex('cbbb9d5dc1059ed8629a292a367cd5079159015a3070dd17152fecd8f70e5939'
                           '67332667ffc00b318eb44a8768581511db0c2e0d64f98fa747b5481dbefa4fa4')


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
