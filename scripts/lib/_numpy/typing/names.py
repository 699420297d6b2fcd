"""Names for annotations."""

import typing

__name__ = 'numpy.typing'

ArrayLike = typing.Any
DTypeLike = typing.Any


class NDArray:
    """An array of a dtype, in annotations."""

    def __class_getitem__(cls, dtype):
        return cls
