"""Files and folders for a while."""

import os

__all__ = ['NamedTemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'TemporaryFile', 'gettempdir',
           'gettempdirb', 'gettempprefix', 'gettempprefixb', 'mkdtemp', 'mkstemp', 'mktemp']

template = 'tmp'
tempdir = None


def gettempdir():
    """The folder for files that nobody keeps."""
    global tempdir
    if tempdir is None:
        folders = [os.environ.get(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp']
        for folder in folders:
            if folder and os.path.isdir(folder):
                tempdir = os.path.abspath(folder)
                break
        else:
            tempdir = os.getcwd()
    return tempdir


def gettempprefix():
    """How the names of new files begin."""
    return template


def gettempdirb():
    """The folder of temporary files as bytes."""
    return os.fsencode(gettempdir())


def gettempprefixb():
    """How the names of new files begin, as bytes."""
    return os.fsencode(template)


def _name():
    import random
    return ''.join(random.Random().choices('abcdefghijklmnopqrstuvwxyz0123456789_', k=8))


def _free(suffix, prefix, dir):
    dir = gettempdir() if dir is None else os.fspath(dir)
    for _ in range(10000):
        path = os.path.join(dir, (template if prefix is None else prefix) + _name() + (suffix or ''))
        if not os.path.lexists(path):
            return os.path.abspath(path)
    raise FileExistsError(17, 'No usable temporary name found')


def mktemp(suffix='', prefix=template, dir=None):
    """A path where there is nothing yet."""
    return _free(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder; returns its path."""
    path = _free(suffix, prefix, dir)
    os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file; returns its descriptor and its path."""
    path = _free(suffix, prefix, dir)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path


class TemporaryDirectory:
    """A folder that is removed at the end of the block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._ignore = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Removes the folder."""
        import shutil
        if os.path.lexists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)


class _File:
    """A file with its name, removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        """Closes the file and removes it."""
        if not self.file.closed:
            self.file.close()
            if self.delete and os.path.exists(self.name):
                os.unlink(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """A file that is removed when it is closed."""
    path = _free(suffix, prefix, dir)
    return _File(open(path, mode, buffering, encoding, errors, newline), path, delete)


class SpooledTemporaryFile:
    """A file in memory that moves to the disk once it is large."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        import io
        if 'b' in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._mode = mode
        self._given = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix,
                           prefix=prefix, dir=dir, errors=errors)

    def rollover(self):
        """Moves to the disk."""
        if self._rolled:
            return
        old, self._file = self._file, TemporaryFile(**self._given)
        place = old.tell()
        if hasattr(old, 'buffer'):
            old.seek(0)
        self._file.write(old.read() if hasattr(old, 'buffer') else old.getvalue())
        self._file.seek(place)
        self._rolled = True

    def _checked(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, s):
        """Adds to the file."""
        written = self._file.write(s)
        self._checked()
        return written

    def writelines(self, iterable):
        """Adds each of several."""
        self._file.writelines(iterable)
        self._checked()

    def truncate(self, size=None):
        """Cuts the file off."""
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def fileno(self):
        """The number of the file on the disk."""
        self.rollover()
        return self._file.fileno()

    @property
    def mode(self):
        return getattr(self._file, 'mode', self._mode)

    @property
    def name(self):
        return self._file.name if self._rolled else None

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A file without a name that others could use."""
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)
