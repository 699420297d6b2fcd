"""Variables of types that are ready made, variables for any number of types, and new names of types."""

__name__ = 'typing'

from typing import TypeVar, Union, Unpack, _Variable

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
