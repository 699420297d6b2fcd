"""The classes of record arrays under their older names."""

import numpy as np

__name__ = 'numpy'

recarray = np.rec.recarray
record = np.rec.record


def _unique_records(ar, return_index, return_inverse, return_counts):
    """`np.unique` of records: in the order of their fields, or of their bytes."""
    ar = np.asarray(ar).ravel()
    if ar.dtype.names is None:
        size, data = ar.dtype.itemsize, ar.tobytes()
        keys = [data[place * size:place * size + size] for place in range(ar.size)]
    else:
        keys = [_key(row) for row in ar.tolist()]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    starts, inverse, counts = [], np.zeros(len(keys), dtype=np.intp), []
    for place in order:
        if not starts or keys[starts[-1]] != keys[place]:
            starts.append(place)
            counts.append(0)
        counts[-1] += 1
        inverse[place] = len(starts) - 1
    starts = np.array(starts, dtype=np.intp)
    result = [ar[starts]]
    if return_index:
        result.append(starts)
    if return_inverse:
        result.append(inverse)
    if return_counts:
        result.append(np.array(counts, dtype=np.intp))
    return result[0] if len(result) == 1 else tuple(result)


def _key(row):
    return tuple([_key(item) if isinstance(item, tuple) else tuple(item.ravel().tolist())
                  if isinstance(item, np.ndarray) else item for item in row])
