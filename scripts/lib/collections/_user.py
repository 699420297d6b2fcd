"""The classes of `collections` that wrap a container."""

import operator
from collections.abc import MutableMapping, MutableSequence, Sequence


class ChainMap(MutableMapping):
    """Several mappings seen as one; the first that has a key answers, and the first takes all changes."""

    __module__ = 'collections'

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        order = {}
        for mapping in self.maps[::-1]:
            order |= dict.fromkeys(mapping)
        return iter(order)

    def __len__(self):
        return len({key for mapping in self.maps for key in mapping})

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([repr(mapping) for mapping in self.maps]) + ')'

    # What changes, changes the first mapping.

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def _take(self, method, *args):
        try:
            return getattr(self.maps[0], method)(*args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {args[0]!r}' if args else
                           'No keys found in the first mapping.')

    def __delitem__(self, key):
        self._take('__delitem__', key)

    def pop(self, key, *args):
        return self._take('pop', key, *args)

    def popitem(self):
        return self._take('popitem')

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # Other chains.

    def __or__(self, other):
        return ChainMap.__ior__(self.copy(), other) if hasattr(other, 'keys') else NotImplemented

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        flat = dict(other)
        flat.update(self.items())
        return type(self)(flat)

    def copy(self):
        first, *others = self.maps
        return type(self)(first.copy(), *others)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def new_child(self, m=None, **kwargs):
        """A chain with a new mapping before the others."""
        if m is not None and kwargs:
            m.update(kwargs)
        return type(self)(kwargs if m is None else m, *self.maps)

    @property
    def parents(self):
        """The chain without its first mapping."""
        return type(self)(*self.maps[1:])


def _data(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


def _twin(wrapper):
    """Another object like a wrapper, around a copy of its data."""
    cls = type(wrapper)
    twin = cls.__new__(cls)
    twin.__dict__ = {**wrapper.__dict__, 'data': wrapper.data.copy()}
    return twin


def _comparisons():
    """The comparisons of what is wrapped, for the body of a class."""
    def comparison(name):
        compare = getattr(operator, name)

        def method(self, other):
            return compare(self.data, _data(other))
        method.__name__ = name
        return method
    return {name: comparison(name) for name in ('__eq__', '__lt__', '__le__', '__gt__', '__ge__')}


class UserDict(MutableMapping):
    """A dictionary to be subclassed; the items are in `data`."""

    __module__ = 'collections'

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = other.data if isinstance(other, UserDict) else other
        return type(self)(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return type(self)(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        return self.__copy__()

    def __copy__(self):
        return _twin(self)


class UserList(MutableSequence):
    """A list to be subclassed; the items are in `data`."""

    __module__ = 'collections'

    vars().update(_comparisons())

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_data(initlist))

    def __repr__(self):
        return repr(self.data)

    # Items.

    def __getitem__(self, i):
        found = self.data[i]
        return type(self)(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    # New lists.

    def __add__(self, other):
        return type(self)(self.data + list(_data(other)))

    def __radd__(self, other):
        return type(self)(list(_data(other)) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __copy__(self):
        return _twin(self)

    def copy(self):
        return type(self)(self)

    # Changes.

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def extend(self, other):
        self.data.extend(_data(other))

    def insert(self, i, item):
        self.data.insert(i, item)

    def remove(self, item):
        self.data.remove(item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def clear(self):
        self.data.clear()

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)


class UserString(Sequence):
    """A string to be subclassed; the text is in `data`."""

    __module__ = 'collections'

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else str(_data(seq))

    vars().update(_comparisons())

    def __hash__(self):
        return hash(self.data)

    def __repr__(self):
        return repr(self.data)

    def __str__(self):
        return str(self.data)

    def __complex__(self):
        return complex(self.data)

    def __float__(self):
        return float(self.data)

    def __int__(self):
        return int(self.data)

    def __contains__(self, char):
        return _data(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_data(other)))

    def __radd__(self, other):
        return self.__class__(str(_data(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)


def _forward(name, wrap):
    method = getattr(str, name)

    def forward(self, *args, **kwds):
        result = method(self.data, *[_data(a) for a in args], **kwds)
        return self.__class__(result) if wrap else result
    forward.__name__ = name
    setattr(UserString, name, forward)


for _name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip '
              'strip swapcase title translate upper zfill').split():
    _forward(_name, True)
for _name in ('count encode endswith find format format_map index isalpha isalnum isascii isdecimal isdigit '
              'isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind rindex '
              'rpartition rsplit split splitlines startswith').split():
    _forward(_name, False)
