"""Bytes as text of 64, 32 or 16 letters."""

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'standard_b64encode',
           'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'a85encode', 'a85decode']

_letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_letters32hex = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_letters32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_letters85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


class Error(ValueError):
    """What is wrong in an encoded text."""


Error.__module__ = 'binascii'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)) or hasattr(s, '__buffer_bytes__'):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}")


def _checked(s):
    if isinstance(s, (bytes, bytearray)) or hasattr(s, '__buffer_bytes__'):
        return bytes(s)
    raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")


def b64encode(s, altchars=None):
    """The bytes in base 64."""
    s = _checked(s)
    assert altchars is None or len(altchars) == 2, repr(altchars)
    letters = _letters if altchars is None else _letters[:62] + bytes(altchars)
    padding = -len(s) % 3
    if len(s) < 48:
        out = bytearray()
        padded = s + bytes(padding)
        for i in range(0, len(s), 3):
            n = padded[i] << 16 | padded[i + 1] << 8 | padded[i + 2]
            out += bytes((letters[n >> 18], letters[n >> 12 & 63], letters[n >> 6 & 63], letters[n & 63]))
    else:
        out = _letters_of(s + bytes(padding), letters)
    return bytes(out[:len(out) - padding]) + b'=' * padding


def _letters_of(s, letters):
    """The letters of many bytes, three by three."""
    import numpy as np
    a, b, c = np.frombuffer(s, np.uint8).reshape(-1, 3).T.copy()
    places = np.stack([a >> 2, (a & 3) << 4 | b >> 4, (b & 15) << 2 | c >> 6, c & 63], axis=1)
    return places.tobytes().translate(letters + bytes(192))


def _bytes_of(s):
    """The bytes of many letters without anything else among them, four by four; None where there is."""
    import numpy as np
    values = bytearray(b'\xff' * 256)
    for value, letter in enumerate(_letters):
        values[letter] = value
    places = s.translate(values)
    if b'\xff' in places:
        return None
    a, b, c, d = np.frombuffer(places, np.uint8).reshape(-1, 4).T.copy()
    return np.stack([a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d], axis=1).tobytes()


