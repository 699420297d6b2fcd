"""Kinds of tables as classes, which programs derive theirs from."""

__name__ = 'csv'

from csv import QUOTE_ALL, QUOTE_MINIMAL


class Dialect:
    """How a table is written; subclasses say more."""

    delimiter = doublequote = escapechar = lineterminator = quotechar = quoting = skipinitialspace = None


class excel(Dialect):
    """As Excel writes."""

    delimiter, quotechar, lineterminator = ',', '"', '\r\n'
    doublequote, skipinitialspace = True, False
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes, with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """As usual on Unix."""

    delimiter, quotechar, lineterminator = ',', '"', '\n'
    doublequote, skipinitialspace = True, False
    quoting = QUOTE_ALL
