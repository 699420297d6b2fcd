"""Other names of the abstract classes, and rare kinds of names."""

__name__ = 'typing'

from typing import TypeVar, Union, Unpack, _SpecialGenericAlias, _Variable

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

AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)


class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    __covariant__ = __contravariant__ = False

    def __init__(self, name):
        self.__name__ = name

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


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
