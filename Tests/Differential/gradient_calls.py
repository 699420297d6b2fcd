"""Calls of Python's and NumPy's functions and methods, and operators, inside a function that is differentiated, against
central differences: the ways in which builtins are called there are not those of other programs. `nn gradient_calls.py`."""

import copy
import functools
import itertools
import math
import operator

import numpy as np
from autograd import checkpoint, grad


def added_at(x):
    sums = np.zeros(3)
    np.add.at(sums, [0, 0, 1], x)
    return np.sum(sums ** 2)


def multiplied_at(x):
    products = x * 1.0
    np.multiply.at(products, np.array([0, 0]), x[:2])
    return np.sum(products ** 2)


def written(x, view):
    x = x * 1.0
    other = view(x)
    other[1] = 100.0
    return np.sum(x * np.arange(1.0, 4.0)) + np.sum(other * x)


CALLS = {
    'max': lambda x: max(x[0], x[1], 0.5) * 2.0,
    'min': lambda x: min(x[0], x[1]) * 2.0,
    'abs': lambda x: abs(x[0]) * 3.0,
    'sum list': lambda x: sum([v * v for v in x]),
    'sum gen': lambda x: sum(v * v for v in x),
    'sum start': lambda x: sum([x[0], x[1]], 1.0),
    'pow': lambda x: pow(x[0], 2) * 2.0,
    'round': lambda x: round(x[0]) * x[1],
    'float': lambda x: float(x[0]) * 2.0,
    'sorted': lambda x: sorted([x[0], x[1]])[0] * 2.0,
    'len': lambda x: len(x) * x[0],
    'zip': lambda x: sum(a * b for a, b in zip(x, x)),
    'enumerate': lambda x: sum(i * v for i, v in enumerate(x)),
    'map': lambda x: sum(map(lambda v: v * v, x)),
    'divmod': lambda x: divmod(x[0], 0.3)[1],
    'reversed': lambda x: sum(v * (i + 1) for i, v in enumerate(reversed(x))),
    'list': lambda x: list(x)[1] * 2.0,
    'tuple': lambda x: tuple(x)[1] * 2.0,
    'append': lambda x: (lambda l: (l.append(x[0] * 2), l[0])[1])([]),
    'dict': lambda x: {'a': x[0]}['a'] * 2.0,
    'dictget': lambda x: {'a': x[0]}.get('a') * 2.0,
    'isinstance': lambda x: x[0] * 2.0 if isinstance(x[0], float) else x[0] * 5.0,
    'complex': lambda x: abs(complex(1.0, 2.0)) * x[0],
    'np.max': lambda x: np.max(x) * 2,
    'np.sum': lambda x: np.sum(x),
    'x.sum': lambda x: x.sum(),
    'x.mean': lambda x: x.mean(),
    'x.max': lambda x: x.max(),
    'np.array': lambda x: np.sum(np.array([x[0], x[1] * 2]) ** 2),
    'x.reshape': lambda x: x.reshape(1, -1).sum(),
    'x.T': lambda x: (x.T * x).sum(),
    'x.dot': lambda x: x.dot(x),
    'x.copy': lambda x: x.copy().sum(),
    'x.tolist': lambda x: x.tolist()[0] * 3.0,
    'x.item': lambda x: x.item(1) * 3.0,
    'x.cumsum': lambda x: x.cumsum()[-1],
    'x.prod': lambda x: x.prod(),
    'x.std': lambda x: x.std(),
    'np.where': lambda x: np.where(x > 0, x, 2 * x).sum(),
    'np.clip': lambda x: np.clip(x, -0.5, 0.5).sum(),
    'np.append': lambda x: np.append(x, 1.0).sum(),
    'np.zeros_like': lambda x: (np.zeros_like(x) + x).sum(),
    'any': lambda x: x[0] if any(v > 0 for v in x) else x[1],
    'fsum': lambda x: math.fsum(x),
    'math.exp': lambda x: math.exp(x[0]),
    'math.sqrt': lambda x: math.sqrt(x[0]),
    'math.pow': lambda x: math.pow(x[0], 2.0),
    'math.hypot': lambda x: math.hypot(x[0], x[1]),
    'reduce': lambda x: functools.reduce(lambda a, b: a * b, x),
    'accumulate': lambda x: list(itertools.accumulate(x))[-1],
    'operator.mul': lambda x: operator.mul(x[0], x[1]),
    'slice': lambda x: x[::2].sum(),
    'str': lambda x: x[0] * (str(x[0])[0] == '0'),
    'f-string': lambda x: x[0] * len(f'{x[0]:.3f}'),
    'bool': lambda x: x[0] if x[0] else x[1],
    'comparison': lambda x: x[0] if 0 < x[0] < 1 else x[1],
    'hash': lambda x: {x[0]: x[1]}[x[0]],
    'int': lambda x: int(x[0] * 13) * x[1],
    '//': lambda x: (x[0] // 0.2) * x[1],
    '%': lambda x: x[0] % 0.4,
    '-': lambda x: -x[0],
    '**': lambda x: x[0] ** x[1],
    'r**': lambda x: 2.0 ** x[0],
    'add.reduce': lambda x: np.sum(np.sin(np.add.reduce(np.outer(x, x)))),
    'multiply.reduce': lambda x: np.multiply.reduce(x) * 2.0,
    'maximum.reduce': lambda x: np.maximum.reduce(x) ** 2,
    'hypot.reduce': lambda x: np.hypot.reduce(x),
    'logaddexp.reduce': lambda x: np.sum(np.logaddexp.reduce(np.outer(x, x), axis=1)),
    'add.accumulate': lambda x: np.sum(np.sin(np.add.accumulate(x))),
    'minimum.accumulate': lambda x: np.sum(np.sin(np.minimum.accumulate(x))),
    'multiply.outer': lambda x: np.sum(np.sin(np.multiply.outer(x, x[:2]))),
    'subtract.outer': lambda x: np.sum(np.subtract.outer(x, 2.0) ** 2),
    'add.reduceat': lambda x: np.sum(np.add.reduceat(x, [0, 1]) ** 2),
    'add.at': lambda x: added_at(x),
    'multiply.at': lambda x: multiplied_at(x),
    'bincount': lambda x: np.sum(np.bincount([0, 1, 1], weights=x) ** 2),
    'unique': lambda x: np.sum(np.unique(np.concatenate([x, x])) ** 2),
    'union1d': lambda x: np.sum(np.union1d(x, x[:1]) ** 2),
    'setdiff1d': lambda x: np.sum(np.setdiff1d(x, np.array([9.0])) ** 2),
    'arange': lambda x: np.sum(np.arange(x[0], x[0] + 2.5) ** 2),
    'complex': lambda x: abs(complex(x[0], x[1])),
    'list operands': lambda x: np.sum((x + [1, 2, 3]) * (4, 5, 6) - [1, 2, 3] / x + [2, 3, 4] @ x),
    'dot list': lambda x: x.dot([1, 2, 3]),
    'sum where': lambda x: np.sum(x * x, where=[True, False, True]),
    'mean where': lambda x: np.mean(x * x, where=np.array([True, False, True])),
    'prod where': lambda x: np.prod(x, where=np.array([True, False, True]), initial=3.0),
    'var where': lambda x: np.var(x, where=np.array([True, False, True])),
    'std mean': lambda x: np.std(x, mean=np.array([0.1])),
    'nansum initial': lambda x: np.nansum(x * x, initial=3.0),
    'nanvar correction': lambda x: np.nanvar(x, correction=1),
    'array ndmin': lambda x: np.sum(np.array(x, ndmin=3)[0] ** 2),
    'asarray writes': lambda x: written(x, np.asarray),
    'ravel copies': lambda x: written(x, lambda v: v[::-1].ravel()),
    'copy.copy': lambda x: np.sum(copy.copy(x) ** 2) + np.sum(copy.deepcopy(x)),
    'imag': lambda x: np.sum(x.imag) + np.sum(x.conj() * np.imag(x)) + x[0],
    'float64': lambda x: np.float64(x[0]) * 2.0,
    'checkpoint': lambda x: checkpoint(lambda pair: pair[0] * pair[1]['a'])((x[0], {'a': x[1]})),
    'sum of a number': lambda x: np.sum(x[0], axis=-1) * 2.0,
    'insert': lambda x: np.sum(np.insert(x, 1, x[2]) ** 2),
}

place = np.array([0.7, 0.3, 0.2])
wrong = 0
for name, f in CALLS.items():
    try:
        slope = grad(f)(place)
    except Exception as error:
        wrong += 1
        print(f'{name}: {type(error).__name__}: {error}')
        continue
    steps = [(float(f(place + 1e-6 * e)) - float(f(place - 1e-6 * e))) / 2e-6 for e in np.eye(3)]
    if np.max(np.abs(slope - steps)) > 1e-5:
        wrong += 1
        print(f'{name}: {slope} where {np.array(steps)} was expected')
print(f'{len(CALLS)} calls, {wrong} wrong')
