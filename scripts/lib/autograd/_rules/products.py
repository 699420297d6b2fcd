"""Products over axes, convolutions."""

import builtins
import numpy as np
from autograd._rules._parts import _array, _cast, _count, _deliver


def outer(a, b, out=None):
    return _deliver(np.reshape(_array(a), (-1, 1)) * np.reshape(_array(b), (1, -1)), out)


def matmul(x1, x2, out=None, dtype=None):
    """The product in a dtype; the builtin's own derivative multiplies arrays as they are."""
    return _deliver(np.matmul(_cast(_array(x1), dtype), _cast(_array(x2), dtype)), out)


def inner(a, b):
    a, b = _array(a), _array(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    return tensordot(a, b, ((-1,), (-1,)))[()]


def vdot(a, b):
    return np.dot(np.conjugate(np.reshape(_array(a), (-1,))), np.reshape(_array(b), (-1,)))


def tensordot(a, b, axes=2):
    a, b = _array(a), _array(b)
    if isinstance(axes, int):
        left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        left = [axes[0]] if isinstance(axes[0], int) else list(axes[0])
        right = [axes[1]] if isinstance(axes[1], int) else list(axes[1])
    left, right = [axis % builtins.max(a.ndim, 1) for axis in left], [axis % builtins.max(b.ndim, 1) for axis in right]
    rest_a = [axis for axis in range(a.ndim) if axis not in left]
    rest_b = [axis for axis in range(b.ndim) if axis not in right]
    size = _count(a.shape, left)
    if len(left) != len(right) or any(a.shape[i] != b.shape[j] for i, j in zip(left, right)):
        raise ValueError('shape-mismatch for sum')
    rows = np.reshape(np.transpose(a, rest_a + left), (_count(a.shape, rest_a), size))
    columns = np.reshape(np.transpose(b, right + rest_b), (size, _count(b.shape, rest_b)))
    shape = tuple(a.shape[axis] for axis in rest_a) + tuple(b.shape[axis] for axis in rest_b)
    return np.reshape(np.matmul(rows, columns), shape)


def kron(a, b):
    a, b = _array(a), _array(b)
    rank = builtins.max(a.ndim, b.ndim)
    a = np.reshape(a, (1,) * (rank - a.ndim) + a.shape)
    b = np.reshape(b, (1,) * (rank - b.ndim) + b.shape)
    left = np.reshape(a, tuple(length for n in a.shape for length in (n, 1)))
    right = np.reshape(b, tuple(length for n in b.shape for length in (1, n)))
    return np.reshape(left * right, tuple(m * n for m, n in zip(a.shape, b.shape)))


def _window_sums(a, v, mode):
    """The sums of products of two vectors moved along each other, the longer one first."""
    if mode not in ('full', 'same', 'valid'):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")
    n, m = a.size, v.size
    if m == 0:
        raise ValueError('v cannot be empty')
    zeros = np.zeros(m - 1, dtype=a.dtype)
    padded = np.concatenate([zeros, a, zeros]) if m > 1 else a
    windows = padded[np.reshape(np.arange(n + m - 1), (-1, 1)) + np.reshape(np.arange(m), (1, -1))]
    result = np.matmul(windows, v)
    if mode == 'valid':
        return result[m - 1:n]
    if mode == 'same':
        return result[(m - 1) // 2:(m - 1) // 2 + n]
    return result


def convolve(a, v, mode='full'):
    a, v = (np.reshape(_array(x), (-1,)) if np.ndim(x) == 0 else _array(x) for x in (a, v))
    if a.size < v.size:
        a, v = v, a
    return _window_sums(a, v[::-1], mode)


def correlate(a, v, mode='valid'):
    a, v = _array(a), _array(v)
    if a.size < v.size:
        return np.conjugate(_window_sums(v, np.conjugate(a), mode)[::-1])
    return _window_sums(a, np.conjugate(v), mode)
