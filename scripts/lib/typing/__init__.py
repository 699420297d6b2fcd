"""Names for annotations. Nothing is enforced."""


TYPE_CHECKING = False


def _text(item):
    """How a type is written inside another."""
    if item is ...:
        return '...'
    if isinstance(item, (_GenericAlias, _SpecialForm)):
        return repr(item)
    if isinstance(item, type):
        if not hasattr(item, '__origin__') or getattr(item, '__parameters__', None) is not None:
            if item.__module__ == 'builtins':
                return item.__qualname__
            return f'{item.__module__}.{item.__qualname__}'
    if isinstance(item, list):
        return '[' + ', '.join(map(_text, item)) + ']'
    if hasattr(item, '__name__') and hasattr(item, '__code__'):
        return item.__name__
    return repr(item)


def _checked(item, message):
    """An argument as a type; None stands for its type and a string for a name to be found later."""
    if item is None:
        return type(None)
    if isinstance(item, str):
        return ForwardRef(item)
    if isinstance(item, _SpecialForm) and item._name in ('ClassVar', 'Final', 'Generic', 'Protocol'):
        raise TypeError(f'Plain {item!r} is not valid as type argument')
    if type(item) is tuple:
        raise TypeError(f'{message} Got {item!r:.100}.')
    return item


def _unique(items):
    """The items without repetition."""
    result = []
    for item in items:
        if item not in result:
            result.append(item)
    return tuple(result)


def _variables(items):
    found = []
    for item in items:
        if isinstance(item, (TypeVar, ParamSpec)):
            found.append(item)
        elif isinstance(item, list):
            found.extend(_variables(item))
        else:
            parameters = getattr(item, '__parameters__', ())
            if isinstance(parameters, tuple):
                found.extend(parameters)
    return _unique(found)


