"""Tables as text: lines of fields between commas."""

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab',
           'unix_dialect', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects',
           'unregister_dialect', 'DictReader', 'DictWriter']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """What is wrong in a table."""


class Dialect:
    """How a table is written; subclasses say more."""

    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None


class excel(Dialect):
    """As Excel writes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes, with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """As usual on Unix."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


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


_dialects = {}
_limit = [131072]


def register_dialect(name, dialect=None, **fmtparams):
    """Names a dialect."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Dialect(dialect, fmtparams)


def unregister_dialect(name):
    """Forgets a dialect."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    """The names of dialects."""
    return list(_dialects)


def field_size_limit(limit=None):
    """The largest length of a field."""
    old = _limit[0]
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit[0] = limit
    return old


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)

# Where the reader stands in a line.
_START, _FIELD, _QUOTED, _AFTER_QUOTE, _ESCAPED, _ESCAPED_QUOTED, _LINE_END, _START_OF_LINE = range(8)


class reader:
    """Iterates over the rows of lines."""

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = d = _Dialect(dialect, fmtparams)
        self.line_num = 0
        # Where nothing but quotes can be special, a line without one is split at once.
        self._splits = d.quoting != QUOTE_NONNUMERIC and not d.skipinitialspace and d.escapechar is None
        self._quote = d.quotechar or d.delimiter * 2

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines)
        if self._splits and type(line) is str and self._quote not in line and len(line) < 1000:
            text = line
            if text.endswith('\n'):
                text = text[:-2] if text.endswith('\r\n') else text[:-1]
            if '\n' not in text and '\r' not in text:
                self.line_num += 1
                return text.split(self.dialect.delimiter) if text else []
        return self._slow_row(line)

    def _slow_row(self, line):
        """The row that begins with a line, character by character."""
        self._row, self._text, self._numeric = [], [], False
        state = _START_OF_LINE
        first = True
        while True:
            try:
                line = line if first else next(self._lines)
                first = False
            except StopIteration:
                if state in (_QUOTED, _ESCAPED_QUOTED, _ESCAPED) or self._text and state != _START_OF_LINE:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._end_field()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not ' + type(line).__name__
                            + ' (the file should be opened in text mode)')
            self.line_num += 1
            state = self._read(line, state)
            if state == _START_OF_LINE:
                return self._row

    def _end_field(self):
        text = ''.join(self._text)
        if len(text) > _limit[0]:
            raise Error(f'field larger than field limit ({_limit[0]})')
        self._text = []
        if self._numeric:
            text = float(text)
            self._numeric = False
        self._row.append(text)

    def _read(self, line, state):
        """Reads the characters of a line; returns the state behind it."""
        d = self.dialect
        quote = d.quotechar if d.quoting != QUOTE_NONE else None
        for c in line:
            if state in (_START, _START_OF_LINE):
                if c in '\r\n':
                    if state == _START:
                        self._end_field()
                    state = _LINE_END
                elif c == quote:
                    state = _QUOTED
                elif c == d.escapechar:
                    state = _ESCAPED
                elif c == ' ' and d.skipinitialspace:
                    state = _START
                elif c == d.delimiter:
                    self._end_field()
                    state = _START
                else:
                    if d.quoting == QUOTE_NONNUMERIC:
                        self._numeric = True
                    self._text.append(c)
                    state = _FIELD
            elif state == _FIELD:
                if c in '\r\n':
                    self._end_field()
                    state = _LINE_END
                elif c == d.escapechar:
                    state = _ESCAPED
                elif c == d.delimiter:
                    self._end_field()
                    state = _START
                else:
                    self._text.append(c)
            elif state == _QUOTED:
                if c == d.escapechar:
                    state = _ESCAPED_QUOTED
                elif c == quote:
                    state = _AFTER_QUOTE if d.doublequote else _FIELD
                else:
                    self._text.append(c)
            elif state == _AFTER_QUOTE:
                if c == quote:
                    self._text.append(c)
                    state = _QUOTED
                elif c == d.delimiter:
                    self._end_field()
                    state = _START
                elif c in '\r\n':
                    self._end_field()
                    state = _LINE_END
                elif d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{quote}'")
                else:
                    self._text.append(c)
                    state = _FIELD
            elif state == _ESCAPED:
                self._text.append(c)
                state = _FIELD
            elif state == _ESCAPED_QUOTED:
                self._text.append(c)
                state = _QUOTED
            elif c not in '\r\n':
                raise Error('new-line character seen in unquoted field - '
                            'do you need to open the file in universal-newline mode?')
        if state in (_QUOTED, _ESCAPED_QUOTED):
            if state == _ESCAPED_QUOTED:
                self._text.append('\n')
            return _QUOTED
        if state == _ESCAPED:
            self._text.append('\n')
            state = _FIELD
        if state not in (_LINE_END, _START_OF_LINE):
            self._end_field()
        return _START_OF_LINE


class writer:
    """Writes rows to a file."""

    def __init__(self, csvfile, dialect=None, **fmtparams):
        write = getattr(csvfile, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = _Dialect(dialect, fmtparams)

    def writerow(self, row):
        """Writes a row; returns what the file's `write` does."""
        try:
            row = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        d = self.dialect
        fields = [self._field(value, d) for value in row]
        if len(fields) == 1 and fields[0] == '':
            if d.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            fields[0] = d.quotechar * 2
        return self._write(d.delimiter.join(fields) + d.lineterminator)

    def writerows(self, rows):
        """Writes many rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, value, d):
        if value is None:
            text = ''
        elif isinstance(value, float):
            text = repr(value)
        else:
            text = str(value)
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
        special = (d.delimiter, d.quotechar, d.escapechar, '\n', '\r')
        if d.quoting == QUOTE_NONE or not d.doublequote or d.escapechar is not None:
            return self._escaped(text, d, quoted)
        if not quoted:
            for c in special:
                if c is not None and c in text:
                    quoted = True
                    break
            else:
                quoted = any(c in d.lineterminator for c in text)
        if not quoted:
            return text
        quote = d.quotechar
        return quote + text.replace(quote, quote + quote) + quote

    def _escaped(self, text, d, quoted):
        parts = []
        for c in text:
            if c in (d.delimiter, d.escapechar, d.quotechar, '\n', '\r') or c in d.lineterminator:
                escape = False
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        parts.append(c)
                        quoted = True
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    parts.append(d.escapechar)
            parts.append(c)
        text = ''.join(parts)
        return d.quotechar + text + d.quotechar if quoted else text


class DictReader:
    """Iterates over rows as dictionaries; the first row has the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names."""
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                result[name] = self.restval
        return result


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Writes one dictionary."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes many dictionaries."""
        return self.writer.writerows(map(self._row, rowdicts))
