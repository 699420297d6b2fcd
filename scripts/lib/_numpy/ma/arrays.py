"""`MaskedArray`."""

import numpy as np
from _numpy.ma._converting import Converting as _Converting
from _numpy.ma._masking import Masking as _Masking
from _numpy.ma._operators import Operating as _Operating
from _numpy.ma._ordering import Ordering as _Ordering
from _numpy.ma._printing import Printing as _Printing
from _numpy.ma._shaping import Shaping as _Shaping
from _numpy.ma._summing import Summing as _Summing
from _numpy.ma.masks import MaskError as _MaskError, MaskType as _MaskType, _check_fill_value, nomask as _nomask
from _numpy.ma.masks import getmask as _getmask, getmaskarray as _getmaskarray, make_mask as _make_mask
from _numpy.ma.masks import getdata as _getdata, make_mask_descr as _make_mask_descr, mask_or as _mask_or
from _numpy.ma.masks import make_mask_none as _make_mask_none

__name__ = 'numpy.ma'


class MaskedArrayFutureWarning(FutureWarning):
    """What will change in masked arrays."""


class MaskedArray(_Summing, _Ordering, _Operating, _Printing, _Masking, _Shaping, _Converting, np.ndarray):
    """An array some of whose elements count as missing."""

    __array_priority__ = 15
    _defaultmask = _nomask
    _defaulthardmask = False
    _baseclass = np.ndarray

    def __new__(cls, data=None, mask=_nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None,
                keep_mask=True, hard_mask=None, shrink=True, order=None):
        values = np.array(_plain(data), dtype=dtype, copy=copy or None, order=order or 'K', ndmin=ndmin)
        is_masked = isinstance(data, MaskedArray)
        result = values.view(data._kind if isinstance(data, cls) and subok else cls)
        if is_masked:
            result._update_from(data)
            own = data._mask
            if own is not _nomask:
                if dtype is not None and own.dtype != _make_mask_descr(values.dtype):
                    own = _getmaskarray(np.ma.array(values)) if own.dtype.names is None else own
                own = own if own.shape == values.shape else own.reshape(values.shape)
            object.__setattr__(result, '_mask', own)
            result._baseclass = data._baseclass
        else:
            result._baseclass = type(data) if isinstance(data, np.ndarray) else np.ndarray
        if mask is not _nomask:
            result._take_mask(mask, _make_mask_descr(values.dtype), copy, keep_mask)
        elif not keep_mask:
            result._mask = _nomask if shrink else _make_mask_none(values.shape, values.dtype)
        elif isinstance(data, (tuple, list)):
            result._take_items(_masks_within(data, values), shrink)
        else:
            result._keep_mask(data, copy, shrink)
        if fill_value is None:
            fill_value = getattr(data, '_fill_value', None)
        if fill_value is not None:
            result._fill_value = _check_fill_value(fill_value, values.dtype)
        result._hardmask = getattr(data, '_hardmask', False) if hard_mask is None else hard_mask
        return result

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def __array_finalize__(self, obj):
        """Takes over what `obj` has besides its elements."""
        mask = _nomask
        if isinstance(obj, np.ndarray):
            self._update_from(obj)
            mask = _getmask(obj)
            if mask is not _nomask and mask.shape != self.shape:
                mask = mask.reshape(self.shape) if mask.size == self.size else _nomask
            elif mask is not _nomask and not np.may_share_memory(np.asarray(self), np.asarray(obj)):
                mask = mask.copy()
        else:
            self._update_from(None)
        if mask is _nomask and self.dtype.names is not None:
            mask = _make_mask_none(self.shape, self.dtype)
        object.__setattr__(self, '_mask', mask)
        if self._fill_value is not None and self._fill_value.dtype != self.dtype and self.dtype.names is not None:
            self._fill_value = None

    @property
    def _kind(self):
        """The class of what is computed of this array."""
        return MaskedArray if self is np.ma.masked else type(self)

    def _update_from(self, obj):
        kind = type(obj) if isinstance(obj, np.ndarray) else np.ndarray
        set_ = object.__setattr__
        set_(self, '_fill_value', getattr(obj, '_fill_value', None))
        set_(self, '_hardmask', getattr(obj, '_hardmask', False))
        set_(self, '_sharedmask', getattr(obj, '_sharedmask', False))
        set_(self, '_isfield', getattr(obj, '_isfield', False))
        set_(self, '_baseclass', getattr(obj, '_baseclass', kind))
        info = {}
        info.update(getattr(obj, '_optinfo', {}))
        info.update(getattr(obj, '_basedict', {}))
        set_(self, '_optinfo', info)

    def __array_wrap__(self, obj, context=None, return_scalar=False):
        """A ufunc's result, masked where an operand is or where the function has no value."""
        if obj is self:
            result = obj
        else:
            result = np.asarray(obj).view(self._kind)
            result._update_from(self)
        if context is None:
            return result
        function, arguments, place = context
        inputs = arguments[:function.nin]
        mask = _nomask
        for item in inputs:
            mask = _mask_or(mask, _getmaskarray(item)) if mask is not _nomask else _make_mask(_getmaskarray(item))
        from _numpy.ma.operations import _domains, _fillers
        domain = _domains.get(function)
        if domain is not None:
            with np.errstate(divide='ignore', invalid='ignore'):
                bad = np.asarray(np.ma.filled(domain(*[_getdata(item) for item in inputs]), True))
            if bad.any():
                np.copyto(result._data, np.asarray(_fillers.get(function, 0)), where=bad, casting='unsafe')
                mask = bad if mask is _nomask else mask | bad
        if result is not self and result.shape == () and mask is not _nomask and np.all(mask):
            return np.ma.masked
        if mask is not _nomask and mask.shape != result.shape:
            mask = np.broadcast_to(mask, result.shape).copy()
        result._mask = mask
        result._sharedmask = False
        return result

    def view(self, dtype=None, type=None, fill_value=None):
        """A view of the same memory."""
        if dtype is None:
            result = np.ndarray.view(self) if type is None else np.ndarray.view(self, type)
        elif type is None:
            try:
                is_class = issubclass(dtype, np.ndarray)
            except TypeError:
                is_class = False
            result = np.ndarray.view(self, dtype)
            if is_class:
                dtype = None
        else:
            result = np.ndarray.view(self, dtype, type)
        if isinstance(result, MaskedArray):
            if result._mask is not _nomask:
                result._mask = _getmaskarray(result).view() if result.dtype == self.dtype else (
                    _make_mask_none(result.shape, result.dtype) if result._mask.shape != result.shape
                    or result.dtype.names is not None else result._mask.view())
            if getattr(result, '_fill_value', None) is not None:
                if fill_value is None:
                    if dtype is not None:
                        result._fill_value = None
                else:
                    result.fill_value = fill_value
        return result

    def __getitem__(self, index):
        """Elements, or a masked array of them."""
        values = self._data[index]
        mask = self._mask
        hidden = mask if mask is _nomask else mask[index]
        if isinstance(values, np.void) and values.dtype.names is not None:
            return np.ma.mvoid(values, mask=hidden, hardmask=self._hardmask)
        if not isinstance(values, np.ndarray):
            if hidden is not _nomask and hidden is not None and np.all(hidden) and mask.ndim == self.ndim:
                return np.ma.masked
            return values
        if self.dtype.type is np.object_ and not _is_view_index(index, self.ndim):
            return np.ma.masked if hidden is not _nomask and np.all(hidden) else values
        result = values.view(self._kind)
        result._update_from(self)
        if isinstance(index, str) or isinstance(index, list) and index and isinstance(index[0], str):
            if self._fill_value is not None:
                result._fill_value = np.array(self._fill_value[index]) if isinstance(index, str) else None
            result._isfield = True
        if hidden is not _nomask:
            result._mask = hidden if hidden.shape == result.shape else np.reshape(hidden, result.shape)
            result._sharedmask = True
        else:
            result._mask = _nomask
        return result

    def __setitem__(self, index, value):
        """Elements anew; `masked` masks them."""
        if self is np.ma.masked:
            raise _MaskError('Cannot alter the masked element.')
        data, mask = self._data, self._mask
        if isinstance(index, str):
            data[index] = _getdata(value) if value is not np.ma.masked else data[index]
            if mask is _nomask:
                self._mask = mask = _make_mask_none(self.shape, self.dtype)
            mask[index] = True if value is np.ma.masked else _getmask(value)
            return
        if value is np.ma.masked:
            if mask is _nomask:
                mask = self._mask = _make_mask_none(self.shape, self.dtype)
            mask[index] = True if mask.dtype.names is None else tuple([True] * len(self.dtype.names))
            return
        values = getattr(value, '_data', value)
        hidden = _getmask(value)
        if self.dtype.names is not None and hidden is _nomask:
            hidden = tuple([False] * len(self.dtype.names))
            if isinstance(value, tuple):
                values = tuple([_filler(self.dtype[i]) if item is np.ma.masked else item
                                for i, item in enumerate(value)])
                hidden = tuple([item is np.ma.masked for item in value])
        elif isinstance(value, (list, tuple)):
            found = _masks_within(value, np.asarray(_plain(value)))
            values = _plain(value)
            hidden = _nomask if found is None else found
        if mask is _nomask:
            data[index] = values
            if hidden is not _nomask:
                mask = self._mask = _make_mask_none(self.shape, self.dtype)
                mask[index] = hidden
        elif not self._hardmask:
            if isinstance(index, MaskedArray) and not isinstance(value, MaskedArray):
                # What the index hides is written as well, and nothing unmasked.
                data[index._data] = values
            else:
                data[index] = values
                mask[index] = hidden
        elif hasattr(index, 'dtype') and index.dtype == _MaskType:
            data[np.asarray(index) * ~mask] = values
        else:
            old = mask[index]
            part = data[index]
            both = old | hidden
            if getattr(part, 'ndim', 0):
                np.copyto(part, values, where=~np.asarray(both))
                data[index] = part
            elif not both:
                data[index] = values
            mask[index] = both

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name == 'dtype' and self._mask is not _nomask:
            self._mask = self._mask.view(_make_mask_descr(value), np.ndarray)
        elif name == 'shape' and self._mask is not _nomask and self._mask.shape != self.shape:
            object.__setattr__(self, '_mask', self._mask.reshape(self.shape))

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError('iteration over a 0-d array')
        for index in range(len(self)):
            yield self[index]

    @property
    def _data(self):
        return np.asarray(self)

    @property
    def data(self):
        """The elements, masked or not."""
        return np.asarray(self)

    @property
    def baseclass(self):
        """The class of the array that is masked."""
        return self._baseclass


