"""Files packed as gzip has them."""

import io
import os
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 1, 2


class BadGzipFile(OSError):
    """A file that is not packed so."""


def compress(data, compresslevel=9, *, mtime=None):
    """Bytes, packed."""
    import time
    stamp = int(time.time() if mtime is None else mtime).to_bytes(4, 'little')
    packed = zlib.compress(data, wbits=31)
    return packed[:4] + stamp + b'\x02' + packed[9:]


def decompress(data):
    """Bytes, unpacked."""
    data = bytes(data)
    if not data:
        return b''
    if data[:2] != b'\x1f\x8b':
        raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')
    if len(data) < 18:
        raise EOFError('Compressed file ended before the end-of-stream marker was reached')
    if data[2] != 8:
        raise BadGzipFile('Unknown compression method')
    if data.find(b'\x1f\x8b\x08', 18) >= 0:
        return _members(data)
    found = zlib._inflated(data[zlib._gzip_body(data):-8], int.from_bytes(data[-4:], 'little'))
    if found is None:
        return _members(data)
    sum, size = int.from_bytes(data[-8:-4], 'little'), int.from_bytes(data[-4:], 'little')
    if zlib.crc32(found) != sum or len(found) & 0xffffffff != size:
        return _members(data)
    return found


def _members(data):
    """The parts of several members after each other."""
    found = []
    start = 0
    while start < len(data):
        end = start + 18
        while True:
            end = data.find(b'\x1f\x8b\x08', end)
            stop = len(data) if end < 0 else end
            part = zlib._inflated(data[start + zlib._gzip_body(data[start:start + 1024]):stop - 8])
            if part is not None and zlib.crc32(part) == int.from_bytes(data[stop - 8:stop - 4], 'little'):
                break
            if end < 0:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            end += 3
        found.append(part)
        start = stop
    return b''.join(found)


class GzipFile(io.BytesIO):
    """A packed file, read or written as a whole."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        mode = mode or getattr(fileobj, 'mode', None) or 'rb'
        if not isinstance(mode, str):
            mode = 'rb'
        if 't' in mode or 'U' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
        self._own = fileobj is None
        self.mtime = mtime
        writes = mode[0] in 'wax'
        if fileobj is None:
            import builtins
            fileobj = builtins.open(filename, mode if 'b' in mode else mode + 'b')
        self.fileobj = fileobj
        self.name = os.fspath(filename) if filename is not None else getattr(fileobj, 'name', '')
        self.mode = WRITE if writes else READ
        if writes:
            super().__init__()
        else:
            super().__init__(decompress(fileobj.read()))
            if self._own:
                fileobj.close()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def write(self, data):
        """Adds bytes."""
        if self.mode != WRITE:
            raise OSError(9, 'write() on read-only GzipFile object')
        return super().write(data)

    def read(self, size=-1):
        """The next bytes, or all."""
        if self.mode != READ:
            raise OSError(9, 'read() on write-only GzipFile object')
        return super().read(size)

    def close(self):
        """Writes what was added."""
        if self.closed:
            return
        if self.mode == WRITE:
            self.fileobj.write(compress(self.getvalue(), mtime=self.mtime))
            if self._own:
                self.fileobj.close()
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """A packed file, of bytes or of text."""
    if 't' in mode and 'b' in mode:
        raise ValueError('Invalid mode: %r' % (mode,))
    if 't' not in mode:
        for value, name in ((encoding, 'encoding'), (errors, 'errors'), (newline, 'newline')):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain = mode.replace('t', '')
    if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        made = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        made = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    if 't' not in mode:
        return made
    if made.mode == WRITE:
        return _TextWriter(made, encoding, errors, newline)
    return io.TextIOWrapper(made, encoding, errors, newline)


class _TextWriter(io.StringIO):
    """A text that is packed once it is whole."""

    def __init__(self, file, encoding, errors, newline):
        super().__init__(newline=newline)
        self.buffer = file
        self._encoding = encoding or 'utf-8'
        self._errors = errors or 'strict'

    def close(self):
        """Writes what was added."""
        if not self.closed:
            self.buffer.write(self.getvalue().encode(self._encoding, self._errors))
            self.buffer.close()
            super().close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
