"""Dictionaries that can be reordered."""

from _collections import _move_to_end, _ordered_view, _pop_first

__name__ = 'collections'


_none = object()
# The dictionaries whose text is being made.
_shown = set()
_plain_store = dict.__setitem__


class OrderedDict(dict):
    """A dict that can be reordered, and whose equality with another one heeds the order."""

    def __init__(self, /, *args, **kwds):
        if args or kwds:
            _fill(self, args, kwds)

    def update(self, /, *args, **kwds):
        """Takes over the items of another mapping, of pairs and of keywords."""
        _fill(self, args, kwds)

    def move_to_end(self, key, last=True):
        """Moves an item to the end, or to the beginning with `last=False`."""
        if last:
            _move_to_end(self, key)
        else:
            value = dict.pop(self, key)
            items = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            for key, value in items:
                dict.__setitem__(self, key, value)

    def keys(self):
        """The keys, as a view that sees later changes."""
        return _ordered_view(self, 'keys')

    def values(self):
        """The values, as a view that sees later changes."""
        return _ordered_view(self, 'values')

    def items(self):
        """The pairs, as a view that sees later changes."""
        return _ordered_view(self, 'items')

    def popitem(self, last=True):
        """Removes and returns the last item, or the first with `last=False`."""
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        return _pop_first(self)

    def pop(self, key, default=_none):
        """Removes an item and returns its value."""
        if default is _none:
            try:
                return dict.pop(self, key)
            except KeyError:
                missing = getattr(type(self), '__missing__', None)
                if missing is None:
                    raise
                return missing(self, key)
        return dict.pop(self, key, default)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(map(_same, self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        key = id(self)
        if key in _shown:
            return '...'
        _shown.add(key)
        try:
            return f'{self.__class__.__name__}({list(self.items())!r})'
        finally:
            _shown.discard(key)

    def copy(self):
        """A copy with the same items."""
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (), self.__dict__.copy() or None, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dict with these keys and one value."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


def _fill(target, args, given):
    if len(args) > 1:
        raise TypeError(f'expected at most 1 arguments, got {len(args)}')
    other = args[0] if args else ()
    if type(target).__setitem__ is _plain_store:
        dict.update(target, other, **given)
        return
    if hasattr(other, 'keys'):
        for key in other.keys():
            target[key] = other[key]
    else:
        for key, value in other:
            target[key] = value
    for key, value in given.items():
        target[key] = value


def _same(a, b):
    return a is b or a == b
