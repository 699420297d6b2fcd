"""How objects of other classes are copied and pickled."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

from _collections import deque

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Says how objects of a type are reduced."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Says that something may make objects."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _slotnames(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        names.extend((slots,) if isinstance(slots, str) else slots)
    return [name for name in names if name not in ('__dict__', '__weakref__')]


def clear_extension_cache():
    pass


def _reduced(x, protocol):
    """What it takes to build x again: the class, its arguments, state, list items and dict items."""
    cls = type(x)
    if dispatch_table and cls in dispatch_table:
        return dispatch_table[cls](x)
    own = getattr(cls, '__reduce_ex__', None)
    if own is not None and own is not _object_reduce_ex:
        return own(x, protocol)
    own = getattr(cls, '__reduce__', None)
    if own is not None and own is not _object_reduce:
        return own(x)
    return _reduce_plain(x, protocol)


def _reduce_ex(x, protocol):
    own = type(x).__reduce__
    return own(x) if own is not _object_reduce else _reduce_plain(x, protocol)


def _reduce_error(x):
    state = x.__dict__
    return (type(x), x.args, state) if state else (type(x), x.args)


def _set_error_state(x, state):
    if state is None:
        return
    if not isinstance(state, dict):
        raise TypeError('state is not a dictionary')
    for name, value in state.items():
        setattr(x, name, value)


def _state(x):
    state = getattr(x, '__dict__', None) or None
    cls = type(x)
    if hasattr(cls, '__mro__'):
        slots = {name: getattr(x, name) for name in _slotnames(cls) if hasattr(x, name)}
        if slots:
            return state, slots
    return state


def _own_state(x, cls):
    own = getattr(cls, '__getstate__', _object_getstate)
    return _state(x) if own is _object_getstate else x.__getstate__()


def _reduce_plain(x, protocol):
    """What `object` itself does, for values of the builtin types too."""
    cls = type(x)
    if x is NotImplemented or x is Ellipsis or cls is _builtin_function:
        return getattr(x, '__name__', None) or repr(x)
    if cls.__name__ == '_lru_cache_wrapper':
        return x.__qualname__
    if cls.__name__ == 'Pattern' and cls.__module__ == 're':
        import re
        return re.compile, (x.pattern, x.flags)
    if _is_partial(cls):
        return _partial, (cls, x.func, x.args, x.keywords, getattr(x, '__dict__', None) or None)
    if cls.__module__ == 'itertools':
        return _reduce_iterator(x, cls)
    if isinstance(x, deque):
        args = () if x.maxlen is None else ((), x.maxlen)
        return cls, args, getattr(x, '__dict__', None) or None, iter(x)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _own_state(x, cls)
    if isinstance(x, bytearray):
        return cls, (x.decode('latin-1'), 'latin-1'), _own_state(x, cls)
    if cls is range or cls is slice:
        return cls, (x.start, x.stop, x.step)
    if cls.__module__ == 'builtins' and cls not in _simple or not hasattr(cls, '__mro__'):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    return _plain(x, cls) if protocol >= 2 else _older(x, cls)


def _is_partial(cls):
    return any([base.__name__ == 'partial' and base.__module__ == 'functools' for base in getattr(cls, '__mro__', (cls,))])


def _partial(cls, func, args, keywords, attributes):
    made = cls(func, *args, **keywords)
    for name, value in (attributes or {}).items():
        setattr(made, name, value)
    return made


def _reduce_iterator(x, cls):
    if cls.__name__ == 'count':
        import itertools
        start, _, step = repr(x)[6:-1].partition(', ')
        try:
            return itertools.count, (eval(start), eval(step or '1'))
        except NameError:
            pass
    raise TypeError(f"cannot pickle '{cls.__module__}.{cls.__name__}' object")


def _older(x, cls):
    """The form of protocols 0 and 1."""
    base = next((base for base in _bases if isinstance(x, base)), object)
    if cls is base and base is not object:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    if _slotnames(cls) and getattr(cls, '__getstate__', _object_getstate) is _object_getstate:
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    made = _reconstructor, (cls, base, None if base is object else _value(x, base))
    state = _own_state(x, cls)
    return made + (state,) if state else made


def _value(x, base):
    """The value of a builtin type that an object extends, whatever its class says of it."""
    if base is str:
        return str.__str__(x)
    if base is int:
        return int.__index__(x)
    return float.__float__(x) if base is float else base(x)


def _plain(x, cls):
    state = _own_state(x, cls)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    if hasattr(cls, '__getnewargs_ex__'):
        args, keywords = x.__getnewargs_ex__()
        return __newobj_ex__, (cls, args, keywords), state, items, pairs
    if hasattr(cls, '__getnewargs__'):
        args = x.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f'__getnewargs__ should return a tuple, not {type(args).__name__!r}')
    elif items is not None or pairs is not None:
        args = ()
    elif isinstance(x, complex):
        args = (x.real, x.imag)
    else:
        args = next(((_value(x, base),) for base in _bases if isinstance(x, base)), ())
    return __newobj__, (cls, *args), state, items, pairs


_builtin_function = type(len)
_bases = (list, dict, tuple, int, float, str, bytes, complex)
_simple = {object, *_bases}
_object_reduce_ex = object.__reduce_ex__
_object_reduce = object.__reduce__
_object_getstate = object.__getstate__
