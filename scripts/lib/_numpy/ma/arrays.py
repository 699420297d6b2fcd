"""`MaskedArray`, and the functions that make one."""

import numpy as np
from _numpy.ma._methods import Operating as _Operating, Ordering as _Ordering, Summing as _Summing
from _numpy.ma.masks import MaskError as _MaskError, MaskType as _MaskType, _any, _check_fill_value, nomask as _nomask
from _numpy.ma.masks import getmask as _getmask, getmaskarray as _getmaskarray, make_mask as _make_mask
from _numpy.ma.masks import getdata as _getdata, make_mask_descr as _make_mask_descr, mask_or as _mask_or
from _numpy.ma.masks import make_mask_none as _make_mask_none, masked_print_option as _print_option

__name__ = 'numpy.ma'


class MaskedArrayFutureWarning(FutureWarning):
    """What will change in masked arrays."""


def _shown_parts(data, mask):
    """The elements as values that print, masked ones as two dashes."""
    if mask is _nomask or not _print_option.enabled():
        return data
    names = data.dtype.names
    if names is not None:
        result = np.empty(data.shape, dtype=[(name, 'O') for name in names])
        for name in names:
            result[name] = _shown_parts(data[name], mask[name])
        return result
    result = data.astype('O')
    result[mask] = _print_option
    return result


def _shortened(data, mask):
    """The same of a long array: only what is shown."""
    options = np.get_printoptions()
    if data.dtype.names is None and data.size > options['threshold']:
        edge = options['edgeitems']
        for axis in range(data.ndim):
            if data.shape[axis] > 2 * edge + 1:
                keep = np.r_[0:edge + 1, data.shape[axis] - edge:data.shape[axis]]
                data, mask = np.take(data, keep, axis), np.take(mask, keep, axis)
        return data, mask, 0
    return data, mask, options['threshold']


