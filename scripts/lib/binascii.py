"""Bytes as text, and sums over them."""

from base64 import Error

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'crc_hqx', 'hexlify',
           'unhexlify']


class Incomplete(Exception):
    """Raised for data that end too early."""


def hexlify(data, sep=None, bytes_per_sep=1):
    """The bytes as hexadecimal digits."""
    data = bytes(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode('ascii')


def unhexlify(hexstr, /):
    """The bytes of hexadecimal digits."""
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    if any(c not in '0123456789abcdefABCDEF' for c in text):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


b2a_hex, a2b_hex = hexlify, unhexlify


def b2a_base64(data, /, *, newline=True):
    """The bytes in base 64."""
    from base64 import b64encode
    return b64encode(data) + (b'\n' if newline else b'')


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes of a text in base 64."""
    from base64 import b64decode
    return b64decode(data, validate=strict_mode)


def crc32(data, value=0, /):
    """The CRC-32 checksum."""
    import zlib
    return zlib.crc32(data, value)


def crc_hqx(data, value, /):
    """The CRC checksum of 16 bits."""
    for byte in bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xffff
    return value
