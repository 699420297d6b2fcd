"""Names for annotations. Nothing is enforced."""

from abc import ABCMeta, abstractmethod

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
DefaultDict = _SpecialGenericAlias('DefaultDict', 'collections.defaultdict', 2)
OrderedDict = _SpecialGenericAlias('OrderedDict', 'collections.OrderedDict', 2)
Counter = _SpecialGenericAlias('Counter', 'collections.Counter')
ChainMap = _SpecialGenericAlias('ChainMap', 'collections.ChainMap', 2)
Deque = _SpecialGenericAlias('Deque', 'collections.deque')
Callable = _SpecialGenericAlias('Callable', 'abc.Callable', 2)
Hashable = _SpecialGenericAlias('Hashable', 'abc.Hashable', 0)
Sized = _SpecialGenericAlias('Sized', 'abc.Sized', 0)
Iterable = _SpecialGenericAlias('Iterable', 'abc.Iterable')
Iterator = _SpecialGenericAlias('Iterator', 'abc.Iterator')
Reversible = _SpecialGenericAlias('Reversible', 'abc.Reversible')
Container = _SpecialGenericAlias('Container', 'abc.Container')
Collection = _SpecialGenericAlias('Collection', 'abc.Collection')
AbstractSet = _SpecialGenericAlias('AbstractSet', 'abc.Set')
MutableSet = _SpecialGenericAlias('MutableSet', 'abc.MutableSet')
Mapping = _SpecialGenericAlias('Mapping', 'abc.Mapping', 2)
MutableMapping = _SpecialGenericAlias('MutableMapping', 'abc.MutableMapping', 2)
Sequence = _SpecialGenericAlias('Sequence', 'abc.Sequence')
MutableSequence = _SpecialGenericAlias('MutableSequence', 'abc.MutableSequence')
ByteString = _SpecialGenericAlias('ByteString', 'abc.ByteString', 0)
MappingView = _SpecialGenericAlias('MappingView', 'abc.MappingView')
KeysView = _SpecialGenericAlias('KeysView', 'abc.KeysView')
ItemsView = _SpecialGenericAlias('ItemsView', 'abc.ItemsView', 2)
ValuesView = _SpecialGenericAlias('ValuesView', 'abc.ValuesView')
Generator = _SpecialGenericAlias('Generator', 'abc.Generator', 3)
Awaitable = _SpecialGenericAlias('Awaitable', 'abc.Awaitable')
Coroutine = _SpecialGenericAlias('Coroutine', 'abc.Coroutine', 3)
AsyncIterable = _SpecialGenericAlias('AsyncIterable', 'abc.AsyncIterable')
AsyncIterator = _SpecialGenericAlias('AsyncIterator', 'abc.AsyncIterator')
AsyncGenerator = _SpecialGenericAlias('AsyncGenerator', 'abc.AsyncGenerator', 2)
ContextManager = _SpecialGenericAlias('ContextManager', 'contextlib.AbstractContextManager')
Pattern = _SpecialGenericAlias('Pattern', 're.Pattern')
Match = _SpecialGenericAlias('Match', 're.Match')
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

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.args = f'{name}.args'
        self.kwargs = f'{name}.kwargs'


class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    __covariant__ = __contravariant__ = False

    def __init__(self, name):
        self.__name__ = name

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


