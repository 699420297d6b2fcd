"""Python functions applied to arrays, and values chosen by conditions."""

import itertools

import numpy as np

__name__ = 'numpy'


def apply_over_axes(func, a, axes):
    """Apply a function of an array and an axis along several axes, one after the other; lost axes are kept with
    length 1."""
    value = np.asarray(a)
    rank = value.ndim
    for axis in (axes,) if np.array(axes).ndim == 0 else axes:
        if axis < 0:
            axis = rank + axis
        result = func(value, axis)
        if result.ndim == value.ndim:
            value = result
        else:
            result = np.expand_dims(result, axis)
            if result.ndim == value.ndim:
                value = result
            else:
                raise ValueError('function is not returning an array of the correct shape')
    return value


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """Return what a function gives for the coordinates of every element."""
    coordinates = np.indices(shape, dtype=dtype)
    return function(*coordinates, **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    """Return a 1-d array of the items of an iterable."""
    dtype = np.dtype(dtype)
    dtype = dtype.base if dtype.shape else dtype
    if dtype.kind in 'SU' and dtype.itemsize == 0:
        raise ValueError('Must specify length when using variable-size data-type.')
    if count < 0:
        return np.array(list(iter), dtype=dtype)
    items = list(itertools.islice(iter, count))
    if len(items) < count:
        raise ValueError(f'iterator too short: Expected {count} but iterator had only {len(items)} items.')
    return np.array(items, dtype=dtype)


def piecewise(x, condlist, funclist, *args, **kw):
    """Return an array that each function (or constant) fills where its condition holds; one function more is for the
    rest."""
    x = np.asanyarray(x)
    count = len(funclist)
    if np.isscalar(condlist) or (not isinstance(condlist[0], (list, np.ndarray)) and x.ndim != 0):
        condlist = [condlist]
    condlist = np.asarray(condlist, dtype=bool)
    n = len(condlist)
    if n == count - 1:
        condlist = np.concatenate([condlist, ~np.any(condlist, axis=0, keepdims=True)], axis=0)
        n += 1
    elif n != count:
        raise ValueError(f'with {n} condition(s), either {n} or {n + 1} functions are expected')
    y = np.zeros_like(x)
    for condition, function in zip(condlist, funclist):
        if not callable(function):
            y[condition] = function
        else:
            values = x[condition]
            if values.size > 0:
                y[condition] = function(values, *args, **kw)
    return y


def place(arr, mask, vals):
    """Put values, repeated as needed, where a mask holds."""
    if not isinstance(arr, np.ndarray):
        raise TypeError(f'argument 1 must be numpy.ndarray, not {type(arr).__name__}')
    mask = np.asarray(mask, dtype=bool)
    vals = np.ravel(np.asarray(vals, dtype=arr.dtype))
    if mask.size != arr.size:
        raise ValueError('place: mask and data must be the same size')
    count = int(np.count_nonzero(mask))
    if count == 0:
        return
    if vals.size == 0:
        raise ValueError('Cannot insert from an empty array!')
    arr[mask.reshape(arr.shape)] = np.resize(vals, count)


def putmask(a, mask, values):
    """Put values where a mask holds, each from its own place; too few are repeated."""
    if not isinstance(a, np.ndarray):
        raise TypeError('argument 1 must be numpy.ndarray, not ' + type(a).__name__)
    mask = np.asarray(mask, dtype=bool)
    if mask.size != a.size:
        raise ValueError('putmask: mask and data must be the same size')
    values = np.ravel(np.asarray(values, dtype=a.dtype))
    if values.size == 0:
        return
    mask = mask.reshape(a.shape)
    a[mask] = np.resize(values, a.size).reshape(a.shape)[mask]


def copyto(dst, src, casting='same_kind', where=True):
    """Copy values into an array, broadcast, where a condition holds."""
    if not isinstance(dst, np.ndarray):
        raise TypeError(f'copyto() argument 1 must be a numpy.ndarray, not {type(dst).__name__}')
    dst = np.asarray(dst)
    weak = type(src) in (bool, int, float, complex)
    src = np.asarray(src)
    if not weak and not np.can_cast(src.dtype, dst.dtype, casting):
        raise TypeError(
            f'Cannot cast array data from {src.dtype!r} to {dst.dtype!r} according to the rule \'{casting}\'')
    if weak and casting != 'unsafe' and dst.dtype.kind in 'iub' and src.dtype.kind in 'fc':
        raise TypeError(
            f'Cannot cast scalar from {src.dtype!r} to {dst.dtype!r} according to the rule \'{casting}\'')
    if where is True:
        dst[...] = src
        return
    where = np.asarray(where, dtype=bool) if isinstance(where, (list, tuple, bool)) else np.asarray(where)
    if where.dtype != np.bool_:
        raise TypeError(f"Cannot cast array data from {where.dtype!r} to dtype('bool') according to the rule 'safe'")
    where = np.broadcast_to(where, dst.shape)
    dst[where] = np.broadcast_to(src, dst.shape)[where]


def require(a, dtype=None, requirements=None, *, like=None):
    """Return an array that meets the named requirements: 'C', 'F', 'A', 'W', 'O', 'E'."""
    if not requirements:
        return np.asanyarray(a, dtype=dtype)
    names = {'C': 'C', 'C_CONTIGUOUS': 'C', 'CONTIGUOUS': 'C', 'F': 'F', 'F_CONTIGUOUS': 'F', 'FORTRAN': 'F',
             'A': 'A', 'ALIGNED': 'A', 'W': 'W', 'WRITEABLE': 'W', 'O': 'O', 'OWNDATA': 'O', 'E': 'E',
             'ENSUREARRAY': 'E'}
    wanted = {names[name.upper()] for name in requirements}
    wanted.discard('E')
    order = 'A'
    if wanted >= {'C', 'F'}:
        raise ValueError('Cannot specify both "C" and "F" order')
    if 'F' in wanted:
        order = 'F'
    elif 'C' in wanted:
        order = 'C'
    array = np.array(a, dtype=dtype, order=order, copy=None)
    flags = array.flags
    if ('W' in wanted and not flags.writeable) or ('O' in wanted and not flags.owndata):
        return array.copy(order)
    return array


def isfortran(a):
    """Whether an array's elements stand in Fortran order and not in C order."""
    if a.ndim < 2 or a.size == 0:
        return False
    step = a.itemsize
    wanted = []
    for length in a.shape:
        wanted.append(step)
        step *= length
    return all(have == want or length == 1 for have, want, length in zip(a.strides, wanted, a.shape)) and sum(
        length > 1 for length in a.shape) > 1


def iterable(y):
    """Whether an object can be iterated over."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


def row_stack(tup, *, dtype=None, casting='same_kind'):
    """Stack arrays row by row: the old name of `vstack`."""
    import warnings
    warnings.warn('`row_stack` alias is deprecated. Use `np.vstack` directly.', DeprecationWarning, stacklevel=2)
    return np.vstack(tup, dtype=dtype, casting=casting)


class vectorize:
    """Make a function of single values one of arrays, which broadcast against each other."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if pyfunc is not None and not callable(pyfunc):
            raise TypeError('When used as a decorator, only accepts keyword arguments.')
        self.pyfunc = pyfunc
        self.cache = cache
        self.signature = signature
        if excluded is None:
            excluded = set()
        self.excluded = set(excluded)
        if isinstance(otypes, str):
            for code in otypes:
                if code not in '?bBhHiIlLqQefdgFDGSUVOMm':
                    raise ValueError(f'Invalid otype specified: {code}')
            otypes = list(otypes)
        elif otypes is not None:
            otypes = list(otypes)
        self.otypes = otypes
        self.__doc__ = doc
        if pyfunc is not None:
            self._take(pyfunc, doc)

    def _take(self, pyfunc, doc):
        self.pyfunc = pyfunc
        if doc is None:
            self.__doc__ = getattr(pyfunc, '__doc__', None)
        self.__name__ = getattr(pyfunc, '__name__', 'vectorize')
        self.__wrapped__ = pyfunc

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            # A decorator with arguments: its call gets the function.
            self._take(args[0], self.__doc__)
            return self
        if self.signature is not None:
            return self._with_signature(args, kwargs)
        names = [name for name in kwargs if name not in self.excluded]
        places = [place for place in range(len(args)) if place not in self.excluded]
        if not names and len(places) == len(args):
            return self._apply(self.pyfunc, list(args))
        given = list(args)

        def function(*values):
            for position, value in zip(places, values):
                given[position] = value
            rest = dict(kwargs)
            rest.update(zip(names, values[len(places):]))
            return self.pyfunc(*given, **rest)

        return self._apply(function, [args[place] for place in places] + [kwargs[name] for name in names])

    def _apply(self, function, arguments):
        if not arguments:
            return function()
        arrays = [np.asanyarray(one) for one in arguments]
        if self.otypes is None and any(one.size == 0 for one in arrays):
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        if len(arrays) == 1:
            shape = arrays[0].shape
            lists = [arrays[0].ravel().tolist() if arrays[0].dtype.kind in 'USO' else list(arrays[0].flat)]
        else:
            broadcasted = np.broadcast_arrays(*arrays)
            shape = broadcasted[0].shape
            lists = [list(one.flat) for one in broadcasted]
        results = [function(*values) for values in zip(*lists)]
        count = len(self.otypes) if self.otypes is not None else None
        if count is None:
            count = len(results[0]) if isinstance(results[0], tuple) else 1
        columns = [results] if count == 1 else [[one[place] for one in results] for place in range(count)]
        outputs = []
        for place, column in enumerate(columns):
            if self.otypes is not None:
                dtype = self.otypes[place]
            else:
                dtype = np.asarray(column[0]).dtype
                if dtype.kind in 'US':
                    dtype = None
            array = np.array(column, dtype=dtype).reshape(shape)
            outputs.append(array)
        return outputs[0] if count == 1 else tuple(outputs)

    def _with_signature(self, args, kwargs):
        inputs, _, outputs = self.signature.replace(' ', '').partition('->')
        cores, results_of = _cores(inputs), _cores(outputs)
        if len(args) != len(cores):
            raise TypeError(f'wrong number of positional arguments: expected {len(cores)}, got {len(args)}')
        arrays = [np.asanyarray(one) for one in args]
        sizes = {}
        for array, core in zip(arrays, cores):
            if array.ndim < len(core):
                raise ValueError(
                    f'{array.ndim}-dimensional argument does not have enough dimensions for all core dimensions '
                    f'{tuple(core)!r}')
            for name, length in zip(core, array.shape[array.ndim - len(core):]):
                if sizes.setdefault(name, length) != length:
                    raise ValueError(
                        f'inconsistent size for core dimension {name!r}: {length} vs {sizes[name]}')
        outer = np.broadcast_shapes(*[array.shape[:array.ndim - len(core)] for array, core in zip(arrays, cores)])
        arrays = [np.broadcast_to(array, outer + array.shape[array.ndim - len(core):])
                  for array, core in zip(arrays, cores)]
        answers = None
        for place in np.ndindex(*outer):
            values = self.pyfunc(*[array[place] for array in arrays], **kwargs)
            values = values if len(results_of) > 1 else (values,)
            if len(values) != len(results_of):
                raise ValueError(
                    f'wrong number of outputs from pyfunc: expected {len(results_of)}, got {len(values)}')
            for value, core in zip(values, results_of):
                for name, length in zip(core, np.shape(value)[np.ndim(value) - len(core):]):
                    if sizes.setdefault(name, length) != length:
                        raise ValueError(
                            f'inconsistent size for core dimension {name!r}: {length} vs {sizes[name]}')
            if answers is None:
                kinds = self.otypes or [np.asarray(value).dtype for value in values]
                answers = [np.empty(outer + np.shape(value), dtype=kind) for value, kind in zip(values, kinds)]
            for answer, value in zip(answers, values):
                answer[place] = value
        if answers is None:
            if self.otypes is None:
                raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
            if any(name not in sizes for core in results_of for name in core):
                raise ValueError(
                    'cannot call `vectorize` with a signature including new output dimensions on size 0 inputs')
            answers = [np.empty(outer + tuple(sizes[name] for name in core), dtype=kind)
                       for core, kind in zip(results_of, self.otypes)]
        return answers[0] if len(answers) == 1 else tuple(answers)


def _cores(part):
    """The names of the axes of each argument in one side of a signature."""
    return [[name for name in one.split(',') if name] for one in part[1:-1].split('),(')]


def _clip(a, a_min, a_max, out, minimum, maximum, casting=None, dtype=None, where=True):
    """`clip` with the keywords of a ufunc."""
    low = a_min if minimum is None else minimum
    high = a_max if maximum is None else maximum
    if where is None:
        where = True
    bounds = [np.asarray(one) if type(one) not in (int, float) else one for one in (low, high) if one is not None]
    a = np.asarray(a)
    kind = np.dtype(dtype) if dtype is not None else np.result_type(a, *bounds)
    casting = casting or 'same_kind'
    if not np.can_cast(a.dtype, kind, casting):
        raise TypeError(f"Cannot cast ufunc 'clip' input 0 from {a.dtype!r} to {kind!r} with casting rule '{casting}'")
    result = np.clip(a.astype(kind, copy=False), low, high)
    if where is not True:
        full = np.empty(result.shape, kind) if out is None else out
        np.copyto(full, result, where=where, casting=casting)
        return full
    if out is None:
        return result
    if not np.can_cast(result.dtype, out.dtype, casting):
        raise TypeError(
            f"Cannot cast ufunc 'clip' output from {result.dtype!r} to {out.dtype!r} with casting rule '{casting}'")
    out[...] = result.astype(out.dtype)
    return out


def unique_values(x):
    """Return the sorted different elements."""
    return np.unique(x, equal_nan=False)


def _unique_result(name, fields, values):
    import collections
    return collections.namedtuple(name, fields)(*values)


def unique_counts(x):
    """Return the sorted different elements, and how often each stands."""
    return _unique_result('UniqueCountsResult', 'values counts',
                          np.unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x):
    """Return the sorted different elements, and for each element the place of its value there."""
    return _unique_result('UniqueInverseResult', 'values inverse_indices',
                          np.unique(x, return_inverse=True, equal_nan=False))


def unique_all(x):
    """Return the sorted different elements, their first places, the place of each element among them, and counts."""
    return _unique_result('UniqueAllResult', 'values indices inverse_indices counts',
                          np.unique(x, return_index=True, return_inverse=True, return_counts=True, equal_nan=False))


def packbits(a, /, axis=None, bitorder='big'):
    """Return the bits of a binary array, eight in each uint8."""
    a = np.asarray(a)
    if a.dtype.kind not in 'biu':
        raise TypeError('Expected an input array of integer or boolean data type')
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must be either 'little' or 'big'")
    if axis is None:
        a = a.ravel()
        axis = 0
    bits = np.moveaxis(a != 0, axis, -1).astype(np.uint8)
    missing = -bits.shape[-1] % 8
    if missing:
        bits = np.concatenate([bits, np.zeros(bits.shape[:-1] + (missing,), dtype=np.uint8)], axis=-1)
    bits = bits.reshape(bits.shape[:-1] + (bits.shape[-1] // 8, 8))
    weights = 2 ** np.arange(8)
    if bitorder == 'big':
        weights = weights[::-1]
    packed = (bits * weights).sum(axis=-1).astype(np.uint8)
    return np.ascontiguousarray(np.moveaxis(packed, -1, axis))


def unpackbits(a, /, axis=None, count=None, bitorder='big'):
    """Return the bits of uint8 numbers as an array of 0 and 1."""
    a = np.asarray(a)
    if a.dtype != np.uint8:
        raise TypeError('Expected an input array of unsigned byte data type')
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must be either 'little' or 'big'")
    if axis is None:
        a = a.ravel()
        axis = 0
    if a.ndim == 0:
        a = a.reshape(1)
    moved = np.moveaxis(a, axis, -1).astype(int)
    shifts = np.arange(8)
    if bitorder == 'big':
        shifts = shifts[::-1]
    bits = (moved[..., None] >> shifts & 1).astype(np.uint8).reshape(moved.shape[:-1] + (-1,))
    if count is not None:
        if count < 0:
            if -count > bits.shape[-1]:
                raise ValueError('-count larger than number of elements')
            bits = bits[..., :count]
        elif count > bits.shape[-1]:
            extra = np.zeros(bits.shape[:-1] + (count - bits.shape[-1],), dtype=np.uint8)
            bits = np.concatenate([bits, extra], axis=-1)
        else:
            bits = bits[..., :count]
    return np.ascontiguousarray(np.moveaxis(bits, -1, axis))


def asfortranarray(a, dtype=None, *, like=None):
    """Return an array whose elements stand in Fortran order."""
    if type(a) is np.ndarray and a.ndim > 0 and a.flags.f_contiguous and (dtype is None or a.dtype == np.dtype(dtype)):
        return a
    return np.array(a, dtype, copy=None, order='F', ndmin=1)


def asarray_chkfinite(a, dtype=None, order=None):
    """Return an array. ValueError where an element is nan or infinite."""
    a = np.asarray(a, dtype=dtype, order=order)
    if a.dtype.kind in 'fc' and not np.isfinite(a).all():
        raise ValueError('array must not contain infs or NaNs')
    return a


def astype(x, dtype, /, *, copy=True, device=None):
    """Return a copy of another dtype."""
    if not isinstance(x, np.ndarray) and not np.isscalar(x):
        raise TypeError('Input should be a NumPy array or scalar. ' + f'It is a {type(x)} instead.')
    return x.astype(dtype, copy=copy)
