"""NumPy's ufuncs for masked arrays: masked where an operand is, or where the function has no value."""

import numpy as np
from _numpy.ma.arrays import MaskedArray as _MaskedArray
from _numpy.ma.constant import masked as _masked
from _numpy.ma.masks import filled as _filled, getdata as _getdata, getmask as _getmask, getmaskarray as _getmaskarray
from _numpy.ma.masks import make_mask as _make_mask, mask_or as _mask_or, nomask as _nomask

__name__ = 'numpy.ma'

_domains = {}
_fillers = {}


def _kind_of(*values):
    """The class of a result."""
    best = _MaskedArray
    for value in values:
        if isinstance(value, _MaskedArray) and type(value) is not type(_masked) and issubclass(type(value), best):
            best = type(value)
    return best


class _Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __call__(self, x):
        with np.errstate(invalid='ignore'):
            return np.logical_or(np.greater(x, self.high), np.less(x, self.low))


class _Tangent:
    def __init__(self, eps):
        self.eps = eps

    def __call__(self, x):
        with np.errstate(invalid='ignore'):
            return np.less(np.absolute(np.cos(x)), self.eps)


class _Divisor:
    def __call__(self, a, b):
        a, b = np.asarray(a), np.asarray(b)
        with np.errstate(all='ignore'):
            return np.absolute(a) * np.finfo(float).tiny >= np.absolute(b)


class _Above:
    def __init__(self, limit, or_equal):
        self.limit, self.or_equal = limit, or_equal

    def __call__(self, x):
        with np.errstate(invalid='ignore'):
            return np.less_equal(x, self.limit) if self.or_equal else np.less(x, self.limit)


class _Operation:
    """A ufunc as a function of masked arrays."""

    def __init__(self, function, domain=None):
        self.f = function
        self.domain = domain
        self.__name__ = getattr(function, '__name__', str(function))
        self.__doc__ = getattr(function, '__doc__', None)
        if domain is not None:
            _domains[function] = domain

    def __str__(self):
        return f'Masked version of {self.f}'


class _Unary(_Operation):
    def __call__(self, a, *args, **kwargs):
        data = np.asarray(_getdata(a))
        mask = _getmask(a)
        if self.domain is not None:
            with np.errstate(divide='ignore', invalid='ignore'):
                result = self.f(data, *args, **kwargs)
            bad = ~np.isfinite(result)
            bad |= self.domain(data)
            mask = bad | mask
        else:
            with np.errstate(divide='ignore', invalid='ignore'):
                result = self.f(data, *args, **kwargs)
        if not getattr(result, 'ndim', 0):
            return _masked if mask is not _nomask and np.all(mask) else result
        if mask is not _nomask:
            try:
                np.copyto(result, data, where=mask)
            except TypeError:
                pass
        result = result.view(_kind_of(a))
        result._update_from(a)
        result._mask = mask
        return result


class _Binary(_Operation):
    def __init__(self, function, fillx=0, filly=0):
        _Operation.__init__(self, function)
        self.fillx, self.filly = fillx, filly
        _fillers[function] = fillx

    def __call__(self, a, b, *args, **kwargs):
        left, right = np.asarray(_getdata(a)), np.asarray(_getdata(b))
        with np.errstate(divide='ignore', invalid='ignore'):
            result = self.f(left, right, *args, **kwargs)
        ma, mb = _getmask(a), _getmask(b)
        if ma is _nomask:
            mask = mb
        elif mb is _nomask:
            mask = ma
        else:
            mask = np.logical_or(ma, mb)
        if not getattr(result, 'ndim', 0):
            return _masked if mask is not _nomask and np.all(mask) else result
        if mask is not _nomask:
            if mask.shape != result.shape:
                mask = np.broadcast_to(mask, result.shape).copy()
            if mask.any():
                try:
                    np.copyto(result, left, casting='unsafe', where=mask)
                except (TypeError, ValueError):
                    pass
        result = result.view(_kind_of(a, b))
        if mask is ma and mask is not _nomask:
            mask = mask.copy()
        result._mask = mask
        _take_over(result, a, b)
        return result

    def reduce(self, target, axis=0, dtype=None):
        """The function between all elements along an axis."""
        kind = _kind_of(target)
        mask = _getmask(target)
        values = _filled(target, self.filly)
        if values.shape == ():
            values = values.reshape(1)
            if mask is not _nomask:
                mask = _make_mask(mask, copy=True).reshape(1)
        result = self.f.reduce(values, axis, dtype=dtype) if dtype is not None else self.f.reduce(values, axis)
        hidden = _nomask if mask is _nomask else np.logical_and.reduce(mask, axis)
        if not getattr(result, 'ndim', 0):
            return _masked if hidden is not _nomask and np.all(hidden) else result
        result = result.view(kind)
        result._mask = hidden
        return result

    def outer(self, a, b):
        """The function of all pairs."""
        left, right = _getdata(a), _getdata(b)
        result = self.f.outer(left, right)
        ma, mb = _getmask(a), _getmask(b)
        if ma is _nomask and mb is _nomask:
            mask = _nomask
        else:
            mask = np.logical_or.outer(_getmaskarray(a), _getmaskarray(b))
        if not getattr(result, 'ndim', 0):
            return _masked if mask is not _nomask and np.all(mask) else result
        if mask is not _nomask:
            np.copyto(result, 0, where=mask)
        result = result.view(_kind_of(a, b))
        result._mask = mask
        return result

    def accumulate(self, target, axis=0):
        """The function's running results."""
        return self.f.accumulate(_filled(target, self.filly), axis).view(_kind_of(target))


