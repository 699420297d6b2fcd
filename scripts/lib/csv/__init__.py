"""Tables as text: lines of fields between commas."""

import _csv
from _csv import record as _record

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab',
           'unix_dialect', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects',
           'unregister_dialect', 'DictReader', 'DictWriter', 'Sniffer']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """What is wrong in a table."""


_options = ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace',
            'strict')


class _Dialect:
    """A dialect with every option checked."""

    def __init__(self, base, given):
        if isinstance(base, str):
            base = get_dialect(base)
        for name in given:
            if name not in _options:
                raise TypeError(
                    f'this function got an unexpected keyword argument {name!r}')
        defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n',
                    'quotechar': '"', 'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}
        for name in _options:
            value = given.get(name, getattr(base, name, None) if name not in given else None)
            if value is None and name not in given and name not in ('quotechar', 'escapechar'):
                value = defaults[name]
            elif value is None and name == 'quotechar' and name not in given and base is None:
                value = '"'
            setattr(self, name, value)
        self._check()
        if 'quoting' not in given and self.quotechar is None and getattr(base, 'quoting', None) is None:
            self.quoting = QUOTE_NONE

    def _check(self):
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                allowed = 'string' if name == 'delimiter' else 'string or None'
                raise TypeError(f'"{name}" must be {allowed}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if self.quoting not in (0, 1, 2, 3):
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        self.doublequote = bool(self.doublequote)
        self.skipinitialspace = bool(self.skipinitialspace)


# The known dialects by name; of those that are not yet made the options beside the defaults.
_known = {'excel': {}, 'excel-tab': {'delimiter': '\t'}, 'unix': {'lineterminator': '\n', 'quoting': QUOTE_ALL}}
# What `_dialect` made lately, by base and options.
_made = {}
_limit = [131072]


def _dialect(base, given):
    """The checked dialect of a named base, or none, and options; made once while no name changes its meaning."""
    if given:
        if base is not None and type(base) is not str:
            return _Dialect(base, given)
        key = (base, *given.items())
    elif base is None or type(base) is str:
        key = base
    else:
        return _Dialect(base, given)
    try:
        known = _made.get(key)
    except TypeError:
        return _Dialect(base, given)
    if known is None:
        if len(_made) > 50:
            _made.clear()
        known = _made[key] = _Dialect(base, given)
    return known


def register_dialect(name, dialect=None, **fmtparams):
    """Names a dialect."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _known[name] = _Dialect(dialect, fmtparams)
    _made.clear()


def unregister_dialect(name):
    """Forgets a dialect."""
    if name not in _known:
        raise Error('unknown dialect')
    del _known[name]
    _made.clear()


def get_dialect(name):
    """The dialect of a name."""
    if name not in _known:
        raise Error('unknown dialect')
    found = _known[name]
    if found.__class__ is dict:
        found = _known[name] = _Dialect(None, found)
    return found


def list_dialects():
    """The names of dialects."""
    return list(_known)


def field_size_limit(limit=None):
    """The largest length of a field."""
    old = _limit[0]
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit[0] = limit
    return old


def reader(csvfile, dialect=None, **fmtparams):
    """Iterates over the rows of lines."""
    return _csv.reader(csvfile, _dialect(dialect, fmtparams), _limit, Error)


def writer(csvfile, dialect=None, **fmtparams):
    """Writes rows to a file."""
    write = getattr(csvfile, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _csv.writer(write, _dialect(dialect, fmtparams), Error)


class DictReader:
    """Iterates over rows as dictionaries; the first row has the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self.reader = reader(f, dialect, *args, **kwds)
        self.line_num = 0
        self._fieldnames, self.dialect = fieldnames, dialect
        self.restkey, self.restval = restkey, restval

    @property
    def fieldnames(self):
        """The names."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        reader = self.reader
        names = self._fieldnames
        if names is None:
            names = self.fieldnames
        row = _record(reader, names)
        if row is None:
            row = next(reader)
            while not row:
                row = next(reader)
        self.line_num = reader.line_num
        if row.__class__ is dict:
            return row
        result = dict(zip(names, row))
        count, given = len(names), len(row)
        if count < given:
            result[self.restkey] = row[count:]
        elif count > given:
            for name in names[given:]:
                result[name] = self.restval
        return result


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction

    def writeheader(self):
        """Writes the names."""
        return self.writerow({name: name for name in self.fieldnames})

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            names = self.fieldnames
            wrong = [name for name in rowdict if name not in names]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Writes one dictionary."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes many dictionaries."""
        return self.writer.writerows(map(self._row, rowdicts))


# What stands in parts of its own, which are read when one of their names is asked for.
_later = dict.fromkeys(('Dialect', 'excel', 'excel_tab', 'unix_dialect'), '_dialects') | {'Sniffer': '_sniffer'}


def __getattr__(name):
    if name not in _later:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    part = __import__(f'{__name__}.{_later[name]}', fromlist=('*',))
    for known, place in _later.items():
        if place == _later[name]:
            globals().setdefault(known, getattr(part, known))
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_later})
