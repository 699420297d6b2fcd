"""Short texts of objects."""

__all__ = ['Repr', 'repr', 'recursive_repr']

import builtins


def recursive_repr(fillvalue='...'):
    """A decorator for `__repr__` that gives a filler where an object stands inside itself."""
    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        wrapper.__module__ = function.__module__
        wrapper.__doc__ = function.__doc__
        wrapper.__name__ = function.__name__
        wrapper.__qualname__ = function.__qualname__
        return wrapper
    return decorate


class Repr:
    """Makes texts of limited length."""

    def __init__(self):
        self.fillvalue = '...'
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxlong, self.maxstring, self.maxother = 40, 30, 30

    def repr(self, x):
        """The text of an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The text of an object at a depth."""
        special = 'repr_' + '_'.join(type(x).__name__.split(' '))
        return getattr(self, special, self.repr_instance)(x, level)

    def _items(self, x, level, left, right, limit, trail=''):
        if x and level <= 0:
            return left + self.fillvalue + right
        from itertools import islice
        pieces = [self.repr1(item, level - 1) for item in islice(x, limit)]
        return left + self._joined(pieces, len(x), limit) + (trail if len(x) == 1 else '') + right

    def _joined(self, pieces, n, limit):
        """The texts of the first of n items, with a filler for those above the limit."""
        return ', '.join(pieces if n <= limit else [*pieces, self.fillvalue])

    def repr_tuple(self, x, level):
        return self._items(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._items(x, level, '[', ']', self.maxlist)

    def repr_set(self, x, level):
        return self._items(_sorted(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._items(_sorted(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_deque(self, x, level):
        return self._items(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if x and level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}' for key in _sorted(x)[:self.maxdict]]
        return '{' + self._joined(pieces, len(x), self.maxdict) + '}'

    def _ends(self, text, limit, filler):
        """Both ends of a text around a filler, of a length that is left of the limit."""
        kept = max(0, limit - 3)
        return text[:kept // 2] + filler + text[len(text) - (kept + 1) // 2:]

    def _cut(self, text, limit):
        return text if len(text) <= limit else self._ends(text, limit, self.fillvalue)

    def repr_str(self, x, level):
        limit = self.maxstring
        text = builtins.repr(x[:limit])
        if len(text) <= limit:
            return text
        # The quotes and escapes are those of what is left.
        return self._ends(builtins.repr(self._ends(x, limit, '')), limit, self.fillvalue)

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return self._cut(text, self.maxother)


def _sorted(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
