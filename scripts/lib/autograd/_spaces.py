"""The vector space that nested containers of numbers and arrays are points of."""

import numpy as np
import _autograd
from autograd.misc.flatten import flatten


class VSpace:
    """The space of the values that have a value's structure and shapes."""

    def __init__(self, value):
        flat, self._unflatten = _autograd.call_untraced(flatten, (value,), {})
        self._dtype = flat.dtype
        self._length = flat.size
        is_container = isinstance(value, (tuple, list, dict))
        self.shape = (self._length,) if is_container else np.shape(value)
        self.dtype = self._dtype
        self.iscomplex = self._dtype.kind == 'c'
        self._form = (type(value).__name__, self.shape, str(self._dtype))

    @property
    def size(self):
        """The number of real dimensions."""
        return self._length * (2 if self.iscomplex else 1)

    @property
    def ndim(self):
        return len(self.shape)

    def __eq__(self, other):
        return isinstance(other, VSpace) and self._form == other._form

    def __repr__(self):
        return f'VSpace({self._form[0]}, shape={self.shape}, dtype={self._form[2]})'

    def zeros(self):
        return self._unflatten(np.zeros(self._length, dtype=self._dtype))

    def ones(self):
        return self._unflatten(np.ones(self._length, dtype=self._dtype))

    def randn(self):
        numbers = np.random.randn(self._length)
        if self.iscomplex:
            numbers = numbers + 1j * np.random.randn(self._length)
        return self._unflatten(numbers.astype(self._dtype))

    def standard_basis(self):
        for unit in (1.0, 1j) if self.iscomplex else (1.0,):
            for place in range(self._length):
                vector = np.zeros(self._length, dtype=self._dtype)
                vector[place] = unit
                yield self._unflatten(vector)

    def add(self, x, y):
        return self._unflatten(flatten(x)[0] + flatten(y)[0])

    def scalar_mul(self, x, a):
        return self._unflatten(flatten(x)[0] * a)

    def inner_prod(self, x, y):
        return np.real(np.sum(np.conjugate(flatten(x)[0]) * flatten(y)[0]))

    def covector(self, x):
        return self._unflatten(np.conjugate(flatten(x)[0])) if self.iscomplex else x


def vspace(value):
    """The space that a value is a point of."""
    return VSpace(value)
