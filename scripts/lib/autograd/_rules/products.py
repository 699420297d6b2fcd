"""Products over axes, einsum, convolutions."""

import builtins
import numpy as np
from functools import reduce as _reduce
from autograd._rules._parts import _array, _count, _deliver, _letters


def outer(a, b, out=None, **_):
    return _deliver(np.reshape(_array(a), (-1, 1)) * np.reshape(_array(b), (1, -1)), out)


def inner(a, b, **_):
    a, b = _array(a), _array(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    return tensordot(a, b, ((-1,), (-1,)))


def vdot(a, b, **_):
    a, b = _array(a), _array(b)
    return np.dot(np.reshape(np.conj(a) if np.iscomplexobj(a) else a, (-1,)), np.reshape(b, (-1,)))


def tensordot(a, b, axes=2, **_):
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
    return np.reshape(np.matmul(rows, columns), shape) if shape else np.sum(rows[0] * columns[:, 0])


def kron(a, b, **_):
    a, b = _array(a), _array(b)
    rank = builtins.max(a.ndim, b.ndim)
    a = np.reshape(a, (1,) * (rank - a.ndim) + a.shape)
    b = np.reshape(b, (1,) * (rank - b.ndim) + b.shape)
    left = np.reshape(a, tuple(length for n in a.shape for length in (n, 1)))
    right = np.reshape(b, tuple(length for n in b.shape for length in (1, n)))
    return np.reshape(left * right, tuple(m * n for m, n in zip(a.shape, b.shape)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None, **_):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.moveaxis(_array(a), axisa, -1), np.moveaxis(_array(b), axisb, -1)
    parts = [a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1], a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2],
             a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]]
    return np.moveaxis(np.stack(parts, axis=-1), -1, axisc)


def _einsum_parts(operands):
    """The letters of each operand and of the result, and the arrays."""
    if isinstance(operands[0], str):
        text, arrays = operands[0].replace(' ', ''), [_array(item) for item in operands[1:]]
    else:
        arrays, names = [], []
        items = list(operands)
        last = items.pop() if len(items) % 2 else None
        for place in range(0, len(items), 2):
            arrays.append(_array(items[place]))
            names.append(''.join('...' if part is Ellipsis else _letters[part] for part in items[place + 1]))
        text = ','.join(names)
        if last is not None:
            text += '->' + ''.join('...' if part is Ellipsis else _letters[part] for part in last)
    left, arrow, right = text.partition('->')
    names = left.split(',')
    free = [letter for letter in reversed(_letters) if letter not in text]
    longest = 0
    for place, name in enumerate(names):
        if '...' in name:
            count = arrays[place].ndim - len(name) + 3
            longest = builtins.max(longest, count)
            names[place] = name.replace('...', ''.join(free[:count][::-1]))
    dots = ''.join(free[:longest][::-1])
    if arrow:
        right = right.replace('...', dots)
    else:
        joined = ''.join(names)
        right = dots + ''.join(sorted(letter for letter in set(joined) if joined.count(letter) == 1
                                      and letter not in dots))
    return names, right, arrays


def _merge_repeated(name, array):
    """An operand with each letter once: the diagonal of axes that share one."""
    for letter in name:
        while name.count(letter) > 1:
            first = name.index(letter)
            second = name.index(letter, first + 1)
            array = np.diagonal(array, 0, first, second)
            name = name[:first] + name[first + 1:second] + name[second + 1:] + letter
    return name, array


def einsum(*operands, out=None, optimize=False, **_):
    names, result, arrays = _einsum_parts(operands)
    terms = [_merge_repeated(name, array) for name, array in zip(names, arrays)]
    while True:
        name, array = terms.pop(0)
        others = result + ''.join(other for other, _ in terms)
        alone = tuple(axis for axis, letter in enumerate(name) if letter not in others)
        if alone:
            array = np.sum(array, axis=alone)
            name = ''.join(letter for letter in name if letter in others)
        if not terms:
            break
        second, right = terms.pop(0)
        rest = result + ''.join(other for other, _ in terms)
        alone = tuple(axis for axis, letter in enumerate(second) if letter not in rest + name)
        if alone:
            right = np.sum(right, axis=alone)
            second = ''.join(letter for letter in second if letter in rest + name)
        terms.insert(0, _einsum_pair(name, array, second, right, rest))
    order = [name.index(letter) for letter in result]
    return _deliver(np.transpose(array, order) * 1.0 if order else array * 1.0, out)


def _einsum_pair(name, left, second, right, rest):
    """The product of two operands, summed over the letters that nobody else has."""
    sizes = {}
    for letters, array in ((name, left), (second, right)):
        for letter, length in zip(letters, array.shape):
            sizes[letter] = builtins.max(sizes.get(letter, 1), length)
    both = [letter for letter in name if letter in second]
    batch = [letter for letter in both if letter in rest]
    summed = [letter for letter in both if letter not in rest]
    rows = [letter for letter in name if letter not in second]
    columns = [letter for letter in second if letter not in name]

    def shaped(letters, array, groups):
        array = np.transpose(array, [letters.index(letter) for group in groups for letter in group])
        flat = [letter for group in groups for letter in group]
        wide = tuple(sizes[letter] for letter in flat)
        if array.shape != wide:
            array = np.broadcast_to(array, wide)
        return np.reshape(array, tuple(_reduce(lambda x, y: x * y, [sizes[i] for i in group], 1) for group in groups))

    product = np.matmul(shaped(name, left, [batch, rows, summed]), shaped(second, right, [batch, summed, columns]))
    letters = batch + rows + columns
    return ''.join(letters), np.reshape(product, tuple(sizes[letter] for letter in letters))


def convolve(a, v, mode='full', **_):
    a, v = _array(a), _array(v)
    if a.size < v.size:
        a, v = v, a
    n, m = a.size, v.size
    zeros = np.zeros(m - 1)
    padded = np.concatenate([zeros, a, zeros]) if m > 1 else a
    windows = padded[np.reshape(np.arange(n + m - 1), (-1, 1)) + np.reshape(np.arange(m), (1, -1))]
    result = np.matmul(windows, v[::-1])
    if mode == 'valid':
        return result[m - 1:n]
    if mode == 'same':
        start = (m - 1) // 2
        return result[start:start + n]
    return result


def correlate(a, v, mode='valid', **_):
    a, v = _array(a), _array(v)
    if np.iscomplexobj(v):
        v = np.conj(v)
    if a.size < v.size and mode != 'full':
        return convolve(v[::-1], a, mode)[::-1] if mode == 'valid' else convolve(a, v[::-1], mode)
    return convolve(a, v[::-1], mode)
