"""What goes wrong with addresses."""

__all__ = ['URLError', 'HTTPError', 'ContentTooShortError']


class URLError(OSError):
    """An address that cannot be opened."""

    def __init__(self, reason, filename=None):
        self.args = reason,
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError):
    """An answer that is an error."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.code = code
        self.msg = self.reason = msg
        self.hdrs = hdrs
        self.fp = fp
        self.filename = url

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)


class ContentTooShortError(URLError):
    """A file that ended early."""

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
