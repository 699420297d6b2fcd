"""Arrays in files: NumPy's binary formats, and text."""

import _npy
import os
import operator

import numpy as np

__all__ = [
    'save', 'load', 'savez', 'savez_compressed', 'savetxt', 'loadtxt', 'genfromtxt', 'fromregex', 'fromfile',
    'fromstring',
]

_magic = b'\x93NUMPY'


# Raw bytes.

def _opened(file, mode):
    """A file object for a path or such an object, and whether it is ours to close."""
    if hasattr(file, 'read') or hasattr(file, 'write'):
        return file, False
    return open(os.fspath(file), mode), True


def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
    """An array from the bytes, or with `sep` the text, of a file."""
    dtype = np.dtype(dtype)
    stream, is_own = _opened(file, 'rb')
    try:
        if sep != '':
            if offset:
                raise TypeError("'offset' argument only permitted for binary files")
            text = stream.read()
            text = text if isinstance(text, str) else text.decode('latin-1')
            return _numbers(text, dtype, count, sep)
        if offset:
            stream.seek(offset, 1)
        data = stream.read() if count < 0 else _read_upto(stream, count * dtype.itemsize)
    finally:
        if is_own:
            stream.close()
    whole = len(data) // max(dtype.itemsize, 1)
    return _from_bytes(data[:whole * dtype.itemsize], dtype)


def _from_bytes(data, dtype):
    return np.frombuffer(data, dtype=dtype).copy() if len(data) else np.empty(0, dtype=dtype)


def fromstring(string, dtype=float, count=-1, *, sep='', like=None):
    """An array from numbers in a text.

    >>> np.fromstring('1 2', dtype=int, sep=' ')
    array([1, 2])
    """
    if sep == '':
        raise ValueError('The binary mode of fromstring is removed, use frombuffer instead')
    if isinstance(string, (bytes, bytearray)):
        string = string.decode('latin-1')
    return _numbers(string, np.dtype(dtype), count, sep)


def _numbers(text, dtype, count, sep):
    convert = int if dtype.kind in 'iu' else complex if dtype.kind == 'c' else float
    found = []
    separator = sep.strip()
    parts = text.split(separator) if separator else text.split()
    if separator and parts and not parts[-1].strip():
        parts.pop()
    for part in parts:
        if 0 <= count <= len(found):
            break
        try:
            found.append(convert(part))
        except ValueError:
            _unmatched(part, convert, found)
            break
    if count > len(found):
        raise ValueError('string is smaller than requested size')
    return np.array(found, dtype=dtype)


def _unmatched(part, convert, found):
    """Takes the number that a part begins with, and says that the rest was not read."""
    part = part.strip()
    for end in range(len(part), 0, -1):
        try:
            found.append(convert(part[:end]))
            break
        except ValueError:
            pass
    import warnings
    warnings.warn(
        'string or file could not be read to its end due to unmatched data; this will raise a ValueError in the '
        'future.', DeprecationWarning, stacklevel=4)


def _tofile(a, fid, sep, format):
    """What ndarray.tofile does."""
    stream, is_own = _opened(fid, 'wb')
    try:
        if sep == '':
            stream.write(a.tobytes())
            return
        parts = []
        for item in a.ravel().tolist():
            parts.append(str(item) if format in ('', '%s') else format % item)
        text = sep.join(parts)
        try:
            stream.write(text.encode('latin-1'))
        except TypeError:
            stream.write(text)
    finally:
        if is_own:
            stream.close()


# The format of one array.

def _read_upto(stream, count):
    """Up to `count` bytes, in pieces, so that a wrong count asks for no memory."""
    pieces = []
    left = count
    while left > 0:
        piece = stream.read(min(left, 1 << 24))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b''.join(pieces)


def _read_exactly(stream, count, what):
    data = _read_upto(stream, count)
    if len(data) != count:
        raise ValueError(f'EOF: reading {what}, expected {count} bytes got {len(data)}')
    return data


def _header(a):
    if a.dtype.kind == 'O':
        raise ValueError('Object arrays cannot be saved')
    is_fortran = _is_fortran(a)
    descr = a.dtype.descr if getattr(a.dtype, 'names', None) is not None else a.dtype.str
    text = f"{{'descr': {descr!r}, 'fortran_order': {is_fortran!r}, 'shape': {a.shape!r}, }}"
    if a.shape:
        # Room for the first extent to grow in place.
        text += ' ' * (21 - len(repr(a.shape[-1 if is_fortran else 0])))
    data = text.encode('latin-1')
    length = len(data) + 1
    size = 2 if length < 65536 else 4
    padding = 64 - (8 + size + length) % 64
    data += b' ' * padding + b'\n'
    version = b'\x01\x00' if size == 2 else b'\x02\x00'
    return _magic + version + len(data).to_bytes(size, 'little') + data, is_fortran


