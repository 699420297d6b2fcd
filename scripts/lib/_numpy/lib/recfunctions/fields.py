"""Functions of the fields of structured arrays."""

import numpy as np

__name__ = 'numpy.lib.recfunctions'


def recursive_fill_fields(input, output):
    """Writes the fields of one array into those of another one that have the same names."""
    for name in output.dtype.names:
        if input.dtype.names is None or name not in input.dtype.names:
            continue
        if input[name].dtype.names is not None:
            recursive_fill_fields(input[name], output[name])
        else:
            output[name][:len(input[name])] = input[name]
    return output


def get_names(adtype):
    """The names of the fields, those inside fields as tuples."""
    names = []
    for name in adtype.names:
        inner = adtype[name]
        names.append((name, tuple(get_names(inner))) if inner.names is not None else name)
    return tuple(names)


def get_names_flat(adtype):
    """The names of the fields and of those inside them, in one row."""
    names = []
    for name in adtype.names:
        names.append(name)
        if adtype[name].names is not None:
            names.extend(get_names_flat(adtype[name]))
    return tuple(names)


def flatten_descr(ndtype):
    """The fields without nesting, as pairs of name and dtype."""
    if ndtype.names is None:
        return (('', ndtype),)
    result = []
    for name in ndtype.names:
        inner = ndtype[name]
        if inner.names is not None:
            result.extend(flatten_descr(inner))
        else:
            result.append((name, inner))
    return tuple(result)


def get_fieldstructure(adtype, lastname=None, parents=None):
    """For each field the names of the fields that it stands in."""
    parents = {} if parents is None else parents
    for name in adtype.names:
        if adtype[name].names is not None:
            parents[name] = [lastname] if lastname else []
            parents.update(get_fieldstructure(adtype[name], name, parents))
        else:
            above = list(parents.get(lastname, []) or [])
            if above:
                above.append(lastname)
            elif lastname:
                above = [lastname]
            parents[name] = above or []
    return parents


def _parts(dtype, path=()):
    """Every number that a record holds: its path, and its place in a field of several."""
    result = []
    for name in dtype.names:
        inner = dtype[name]
        if inner.subdtype is not None:
            base, shape = inner.subdtype
            if base.names is not None:
                for place in np.ndindex(*shape):
                    for key, kind in _parts(base, ()):
                        result.append((path + (name, place) + key, kind))
            else:
                for place in np.ndindex(*shape):
                    result.append((path + (name, place), base))
        elif inner.names is not None:
            result.extend(_parts(inner, path + (name,)))
        else:
            result.append((path + (name,), inner))
    return result


def _at(array, path):
    for key in path:
        array = array[key] if isinstance(key, str) else array[(Ellipsis,) + key]
    return array


def structured_to_unstructured(arr, dtype=None, copy=False, casting='unsafe'):
    """The fields along a last axis of their own."""
    if arr.dtype.names is None:
        raise ValueError('arr must be a structured array')
    parts = _parts(arr.dtype)
    if not parts and dtype is None:
        raise ValueError('arr has no fields. Unable to guess dtype')
    if not parts:
        raise NotImplementedError('arr has no fields. Unsupported')
    kind = np.result_type(*[kind for _, kind in parts]) if dtype is None else np.dtype(dtype)
    result = np.empty(arr.shape + (len(parts),), kind)
    for place, (path, own) in enumerate(parts):
        if not np.can_cast(own, kind, casting):
            raise TypeError(f"Cannot cast array data from {own!r} to {kind!r} according to the rule '{casting}'")
        result[..., place] = _at(arr, path)
    if isinstance(arr, np.ma.MaskedArray):
        mask = np.stack([_at(arr._mask, path) for path, _ in parts], -1)
        return np.ma.array(result, mask=mask)
    return result


