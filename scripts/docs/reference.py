"""The pages of docs/reference/."""
import importlib

from entries import first_sentence, module_entries, modules

# A page: its file, its title, the owners whose entries it holds.
PAGES = [
    ('python', "Python's builtins", ['', 'generator', 'property', 'exception', 'traceback', 'frame', 'code']),
    ('str', '`str`', ['str']),
    ('bytes', '`bytes` and `bytearray`', ['bytes', 'bytearray']),
    ('list', '`list`, `tuple`, `range`, `slice`', ['list', 'tuple', 'range', 'slice']),
    ('dict', '`dict`', ['dict', 'dict_view', 'mappingproxy']),
    ('set', '`set` and `frozenset`', ['set', 'frozenset']),
    ('numbers', '`bool`, `int`, `float`, `complex`', ['bool', 'int', 'float', 'complex']),
    ('ndarray', '`numpy.ndarray`', ['ndarray', 'generic', 'dtype', 'ufunc']),
    ('numpy', '`numpy`', ['numpy']),
    ('linalg', '`numpy.linalg`', ['numpy.linalg']),
    ('fft', '`numpy.fft`', ['numpy.fft']),
    ('random', '`numpy.random`', ['numpy.random']),
]
# Types that belong to a module, and are on its page.
TYPES = {
    'collections': ['deque'], 'csv': ['reader', 'writer'], 'functools': ['partial'], 'random': ['Random'],
    'io': ['TextIOWrapper', 'StringIO', 'BytesIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'FileIO'],
    're': ['Pattern', 'Match'], 'warnings': ['catch_warnings', 'WarningMessage'], 'weakref': ['ReferenceType'],
}
# Written about elsewhere, or not for programs.
LEFT_OUT = ('autograd', 'numpy', 'matplotlib', 'mpl_toolkits', 'posix', 'pylab')
ABOUT = 'Written by `make docs` from the declarations and docstrings; `help(NAME)` prints the same texts.'


def page(title, parts):
    """A page's text."""
    return f'# {title}\n\n{ABOUT}\n\n' + '\n'.join(parts)


def section(owner, entries, titled=True):
    """The entries of a type or module."""
    shown = [entries[name].markdown() for name in sorted(entries, key=lambda name: (name.lower(), name))
             if entries[name].text and not name.startswith('_')]
    return ([f'## `{owner}`\n'] if titled and owner else []) + shown


def module_parts(name, table):
    """A module's entries, those of its types, and what it is for."""
    try:
        module, entries = module_entries(name)
        about = first_sentence(module.__doc__ or '')
    except ImportError:
        about, entries = '', []
    parts = [f'## `{name}`\n'] + ([about + '\n'] if about else [])
    parts += section(name, table.get(name, {}), False) + [entry.markdown() for entry in entries]
    for kind in TYPES.get(name, []):
        parts += section(kind, table[kind])
    return parts


def _is_module(owner):
    if owner[:1] == '_' or not owner or owner in TYPES.get('warnings', []):
        return False
    try:
        importlib.import_module(owner)
    except ImportError:
        return False
    return True


def pages(table):
    """The texts by file name."""
    result = {}
    for file, title, owners in PAGES:
        parts = [part for owner in owners for part in section(owner, table.get(owner, {}), len(owners) > 1)]
        result[file] = page(title, parts)
    done = {owner for _, _, owners in PAGES for owner in owners}
    rest = [owner for owner in sorted(table)
            if owner.startswith('numpy.') and owner not in done and '._' not in owner]
    for file, title, chosen in (
        ('polynomial', '`numpy.polynomial`', [owner for owner in rest if owner.startswith('numpy.polynomial')]),
        ('ma', '`numpy.ma`: masked arrays', ['numpy.ma']),
        ('numpy-further', "NumPy's further modules",
         [owner for owner in rest if not owner.startswith(('numpy.polynomial', 'numpy.ma'))]),
    ):
        result[file] = page(title, [part for owner in chosen for part in section(owner, table[owner])])
    names = set(modules()) | {owner for owner in table if owner not in done and _is_module(owner)}
    result['autograd'] = page('`autograd`', [
        part for name in sorted(names) if name.split('.')[0] == 'autograd' for part in module_parts(name, table)])
    by_top = {}
    for name in sorted(names):
        if name.split('.')[0] not in LEFT_OUT:
            by_top.setdefault(name.split('.')[0], []).extend(module_parts(name, table))
    for name, parts in by_top.items():
        if any(part.startswith('###') for part in parts):
            result['modules/' + name] = page(f'`{name}`', parts)
    return result


def index(result):
    """The page that lists the others."""
    lines = ['# Reference\n', ABOUT + '\n']
    for file in sorted(result, key=lambda file: ('/' in file, file)):
        title = result[file].split('\n')[0][2:]
        count = result[file].count('\n### ')
        lines.append(f'- [{title}]({file}.md): {count} names')
    return '\n'.join(lines) + '\n'
