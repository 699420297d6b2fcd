"""Flags, which can be combined."""

__name__ = 'enum'

from enum import Enum, ReprEnum, StrEnum, auto


class FlagBoundary(StrEnum):
    """What happens to bits that no flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


def _bin(value, width):
    """A number in twos complement: `0b0 101`, `0b1 011`."""
    if value >= 0:
        sign, digits = '0', bin(value)[2:]
    else:
        digits = bin(~value ^ ((1 << (value.bit_length() or 1)) - 1))[2:]
        sign = '1'
    return f'0b{sign} ' + (sign * width + digits)[-max(width, len(digits)):]


class Flag(Enum, boundary=STRICT):
    """Members that can be combined by `|`, `&`, `^` and `~`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        everything = (1 << mask.bit_length()) - 1
        if not ~everything <= value <= everything or value & (everything ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bin(value, width)}\n'
                                 f'  allowed {_bin(mask, width)}')
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(everything + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = everything + 1 + value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        return _combined(cls, value)

    @classmethod
    def _iter_member_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError('unsupported operand type(s) for \'in\': '
                            f'{type(other).__qualname__!r} and {self.__class__.__qualname__!r}')
        if other._value_ == 0 or self._value_ == 0:
            return False
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {self._value_!r}>'
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (KEEP, EJECT):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _combined(cls, value):
    """The member for a combination of flags that was not met before."""
    if cls._member_type_ is object:
        made = object.__new__(cls)
    else:
        made = cls._member_type_.__new__(cls, value)
    made._value_ = value
    made.__objclass__ = cls
    members = list(cls._iter_member_(value))
    unknown = value
    for m in members:
        unknown &= ~m._value_
    if members:
        names = [m._name_ for m in members]
        if unknown:
            names.append(cls._numeric_repr_(unknown) if hasattr(cls, '_numeric_repr_') else repr(unknown))
        made._name_ = '|'.join(names)
    else:
        made._name_ = None
    if unknown and cls._boundary_ is STRICT:
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    cls._value2member_map_[value] = made
    return made


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""
