"""The operators of masked arrays."""

import operator
import warnings

import numpy as np
from _numpy.ma.masks import MaskError, _any, filled, getdata, getmask, make_mask_none, mask_or, nomask


def _masked():
    return np.ma.masked


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
        result = np.asarray(check).view(self._kind)
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

    def __contains__(self, item):
        return bool(np.asarray(self == item).any())

    def __divmod__(self, other):
        return np.divmod(self, other)

    def __rdivmod__(self, other):
        return np.divmod(other, self)

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
        if self._mask is not nomask:
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


def _binary(name, method, is_reflected):
    def operate(self, other):
        if self._delegates(other):
            return NotImplemented
        function = getattr(np.ma, name)
        return function(other, self) if is_reflected else function(self, other)

    operate.__name__ = method
    return operate


for _method, _name in [('add', 'add'), ('sub', 'subtract'), ('mul', 'multiply'), ('truediv', 'true_divide'),
                       ('floordiv', 'floor_divide'), ('mod', 'remainder'), ('pow', 'power'), ('and', 'bitwise_and'),
                       ('or', 'bitwise_or'), ('xor', 'bitwise_xor')]:
    setattr(Operating, f'__{_method}__', _binary(_name, f'__{_method}__', False))
    setattr(Operating, f'__r{_method}__', _binary(_name, f'__r{_method}__', True))
