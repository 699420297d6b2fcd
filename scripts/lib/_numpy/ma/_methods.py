"""What masked arrays sum up, compare and order: the methods that `MaskedArray` has from here."""

import operator
import warnings

import numpy as np
from _numpy.ma.masks import MaskError, _any, getmask, getdata, getmaskarray, make_mask_none, mask_or, nomask
from _numpy.ma.masks import filled, maximum_fill_value, minimum_fill_value

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
            result = result.view(type(self))
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
        result = result.view(type(self))
        result.__setmask__(self._mask if axis is not None or self._mask is nomask else self._mask.ravel())
        return result

    def mean(self, axis=None, dtype=None, out=None, keepdims=_no_value):
        """The mean of the elements that are not masked."""
        kwargs = {} if keepdims is _no_value else {'keepdims': keepdims}
        if self._mask is nomask:
            result = self._data.mean(axis, dtype, **kwargs)
            if getattr(result, 'ndim', 0):
                result = result.view(type(self))
        else:
            isHalf = False
            if dtype is None:
                if issubclass(self.dtype.type, (np.integer, np.bool_)):
                    dtype = np.dtype('f8')
                elif issubclass(self.dtype.type, np.float16):
                    dtype, isHalf = np.dtype('f4'), True
            total = self.sum(axis=axis, dtype=dtype, **kwargs)
            number = self.count(axis=axis, **kwargs)
            if number.shape == () and number == 0:
                result = _masked()
            elif isHalf:
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
                result = result.view(type(self))
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


class Operating:
    """The operators."""

    def _comparison(self, other, compare):
        theirs, own = getmask(other), self.mask
        mask = mask_or(own, theirs, copy=True)
        data = getdata(other)
        if mask is not nomask and mask.dtype.names is not None:
            if compare not in (operator.eq, operator.ne):
                return NotImplemented
            mine = self._data
            check = np.array([compare(mine[index].tolist(), np.broadcast_to(data, mine.shape)[index].tolist())
                              for index in np.ndindex(mine.shape)]).reshape(mine.shape)
            mask = np.array([all(flat) for flat in mask.ravel().tolist()]).reshape(mask.shape)
        else:
            check = compare(self._data, data)
        if isinstance(check, (bool, np.bool_)):
            return _masked() if mask is not nomask and np.all(mask) else check
        if check is NotImplemented:
            return check
        if mask is not nomask:
            if compare in (operator.eq, operator.ne) and mask.dtype.names is None:
                check = np.where(mask, compare(np.asarray(own), np.asarray(theirs)), check)
            if mask.shape != check.shape:
                mask = np.broadcast_to(mask, check.shape).copy()
        result = np.asarray(check).view(type(self))
        result._update_from(self)
        result._fill_value = None if self._fill_value is None else np.array(True)
        result._mask = mask
        return result

    def __eq__(self, other):
        return self._comparison(other, operator.eq)

    def __ne__(self, other):
        return self._comparison(other, operator.ne)

    def __le__(self, other):
        return self._comparison(other, operator.le)

    def __lt__(self, other):
        return self._comparison(other, operator.lt)

    def __ge__(self, other):
        return self._comparison(other, operator.ge)

    def __gt__(self, other):
        return self._comparison(other, operator.gt)

    __hash__ = None

    def _delegates(self, other):
        """Whether the other operand has its own way."""
        if isinstance(other, type(self)) or isinstance(other, np.ndarray):
            return not isinstance(other, type(self)) and getattr(other, '__array_priority__', 0) > 15
        if getattr(type(other), '__array_ufunc__', self) is None:
            return True
        priority = getattr(other, '__array_priority__', None)
        return priority is not None and priority > self.__array_priority__ and not isinstance(other, np.generic)

    def __array_inplace__(self, function, other, filler):
        mask = getmask(other)
        if self._mask is nomask:
            if mask is not nomask and _any(mask):
                self._mask = make_mask_none(self.shape, self.dtype)
                self._mask += mask
        elif mask is not nomask:
            self._mask += mask
        values = getdata(other)
        if self._mask is not nomask:
            values = np.where(self._mask, np.asarray(filler, dtype=values.dtype), values)
        function(self._data, values, out=self._data)
        return self

    def _divided(self, function, domain, other):
        values = getdata(other)
        bad = np.asarray(filled(domain(self._data, values), True))
        mask = mask_or(getmask(other), bad)
        if bad.any():
            values = np.where(bad, np.asarray(1, values.dtype), values)
        if mask is not nomask:
            if self._mask is nomask:
                self._mask = make_mask_none(self.shape, self.dtype)
            self._mask |= mask
            values = np.where(self._mask, np.asarray(1, values.dtype), values)
        function(self._data, values, out=self._data)
        return self

    def __iadd__(self, other):
        return self.__array_inplace__(np.add, other, 0)

    def __isub__(self, other):
        return self.__array_inplace__(np.subtract, other, 0)

    def __imul__(self, other):
        return self.__array_inplace__(np.multiply, other, 1)

    def __itruediv__(self, other):
        return self._divided(np.true_divide, np.ma.divide.domain, other)

    def __ifloordiv__(self, other):
        return self._divided(np.floor_divide, np.ma.divide.domain, other)

    def __imod__(self, other):
        return self._divided(np.remainder, np.ma.divide.domain, other)

    def __ipow__(self, other):
        values = getdata(other)
        mask = getmask(other)
        if self._mask is not nomask:
            values = np.where(self._mask, np.asarray(1, values.dtype), values)
        with np.errstate(divide='ignore', invalid='ignore'):
            np.power(self._data, values, out=self._data)
        bad = np.logical_not(np.isfinite(self._data))
        if bad.any():
            self._mask = bad if self._mask is nomask else self._mask | bad
            np.copyto(self._data, self.fill_value, where=bad)
        mask = mask_or(bad, mask)
        self._mask = mask_or(self._mask, mask)
        return self

    def __abs__(self):
        return np.ma.absolute(self)

    def __neg__(self):
        return np.ma.negative(self)

    def __pos__(self):
        return self.copy()

    def __invert__(self):
        return np.invert(self)

    def __float__(self):
        return float(self._scalar('float'))

    def __int__(self):
        return int(self._scalar('int'))

    def _scalar(self, name):
        if self.size > 1:
            raise TypeError('Only length-1 arrays can be converted to Python scalars')
        if self._mask is not nomask and np.all(self._mask):
            if name == 'int':
                raise MaskError('Cannot convert masked element to a Python int.')
            warnings.warn('Warning: converting a masked element to nan.', stacklevel=3)
            return np.nan
        return self._data.reshape(-1)[0]

    def __bool__(self):
        return bool(np.asarray(self.filled(False)))


def _binary(name, method, isReflected):
    def operate(self, other):
        if self._delegates(other):
            return NotImplemented
        function = getattr(np.ma, name)
        return function(other, self) if isReflected else function(self, other)

    operate.__name__ = method
    return operate


for _method, _name in [('add', 'add'), ('sub', 'subtract'), ('mul', 'multiply'), ('truediv', 'true_divide'),
                       ('floordiv', 'floor_divide'), ('mod', 'remainder'), ('pow', 'power'), ('and', 'bitwise_and'),
                       ('or', 'bitwise_or'), ('xor', 'bitwise_xor')]:
    setattr(Operating, f'__{_method}__', _binary(_name, f'__{_method}__', False))
    setattr(Operating, f'__r{_method}__', _binary(_name, f'__r{_method}__', True))
