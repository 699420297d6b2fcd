"""What streams derive from, those that programs write themselves too."""

__name__ = 'io'

import io as _io
from abc import ABCMeta as _ABCMeta


class IOBase(metaclass=_ABCMeta):
    """What all streams can do."""

    _closed = False

    def _refuse(self, name):
        raise _io.UnsupportedOperation(name)

    def seek(self, pos, whence=0):
        """Moves to a place."""
        self._refuse('seek')

    def tell(self):
        """The place."""
        return self.seek(0, 1)

    def truncate(self, pos=None):
        """Cuts off what stands behind a place."""
        self._refuse('truncate')

    def fileno(self):
        """The number of the file."""
        self._refuse('fileno')

    def flush(self):
        """Writes what waits."""
        self._check_open()

    def close(self):
        """Ends the stream."""
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        """Whether the stream has ended."""
        return self._closed

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def seekable(self):
        """Whether the place can be moved."""
        return False

    def readable(self):
        """Whether it can be read."""
        return False

    def writable(self):
        """Whether it can be written."""
        return False

    def isatty(self):
        """Whether it is a terminal."""
        self._check_open()
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1):
        """The next line."""
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            part = self.read(1)
            if not part:
                break
            line += part
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        """The lines that are left."""
        if hint is None or hint <= 0:
            return list(self)
        lines, count = [], 0
        for line in self:
            lines.append(line)
            count += len(line)
            if count >= hint:
                break
        return lines

    def writelines(self, lines):
        """Writes lines."""
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """What unbuffered files can do."""

    def read(self, size=-1):
        """So many bytes."""
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        if count is None:
            return None
        return bytes(data[:count])

    def readall(self):
        """All bytes that are left."""
        found = bytearray()
        while True:
            part = self.read(8192)
            if not part:
                return bytes(found) if found or part is not None else None
            found += part

    def readinto(self, b):
        """Fills a buffer."""
        self._refuse('readinto')

    def write(self, b):
        """Writes bytes."""
        self._refuse('write')


class BufferedIOBase(IOBase):
    """What binary files can do."""

    def read(self, size=-1):
        """So many bytes."""
        self._refuse('read')

    def read1(self, size=-1):
        """So many bytes, asked for once."""
        self._refuse('read1')

    def readinto(self, b):
        """Fills a buffer."""
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def write(self, b):
        """Writes bytes."""
        self._refuse('write')

    def detach(self):
        """The stream below."""
        self._refuse('detach')


class TextIOBase(IOBase):
    """What text files can do."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        """So many characters."""
        self._refuse('read')

    def write(self, s):
        """Writes a text."""
        self._refuse('write')

    def readline(self, size=-1):
        """The next line."""
        self._refuse('readline')

    def detach(self):
        """The stream below."""
        self._refuse('detach')


for _base, _names in ((RawIOBase, ('FileIO',)), (TextIOBase, ('TextIOWrapper', 'StringIO')),
                      (BufferedIOBase, ('BufferedReader', 'BufferedWriter', 'BufferedRandom', 'BytesIO'))):
    for _name in _names:
        if hasattr(_io, _name):
            _base.register(getattr(_io, _name))