def _take_over(result, a, b):
    if isinstance(a, _MaskedArray) and a is not _masked:
        result._update_from(a)
    elif isinstance(b, _MaskedArray) and b is not _masked:
        result._update_from(b)


class _Domained(_Operation):
    def __init__(self, function, domain, fillx=0, filly=0):
        _Operation.__init__(self, function, domain)
        self.fillx, self.filly = fillx, filly
        _fillers[function] = fillx

    def __call__(self, a, b, *args, **kwargs):
        left, right = np.asarray(_getdata(a)), np.asarray(_getdata(b))
        with np.errstate(divide='ignore', invalid='ignore'):
            result = self.f(left, right, *args, **kwargs)
            mask = ~np.isfinite(result)
            mask = mask | self.domain(left, right)
        mask = mask | _getmask(a)
        mask = mask | _getmask(b)
        if not getattr(result, 'ndim', 0):
            return _masked if np.all(mask) else result
        if mask.any():
            try:
                np.copyto(result, 0, casting='unsafe', where=mask)
                kept = np.multiply(mask, left)
                if np.can_cast(kept.dtype, result.dtype, casting='safe'):
                    result += kept
            except (TypeError, ValueError):
                pass
        result = result.view(_kind_of(a, b))
        result._mask = mask
        _take_over(result, a, b)
        return result


exp = _Unary(np.exp)
conjugate = _Unary(np.conjugate)
sin = _Unary(np.sin)
cos = _Unary(np.cos)
arctan = _Unary(np.arctan)
arcsinh = _Unary(np.arcsinh)
sinh = _Unary(np.sinh)
cosh = _Unary(np.cosh)
tanh = _Unary(np.tanh)
abs = _Unary(np.absolute)
absolute = _Unary(np.absolute)
angle = _Unary(np.angle)
fabs = _Unary(np.fabs)
negative = _Unary(np.negative)
floor = _Unary(np.floor)
ceil = _Unary(np.ceil)
around = _Unary(np.round)
logical_not = _Unary(np.logical_not)
sqrt = _Unary(np.sqrt, _Above(0.0, False))
log = _Unary(np.log, _Above(0.0, True))
log2 = _Unary(np.log2, _Above(0.0, True))
log10 = _Unary(np.log10, _Above(0.0, True))
tan = _Unary(np.tan, _Tangent(1e-35))
arcsin = _Unary(np.arcsin, _Interval(-1.0, 1.0))
arccos = _Unary(np.arccos, _Interval(-1.0, 1.0))
arccosh = _Unary(np.arccosh, _Above(1.0, False))
arctanh = _Unary(np.arctanh, _Interval(-1.0 + 1e-15, 1.0 - 1e-15))
add = _Binary(np.add)
subtract = _Binary(np.subtract)
multiply = _Binary(np.multiply, 1, 1)
arctan2 = _Binary(np.arctan2, 0.0, 1.0)
equal = _Binary(np.equal)
not_equal = _Binary(np.not_equal)
less_equal = _Binary(np.less_equal)
greater_equal = _Binary(np.greater_equal)
less = _Binary(np.less)
greater = _Binary(np.greater)
logical_and = _Binary(np.logical_and)
alltrue = _Binary(np.logical_and, 1, 1).reduce
logical_or = _Binary(np.logical_or)
sometrue = logical_or.reduce
logical_xor = _Binary(np.logical_xor)
bitwise_and = _Binary(np.bitwise_and)
bitwise_or = _Binary(np.bitwise_or)
bitwise_xor = _Binary(np.bitwise_xor)
hypot = _Binary(np.hypot)
divide = _Domained(np.divide, _Divisor(), 0, 1)
true_divide = divide
floor_divide = _Domained(np.floor_divide, _Divisor(), 0, 1)
remainder = _Domained(np.remainder, _Divisor(), 0, 1)
fmod = _Domained(np.fmod, _Divisor(), 0, 1)
mod = remainder


