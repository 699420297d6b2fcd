"""`pad`: arrays with more around them."""

import numpy as np

__name__ = 'numpy'

_KEYWORDS = {
    'empty': [], 'edge': [], 'wrap': [], 'constant': ['constant_values'], 'linear_ramp': ['end_values'],
    'maximum': ['stat_length'], 'mean': ['stat_length'], 'median': ['stat_length'], 'minimum': ['stat_length'],
    'reflect': ['reflect_type'], 'symmetric': ['reflect_type'],
}


def _pairs(x, rank, as_index=False):
    """What stands before and behind each axis."""
    if x is None:
        return ((None, None),) * rank
    x = np.array(x)
    if as_index:
        x = np.round(x).astype(np.intp, copy=False)
    if as_index and x.size and x.min() < 0:
        raise ValueError("index can't contain negative values")
    if x.ndim < 3:
        if x.size == 1:
            x = x.ravel()
            return ((x[0], x[0]),) * rank
        if x.size == 2 and x.shape != (2, 1):
            x = x.ravel()
            return ((x[0], x[1]),) * rank
    return np.broadcast_to(x, (rank, 2)).tolist()


def _part(axis, rank, start, stop):
    return (slice(None),) * axis + (slice(start, stop),) + (Ellipsis,)


def pad(array, pad_width, mode='constant', **kwargs):
    """Return an array with more elements before and behind each axis: a constant, the edge, a ramp, a statistic, a
    mirror image, or what follows when the array repeats."""
    array = np.asarray(array)
    rank = array.ndim
    if isinstance(pad_width, dict):
        widths = [(0, 0)] * rank
        for axis, width in pad_width.items():
            if isinstance(width, tuple) and len(width) == 2:
                widths[axis] = width
            elif isinstance(width, int):
                widths[axis] = (width, width)
            else:
                raise TypeError(f'Invalid pad width for axis {axis}: {width}. Must be an int or a tuple of two ints.')
        pad_width = widths
    pad_width = np.asarray(pad_width)
    if pad_width.dtype.kind not in 'iu':
        raise TypeError('`pad_width` must be of integral type.')
    widths = [(int(before), int(behind)) for before, behind in _pairs(pad_width, rank, as_index=True)]
    if callable(mode):
        padded, _ = _placed(array, widths, fill=0)
        for axis in range(padded.ndim):
            view = np.moveaxis(padded, axis, -1)
            for place in np.ndindex(*view.shape[:-1]):
                mode(view[place], widths[axis], axis, kwargs)
        return padded
    try:
        unsupported = set(kwargs) - set(_KEYWORDS[mode])
    except KeyError:
        raise ValueError(f"mode '{mode}' is not supported") from None
    if unsupported:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unsupported}")
    if array.size == 0 and mode not in ('constant', 'empty'):
        for axis, width in enumerate(widths):
            if array.shape[axis] == 0 and any(width):
                raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
    padded, inner = _placed(array, widths)
    if mode == 'empty':
        return padded
    if mode == 'constant':
        values = _pairs(kwargs.get('constant_values', 0), rank)
        for axis, (before, behind) in enumerate(widths):
            _set_pair(padded, axis, before, behind, values[axis][0], values[axis][1])
        return padded
    if array.size == 0:
        return padded
    for axis, (before, behind) in enumerate(widths):
        if not before and not behind and mode not in ('maximum', 'mean', 'median', 'minimum'):
            continue
        length = array.shape[axis]
        view = padded[tuple([slice(None)] * (axis + 1) + [inner[later] for later in range(axis + 1, rank)])]
        core = view[_part(axis, rank, before, before + length)]
        if mode == 'edge':
            _set_pair(view, axis, before, behind, core[_part(axis, rank, 0, 1)], core[_part(axis, rank, -1, None)])
        elif mode == 'linear_ramp':
            _ramps(view, core, axis, before, behind, _pairs(kwargs.get('end_values', 0), rank)[axis])
        elif mode in ('maximum', 'mean', 'median', 'minimum'):
            lengths = _pairs(kwargs.get('stat_length'), rank, as_index=kwargs.get('stat_length') is not None)[axis]
            _statistics(view, core, axis, before, behind, mode, lengths)
        elif mode == 'wrap':
            places = np.arange(-before, length + behind) % length
            view[...] = np.take(core, places, axis=axis)
        else:
            _mirror(view, core, axis, before, behind, mode, kwargs.get('reflect_type', 'even'))
    return padded