def unstructured_to_structured(arr, dtype=None, names=None, align=False, copy=False, casting='unsafe'):
    """The last axis as fields."""
    arr = np.asanyarray(arr)
    if arr.shape == ():
        raise ValueError('arr must have at least one dimension')
    number = arr.shape[-1]
    if number == 0:
        raise NotImplementedError('last axis with size 0 is not supported')
    if dtype is None:
        names = [f'f{place}' for place in range(number)] if names is None else list(names)
        dtype = np.dtype([(name, arr.dtype) for name in names], align=align)
    else:
        if names is not None:
            raise ValueError("don't supply both dtype and names")
        dtype = np.dtype(dtype)
    parts = _parts(dtype)
    if len(parts) != number:
        raise ValueError('The length of the last dimension of arr must be equal to the number of fields in dtype')
    result = np.zeros(arr.shape[:-1], dtype)
    for place, (path, _) in enumerate(parts):
        target = result
        for key in path[:-1]:
            target = target[key] if isinstance(key, str) else target[(Ellipsis,) + key]
        last = path[-1]
        if isinstance(last, str):
            target[last] = arr[..., place]
        else:
            target[(Ellipsis,) + last] = arr[..., place]
    return result[()] if result.shape == () else result


def apply_along_fields(func, arr):
    """A function of the fields of each record."""
    if arr.dtype.names is None:
        raise ValueError('arr must be a structured array')
    return func(structured_to_unstructured(arr), axis=-1)


def assign_fields_by_name(dst, src, zero_unassigned=True):
    """Writes fields into those with the same names."""
    if dst.dtype.names is None:
        dst[...] = src
        return
    for name in dst.dtype.names:
        if name not in src.dtype.names:
            if zero_unassigned:
                dst[name] = np.zeros((), dst.dtype[name])
        else:
            assign_fields_by_name(dst[name], src[name], zero_unassigned)


def require_fields(array, required_dtype):
    """The fields that a dtype asks for, zero where there are none."""
    result = np.zeros(array.shape, dtype=required_dtype)
    assign_fields_by_name(result, array)
    return result


def repack_fields(a, align=False, recurse=False):
    """The fields without gaps between them."""
    if not isinstance(a, np.dtype):
        return a.astype(repack_fields(a.dtype, align=align, recurse=recurse), copy=False)
    if a.names is None:
        return a
    parts = []
    for name in a.names:
        inner = a[name]
        parts.append((name, repack_fields(inner, align=align, recurse=True) if recurse else inner))
    return np.dtype(parts, align=align)


def drop_fields(base, drop_names, usemask=True, asrecarray=False):
    """The array without some of its fields."""
    drop_names = {drop_names} if isinstance(drop_names, str) else set(drop_names)

    def kept(dtype):
        parts = []
        for name in dtype.names:
            if name in drop_names:
                continue
            inner = dtype[name]
            if inner.names is not None:
                below = kept(inner)
                if below:
                    parts.append((name, below))
            else:
                parts.append((name, inner))
        return parts

    result = recursive_fill_fields(base, np.empty(base.shape, dtype=kept(base.dtype)))
    return _fixed(result, usemask, asrecarray)


def rec_drop_fields(base, drop_names):
    """The same as a record array."""
    return drop_fields(base, drop_names, usemask=False, asrecarray=True)


def rename_fields(base, namemapper):
    """The array with other names for its fields."""
    def renamed(dtype):
        parts = []
        for name in dtype.names:
            inner = dtype[name]
            parts.append((namemapper.get(name, name), renamed(inner) if inner.names is not None else inner))
        return parts

    return base.view(np.dtype(renamed(base.dtype)))


def _fixed(result, usemask, asrecarray):
    if usemask:
        return result if isinstance(result, np.ma.MaskedArray) else np.ma.array(result)
    if isinstance(result, np.ma.MaskedArray):
        result = result.filled()
    return result.view(np.recarray) if asrecarray else result


