"""Paths as objects."""

import os

__all__ = ['PurePath', 'PurePosixPath', 'Path', 'PosixPath']


def _parsed(args):
    """The root and the parts of joined arguments."""
    root, parts = '', []
    for arg in args:
        if isinstance(arg, PurePath):
            more_root, more = arg._root, arg._names
        else:
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError('argument should be a str object or an os.PathLike object returning str, '
                                f'not {type(text)!r}')
            more_root = ''
            if text.startswith('/'):
                more_root = '//' if text.startswith('//') and not text.startswith('///') else '/'
            more = [part for part in text.split('/') if part and part != '.']
        if more_root:
            root, parts = more_root, list(more)
        else:
            parts = parts + list(more)
    return root, parts


class PurePath:
    """A path that is only text."""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        root, names = _parsed(args)
        return _make(cls, root, names)

    def _with(self, root, names):
        return _make(self.__class__, root, names)

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    def __str__(self):
        text = self._text
        if text is None:
            text = self._text = (self._root + '/'.join(self._names)) or '.'
        return text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def as_uri(self):
        """The path as 'file:///...'."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = '/-._~'
        return 'file://' + ''.join([c if c.isascii() and c.isalnum() or c in safe else
                                    ''.join([f'%{b:02X}' for b in c.encode()]) for c in str(self)])

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._root == other._root and self._names == other._names

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts <= other.parts

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts > other.parts

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts >= other.parts

    # Parts

    drive = property(lambda self: '', None, None, 'The drive, which is empty.')
    root = property(lambda self: self._root, None, None, 'The slash that begins an absolute path.')
    anchor = property(lambda self: self._root, None, None, 'The drive and the root.')

    @property
    def parts(self):
        """The root and the names."""
        return (self._root, *self._names) if self._root else tuple(self._names)

    @property
    def name(self):
        """The last name."""
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        """The last extension of the name."""
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        """All extensions of the name."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The name without its last extension."""
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        """The folder above."""
        return self._with(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        """The folders above, the nearest first."""
        return _Parents(self)

    # Joining and changing

    def joinpath(self, *args):
        """The path with others behind it."""
        root, names = _parsed((self, *args))
        return self._with(root, names)

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            root, names = _parsed((key, self))
        except TypeError:
            return NotImplemented
        return self._with(root, names)

    def with_name(self, name):
        """The path with another last name."""
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._with(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last name and the same extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another extension."""
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        old = self.suffix
        return self._with(self._root, self._names[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        """The path from another one above it."""
        if not other:
            raise TypeError('need at least one argument')
        root, names = _parsed(other)
        n = len(names)
        if root != self._root or self._names[:n] != names:
            shown = self._with(root, names)
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(shown)!r} OR one path is relative '
                             'and the other is absolute.')
        return self._with('', self._names[n:])

    def is_relative_to(self, *other):
        """Whether the path is another one or below it."""
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def is_absolute(self):
        """Whether the path begins at the root."""
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        """Whether the last names are of a pattern."""
        import fnmatch
        root, names = _parsed((path_pattern,))
        if not names and not root:
            raise ValueError('empty pattern')
        pattern = ([root] if root else []) + names
        parts = list(self.parts)
        if root and len(pattern) != len(parts) or len(pattern) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(parts), reversed(pattern)))


class _Parents:
    """The folders above a path."""

    def __init__(self, path):
        self._path = path
        self._count = len(path._names)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[i] for i in range(*index.indices(len(self)))])
        if not -self._count <= index < self._count:
            raise IndexError(index)
        if index < 0:
            index += self._count
        return self._path._with(self._path._root, self._path._names[:self._count - 1 - index])

    def __iter__(self):
        for i in range(self._count):
            yield self[i]

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


def _make(cls, root, names):
    self = object.__new__(cls)
    self._root = root
    self._names = names
    self._text = None
    return self


class PurePosixPath(PurePath):
    """A path that is only text."""


class Path(PurePath):
    """A path of a file or folder."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return PurePath.__new__(cls, *args)

    @classmethod
    def cwd(cls):
        """The working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The home folder."""
        return cls(os.path.expanduser('~'))

    # What is there

    def stat(self, *, follow_symlinks=True):
        """What the system knows of the file."""
        return os.stat(str(self)) if follow_symlinks else os.lstat(str(self))

    def lstat(self):
        """`stat` of a link itself."""
        return os.lstat(str(self))

    def exists(self):
        """Whether there is something."""
        return os.path.exists(str(self))

    def is_dir(self):
        """Whether there is a folder."""
        return os.path.isdir(str(self))

    def is_file(self):
        """Whether there is a file."""
        return os.path.isfile(str(self))

    def is_symlink(self):
        """Whether there is a link."""
        return os.path.islink(str(self))

    def is_mount(self):
        return os.path.ismount(str(self))

    def samefile(self, other_path):
        """Whether both are one file."""
        return os.path.samefile(str(self), os.fspath(other_path))

    def absolute(self):
        """The path from the root."""
        return self if self.is_absolute() else self._with(*_parsed((os.getcwd(), self)))

    def resolve(self, strict=False):
        """The path from the root without links and `..`."""
        return self.__class__(os.path.realpath(str(self), strict=strict))

    def expanduser(self):
        """The path with the home folder in place of `~`."""
        if not self._root and self._names and self._names[0][:1] == '~':
            return self.__class__(os.path.expanduser(str(self)))
        return self

    def readlink(self):
        """The target of a link."""
        return self.__class__(os.readlink(str(self)))

    # Folders

    def iterdir(self):
        """The paths in a folder."""
        for name in os.listdir(str(self)):
            yield self._with(self._root, self._names + [name])

    def glob(self, pattern):
        """The paths below that are of a pattern."""
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        root, names = _parsed((pattern,))
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        seen = set()
        for path in self._glob(names):
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern):
        """The paths at any depth below that are of a pattern."""
        root, names = _parsed((pattern,))
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        return self.glob('/'.join(['**'] + names))

    def _glob(self, names):
        if not names:
            yield self
            return
        first, rest = names[0], names[1:]
        if first == '**':
            for folder in self._folders():
                yield from folder._glob(rest)
            return
        if not any(c in first for c in '*?['):
            path = self / first
            if path.exists():
                yield from path._glob(rest)
            return
        import fnmatch
        try:
            entries = list(self.iterdir())
        except OSError:
            return
        for path in entries:
            if fnmatch.fnmatchcase(path.name, first) and (not rest or path.is_dir()):
                yield from path._glob(rest)

    def _folders(self):
        yield self
        try:
            entries = list(self.iterdir())
        except OSError:
            return
        for path in entries:
            if path.is_dir() and not path.is_symlink():
                yield from path._folders()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes the folder."""
        above = self.parent
        try:
            os.mkdir(str(self), mode)
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                if not (exist_ok and self.is_dir()):
                    raise
            elif parents and above != self:
                above.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            else:
                raise

    def rmdir(self):
        """Removes the folder, which has to be empty."""
        os.rmdir(str(self))

    # Files

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Opens the file."""
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        """The text of the file."""
        with self.open('r', encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        """The bytes of the file."""
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Makes a text the file; returns its length."""
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {data.__class__.__name__}')
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        """Makes bytes the file; returns their number."""
        with self.open('wb') as f:
            return f.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        """Makes an empty file, or says that a file was changed now."""
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            if hasattr(os, 'utime'):
                os.utime(str(self))
            return
        with self.open('a'):
            pass

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        """Renames the file; returns the new path."""
        os.rename(str(self), os.fspath(target))
        return self.__class__(target)

    def replace(self, target):
        """Renames the file in place of another; returns the new path."""
        os.replace(str(self), os.fspath(target))
        return self.__class__(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Changes who may use the file."""
        os.chmod(str(self), mode)

    def symlink_to(self, target, target_is_directory=False):
        """Makes a link."""
        os.symlink(os.fspath(target), str(self))

    def hardlink_to(self, target):
        """Makes another name for a file."""
        os.link(os.fspath(target), str(self))

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass


class PosixPath(Path, PurePosixPath):
    """A path of a file or folder."""
