"""Kinds of containers beside list, tuple, dict and set."""

from _collections import deque

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']


def __getattr__(name):
    # Most programs need but one or two of these; some need the abstract classes too.
    if name == 'Counter':
        from collections._counter import Counter as value
    elif name == 'namedtuple':
        from collections._tuples import namedtuple as value
    elif name == 'OrderedDict':
        from collections._ordered import OrderedDict as value
    elif name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _user
        value = getattr(_user, name)
    else:
        value = None
    if value is not None:
        globals()[name] = value
        return value
    if name == 'abc':
        import collections.abc
        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})


# Dictionaries

class defaultdict(dict):
    """A dict that makes a missing item by calling a function without arguments."""

    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        if args or keywords:
            dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def __repr__(self):
        factory = self.default_factory
        name = '...' if getattr(factory, '__self__', None) is self else repr(factory)
        return f'{type(self).__name__}({name}, {dict.__repr__(self)})'

    def copy(self):
        """A copy with the same items and the same function."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result
