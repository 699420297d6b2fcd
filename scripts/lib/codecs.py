"""Texts as bytes."""

import builtins

__all__ = ['open', 'encode', 'decode', 'lookup', 'getencoder', 'getdecoder', 'getreader', 'getwriter', 'EncodedFile',
           'CodecInfo', 'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'BOM', 'BOM_UTF8', 'BOM_LE',
           'BOM_BE', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'

_rot13 = str.maketrans('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                       'NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm')


def _plain(encoding):
    return encoding.lower().replace('-', '_').replace(' ', '_')


def encode(obj, encoding='utf-8', errors='strict'):
    """An object in another form, mostly a text as bytes."""
    name = _plain(encoding)
    if name in ('rot13', 'rot_13'):
        return obj.translate(_rot13)
    if name in ('hex', 'hex_codec'):
        return obj.hex().encode()
    if name in ('base64', 'base_64', 'base64_codec'):
        import base64
        return base64.encodebytes(obj)
    if name in ('zlib', 'zip', 'zlib_codec'):
        import zlib
        return zlib.compress(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    """What another form stands for, mostly a text of bytes."""
    name = _plain(encoding)
    if name in ('rot13', 'rot_13'):
        return obj.translate(_rot13)
    if name in ('hex', 'hex_codec'):
        return bytes.fromhex(obj.decode())
    if name in ('base64', 'base_64', 'base64_codec'):
        import base64
        return base64.decodebytes(obj)
    if name in ('zlib', 'zip', 'zlib_codec'):
        import zlib
        return zlib.decompress(obj)
    if name in ('unicode_escape', 'unicodeescape'):
        return _unescaped(obj)
    return bytes(obj).decode(encoding, errors)


def escape_decode(data, errors='strict'):
    """The bytes of a text with backslashes."""
    return _unescaped(data).encode('latin-1'), len(data)


def _unescaped(data):
    text = data.decode('latin-1') if not isinstance(data, str) else data
    quoted = text.replace('"', '\\"') if '"' in text else text
    return eval('"' + quoted.replace('\n', '\\n').replace('\\\\"', '\\\\\\"') + '"')


class CodecInfo(tuple):
    """What an encoding consists of."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None):
        made = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name, made.encode, made.decode = name, encode, decode
        made.streamreader, made.streamwriter = streamreader, streamwriter
        made.incrementalencoder, made.incrementaldecoder = incrementalencoder, incrementaldecoder
        return made

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


_names = {'utf_8': 'utf-8', 'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'latin_1': 'iso8859-1',
          'latin1': 'iso8859-1', 'iso8859_1': 'iso8859-1', 'iso_8859_1': 'iso8859-1', 'l1': 'iso8859-1',
          'ascii': 'ascii', 'us_ascii': 'ascii', 'utf_16': 'utf-16', 'utf16': 'utf-16', 'utf_32': 'utf-32',
          'utf_8_sig': 'utf-8-sig', 'cp1252': 'cp1252', 'windows_1252': 'cp1252'}


def lookup(encoding):
    """The parts of an encoding."""
    encode('', encoding)

    def encoder(text, errors='strict'):
        return encode(text, encoding, errors), len(text)

    def decoder(data, errors='strict'):
        return decode(data, encoding, errors), len(data)

    return CodecInfo(encoder, decoder, getreader(encoding), getwriter(encoding),
                     name=_names.get(_plain(encoding), encoding.lower()))


def getencoder(encoding):
    """A function that gives the bytes of a text and its length."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """A function that gives the text of bytes and their number."""
    return lookup(encoding).decode


class _Stream:
    """A binary file with an encoding."""

    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamWriter(_Stream):
    """Writes texts to a binary file."""

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write(''.join(list))


class StreamReader(_Stream):
    """Reads texts from a binary file."""

    def read(self, size=-1, chars=-1, firstline=False):
        return decode(self.stream.read(size), self.encoding, self.errors)

    def readline(self, size=None, keepends=True):
        line = decode(self.stream.readline(), self.encoding, self.errors)
        return line if keepends else line.rstrip('\r\n')

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def getreader(encoding):
    """A class of files that are read in an encoding."""
    return type('StreamReader', (StreamReader,), {'encoding': encoding})


def getwriter(encoding):
    """A class of files that are written in an encoding."""
    return type('StreamWriter', (StreamWriter,), {'encoding': encoding})


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file in an encoding, whose line ends stand as they are."""
    if encoding is None:
        return builtins.open(filename, mode)
    return builtins.open(filename, mode.replace('b', '').replace('U', ''), encoding=encoding, errors=errors, newline='')


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file that is written in one encoding and kept in another."""
    return getwriter(file_encoding or data_encoding)(file, errors)


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """The bytes of texts, one after the other."""
    for text in iterator:
        yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """The texts of bytes, one after the other."""
    for data in iterator:
        yield decode(data, encoding, errors)


def strict_errors(exception):
    """Raises the error."""
    raise exception


def ignore_errors(exception):
    """Leaves out what is wrong."""
    return '', exception.end
