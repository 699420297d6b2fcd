"""What enumerations can be checked for."""

__name__ = 'enum'

from enum import StrEnum


class EnumCheck(StrEnum):
    """What `verify` checks."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
                if duplicates:
                    details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
                    raise ValueError(f'aliases found in {enumeration!r}: {details}')
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if enumeration._is_flag_():
                    missing = [1 << i for i in range(low.bit_length(), high.bit_length()) if 1 << i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = 'flag' if enumeration._is_flag_() else 'enum'
                    raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values '
                                     + ', '.join(str(m) for m in missing))
        return enumeration
