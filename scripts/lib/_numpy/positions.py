"""Places in arrays: indices of elements, edits at places, orders."""

import operator

import numpy as np
from numpy.lib.array_utils import normalize_axis_index as _axis_index

__name__ = 'numpy'


def _dimensions(shape):
    return (operator.index(shape),) if not isinstance(shape, (tuple, list, np.ndarray)) else tuple(
        operator.index(length) for length in shape)


def unravel_index(indices, shape, order='C'):
    """Return the indices along each axis of elements counted through an array of a shape."""
    if order not in ('C', 'F'):
        raise ValueError("only 'C' or 'F' order is permitted")
    shape = _dimensions(shape)
    single = np.ndim(indices) == 0
    flat = np.asarray(indices)
    if not shape and not single:
        raise ValueError('multiple indices are not supported for 0d arrays')
    if flat.dtype.kind not in 'iu':
        if flat.size or isinstance(indices, np.ndarray):
            raise TypeError('only int indices permitted')
        raise TypeError("indices must be integral: the provided empty sequence was inferred as float. Wrap it with "
                        "'np.array(indices, dtype=np.intp)'")
    total = 1
    for length in shape:
        total *= length
    for bad in flat[(flat < 0) | (flat >= total)].ravel()[:1]:
        raise ValueError(f'index {bad} is out of bounds for array with size {total}')
    result = []
    rest = flat
    for length in shape[::-1] if order == 'C' else shape:
        result.append(rest % length)
        rest = rest // length
    if order == 'C':
        result.reverse()
    return tuple(np.int64(one) if single else one.astype(np.intp) for one in result)


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    """Return where elements with indices along each axis stand when an array is counted through."""
    dims = _dimensions(dims)
    modes = (mode,) * len(dims) if isinstance(mode, str) else tuple(mode)
    if order not in ('C', 'F'):
        raise ValueError("only 'C' or 'F' order is permitted")
    indices = list(multi_index)
    if len(indices) != len(dims):
        raise ValueError(f'parameter multi_index must be a sequence of length {len(dims)}')
    single = all(np.ndim(one) == 0 for one in indices)
    places = []
    for one, length, how in zip(indices, dims, modes):
        one = np.asarray(one)
        if one.dtype.kind not in 'iub':
            if one.size or isinstance(one, np.ndarray) and not isinstance(multi_index, (tuple, list)):
                raise TypeError('only int indices permitted')
            raise TypeError("indices must be integral: the provided empty sequence was inferred as float. Wrap it with "
                            "'np.array(indices, dtype=np.intp)'")
        if how == 'wrap':
            one = one % length
        elif how == 'clip':
            one = np.clip(one, 0, length - 1)
        elif np.any((one < 0) | (one >= length)):
            raise ValueError('invalid entry in coordinates array')
        places.append(one)
    result = 0
    steps = list(zip(places, dims))
    for place, length in steps if order == 'C' else steps[::-1]:
        result = result * length + place
    return np.int64(result) if single else np.asarray(result, dtype=np.intp)


def fill_diagonal(a, val, wrap=False):
    """Set the main diagonal of an array of at least two axes, in place; a tall one may be filled on and on."""
    if a.ndim < 2:
        raise ValueError('array must be at least 2-d')
    if a.ndim == 2:
        rows, columns = a.shape
        step = columns + 1
        end = rows * columns if wrap else min(rows * columns, columns * columns)
    else:
        if not np.all(np.diff(a.shape) == 0):
            raise ValueError('All dimensions of input must be of equal length')
        step = 1
        size = 1
        for length in a.shape[:-1]:
            size *= length
            step += size
        end = size * a.shape[-1]
    places = np.arange(0, end, step)
    if places.size:
        a[np.unravel_index(places, a.shape)] = np.resize(np.asarray(val), places.size)


def insert(arr, obj, values, axis=None):
    """Return an array with values put in before places along an axis, or in the flattened array."""
    if type(arr) is not np.ndarray and isinstance(arr, np.ndarray):
        return arr.__array_wrap__(_inserted(np.asarray(arr), obj, np.asarray(values), axis))
    return _inserted(np.asarray(arr), obj, values, axis)


