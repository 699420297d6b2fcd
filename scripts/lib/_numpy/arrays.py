"""The elements of an array one after the other."""

import numpy as np

__name__ = 'numpy'


class flatiter:
    """An iterator over an array's elements in C order, which can be indexed and assigned to."""

    def __init__(self, array):
        self._array = array
        self.index = 0

    @property
    def base(self):
        return self._array

    @property
    def coords(self):
        if self._array.ndim == 0:
            return ()
        return tuple(int(one) for one in np.unravel_index(min(self.index, self._array.size - 1), self._array.shape))

    def copy(self):
        """A copy of the elements along one axis."""
        return self._array.flatten()

    def __array__(self, dtype=None, copy=None):
        flat = self._array.reshape(-1)
        return flat if dtype is None else flat.astype(dtype)

    def __len__(self):
        return self._array.size

    def __iter__(self):
        self.index = 0
        return self

    def __next__(self):
        if self.index >= self._array.size:
            raise StopIteration
        self.index += 1
        return self._array.reshape(-1)[self.index - 1] if self._array.ndim < 2 else self._array[np.unravel_index(self.index - 1, self._array.shape)]

    def __getitem__(self, key):
        if isinstance(key, tuple) and len(key) != 1 and key is not Ellipsis:
            raise IndexError('unsupported iterator index')
        result = self._array.reshape(-1)[key]
        return result.copy() if isinstance(result, np.ndarray) else result

    def __setitem__(self, key, value):
        places = np.arange(self._array.size)[key]
        try:
            np.put(self._array, places, value)
        except (TypeError, OverflowError):
            if np.ndim(key) == 0 and not isinstance(key, slice):
                raise ValueError('Error setting single item of array.') from None
            raise

    def __eq__(self, other):
        return self.copy() == other

    def __ne__(self, other):
        return self.copy() != other

    def __lt__(self, other):
        return self.copy() < other

    def __le__(self, other):
        return self.copy() <= other

    def __gt__(self, other):
        return self.copy() > other

    def __ge__(self, other):
        return self.copy() >= other
