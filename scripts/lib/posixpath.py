"""Paths of files as text."""

import posix as _posix

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount',
           'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir',
           'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
           'supports_unicode_filenames', 'relpath', 'commonpath']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _text(path):
    """A path as str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    """The path itself: case matters."""
    return _text(s)


def isabs(s):
    """Whether a path begins at the root."""
    s = _text(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """The parts with a slash between them; an absolute part begins anew."""
    a = _text(a)
    slash = _like(a, '/')
    path = a
    try:
        for b in map(_text, p):
            if b.startswith(slash):
                path = b
            elif not path or path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError):
        for b in (a, *p):
            if not hasattr(b, '__fspath__') and not isinstance(b, (str, bytes)):
                raise TypeError(f'join() argument must be str, bytes, or os.PathLike object, not '
                                f'{b.__class__.__name__!r}') from None
        raise TypeError("Can't mix strings and bytes in path components") from None
    return path


def split(p):
    """The part before the last slash, and the part behind it."""
    p = _text(p)
    slash = _like(p, '/')
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """The path without its extension, and the extension."""
    p = _text(p)
    start = p.rfind(_like(p, '/')) + 1
    dot = p.rfind(_like(p, '.'))
    if dot > start:
        # Dots that begin a name do not begin an extension.
        if p[start:dot].strip(_like(p, '.')):
            return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    """No drive, and the path."""
    p = _text(p)
    return p[:0], p


def basename(p):
    """The part behind the last slash."""
    p = _text(p)
    return p[p.rfind(_like(p, '/')) + 1:]


def dirname(p):
    """The part before the last slash."""
    return split(p)[0]


def commonprefix(m):
    """The longest text that begins all of the list, whether or not it is a path."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_text, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that begins all of the paths."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(_text, paths))
    kinds = {isabs(p) for p in paths}
    if len(kinds) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in p.split('/') if part and part != '.'] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, part in enumerate(low):
        if part != high[i]:
            common = low[:i]
            break
    return ('/' if kinds.pop() else '') + '/'.join(common)


def exists(path):
    """Whether there is a file or folder, also behind a link."""
    try:
        _posix.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """Whether there is a file, a folder or a link."""
    try:
        _posix.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _mode(path, function):
    try:
        return function(path).st_mode & 0o170000
    except (OSError, ValueError, AttributeError):
        return 0


def isfile(path):
    """Whether there is a file, also behind a link."""
    return _mode(path, _posix.stat) == 0o100000


def isdir(s):
    """Whether there is a folder, also behind a link."""
    return _mode(s, _posix.stat) == 0o040000


def islink(path):
    """Whether there is a link."""
    return _mode(path, _posix.lstat) == 0o120000


def ismount(path):
    """Whether another file system begins here."""
    try:
        own = _posix.lstat(path)
        above = _posix.lstat(join(path, '..'))
    except (OSError, ValueError):
        return False
    return own.st_dev != above.st_dev or own.st_ino == above.st_ino


def getsize(filename):
    """The length of a file."""
    return _posix.stat(filename).st_size


def getmtime(filename):
    """When a file was changed last."""
    return _posix.stat(filename).st_mtime


def getatime(filename):
    """When a file was read last."""
    return _posix.stat(filename).st_atime


def getctime(filename):
    """When what is known of a file was changed last."""
    return _posix.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two results of `stat` are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return samestat(_posix.stat(f1), _posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samestat(_posix.fstat(fp1), _posix.fstat(fp2))


def expanduser(path):
    """The path with the home folder in place of `~`."""
    path = _text(path)
    if isinstance(path, bytes):
        return expanduser(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    if not path.startswith('~'):
        return path
    i = path.find('/', 1)
    if i < 0:
        i = len(path)
    if i != 1:
        return path
    import os
    home = os.environ.get('HOME')
    if home is None:
        return path
    return (home.rstrip('/') + path[i:]) or '/'


def expandvars(path):
    """The path with variables of the environment in place of `$name` and `${name}`."""
    path = _text(path)
    if isinstance(path, bytes):
        return expandvars(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    import os
    parts = []
    at = 0
    while True:
        found = path.find('$', at)
        if found < 0:
            parts.append(path[at:])
            return ''.join(parts)
        parts.append(path[at:found])
        end = found + 1
        if path[end:end + 1] == '{':
            close = path.find('}', end)
            name, end = (path[end + 1:close], close + 1) if close >= 0 else ('', end)
        else:
            while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == '_'):
                end += 1
            name = path[found + 1:end]
        parts.append(os.environ.get(name, path[found:end]) if name else path[found:end])
        at = end


def normpath(path):
    """The path without double slashes, `.` and `..`."""
    path = _text(path)
    if isinstance(path, bytes):
        return normpath(path.decode()).encode()
    if not path:
        return '.'
    root = ''
    if path.startswith('/'):
        root = '//' if path.startswith('//') and not path.startswith('///') else '/'
    parts = []
    for part in path.split('/'):
        if not part or part == '.':
            continue
        if part != '..' or not root and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return root + '/'.join(parts) or '.'


def abspath(path):
    """The path from the root."""
    path = _text(path)
    if not isabs(path):
        path = join(_posix.getcwd() if isinstance(path, str) else _posix.getcwd().encode(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root without links."""
    path = abspath(filename)
    if strict:
        _posix.stat(path)
    for _ in range(40):
        resolved = '/'
        changed = False
        for part in path.split('/'):
            if not part:
                continue
            candidate = join(resolved, part)
            if not changed and islink(candidate):
                target = _posix.readlink(candidate)
                resolved = normpath(join(resolved, target))
                changed = True
            else:
                resolved = candidate
        if not changed:
            return resolved
        path = normpath(resolved)
    return path


def relpath(path, start=None):
    """The path from a folder, the working directory by default."""
    if not path:
        raise ValueError('no path specified')
    path = _text(path)
    start = curdir if start is None else _text(start)
    here = [x for x in abspath(start).split('/') if x]
    there = [x for x in abspath(path).split('/') if x]
    common = 0
    while common < len(here) and common < len(there) and here[common] == there[common]:
        common += 1
    parts = ['..'] * (len(here) - common) + there[common:]
    return '/'.join(parts) if parts else '.'
