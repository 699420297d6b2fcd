"""How masked arrays are written."""

import numpy as np
from _numpy.ma.masks import masked_print_option as _print_option, nomask as _nomask


def _shown_parts(data, mask):
    """The elements as values that print, masked ones as two dashes."""
    if mask is _nomask or not _print_option.enabled():
        return data
    names = data.dtype.names
    if names is not None:
        result = np.empty(data.shape, dtype=[(name, 'O') for name in names])
        for name in names:
            result[name] = _shown_parts(data[name], mask[name])
        return result
    result = data.astype('O')
    result[mask] = _print_option
    return result


def _shortened(data, mask):
    """The same of a long array: only what is shown."""
    options = np.get_printoptions()
    if data.dtype.names is None and data.size > options['threshold']:
        edge = options['edgeitems']
        for axis in range(data.ndim):
            if data.shape[axis] > 2 * edge + 1:
                keep = np.r_[0:edge + 1, data.shape[axis] - edge:data.shape[axis]]
                data, mask = np.take(data, keep, axis), np.take(mask, keep, axis)
        return data, mask, 0
    return data, mask, options['threshold']


class Printing:
    """The text of a masked array, two dashes for each masked element."""

    def __str__(self):
        if self._mask is _nomask:
            return str(self._data)
        if self.ndim == 0 and self.dtype.names is None:
            return str(_print_option) if self._mask else str(self._data)
        if self.size > np.get_printoptions()['threshold']:
            data, mask, limit = _shortened(self._data, self._mask)
            return np.array2string(_shown_parts(data, mask), threshold=limit)
        return str(_shown_parts(self._data, self._mask))

    def __repr__(self):
        name = 'array' if self._baseclass is np.ndarray else self._baseclass.__name__
        start = f'masked_{name}('
        dtype = self.dtype
        is_implied = dtype.names is None and dtype.name in ('int64', 'float64', 'complex128', 'bool') and dtype.isnative
        is_needed = not is_implied or self.size == 0 or bool(np.all(self._mask)) and dtype.names is None
        keys = ['data', 'mask', 'fill_value'] + (['dtype'] if is_needed else [])
        if all(length == 1 for length in self.shape[:-1]):
            indents = {key: ' ' * max(2, len(start) + 4 - len(key)) for key in keys}
            indents['data'] = start
            start = ''
        else:
            indents = {key: '  ' for key in keys}
            start += '\n'
        texts = {}
        data, mask, limit = self._data, self._mask, None
        if mask is not _nomask and self.size > np.get_printoptions()['threshold']:
            data, mask, limit = _shortened(data, mask)
        shown = data if mask is _nomask else _shown_parts(data, mask)
        if self.ndim == 0 and mask is not _nomask and dtype.names is None:
            texts['data'] = str(_print_option) if mask else str(shown)
        else:
            texts['data'] = np.array2string(shown, separator=', ', prefix=indents['data'] + 'data=', suffix=',',
                                            threshold=limit)
        texts['mask'] = np.array2string(np.asarray(self._mask), separator=', ', prefix=indents['mask'] + 'mask=',
                                        suffix=',')
        fill = self.fill_value
        is_own = dtype.kind in 'SU' or self._fill_value.dtype == dtype
        if dtype.kind == 'U':
            fill = str(fill)
        elif is_own and hasattr(fill, 'item'):
            fill = fill.item()
        texts['fill_value'] = repr(fill)
        if is_needed:
            if dtype.kind in 'SUV':
                texts['dtype'] = repr(dtype)[6:-1]
            else:
                texts['dtype'] = np.array_repr(np.array([], dtype)).split('dtype=')[1][:-1]
        return start + ',\n'.join(f'{indents[key]}{key}={texts[key]}' for key in keys) + ')'
