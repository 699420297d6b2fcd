"""Protocols: classes that others belong to by the names that they have."""

from abc import ABCMeta, abstractmethod
from typing import Generic, _GenericAlias

__name__ = 'typing'


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
                           '__static_attributes__', '__firstlineno__', '__protocol_names__'))


def _protocol_names(cls):
    known = cls.__dict__.get('__protocol_names__')
    if known is not None:
        return known
    names = set()
    for base in cls.__mro__:
        if getattr(base, '_is_protocol', False) and base is not Protocol and base is not Generic:
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
                if name not in _protocol_own:
                    names.add(name)
    cls.__protocol_names__ = names
    return names


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init:
        return
    # The first call of a class that takes its `__init__` from a protocol: from now on it has the next one.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


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
