"""Masks, and what stands for missing elements."""

import numpy as np

__name__ = 'numpy.ma'

MaskType = np.bool_
bool_ = np.bool_
nomask = np.bool_(False)
_fills = {'b': True, 'c': 1.e20 + 0.0j, 'f': 1.e20, 'i': 999999, 'O': '?', 'S': b'N/A', 'u': 999999, 'V': b'???',
          'U': 'N/A'}


class MAError(Exception):
    """What goes wrong with masked arrays."""


class MaskError(MAError):
    """What goes wrong with masks."""


def _is_masked_array(x):
    return isinstance(x, np.ndarray) and hasattr(x, '_mask')


def getdata(a, subok=True):
    """The elements, whether they are masked or not.

    >>> np.ma.getdata(np.ma.array([1, 2], mask=[0, 1]))
    array([1, 2])
    """
    if hasattr(a, '_mask') and isinstance(a, np.ndarray):
        data = a._data
    else:
        data = np.array(a, copy=None, subok=subok)
    return data if subok else data.view(np.ndarray)


def getmask(a):
    """The mask; `nomask` where nothing is masked.

    >>> np.ma.getmask(np.ma.array([1, 2], mask=[0, 1]))
    array([False,  True])
    """
    return getattr(a, '_mask', nomask)


def make_mask_descr(ndtype):
    """The dtype of the mask of an array: bool, for each field where it has fields."""
    ndtype = np.dtype(ndtype)
    if ndtype.subdtype is not None:
        return np.dtype((make_mask_descr(ndtype.subdtype[0]), ndtype.subdtype[1]))
    if ndtype.names is None:
        return np.dtype(bool)
    return np.dtype([(name, make_mask_descr(ndtype[name])) for name in ndtype.names])


def make_mask_none(newshape, dtype=None):
    """A mask that masks nothing."""
    return np.zeros(newshape, dtype=np.dtype(bool) if dtype is None else make_mask_descr(dtype))


def getmaskarray(arr):
    """The mask as an array of the array's shape.

    >>> np.ma.getmaskarray([1, 2])
    array([False, False])
    """
    mask = getmask(arr)
    if mask is nomask:
        mask = make_mask_none(np.shape(arr), getattr(arr, 'dtype', None))
    return mask


def is_mask(m):
    """Whether `m` can be a mask as it is."""
    try:
        return m.dtype.type is MaskType
    except AttributeError:
        return False


def _any(mask):
    """Whether something is masked, in any field."""
    if mask is nomask:
        return False
    names = mask.dtype.names
    if names is None:
        return bool(mask.any())
    return any(_any(mask[name]) for name in names)


def make_mask(m, copy=False, shrink=True, dtype=MaskType):
    """A mask of truths; `nomask` where it masks nothing.

    >>> np.ma.make_mask([1, 0, 2])
    array([ True, False,  True])
    """
    if m is nomask:
        return nomask
    dtype = make_mask_descr(dtype)
    if isinstance(m, np.ndarray) and m.dtype.fields and dtype == np.bool_:
        return np.ones(m.shape, dtype=dtype)
    m = filled(m, True)
    result = np.array(m, dtype=dtype) if copy else np.asarray(m, dtype=dtype)
    if shrink and not _any(result):
        return nomask
    return result


def mask_or(m1, m2, copy=False, shrink=True):
    """The mask of what one of two masks masks.

    >>> np.ma.mask_or(np.array([True, False]), np.array([False, True]))
    array([ True,  True])
    """
    if m1 is nomask or m1 is False:
        return make_mask(m2, copy=copy, shrink=shrink, dtype=getattr(m2, 'dtype', MaskType))
    if m2 is nomask or m2 is False:
        return make_mask(m1, copy=copy, shrink=shrink, dtype=getattr(m1, 'dtype', MaskType))
    if m1 is m2 and is_mask(m1):
        return make_mask(m1, shrink=shrink) if copy or shrink else m1
    kinds = getattr(m1, 'dtype', None), getattr(m2, 'dtype', None)
    if kinds[0] != kinds[1]:
        raise ValueError("Incompatible dtypes '%s'<>'%s'" % kinds)
    if kinds[0] is not None and kinds[0].names is not None:
        result = np.empty(np.broadcast(m1, m2).shape, kinds[0])
        _or_fields(m1, m2, result)
        return result
    return make_mask(np.logical_or(m1, m2), copy=copy, shrink=shrink)


def _or_fields(a, b, out):
    for name in out.dtype.names:
        if out.dtype[name].names is not None:
            _or_fields(a[name], b[name], out[name])
        else:
            np.logical_or(a[name], b[name], out[name])


def flatten_mask(mask):
    """The truths of a mask in one row, fields beside each other."""
    def parts(item):
        names = getattr(getattr(item, 'dtype', None), 'names', None)
        if names is not None:
            if getattr(item, 'ndim', 0) > 0:
                for one in item:
                    yield from parts(one)
            else:
                for name in names:
                    yield from parts(item[name])
        elif hasattr(item, '__len__') and not isinstance(item, str) and getattr(item, 'ndim', 1) != 0:
            for one in item:
                yield from parts(one)
        else:
            yield item

    return np.array(list(parts(np.asarray(mask))), dtype=bool)


