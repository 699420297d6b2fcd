"""Numbers as texts."""

import operator

__name__ = 'numpy'


def binary_repr(num, width=None):
    """Return the binary representation of an integer; of a negative one its two's complement in `width` digits."""
    num = operator.index(num)
    digits = bin(abs(num))[2:]
    if num >= 0:
        _check_width(width, len(digits))
        return digits.zfill(width or 0)
    if width is None:
        return '-' + digits
    needed = len(digits)
    if 2 ** (needed - 1) < -num:
        needed += 1
    _check_width(width, needed)
    size = max(needed, width)
    return bin((1 << size) + num)[2:].rjust(size, '1')


def _check_width(width, needed):
    if width is not None and width < needed:
        raise ValueError(f'Insufficient bit width={width} provided for binwidth={needed}')


def base_repr(number, base=2, padding=0):
    """Return an integer's digits in a base from 2 to 36."""
    if base > 36:
        raise ValueError('Bases greater than 36 not handled in base_repr.')
    if base < 2:
        raise ValueError('Bases less than 2 not handled in base_repr.')
    rest = abs(int(number))
    digits = []
    while rest:
        rest, digit = divmod(rest, base)
        digits.append('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[digit])
    digits.append('0' * padding)
    if number < 0:
        digits.append('-')
    return ''.join(reversed(digits)) or '0'