def append_fields(base, names, data, dtypes=None, fill_value=-1, usemask=True, asrecarray=False):
    """The array with further fields."""
    if isinstance(names, (tuple, list)):
        if len(names) != len(data):
            raise ValueError('The number of arrays does not match the number of names')
    else:
        names, data = [names], [data]
    columns = [np.ma.asanyarray(item) if usemask else np.asarray(item) for item in data]
    if dtypes is not None:
        kinds = list(dtypes) if isinstance(dtypes, (tuple, list)) else [dtypes]
        if len(kinds) != len(columns):
            if len(kinds) != 1:
                raise ValueError('The dtypes argument must be None, a dtype, or a list.')
            kinds = kinds * len(columns)
        columns = [column.astype(kind) for column, kind in zip(columns, kinds)]
    length = max([len(base)] + [len(column) for column in columns])
    own = _columns_of(base) if base.dtype.names is not None else [('f0', base)]
    parts = [(name, column.dtype) for name, column in own] + [
        (name, column.dtype) for name, column in zip(names, columns)]
    result = np.ma.masked_all(length, dtype=parts) if usemask else np.zeros(length, dtype=parts)
    for name, column in own:
        result[name][:len(base)] = column
        _fill_rest(result, name, column, length, usemask, fill_value)
    for name, column in zip(names, columns):
        result[name][:len(column)] = column
        _fill_rest(result, name, column, length, usemask, fill_value)
    return _fixed(result, usemask, asrecarray)


def _fill_rest(result, name, column, length, usemask, fill_value):
    number = len(column)
    if usemask:
        mask = result._mask[name]
        mask[:number] = np.ma.getmaskarray(column)
        mask[number:] = True
    elif number < length:
        result[name][number:] = fill_value


def rec_append_fields(base, names, data, dtypes=None):
    """The same as a record array."""
    return append_fields(base, names, data=data, asrecarray=True, usemask=False, dtypes=dtypes)


def _columns_of(array):
    if array.dtype.names is None:
        return [('', array)]
    return [(name, array[name]) for name in array.dtype.names]


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    """Arrays beside each other, as fields."""
    if isinstance(seqarrays, np.ndarray):
        seqarrays = [seqarrays]
    arrays = [np.asanyarray(item).ravel() for item in seqarrays]
    length = max(len(item) for item in arrays)
    parts, columns = [], []
    for place, array in enumerate(arrays):
        if array.dtype.names is not None and (flatten or len(arrays) == 1):
            for name, column in _columns_of(array):
                parts.append((name, array.dtype[name]))
                columns.append(column)
        else:
            parts.append((f'f{place}', array.dtype))
            columns.append(array)
    result = np.ma.masked_all(length, dtype=parts) if usemask else np.zeros(length, dtype=parts)
    for (name, _), column in zip(parts, columns):
        result[name][:len(column)] = column
        _fill_rest(result, name, column, length, usemask, fill_value)
    return _fixed(result, usemask, asrecarray)


def stack_arrays(arrays, defaults=None, usemask=True, asrecarray=False, autoconvert=False):
    """Arrays behind one another, field by field."""
    if isinstance(arrays, np.ndarray):
        return arrays
    if len(arrays) == 1:
        return arrays[0]
    arrays = [np.asanyarray(item).ravel() for item in arrays]
    parts = {}
    for number, array in enumerate(arrays):
        for name, column in _columns_of(array):
            name = name or 'f0'
            if name not in parts:
                parts[name] = column.dtype
            elif autoconvert:
                parts[name] = np.promote_types(parts[name], column.dtype)
            elif parts[name] != column.dtype:
                raise TypeError(f"Incompatible type '{parts[name]}' <> '{column.dtype}'")
    total = sum(len(item) for item in arrays)
    if '' in parts:
        parts['f0'] = parts.pop('')
    if len(parts) == 1 and all(item.dtype.names is None for item in arrays):
        return np.ma.concatenate(arrays) if usemask else np.concatenate(arrays)
    result = np.ma.masked_all(total, dtype=list(parts.items()))
    start = 0
    for array in arrays:
        for place, (name, column) in enumerate(_columns_of(array)):
            name = name or 'f0'
            result[name][start:start + len(array)] = column
            result._mask[name][start:start + len(array)] = np.ma.getmaskarray(column)
        start += len(array)
    return _fixed(result, usemask, asrecarray)