def _field_map(function, dtype):
    if dtype.names is not None:
        return tuple([_field_map(function, dtype[name]) for name in dtype.names])
    if dtype.subdtype is not None:
        return _field_map(function, dtype.subdtype[0])
    return function(dtype)


def _dtype_of(obj):
    if isinstance(obj, np.dtype):
        return obj
    if hasattr(obj, 'dtype'):
        return obj.dtype
    return np.dtype(obj) if isinstance(obj, type) else np.asarray(obj).dtype


def default_fill_value(obj):
    """What an array's masked elements are filled with where it says nothing else.

    >>> np.ma.default_fill_value(1.0)
    1e+20
    """
    dtype = _dtype_of(obj)
    if dtype.names is not None:
        return np.array(_field_map(lambda part: _fills.get(part.kind, '?'), dtype), dtype=dtype)[()]
    return _fills.get(dtype.kind, '?')


def _extremum(dtype, is_most):
    if dtype.kind == 'b':
        return is_most
    if dtype.kind in 'iu':
        limits = np.iinfo(dtype)
        return limits.max if is_most else limits.min
    if dtype.kind == 'f':
        return np.inf if is_most else -np.inf
    if dtype.kind == 'c':
        return complex(np.inf, np.inf) if is_most else complex(-np.inf, -np.inf)
    raise TypeError(f'Unsuitable type {dtype} for calculating ' + ('minimum.' if is_most else 'maximum.'))


def _limit(obj, is_most):
    dtype = _dtype_of(obj)
    if dtype.names is not None:
        return np.array(_field_map(lambda part: _extremum(part, is_most), dtype), dtype=dtype)[()]
    return _extremum(dtype, is_most)


def minimum_fill_value(obj):
    """What is greater than every element: the fill value for minima."""
    return _limit(obj, True)


def maximum_fill_value(obj):
    """What is less than every element: the fill value for maxima."""
    return _limit(obj, False)


def _check_fill_value(fill_value, dtype):
    """A fill value as an array without axes of the dtype."""
    dtype = np.dtype(dtype)
    if fill_value is None:
        fill_value = default_fill_value(dtype)
        if dtype.names is not None:
            return np.array(fill_value, dtype=dtype)
        return np.array(fill_value, dtype=np.uint64) if dtype.kind == 'u' else np.array(fill_value)
    if dtype.names is not None:
        if isinstance(fill_value, (np.ndarray, np.void)):
            try:
                return np.array(fill_value, copy=None, dtype=dtype)
            except ValueError:
                raise ValueError(f'Unable to transform {fill_value} to dtype {dtype}') from None
        given = np.asarray(fill_value, dtype=object)
        parts = tuple(given.ravel()) if given.ndim else (fill_value,) * len(dtype.names)
        return np.array(parts, dtype=dtype)
    if isinstance(fill_value, str) and dtype.char not in 'OSVU':
        raise TypeError(f'Cannot set fill value of string with array of dtype {dtype}')
    try:
        result = np.asarray(fill_value, dtype=dtype) if dtype.kind not in 'SU' else np.array(fill_value)
    except (OverflowError, ValueError):
        raise TypeError(f'Cannot convert fill_value {fill_value} to dtype {dtype}') from None
    return np.array(result)


def filled(a, fill_value=None):
    """The elements, a value in place of the masked ones.

    >>> np.ma.filled(np.ma.array([1, 2, 3], mask=[0, 1, 0]), 0)
    array([1, 0, 3])
    """
    if hasattr(a, 'filled'):
        return a.filled(fill_value)
    if isinstance(a, np.ndarray):
        return a
    if isinstance(a, dict):
        return np.array(a, 'O')
    return np.array(a)


def get_fill_value(a):
    """What an array's masked elements are filled with."""
    return a.fill_value if _is_masked_array(a) else default_fill_value(a)


def set_fill_value(a, fill_value):
    """Says what masked elements are filled with."""
    if _is_masked_array(a):
        a.set_fill_value(fill_value)


def common_fill_value(a, b):
    """The fill value that two arrays share; None where they have different ones."""
    one, other = get_fill_value(a), get_fill_value(b)
    return one if one == other else None


class _PrintOption:
    """What stands for masked elements in texts."""

    def __init__(self, text):
        self._text = text
        self._enabled = True

    def display(self):
        return self._text

    def set_display(self, s):
        self._text = s

    def enabled(self):
        return self._enabled

    def enable(self, shrink=1):
        self._enabled = shrink

    def __str__(self):
        return str(self._text)

    __repr__ = __str__


masked_print_option = _PrintOption('--')


def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    """A copy whose nan and infinite elements are masked and replaced by the fill value.

    >>> np.ma.fix_invalid(np.array([1.0, np.nan])).tolist()
    [1.0, None]
    """
    result = np.ma.array(a, mask=mask, copy=copy, subok=True)
    invalid = ~np.isfinite(result._data)
    if not invalid.any():
        return result
    result._mask = invalid if result._mask is nomask else result._mask | invalid
    result._data[invalid] = result.fill_value if fill_value is None else fill_value
    return result


def is_masked(x):
    """Whether something in an array is masked.

    >>> np.ma.is_masked(np.ma.array([1, 2], mask=[0, 1]))
    True
    """
    return _any(getmask(x))
