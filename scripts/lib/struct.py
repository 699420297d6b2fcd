"""Numbers and texts as bytes of a layout."""

from _struct import pack as _quick_pack, unpack as _quick_unpack
from math import copysign, frexp, isinf, isnan, ldexp
from operator import index as _index

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    """What is wrong with a layout or its values."""


# The size of each letter, and how many bytes it is aligned to in the native layout.
_standard = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
             'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_native = dict(_standard, l=8, L=8, n=8, N=8, P=8)
_signed = 'bhilqn'
_floats = {'e': (5, 10), 'f': (8, 23), 'd': (11, 52)}
_parsed = {}


def _parse(format):
    """The byte order, the total size and the parts (letter, count, place, size) of a layout."""
    known = _parsed.get(format)
    if known is not None:
        return known
    text = format.decode('ascii') if isinstance(format, bytes) else format
    if not isinstance(text, str):
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    order, sizes, aligned = 'little', _native, True
    if text[:1] in ('@', '=', '<', '>', '!') and text:
        aligned = text[0] == '@'
        sizes = _native if aligned else _standard
        order = 'big' if text[0] in '>!' else 'little'
        text = text[1:]
    parts = []
    place = at = 0
    while at < len(text):
        c = text[at]
        if c.isspace():
            at += 1
            continue
        start = at
        while at < len(text) and text[at].isdigit():
            at += 1
        if at > start and at == len(text):
            raise error('repeat count given without format specifier')
        count = int(text[start:at]) if at > start else 1
        letter = text[at]
        at += 1
        size = sizes.get(letter)
        if size is None:
            raise error('bad char in struct format')
        if aligned:
            place += -place % size
        if letter in 'sp':
            parts.append((letter, 1, place, count))
            place += count
            continue
        if letter != 'x':
            parts.append((letter, count, place, size))
        place += size * count
    known = _parsed[format] = order, place, parts
    return known


def _float_bits(value, exponent_bits, mantissa_bits, letter):
    """A float as an integer of IEEE 754's layout."""
    bias = (1 << exponent_bits - 1) - 1
    sign = 1 if copysign(1.0, value) < 0 else 0
    top = (1 << exponent_bits) - 1
    if isnan(value):
        exponent, mantissa = top, 1 << mantissa_bits - 1
    elif isinf(value):
        exponent, mantissa = top, 0
    elif value == 0:
        exponent = mantissa = 0
    else:
        fraction, e = frexp(abs(value))
        exponent = e - 1 + bias
        # Below the least exponent digits are lost.
        shift = mantissa_bits + 1 if exponent >= 1 else mantissa_bits + exponent
        scaled = ldexp(fraction, shift)
        whole = int(scaled)
        rest = scaled - whole
        if rest > 0.5 or rest == 0.5 and whole & 1:
            whole += 1
        if exponent >= 1:
            if whole == 1 << mantissa_bits + 1:
                whole >>= 1
                exponent += 1
            mantissa = whole - (1 << mantissa_bits)
        else:
            exponent, mantissa = divmod(whole, 1 << mantissa_bits)
        if exponent >= top:
            raise OverflowError(f'float too large to pack with {letter} format')
    return (sign << exponent_bits | exponent) << mantissa_bits | mantissa


def _bits_float(bits, exponent_bits, mantissa_bits):
    """The float of an integer of IEEE 754's layout."""
    mantissa = bits & (1 << mantissa_bits) - 1
    exponent = bits >> mantissa_bits & (1 << exponent_bits) - 1
    sign = -1.0 if bits >> exponent_bits + mantissa_bits else 1.0
    bias = (1 << exponent_bits - 1) - 1
    if exponent == (1 << exponent_bits) - 1:
        return copysign(float('nan') if mantissa else float('inf'), sign)
    if exponent == 0:
        return sign * ldexp(mantissa, 1 - bias - mantissa_bits)
    return sign * ldexp(mantissa + (1 << mantissa_bits), exponent - bias - mantissa_bits)


