"""What finds and loads modules."""

import sys

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of modules' files."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """Where a module comes from."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(args)})'

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return (self.name, self.origin, self.has_location) == (other.name, other.origin, other.has_location)

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name


class SourceFileLoader:
    """Loads modules from files."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        """Runs the file in the module."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        """The module, loaded."""
        from importlib.util import module_from_spec, spec_from_file_location
        name = fullname or self.name
        module = sys.modules[name] = module_from_spec(spec_from_file_location(name, self.path, loader=self))
        self.exec_module(module)
        return module

    def get_filename(self, fullname=None):
        return self.path

    def is_package(self, fullname):
        return self.path.rpartition('/')[2].partition('.')[0] == '__init__'

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_source(self, fullname=None):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.path))

    def get_code(self, fullname=None):
        return compile(self.get_source(fullname), self.path, 'exec')

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)


class PathFinder:
    """Finds modules in folders."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import _find_file
        return _find_file(fullname.rpartition('.')[2], sys.path if path is None else path, fullname)

    @classmethod
    def invalidate_caches(cls):
        pass