class ForwardRef:
    """A name of a type that may be defined later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self):
        raise TypeError('forward reference')

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class _SpecialForm:
    """A name such as Any or Union, with what its brackets make."""

    def __init__(self, name, getitem=None, doc=''):
        self._name = name
        self._getitem = getitem
        self.__doc__ = doc

    @property
    def __name__(self):
        return self._name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._getitem(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __reduce__(self):
        return self._name


class _GenericAlias:
    """A type with its arguments: `List[int]`, `Union[int, str]`."""

    def __init__(self, origin, args, name=None, text=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)
        self._name = name
        self._text = text

    def __repr__(self):
        if self._text is not None:
            return self._text
        args = ', '.join(map(_text, self.__args__)) or '()'
        if self._name == 'Callable':
            *arguments, result = self.__args__
            if len(arguments) == 1 and (arguments[0] is ... or isinstance(arguments[0], ParamSpec)):
                args = f'{_text(arguments[0])}, {_text(result)}'
            else:
                args = f'[{", ".join(map(_text, arguments))}], {_text(result)}'
        head = 'typing.' + self._name if self._name else _text(self.__origin__)
        return f'{head}[{args}]'

    def __getitem__(self, items):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        items = items if isinstance(items, tuple) else (items,)
        items = tuple([_checked(item, 'Parameters to generic types must be types.') for item in items])
        if len(items) != len(self.__parameters__):
            many = 'many' if len(items) > len(self.__parameters__) else 'few'
            raise TypeError(f'Too {many} arguments for {self!r}; actual {len(items)}, '
                            f'expected {len(self.__parameters__)}')
        values = dict(zip(self.__parameters__, items))
        args = tuple([_replaced(arg, values) for arg in self.__args__])
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self.__origin__, args, self._name)

    def __eq__(self, other):
        if self.__origin__ is Union and type(other).__name__ == 'UnionType':
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwds):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name in _made_from:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwds)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self.__origin__ is Generic and any(isinstance(b, _GenericAlias) and b is not self for b in bases):
            later = bases[bases.index(self) + 1:]
            if any(isinstance(b, _GenericAlias) and b.__origin__ is not Generic for b in later):
                return ()
        if self._name in (None, 'Generic', 'Protocol'):
            return (self.__origin__,)
        return _with_generic(self, bases)

    def __getattr__(self, name):
        if name[:2] == '__' or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__dict__['__origin__'], name)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args, self._name)


class _UnionGenericAlias(_GenericAlias):
    """A union with its types."""


class _CallableGenericAlias(_GenericAlias):
    """A callable with its parameters and result."""


def _with_generic(alias, bases):
    """The class that an alias stands for as a base, with Generic behind it if no later base brings that."""
    later = bases[bases.index(alias) + 1:]
    if any(isinstance(b, (_SpecialGenericAlias, _GenericAlias)) or isinstance(b, type) and issubclass(b, Generic)
           for b in later):
        return (alias.__origin__,)
    return (alias.__origin__, Generic)


def _replaced(item, values):
    if isinstance(item, (TypeVar, ParamSpec)):
        return values.get(item, item)
    parameters = getattr(item, '__parameters__', ())
    if isinstance(item, _GenericAlias) and parameters:
        return item[tuple([values.get(p, p) for p in parameters])]
    return item


class _SpecialGenericAlias(_SpecialForm):
    """`List`, `Dict` and their like: other names of classes."""

    def __init__(self, name, origin, count=1):
        super().__init__(name)
        self._load = origin
        self._count = count

    @property
    def __origin__(self):
        if isinstance(self._load, str):
            module, _, name = self._load.rpartition('.')
            if module == 'collections':
                import collections
                self._load = getattr(collections, name)
            elif module == 'abc':
                import collections.abc
                self._load = getattr(collections.abc, name)
            elif module == 'contextlib':
                import contextlib
                self._load = getattr(contextlib, name)
            else:
                import re
                self._load = getattr(re, name)
        return self._load

    def __getitem__(self, items):
        if self._name == 'Callable':
            return _callable(self.__origin__, items)
        if self._name == 'Tuple':
            if items == ():
                return _GenericAlias(tuple, (), 'Tuple')
            items = items if isinstance(items, tuple) else (items,)
            message = 'Tuple[t0, t1, ...]: each t must be a type.'
            return _GenericAlias(tuple, tuple([_checked(item, message) for item in items]), 'Tuple')
        items = items if isinstance(items, tuple) else (items,)
        if self._count and len(items) != self._count:
            many = 'many' if len(items) > self._count else 'few'
            raise TypeError(f'Too {many} arguments for {self!r}; actual {len(items)}, expected {self._count}')
        message = 'Parameters to generic types must be types.'
        return _GenericAlias(self.__origin__, tuple([_checked(item, message) for item in items]), self._name)

    def __call__(self, *args, **kwds):
        if self._name in _made_from:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return _with_generic(self, bases)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)


_made_from = ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type')


def _callable(origin, items):
    if not isinstance(items, tuple) or len(items) != 2:
        raise TypeError('Callable must be used as Callable[[arg, ...], result].')
    arguments, result = items
    result = _checked(result, 'Callable[args, result]: result must be a type.')
    if isinstance(arguments, (list, tuple)):
        arguments = [_checked(a, 'Callable[[arg, ...], result]: each arg must be a type.') for a in arguments]
        return _CallableGenericAlias(origin, (*arguments, result), 'Callable')
    if arguments is ... or isinstance(arguments, ParamSpec):
        return _CallableGenericAlias(origin, (arguments, result), 'Callable')
    raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arguments}')


def _union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    message = 'Union[arg, ...]: each arg must be a type.'
    flat = []
    for p in parameters:
        p = _checked(p, message)
        if isinstance(p, _GenericAlias) and p.__origin__ is Union or type(p).__name__ == 'UnionType':
            flat.extend(p.__args__)
        else:
            flat.append(p)
    flat = _unique(flat)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        other = flat[0] if flat[1] is type(None) else flat[1]
        return _UnionGenericAlias(Union, flat, 'Optional', f'typing.Optional[{_text(other)}]')
    return _UnionGenericAlias(Union, flat, 'Union')


def _optional(self, parameter):
    return Union[_checked(parameter, 'Optional[t] requires a single type.'), type(None)]


def _single(self, parameter):
    return _GenericAlias(self, (_checked(parameter, f'{self!r} accepts only single type.'),), self._name)


def _literal(self, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for p in parameters:
        if isinstance(p, _GenericAlias) and p.__origin__ is Literal:
            flat.extend(p.__args__)
        else:
            flat.append(p)
    result = []
    for p in flat:
        if not any(p == q and type(p) is type(q) for q in result):
            result.append(p)
    return _GenericAlias(self, tuple(result), 'Literal', f'typing.Literal[{", ".join(map(repr, result))}]')


def _annotated(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin = _checked(parameters[0], 'Annotated[t, ...]: t must be a type.')
    metadata = parameters[1:]
    text = f'typing.Annotated[{_text(origin)}, {", ".join(map(repr, metadata))}]'
    result = _GenericAlias(origin, (origin,), 'Annotated', text)
    result.__metadata__ = metadata
    return result


def _concatenate(self, parameters):
    return _GenericAlias(self, parameters if isinstance(parameters, tuple) else (parameters,), 'Concatenate')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls, *args, **kwargs)


NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
ClassVar = _SpecialForm('ClassVar', _single)
Final = _SpecialForm('Final', _single)
Literal = _SpecialForm('Literal', _literal)
Annotated = _SpecialForm('Annotated', _annotated)
TypeAlias = _SpecialForm('TypeAlias')
TypeGuard = _SpecialForm('TypeGuard', _single)
Required = _SpecialForm('Required', _single)
NotRequired = _SpecialForm('NotRequired', _single)
Unpack = _SpecialForm('Unpack', _single)
Concatenate = _SpecialForm('Concatenate', _concatenate)

List = _SpecialGenericAlias('List', list)
Dict = _SpecialGenericAlias('Dict', dict, 2)
Set = _SpecialGenericAlias('Set', set)
FrozenSet = _SpecialGenericAlias('FrozenSet', frozenset)
Tuple = _SpecialGenericAlias('Tuple', tuple, 0)
Type = _SpecialGenericAlias('Type', type)
Text = str


class _Variable:
    """What type variables have in common."""

    def __repr__(self):
        prefix = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return prefix + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __call__(self, *args):
        raise TypeError(f'{type(self).__name__!r} object is not callable')


class TypeVar(_Variable):
    """A variable that stands for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if constraints and len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_checked(t, message) for t in constraints])
        self.__bound__ = None if bound is None else _checked(bound, 'Bound must be a type.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)


class ParamSpec(_Variable):
    """A variable that stands for the parameters of a function."""

    args = property(lambda self: __getattr__('ParamSpecArgs')(self))
    kwargs = property(lambda self: __getattr__('ParamSpecKwargs')(self))

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__, self.__bound__ = name, bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)