def _packed(letter, size, value, order, native=False):
    """One value as bytes."""
    if letter == 'c':
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error('char format requires a bytes object of length 1')
        return bytes(value)
    if letter == '?':
        return b'\x01' if value else b'\x00'
    if letter in _floats:
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__'):
            raise error('required argument is not a float')
        value = float(value)
        if letter == 'f' and native and 3.4028235677973366e+38 <= abs(value):
            value = copysign(float('inf'), value) if value == value else value
        return _float_bits(value, *_floats[letter], letter).to_bytes(size, order)
    if letter in 'sp':
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{letter}' must be a bytes object")
        value = bytes(value)
        if letter == 'p':
            if size == 0:
                return b''
            value = value[:min(size - 1, 255)]
            value = bytes([len(value)]) + value
        return value[:size] + bytes(max(size - len(value), 0))
    try:
        value = _index(value)
    except TypeError:
        raise error('required argument is not an integer') from None
    signed = letter in _signed
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if not low <= value <= high:
        if order == 'big' and size == 8:
            raise error('int too large to convert')
        if not -1 << 63 <= value < 1 << 63 or value < 0 and letter in 'ILQNP' or size == 8:
            raise error('argument out of range')
        names = {'b': 'byte', 'B': 'ubyte', 'h': 'short', 'H': 'ushort'}
        name = names[letter] if letter in names and (order == 'little' or size == 1) else f"'{letter}'"
        raise error(f'{name} format requires {low} <= number <= {high}')
    return value.to_bytes(size, order, signed=signed)


def _unpacked(letter, size, data, order):
    """One value of bytes."""
    if letter in 'cs':
        return data
    if letter == '?':
        return data != b'\x00'
    if letter == 'p':
        return data[1:1 + data[0]] if data else b''
    bits = int.from_bytes(data, order, signed=letter in _signed)
    return _bits_float(bits, *_floats[letter]) if letter in _floats else bits


def calcsize(format, /):
    """The number of bytes of a layout."""
    return _parse(format)[1]


def pack(format, /, *values):
    """Values as bytes."""
    parsed = order, total, parts = _parse(format)
    data = _quick_pack(parsed, values)
    if data is not None:
        return data
    native = format[:1] not in ('=', '<', '>', '!', b'=', b'<', b'>', b'!')
    wanted = sum(count for _, count, _, _ in parts)
    if len(values) != wanted:
        raise error(f'pack expected {wanted} items for packing (got {len(values)})')
    out = bytearray(total)
    values = iter(values)
    for letter, count, place, size in parts:
        for _ in range(count):
            out[place:place + size] = _packed(letter, size, next(values), order, native)
            place += size
    return bytes(out)


def pack_into(format, buffer, offset, /, *values):
    """Writes values into a buffer."""
    data = pack(format, *values)
    if offset < 0:
        offset += len(buffer)
    if offset + len(data) > len(buffer):
        raise error(f'pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} bytes '
                    f'at offset {offset} (actual buffer size is {len(buffer)})')
    buffer[offset:offset + len(data)] = data


def _values(parsed, data, start=0):
    order, _, parts = parsed
    result = _quick_unpack(parsed, data, start)
    if result is not None:
        return result
    data = data[start:]
    result = []
    for letter, count, place, size in parts:
        for _ in range(count):
            result.append(_unpacked(letter, size, data[place:place + size], order))
            place += size
    return tuple(result)


def unpack(format, buffer, /):
    """The values of bytes."""
    parsed = _parse(format)
    data = buffer if type(buffer) is bytes else bytes(buffer)
    if len(data) != parsed[1]:
        raise error(f'unpack requires a buffer of {parsed[1]} bytes')
    return _values(parsed, data)


def unpack_from(format, /, buffer, offset=0):
    """The values of bytes from a place on."""
    parsed = _parse(format)
    data = buffer if type(buffer) is bytes else bytes(buffer)
    if offset < 0:
        offset += len(data)
    if len(data) - offset < parsed[1]:
        raise error(f'unpack_from requires a buffer of at least {offset + parsed[1]} bytes for unpacking {parsed[1]} '
                    f'bytes at offset {offset} (actual buffer size is {len(data)})')
    return _values(parsed, data, offset)


def iter_unpack(format, buffer, /):
    """The values of bytes, again and again to the end."""
    parsed = _parse(format)
    data = bytes(buffer)
    size = parsed[1]
    if size == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(data) % size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
    return (_values(parsed, data, i) for i in range(0, len(data), size))


class Struct:
    """A layout."""

    def __init__(self, format):
        self.format = format.decode('ascii') if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *values):
        """Values as bytes."""
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        """Writes values into a buffer."""
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        """The values of bytes."""
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        """The values of bytes from a place on."""
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        """The values of bytes, again and again to the end."""
        return iter_unpack(self.format, buffer)
