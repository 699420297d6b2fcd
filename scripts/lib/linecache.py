"""Lines of source files."""

cache = {}


def getlines(filename, module_globals=None):
    """The lines of a file, or none."""
    lines = cache.get(filename)
    if lines is None:
        try:
            with open(filename, encoding='utf-8') as f:
                lines = f.read().splitlines(True)
        except (OSError, UnicodeDecodeError, SyntaxError, TypeError):
            return []
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
        cache[filename] = lines
    return lines


def getline(filename, lineno, module_globals=None):
    """A line of a file, or nothing."""
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    """Forgets all files."""
    cache.clear()


def checkcache(filename=None):
    """Forgets a file, which may have changed."""
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)


def lazycache(filename, module_globals):
    return False