def _is_fortran(a):
    """Whether the elements stand in Fortran's order and not in C's."""
    step = a.itemsize
    for extent, stride in zip(a.shape, a.strides):
        if extent != 1 and stride != step:
            return False
        step *= extent
    return sum(extent > 1 for extent in a.shape) > 1 and a.size > 0


def _array_bytes(a):
    """A file's bytes in two parts."""
    header, is_fortran = _header(a)
    return header, a.T.tobytes() if is_fortran else a.tobytes()


def save(file, arr, allow_pickle=True):
    """Writes an array to a file in NumPy's format; `.npy` is added to a path without it."""
    if hasattr(file, 'write'):
        stream, is_own = file, False
    else:
        path = os.fspath(file)
        if not path.endswith('.npy'):
            path += '.npy'
        stream, is_own = open(path, 'wb'), True
    try:
        for part in _array_bytes(np.asanyarray(arr)):
            stream.write(part)
    finally:
        if is_own:
            stream.close()


def _read_array(stream, allow_pickle, max_header_size, is_file):
    """The array that stands in a file behind the magic bytes."""
    major, minor = _read_exactly(stream, 2, 'magic string')
    if (major, minor) not in ((1, 0), (2, 0), (3, 0)):
        raise ValueError(f'we only support format version (1,0), (2,0), and (3,0), not ({major}, {minor})')
    length = int.from_bytes(_read_exactly(stream, 2 if major == 1 else 4, 'array header length'), 'little')
    data = _read_exactly(stream, length, 'array header')
    text = data.decode('utf-8' if major == 3 else 'latin-1')
    if len(text) > max_header_size:
        raise ValueError(
            f'Header info length ({len(text)}) is large and may not be safe to load securely.\nTo allow loading, '
            'adjust `max_header_size` or fully trust the `.npy` file using `allow_pickle=True`.\nFor safety against '
            'large resource use or crashes, sandboxing may be necessary.')
    shape, is_fortran, dtype = _parsed_header(text)
    if dtype.kind == 'O':
        raise ValueError('Object arrays cannot be loaded when allow_pickle=False')
    count = 1
    for extent in shape:
        count *= extent
    if is_file:
        # An honest header asks for what the file has.
        data = _read_upto(stream, count * dtype.itemsize)
        found = len(data) // max(dtype.itemsize, 1)
        if found != count and dtype.itemsize:
            raise ValueError(
                f'Failed to read all data for array. Expected {shape} = {count} elements, could only read {found} '
                'elements. (file seems not fully written?)')
    else:
        data = _read_exactly(stream, count * dtype.itemsize, 'array data')
    a = _from_bytes(data, dtype)
    if is_fortran:
        return a.reshape(shape[::-1]).transpose()
    return a.reshape(shape)


def _parsed_header(text):
    try:
        header = _literal(text)
    except Exception:
        raise ValueError(f'Cannot parse header: {text!r}') from None
    if not isinstance(header, dict):
        raise ValueError(f'Header is not a dictionary: {header!r}')
    if sorted(map(str, header)) != ['descr', 'fortran_order', 'shape']:
        raise ValueError(f'Header does not contain the correct keys: {sorted(header)!r}')
    shape, order, descr = header['shape'], header['fortran_order'], header['descr']
    if not isinstance(shape, tuple) or not all(type(extent) is int and extent >= 0 for extent in shape):
        raise ValueError(f'shape is not valid: {shape!r}')
    if not isinstance(order, bool):
        raise ValueError(f'fortran_order is not a valid bool: {order!r}')
    try:
        dtype = _dtype(descr)
    except (TypeError, ValueError):
        raise ValueError(f'descr is not a valid dtype descriptor: {descr!r}') from None
    return shape, order, dtype


def _dtype(descr):
    if isinstance(descr, (list, tuple)):
        return np.dtype([tuple(field) for field in descr])
    return np.dtype(descr)