def _placed(array, widths, fill=None):
    shape = tuple(before + length + behind for length, (before, behind) in zip(array.shape, widths))
    padded = np.empty(shape, dtype=array.dtype, order='F' if np.isfortran(array) else 'C')
    if fill is not None:
        padded.fill(fill)
    inner = tuple(slice(before, before + length) for length, (before, behind) in zip(array.shape, widths))
    padded[inner] = array
    return padded, inner


def _set_pair(view, axis, before, behind, first, last):
    view[_part(axis, view.ndim, 0, before)] = first
    view[_part(axis, view.ndim, view.shape[axis] - behind, None)] = last


def _ramps(view, core, axis, before, behind, ends):
    rank = view.ndim
    for width, end, edge, place, backwards in (
            (before, ends[0], core[_part(axis, rank, 0, 1)], (0, before), False),
            (behind, ends[1], core[_part(axis, rank, -1, None)], (view.shape[axis] - behind, None), True)):
        if not width:
            continue
        ramp = np.linspace(start=end, stop=np.squeeze(edge, axis), num=width, endpoint=False, dtype=view.dtype,
                           axis=axis)
        view[_part(axis, rank, *place)] = np.flip(ramp, axis) if backwards else ramp


def _statistics(view, core, axis, before, behind, mode, lengths):
    rank = view.ndim
    function = {'maximum': np.amax, 'minimum': np.amin, 'mean': np.mean, 'median': np.median}[mode]
    length = core.shape[axis]
    answers = []
    for place, wanted in enumerate(lengths):
        wanted = length if wanted is None or wanted > length else int(wanted)
        if wanted == 0 and mode in ('maximum', 'minimum'):
            raise ValueError('stat_length of 0 yields no value for padding')
        piece = core[_part(axis, rank, 0, wanted)] if place == 0 else core[_part(axis, rank, length - wanted, None)]
        answer = function(piece, axis=axis, keepdims=True)
        if view.dtype.kind in 'iu':
            answer = np.round(answer)
        answers.append(answer)
    _set_pair(view, axis, before, behind, answers[0], answers[1])


def _mirror(view, core, axis, before, behind, mode, reflect_type):
    """Reflect around both edges, as often as the width asks for."""
    length = core.shape[axis]
    rank = view.ndim
    if length == 1 and mode == 'reflect':
        _set_pair(view, axis, before, behind, core, core)
        return
    period = 2 * length - 2 if mode == 'reflect' else 2 * length
    places = np.arange(-before, length + behind)
    folded = places % period
    folded = np.where(folded < length, folded, (period if mode == 'reflect' else period - 1) - folded)
    values = np.take(core, folded, axis=axis)
    if reflect_type == 'odd':
        # Each reflection at an edge turns the values around it: an even number of them moves, an odd one mirrors too.
        first = core[_part(axis, rank, 0, 1)]
        last = core[_part(axis, rank, -1, None)]
        step = length - 1 if mode == 'reflect' else length
        turns = places // step
        shape = [1] * rank
        shape[axis] = -1
        turns = turns.reshape(shape)
        height = last - first
        if mode == 'reflect':
            even = turns % 2 == 0
            values = np.where(even, values + turns * height, first + last - values + (turns - 1) * height + height)
            values = values if values.dtype == view.dtype else values.astype(view.dtype)
            view[...] = values
            return
        _odd_symmetric(view, core, axis, before, behind)
        return
    view[...] = values


def _odd_symmetric(view, core, axis, before, behind):
    """Piece by piece: what has been filled is mirrored around its edge."""
    rank = view.ndim
    while before > 0 or behind > 0:
        start, stop = before, view.shape[axis] - behind
        size = stop - start
        if before > 0:
            chunk = min(size, before)
            piece = np.flip(view[_part(axis, rank, start, start + chunk)], axis)
            edge = view[_part(axis, rank, start, start + 1)]
            view[_part(axis, rank, start - chunk, start)] = 2 * edge - piece
            before -= chunk
        if behind > 0:
            chunk = min(size, behind)
            piece = np.flip(view[_part(axis, rank, stop - chunk, stop)], axis)
            edge = view[_part(axis, rank, stop - 1, stop)]
            view[_part(axis, rank, stop, stop + chunk)] = 2 * edge - piece
            behind -= chunk
