"""Arrays, dtypes and their elements as pickles: `pickle.dumps(a)`, `a.dumps()`."""

import numpy as _np


def _array(cls, dtype, shape, order, data):
    """Make an array of its elements or their bytes."""
    if isinstance(data, list):
        result = _np.empty(len(data), dtype=object)
        for place, value in enumerate(data):
            result[place] = value
    else:
        result = _np.frombuffer(data, dtype).copy()
    result = result.reshape(shape, order=order)
    return result if cls is _np.ndarray else result.view(cls)


def _element(dtype, data):
    """Make a number of its bytes."""
    return _np.frombuffer(data, dtype)[0]


def _reduced_array(a):
    order = 'F' if a.flags.f_contiguous and not a.flags.c_contiguous else 'C'
    plain = _np.asarray(a)
    data = plain.reshape(-1, order=order).tolist() if a.dtype.hasobject else plain.tobytes(order)
    return _array, (type(a), a.dtype, a.shape, order, data)


def _reduced_dtype(dtype):
    if dtype.names is None or dtype.isalignedstruct:
        return _np.dtype, (dtype.str if dtype.names is None else dtype.descr,)
    return _np.dtype, (dtype.descr,)


def _reduced_element(value):
    return _element, (value.dtype, value.tobytes())


def _reducer_of(value):
    """Return what takes one of NumPy's values apart; None for others."""
    if isinstance(value, _np.ndarray):
        return _reduced_array
    if isinstance(value, _np.dtype):
        return _reduced_dtype
    return _reduced_element if isinstance(value, _np.generic) else None


def _dumped(a, file=None):
    import pickle
    if file is None:
        return pickle.dumps(a)
    if hasattr(file, 'write'):
        return pickle.dump(a, file)
    with open(file, 'wb') as stream:
        return pickle.dump(a, stream)


def _set_field(a, value, dtype, offset=0):
    a.getfield(dtype, offset)[...] = value


def _deep_copy(a, memo):
    import copy
    result = _np.empty(a.shape, dtype=object)
    for place in _np.ndindex(*a.shape):
        result[place] = copy.deepcopy(a[place], memo)
    return result
