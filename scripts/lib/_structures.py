"""Tuples whose items have names, as the modules `time`, `os` and `sys` hand them out."""


def _item(index):
    return property(lambda self: self[index])


def _extra(name):
    return property(lambda self: self.__dict__.get(name))


def _structure(name, module, fields, more=()):
    """A type of such tuples; the fields in `more` are attributes alone."""
    least, most = len(fields), len(fields) + len(more)

    def new(cls, sequence, dict={}):
        items = tuple(sequence)
        if len(items) < least:
            how = 'an at least ' if more else 'a '
            raise TypeError(f'{module}.{name}() takes {how}{least}-sequence ({len(items)}-sequence given)')
        if len(items) > most:
            how = 'an at most ' if more else 'a '
            raise TypeError(f'{module}.{name}() takes {how}{most}-sequence ({len(items)}-sequence given)')
        made = tuple.__new__(cls, items[:least])
        for key, value in zip(more, items[least:]):
            made.__dict__[key] = value
        return made

    def text(self):
        shown = ', '.join(f'{field}={value!r}' for field, value in zip(fields, self))
        return f'{module}.{name}({shown})'

    def reduce(self):
        return type(self), (tuple(self),)

    names = {field: _item(index) for index, field in enumerate(fields) if field is not None}
    names.update((field, _extra(field)) for field in more)
    names.update(__new__=new, __repr__=text, __reduce__=reduce, __module__=module, n_fields=most,
                 n_sequence_fields=least, n_unnamed_fields=fields.count(None),
                 __match_args__=tuple(field for field in fields if field is not None))
    return type(name, (tuple,), names)


struct_time = _structure(
    'struct_time', 'time',
    ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'),
    ('tm_zone', 'tm_gmtoff'))

stat_result = _structure(
    'stat_result', 'os',
    ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime'),
    ('_atime', '_mtime', '_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev'))
# As attributes the times have their fractions.
for _name in 'amc':
    setattr(stat_result, f'st_{_name}time', _extra(f'_{_name}time'))


def _stat_text(self):
    names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime',
             'st_ctime')
    return 'os.stat_result(' + ', '.join(f'{name}={value}' for name, value in zip(names, self)) + ')'


stat_result.__repr__ = _stat_text
terminal_size = _structure('terminal_size', 'os', ('columns', 'lines'))
uname_result = _structure('uname_result', 'posix', ('sysname', 'nodename', 'release', 'version', 'machine'))
version_info = _structure('version_info', 'sys', ('major', 'minor', 'micro', 'releaselevel', 'serial'))
float_info = _structure(
    'float_info', 'sys',
    ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'))
int_info = _structure(
    'int_info', 'sys',
    ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'))
hash_info = _structure(
    'hash_info', 'sys',
    ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'))
flags = _structure(
    'flags', 'sys',
    ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
     'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode',
     'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits'))


def strptime(text, format='%a %b %d %H:%M:%S %Y'):
    """The moment that a text names, read by a format, as a struct_time."""
    if not isinstance(text, str):
        raise TypeError(f'strptime() argument 0 must be str, not {type(text)}')
    if not isinstance(format, str):
        raise TypeError(f'strptime() argument 1 must be str, not {type(format)}')
    from datetime._parse import parsed
    from datetime._calendar import day_of_year, to_ordinal
    (year, month, day, hour, minute, second, _), offset, zone = parsed(text, format)
    weekday = (to_ordinal(year, month, day) + 6) % 7
    summer = 0 if zone is not None and zone.upper() in ('UTC', 'GMT') else -1
    seconds = None if offset is None else offset.days * 86400 + offset.seconds
    return struct_time((year, month, day, hour, minute, second, weekday, day_of_year(year, month, day), summer,
                        zone, seconds))


class _Implementation:
    """`sys.implementation`."""

    def __init__(self, version):
        self.name = 'nn'
        self.cache_tag = None
        self.version = version
        self.hexversion = 0x030b07f0

    def __repr__(self):
        return f'namespace(name={self.name!r}, cache_tag=None, version={self.version!r}, hexversion={self.hexversion})'


def implementation(version):
    return _Implementation(version)
