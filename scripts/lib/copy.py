"""Copies of objects, shallow and deep."""

from _copy import deep as _deep, shallow as _shallow
from copyreg import _reduced

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    """What cannot be copied."""


error = Error

# What has nothing in it that could be copied, and what is its own shallow copy.
_atomic = frozenset((int, float, bool, complex, str, bytes, type, range, property, type(None), type(Ellipsis),
                     type(NotImplemented), type(len), type(str.upper), type(int.__add__), type(lambda: 0)))
_immutable = _atomic | {tuple, frozenset, slice}
_containers = frozenset((list, dict, set, bytearray))


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _containers:
        return x.copy()
    if cls in _immutable:
        return x
    if isinstance(x, type):
        return x
    y = _shallow(x)
    if y is not NotImplemented:
        return y
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuilt(x, _reduced(x, 4), None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the contents. `memo` maps the id of each object already copied to its copy."""
    return _deep(x, memo, _other)


def _other(x, memo):
    """The same, of anything and with anything for a memo."""
    cls = type(x)
    if cls in _atomic:
        return x
    key = id(x)
    known = memo.get(key, _missing)
    if known is not _missing:
        return known
    copier = _copiers.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif isinstance(x, type):
        return x
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            y = method(memo)
        else:
            y = _rebuilt(x, _reduced(x, 4), memo)
    if y is not x:
        memo[key] = y
        # Keeps x alive as long as its id is a key.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return y


_missing = object()


def _copy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for item in x:
        append(deepcopy(item, memo))
    return y


def _copy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # A tuple that holds itself through a list was copied meanwhile.
    known = memo.get(id(x))
    if known is not None:
        return known
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _copy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _copy_set(x, memo):
    return {deepcopy(item, memo) for item in x}


def _copy_frozenset(x, memo):
    return frozenset([deepcopy(item, memo) for item in x])


def _copy_bytearray(x, memo):
    return bytearray(x)


def _copy_slice(x, memo):
    return slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))


def _copy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Method:
    def f(self):
        pass


_copiers = {list: _copy_list, tuple: _copy_tuple, dict: _copy_dict, set: _copy_set, frozenset: _copy_frozenset,
            bytearray: _copy_bytearray, slice: _copy_slice, type(_Method().f): _copy_method}


def _restore(made, state):
    """Gives a new object its state: attributes, or attributes and slots."""
    own = getattr(made, '__setstate__', None)
    if own is not None:
        own(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        made.__dict__.update(attributes)
    for name, value in slots.items() if slots is not None else ():
        setattr(made, name, value)


def _rebuilt(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    deep = memo is not None
    function, args, state, items, pairs = (tuple(reduced) + (None, None, None))[:5]
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _restore(y, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y
