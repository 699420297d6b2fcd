"""Copying, moving and removing of files and folders."""

import os

__all__ = ['copy', 'copy2', 'copyfile', 'copyfileobj', 'copymode', 'copystat', 'copytree', 'disk_usage',
           'get_terminal_size', 'ignore_patterns', 'move', 'rmtree', 'which', 'Error', 'SameFileError']


class Error(OSError):
    """What went wrong with files."""


class SameFileError(Error):
    """Raised when a file is to be copied onto itself."""


def copyfileobj(fsrc, fdst, length=65536):
    """Copies from an open file to another."""
    while True:
        part = fsrc.read(length)
        if not part:
            return
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the contents of a file; returns the new path."""
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(src, 'rb') as a:
        with open(dst, 'wb') as b:
            copyfileobj(a, b)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copies who may use a file."""
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    """Copies who may use a file, and its times."""
    copymode(src, dst)
    if hasattr(os, 'utime'):
        known = os.stat(src)
        os.utime(dst, (known.st_atime, known.st_mtime))


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copies a file, perhaps into a folder; returns the new path."""
    dst = _target(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copies a file with its times; returns the new path."""
    dst = _target(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    """A function for `copytree` that leaves out files of patterns."""
    def ignore(path, names):
        import fnmatch
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copies a folder with all that is in it; returns the new path."""
    names = os.listdir(src)
    left_out = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        if symlinks and os.path.islink(a):
            os.symlink(os.readlink(a), b)
        elif os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    """Removes a folder with all that is in it."""
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
        for name in os.listdir(path):
            inner = os.path.join(path, name)
            if os.path.isdir(inner) and not os.path.islink(inner):
                rmtree(inner, ignore_errors, onerror)
            else:
                os.unlink(inner)
        os.rmdir(path)
    except OSError as error:
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(os.rmdir, path, (type(error), error, None))


def move(src, dst, copy_function=copy2):
    """Moves a file or folder, perhaps into a folder; returns the new path."""
    target = dst
    if os.path.isdir(dst):
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def which(cmd, mode=1, path=None):
    """The path of a program, or None."""
    if os.path.dirname(cmd):
        return cmd if os.path.isfile(cmd) and os.access(cmd, mode) else None
    for folder in (os.environ.get('PATH', os.defpath) if path is None else path).split(os.pathsep):
        name = os.path.join(folder, cmd)
        if os.path.isfile(name) and os.access(name, mode):
            return name
    return None


def get_terminal_size(fallback=(80, 24)):
    """The columns and lines of the terminal."""
    from collections import namedtuple
    size = namedtuple('terminal_size', 'columns lines', module='os')
    try:
        columns, lines = int(os.environ['COLUMNS']), int(os.environ['LINES'])
    except (KeyError, ValueError):
        columns = lines = 0
    if columns <= 0 or lines <= 0:
        try:
            columns, lines = os.get_terminal_size(1)
        except (AttributeError, ValueError, OSError):
            columns, lines = fallback
    return size(columns, lines)