def _literal(text):
    import ast
    return ast.literal_eval(text.strip())


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *, max_header_size=10000):
    """The array of a `.npy` file, the arrays of an `.npz` file."""
    if encoding not in ('ASCII', 'latin1', 'bytes'):
        raise ValueError("encoding must be 'ASCII', 'latin1', or 'bytes'")
    if allow_pickle:
        max_header_size = 2 ** 64
    stream, is_own = _opened(file, 'rb')
    keep = False
    try:
        start = stream.read(6)
        if not start:
            raise EOFError('No data left in file')
        if start[:4] in (b'PK\x03\x04', b'PK\x05\x06'):
            stream.seek(-len(start), 1)
            keep = True
            return NpzFile(stream, own_fid=is_own, allow_pickle=allow_pickle, max_header_size=max_header_size,
                           name=None if hasattr(file, 'read') else os.fspath(file))
        if start == _magic:
            is_file = is_own or not hasattr(stream, 'getvalue')
            return _read_array(stream, allow_pickle, max_header_size, is_file)
        if not allow_pickle:
            raise ValueError('Cannot load file containing pickled data when allow_pickle=False')
        import pickle
        stream.seek(-len(start), 1)
        try:
            return pickle.load(stream)
        except Exception as e:
            raise pickle.UnpicklingError(f'Failed to interpret file {file!r} as a pickle') from e
    finally:
        if is_own and not keep:
            stream.close()


# Several arrays in a zip file.

class BagObj:
    """The arrays of a zip file as attributes."""

    def __init__(self, obj):
        self._obj = obj

    def __getattribute__(self, key):
        try:
            return object.__getattribute__(self, '_obj')[key]
        except KeyError:
            raise AttributeError(key) from None

    def __dir__(self):
        return list(object.__getattribute__(self, '_obj').keys())


class NpzFile:
    """The arrays of an `.npz` file by their names, each read when it is asked for."""

    _shown = 5

    def __init__(self, fid, own_fid=False, allow_pickle=False, pickle_kwargs=None, *, max_header_size=10000, name=None):
        self._entries = _zip_entries(fid)
        self._files = list(self._entries)
        self.files = [each.removesuffix('.npy') for each in self._files]
        self.allow_pickle = allow_pickle
        self.max_header_size = max_header_size
        self.fid = fid
        self.zip = fid
        self._is_own = own_fid
        self._name = name
        self.f = BagObj(self)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def close(self):
        """Closes the file."""
        if self._is_own and self.fid is not None:
            self.fid.close()
        self.fid = self.zip = self.f = None

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __getitem__(self, key):
        if key in self._entries:
            name = key
        elif key in self.files:
            name = self._files[self.files.index(key)]
        else:
            raise KeyError(f'{key} is not a file in the archive')
        if self.fid is None:
            raise AttributeError("'NoneType' object has no attribute 'open'")
        data = _zip_member(self.fid, name, self._entries[name])
        if data[:6] != _magic:
            return data
        import io
        stream = io.BytesIO(data)
        stream.seek(6)
        return _read_array(stream, self.allow_pickle, self.max_header_size, False)

    def __contains__(self, key):
        return key in self._entries or key in self.files

    def __repr__(self):
        name = self._name or 'object'
        if not isinstance(self._name, str):
            name = getattr(self.fid, 'name', 'object') if self._name is None else self._name
        names = ', '.join(self.files[:self._shown])
        if len(self.files) > self._shown:
            names += '...'
        return f'NpzFile {name!r} with keys: {names}'

    def get(self, key, default=None, /):
        """An array, or a default where there is none of that name."""
        return self[key] if key in self else default

    def keys(self):
        """The names."""
        return dict.fromkeys(self.files).keys()

    def values(self):
        """The arrays."""
        return [self[key] for key in self.files]

    def items(self):
        """The names with their arrays."""
        return [(key, self[key]) for key in self.files]


def _bad_zip(text):
    return ValueError(f'not a readable zip file: {text}')