def _inserted(arr, obj, values, axis):
    rank = arr.ndim
    if axis is None:
        if rank != 1:
            arr = arr.ravel()
        rank = 1
        axis = 0
    else:
        axis = _axis_index(axis, rank)
    length = arr.shape[axis]
    shape = list(arr.shape)
    if isinstance(obj, slice):
        indices = np.arange(*obj.indices(length), dtype=np.intp)
    else:
        indices = np.array(obj)
        if indices.dtype == bool:
            if indices.ndim != 1:
                raise ValueError('boolean array argument obj to insert must be one dimensional')
            indices = np.flatnonzero(indices)
        elif indices.ndim > 1:
            raise ValueError('index array argument obj to insert must be one dimensional or scalar')
        elif indices.size == 1 and indices.dtype.kind not in 'iu':
            raise TypeError('slice indices must be integers or None or have an __index__ method')
        elif indices.size and indices.dtype.kind not in 'iu':
            raise IndexError('arrays used as indices must be of integer (or boolean) type')
    if indices.size == 1:
        index = int(indices.ravel()[0])
        if index < -length or index > length:
            raise IndexError(f'index {obj} is out of bounds for axis {axis} with size {length}')
        if index < 0:
            index += length
        values = np.array(values, copy=None, ndmin=arr.ndim, dtype=arr.dtype)
        if indices.ndim == 0:
            values = np.moveaxis(values, 0, axis)
        count = values.shape[axis]
        shape[axis] += count
        new = np.empty(shape, arr.dtype)
        before = (slice(None),) * axis
        new[before + (slice(None, index),)] = arr[before + (slice(None, index),)]
        new[before + (slice(index, index + count),)] = values
        new[before + (slice(index + count, None),)] = arr[before + (slice(index, None),)]
        return new
    indices = indices.astype(np.intp)
    for index in indices[(indices < -length) | (indices > length)][:1]:
        raise IndexError(f'index {index} is out of bounds for axis {axis} with size {length}')
    indices = np.where(indices < 0, indices + length, indices)
    count = len(indices)
    order = indices.argsort(kind='stable')
    indices[order] += np.arange(count)
    shape[axis] += count
    rest = np.ones(shape[axis], dtype=bool)
    rest[indices] = False
    new = np.empty(shape, arr.dtype)
    before = (slice(None),) * axis
    new[before + (indices,)] = values
    new[before + (rest,)] = arr
    return new


def lexsort(keys, axis=-1):
    """Return the order of elements along an axis by several keys, of which the last one counts most."""
    keys = np.asarray(keys) if isinstance(keys, np.ndarray) else [np.asarray(key) for key in keys]
    if len(keys) == 0:
        raise TypeError('need sequence of keys with len > 0 in lexsort')
    rank = keys[0].ndim
    if any(key.shape != keys[0].shape for key in keys):
        raise ValueError('all keys need to be the same shape')
    if rank == 0:
        return np.array(0)[()]
    axis = _axis_index(axis, rank)
    order = np.argsort(keys[0], axis=axis, kind='stable')
    for key in keys[1:]:
        inner = np.argsort(np.take_along_axis(key, order, axis), axis=axis, kind='stable')
        order = np.take_along_axis(order, inner, axis)
    return order


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """Return the sorted different elements that are in both arrays, and where they first stand in each."""
    ar1, ar2 = np.asanyarray(ar1), np.asanyarray(ar2)
    if not assume_unique:
        if return_indices:
            ar1, first = np.unique(ar1, return_index=True)
            ar2, second = np.unique(ar2, return_index=True)
        else:
            ar1, ar2 = np.unique(ar1), np.unique(ar2)
    else:
        ar1, ar2 = ar1.ravel(), ar2.ravel()
    joined = np.concatenate((ar1, ar2))
    if return_indices:
        order = np.argsort(joined, kind='stable')
        joined = joined[order]
    else:
        joined.sort()
    same = joined[1:] == joined[:-1]
    common = joined[:-1][same]
    if not return_indices:
        return common
    one = order[:-1][same]
    other = order[1:][same] - ar1.size
    if not assume_unique:
        one, other = first[one], second[other]
    return common, one, other


