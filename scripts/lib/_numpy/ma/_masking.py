"""The mask of an array, the value that masked elements are filled with, and the elements that are left."""

import numpy as np
from _numpy.ma.masks import (
    MaskError as _MaskError, MaskType as _MaskType, _any, _check_fill_value, getmask as _getmask,
    make_mask_descr as _make_mask_descr, make_mask_none as _make_mask_none, mask_or as _mask_or, nomask as _nomask)


class Masking:
    """The attributes and methods that concern the mask and what fills it."""

    def _keep_mask(self, data, copy, shrink):
        """Keeps the mask of the data, of its own where they are copied."""
        if self._mask is _nomask and not shrink:
            self._mask = _make_mask_none(self.shape, self.dtype)
        self._sharedmask = not copy
        if copy and self._mask is not _nomask:
            self._mask = self._mask.copy()
            theirs = _getmask(data)
            if theirs is not _nomask and theirs.shape != data.shape:
                data._mask.shape = data.shape

    def _take_items(self, found, shrink):
        """Takes over the masks found within a list."""
        if found is not None:
            self._mask = found
        elif not shrink:
            self._mask = _make_mask_none(self.shape, self.dtype)
        self._sharedmask = False

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
        condition = np.asarray(condition)
        result = self._data.compress(condition, axis=axis).view(self._kind)
        result._update_from(self)
        result._mask = self._mask if self._mask is _nomask else self._mask.compress(condition, axis=axis)
        if out is not None:
            out[...] = result
            return out
        return result


def _fill_fields(result, mask, fill):
    for name in result.dtype.names:
        if result.dtype[name].names is not None:
            _fill_fields(result[name], mask[name], fill[name])
        else:
            np.copyto(result[name], fill[name], where=mask[name])