def _zip_entries(stream):
    """The members of a zip file: for each name its method, sizes, check sum and place."""
    end = stream.seek(0, 2)
    tail_start = max(0, end - 65557)
    stream.seek(tail_start)
    tail = stream.read(65557)
    at = tail.rfind(b'PK\x05\x06')
    if at < 0 or len(tail) - at < 22:
        raise _bad_zip('File is not a zip file')

    def number(data, place, size):
        return int.from_bytes(data[place:place + size], 'little')

    count, size, start = number(tail, at + 10, 2), number(tail, at + 12, 4), number(tail, at + 16, 4)
    if 0xFFFF == count or 0xFFFFFFFF in (size, start):
        locator = tail[max(0, at - 20):at]
        if locator[:4] == b'PK\x06\x07':
            stream.seek(number(locator, 8, 8))
            record = stream.read(56)
            count, size, start = number(record, 32, 8), number(record, 40, 8), number(record, 48, 8)
    if start > end or size > end - start:
        raise _bad_zip('its directory is cut off')
    stream.seek(start)
    directory = stream.read(size)
    entries = {}
    place = 0
    for _ in range(count):
        head = directory[place:place + 46]
        if len(head) < 46 or head[:4] != b'PK\x01\x02':
            raise _bad_zip('its directory is broken')
        flags, method = number(head, 8, 2), number(head, 10, 2)
        checksum, packed, unpacked = number(head, 16, 4), number(head, 20, 4), number(head, 24, 4)
        name_length, extra_length, comment_length = number(head, 28, 2), number(head, 30, 2), number(head, 32, 2)
        offset = number(head, 42, 4)
        name = directory[place + 46:place + 46 + name_length].decode('utf-8' if flags & 0x800 else 'latin-1')
        extra = directory[place + 46 + name_length:place + 46 + name_length + extra_length]
        while len(extra) >= 4:
            kind, length = number(extra, 0, 2), number(extra, 2, 2)
            if kind == 1:
                wide = extra[4:4 + length]
                if unpacked == 0xFFFFFFFF:
                    unpacked, wide = number(wide, 0, 8), wide[8:]
                if packed == 0xFFFFFFFF:
                    packed, wide = number(wide, 0, 8), wide[8:]
                if offset == 0xFFFFFFFF:
                    offset = number(wide, 0, 8)
            extra = extra[4 + length:]
        entries[name] = (flags, method, checksum, packed, unpacked, offset)
        place += 46 + name_length + extra_length + comment_length
    return entries


def _zip_member(stream, name, entry):
    flags, method, checksum, packed, unpacked, offset = entry
    end = stream.seek(0, 2)
    if flags & 1:
        raise RuntimeError(f'File {name!r} is encrypted, password required for extraction')
    if method not in (0, 8):
        raise NotImplementedError('That compression method is not supported')
    if offset + 30 > end:
        raise _bad_zip('Truncated file header')
    stream.seek(offset)
    head = stream.read(30)
    if head[:4] != b'PK\x03\x04':
        raise _bad_zip('Bad magic number for file header')
    start = offset + 30 + int.from_bytes(head[26:28], 'little') + int.from_bytes(head[28:30], 'little')
    if start > end or packed > end - start:
        raise _bad_zip(f'the data of {name!r} are cut off')
    # No more than deflate can unpack to.
    if unpacked > (packed if method == 0 else packed * 1032 + 64):
        raise _bad_zip(f'the size of {name!r} is wrong')
    stream.seek(start)
    data = stream.read(packed)
    if method == 8:
        data = _npy.inflate(data, unpacked)
        if data is None:
            raise _bad_zip(f'the data of {name!r} are broken')
    if len(data) != unpacked or _npy.crc32(data, 0) != checksum:
        raise _bad_zip(f'Bad CRC-32 for file {name!r}')
    return data


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an `.npz` file: named ones by their names, others as arr_0, arr_1 and so on."""
    _save_zip(file, args, kwds, False)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an `.npz` file, packed."""
    _save_zip(file, args, kwds, True)


def _save_zip(file, args, kwds, is_packed):
    arrays = dict(kwds)
    for place, value in enumerate(args):
        name = f'arr_{place}'
        if name in arrays:
            raise ValueError(f'Cannot use un-named variables and keyword {name}')
        arrays[name] = value
    if hasattr(file, 'write'):
        stream, is_own = file, False
    else:
        path = os.fspath(file)
        if not path.endswith('.npz'):
            path += '.npz'
        stream, is_own = open(path, 'wb'), True
    try:
        directory = []
        place = 0
        for key, value in arrays.items():
            data = b''.join(_array_bytes(np.asanyarray(value)))
            checksum = _npy.crc32(data, 0)
            packed = _npy.deflate(data) if is_packed else data
            name = (key + '.npy').encode('utf-8')
            if len(data) >= 0xFFFFFFFF or place >= 0xFFFFFFFF:
                raise ValueError('arrays beyond 4 GiB do not fit an .npz file here')
            fields = b''.join((
                (20).to_bytes(2, 'little'), (0x800 if len(name) != len(key) + 4 else 0).to_bytes(2, 'little'),
                (8 if is_packed else 0).to_bytes(2, 'little'), b'\x00\x00\x21\x00', checksum.to_bytes(4, 'little'),
                len(packed).to_bytes(4, 'little'), len(data).to_bytes(4, 'little'), len(name).to_bytes(2, 'little'),
                b'\x00\x00'))
            stream.write(b'PK\x03\x04' + fields + name)
            stream.write(packed)
            directory.append(
                b'PK\x01\x02\x14\x03' + fields + bytes(6) + (0o600 << 16).to_bytes(4, 'little')
                + place.to_bytes(4, 'little') + name)
            place += 30 + len(name) + len(packed)
        whole = b''.join(directory)
        count = len(directory).to_bytes(2, 'little')
        stream.write(whole)
        stream.write(
            b'PK\x05\x06\x00\x00\x00\x00' + count + count + len(whole).to_bytes(4, 'little')
            + place.to_bytes(4, 'little') + b'\x00\x00')
    finally:
        if is_own:
            stream.close()