def find_duplicates(a, key=None, ignoremask=True, return_index=False):
    """The records that stand in the array more than once."""
    a = np.ma.asanyarray(a).ravel()
    values = (a[key] if key is not None else a).filled()
    order = values.argsort()
    sorted_ = values[order]
    same = sorted_[1:] == sorted_[:-1]
    flags = np.concatenate(([False], same))
    flags[:-1] = flags[:-1] + flags[1:]
    result = a[order][flags]
    return (result, order[flags]) if return_index else result


def join_by(key, r1, r2, jointype='inner', r1postfix='1', r2postfix='2', defaults=None, usemask=True,
            asrecarray=False):
    """The records of two arrays that have the same key."""
    if jointype not in ('inner', 'outer', 'leftouter'):
        raise ValueError("The 'jointype' argument should be in 'inner', 'outer' or 'leftouter' "
                         f"(got '{jointype}' instead)")
    keys = (key,) if isinstance(key, str) else tuple(key)
    if len(set(keys)) != len(keys):
        dup = next(name for place, name in enumerate(keys) if name in keys[place + 1:])
        raise ValueError(f'duplicate join key {dup!r}')
    for name in keys:
        if name not in r1.dtype.names:
            raise ValueError(f'r1 does not have key field {name!r}')
        if name not in r2.dtype.names:
            raise ValueError(f'r2 does not have key field {name!r}')
    r1, r2 = r1.ravel(), r2.ravel()
    left = [name for name in r1.dtype.names if name not in keys]
    right = [name for name in r2.dtype.names if name not in keys]
    shared = set(left) & set(right)
    if shared and not (r1postfix or r2postfix):
        raise ValueError('r1 and r2 contain common names, r1postfix and r2postfix can\'t both be empty')
    first = [tuple(row) for row in zip(*[r1[name].tolist() for name in keys])]
    second = [tuple(row) for row in zip(*[r2[name].tolist() for name in keys])]
    pairs = [(i, j) for i, item in enumerate(first) for j, other in enumerate(second) if item == other]
    rows = [(first[i], i, j) for i, j in pairs]
    if jointype != 'inner':
        rows += [(item, i, None) for i, item in enumerate(first) if item not in second]
    if jointype == 'outer':
        rows += [(item, None, j) for j, item in enumerate(second) if item not in first]
    rows.sort(key=lambda row: row[0])
    parts = [(name, np.promote_types(r1.dtype[name], r2.dtype[name])) for name in keys]
    parts += [(name + (r1postfix if name in shared else ''), r1.dtype[name]) for name in left]
    parts += [(name + (r2postfix if name in shared else ''), r2.dtype[name]) for name in right]
    result = np.ma.masked_all(len(rows), dtype=parts)
    for place, (values, i, j) in enumerate(rows):
        for name, value in zip(keys, values):
            result._data[name][place] = value
            result._mask[name][place] = False
        for names, source, row, postfix in ((left, r1, i, r1postfix), (right, r2, j, r2postfix)):
            for name in names:
                target = name + (postfix if name in shared else '')
                if row is not None:
                    result._data[target][place] = np.ma.getdata(source[name])[row]
                    result._mask[target][place] = np.ma.getmaskarray(source[name])[row]
    return _fixed(result, usemask, asrecarray)


def rec_join(key, r1, r2, jointype='inner', r1postfix='1', r2postfix='2', defaults=None):
    """The same as a record array."""
    return join_by(key, r1, r2, jointype, r1postfix, r2postfix, defaults, usemask=False, asrecarray=True)