def _generic_item(cls, params):
    """`Generic[T]`, and the brackets of classes made with it."""
    params = params if isinstance(params, tuple) else (params,)
    if not params:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
    params = tuple([_checked(p, 'Parameters to generic types must be types.') for p in params])
    if cls in (Generic, Protocol):
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


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, '_is_protocol', False):
            if not getattr(cls, '_is_runtime', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            if super().__instancecheck__(instance):
                return True
            return all(hasattr(instance, name) for name in _protocol_names(cls))
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if getattr(cls, '_is_protocol', False) and cls is not Protocol:
            if cls in getattr(other, '__mro__', ()):
                return True
            if not getattr(cls, '_is_runtime', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            return all(any(name in base.__dict__ for base in other.__mro__) for name in _protocol_names(cls))
        return super().__subclasscheck__(other)


_protocol_own = frozenset(('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__',
                           '__parameters__', '__orig_bases__', '__annotations__', '__abstractmethods__', '_abc_impl',
                           '_is_protocol', '_is_runtime', '__init__', '__class_getitem__', '__init_subclass__',
                           '__subclasshook__', '__new__', '__hash__', '__match_args__', '_MutableMapping__marker',
                           '__static_attributes__', '__firstlineno__'))


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__:
        if getattr(base, '_is_protocol', False) and base is not Protocol and base is not Generic:
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
                if name not in _protocol_own:
                    names.add(name)
    return names


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base class of protocols: classes that have the same names are instances."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init
        elif not cls._is_protocol and cls.__init__ is _no_init:
            for base in cls.__mro__[1:]:
                init = base.__dict__.get('__init__')
                if init is not None and init is not _no_init:
                    cls.__init__ = init
                    break


def runtime_checkable(cls):
    """Lets `isinstance` check a protocol."""
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime = True
    return cls


class SupportsInt(Protocol):
    """Has `__int__`."""

    _is_runtime = True

    @abstractmethod
    def __int__(self):
        pass


class SupportsFloat(Protocol):
    """Has `__float__`."""

    _is_runtime = True

    @abstractmethod
    def __float__(self):
        pass


class SupportsComplex(Protocol):
    """Has `__complex__`."""

    _is_runtime = True

    @abstractmethod
    def __complex__(self):
        pass


class SupportsBytes(Protocol):
    """Has `__bytes__`."""

    _is_runtime = True

    @abstractmethod
    def __bytes__(self):
        pass


class SupportsIndex(Protocol):
    """Has `__index__`."""

    _is_runtime = True

    @abstractmethod
    def __index__(self):
        pass


class SupportsAbs(Protocol):
    """Has `__abs__`."""

    _is_runtime = True

    @abstractmethod
    def __abs__(self):
        pass

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, (item,))


class SupportsRound(Protocol):
    """Has `__round__`."""

    _is_runtime = True

    @abstractmethod
    def __round__(self, ndigits=0):
        pass

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, (item,))


# Functions

def cast(typ, val):
    """The value itself."""
    return val


def assert_type(val, typ, /):
    """The value itself."""
    return val


def reveal_type(obj, /):
    """The object itself; prints its type."""
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Says that code was reached that never should be."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def _unimplemented(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Marks one of several signatures."""
    return _unimplemented


def get_overloads(func):
    return []


def clear_overloads():
    pass


def final(f):
    """Marks what is not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Marks what is not to be checked."""
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(**options):
    def decorate(cls_or_fn):
        return cls_or_fn
    return decorate


def get_origin(tp):
    """What stands before the brackets of a type."""
    if isinstance(tp, _GenericAlias) and tp._name == 'Annotated':
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias)) or hasattr(tp, '__origin__') and not isinstance(tp, type):
        return tp.__origin__
    if hasattr(tp, '__origin__') and hasattr(tp, '__args__'):
        return tp.__origin__
    if type(tp).__name__ == 'UnionType':
        return type(tp)
    return Generic if tp is Generic else None


def get_args(tp):
    """What stands in the brackets of a type."""
    if isinstance(tp, _GenericAlias):
        if tp._name == 'Annotated':
            return (tp.__origin__, *tp.__metadata__)
        if tp._name == 'Callable' and not (len(tp.__args__) == 2 and tp.__args__[0] is ...):
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    return getattr(tp, '__args__', ()) if not isinstance(tp, type) or hasattr(tp, '__origin__') else ()


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


class NewType:
    """Another name of a type, which returns its argument."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name.split('.')[-1]
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Classes written like declarations

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

AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)


class IO(Generic[AnyStr]):
    """An open file."""


class TextIO(IO[str]):
    """An open file of text."""


class BinaryIO(IO[bytes]):
    """An open file of bytes."""


__all__ = [name for name in list(globals()) if not name.startswith('_') and name not in (
    'T', 'KT', 'VT', 'T_co', 'T_contra', 'ABCMeta', 'abstractmethod')]