# Text.

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
    if isinstance(fname, (str, os.PathLike)):
        stream = open(os.fspath(fname), 'r', encoding=encoding or 'latin1')
        return iter(stream), stream
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
        return _integer
    if kind == 'f':
        return float
    if kind == 'c':
        return _complex
    if kind == 'b':
        return lambda text: bool(int(text))
    if kind == 'S':
        return lambda text: text.encode('latin1')
    return str


def _integer(text):
    try:
        return int(text)
    except ValueError:
        value = float(text)
        import warnings
        warnings.warn(
            'loadtxt(): Parsing an integer via a float is deprecated.  To avoid this warning, you can:\n    * make '
            'sure the original data is stored as integers.\n    * use the `converters=` keyword argument.  If you only '
            'use\n      NumPy 1.23 or later, `converters=float` will normally work.\n    * Use '
            '`np.loadtxt(...).astype(np.int64)` parsing the file as\n      floating point and then convert it.  (On all '
            'NumPy versions.)\n  (Deprecated NumPy 1.23)', DeprecationWarning, stacklevel=5)
        return int(value)


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
                f'{type(column)}',)
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


def _text_rows(lines, dtype, comments, delimiter, converters, skiprows, usecols, max_rows, quote):
    names = getattr(dtype, 'names', None)
    kinds = [_converter(dtype[name]) for name in names] if names else None
    convert = None if names else _converter(dtype)
    rows, count, number = [], 0, 0
    for place, line in enumerate(lines):
        if place < skiprows:
            continue
        if max_rows is not None and len(rows) >= max_rows:
            break
        for comment in comments:
            at = line.find(comment)
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
        rows.append(_converted(fields, indices, convert, kinds, converters, dtype, number, usecols))
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
            name = dtype if kinds is None else dtype[place]
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
        warnings.warn(text, np.exceptions.ConversionWarning if hasattr(np.exceptions, 'ConversionWarning') else UserWarning,
                      stacklevel=2)
    columns = len(kept[0]) if kept else 0
    return _from_fields(kept, columns, dtype, names, converters, missing_values, filling_values, usecols, defaultfmt,
                        unpack, ndmin)


def _fields(line, comments, delimiter, autostrip):
    if comments is not None:
        line = line.split(comments)[0]
    line = line.strip(' \r\n')
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
    return [field.strip() for field in fields] if autostrip or delimiter is None else fields


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
                 ndmin):
    given = None if dtype is None else np.dtype(dtype)
    given_names = getattr(given, 'names', None) if given is not None else None
    data, kinds = [], []
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
            kind = np.array(values).dtype if given is None else given
        elif given is None:
            values, kind = _guessed(texts, missing, filling)
        else:
            kind = given[column] if given_names else given
            values = [_loose(text, kind, missing, filling) for text in texts]
        data.append(values)
        kinds.append(kind)
    if given_names or names is not None or given is None and len({str(each) for each in kinds}) > 1:
        labels = list(given_names or names or [])
        if names is not None and given_names:
            labels = list(names)
        labels += [defaultfmt % place for place in range(len(labels), columns)]
        fields = [(label, kind) for label, kind in zip(labels, kinds)]
        a = np.array([tuple(row) for row in zip(*data)], dtype=fields)
        a = a.squeeze() if ndmin == 0 else a
        if unpack:
            return [a[label] for label in labels[:columns]]
        return a
    kind = kinds[0] if kinds else given or np.dtype(float)
    a = np.array([list(row) for row in zip(*data)], dtype=kind).reshape(len(rows), columns) if columns else \
        np.array([], dtype=kind)
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
