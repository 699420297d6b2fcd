"""What is wrong with a table's text."""

__name__ = 'numpy.lib._iotools'


class ConverterError(Exception):
    """A text is not what its column holds."""


class ConverterLockError(ConverterError):
    """A column's type may not change any more."""


class ConversionWarning(UserWarning):
    """Lines were left out that do not have the other lines' columns."""