def b64decode(s, altchars=None, validate=False):
    """The bytes of a text in base 64."""
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b'+/'))
    if len(s) >= 64 and len(s) % 4 == 0:
        whole = _bytes_of(s[:-4])
        if whole is not None:
            return whole + b64decode(s[-4:], None, validate)
    if validate and s[:1] == b'=':
        raise Error('Leading padding not allowed')
    values = {c: i for i, c in enumerate(_letters)}
    out = bytearray()
    bits = count = pads = 0
    is_padded = False
    for place, c in enumerate(s):
        if c == 61:
            is_padded = True
            if count >= 2:
                pads += 1
                if count + pads >= 4:
                    if validate and place + 1 < len(s):
                        raise Error('Excess data after padding')
                    count = 0
                    pads = 0
                    bits = 0
                    break
            continue
        value = values.get(c)
        if value is None:
            if validate:
                raise Error('Only base64 data is allowed')
            continue
        if validate and is_padded:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        bits = bits << 6 | value
        count += 1
        if count == 2:
            out.append(bits >> 4 & 255)
        elif count == 3:
            out.append(bits >> 2 & 255)
        elif count == 4:
            out.append(bits & 255)
            bits = count = 0
    if count == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({len(out) // 3 * 4 + 1}) '
                    'cannot be 1 more than a multiple of 4')
    if count:
        raise Error('Incorrect padding')
    return bytes(out)


def standard_b64encode(s):
    """The bytes in base 64."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of a text in base 64."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """The bytes in base 64 with `-` and `_`."""
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    """The bytes of a text in base 64 with `-` and `_`."""
    return b64decode(_bytes(s).translate(bytes.maketrans(b'-_', b'+/')))


def encodebytes(s):
    """The bytes in base 64, in lines of 76 letters."""
    s = _checked(s)
    return b''.join([b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57)])


def decodebytes(s):
    """The bytes of lines in base 64."""
    return b64decode(_checked(s))


def encode(input, output):
    """Encodes one file into another."""
    output.write(encodebytes(input.read()))


def decode(input, output):
    """Decodes one file into another."""
    output.write(decodebytes(input.read()))


def _encoded32(s, letters):
    s = _checked(s)
    rest = len(s) % 5
    if rest:
        s += bytes(5 - rest)
    out = bytearray()
    for i in range(0, len(s), 5):
        n = int.from_bytes(s[i:i + 5], 'big')
        out += bytes([letters[n >> shift & 31] for shift in range(35, -1, -5)])
    if rest:
        pad = {1: 6, 2: 4, 3: 3, 4: 1}[rest]
        out[-pad:] = b'=' * pad
    return bytes(out)


def _decoded32(s, letters, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if map01 is not None:
        letter = _bytes(map01)
        s = s.replace(b'0', b'O').replace(b'1', letter)
    if casefold:
        s = s.upper()
    stripped = s.rstrip(b'=')
    pads = len(s) - len(stripped)
    values = {c: i for i, c in enumerate(letters)}
    n = 0
    for c in stripped:
        if c not in values:
            raise Error('Non-base32 digit found')
        n = n << 5 | values[c]
    if pads not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    n <<= 5 * pads
    out = n.to_bytes(len(s) * 5 // 8, 'big')
    return out[:len(out) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pads]]


def b32encode(s):
    """The bytes in base 32."""
    return _encoded32(s, _letters32)


def b32decode(s, casefold=False, map01=None):
    """The bytes of a text in base 32."""
    return _decoded32(s, _letters32, casefold, map01)


def b32hexencode(s):
    """The bytes in base 32, by the digits and the first letters."""
    return _encoded32(s, _letters32hex)


def b32hexdecode(s, casefold=False):
    """The bytes of a text in base 32 by the digits and the first letters."""
    return _decoded32(s, _letters32hex, casefold)


def b16encode(s):
    """The bytes in base 16."""
    return _checked(s).hex().upper().encode()


def b16decode(s, casefold=False):
    """The bytes of a text in base 16."""
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise Error('Non-base16 digit found')
    if len(s) % 2:
        raise Error('Odd-length string')
    return bytes.fromhex(s.decode())


def _viewed(b):
    if isinstance(b, (bytes, bytearray)) or hasattr(b, '__buffer_bytes__'):
        return bytes(b)
    raise TypeError(f"memoryview: a bytes-like object is required, not '{type(b).__name__}'")


def b85encode(b, pad=False):
    """The bytes in base 85."""
    b = _viewed(b)
    padding = -len(b) % 4
    b += bytes(padding)
    out = bytearray()
    for i in range(0, len(b), 4):
        n = int.from_bytes(b[i:i + 4], 'big')
        digits = []
        for _ in range(5):
            n, d = divmod(n, 85)
            digits.append(_letters85[d])
        out += bytes(reversed(digits))
    return bytes(out if pad or not padding else out[:-padding])


def b85decode(b):
    """The bytes of a text in base 85."""
    b = _bytes(b)
    padding = -len(b) % 5
    values = {c: i for i, c in enumerate(_letters85)}
    b += b'~' * padding
    out = bytearray()
    for i in range(0, len(b), 5):
        n = 0
        for j, c in enumerate(b[i:i + 5]):
            if c not in values:
                raise ValueError(f'bad base85 character at position {i + j}')
            n = n * 85 + values[c]
        if n >= 2 ** 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {i}')
        out += n.to_bytes(4, 'big')
    return bytes(out[:len(out) - padding] if padding else out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The bytes in Ascii85: five letters for four bytes, `z` for four zeros, `y` for four spaces where asked for."""
    b = _viewed(b)
    padding = -len(b) % 4
    data = b + bytes(padding)
    groups = []
    for i in range(0, len(data), 4):
        word = int.from_bytes(data[i:i + 4], 'big')
        if word == 0:
            groups.append(b'z')
        elif foldspaces and word == 0x20202020:
            groups.append(b'y')
        else:
            letters = []
            for _ in range(5):
                word, digit = divmod(word, 85)
                letters.append(digit + 33)
            groups.append(bytes(reversed(letters)))
    if padding and not pad:
        if groups[-1] == b'z':
            groups[-1] = b'!!!!!'
        groups[-1] = groups[-1][:-padding]
    result = b''.join(groups)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The bytes of a text in Ascii85."""
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = []
    group = []
    for letter in b + b'u' * 4:
        if 33 <= letter <= 117:
            group.append(letter)
            if len(group) == 5:
                word = 0
                for x in group:
                    word = word * 85 + x - 33
                if word > 0xffffffff:
                    raise ValueError('Ascii85 overflow')
                out.append(word.to_bytes(4, 'big'))
                group.clear()
        elif letter == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            out.append(bytes(4))
        elif foldspaces and letter == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            out.append(b'    ')
        elif letter not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(letter)}')
    result = b''.join(out)
    padding = 4 - len(group)
    return result[:-padding] if padding else result
