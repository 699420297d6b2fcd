"""Sums, means, extrema and the like of masked arrays."""

import numpy as np
from _numpy.ma.masks import (
    MaskError, getdata, getmask, getmaskarray, mask_or, maximum_fill_value, minimum_fill_value, nomask)

_no_value = np._NoValue


def _masked():
    return np.ma.masked


class Summing:
    """Sums, means, extrema and the like."""

    def count(self, axis=None, keepdims=_no_value):
        """How many elements are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        mask = self._mask
        if mask is nomask:
            if self.shape == ():
                if axis not in (None, ()):
                    raise np.exceptions.AxisError(axis, self.ndim)
                return 1
            if axis is None:
                return np.array(self.size, dtype=np.intp, ndmin=self.ndim) if kwargs.get('keepdims') else self.size
            axes = axis if isinstance(axis, tuple) else (axis,)
            axes = np.lib.array_utils.normalize_axis_tuple(axes, self.ndim)
            items = 1
            for one in axes:
                items *= self.shape[one]
            shape = list(self.shape)
            for one in sorted(axes, reverse=True):
                if kwargs.get('keepdims'):
                    shape[one] = 1
                else:
                    del shape[one]
            return np.full(shape, items, dtype=np.intp)
        if self is _masked():
            return 0
        return (~getmaskarray(self)).sum(axis=axis, dtype=np.intp, **kwargs)

    def _wrapped(self, result, mask):
        """A result with its mask; masked where it is one element that is."""
        if getattr(result, 'ndim', 0):
            result = result.view(self._kind)
            result.__setmask__(mask)
            return result
        return _masked() if mask is not nomask and bool(np.all(mask)) else result

    def _reduced(self, name, axis, out, filler, kwargs, **options):
        """A reduction with `filler` in place of masked elements; masked where all are."""
        mask = self._mask
        new = _reduced_mask(mask, axis, **kwargs)
        values = self._data if mask is nomask else np.where(mask, np.asarray(filler, self.dtype), self._data)
        if out is None:
            return self._wrapped(getattr(values, name)(axis, **options, **kwargs), new)
        target = out._data if isinstance(out, np.ma.MaskedArray) else out
        target[...] = getattr(values, name)(axis, **options, **kwargs)
        if isinstance(out, np.ma.MaskedArray):
            out.__setmask__(new if new is not nomask else nomask)
        return out

    def sum(self, axis=None, dtype=None, out=None, keepdims=_no_value):
        """The sum of the elements that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        return self._reduced('sum', axis, out, 0, kwargs, dtype=dtype)

    def prod(self, axis=None, dtype=None, out=None, keepdims=_no_value):
        """The product of the elements that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        return self._reduced('prod', axis, out, 1, kwargs, dtype=dtype)

    product = prod

    def all(self, axis=None, out=None, keepdims=_no_value):
        """Whether all elements are true that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        return self._truth('all', True, axis, out, kwargs)

    def any(self, axis=None, out=None, keepdims=_no_value):
        """Whether some element is true that is not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        return self._truth('any', False, axis, out, kwargs)

    def _truth(self, name, filler, axis, out, kwargs):
        mask = _reduced_mask(self._mask, axis, **kwargs)
        result = getattr(np.asarray(self.filled(filler)), name)(axis, **kwargs)
        if out is None:
            return self._wrapped(result, mask)
        np.asarray(out)[...] = result
        if isinstance(out, np.ma.MaskedArray) and (out.ndim or mask is not nomask):
            out.__setmask__(mask)
        return out

    def cumsum(self, axis=None, dtype=None, out=None):
        """Running sums; masked elements count as 0."""
        return self._running('cumsum', 0, axis, dtype, out)

    def cumprod(self, axis=None, dtype=None, out=None):
        """Running products; masked elements count as 1."""
        return self._running('cumprod', 1, axis, dtype, out)

    def _running(self, name, filler, axis, dtype, out):
        result = getattr(np.asarray(self.filled(filler)), name)(axis, dtype)
        if out is not None:
            np.asarray(out)[...] = result
            if isinstance(out, np.ma.MaskedArray):
                out.__setmask__(self.mask)
            return out
        result = result.view(self._kind)
        result.__setmask__(self._mask if axis is not None or self._mask is nomask else self._mask.ravel())
        return result

    def mean(self, axis=None, dtype=None, out=None, keepdims=_no_value):
        """The mean of the elements that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        if self._mask is nomask:
            result = self._data.mean(axis, dtype, **kwargs)
            if getattr(result, 'ndim', 0):
                result = result.view(self._kind)
        else:
            is_half = False
            if dtype is None:
                if issubclass(self.dtype.type, (np.integer, np.bool_)):
                    dtype = np.dtype('f8')
                elif issubclass(self.dtype.type, np.float16):
                    dtype, is_half = np.dtype('f4'), True
            total = self.sum(axis=axis, dtype=dtype, **kwargs)
            number = self.count(axis=axis, **kwargs)
            if number.shape == () and number == 0:
                result = _masked()
            elif is_half:
                result = self.dtype.type(total * 1. / number)
            else:
                result = total * 1. / number
        return self._delivered(result, out)

    def anom(self, axis=None, dtype=None):
        """The deviations from the mean."""
        mean = self.mean(axis, dtype)
        if not axis:
            return self - mean
        return self - np.ma.expand_dims(mean, axis)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=_no_value, mean=_no_value):
        """The variance of the elements that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        if self._mask is nomask:
            if mean is not _no_value:
                kwargs['mean'] = mean
            result = self._data.var(axis=axis, dtype=dtype, ddof=ddof, **kwargs)
            if getattr(result, 'ndim', 0):
                result = result.view(self._kind)
            return self._delivered(result, out)
        number = self.count(axis=axis, **kwargs) - ddof
        middle = self.mean(axis, dtype, keepdims=True) if mean is _no_value else mean
        deviations = self - middle
        if np.iscomplexobj(self):
            deviations = np.ma.absolute(deviations) ** 2
        else:
            deviations = deviations * deviations
        result = np.ma.divide(deviations.sum(axis, **kwargs), number)
        if isinstance(result, np.ma.MaskedArray) and result.ndim:
            result._mask = mask_or(_reduced_mask(self._mask, axis, **kwargs), number <= 0)
            result._update_from(self)
        elif getattr(result, '_mask', nomask) is not nomask and np.all(result._mask) or number <= 0:
            result = _masked()
            if out is not None:
                if isinstance(out, np.ma.MaskedArray):
                    out.__setmask__(True)
                elif out.dtype.kind in 'biu':
                    raise MaskError('Masked data information would be lost in one or more location.')
                else:
                    out[...] = np.nan
                return out
        return self._delivered(result, out)

    def _delivered(self, result, out):
        if out is None:
            return result
        np.asarray(out)[...] = getdata(result)
        if isinstance(out, np.ma.MaskedArray):
            out.__setmask__(getmask(result))
        return out

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=_no_value, mean=_no_value):
        """The standard deviation of the elements that are not masked."""
        result = self.var(axis, dtype, None, ddof, keepdims=keepdims, mean=mean)
        if result is not _masked():
            result = np.ma.sqrt(result)
        if out is not None and result is _masked():
            return self.var(axis, dtype, out, ddof, keepdims=keepdims, mean=mean)
        return self._delivered(result, out)

    def min(self, axis=None, out=None, fill_value=None, keepdims=_no_value):
        """The least element that is not masked."""
        return self._extreme('min', minimum_fill_value, axis, out, fill_value, keepdims)

    def max(self, axis=None, out=None, fill_value=None, keepdims=_no_value):
        """The greatest element that is not masked."""
        return self._extreme('max', maximum_fill_value, axis, out, fill_value, keepdims)

    def _extreme(self, name, limit, axis, out, fill_value, keepdims):
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        if fill_value is None:
            fill_value = limit(self)
        mask = _reduced_mask(self._mask, axis, **kwargs)
        values = np.asarray(self.filled(fill_value))
        result = getattr(values, name)(axis=axis, **kwargs)
        if out is None:
            return self._wrapped(result, mask)
        np.asarray(out)[...] = result
        if isinstance(out, np.ma.MaskedArray):
            out.__setmask__(mask)
        elif mask is not nomask and np.any(mask):
            if out.dtype.kind in 'biu':
                raise MaskError('Masked data information would be lost in one or more location.')
            np.copyto(out, np.nan, where=mask)
        return out

    def ptp(self, axis=None, out=None, fill_value=None, keepdims=False):
        """The greatest element less the least."""
        result = self.max(axis=axis, fill_value=fill_value, keepdims=keepdims)
        lowest = self.min(axis=axis, fill_value=fill_value, keepdims=keepdims)
        if out is None:
            return result - lowest
        return self._delivered(result - lowest, out)


def _reduced_mask(mask, axis, keepdims=False):
    """The mask of a reduction: masked where everything is."""
    if mask is nomask:
        return nomask
    return mask.all(axis=axis, keepdims=keepdims)
