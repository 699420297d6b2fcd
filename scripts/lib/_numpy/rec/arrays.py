"""`recarray` and the functions that make one."""

import numpy as np

__name__ = 'numpy.rec'


class recarray(np.ndarray):
    """A structured array whose fields are attributes: `a.x` for `a['x']`."""

    def __new__(subtype, shape, dtype=None, buf=None, offset=0, strides=None, formats=None, names=None, titles=None,
                byteorder=None, aligned=False, order='C'):
        dtype = np.dtype(dtype) if dtype is not None else _type_of(formats, names, titles, aligned)
        if buf is None:
            return np.zeros(shape, dtype).view(subtype)
        return np.ndarray(shape, dtype, buf, offset, strides).view(subtype)

    def __init__(self, *args, **kwargs):
        """Nothing is left to do."""

    def _array(self):
        return np.asarray(self)

    def __getattr__(self, name):
        array = self._array()
        if array.dtype.names is None or name not in array.dtype.names:
            raise AttributeError(f'recarray has no attribute {name}')
        return _shown(array[name])

    def __setattr__(self, name, value):
        names = self._array().dtype.names
        if names and name in names:
            self._array()[name] = value
        else:
            object.__setattr__(self, name, value)

    def __getitem__(self, index):
        return _shown(self._array()[index])

    def __iter__(self):
        for place in range(len(self._array())):
            yield self[place]

    def field(self, attr, val=None):
        """Return a field by its name or number, or set it."""
        array = self._array()
        name = array.dtype.names[attr] if isinstance(attr, int) else attr
        if val is None:
            return _shown(array[name])
        array[name] = val

    @property
    def dtype(self):
        return self._array().dtype

    def __repr__(self):
        array = self._array()
        text = np.array2string(array, separator=', ', prefix='rec.array(') if array.size else '[]'
        return f'rec.array({text},\n          dtype={array.dtype})'

    def __str__(self):
        return str(self._array())


class record:
    """An element of a `recarray`, whose fields are attributes."""

    def __init__(self, values):
        object.__setattr__(self, '_values', values)

    def __getattr__(self, name):
        values = object.__getattribute__(self, '_values')
        if name in ('dtype', 'item', 'tolist'):
            return getattr(values, name)
        if name.startswith('__') or name not in values.dtype.names:
            raise AttributeError(f"'record' object has no attribute '{name}'")
        return values[name]

    def __setattr__(self, name, value):
        self._values[name] = value

    def __getitem__(self, key):
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[key] = value

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __eq__(self, other):
        return self._values == (other._values if isinstance(other, record) else other)

    def __repr__(self):
        return repr(self._values).replace('np.void', 'np.record', 1)

    def __str__(self):
        return str(self._values)

    def pprint(self):
        """Return the fields and their values, a line each."""
        names = self._values.dtype.names
        width = max(len(name) for name in names)
        return '\n'.join(f'{name:>{width}}: {self._values[name]}' for name in names)


def _shown(value):
    """What was taken of a record array: still one where it has fields."""
    if isinstance(value, np.ndarray):
        return value.view(recarray) if value.dtype.names else value
    return record(value) if isinstance(value, np.void) and value.dtype.names else value


def _type_of(formats, names=None, titles=None, aligned=False):
    if formats is None:
        raise ValueError('Need formats argument')
    if isinstance(formats, str):
        formats = [part.strip() for part in formats.split(',')]
    if isinstance(names, str):
        names = [part.strip() for part in names.split(',')]
    names = list(names or [])
    names += [f'f{place}' for place in range(len(names), len(formats))]
    return np.dtype([(name, form) for name, form in zip(names, formats)], align=aligned)


def fromarrays(arrayList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    """Return a record array with a field for each array."""
    arrays = [np.asarray(one) for one in arrayList]
    if dtype is not None:
        dtype = np.dtype(dtype)
    else:
        dtype = _type_of(formats if formats is not None else [one.dtype for one in arrays], names, titles, aligned)
    if len(dtype.names) != len(arrays):
        raise ValueError('mismatch between the number of fields and the number of arrays')
    result = np.zeros(arrays[0].shape if shape is None else shape, dtype)
    for name, one in zip(dtype.names, arrays):
        result[name] = one
    return result.view(recarray)


def fromrecords(recList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    """Return a record array of tuples."""
    if dtype is None and formats is None:
        columns = [np.array([row[place] for row in recList]) for place in range(len(recList[0]))]
        return fromarrays(columns, names=names, titles=titles, aligned=aligned)
    dtype = np.dtype(dtype) if dtype is not None else _type_of(formats, names, titles, aligned)
    return np.array([tuple(row) for row in recList], dtype).view(recarray)


def fromstring(datastring, dtype=None, shape=None, offset=0, formats=None, names=None, titles=None, aligned=False,
               byteorder=None):
    """Return a record array of bytes."""
    dtype = np.dtype(dtype) if dtype is not None else _type_of(formats, names, titles, aligned)
    result = np.frombuffer(datastring, dtype, offset=offset)
    return (result if shape is None else result[:np.prod(shape)].reshape(shape)).view(recarray)


def array(obj, dtype=None, shape=None, offset=0, strides=None, formats=None, names=None, titles=None, aligned=False,
          byteorder=None, copy=True):
    """Return a record array of an array, a list of arrays, tuples or bytes."""
    if isinstance(obj, (bytes, bytearray)):
        return fromstring(obj, dtype, shape, offset, formats, names, titles, aligned)
    if isinstance(obj, (list, tuple)):
        if obj and isinstance(obj[0], (tuple, list)):
            return fromrecords(obj, dtype, shape, formats, names, titles, aligned)
        return fromarrays(obj, dtype, shape, formats, names, titles, aligned)
    if dtype is None and formats is not None:
        dtype = _type_of(formats, names, titles, aligned)
    result = np.array(obj, dtype=dtype, copy=copy)
    return result.view(recarray)
