"""Words of command lines."""

__all__ = ['shlex', 'split', 'quote', 'join']


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
        elif c == '#' and comments:
            if word is not None:
                words.append(word)
                word = None
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


class shlex:
    """Splits a text into words as a shell would, one after another."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            import sys
            instream = sys.stdin
        elif isinstance(instream, str):
            from io import StringIO
            instream = StringIO(instream)
        self.instream, self.infile, self.posix = instream, infile, posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += ('\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf0\xf1\xf2\xf3\xf4'
                               '\xf5\xf6\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb'
                               '\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd8\xd9\xda\xdb\xdc\xdd\xde')
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '
        self.pushback = []
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.source = None
        self._ahead = []
        if not punctuation_chars:
            punctuation_chars = ''
        elif punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self.wordchars += '~-./*?='
            self.wordchars = ''.join([c for c in self.wordchars if c not in punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Puts a word back: it comes next."""
        self.pushback.insert(0, tok)

    def get_token(self):
        """The next word, or `eof` at the end."""
        return self.pushback.pop(0) if self.pushback else self.read_token()

    def _next(self):
        c = self._ahead.pop() if self._ahead else self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        return c

    def _back(self, c):
        if c:
            if c == '\n':
                self.lineno -= 1
            self._ahead.append(c)

    def _is_word(self, c):
        return c in self.wordchars or self.whitespace_split and c not in self._punctuation_chars

    def read_token(self):
        """The next word of the text itself."""
        c = self._next()
        while c and (c in self.whitespace or c in self.commenters):
            if c in self.commenters:
                self.instream.readline()
                self.lineno += 1
            c = self._next()
        if not c:
            return self.eof
        if c in self._punctuation_chars:
            word = c
            while True:
                c = self._next()
                if not c or c not in self._punctuation_chars:
                    self._back(c)
                    return word
                word += c
        if not self.posix and c in self.quotes:
            return self._quoted(c)
        if not (self.posix and (c in self.escape or c in self.quotes) or self._is_word(c)):
            return c
        return self._word(c)

    def _quoted(self, quote):
        """A quoted word with its quotes, as it is outside of posix mode."""
        word = quote
        while True:
            c = self._next()
            if not c:
                raise ValueError('No closing quotation')
            word += c
            if c == quote:
                return word

    def _word(self, c):
        word = ''
        while c:
            if self.posix and c in self.quotes:
                word += self._inside(c)
            elif self.posix and c in self.escape:
                escaped = self._next()
                if not escaped:
                    raise ValueError('No escaped character')
                word += escaped
            elif c in self.whitespace:
                break
            elif c in self.commenters:
                self.instream.readline()
                self.lineno += 1
                break
            elif self._is_word(c) or c in self.quotes:
                word += c
            else:
                self._back(c)
                break
            c = self._next()
        return word

    def _inside(self, quote):
        """What stands between quotes in posix mode."""
        word = ''
        while True:
            c = self._next()
            if not c:
                raise ValueError('No closing quotation')
            if c == quote:
                return word
            if c in self.escape and quote in self.escapedquotes:
                escaped = self._next()
                if not escaped:
                    raise ValueError('No escaped character')
                word += escaped if escaped == quote or escaped in self.escape else c + escaped
            else:
                word += c

    def error_leader(self, infile=None, lineno=None):
        """How a message about a place in the text begins."""
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token
