"""Files that lie in packages."""

from pathlib import Path

__all__ = ['files', 'as_file', 'open_text', 'open_binary', 'read_text', 'read_binary', 'is_resource', 'contents', 'path']


def files(package):
    """The folder of a package."""
    module = __import__(package, fromlist=['__path__']) if isinstance(package, str) else package
    return Path(module.__path__[0] if hasattr(module, '__path__') else module.__file__).resolve() if hasattr(
        module, '__path__') else Path(module.__file__).resolve().parent


class as_file:
    """A context with a path."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        return self.path

    def __exit__(self, *details):
        return None


def path(package, resource):
    return as_file(files(package) / resource)


def open_text(package, resource, encoding='utf-8', errors='strict'):
    return open(files(package) / resource, encoding=encoding, errors=errors)


def open_binary(package, resource):
    return open(files(package) / resource, 'rb')


def read_text(package, resource, encoding='utf-8', errors='strict'):
    return (files(package) / resource).read_text(encoding=encoding, errors=errors)


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()


def is_resource(package, name):
    return (files(package) / name).is_file()


def contents(package):
    return [entry.name for entry in files(package).iterdir()]