class MaskedArray(_Summing, _Ordering, _Operating, np.ndarray):
    """An array some of whose elements count as missing."""

    __array_priority__ = 15
    _defaultmask = _nomask
    _defaulthardmask = False
    _baseclass = np.ndarray

    def __new__(cls, data=None, mask=_nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None,
                keep_mask=True, hard_mask=None, shrink=True, order=None):
        values = np.array(_plain(data), dtype=dtype, copy=copy or None, order=order or 'K', ndmin=ndmin)
        base = getattr(data, '_baseclass', type(data) if isinstance(data, np.ndarray) else np.ndarray)
        isMasked = isinstance(data, MaskedArray)
        kind = type(data) if isinstance(data, cls) and subok and not isinstance(data, MaskedConstant) else cls
        result = values.view(kind)
        if isMasked:
            result._update_from(data)
            own = data._mask
            if own is not _nomask:
                if dtype is not None and own.dtype != _make_mask_descr(values.dtype):
                    own = _getmaskarray(np.ma.array(values)) if own.dtype.names is None else own
                own = own if own.shape == values.shape else own.reshape(values.shape)
            object.__setattr__(result, '_mask', own)
        result._baseclass = base if not isMasked else data._baseclass
        maskType = _make_mask_descr(values.dtype)
        if mask is _nomask:
            if not keep_mask:
                result._mask = _make_mask_none(values.shape, values.dtype) if not shrink else _nomask
                if not shrink and not isMasked:
                    result._mask = np.zeros(values.shape, maskType)
            elif isinstance(data, (tuple, list)):
                found = _masks_within(data, values, maskType)
                if found is not None:
                    result._mask = found
                elif not shrink:
                    result._mask = np.zeros(values.shape, maskType)
                result._sharedmask = False
            else:
                if result._mask is _nomask and not shrink:
                    result._mask = np.zeros(values.shape, maskType)
                result._sharedmask = not copy
                if copy and result._mask is not _nomask:
                    result._mask = result._mask.copy()
                    if isMasked and data._mask is not _nomask and data._mask.shape != data.shape:
                        data._mask.shape = data.shape
        else:
            result._take_mask(mask, maskType, copy, keep_mask)
        if fill_value is None:
            fill_value = getattr(data, '_fill_value', None)
        if fill_value is not None:
            result._fill_value = _check_fill_value(fill_value, values.dtype)
        result._hardmask = getattr(data, '_hardmask', False) if hard_mask is None else hard_mask
        return result

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def _take_mask(self, mask, kind, copy, keep_mask):
        """Takes over the mask that the constructor was given."""
        shape = self.shape
        if mask is None or mask is False and kind == _MaskType:
            mask = np.zeros(shape, dtype=kind)
        elif mask is True and kind == _MaskType:
            mask = np.ones(shape, dtype=kind)
        else:
            try:
                mask = np.array(mask, dtype=kind) if copy else np.asarray(mask, dtype=kind)
            except (TypeError, ValueError):
                mask = np.array([tuple([item] * len(kind.names)) for item in mask], dtype=kind)
            if mask.shape != shape:
                number, size = self.size, mask.size
                if size == 1:
                    mask = np.resize(mask, shape)
                elif size == number:
                    mask = np.reshape(mask, shape)
                else:
                    raise _MaskError(f'Mask and data not compatible: data size is {number}, mask size is {size}.')
                copy = True
        if self._mask is _nomask:
            self._mask = mask
            self._sharedmask = not copy
        elif not keep_mask:
            self._mask = mask
            self._sharedmask = not copy
        else:
            if kind.names is not None:
                self._mask = _mask_or(mask, self._mask, copy=True, shrink=False)
            else:
                self._mask = np.logical_or(mask, self._mask)
            self._sharedmask = False

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
            result = np.asarray(obj).view(type(self))
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
                isClass = issubclass(dtype, np.ndarray)
            except TypeError:
                isClass = False
            result = np.ndarray.view(self, dtype)
            if isClass:
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
        result = values.view(type(self))
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
            found = _masks_within(value, np.asarray(_plain(value)), _MaskType)
            values = _plain(value)
            hidden = _nomask if found is None else found
        if mask is _nomask:
            data[index] = values
            if hidden is not _nomask:
                mask = self._mask = _make_mask_none(self.shape, self.dtype)
                mask[index] = hidden
        elif not self._hardmask:
            if isinstance(index, MaskedArray) and index.dtype == np.bool_:
                index = np.asarray(index.filled(False))
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

    def __setmask__(self, mask, copy=False):
        """Sets the mask, in place where there is one."""
        kind = _make_mask_descr(self.dtype)
        current = self._mask
        if mask is np.ma.masked:
            mask = True
        if current is _nomask:
            if mask is _nomask or mask is None:
                return
            current = np.zeros(self.shape, kind)
        else:
            current = current if not self._sharedmask or current.flags.writeable else current.copy()
        if kind.names is None:
            given = np.asarray(False if mask is None or mask is _nomask else mask)
            if self._hardmask:
                current |= given.astype(bool)
            elif isinstance(mask, (int, float, np.bool_, np.number)):
                current[...] = mask
            else:
                if given.size == current.size and given.shape != current.shape:
                    given = given.reshape(current.shape)
                current[...] = given
        else:
            given = np.array(mask, copy=None)
            if not given.ndim and given.dtype.names is None:
                given = np.array(tuple([given.item()] * len(kind.names)), dtype=kind)
            elif given.dtype.names is None:
                try:
                    given = np.array(mask, copy=copy or None, dtype=kind)
                except (TypeError, ValueError):
                    given = np.array([tuple([item] * len(kind.names)) for item in mask], dtype=kind)
            if self._hardmask:
                for name in kind.names:
                    current[name] |= given[name]
            else:
                current[...] = given
        object.__setattr__(self, '_mask', current if current.shape == self.shape else current.reshape(self.shape))

    _set_mask = __setmask__

    @property
    def _data(self):
        return np.asarray(self)

    @property
    def data(self):
        """The elements, masked or not."""
        return np.asarray(self)

    @property
    def mask(self):
        """Which elements are masked."""
        mask = self._mask
        return mask if mask is _nomask else mask.view()

    @mask.setter
    def mask(self, value):
        self.__setmask__(value)

    @property
    def recordmask(self):
        """Which records are masked in all their fields."""
        mask = np.asarray(self._mask)
        if mask.dtype.names is None:
            return mask
        return np.all([mask[name] for name in mask.dtype.names], axis=0)

    @recordmask.setter
    def recordmask(self, mask):
        raise NotImplementedError('Coming soon: setting the mask per records!')

    @property
    def hardmask(self):
        """Whether assignments leave masked elements masked."""
        return self._hardmask

    @property
    def sharedmask(self):
        """Whether another array has the same mask."""
        return self._sharedmask

    @property
    def baseclass(self):
        """The class of the array that is masked."""
        return self._baseclass

    def harden_mask(self):
        """Assignments leave masked elements masked from now on."""
        self._hardmask = True
        return self

    def soften_mask(self):
        """Assignments unmask elements from now on."""
        self._hardmask = False
        return self

    def unshare_mask(self):
        """Gives the array a mask of its own."""
        if self._sharedmask:
            self._mask = self._mask.copy()
            self._sharedmask = False
        return self

    def shrink_mask(self):
        """Drops a mask that masks nothing."""
        if self._mask is not _nomask and not _any(self._mask):
            self._mask = _nomask
        return self

    @property
    def fill_value(self):
        """What masked elements are filled with."""
        if self._fill_value is None:
            self._fill_value = _check_fill_value(None, self.dtype)
        return self._fill_value[()]

    @fill_value.setter
    def fill_value(self, value=None):
        target = _check_fill_value(value, self.dtype)
        if not target.ndim == 0:
            target = target.reshape(())
        if self._fill_value is None:
            self._fill_value = target
        else:
            self._fill_value = np.array(target)

    def get_fill_value(self):
        return self.fill_value

    def set_fill_value(self, value=None):
        self.fill_value = value

    def filled(self, fill_value=None):
        """The elements, a value in place of the masked ones."""
        mask = self._mask
        if mask is _nomask:
            return self._data
        fill_value = self.fill_value if fill_value is None else _check_fill_value(fill_value, self.dtype)
        if self is np.ma.masked:
            return np.asanyarray(fill_value)
        result = self._data.copy('K')
        if mask.dtype.names is not None:
            _fill_fields(result, mask, np.asarray(fill_value))
        elif not mask.any():
            return self._data
        else:
            np.copyto(result, np.asarray(fill_value, dtype=result.dtype), where=mask)
        return result

    def compressed(self):
        """The elements that are not masked, in one row."""
        data = self._data.ravel()
        if self._mask is not _nomask:
            data = data[~self._mask.ravel()]
        return data

    def compress(self, condition, axis=None, out=None):
        """The elements where a condition is true."""
        condition = np.asarray(np.ma.filled(condition, False))
        result = self._data.compress(condition, axis=axis).view(type(self))
        result._update_from(self)
        result._mask = self._mask if self._mask is _nomask else self._mask.compress(condition, axis=axis)
        if out is not None:
            out[...] = result
            return out
        return result

    def __str__(self):
        if self._mask is _nomask:
            return str(self._data)
        if self.ndim == 0 and self.dtype.names is None:
            return str(_print_option) if self._mask else str(self._data)
        if self.size > np.get_printoptions()['threshold']:
            data, mask, limit = _shortened(self._data, self._mask)
            return np.array2string(_shown_parts(data, mask), threshold=limit)
        return str(_shown_parts(self._data, self._mask))

    def __repr__(self):
        name = 'array' if self._baseclass is np.ndarray else self._baseclass.__name__
        start = f'masked_{name}('
        dtype = self.dtype
        isImplied = dtype.names is None and dtype.name in ('int64', 'float64', 'complex128', 'bool') and dtype.isnative
        isNeeded = not isImplied or self.size == 0 or bool(np.all(self._mask)) and dtype.names is None
        keys = ['data', 'mask', 'fill_value'] + (['dtype'] if isNeeded else [])
        if all(length == 1 for length in self.shape[:-1]):
            indents = {key: ' ' * max(2, len(start) + 4 - len(key)) for key in keys}
            indents['data'] = start
            start = ''
        else:
            indents = {key: '  ' for key in keys}
            start += '\n'
        texts = {}
        data, mask, limit = self._data, self._mask, None
        if mask is not _nomask and self.size > np.get_printoptions()['threshold']:
            data, mask, limit = _shortened(data, mask)
        shown = data if mask is _nomask else _shown_parts(data, mask)
        if self.ndim == 0 and mask is not _nomask and dtype.names is None:
            texts['data'] = str(_print_option) if mask else str(shown)
        else:
            texts['data'] = np.array2string(shown, separator=', ', prefix=indents['data'] + 'data=', suffix=',',
                                            threshold=limit)
        texts['mask'] = np.array2string(np.asarray(self._mask), separator=', ', prefix=indents['mask'] + 'mask=',
                                        suffix=',')
        fill = self.fill_value
        isOwn = dtype.kind in 'SU' or self._fill_value.dtype == dtype
        texts['fill_value'] = repr(str(fill) if dtype.kind == 'U' else fill.item() if isOwn and hasattr(fill, 'item') else fill)
        if isNeeded:
            texts['dtype'] = np.array_repr(np.array([], dtype)).split('dtype=')[1][:-1] if dtype.kind not in 'SUV' else (
                repr(dtype)[6:-1])
        return start + ',\n'.join(f'{indents[key]}{key}={texts[key]}' for key in keys) + ')'

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
        result = self._data.ravel(order).view(type(self))
        result._update_from(self)
        result._mask = self._mask if self._mask is _nomask else self._mask.ravel(order).reshape(result.shape)
        return result

    def reshape(self, *shape, order='C'):
        """The same elements in another shape."""
        result = self._data.reshape(*shape, order=order).view(type(self))
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
            result = result.view(type(self))
            result._mask = self._mask
            result._update_from(self)
        elif self._mask is not _nomask and np.all(self._mask):
            result = np.ma.masked
        if out is None:
            return result
        if isinstance(out, MaskedArray):
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
            if isinstance(out, MaskedArray):
                out.__setmask__(mask)
            return out
        result = result.view(type(self))
        result._update_from(self)
        result._mask = mask
        return result

    def astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True):
        """The elements as another type."""
        result = self._data.astype(dtype, order, casting, True, copy).view(type(self))
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
        result = values.view(type(self))
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
        return MaskedIterator(self)

    @flat.setter
    def flat(self, value):
        self.ravel()[:] = value


