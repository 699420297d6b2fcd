"""Every expression of a list once plainly and once inside a gradient: value, dtype, shape and error have to be the same, so
that no derivative overlooks a keyword. `nn gradient_parity.py [DIFFERENCES]`; an expression whose difference has a written
reason must differ still."""

import os
import sys
import warnings

import numpy as np
from autograd import make_vjp

warnings.simplefilter('ignore')
np.seterr(all='ignore')
FOLDER = os.path.dirname(os.path.abspath(__file__))
ARRAYS = {
    'f8': np.array([[1.0, -2.0, 3.0], [4.0, 5.5, -6.0]]),
    'f4': np.array([[1.0, -2.0, 3.0], [4.0, 5.5, -6.0]], dtype=np.float32),
    'c16': np.array([[1 + 2j, -2.0, 3j], [4 - 1j, 5.5 + 0.5j, -6.0]]),
}


def outcome(function, x):
    """What a call gives, or the error that it raises."""
    try:
        return function(x.copy())
    except Exception as error:
        return error


def traced(function, x):
    """The same inside a gradient: as it looks to the program there."""
    def kept(x):
        box.append(function(x))
        return box[0]
    box = []
    _, result = make_vjp(kept)(x.copy())
    return result


def parts(value):
    """The numbers of a value as arrays; None where it has none."""
    if isinstance(value, (list, tuple)):
        found = [parts(item) for item in value]
        return None if any(part is None for part in found) else [array for part in found for array in part]
    return [np.asarray(value)] if isinstance(value, (np.ndarray, np.generic, float, complex, int)) else None


def difference(plain, inside):
    """What is different; an empty text where nothing is."""
    if isinstance(plain, Exception) or isinstance(inside, Exception):
        same = type(plain) is type(inside) and str(plain) == str(inside)
        return '' if same else f'{plain!r} | {inside!r}'
    left, right = parts(plain), parts(inside)
    if left is None or right is None:
        return '' if str(plain) == str(inside) else f'{plain!r} | {inside!r}'
    for a, b in zip(left, right):
        if a.shape != b.shape or a.dtype != b.dtype:
            return f'{a.dtype}{a.shape} | {b.dtype}{b.shape}'
        if a.dtype.kind in 'fc':
            tolerance = 1e-12 if a.dtype.itemsize // (2 if a.dtype.kind == 'c' else 1) == 8 else 2e-6
            same = np.allclose(a, b, rtol=tolerance, atol=tolerance, equal_nan=True)
        else:
            same = np.array_equal(a, b)
        if not same:
            return f'{a.tolist()} | {b.tolist()}'
    return '' if len(left) == len(right) else f'{len(left)} parts | {len(right)}'


def lines(name):
    with open(os.path.join(FOLDER, name)) as file:
        return [line for line in file.read().split('\n') if line and not line.startswith('#')]


reasons = dict(line.split('  # ') for line in lines('gradient_parity_reasons.txt'))
count, wrong, needed = 0, 0, set()
for text in lines('gradient_parity.txt'):
    function = eval('lambda x: ' + text, {'np': np})
    for kind, x in ARRAYS.items():
        count += 1
        found = difference(outcome(function, x), outcome(lambda a: traced(function, a), x))
        key = next((key for key in (f'{text} | {kind}', text) if key in reasons), None)
        if found and key:
            needed.add(key)
        elif found:
            wrong += 1
            print(f'{text} | {kind}: {found}'[:300].replace('\n', ' '))
for key in reasons:
    if key not in needed:
        wrong += 1
        print(f'no difference any more: {key}')
print(f'{count} calls, {wrong} wrong')
