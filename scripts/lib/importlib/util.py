"""Modules found and loaded by hand."""

import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

__all__ = ['LazyLoader', 'decode_source', 'find_spec', 'module_from_spec', 'resolve_name', 'source_from_cache',
           'cache_from_source', 'source_hash', 'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = b'\xa7\r\r\n'


def resolve_name(name, package):
    """The absolute name of a relative one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def find_spec(name, package=None):
    """Where a module would come from, None where there is none."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        return getattr(module, '__spec__', None) or _spec_of(fullname, module)
    path = None
    if '.' in fullname:
        parent = __import__(fullname.rpartition('.')[0], fromlist=['__path__'])
        try:
            path = parent.__path__
        except AttributeError as error:
            if not _is_bundled(fullname):
                raise ModuleNotFoundError(f'__path__ attribute not found on {parent.__name__!r} while trying to find '
                                          f'{fullname!r}', name=fullname) from error
    found = _find_file(fullname.rpartition('.')[2], sys.path if path is None else path, fullname)
    if found is None and _is_bundled(fullname):
        return _spec_of(fullname, sys.modules[fullname])
    return found


def _is_bundled(fullname):
    try:
        __import__(fullname)
    except ImportError:
        return False
    return fullname in sys.modules


def _spec_of(name, module):
    origin = getattr(module, '__file__', None)
    spec = ModuleSpec(name, SourceFileLoader(name, origin) if origin else None, origin=origin or 'built-in',
                      is_package=hasattr(module, '__path__'))
    spec.has_location = origin is not None
    if hasattr(module, '__path__'):
        spec.submodule_search_locations = list(module.__path__)
    return spec


def _find_file(tail, folders, fullname):
    import os
    for folder in folders:
        base = os.path.join(folder or os.getcwd(), tail)
        for ending in ('.py', '.nn'):
            file = os.path.join(base, '__init__' + ending)
            if os.path.isfile(file):
                return spec_from_file_location(fullname, file, submodule_search_locations=[base])
        for ending in ('.py', '.nn'):
            if os.path.isfile(base + ending):
                return spec_from_file_location(fullname, base + ending)
    return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """What says that a module is in a file."""
    import os
    if location is not None:
        location = os.path.abspath(os.fspath(location))
        if loader is None:
            if not location.endswith(('.py', '.nn', '.pyw')):
                return None
            loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = location is not None
    if submodule_search_locations is None and location is not None:
        if os.path.basename(location) in ('__init__.py', '__init__.nn'):
            submodule_search_locations = [os.path.dirname(location)]
    spec.submodule_search_locations = submodule_search_locations
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """What says that a loader makes a module."""
    if hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def module_from_spec(spec):
    """An empty module, to be filled by `spec.loader.exec_module`."""
    import types
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def decode_source(source_bytes):
    """The text of a source file's bytes."""
    return source_bytes.decode('utf-8-sig').replace('\r\n', '\n').replace('\r', '\n')


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the compiled form."""
    import os
    folder, name = os.path.split(path)
    return os.path.join(folder, '__pycache__', f'{name.rpartition(".")[0]}.cpython-311.pyc')


def source_from_cache(path):
    """The source file of a compiled one."""
    import os
    folder, name = os.path.split(path)
    return os.path.join(os.path.dirname(folder), name.partition('.')[0] + '.py')


class LazyLoader:
    """A loader that loads at once all the same."""

    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
