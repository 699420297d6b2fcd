"""Constants as literals, and which of them are the same."""

import numpy as np


def same(left, right):
    """Whether two constants are equal in all they have."""
    if left is right:
        return True
    if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
        if np.shape(left) != np.shape(right):
            return False
        try:
            return bool(np.all((np.asarray(left) == np.asarray(right))))
        except Exception:
            return False
    if isinstance(left, (tuple, list)) and isinstance(right, (tuple, list)):
        return len(left) == len(right) and all(same(a, b) for a, b in zip(left, right))
    try:
        return bool(left == right)
    except Exception:
        return False


def literal_of(value):
    """A constant as a literal; None where that is none, or long."""
    if value is None or value is Ellipsis or isinstance(value, (bool, int, str)):
        return '...' if value is Ellipsis else repr(value)
    if isinstance(value, (np.integer, np.bool)):
        return repr(value.item())
    if isinstance(value, float):
        text = repr(float(value))
        return text if text not in ('inf', '-inf', 'nan') else f"float('{text}')"
    if isinstance(value, slice):
        parts = ['' if part is None else literal_of(part) for part in (value.start, value.stop, value.step)]
        if None in parts:
            return None
        return ':'.join(parts[:2]) + (':' + parts[2] if parts[2] else '')
    if isinstance(value, (tuple, list)):
        parts = [literal_of(item) for item in value]
        if not parts:
            return '()' if isinstance(value, tuple) else '[]'
        if None in parts or len(parts) > 20:
            return None
        if isinstance(value, list):
            return '[' + ', '.join(parts) + ']'
        return ', '.join(parts) + (',' if len(parts) == 1 else '')
    if isinstance(value, range):
        return repr(value)
    if isinstance(value, np.dtype) or isinstance(value, type):
        return repr(getattr(value, 'name', getattr(value, '__name__', None)))
    return None
