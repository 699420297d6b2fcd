"""Colours as numbers."""

import numpy as np
from matplotlib._color_names import BASE_COLORS, CSS4_COLORS, TABLEAU_COLORS

_known = {}


def _cycle():
    from matplotlib import rcParams
    return rcParams['axes.prop_cycle'].by_key().get('color') or ['k']


def _text_to_rgba(text):
    if text in BASE_COLORS:
        return (*map(float, BASE_COLORS[text]), 1.0)
    if text.lower() == 'none':
        return (0.0, 0.0, 0.0, 0.0)
    if text[0] == 'C' and text[1:].isdigit():
        cycle = _cycle()
        return to_rgba(cycle[int(text[1:]) % len(cycle)])
    name = text.lower()
    hexadecimal = TABLEAU_COLORS.get(name) or CSS4_COLORS.get(name) or text
    if name[:5] == 'xkcd:':
        from matplotlib._xkcd_colors import XKCD_COLORS
        hexadecimal = XKCD_COLORS.get(name, text)
    if hexadecimal[0] == '#':
        digits = hexadecimal[1:]
        if len(digits) in (3, 4):
            digits = ''.join(d + d for d in digits)
        if len(digits) in (6, 8):
            try:
                parts = [int(digits[i:i + 2], 16) / 255 for i in range(0, len(digits), 2)]
                return tuple(parts) if len(parts) == 4 else (*parts, 1.0)
            except ValueError:
                pass
        raise ValueError(f'Invalid RGBA argument: {text!r}')
    try:
        grey = float(text)
    except ValueError:
        raise ValueError(f'Invalid RGBA argument: {text!r}') from None
    if not 0 <= grey <= 1:
        raise ValueError(f'Invalid string grayscale value {text!r}. Value must be within 0-1 range')
    return (grey, grey, grey, 1.0)


def to_rgba(c, alpha=None):
    """A colour as four numbers in 0...1."""
    if isinstance(c, tuple) and len(c) == 2 and not isinstance(c[0], (int, float)):
        c, own = c
        alpha = own if alpha is None else alpha
    if c is None:
        return (0.0, 0.0, 0.0, 0.0)
    if isinstance(c, str):
        if c[:1] == 'C':
            rgba = _text_to_rgba(c)
        else:
            rgba = _known.get(c)
            if rgba is None:
                rgba = _known[c] = _text_to_rgba(c) if c else _invalid(c)
        if alpha is not None and c.lower() != 'none':
            return (*rgba[:3], float(alpha))
        return rgba
    try:
        parts = [float(part) for part in c]
    except TypeError:
        raise ValueError(f'Invalid RGBA argument: {c!r}') from None
    if len(parts) not in (3, 4):
        raise ValueError('RGBA sequence should have length 3 or 4')
    for part in parts:
        if not 0 <= part <= 1:
            raise ValueError('RGBA values should be within 0-1 range')
    if alpha is not None:
        return (*parts[:3], float(alpha))
    return tuple(parts) if len(parts) == 4 else (*parts, 1.0)


def _invalid(c):
    raise ValueError(f'Invalid RGBA argument: {c!r}')


def is_color_like(c):
    """Whether something is a colour."""
    try:
        to_rgba(c)
        return True
    except (ValueError, TypeError):
        return False


def to_rgb(c):
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    parts = to_rgba(c)
    return '#' + ''.join('%02x' % round(part * 255) for part in (parts if keep_alpha else parts[:3]))


def to_rgba_array(c, alpha=None):
    """Colours as an array (n, 4)."""
    if isinstance(c, np.ndarray) and c.dtype.kind in 'fiu' and c.ndim == 2 and c.shape[1] in (3, 4):
        result = np.ones((len(c), 4))
        result[:, :c.shape[1]] = c
        if len(c) and (result.min() < 0 or result.max() > 1):
            raise ValueError('RGBA values should be within 0-1 range')
        if alpha is not None:
            result[:, 3] = alpha
        return result
    if isinstance(c, str):
        if c.lower() == 'none':
            return np.zeros((0, 4))
        return np.array([to_rgba(c, alpha)])
    if is_color_like(c):
        return np.array([to_rgba(c, alpha)])
    if len(c) == 0:
        return np.zeros((0, 4))
    if alpha is not None and np.ndim(alpha):
        return np.array([to_rgba(one, a) for one, a in zip(c, alpha)])
    return np.array([to_rgba(one, alpha) for one in c])


def same_color(c1, c2):
    return bool(np.array_equal(to_rgba_array(c1), to_rgba_array(c2)))


def hsv_to_rgb(hsv):
    """Hue, saturation and value as red, green and blue, along the last axis."""
    hsv = np.asarray(hsv, dtype=float)
    h, s, v = hsv[..., 0], hsv[..., 1], hsv[..., 2]
    parts = []
    for n in (5, 3, 1):
        k = (n + h * 6) % 6
        parts.append(v - v * s * np.clip(np.minimum(k, 4 - k), 0, 1))
    return np.stack(parts, axis=-1)


def rgb_to_hsv(arr):
    """Red, green and blue as hue, saturation and value, along the last axis."""
    arr = np.asarray(arr, dtype=float)
    r, g, b = arr[..., 0], arr[..., 1], arr[..., 2]
    top = arr.max(-1)
    delta = top - arr.min(-1)
    safe = np.where(delta == 0, 1, delta)
    h = np.where(top == r, (g - b) / safe, np.where(top == g, 2 + (b - r) / safe, 4 + (r - g) / safe))
    h = np.where(delta == 0, 0, (h / 6) % 1)
    return np.stack([h, np.where(top == 0, 0, delta / np.where(top == 0, 1, top)), top], axis=-1)
