"""Cycles of properties: colours and line styles that plots take by turns."""

from itertools import cycle as _cycle
from itertools import product as _product

__version__ = '0.12.1'


class Cycler:
    """A list of properties by turns: dictionaries with the same keys. Cycles add up (`+`) and multiply (`*`)."""

    def __init__(self, left, right=None, op=None):
        self._left, self._right, self._op = left, right, op
        if isinstance(left, Cycler):
            self._entries, self._keys = left._entries, left._keys
        else:
            self._entries = [dict(entry) for entry in left or []]
            self._keys = set(self._entries[0]) if self._entries else set()
        if right is not None:
            if self._keys & right._keys:
                raise ValueError('Can not compose overlapping cycles')
            self._keys = self._keys | right._keys
            pairs = _product(self._entries, right._entries) if op == '*' else zip(self._entries, right._entries)
            self._entries = [{**a, **b} for a, b in pairs]

    keys = property(lambda self: set(self._keys))

    def change_key(self, old, new):
        if old == new:
            return
        if new in self._keys:
            raise ValueError(f"Can't replace {old} with {new}, {new} is already a key")
        if old not in self._keys:
            raise KeyError(f"Can't replace {old} with {new}, {old} is not a key")
        self._keys = {new if key == old else key for key in self._keys}
        self._entries = [{new if k == old else k: v for k, v in entry.items()} for entry in self._entries]
        for side in (self._left, self._right):
            if isinstance(side, Cycler) and old in side._keys:
                side.change_key(old, new)

    def by_key(self):
        return {key: [entry[key] for entry in self._entries] for key in
                (list(self._entries[0]) if self._entries else sorted(self._keys))}

    def simplify(self):
        return Cycler(self._entries)

    def concat(self, other):
        return concat(self, other)

    def __getitem__(self, key):
        if not isinstance(key, slice):
            raise ValueError('Can only use slices with Cycler.__getitem__')
        made = Cycler(self._entries[key])
        made._keys = set(self._keys)
        return made

    def __iter__(self):
        return iter([dict(entry) for entry in self._entries])

    def __call__(self):
        return _cycle(self)

    def __len__(self):
        return len(self._entries)

    def __add__(self, other):
        if not isinstance(other, Cycler):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f'Can only add equal length cycles, not {len(self)} and {len(other)}')
        return Cycler(self, other, '+')

    def __mul__(self, other):
        if isinstance(other, Cycler):
            return Cycler(self, other, '*')
        if isinstance(other, int):
            made = None
            for key, values in self.by_key().items():
                one = cycler(key, values * other)
                made = one if made is None else made + one
            return made
        return NotImplemented

    def __rmul__(self, other):
        return self * other

    def __eq__(self, other):
        return isinstance(other, Cycler) and self._keys == other._keys and self._entries == other._entries

    __hash__ = None

    def __repr__(self):
        if self._op is not None:
            return f'({self._left!r} {self._op} {self._right!r})'
        by_key = self.by_key()
        parts = [f'cycler({key!r}, {by_key[key]!r})' for key in by_key]
        return parts[0] if len(parts) == 1 else '(' + ' + '.join(parts) + ')'


def _one(label, values):
    if isinstance(values, Cycler):
        by_key = values.by_key()
        if len(by_key) != 1:
            raise ValueError('Can not create Cycler from a multi-property Cycler')
        values = next(iter(by_key.values()))
    made = Cycler([{label: value} for value in values])
    made._keys = {label}
    return made


def cycler(*args, **kwargs):
    """A cycle of one property by its name and values, or of several by keywords."""
    if args and kwargs:
        raise TypeError('cycler() can only accept positional OR keyword arguments -- not both.')
    if len(args) == 1:
        if not isinstance(args[0], Cycler):
            raise TypeError('If only one positional argument given, it must be a Cycler instance.')
        return Cycler(args[0])
    if len(args) == 2:
        return _one(*args)
    if len(args) > 2:
        raise TypeError('Only a single Cycler can be accepted as the lone positional argument. Use keyword arguments '
                        'instead.')
    if not kwargs:
        raise TypeError('Must have at least a positional OR keyword arguments')
    made = None
    for label, values in kwargs.items():
        one = _one(label, values)
        made = one if made is None else made + one
    return made


def concat(left, right):
    """One cycle behind the other."""
    if left.keys != right.keys:
        raise ValueError('Keys do not match:\n'
                         f'\tIntersection: {left.keys & right.keys!r}\n\tDisjoint: {left.keys ^ right.keys!r}')
    one, two = left.by_key(), right.by_key()
    made = None
    for key in left.by_key():
        part = cycler(key, one[key] + two[key])
        made = part if made is None else made + part
    return made
