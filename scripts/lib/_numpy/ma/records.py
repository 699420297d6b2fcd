"""Records of masked arrays, whose fields are masked each for itself."""

import numpy as np
from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.masks import getdata as _getdata, getmask as _getmask, make_mask_descr as _make_mask_descr
from _numpy.ma.masks import make_mask_none as _make_mask_none, masked_print_option as _print_option, nomask as _nomask

__name__ = 'numpy.ma'


class mvoid(_MaskedArray):
    """A record of a masked array."""

    def __new__(cls, data, mask=_nomask, dtype=None, fill_value=None, hardmask=False, copy=False, subok=True):
        values = np.array(data, copy=copy or None, dtype=dtype)
        result = values.view(cls)
        result._hardmask = hardmask
        if mask is not _nomask:
            result._mask = mask if isinstance(mask, np.void) else np.array(mask, dtype=_make_mask_descr(values.dtype))
        else:
            result._mask = _make_mask_none((), values.dtype)
        if fill_value is not None:
            result.fill_value = fill_value
        return result

    def __getitem__(self, index):
        mask = self._mask
        value = self._data[()][index]
        if isinstance(value, np.ndarray):
            return np.ma.array(value, mask=mask[index])
        if mask is not _nomask and np.all(mask[index]) and not isinstance(value, np.void):
            return np.ma.masked
        return value

    def __setitem__(self, index, value):
        self._data[index] = _getdata(value)
        self._mask[index] = value is np.ma.masked or _getmask(value)

    def __str__(self):
        parts = []
        for name in self.dtype.names:
            value = self[name]
            parts.append(str(_print_option) if value is np.ma.masked else repr(value) if isinstance(value, str)
                         else str(value))
        return '(' + ', '.join(parts) + (',)' if len(parts) == 1 else ')')

    __repr__ = __str__

    def __iter__(self):
        for name in self.dtype.names:
            yield self[name]

    def __len__(self):
        return len(self.dtype.names)

    def filled(self, fill_value=None):
        return np.ma.array(self._data.reshape(1), mask=np.asarray(self._mask).reshape(1)).filled(fill_value)[0]

    def tolist(self):
        return tuple([None if self[name] is np.ma.masked else self._data[()][name].item()
                      if isinstance(self._data[()][name], np.generic) else self._data[()][name]
                      for name in self.dtype.names])
