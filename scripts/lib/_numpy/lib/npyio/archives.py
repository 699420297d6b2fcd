"""Arrays in zip files."""

import _npy

__name__ = 'numpy.lib.npyio'


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
        if data[:6] != b'\x93NUMPY':
            return data
        import io
        stream = io.BytesIO(data)
        stream.seek(6)
        from _numpy.files import _read_array
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


class _BadZipFile(Exception):
    """What reading a broken zip file raises."""


_BadZipFile.__name__ = _BadZipFile.__qualname__ = 'BadZipFile'
_BadZipFile.__module__ = 'zipfile'


def _bad_zip(text):
    return _BadZipFile(text)


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