def _generic_item(cls, params):
    """`Generic[T]`, and the brackets of classes made with it."""
    params = params if isinstance(params, tuple) else (params,)
    if not params:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
    params = tuple([_checked(p, 'Parameters to generic types must be types.') for p in params])
    if cls is Generic or cls is globals().get('Protocol'):
        if not all(isinstance(p, (TypeVar, ParamSpec)) or isinstance(p, _GenericAlias) for p in params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter '
                            'specification variables.')
        if len(set(params)) != len(params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, params, cls.__name__)
    expected = cls.__parameters__
    if not expected:
        raise TypeError(f'{cls!r} is not a generic class')
    if len(params) != len(expected):
        many = 'many' if len(params) > len(expected) else 'few'
        raise TypeError(f'Too {many} arguments for {cls!r}; actual {len(params)}, expected {len(expected)}')
    return _GenericAlias(cls, params)


class Generic:
    """The base class of generic classes."""

    __slots__ = ()
    __parameters__ = ()

    __class_getitem__ = classmethod(_generic_item)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        found = []
        for base in bases:
            found.extend(getattr(base, '__parameters__', ()) if isinstance(base, _GenericAlias) else ())
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                found = list(base.__args__)
        cls.__parameters__ = _unique(found)


# What stands in parts of its own, which are read when one of their names is asked for.
_later = dict.fromkeys(('Protocol', 'runtime_checkable', 'SupportsInt', 'SupportsFloat', 'SupportsComplex', 'SupportsBytes',
                        'SupportsIndex', 'SupportsAbs', 'SupportsRound'), '_protocols')
_later.update(dict.fromkeys(('NamedTuple', 'TypedDict', 'is_typeddict', 'get_type_hints', 'IO', 'TextIO', 'BinaryIO',
                             'AsyncContextManager', 'ParamSpecArgs', 'ParamSpecKwargs'), '_records'))
_later.update(dict.fromkeys(('DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Deque', 'Callable', 'Hashable',
                             'Sized', 'Iterable', 'Iterator', 'Reversible', 'Container', 'Collection', 'AbstractSet',
                             'MutableSet', 'Mapping', 'MutableMapping', 'Sequence', 'MutableSequence', 'ByteString',
                             'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Generator', 'Awaitable',
                             'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'ContextManager',
                             'Pattern', 'Match'), '_aliases'))
_later.update(dict.fromkeys(('AnyStr', 'T', 'KT', 'VT', 'T_co', 'T_contra', 'TypeVarTuple', 'NewType'), '_typevars'))
_later.update(dict.fromkeys(('cast', 'assert_type', 'reveal_type', 'assert_never', 'overload', 'get_overloads',
                             'clear_overloads', 'final', 'no_type_check', 'no_type_check_decorator',
                             'dataclass_transform', 'get_origin', 'get_args'), '_functions'))

__all__ = [name for name in [*globals(), *_later] if not name.startswith('_') and name not in (
    'T', 'KT', 'VT', 'T_co', 'T_contra')]


def __getattr__(name):
    if name not in _later:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    part = __import__(f'{__name__}.{_later[name]}', fromlist=('*',))
    for known, place in _later.items():
        if place == _later[name]:
            globals().setdefault(known, getattr(part, known))
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_later})
