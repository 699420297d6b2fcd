"""Arrays as texts in files."""

import operator
import math
import os

import numpy as np

__name__ = 'numpy'

class _TextWriter:
    """Writes text to a file that takes text or bytes."""

    def __init__(self, stream, encoding):
        self.stream = stream
        self.encoding = encoding
        self.is_binary = None

    def write(self, text):
        if self.is_binary is None:
            try:
                self.stream.write(text)
                self.is_binary = False
            except TypeError:
                self.is_binary = True
                self.stream.write(text.encode(self.encoding))
        else:
            self.stream.write(text.encode(self.encoding) if self.is_binary else text)


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    """Writes an array of one or two axes as text."""
    if isinstance(fmt, bytes):
        fmt = fmt.decode('latin1')
    if isinstance(delimiter, bytes):
        delimiter = delimiter.decode('latin1')
    if hasattr(fname, 'write'):
        stream, is_own = _TextWriter(fname, encoding or 'latin1'), False
    else:
        try:
            path = os.fspath(fname)
        except TypeError:
            raise ValueError('fname must be a string or file handle') from None
        stream, is_own = open(path, 'w', encoding=encoding or 'latin1', newline=''), True
    try:
        _write_text(stream, np.asarray(X), fmt, delimiter, newline, header, footer, comments)
    finally:
        if is_own:
            stream.close()


