"""Named tuples and dictionaries with types, open files, and the hints of types."""

from typing import (AnyStr, ForwardRef, Generic, NotRequired, Required, Union, _GenericAlias, _SpecialForm,
                    _SpecialGenericAlias, _checked, get_origin)

__name__ = 'typing'


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, type) and hasattr(tp, '__total__') and hasattr(tp, '__required_keys__')


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, with names looked up."""
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                import sys
                module = sys.modules.get(base.__module__)
                names = {} if module is None else vars(module)
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _found(value, names, localns or {})
    else:
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        while hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        names = getattr(obj, '__globals__', {}) if globalns is None else globalns
        hints = {name: _found(value, names, localns or {}) for name, value in annotations.items()}
    if include_extras:
        return hints
    return {name: _stripped(value) for name, value in hints.items()}


def _found(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        return _found(eval(value, globalns, localns), globalns, localns)
    if isinstance(value, _GenericAlias) and any(isinstance(arg, (ForwardRef, _GenericAlias)) for arg in value.__args__):
        args = tuple([_found(arg, globalns, localns) for arg in value.__args__])
        if args != value.__args__:
            return Union[args] if value.__origin__ is Union else _GenericAlias(value.__origin__, args, value._name)
    return value


def _stripped(value):
    if isinstance(value, _GenericAlias):
        if value._name == 'Annotated':
            return _stripped(value.__origin__)
        if isinstance(value.__origin__, _SpecialForm) and value.__origin__._name in ('Required', 'NotRequired'):
            return _stripped(value.__args__[0])
    return value


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        annotations = namespace.get('__annotations__', {})
        fields = list(annotations)
        defaults = []
        for name in fields:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field{plural} '
                                + ', '.join(defaults))
        result = _named_tuple(typename, annotations, [namespace[name] for name in defaults],
                              namespace.get('__module__'))
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                       '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__qualname__', '__orig_bases__') \
                    and key not in result._fields:
                setattr(result, key, value)
        return result


def _named_tuple(name, types, defaults, module):
    from collections import namedtuple
    types = {n: _checked(t, f'field {n} annotation must be a type') for n, t in types.items()}
    result = namedtuple(name, list(types), defaults=defaults, module=module or '__main__')
    result.__annotations__ = types
    result.__new__.__annotations__ = types
    return result


class _NamedTuple:
    """A named tuple with types: `class P(NamedTuple): x: int`."""

    __name__ = __qualname__ = 'NamedTuple'

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
        return _named_tuple(typename, dict(fields), (), None)

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTuple()
_named_tuple_base = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        result = type.__new__(cls, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
            optional |= base.__dict__.get('__optional_keys__', frozenset())
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        for key, value in namespace.get('__annotations__', {}).items():
            value = _checked(value, message)
            annotations[key] = value
            origin = get_origin(value)
            if origin is Required or origin is not NotRequired and total:
                required.add(key)
            else:
                optional.add(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        if '__total__' not in namespace:
            result.__total__ = total
        return result

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


class _TypedDict:
    """A dictionary with known keys: `class D(TypedDict): x: int`."""

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs), '__module__': '__main__'},
                              total=total)

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDict()
_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (), {})

class IO(Generic[AnyStr]):
    """An open file."""


class TextIO(IO[str]):
    """An open file of text."""


class BinaryIO(IO[bytes]):
    """An open file of bytes."""


AsyncContextManager = _SpecialGenericAlias('AsyncContextManager', 'contextlib.AbstractAsyncContextManager')


class _ParamSpecPart:
    """What the two parts of a parameter specification have in common."""

    _name = ''

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._name}'

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._name, self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_ParamSpecPart):
    """The positional arguments of a parameter specification."""

    _name = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    """The keyword arguments of a parameter specification."""

    _name = 'kwargs'
