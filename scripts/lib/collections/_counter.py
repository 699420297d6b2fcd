"""How often each element occurs."""

from _collections import _count_elements

__name__ = 'collections'


def _second(pair):
    return pair[1]


_plain_sequences = frozenset((str, list, tuple))


class Counter(dict):
    """A dict of how often each element occurs."""

    def __init__(self, iterable=None, /, **keywords):
        if iterable is not None or keywords or self.__class__ is not Counter:
            self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n commonest elements with their counts, or all."""
        if n is None:
            return sorted(self.items(), key=_second, reverse=True)
        if n == 1:
            return [max(self.items(), key=_second)] if self else []
        return sorted(self.items(), key=_second, reverse=True)[:max(n, 0)]

    def elements(self):
        """Each element as often as its count says."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **keywords):
        """Adds counts."""
        if iterable is not None:
            if type(iterable) in _plain_sequences or not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                for element, count in iterable.items():
                    self[element] = count + self.get(element, 0)
            else:
                super().update(iterable)
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        """Takes counts away; they may become negative."""
        if iterable is not None:
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        """A copy with the same counts."""
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:
            counts = dict(self)
        return f'{self.__class__.__name__}({counts!r})'

    # Comparisons, where a missing element counts zero.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Arithmetic; results keep the positive counts only.

    def _combined(self, other, function):
        result = Counter()
        for element, count in self.items():
            count = function(count, other[element])
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self:
                count = function(0, count)
                if count > 0:
                    result[element] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if isinstance(value, (str, list, tuple, set, frozenset)):
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping)
