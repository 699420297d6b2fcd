"""Addresses and their parts."""

from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult']

_safe = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms',
               'sftp', 'tel']


class _Netloc:
    __slots__ = ()

    def _host(self):
        return self.netloc.rpartition('@')[2]

    @property
    def username(self):
        user, sign, _ = self.netloc.rpartition('@')
        return user.partition(':')[0] if sign else None

    @property
    def password(self):
        user, sign, _ = self.netloc.rpartition('@')
        _, colon, password = user.partition(':')
        return password if sign and colon else None

    @property
    def hostname(self):
        host = self._host()
        if '[' in host:
            host = host.partition('[')[2].partition(']')[0]
        else:
            host = host.partition(':')[0]
        name, sign, zone = host.partition('%')
        return name.lower() + sign + zone or None

    @property
    def port(self):
        host = self._host()
        port = host.partition(']')[2].partition(':')[2] if '[' in host else host.partition(':')[2]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if not 0 <= int(port) <= 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme='', allow_fragments=True):
    """The five parts of an address."""
    url = url.lstrip(''.join(map(chr, range(33))))
    for char in '\t\r\n':
        url = url.replace(char, '')
    scheme = scheme.strip(''.join(map(chr, range(33))))
    netloc = query = fragment = ''
    head, sign, rest = url.partition(':')
    if sign and head and head[0].isascii() and head[0].isalpha() and all(
            c.isascii() and c.isalnum() or c in '+-.' for c in head):
        scheme, url = head.lower(), rest
    if url[:2] == '//':
        end = min((place for place in (url.find(c, 2) for c in '/?#') if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def _without_params(url):
    place = url.find(';', url.rfind('/')) if '/' in url else url.find(';')
    return (url, '') if place < 0 else (url[:place], url[place + 1:])


def urlparse(url, scheme='', allow_fragments=True):
    """The six parts of an address."""
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in url:
        url, params = _without_params(url)
    return ParseResult(scheme, netloc, url, params, query, fragment)


def urlunparse(components):
    """An address of its six parts."""
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = '%s;%s' % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urlunsplit(components):
    """An address of its five parts."""
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        slash = '/' if url and url[0] != '/' else ''
        url = f"//{netloc or ''}{slash}{url}"
    before = scheme + ':' if scheme else ''
    return before + url + ('?' + query if query else '') + ('#' + fragment if fragment else '')


def urljoin(base, url, allow_fragments=True):
    """The address that a relative one means."""
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if not path and not params:
        path, params = bpath, bparams
        if not query:
            query = bquery
        return urlunparse((scheme, netloc, path, params, query, fragment))
    above = bpath.split('/')
    if above[-1] != '':
        del above[-1]
    if path[:1] == '/':
        parts = path.split('/')
    else:
        parts = above + path.split('/')
        parts[1:-1] = filter(None, parts[1:-1])
    found = []
    for part in parts:
        if part == '..':
            if found:
                found.pop()
        elif part != '.':
            found.append(part)
    if parts[-1] in ('.', '..'):
        found.append('')
    return urlunparse((scheme, netloc, '/'.join(found) or '/', params, query, fragment))


def urldefrag(url):
    """An address without what stands behind #, and that."""
    if '#' not in url:
        return DefragResult(url, '')
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult(urlunparse((scheme, netloc, path, params, query, '')), fragment)


def unquote_to_bytes(string):
    """The bytes that %xx stand for."""
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *parts = string.split(b'%')
    found = [first]
    for part in parts:
        try:
            found.append(bytes([int(part[:2].decode('ascii'), 16)]) if len(part) > 1 else bytes.fromhex('x'))
            found.append(part[2:])
        except ValueError:
            found.append(b'%' + part)
    return b''.join(found)


def unquote(string, encoding='utf-8', errors='replace'):
    """The text that %xx stand for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        return string
    import re
    parts = re.split('([\0-\x7f]+)', string)
    return ''.join([unquote_to_bytes(part).decode(encoding, errors) if number % 2 else part
                    for number, part in enumerate(parts)])


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """The same, with spaces for plus signs."""
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    """A text with %xx for what addresses do not hold."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    """Bytes as a text with %xx."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    keep = _safe | frozenset(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join([chr(byte) if byte in keep else '%{:02X}'.format(byte) for byte in bs])


def quote_plus(string, safe='', encoding=None, errors=None):
    """The same, with plus signs for spaces."""
    if isinstance(string, str) and ' ' not in string or isinstance(string, bytes) and b' ' not in string:
        return quote(string, safe, encoding, errors)
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Names and values as the query of an address."""
    pairs = getattr(query, 'items', None)
    if pairs is not None:
        query = pairs()
    elif not hasattr(query, '__len__') or len(query) and not (
            hasattr(query, '__getitem__') and isinstance(query[0], tuple)):
        raise TypeError('not a valid non-string sequence or mapping object')

    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    found = []
    for key, value in query:
        if doseq and not isinstance(value, (bytes, str)) and hasattr(value, '__len__'):
            found += [text(key) + '=' + text(one) for one in value]
        else:
            found.append(text(key) + '=' + text(value))
    return '&'.join(found)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    """The names and values of a query."""
    found = []
    if max_num_fields is not None and 1 + qs.count(separator) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    for pair in qs.split(separator) if qs else ():
        if not pair and not strict_parsing:
            continue
        name, sign, value = pair.partition('=')
        if not sign:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (pair,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    """The values of a query by name."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
