"""The methods of elementwise functions: folds, running results, tables of pairs, and what is added at places."""

import numpy as np
import _autograd
from autograd._rules._parts import _array, _cast, _deliver, _plain, _refuse, _to_front
from autograd._rules.running import cumprod, cumsum


def ufunc_reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
    a = _cast(_array(array), dtype)
    if a.ndim == 0:
        axis = None
    folds = {'add': np.sum, 'multiply': np.prod, 'maximum': np.max, 'minimum': np.min}
    fold = folds.get(self.__name__)
    if fold is not None:
        given = {} if initial is None else {'initial': initial}
        if where is not True:
            given['where'] = where
        return _deliver(fold(a, axis=axis, keepdims=bool(keepdims), **given), out)
    if where is not True:
        _refuse(f'{self.__name__}.reduce with where=')
    rows, kept, rest = _to_front(a, axis)
    if rows.shape[0] == 0:
        return _plain(self.reduce, a, axis)
    result = rows[0] if initial is None else self(initial, rows[0])
    for number in range(1, rows.shape[0]):
        result = self(result, rows[number])
    return _deliver(np.reshape(result, kept) if keepdims else result, out)


def ufunc_accumulate(self, array, axis=0, dtype=None, out=None):
    a = _cast(_array(array), dtype)
    if self.__name__ == 'add':
        return cumsum(a, axis, None, out)
    if self.__name__ == 'multiply':
        return cumprod(a, axis, None, out)
    rows = np.moveaxis(a, axis, 0)
    results = [rows[0]]
    for number in range(1, rows.shape[0]):
        results.append(self(results[-1], rows[number]))
    return _deliver(np.moveaxis(np.stack(results), 0, axis), out)


def ufunc_reduceat(self, array, indices, axis=0, dtype=None, out=None):
    rows = np.moveaxis(_cast(_array(array), dtype), axis, 0)
    places = [int(place) for place in np.asarray(indices).reshape(-1)]
    parts = []
    for place, end in zip(places, places[1:] + [rows.shape[0]]):
        parts.append(ufunc_reduce(self, rows[place:end]) if end > place else rows[place])
    return _deliver(np.moveaxis(np.stack(parts), 0, axis), out)


def ufunc_outer(self, A, B, **kwargs):
    a, b = _array(A), _array(B)
    return self(np.reshape(a, a.shape + (1,) * b.ndim), b, **kwargs)


def ufunc_at(self, a, indices, b=None):
    numbers = _plain(lambda: np.reshape(np.arange(a.size), a.shape)[indices])
    if self.__name__ in ('add', 'subtract'):
        def scattered():
            whole = np.zeros(a.size, np.result_type(a.dtype, np.asarray(b).dtype))
            np.add.at(whole, numbers, b)
            return np.reshape(whole, a.shape)

        change = _autograd.record(_plain(scattered), (b,), lambda g: (np.reshape(g, (-1,))[numbers],))
        a[...] = self(a, change)
        return
    values = () if b is None else (np.broadcast_to(_array(b), numbers.shape),)
    for place in np.ndindex(numbers.shape):
        key = np.unravel_index(int(numbers[place]), a.shape)
        a[key] = self(a[key], *(value[place] for value in values))


def bincount(x, weights=None, minlength=0):
    x = np.asarray(x)
    if weights is None:
        return _plain(np.bincount, x, None, minlength)
    return _autograd.record(_plain(np.bincount, x, weights, minlength), (weights,), lambda g: (g[x],))
