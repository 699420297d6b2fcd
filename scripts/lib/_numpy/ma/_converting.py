"""Masked arrays as lists, bytes and records, copied and pickled."""

import numpy as np
from _numpy.ma.masks import getmaskarray as _getmaskarray, make_mask_descr as _make_mask_descr, nomask as _nomask


class Converting:
    """The methods that give the elements in another form."""

    def tolist(self, fill_value=None):
        """The elements as nested lists, None in place of the masked ones."""
        mask = self._mask
        if mask is _nomask:
            return self._data.tolist()
        if fill_value is not None:
            return self.filled(fill_value).tolist()
        if self.dtype.names is not None:
            parts = self._data.astype([(name, 'O') for name in self.dtype.names])
            for name in self.dtype.names:
                parts[name][mask[name]] = None
            return parts.tolist()
        result = self._data.astype(object)
        result[mask] = None
        return result.tolist()

    def tobytes(self, fill_value=None, order='C'):
        """The bytes of the elements, masked ones filled."""
        return self.filled(fill_value).tobytes(order=order)

    def tofile(self, fid, sep='', format='%s'):
        raise NotImplementedError('MaskedArray.tofile() not implemented yet.')

    def toflex(self):
        """The elements and their mask as the fields `_data` and `_mask`."""
        kind = self.dtype
        result = np.ndarray(self.shape, dtype=[('_data', kind), ('_mask', _make_mask_descr(kind))])
        result['_data'] = self._data
        result['_mask'] = self._mask
        return result

    torecords = toflex

    def __reduce__(self):
        return (np.ma.array, (self._data, None, False, None, _getmaskarray(self), self._fill_value))

    def __deepcopy__(self, memo=None):
        result = type(self)(self._data.copy(), mask=self._mask if self._mask is _nomask else self._mask.copy(),
                            fill_value=self._fill_value, hard_mask=self._hardmask)
        return result
