"""Opens addresses: those of files, for there is no network."""

from urllib.error import URLError
from urllib.parse import quote, unquote, urlsplit

__all__ = ['Request', 'urlopen', 'urlretrieve', 'pathname2url', 'url2pathname']


def url2pathname(pathname):
    """The path of an address."""
    return unquote(pathname)


def pathname2url(pathname):
    """The address of a path."""
    return quote(pathname)


class Request:
    """An address and how it is asked."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {key.capitalize(): value for key, value in headers.items()}
        self.method = method

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return self.method or ('POST' if self.data is not None else 'GET')


def urlopen(url, data=None, timeout=None, *, context=None):
    """A file of an address."""
    address = url.full_url if isinstance(url, Request) else url
    parts = urlsplit(address)
    if not parts.scheme:
        raise ValueError('unknown url type: %r' % address)
    if parts.scheme != 'file':
        raise URLError('there is no network: save the file beside the program and open it there')
    try:
        return open(url2pathname(parts.path), 'rb')
    except OSError as error:
        raise URLError(error) from error


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what an address holds into a file."""
    import os
    import tempfile
    with urlopen(url, data) as source:
        content = source.read()
    if filename is None:
        handle, filename = tempfile.mkstemp()
        os.close(handle)
    with open(filename, 'wb') as target:
        target.write(content)
    return filename, {}
