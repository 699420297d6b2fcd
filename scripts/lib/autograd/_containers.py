"""Nested tuples, lists and dictionaries: the leaves that stand in them, and the same containers with others."""

import numpy as np
import _autograd


def leaves(value, keys=list):
    """The leaves in order; `keys` puts those of a dictionary in order."""
    if isinstance(value, (tuple, list)):
        return [leaf for item in value for leaf in leaves(item, keys)]
    if isinstance(value, dict):
        return [leaf for key in keys(value) for leaf in leaves(value[key], keys)]
    return [value]


def replaced(value, new, keys=list):
    """The containers with the next of an iterator in the place of each leaf."""
    if isinstance(value, tuple):
        items = [replaced(item, new, keys) for item in value]
        return type(value)(*items) if hasattr(value, '_fields') else tuple(items)
    if isinstance(value, list):
        return [replaced(item, new, keys) for item in value]
    if isinstance(value, dict):
        items = {key: replaced(value[key], new, keys) for key in keys(value)}
        return {key: items[key] for key in value}
    return next(new)


def traced_places(value):
    """The numbers of the leaves that are being differentiated now."""
    return [place for place, leaf in enumerate(leaves(value)) if _autograd.is_traced(leaf)]


def with_leaves(value, places, new):
    """The containers with other leaves in the places of some numbers."""
    parts = leaves(value)
    for place, leaf in zip(places, new):
        parts[place] = leaf
    return replaced(value, iter(parts))


def untraced(value):
    """The containers with plain numbers and arrays where traced ones stand."""
    return replaced(value, (_autograd.call_untraced(lambda plain: plain, (leaf,), {}) for leaf in leaves(value)))


def _is_float(leaf):
    return isinstance(leaf, (float, complex, np.inexact)) or isinstance(leaf, np.ndarray) and leaf.dtype.kind in 'fc'


def record(result, parents, back):
    """A result, which may be nested containers, as that of an operation on traced parents. `back` gives the tuple of
    their cotangents for a cotangent of the result's structure."""
    if not isinstance(result, (tuple, list, dict)):
        return _autograd.record(result, parents, back)
    parts = leaves(result)
    floats = [leaf for leaf in parts if _is_float(leaf)]
    if not floats:
        return result
    # One vector stands for all of them, so that the way back is gone once.
    flat = np.concatenate([np.reshape(leaf, (-1,)) for leaf in floats])

    def pieces(vector):
        place = 0
        for leaf in parts:
            if not _is_float(leaf):
                yield leaf
                continue
            size = np.size(leaf)
            piece = np.reshape(vector[place:place + size], np.shape(leaf))
            place += size
            if leaf_kind(leaf) != 'c' and flat.dtype.kind == 'c':
                piece = np.real(piece)
            yield piece if isinstance(leaf, np.ndarray) else piece[()]

    recorded = _autograd.record(flat, parents, lambda g: back(replaced(result, pieces(g))))
    return replaced(result, pieces(recorded))


def leaf_kind(leaf):
    return np.asarray(leaf).dtype.kind
