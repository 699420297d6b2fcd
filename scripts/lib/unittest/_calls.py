"""Calls of mocks, and values that stand for others."""


class _SentinelObject:
    """A value that is only itself."""

    def __init__(self, name):
        self.name = name

    def __reduce__(self):
        return f'sentinel.{self.name}'

    __repr__ = __reduce__


class _Sentinel:
    """Unique values, made by asking for their names."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """What is equal to everything."""

    def __repr__(self):
        return '<ANY>'

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return not self == other


ANY = _ANY()


class _CallList(list):
    """Calls, in which a series of them can be looked for."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[i:i + len(value)] == value for i in range(len(self) - len(value) + 1))

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))


def _parts(value, name):
    """The name, arguments and named arguments of a call, any of which may be left out."""
    args, kwargs = (), {}
    for place, part in enumerate(value):
        if isinstance(part, str) and not place:
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class _Call(tuple):
    """A call: its name, its arguments, those with names; or without the name."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        name, args, kwargs = _parts(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    @property
    def args(self):
        return tuple.__getitem__(self, len(self) - 2)

    @property
    def kwargs(self):
        return tuple.__getitem__(self, len(self) - 1)

    def __eq__(self, other):
        try:
            count = len(other)
        except TypeError:
            return NotImplemented
        name = self[0] if len(self) == 3 else ''
        if count > 3:
            return False
        whole = [*other]
        if count == 2 and not isinstance(whole[0], str):
            whole.insert(0, '')
        their_name, args, kwargs = whole if len(whole) == 3 else _parts(whole, '')
        if name and their_name != name:
            return False
        # What is asked for stands on the left: ANY has the say.
        return (args, kwargs) == (self.args, self.kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        own = self.__dict__.get('_mock_name')
        return _Call(name=name if own is None else own + '.' + name, parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in tuple.__dict__ and not name.startswith('__'):
            raise AttributeError
        return tuple.__getattribute__(self, name)

    def call_list(self):
        """This call and those that led to it."""
        calls = []
        one = self
        while one is not None:
            if one._mock_from_kall:
                calls.append(one)
            one = one._mock_parent
        return _CallList(reversed(calls))

    def _text(self, name):
        parts = [repr(arg) for arg in self.args] + ['%s=%r' % pair for pair in self.kwargs.items()]
        return f'{name}({", ".join(parts)})'

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name = self[0] if len(self) == 3 else ''
        dot = '.' if name and not name.startswith('()') else ''
        return self._text(f'call{dot}{name}')


call = _Call(from_kall=False)