def _is_view_index(index, ndim):
    if not isinstance(index, tuple):
        index = (index,)
    whole = sum(1 for item in index if isinstance(item, (int, np.integer)) and not isinstance(item, (bool, np.bool_)))
    return whole < ndim or any(item is Ellipsis or item is None for item in index)


def _filler(dtype):
    return np.zeros((), dtype)[()]


def _plain(data):
    """Data without masked arrays inside."""
    if isinstance(data, np.ndarray):
        return np.asarray(data)
    if isinstance(data, (list, tuple)) and any(isinstance(item, (MaskedArray, list, tuple)) for item in data):
        return type(data)([_plain(item) for item in data])
    return data


def _masks_within(data, values):
    """The mask of a list with masked arrays inside; None where there is nothing masked."""
    kind = _make_mask_descr(values.dtype)
    if kind != _MaskType or not _holds_masked(data):
        return None
    try:
        mask = np.array([_getmaskarray(np.ma.asanyarray(item)) for item in data], dtype=kind)
    except (ValueError, TypeError):
        return None
    return mask if mask.any() and mask.shape == values.shape else None


def _holds_masked(data):
    return any(isinstance(item, MaskedArray) or isinstance(item, (list, tuple)) and _holds_masked(item)
               for item in data)


masked_array = MaskedArray
