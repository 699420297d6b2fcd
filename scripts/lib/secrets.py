"""Random numbers that nobody can guess."""

from random import SystemRandom

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']

DEFAULT_ENTROPY = 32
_system = SystemRandom()
randbits = _system.getrandbits
choice = _system.choice


def randbelow(exclusive_upper_bound):
    """An integer below a number."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _system._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    """Random bytes."""
    return _system.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """Random bytes as hexadecimal text."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Random bytes as text for addresses."""
    from base64 import urlsafe_b64encode
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')


def compare_digest(a, b):
    """Whether two texts are equal, in a time that does not tell where they differ."""
    if not (isinstance(a, str) and isinstance(b, str)):
        bad = [x for x in (a, b) if not isinstance(x, (bytes, bytearray)) and not hasattr(x, '__buffer_bytes__')]
        if len(bad) == 2:
            raise TypeError('unsupported operand types(s) or combination of types: '
                            f"'{type(a).__name__}' and '{type(b).__name__}'")
        if bad:
            raise TypeError(f"a bytes-like object is required, not '{type(bad[0]).__name__}'")
        a, b = bytes(a), bytes(b)
    elif not (a.isascii() and b.isascii()):
        raise TypeError('comparing strings with non-ASCII characters is not supported')
    if len(a) != len(b):
        return False
    a = a.encode() if isinstance(a, str) else a
    b = b.encode() if isinstance(b, str) else b
    difference = 0
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0
