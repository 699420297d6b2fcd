"""The flags of regular expressions."""

__name__ = 're'

from enum import KEEP as _KEEP, IntFlag as _IntFlag


class RegexFlag(_IntFlag, boundary=_KEEP):
    """Flags of patterns."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        if self._name_ is None:
            return f're.RegexFlag({self._value_})'
        return '|'.join(hex(int(part)) if part.isdigit() else 're.' + part for part in self._name_.split('|'))

    __str__ = __repr__

    __format__ = object.__format__

    def __reduce_ex__(self, protocol):
        return RegexFlag, (self._value_,)


NOFLAG = RegexFlag.NOFLAG
A = RegexFlag.ASCII
ASCII = RegexFlag.ASCII
I = RegexFlag.IGNORECASE
IGNORECASE = RegexFlag.IGNORECASE
L = RegexFlag.LOCALE
LOCALE = RegexFlag.LOCALE
U = RegexFlag.UNICODE
UNICODE = RegexFlag.UNICODE
M = RegexFlag.MULTILINE
MULTILINE = RegexFlag.MULTILINE
S = RegexFlag.DOTALL
DOTALL = RegexFlag.DOTALL
X = RegexFlag.VERBOSE
VERBOSE = RegexFlag.VERBOSE
T = RegexFlag.TEMPLATE
TEMPLATE = RegexFlag.TEMPLATE
DEBUG = RegexFlag.DEBUG
