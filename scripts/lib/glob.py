"""Files by patterns."""

import os

__all__ = ['escape', 'glob', 'iglob', 'has_magic']


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths of a pattern."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths of a pattern, one after the other."""
    pathname = os.fspath(pathname)
    root = os.fspath(root_dir) if root_dir is not None else ''
    found = _walk(root, pathname, recursive, include_hidden, False)
    if recursive and pathname.startswith('**'):
        found = (path for path in found if path)
    return found


def has_magic(s):
    """Whether a text is a pattern."""
    return any(c in s for c in '*?[')


def escape(pathname):
    """The pattern of one path."""
    return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])


def _hidden(name):
    return name.startswith('.')


def _names(root, folder, only_folders):
    folder = os.path.join(root, folder) if root else folder
    try:
        names = os.listdir(folder or '.')
    except OSError:
        return []
    if only_folders:
        names = [n for n in names if os.path.isdir(os.path.join(folder, n))]
    return names


def _walk(root, pathname, recursive, hidden, only_folders):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        full = os.path.join(root, pathname)
        if basename and os.path.lexists(full) or not basename and os.path.isdir(os.path.join(root, dirname)):
            yield pathname
        return
    if not dirname:
        yield from _match(root, '', basename, recursive, hidden, only_folders)
        return
    if dirname != pathname and has_magic(dirname):
        folders = _walk(root, dirname, recursive, hidden, True)
    else:
        folders = [dirname]
    for folder in folders:
        for name in _match(root, folder, basename, recursive, hidden, only_folders):
            yield os.path.join(folder, name)


def _match(root, folder, basename, recursive, hidden, only_folders):
    if not has_magic(basename):
        full = os.path.join(root, folder, basename)
        if basename and os.path.lexists(full) or not basename and os.path.isdir(os.path.join(root, folder)):
            yield basename
        return
    if recursive and basename == '**':
        yield ''
        yield from _below(root, folder, hidden, only_folders)
        return
    import fnmatch
    names = _names(root, folder, only_folders)
    if not (hidden or _hidden(basename)):
        names = [n for n in names if not _hidden(n)]
    yield from fnmatch.filter(names, basename)


def _below(root, folder, hidden, only_folders):
    for name in _names(root, folder, only_folders):
        if hidden or not _hidden(name):
            yield name
            inner = os.path.join(folder, name) if folder else name
            for deeper in _below(root, inner, hidden, only_folders):
                yield os.path.join(name, deeper)
