"""Builtin types with arguments: `list[int]`."""


def _text(item):
    if item is ...:
        return '...'
    if isinstance(item, list):
        return '[' + ', '.join(map(_text, item)) + ']'
    if isinstance(item, type):
        return item.__qualname__ if item.__module__ == 'builtins' else f'{item.__module__}.{item.__qualname__}'
    return repr(item)


def _parameters(args):
    found = []
    for arg in args:
        own = (arg,) if hasattr(arg, '__constraints__') else getattr(arg, '__parameters__', ())
        found.extend(p for p in (own if isinstance(own, tuple) else ()) if p not in found)
    return tuple(found)


class GenericAlias:
    """A class with its arguments. It is called, subclassed and asked for attributes as the class itself."""

    def __init__(self, origin, args, /):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)

    def __repr__(self):
        return f'{_text(self.__origin__)}[{", ".join(map(_text, self.__args__)) or "()"}]'

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getitem__(self, items):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        items = items if isinstance(items, tuple) else (items,)
        if len(items) != len(self.__parameters__):
            few = 'few' if len(items) < len(self.__parameters__) else 'many'
            raise TypeError(f'Too {few} arguments for {self!r}; '
                            f'actual {len(items)}, expected {len(self.__parameters__)}')
        values = dict(zip(self.__parameters__, items))
        return GenericAlias(self.__origin__, tuple(self._replaced(a, values) for a in self.__args__))

    @staticmethod
    def _replaced(arg, values):
        if arg in values:
            return values[arg]
        inner = getattr(arg, '__parameters__', ())
        return arg[tuple(values[p] for p in inner)] if isinstance(inner, tuple) and inner else arg

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') and name not in ('__name__', '__qualname__', '__doc__'):
            raise AttributeError(f"'types.GenericAlias' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))


GenericAlias.__module__ = 'types'
