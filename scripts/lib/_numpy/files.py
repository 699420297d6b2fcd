"""Arrays in files: NumPy's binary formats, and text."""

import _npy
import os

import numpy as np

__name__ = 'numpy'

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
            raise ValueError('string or file could not be read to its end due to unmatched data') from None
    if count > len(found):
        raise ValueError('string is smaller than requested size')
    return np.array(found, dtype=dtype)


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
    is_fortran = _is_fortran(a)
    descr = a.dtype.str
    if getattr(a.dtype, 'names', None) is not None:
        descr = _fields_of(a.dtype)
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


def _fields_of(dtype):
    """A structured dtype as a header lists it: its fields, and the bytes between them as fields without a name."""
    result, place = [], 0
    for name in dtype.names:
        kind, offset = dtype.fields[name][:2]
        if offset < place:
            raise ValueError('dtype.descr is not defined for types with overlapping or out-of-order fields')
        if offset > place:
            result.append(('', f'|V{offset - place}'))
        base, shape = kind.subdtype or (kind, ())
        entry = (name, base.str if base.names is None else _fields_of(base))
        result.append(entry + (tuple(shape),) if shape else entry)
        place = offset + kind.itemsize
    if dtype.itemsize > place:
        result.append(('', f'|V{dtype.itemsize - place}'))
    return result


def _structured(descr):
    """The dtype of a header's list of fields."""
    names, formats, offsets, place = [], [], [], 0
    for field in descr:
        name, kind = field[:2]
        kind = _structured(kind) if isinstance(kind, list) else np.dtype(kind)
        if len(field) > 2:
            kind = np.dtype((kind, tuple(field[2])))
        if not (name == '' and kind.names is None and kind.kind == 'V' and kind.subdtype is None):
            names.append(name)
            formats.append(kind)
            offsets.append(place)
        place += kind.itemsize
    if len(names) == len(descr):
        return np.dtype(list(zip(names, formats)))
    return np.dtype({'names': names, 'formats': formats, 'offsets': offsets, 'itemsize': place})


def _is_fortran(a):
    """Whether the elements stand in Fortran's order and not in C's."""
    step = a.itemsize
    for extent, stride in zip(a.shape, a.strides):
        if extent != 1 and stride != step:
            return False
        step *= extent
    return sum(extent > 1 for extent in a.shape) > 1 and a.size > 0


def _array_bytes(a, allow_pickle=True):
    """A file's bytes in two parts."""
    if a.dtype.kind == 'O':
        if not allow_pickle:
            raise ValueError('Object arrays cannot be saved when allow_pickle=False')
        from _numpy.object_files import _object_bytes
        return _object_bytes(a)
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
        for part in _array_bytes(np.asarray(arr), allow_pickle):
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
    shape, is_fortran, dtype, is_swapped = _parsed_header(text)
    if dtype.hasobject:
        if not allow_pickle:
            raise ValueError('Object arrays cannot be loaded when allow_pickle=False')
        if dtype.kind != 'O':
            raise ValueError('records with fields of objects cannot be loaded')
        from _numpy.object_files import _read_objects
        return _read_objects(stream, shape)
    count = 1
    for extent in shape:
        if extent < 0:
            raise ValueError('negative dimensions are not allowed')
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
    if is_swapped and dtype.kind == 'U':
        data = np.frombuffer(data, dtype=np.uint32).byteswap().tobytes()
        is_swapped = False
    a = _from_bytes(data, dtype)
    if is_swapped:
        a = a.byteswap()
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
    if not isinstance(shape, tuple) or not all(type(extent) is int for extent in shape):
        raise ValueError(f'shape is not valid: {shape!r}')
    if not isinstance(order, bool):
        raise ValueError(f'fortran_order is not a valid bool: {order!r}')
    try:
        dtype, is_swapped = _dtype(descr)
    except (TypeError, ValueError):
        raise ValueError(f'descr is not a valid dtype descriptor: {descr!r}') from None
    return shape, order, dtype, is_swapped


def _dtype(descr):
    """The dtype that a header names, and whether its bytes stand in the other order."""
    if isinstance(descr, (list, tuple)):
        return _structured(list(descr)), False
    if isinstance(descr, str) and descr[:1] == '>' and descr[1:2] in 'iufcU':
        return np.dtype('<' + descr[1:]), True
    return np.dtype(descr), False


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
            from _numpy.lib.npyio.archives import NpzFile
            return NpzFile(stream, own_fid=is_own, allow_pickle=allow_pickle, max_header_size=max_header_size,
                           name=None if hasattr(file, 'read') else os.fspath(file))
        if start == _magic:
            is_file = is_own or not hasattr(stream, 'getvalue')
            return _read_array(stream, allow_pickle, max_header_size, is_file)
        if not allow_pickle:
            raise ValueError(
                'This file contains pickled (object) data. If you trust the file you can load it unsafely using the '
                '`allow_pickle=` keyword argument or `pickle.load()`.')
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

def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an `.npz` file: named ones by their names, others as arr_0, arr_1 and so on."""
    _save_zip(file, args, kwds, False, allow_pickle)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an `.npz` file, packed."""
    _save_zip(file, args, kwds, True, allow_pickle)


def _save_zip(file, args, kwds, is_packed, allow_pickle=True):
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
            data = b''.join(_array_bytes(np.asarray(value), allow_pickle))
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
