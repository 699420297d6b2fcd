"""Tuples whose items have names."""

from _operator import itemgetter as _itemgetter

__name__ = 'collections'


def _check_names(typename, names):
    from keyword import iskeyword
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')


def _renamed(names):
    from keyword import iskeyword
    seen = set()
    for index, name in enumerate(names):
        if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
            names[index] = f'_{index}'
        seen.add(name)


def _field(index):
    def fset(self, value):
        raise AttributeError("can't set attribute")

    def fdel(self):
        raise AttributeError("can't delete attribute")
    return property(_itemgetter(index), fset, fdel, f'Alias for field number {index}')


def _caller_module():
    try:
        import sys
        return sys._getframe(2).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        _renamed(names)
    _check_names(typename, names)
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    return _named_tuple(typename, tuple(names), field_defaults, module or _caller_module())


def _named_tuple(typename, names, field_defaults, module):
    count = len(names)
    make = tuple.__new__
    parameters = ', '.join(names)
    shown = ', '.join([f'{name}={{{name}!r}}' for name in names])
    unpack = f'{parameters}{"," if count == 1 else ""} = _self' if count else 'pass'
    scope = {'_make_tuple': make, '_new_is_exact': True, '__name__': f'namedtuple_{typename}', '__builtins__': {}}
    exec(f"""def __new__(_cls, {parameters}):
    return _make_tuple(_cls, ({parameters}{"," if count == 1 else ""}))

def __repr__(_self):
    {unpack}
    return f'{{_self.__class__.__name__}}({shown})'
""", scope)
    __new__ = scope['__new__']
    __repr__ = scope['__repr__']
    __new__.__defaults__ = tuple(field_defaults.values()) or None

    def _make(cls, iterable):
        result = make(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **keywords):
        result = self._make([keywords.pop(name) if name in keywords else value for name, value in zip(names, self)])
        if keywords:
            raise ValueError(f'Got unexpected field names: {list(keywords)!r}')
        return result

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    __new__.__doc__ = f'Create new instance of {typename}({", ".join(names)})'
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    __repr__.__doc__ = 'Return a nicely formatted representation string'
    _asdict.__doc__ = 'Return a new dict which maps field names to their values.'
    __getnewargs__.__doc__ = 'Return self as a plain tuple.  Used by copy and pickle.'
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '__module__': module,
        '_fields': names,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': names,
    }
    for index, name in enumerate(names):
        namespace[name] = _field(index)
    return type(typename, (tuple,), namespace)
