"""The operating system: files, folders, environment and processes."""

import posixpath as path
import sys
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
from posix import *
import posix as _posix

sys.modules['os.path'] = path
name = 'posix'
linesep = '\n'
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def _decoded(text):
    return text.decode('utf-8', 'surrogateescape') if isinstance(text, bytes) else text


class _Environment:
    """The variables of the environment; changes go to the processes started later."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._data[_checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = _checked(key), _checked(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        if _checked(key) not in self._data:
            raise KeyError(key) from None
        unsetenv(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def __repr__(self):
        items = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, _Environment) else other)

    def __or__(self, other):
        return self._data | dict(other)

    def __ror__(self, other):
        return dict(other) | self._data

    def get(self, key, default=None):
        return self._data.get(key, default)

    def clear(self):
        for key in list(self._data):
            del self[key]

    def popitem(self):
        for key in self._data:
            return key, self.pop(key)
        raise KeyError('popitem(): dictionary is empty')

    __hash__ = None

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return dict(self._data)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value


def _checked(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')
    return value


environ = _Environment({_decoded(key): _decoded(value) for key, value in _posix.environ.items()})


def getenv(key, default=None):
    """A variable of the environment, or the default."""
    return environ.get(key, default)


class PathLike:
    """What has `__fspath__`."""

    def __fspath__(self):
        raise NotImplementedError

    def __class_getitem__(cls, item):
        return cls


def fspath(path):
    """A path as str or bytes."""
    return path if isinstance(path, (str, bytes)) else _fspath(path)


def _fspath(path):
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, '
                        f'not {type(result).__name__}')
    return result


def getcwdb():
    """The working folder as bytes."""
    return fsencode(getcwd())


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """The open file of a number."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import builtins
    return builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str."""
    return _decoded(fspath(filename))


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those above it."""
    wanted = [name]
    above, last = _parted(name)
    while above and last and not path.exists(above):
        wanted.append(above)
        above, last = _parted(above)
    for place in range(len(wanted) - 1, -1, -1):
        folder = wanted[place]
        if place + 1 < len(wanted) and _parted(folder)[1] in (curdir, b'.'):
            continue
        try:
            mkdir(folder, *([] if place else [mode]))
        except OSError as error:
            # A folder on the way may have been made by somebody else meanwhile.
            if not (exist_ok and path.isdir(folder) or place and isinstance(error, FileExistsError)):
                raise


def _parted(name):
    """What is above a path, and its last part, whether or not it ends in a slash."""
    above, last = path.split(name)
    return (above, last) if last else path.split(above)


def removedirs(name):
    """Removes a folder and those above it that are empty."""
    rmdir(name)
    above, last = _parted(name)
    try:
        while above and last:
            rmdir(above)
            above, last = path.split(above)
    except OSError:
        # The first that is not empty stays, and all above it.
        pass


def renames(old, new):
    """Renames a file; makes the folders above the new name and removes those above the old one that are empty."""
    (old_folder, old_name), (new_folder, new_name) = path.split(old), path.split(new)
    if new_folder and new_name and not path.exists(new_folder):
        makedirs(new_folder)
    rename(old, new)
    if old_folder and old_name:
        try:
            removedirs(old_folder)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Each folder under one, as (path, folders, files)."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if n not in dirs]
    if topdown:
        yield top, dirs, files
    for n in dirs:
        inner = path.join(top, n)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


if 'scandir' not in globals():
    class DirEntry:
        """A file in a folder."""

        def __init__(self, folder, name):
            self.name = name
            self.path = path.join(folder, name)

        def is_dir(self, *, follow_symlinks=True):
            return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

        def is_file(self, *, follow_symlinks=True):
            return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

        def is_symlink(self):
            return path.islink(self.path)

        def stat(self, *, follow_symlinks=True):
            return stat(self.path) if follow_symlinks else lstat(self.path)

        def __fspath__(self):
            return self.path

        def __repr__(self):
            return f'<DirEntry {self.name!r}>'

    class scandir:
        """The files in a folder."""

        def __init__(self, path='.'):
            self._entries = iter([DirEntry(fspath(path), n) for n in listdir(path)])

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._entries)

        def __enter__(self):
            return self

        def __exit__(self, *args):
            self.close()

        def close(self):
            self._entries = iter(())


def get_exec_path(env=None):
    """The folders in which programs are found."""
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)


def popen(cmd, mode='r', buffering=-1):
    raise OSError('popen is not supported')
