"""Names by patterns with `*`, `?` and `[...]`."""

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    """Whether a name is of a pattern."""
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    """Whether a name is of a pattern, where case matters."""
    if isinstance(name, bytes):
        name, pat = name.decode('latin-1'), pat.decode('latin-1')
    return _matches(name, _parsed(pat))


def filter(names, pat):
    """The names that are of a pattern."""
    parts = _parsed(pat)
    return [name for name in names if _matches(name, parts)]


_cache = {}


def _parsed(pat):
    """A pattern as a list of characters, '*', '?' and (negated, ranges)."""
    parts = _cache.get(pat)
    if parts is None:
        parts = _cache[pat] = _parse(pat)
    return parts


def _parse(pat):
    parts = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] != '**':
                parts.append('**')
        elif c == '?':
            parts.append('??')
        elif c == '[':
            j = i
            if pat[j:j + 1] == '!':
                j += 1
            if pat[j:j + 1] == ']':
                j += 1
            while j < n and pat[j] != ']':
                j += 1
            if j >= n:
                parts.append('[')
                continue
            parts.append(_ranges(pat[i:j]))
            i = j + 1
        else:
            parts.append(c)
    return parts


def _ranges(text):
    negated = text.startswith('!')
    text = text[1:] if negated else text
    ranges = []
    i = 0
    while i < len(text):
        if i + 2 < len(text) and text[i + 1] == '-':
            ranges.append((text[i], text[i + 2]))
            i += 3
        else:
            ranges.append((text[i], text[i]))
            i += 1
    return negated, ranges


def _matches(name, parts):
    i = j = 0
    star = -1
    mark = 0
    while i < len(name):
        if j < len(parts) and parts[j] != '**' and _one(name[i], parts[j]):
            i += 1
            j += 1
        elif j < len(parts) and parts[j] == '**':
            star, mark = j, i
            j += 1
        elif star >= 0:
            mark += 1
            i, j = mark, star + 1
        else:
            return False
    while j < len(parts) and parts[j] == '**':
        j += 1
    return j == len(parts)


def _one(c, part):
    if isinstance(part, str):
        return part == '??' or part == c
    negated, ranges = part
    return any(low <= c <= high for low, high in ranges) != negated


def translate(pat):
    """The regular expression of a pattern."""
    from re import escape
    result = []
    parts = _parse(pat)
    for index, part in enumerate(parts):
        if part == '**':
            result.append('.*')
        elif part == '??':
            result.append('.')
        elif isinstance(part, str):
            result.append(escape(part))
        else:
            negated, ranges = part
            inside = ''.join(escape(a) if a == b else f'{escape(a)}-{escape(b)}' for a, b in ranges)
            result.append(f'[{"^" if negated else ""}{inside}]')
    return f'(?s:{"".join(result)})\\Z'