def _write_text(stream, X, fmt, delimiter, newline, header, footer, comments):
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f'Expected 1D or 2D array, got {X.ndim}D array instead')
    if X.ndim == 1:
        names = getattr(X.dtype, 'names', None)
        columns = len(names) if names else 1
        if names is None:
            X = X.reshape(-1, 1)
    else:
        columns = X.shape[1]
    is_complex = X.dtype.kind == 'c'
    line = _line_format(fmt, columns, delimiter, is_complex)
    if header:
        stream.write(comments + header.replace('\n', '\n' + comments) + newline)
    for row in X.tolist():
        if is_complex:
            values = []
            for number in row:
                values.append(number.real)
                values.append(number.imag)
            text = (line % tuple(values) + newline).replace('+-', '-')
        else:
            try:
                text = line % tuple(row) + newline
            except TypeError as e:
                raise TypeError(
                    f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{line}')") from e
        stream.write(text)
    if footer:
        stream.write(comments + footer.replace('\n', '\n' + comments) + newline)


def _line_format(fmt, columns, delimiter, is_complex):
    if type(fmt) in (list, tuple):
        if len(fmt) != columns:
            raise AttributeError(f'fmt has wrong shape.  {fmt}')
        return delimiter.join(fmt)
    if not isinstance(fmt, str):
        raise ValueError(f'invalid fmt: {fmt!r}')
    count = fmt.count('%')
    if count == 1:
        if is_complex:
            return delimiter.join([f' ({fmt}+{fmt}j)'] * columns)
        return delimiter.join([fmt] * columns)
    if count != (2 * columns if is_complex else columns):
        raise ValueError(f'fmt has wrong number of % formats:  {fmt}')
    return fmt


def _lines(fname, encoding):
    """The lines of a path, a file or an iterable, and what closes the file."""
    if isinstance(fname, str) or hasattr(fname, '__fspath__'):
        if not os.path.exists(fname):
            raise FileNotFoundError(f'{fname} not found.')
        stream = open(os.fspath(fname), 'r', encoding=encoding or 'latin1')
        return iter(stream), stream
    if not hasattr(fname, '__iter__'):
        raise TypeError('fname must be a string, filehandle, list of strings,\n'
                        f'or generator. Got {type(fname)} instead.')
    if encoding == 'bytes':
        encoding = None

    def decoded():
        for line in fname:
            yield line.decode(encoding or 'latin1') if isinstance(line, bytes) else line

    return decoded(), None


def _text(value):
    return value.decode('latin1') if isinstance(value, bytes) else value


def _converter(dtype):
    kind = dtype.kind
    if kind in 'iu':
        return int if dtype == np.int64 else _integer(dtype)
    if kind == 'f':
        return float
    if kind == 'c':
        return _complex
    if kind == 'b':
        return lambda text: bool(int(text))
    if kind == 'S':
        return lambda text: text.encode('latin1')
    return str


def _integer(dtype):
    """The conversion to integers that a dtype has room for."""
    limits = np.iinfo(dtype)
    low, high = limits.min, limits.max

    def convert(text):
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return convert


def _complex(text):
    return complex(text.strip().strip('()').replace('i', 'j'))


def _split_quoted(line, delimiter, quote):
    """The fields of a line some of which stand in quotes."""
    fields, field, is_quoted, place = [], '', False, 0
    while place < len(line):
        letter = line[place]
        if is_quoted:
            if letter == quote:
                if line[place + 1:place + 2] == quote:
                    field += quote
                    place += 1
                else:
                    is_quoted = False
            else:
                field += letter
        elif letter == quote:
            is_quoted = True
        elif letter == delimiter or delimiter is None and letter in ' \t':
            if delimiter is not None or field:
                fields.append(field)
            field = ''
        else:
            field += letter
        place += 1
    if delimiter is not None or field:
        fields.append(field)
    return fields


def _columns(usecols):
    if usecols is None:
        return None
    try:
        usecols = list(usecols)
    except TypeError:
        usecols = [usecols]
    result = []
    for column in usecols:
        try:
            result.append(operator.index(column))
        except TypeError as e:
            e.args = (
                f'usecols must be an int or a sequence of ints but it contains at least one element of type '
                f"'{type(column).__name__}'",)
            raise
    return result


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """The numbers of a text with the same number of columns in each line."""
    if ndmin not in (0, 1, 2):
        raise ValueError(f'Illegal value of ndmin keyword: {ndmin}')
    if isinstance(delimiter, bytes):
        delimiter = delimiter.decode('latin1')
    if delimiter is not None and len(delimiter) != 1:
        raise TypeError(
            f"Text reading control character must be a single unicode character or None; but got: {delimiter!r}")
    dtype = np.dtype(object if dtype is None else dtype)
    if comments is None:
        comments = []
    elif isinstance(comments, (str, bytes)):
        comments = [comments]
    comments = [_text(each) for each in comments]
    usecols = _columns(usecols)
    lines, stream = _lines(fname, encoding)
    try:
        rows, count = _text_rows(
            lines, dtype, comments, delimiter, converters, skiprows, usecols, max_rows, quotechar)
    finally:
        if stream is not None:
            stream.close()
    if not rows:
        import warnings
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
    names = getattr(dtype, 'names', None)
    if names:
        a = np.array(rows, dtype=dtype)
        if ndmin == 0 and a.size == 1:
            a = a.squeeze()
    else:
        a = np.array(rows, dtype=dtype).reshape(len(rows), count)
        # A single column is one axis.
        if ndmin < 2 and 1 in a.shape:
            a = a.squeeze() if ndmin == 0 else a.reshape(-1) if a.size else a.reshape(-1)
        elif not rows:
            a = a.reshape(-1) if ndmin < 2 else a.reshape(0, 1)
    if unpack:
        if names:
            return [a[name] for name in names]
        return a.T
    return a


def _flat_kinds(dtype):
    """The types of the numbers and texts that an element holds, in their order."""
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return _flat_kinds(base) * math.prod(shape)
    if dtype.names is None:
        return [dtype]
    return [part for name in dtype.names for part in _flat_kinds(dtype[name])]


def _packed(dtype, values):
    """The value of an element whose parts come one after the other."""
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        items = [_packed(base, values) for _ in range(math.prod(shape))]
        for length in reversed(shape[1:]):
            items = [items[place:place + length] for place in range(0, len(items), length)]
        return items
    if dtype.names is None:
        return next(values)
    return tuple([_packed(dtype[name], values) for name in dtype.names])


def _text_rows(lines, dtype, comments, delimiter, converters, skiprows, usecols, max_rows, quote):
    names = getattr(dtype, 'names', None)
    parts = _flat_kinds(dtype) if names else None
    is_nested = names is not None and len(parts) != len(names)
    kinds = [_converter(part) for part in parts] if names else None
    convert = None if names else _converter(dtype)
    rows, count, number = [], 0, 0
    for place, line in enumerate(lines):
        if place < skiprows:
            continue
        if max_rows is not None and len(rows) >= max_rows:
            break
        for comment in comments:
            at = line.find(comment)
            while quote is not None and at >= 0 and line[:at].count(quote) % 2:
                at = line.find(comment, at + 1)
            if at >= 0:
                line = line[:at]
        line = line.rstrip('\r\n')
        if quote is not None and quote in line:
            fields = _split_quoted(line, delimiter, quote)
        else:
            fields = line.split(delimiter) if line.strip() or delimiter is not None and line else []
        if not fields:
            continue
        number += 1
        if usecols is not None:
            chosen = []
            for column in usecols:
                if not -len(fields) <= column < len(fields):
                    raise ValueError(
                        f'invalid column index {column} at row {number} with {len(fields)} columns')
                chosen.append(fields[column])
            indices = [column % len(fields) for column in usecols]
            fields = chosen
        else:
            indices = range(len(fields))
        if not rows:
            count = len(fields)
        elif len(fields) != count:
            raise ValueError(
                f'the number of columns changed from {count} to {len(fields)} at row {number}; use `usecols` to select '
                'a subset and avoid this error')
        values = _converted(fields, indices, convert, kinds, converters, dtype, number, usecols)
        rows.append(_packed(dtype, iter(values)) if is_nested and len(values) == len(parts) else values)
    return rows, count


def _converted(fields, indices, convert, kinds, converters, dtype, number, usecols):
    if convert is not None and not converters:
        try:
            return [convert(field) for field in fields]
        except ValueError:
            pass
    values = []
    for place, (column, field) in enumerate(zip(indices, fields)):
        own = convert if kinds is None else kinds[place] if place < len(kinds) else str
        if callable(converters):
            values.append(converters(field))
            continue
        if converters:
            special = converters.get(column)
            if special is None:
                special = converters.get(column - len(indices))
            if special is not None:
                values.append(special(field))
                continue
        try:
            values.append(own(field))
        except ValueError:
            name = dtype if kinds is None else _flat_kinds(dtype)[place]
            raise ValueError(
                f'could not convert string {field!r} to {name} at row {number - 1}, column {column + 1}.') from None
    return tuple(values) if kinds is not None else values


_missing = ('', 'nan', 'NaN', 'NAN', 'N/A', 'n/a', 'NA', '#N/A', '?')


def genfromtxt(fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, excludelist=None,
               deletechars=" !#$%&'()*+, -./:;<=>?@[\\]^{|}~", replace_space='_', autostrip=False, case_sensitive=True,
               defaultfmt='f%i', unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None,
               encoding=None, *, ndmin=0, like=None):
    """The numbers of a text, with values for what is missing."""
    if max_rows is not None:
        if skip_footer:
            raise ValueError("The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.")
        if max_rows < 1:
            raise ValueError("'max_rows' must be at least 1.")
    lines, stream = _lines(fname, encoding)
    try:
        lines = [line for line in lines]
    finally:
        if stream is not None:
            stream.close()
    comments = _text(comments)
    delimiter = _text(delimiter)
    found = []
    for number, line in enumerate(lines[skip_header:], skip_header + 1):
        found.append((number, line))
    if names is True:
        names = None
        while found and names is None:
            _, line = found.pop(0)
            if comments is not None and line.lstrip().startswith(comments):
                line = line.lstrip()[len(comments):]
            fields = _fields(line, None, delimiter, True)
            if fields:
                names = fields
    elif isinstance(names, str):
        names = [each.strip() for each in names.split(',')]
    rows = []
    for number, line in found:
        fields = _fields(line, comments, delimiter, autostrip)
        if fields:
            rows.append((number, fields))
    if skip_footer:
        rows = rows[:-skip_footer]
    if max_rows is not None:
        rows = rows[:max_rows]
    if not rows:
        import warnings
        warnings.warn(f'genfromtxt: Empty input file: "{fname}"', stacklevel=2)
    columns = len(rows[0][1]) if rows else 0
    if usecols is not None:
        if isinstance(usecols, str):
            usecols = [each.strip() for each in usecols.split(',')]
        elif not hasattr(usecols, '__iter__'):
            usecols = [usecols]
        usecols = [names.index(each) if isinstance(each, str) else each for each in usecols]
        if names is not None and len(names) > len(usecols):
            names = [names[each] for each in usecols]
    wanted = columns
    wrong = []
    kept = []
    for number, fields in rows:
        if len(fields) != wanted and (usecols is None or len(fields) <= max(usecols)):
            wrong.append((number, len(fields)))
        else:
            kept.append([fields[each] for each in usecols] if usecols is not None else fields)
    if wrong:
        text = '\n'.join(f'    Line #{number} (got {got} columns instead of {wanted})' for number, got in wrong)
        text = 'Some errors were detected !\n' + text
        if invalid_raise:
            raise ValueError(text)
        import warnings
        warnings.warn(text, np.lib._iotools.ConversionWarning, stacklevel=2)
    columns = len(kept[0]) if kept else 0
    if isinstance(dtype, tuple) and not (len(dtype) == 2 and isinstance(dtype[1], (int, tuple))):
        labels = list(names or [])
        labels += [defaultfmt % place for place in range(len(labels), len(dtype))]
        dtype = [(label, kind) for label, kind in zip(labels, dtype)]
    return _from_fields(kept, columns, dtype, names, converters, missing_values, filling_values, usecols, defaultfmt,
                        unpack, ndmin, usemask)


def _fields(line, comments, delimiter, autostrip):
    if comments is not None:
        line = line.split(comments)[0]
    is_fixed = isinstance(delimiter, int) or isinstance(delimiter, (tuple, list))
    line = line.rstrip('\r\n') if is_fixed else line.strip(' \r\n')
    if not line:
        return []
    if isinstance(delimiter, int) or isinstance(delimiter, (tuple, list)):
        widths = [delimiter] * (-(-len(line) // delimiter)) if isinstance(delimiter, int) else delimiter
        fields, place = [], 0
        for width in widths:
            fields.append(line[place:place + width])
            place += width
    else:
        fields = line.split(delimiter)
    return [field.strip() for field in fields] if autostrip or is_fixed or delimiter is None else fields


def _given(values, column, names, usecols):
    """What a keyword says of a column: one value for all, a list, or a dictionary by number or name."""
    if values is None:
        return None
    if isinstance(values, dict):
        original = usecols[column] if usecols is not None else column
        for key in (original, names[column] if names and column < len(names) else None):
            if key is not None and key in values:
                return values[key]
        return values.get(None)
    if isinstance(values, (list, tuple)):
        return values[column] if column < len(values) else None
    return values


def _from_fields(rows, columns, dtype, names, converters, missing_values, filling_values, usecols, defaultfmt, unpack,
                 ndmin, usemask):
    given = None if dtype is None else np.dtype(dtype)
    given_names = getattr(given, 'names', None) if given is not None else None
    parts = _flat_kinds(given) if given_names else None
    is_nested = given_names is not None and len(parts) != len(given_names)
    data, kinds, hidden = [], [], []
    for column in range(columns):
        texts = [row[column] for row in rows]
        missing = _given(missing_values, column, names, usecols)
        missing = {''} if missing is None else {'', *(
            _text(missing).split(',') if isinstance(missing, (str, bytes)) else missing)}
        filling = _given(filling_values, column, names, usecols)
        special = None
        if converters:
            original = usecols[column] if usecols is not None else column
            special = converters.get(original)
            if special is None and names:
                special = converters.get(names[column])
        if special is not None:
            values = [special(text) for text in texts]
            kind = np.array(values).dtype if given is None else given if parts is None else parts[
                min(column, len(parts) - 1)]
        elif given is None:
            values, kind = _guessed(texts, missing, filling)
        else:
            kind = given if parts is None else parts[min(column, len(parts) - 1)]
            values = [_loose(text, kind, missing, filling) for text in texts]
        data.append(values)
        kinds.append(kind)
        hidden.append([text.strip() in missing for text in texts])
    if is_nested:
        a = np.array([_packed(given, iter(row)) for row in zip(*data)], dtype=given)
        a = a.squeeze() if ndmin == 0 else a
        return [a[label] for label in given_names] if unpack else np.ma.array(a) if usemask else a
    if given_names or names is not None or given is None and len({str(each) for each in kinds}) > 1:
        labels = list(given_names or names or [])
        if names is not None and given_names:
            labels = list(names)
        labels += [defaultfmt % place for place in range(len(labels), columns)]
        fields = [(label, kind) for label, kind in zip(labels, kinds)]
        a = np.array([tuple(row) for row in zip(*data)], dtype=fields)
        a = a.squeeze() if ndmin == 0 else a
        if usemask:
            mask = np.array([tuple(row) for row in zip(*hidden)], dtype=np.ma.make_mask_descr(a.dtype))
            a = np.ma.array(a, mask=mask.reshape(a.shape))
        if unpack:
            return [a[label] for label in labels[:columns]]
        return a
    kind = kinds[0] if kinds else given or np.dtype(float)
    a = np.array([list(row) for row in zip(*data)], dtype=kind).reshape(len(rows), columns) if columns else \
        np.array([], dtype=kind)
    if usemask:
        a = np.ma.array(a, mask=np.array([list(row) for row in zip(*hidden)], dtype=bool).reshape(a.shape))
    if ndmin == 0:
        a = a.squeeze()
    elif ndmin == 1:
        a = np.atleast_1d(a.squeeze())
    elif ndmin == 2:
        a = np.atleast_2d(a) if a.ndim == 2 else a.reshape(-1, 1)
    return a.T if unpack else a


def _loose(text, kind, missing, filling):
    text = text.strip() if kind.kind != 'U' else text
    if kind.kind == 'U':
        return text
    if kind.kind == 'S':
        return text.encode('latin1')
    default = {'f': float('nan'), 'c': complex('nan'), 'i': -1, 'u': 1, 'b': False}.get(kind.kind)
    if filling is not None:
        default = filling
    if text in missing:
        return default
    try:
        if kind.kind == 'b':
            return {'TRUE': True, 'FALSE': False}[text.upper()]
        return (int if kind.kind in 'iu' else complex if kind.kind == 'c' else float)(text)
    except (ValueError, KeyError):
        return default


def _guessed(texts, missing, filling):
    """The values of a column in the first type that takes all of them."""
    texts = [text.strip() for text in texts]
    present = [text for text in texts if text not in missing]
    if present and all(text.upper() in ('TRUE', 'FALSE') for text in present):
        default = False if filling is None else filling
        return [default if text in missing else text.upper() == 'TRUE' for text in texts], np.dtype(bool)
    for convert, default, kind in ((int, -1, int), (float, float('nan'), float), (complex, complex('nan'), complex)):
        if filling is not None:
            default = filling
        try:
            return [default if text in missing else convert(text) for text in texts], np.dtype(kind)
        except ValueError:
            pass
    width = max((len(text) for text in texts), default=1)
    return texts, np.dtype(f'<U{max(width, 1)}')


def fromregex(file, regexp, dtype, encoding=None):
    """An array of the groups that a pattern finds in a text."""
    import re
    from _numpy.files import _opened
    stream, is_own = _opened(file, 'r')
    try:
        text = stream.read()
    finally:
        if is_own:
            stream.close()
    if isinstance(text, bytes) and isinstance(regexp, str):
        text = text.decode('latin1')
    pattern = re.compile(regexp) if isinstance(regexp, (str, bytes)) else regexp
    dtype = np.dtype(dtype)
    found = pattern.findall(text)
    if found and not isinstance(found[0], tuple):
        first = dtype.names[0]
        return np.array([(_converter(dtype[first])(each),) for each in found], dtype=dtype)
    kinds = [_converter(dtype[name]) for name in dtype.names]
    return np.array([tuple(kind(each) for kind, each in zip(kinds, row)) for row in found], dtype=dtype)