def setxor1d(ar1, ar2, assume_unique=False):
    """Return the sorted elements that are in just one of two arrays."""
    if not assume_unique:
        ar1, ar2 = np.unique(ar1), np.unique(ar2)
    joined = np.concatenate((np.ravel(ar1), np.ravel(ar2)))
    if joined.size == 0:
        return joined
    joined.sort()
    edges = np.concatenate(([True], joined[1:] != joined[:-1], [True]))
    return joined[edges[1:] & edges[:-1]]


def _is_any(element, test_elements, assume_unique=False, invert=False):
    """`isin` of values that have no order."""
    element, tests = np.asarray(element), np.asarray(test_elements).reshape(-1)
    result = np.zeros(element.shape, dtype=bool)
    for place in np.ndindex(*element.shape):
        value = element[place]
        result[place] = any(value is one or value == one for one in tests) != bool(invert)
    return result


def _places(a):
    """The addresses of an array's elements."""
    places = np.array(a.__array_interface__['data'][0])
    for length, step in zip(a.shape, a.strides):
        places = np.unique(np.add.outer(places, np.arange(length) * step))
    return places.reshape(-1)


def _share_bytes(a, b, max_work=-1):
    """Whether an element of one array has a byte of an element of the other."""
    a, b = np.asarray(a), np.asarray(b)
    if max_work == 0:
        return True
    if max_work is not None and 0 < max_work < max(a.size, b.size) and not a.flags.c_contiguous:
        raise np.exceptions.TooHardError('Exceeded max_work')
    if a.size == 0 or b.size == 0:
        return False
    first, second = _places(a), _places(b)
    behind = np.searchsorted(second, first, side='right')
    before = second[np.maximum(behind - 1, 0)]
    after = second[np.minimum(behind, len(second) - 1)]
    return bool(np.any((before <= first) & (first < before + b.itemsize))
                or np.any((first <= after) & (after < first + a.itemsize)))


def _take_along_flat(arr, indices):
    """`take_along_axis` of the flattened array."""
    indices = np.asarray(indices)
    if indices.ndim != 1:
        raise ValueError('when axis=None, `indices` must have a single dimension.')
    return np.take_along_axis(np.asarray(arr).ravel(), indices, axis=0)


def _put_along_flat(arr, indices, values):
    """`put_along_axis` of the flattened array."""
    indices = np.asarray(indices)
    if indices.ndim != 1:
        raise ValueError('when axis=None, `indices` must have a single dimension.')
    arr[np.unravel_index(indices % arr.size, arr.shape)] = values


def _roll(a, shift, axis=None):
    """`roll` by integers of any size."""
    a = np.asarray(a)
    if axis is None:
        return np.roll(a.ravel(), int(shift) % max(a.size, 1) if np.ndim(shift) == 0 else _steps(shift), 0).reshape(a.shape)
    axes = axis if isinstance(axis, tuple) else (axis,)
    steps = _steps(shift) if np.ndim(shift) else [int(shift)] * len(axes)
    if len(axes) == 1:
        axes = axes * len(steps)
    for step, place in zip(steps, axes):
        a = np.roll(a, step % max(a.shape[place], 1), place)
    return a


def _steps(shift):
    return [int(one) for one in np.ravel(shift)]


def _unique_parts(ar, return_index, return_inverse, return_counts, axis):
    """`unique` along an axis: the different parts in order, as rows are ordered that are compared from the left."""
    parts = np.moveaxis(np.asarray(ar), axis, 0)
    count, width = parts.shape[0], 1
    for extent in parts.shape[1:]:
        width *= extent
    rows = parts.reshape(count, width)
    columns = [rows[:, place] for place in range(width)]
    order = np.lexsort(columns[::-1]) if width else np.arange(count)
    starts = np.zeros(count, dtype=bool)
    starts[:1] = True
    for column in columns:
        column = column[order]
        starts[1:] |= column[1:] != column[:-1]
    first = order[starts]
    results = [np.moveaxis(parts[first], 0, axis)]
    if return_index:
        results.append(first)
    if return_inverse:
        inverse = np.empty(count, dtype=np.intp)
        inverse[order] = np.cumsum(starts) - 1
        results.append(inverse)
    if return_counts:
        places = np.append(np.flatnonzero(starts), count)
        results.append(np.diff(places))
    return results[0] if len(results) == 1 else tuple(results)
