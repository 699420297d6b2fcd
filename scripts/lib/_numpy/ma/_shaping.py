"""Masked arrays in other shapes, orders and types: elements and mask move together."""

import numpy as np
from _numpy.ma.iteration import MaskedIterator as _MaskedIterator
from _numpy.ma.masks import (
    _check_fill_value, getdata as _getdata, getmask as _getmask, getmaskarray as _getmaskarray, make_mask as _make_mask,
    make_mask_descr as _make_mask_descr, nomask as _nomask)


class Shaping:
    """The methods that rearrange, pick or convert elements."""

    def put(self, indices, values, mode='raise'):
        """Writes values at places of the flat array."""
        if self._hardmask and self._mask is not _nomask:
            hidden = self._mask.ravel()[indices]
            indices = np.array(indices, copy=None)
            values = np.array(values, copy=None, subok=True)
            values.resize(indices.shape) if values.size != indices.size else None
            indices, values = indices[~hidden], values[~hidden]
        self._data.put(indices, _getdata(values), mode=mode)
        if self._mask is _nomask and _getmask(values) is _nomask:
            return
        mask = _getmaskarray(self).copy() if self._mask is _nomask else self._mask
        mask.put(indices, _getmask(values) if _getmask(values) is not _nomask else False, mode=mode)
        self._mask = _make_mask(mask, copy=False, shrink=True)

    def ravel(self, order='C'):
        """The elements in one row."""
        if order in ('K', 'k', 'A', 'a'):
            # Elements and mask may lie in memory each in its own way.
            order = 'F' if self._data.flags.fnc else 'C'
        result = self._data.ravel(order).view(self._kind)
        result._update_from(self)
        result._mask = self._mask if self._mask is _nomask else self._mask.ravel(order).reshape(result.shape)
        return result

    def reshape(self, *shape, order='C'):
        """The same elements in another shape."""
        result = self._data.reshape(*shape, order=order).view(self._kind)
        result._update_from(self)
        result._mask = self._mask if self._mask is _nomask else self._mask.reshape(*shape, order=order)
        return result

    def resize(self, newshape, refcheck=True, order=False):
        raise ValueError('A masked array does not own its data and therefore cannot be resized.\n'
                         'Use the numpy.ma.resize function instead.')

    def ids(self):
        """The addresses of the elements and of the mask."""
        if self._mask is _nomask:
            return self.ctypes.data, id(_nomask)
        return self.ctypes.data, self._mask.ctypes.data

    def iscontiguous(self):
        return self.flags['CONTIGUOUS']

    def round(self, decimals=0, out=None):
        """The rounded elements."""
        result = self._data.round(decimals=decimals)
        if getattr(result, 'ndim', 0):
            result = result.view(self._kind)
            result._mask = self._mask
            result._update_from(self)
        elif self._mask is not _nomask and np.all(self._mask):
            result = np.ma.masked
        if out is None:
            return result
        if isinstance(out, np.ma.MaskedArray):
            out.__setmask__(self._mask)
        np.asarray(out)[...] = _getdata(result)
        return out

    def dot(self, b, out=None, strict=False):
        return np.ma.dot(self, b, out=out, strict=strict)

    def take(self, indices, axis=None, out=None, mode='raise'):
        """The elements at indices along an axis; masked where an index is."""
        hidden = _getmask(indices)
        if hidden is not _nomask:
            indices = indices.filled(0)
        result = self._data.take(indices, axis=axis, mode=mode)
        mask = self._mask
        if mask is not _nomask:
            mask = mask.take(indices, axis=axis, mode=mode)
            if hidden is not _nomask:
                mask = mask | hidden
        else:
            mask = hidden
        if not isinstance(result, np.ndarray):
            return np.ma.masked if mask is not _nomask and np.all(mask) else result
        if out is not None:
            out[...] = result
            if isinstance(out, np.ma.MaskedArray):
                out.__setmask__(mask)
            return out
        result = result.view(self._kind)
        result._update_from(self)
        result._mask = mask
        return result

    def astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True):
        """The elements as another type."""
        result = self._data.astype(dtype, order, casting, True, copy).view(self._kind)
        result._update_from(self)
        if self._fill_value is not None and result.dtype != self.dtype:
            result._fill_value = None
            if result.dtype.names is None and self.dtype.names is None:
                try:
                    result._fill_value = _check_fill_value(self._fill_value[()], result.dtype)
                except (TypeError, ValueError):
                    result._fill_value = None
        result._mask = _nomask if self._mask is _nomask else (
            self._mask.copy() if result.dtype.names is None or self._mask.dtype.names is None
            else self._mask.astype(_make_mask_descr(result.dtype)))
        return result

    @property
    def T(self):
        return self.transpose()

    @property
    def mT(self):
        return self.swapaxes(-1, -2)

    @property
    def real(self):
        return self._part(self._data.real)

    @property
    def imag(self):
        return self._part(self._data.imag)

    def _part(self, values):
        result = values.view(self._kind)
        result._update_from(self)
        result._fill_value = None
        result._mask = self._mask
        return result

    def get_real(self):
        return self.real

    def get_imag(self):
        return self.imag

    @property
    def flat(self):
        return _MaskedIterator(self)

    @flat.setter
    def flat(self, value):
        self.ravel()[:] = value


def _moved(name):
    def method(self, *args, **kwargs):
        result = getattr(self._data, name)(*args, **kwargs).view(self._kind)
        result._update_from(self)
        mask = self._mask
        result._mask = mask if mask is _nomask else getattr(mask, name)(*args, **kwargs)
        return result

    method.__name__ = name
    return method


for _name in ('copy', 'transpose', 'swapaxes', 'diagonal', 'flatten', 'repeat', 'squeeze'):
    setattr(Shaping, _name, _moved(_name))


def _trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum along a diagonal."""
    if self._mask is _nomask:
        return self._data.trace(offset=offset, axis1=axis1, axis2=axis2, dtype=dtype)
    diagonal = self.diagonal(offset=offset, axis1=axis1, axis2=axis2)
    return diagonal.astype(float if dtype is None else dtype).filled(0).sum(axis=-1)


Shaping.trace = _trace