def _moved(name):
    def method(self, *args, **kwargs):
        result = getattr(self._data, name)(*args, **kwargs).view(type(self))
        result._update_from(self)
        mask = self._mask
        result._mask = mask if mask is _nomask else getattr(mask, name)(*args, **kwargs)
        return result

    method.__name__ = name
    return method


for _name in ('copy', 'transpose', 'swapaxes', 'diagonal', 'flatten', 'repeat', 'squeeze'):
    setattr(MaskedArray, _name, _moved(_name))


def _trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum along a diagonal."""
    if self._mask is _nomask:
        return self._data.trace(offset=offset, axis1=axis1, axis2=axis2, dtype=dtype)
    diagonal = self.diagonal(offset=offset, axis1=axis1, axis2=axis2)
    return diagonal.astype(float if dtype is None else dtype).filled(0).sum(axis=-1)


MaskedArray.trace = _trace


class MaskedIterator:
    """The elements of a masked array one after the other: `a.flat`."""

    def __init__(self, ma):
        self.ma = ma
        self._row = ma.ravel()
        self._place = 0

    def __iter__(self):
        return self

    def __getitem__(self, index):
        return self._row[index]

    def __setitem__(self, index, value):
        self._row[index] = value
        data = self.ma._data
        data.flat[index] = _getdata(value)
        if self._row._mask is not _nomask:
            self.ma._mask = self._row._mask.reshape(self.ma.shape)

    def __next__(self):
        if self._place >= self._row.size:
            raise StopIteration
        self._place += 1
        return self._row[self._place - 1]

    next = __next__


def _is_view_index(index, ndim):
    if not isinstance(index, tuple):
        index = (index,)
    whole = sum(1 for item in index if isinstance(item, (int, np.integer)) and not isinstance(item, (bool, np.bool_)))
    return whole < ndim or any(item is Ellipsis or item is None for item in index)


def _filler(dtype):
    return np.zeros((), dtype)[()]


def _fill_fields(result, mask, fill):
    for name in result.dtype.names:
        if result.dtype[name].names is not None:
            _fill_fields(result[name], mask[name], fill[name])
        else:
            np.copyto(result[name], fill[name], where=mask[name])


def _plain(data):
    """Data without masked arrays inside."""
    if isinstance(data, np.ndarray):
        return np.asarray(data)
    if isinstance(data, (list, tuple)) and any(isinstance(item, (MaskedArray, list, tuple)) for item in data):
        return type(data)([_plain(item) for item in data])
    return data


def _masks_within(data, values, kind):
    """The mask of a list with masked arrays inside; None where there is nothing masked."""
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


class mvoid(MaskedArray):
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


class MaskedConstant(MaskedArray):
    """The one masked element, `masked`."""

    _singleton = None

    def __new__(cls):
        if cls._singleton is None:
            data = np.array(0.0)
            mask = np.array(True)
            data.flags.writeable = False
            mask.flags.writeable = False
            made = data.view(cls)
            object.__setattr__(made, '_mask', mask)
            object.__setattr__(made, '_fill_value', None)
            cls._singleton = made
        return cls._singleton

    def __array_wrap__(self, obj, context=None, return_scalar=False):
        return np.asarray(obj).view(MaskedArray).__array_wrap__(obj, context, return_scalar)

    def __str__(self):
        return str(_print_option._text)

    def __repr__(self):
        return 'masked' if self is MaskedConstant._singleton else np.ndarray.__repr__(self)

    def __format__(self, format_spec):
        return object.__format__(self, format_spec) if not format_spec else str(self).__format__('')

    def __reduce__(self):
        return (type(self), ())

    def __iop__(self, other):
        return self

    __iadd__ = __isub__ = __imul__ = __ifloordiv__ = __itruediv__ = __ipow__ = __iop__

    def copy(self, *args, **kwargs):
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if MaskedConstant._singleton is None:
            object.__setattr__(self, name, value)
        elif self is MaskedConstant._singleton:
            raise AttributeError(f"attributes of {self!r} are not writeable")
        else:
            object.__setattr__(self, name, value)


masked = MaskedConstant()
masked_singleton = masked


def array(data, dtype=None, copy=False, order=None, mask=_nomask, fill_value=None, keep_mask=True, hard_mask=False,
          shrink=True, subok=True, ndmin=0):
    """A masked array of data and a mask."""
    return MaskedArray(data, mask=mask, dtype=dtype, copy=copy, subok=subok, keep_mask=keep_mask, hard_mask=hard_mask,
                       fill_value=fill_value, ndmin=ndmin, shrink=shrink, order=order)


def asarray(a, dtype=None, order=None):
    """The data as a masked array."""
    return MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=False, order=order)


def asanyarray(a, dtype=None, order=None):
    """The same; arrays of classes that extend `MaskedArray` stay what they are."""
    if isinstance(a, MaskedArray) and (dtype is None or dtype == a.dtype) and (
            order in (None, 'A', 'K') or order == 'C' and a.flags.c_contiguous or order == 'F' and a.flags.f_contiguous):
        return a
    return MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=True, order=order)


def isMaskedArray(x):
    """Whether something is a masked array."""
    return isinstance(x, MaskedArray)


isarray = isMaskedArray
isMA = isMaskedArray