def matmul(a, b, strict=False):
    """The product of matrices; masked elements count as 0."""
    return _product(np.matmul, a, b)


def _product(function, a, b):
    result = function(np.asarray(_filled(a, 0)), np.asarray(_filled(b, 0)))
    if not getattr(result, 'ndim', 0):
        seen = function((~_getmaskarray(a)).astype(int), (~_getmaskarray(b)).astype(int))
        return result if seen else _masked
    mask = function((~_getmaskarray(a)).astype(int), (~_getmaskarray(b)).astype(int)) == 0
    result = result.view(_kind_of(a, b))
    result.__setmask__(mask)
    return result


def power(a, b, third=None):
    """`a` to the powers `b`; masked where the result is not finite.

    >>> np.ma.power([2, 3], 2).tolist()
    [4, 9]
    """
    if third is not None:
        raise _error('3-argument power not supported.')
    left, right = np.asarray(_getdata(a)), np.asarray(_getdata(b))
    mask = _mask_or(_getmask(a), _getmask(b)) if _getmask(a) is not _nomask and _getmask(b) is not _nomask and np.shape(
        a) == np.shape(b) else _getmask(a) if _getmask(b) is _nomask else _getmask(b) if _getmask(
        a) is _nomask else np.logical_or(_getmask(a), _getmask(b))
    with np.errstate(divide='ignore', invalid='ignore'):
        if mask is not _nomask and np.any(mask):
            safe = np.where(mask, 1, right) if right.dtype.kind in 'iu' else right
            result = np.where(mask, left, np.power(left, safe))
        else:
            result = np.power(left, right)
    if not getattr(result, 'ndim', 0):
        if mask is not _nomask and np.all(mask):
            return _masked
        return result if np.isfinite(result) else _masked
    result = result.view(_kind_of(a, b))
    _take_over(result, a, b)
    bad = np.logical_not(np.isfinite(np.asarray(result)))
    if bad.any():
        mask = bad if mask is _nomask else np.logical_or(mask, bad)
        result._data[bad] = result.fill_value
    if mask is not _nomask and mask.shape != result.shape:
        mask = np.broadcast_to(mask, result.shape).copy()
    result._mask = mask.copy() if mask is not _nomask else mask
    return result


def _error(text):
    from _numpy.ma.masks import MaskError
    return MaskError(text)


class _Extremum:
    """`minimum` and `maximum`."""

    def __init__(self, function, compare, name):
        self.f, self.compare, self.__name__ = function, compare, name

    def __call__(self, a, b):
        return where(self.compare(a, b), a, b)

    def reduce(self, target, axis=None):
        target = np.ma.asanyarray(target)
        if axis is None:
            return getattr(target.ravel(), self.__name__[:3])()
        return getattr(target, self.__name__[:3])(axis=axis)

    def outer(self, a, b):
        ma, mb = _getmask(a), _getmask(b)
        mask = _nomask if ma is _nomask and mb is _nomask else np.logical_or.outer(_getmaskarray(a), _getmaskarray(b))
        result = self.f.outer(np.asarray(_filled(a)), np.asarray(_filled(b))).view(_MaskedArray)
        result._mask = mask
        return result


minimum = _Extremum(np.minimum, less, 'minimum')
maximum = _Extremum(np.maximum, greater, 'maximum')


def where(condition, x=np._NoValue, y=np._NoValue):
    """Elements of `x` where a condition is true, else of `y`; masked where the condition is.

    >>> np.ma.where([True, False], [1, 2], [3, 4]).tolist()
    [1, 4]
    """
    missing = (x is np._NoValue, y is np._NoValue)
    if all(missing):
        return np.ma.nonzero(condition)
    if any(missing):
        raise ValueError('Must provide both \'x\' and \'y\' or neither.')
    chosen = np.asarray(_filled(condition, False))
    hidden = _getmaskarray(condition)
    dx, dy = np.asarray(_getdata(x)), np.asarray(_getdata(y))
    mx, my = _getmaskarray(x), _getmaskarray(y)
    if x is _masked and y is not _masked:
        dx, mx = np.zeros((), dtype=dy.dtype), np.ones((), dtype=my.dtype)
    elif y is _masked and x is not _masked:
        dy, my = np.zeros((), dtype=dx.dtype), np.ones((), dtype=mx.dtype)
    data = np.where(chosen, dx, dy)
    mask = np.where(chosen, mx, my)
    mask = np.where(hidden, np.ones((), dtype=mask.dtype), mask)
    return np.ma.array(data, mask=_make_mask(mask, dtype=mask.dtype))
