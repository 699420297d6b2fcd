"""What makes a masked array of data."""

from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.masks import nomask as _nomask

__name__ = 'numpy.ma'


def array(data, dtype=None, copy=False, order=None, mask=_nomask, fill_value=None, keep_mask=True, hard_mask=False,
          shrink=True, subok=True, ndmin=0):
    """A masked array of data and a mask.

    >>> np.ma.array([1, 2, 3], mask=[0, 1, 0])
    masked_array(data=[1, --, 3],
                 mask=[False,  True, False],
           fill_value=999999)
    """
    return _MaskedArray(data, mask=mask, dtype=dtype, copy=copy, subok=subok, keep_mask=keep_mask, hard_mask=hard_mask,
                       fill_value=fill_value, ndmin=ndmin, shrink=shrink, order=order)


def asarray(a, dtype=None, order=None):
    """The data as a masked array."""
    return _MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=False, order=order)


def asanyarray(a, dtype=None, order=None):
    """The same; arrays of classes that extend `MaskedArray` stay what they are."""
    if isinstance(a, _MaskedArray) and (dtype is None or dtype == a.dtype) and (
            order in (None, 'A', 'K') or order == 'C' and a.flags.c_contiguous
            or order == 'F' and a.flags.f_contiguous):
        return a
    return _MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=True, order=order)


def isMaskedArray(x):
    """Whether something is a masked array.

    >>> np.ma.isMaskedArray(np.ma.array([1]))
    True
    """
    return isinstance(x, _MaskedArray)


isarray = isMaskedArray
isMA = isMaskedArray
