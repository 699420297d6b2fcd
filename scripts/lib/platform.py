"""What the program runs on."""

import sys

__all__ = ['machine', 'node', 'platform', 'processor', 'python_implementation', 'python_version',
           'python_version_tuple', 'release', 'system', 'uname', 'version']


def python_version():
    """The version of the language."""
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    """The version of the language in parts."""
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    """What runs the language."""
    return getattr(getattr(sys, 'implementation', None), 'name', 'nn')


def system():
    """The operating system."""
    return {'linux': 'Linux', 'darwin': 'Darwin', 'win32': 'Windows'}.get(sys.platform, sys.platform)


def _uname(index):
    try:
        import posix
        return posix.uname()[index]
    except (ImportError, AttributeError, TypeError):
        return ''


def node():
    """The name of the computer."""
    return _uname(1)


def release():
    """The release of the operating system."""
    return _uname(2)


def version():
    """The version of the operating system."""
    return _uname(3)


def machine():
    """The kind of processor."""
    return _uname(4) or 'x86_64'


def processor():
    """The processor."""
    return ''


def uname():
    """All of it."""
    from collections import namedtuple
    cls = namedtuple('uname_result', 'system node release version machine', module='platform')
    return cls(system(), node(), release(), version(), machine())


def platform(aliased=False, terse=False):
    """One text for all of it."""
    return '-'.join([part for part in (system(), release(), machine()) if part])
