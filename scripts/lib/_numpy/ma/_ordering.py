"""Sorting and searching in masked arrays."""

import warnings

import numpy as np
from _numpy.ma.masks import getmaskarray, maximum_fill_value, minimum_fill_value, nomask

_no_value = np._NoValue


def _masked():
    return np.ma.masked


class Ordering:
    """Sorting and searching."""

    def argsort(self, axis=_no_value, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        """The places of the elements in order, the masked ones last."""
        if axis is _no_value:
            axis = -1
            if self.ndim > 1:
                warnings.warn('In the future the default for argsort will be axis=-1, not the current None, to match '
                              'its documentation and np.argsort. Explicitly pass -1 or None to silence this warning.',
                              np.ma.MaskedArrayFutureWarning, stacklevel=2)
                axis = None
        return np.asarray(self._sortable(endwith, fill_value)).argsort(axis=axis, kind=kind, order=order)

    def _sortable(self, endwith, fill_value):
        if fill_value is None:
            if not endwith:
                fill_value = maximum_fill_value(self)
            elif self.dtype.kind == 'f':
                fill_value = np.nan
            elif self.dtype.kind in 'SU':
                fill_value = None
            else:
                fill_value = minimum_fill_value(self)
        return self.filled(fill_value)

    def argmin(self, axis=None, fill_value=None, out=None, *, keepdims=_no_value):
        """The place of the least element."""
        if fill_value is None:
            fill_value = minimum_fill_value(self)
        kwargs = {} if keepdims is _no_value else {'keepdims': bool(keepdims)}
        return np.asarray(self.filled(fill_value)).argmin(axis, out=out, **kwargs)

    def argmax(self, axis=None, fill_value=None, out=None, *, keepdims=_no_value):
        """The place of the greatest element."""
        if fill_value is None:
            fill_value = maximum_fill_value(self)
        kwargs = {} if keepdims is _no_value else {'keepdims': bool(keepdims)}
        return np.asarray(self.filled(fill_value)).argmax(axis, out=out, **kwargs)

    def sort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        """Sorts the elements in place, the masked ones last."""
        if self._mask is nomask:
            self._data.sort(axis=axis, kind=kind, order=order)
            return
        if self is _masked():
            return
        if axis is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        values = np.asarray(self._sortable(endwith, fill_value))
        mask = getmaskarray(self)
        if fill_value is None and endwith and self.dtype.names is None:
            # Among equal ones the masked come last.
            places = np.lexsort((values, mask), axis=axis)
        else:
            places = values.argsort(axis=axis, kind=kind or 'stable', order=order)
        self._data[...] = np.take_along_axis(self._data, places, axis)
        self._mask[...] = np.take_along_axis(mask, places, axis)

    def partition(self, *args, **kwargs):
        warnings.warn(f"Warning: 'partition' will ignore the 'mask' of the {type(self).__name__}.", stacklevel=2)
        self._data.partition(*args, **kwargs)

    def argpartition(self, *args, **kwargs):
        warnings.warn(f"Warning: 'argpartition' will ignore the 'mask' of the {type(self).__name__}.", stacklevel=2)
        return self._data.argpartition(*args, **kwargs)

    def searchsorted(self, *args, **kwargs):
        return self._data.searchsorted(*args, **kwargs)

    def nonzero(self):
        """The places of the elements that are neither masked nor zero."""
        return np.asarray(self.filled(0)).nonzero()
