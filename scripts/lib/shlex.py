"""Words of command lines."""

__all__ = ['split', 'quote', 'join']


def split(s, comments=False, posix=True):
    """The words of a command line."""
    words = []
    word = None
    at, n = 0, len(s)
    while at < n:
        c = s[at]
        if c in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif c == '#' and comments and word is None:
            end = s.find('\n', at)
            at = n if end < 0 else end
        elif c in '"\'':
            word = word or ''
            at += 1
            while True:
                if at >= n:
                    raise ValueError('No closing quotation')
                if s[at] == c:
                    break
                if s[at] == '\\' and c == '"':
                    at += 1
                    if at >= n:
                        raise ValueError('No escaped character')
                    if s[at] not in '"\\':
                        word += '\\'
                word += s[at]
                at += 1
        elif c == '\\':
            at += 1
            if at >= n:
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
        else:
            word = (word or '') + c
        at += 1
    if word is not None:
        words.append(word)
    return words


def quote(s):
    """A text as one word."""
    if not s:
        return "''"
    if all(c.isascii() and c.isalnum() or c in '@%+=:,./-_' for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """Words as a command line."""
    return ' '.join([quote(arg) for arg in split_command])
