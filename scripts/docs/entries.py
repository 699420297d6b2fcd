"""What the reference says of each name: from the declarations in the binary and from the docstrings of its library."""
import importlib
import inspect
import re
import warnings

import _reference
from _help import optional, signature_of


class Entry:
    """A name with its call, its text and its kind: function, type or value."""

    def __init__(self, name, call, text, kind):
        self.name = name
        self.call = call
        self.text = text
        self.kind = kind

    def markdown(self):
        """A section of a page."""
        return f'### `{self.call}`\n\n{_marked_up(self.text)}'


def _marked_up(text):
    """A docstring as Markdown: examples fenced."""
    lines, code = [], False
    for line in text.strip().split('\n'):
        begins = line.lstrip().startswith('>>>')
        if begins and not code:
            lines += ([''] if lines and lines[-1] else []) + ['```pycon']
            code = True
        elif code and not line.strip():
            lines.append('```')
            code = False
        lines.append(line.strip() if begins and not line.startswith('>>>') else line)
    if code:
        lines.append('```')
    return re.sub(r'\n{3,}', '\n\n', '\n'.join(lines)) + '\n'


def _native():
    """The declarations by owner."""
    owners = {}
    for owner, name, signature, text, kind in _reference.builtins():
        shown = signature if owner.startswith('numpy') or owner == 'ndarray' else optional(signature)
        owners.setdefault(owner, {})[name] = Entry(name, name + shown, text, kind)
    return owners


def _parameters(member):
    """How a method is called; nothing behind a property."""
    if isinstance(member, property):
        return ''
    text = signature_of(member)
    return '' if text == '(...)' else text


def _own_members(kind):
    """What a class defines, itself or in the private parts that it is put together of."""
    members = {}
    for ancestor in reversed(kind.__mro__):
        if ancestor is kind or ancestor.__module__.split('.')[-1].startswith('_'):
            members.update(vars(ancestor))
    return members


def entry_of(name, value):
    """The entry of a member of a library module; None for what the reference leaves out."""
    text = inspect.getdoc(value) or ''
    if isinstance(value, type):
        methods = [(key, member) for key, member in sorted(_own_members(value).items())
                   if not key.startswith('_') and (callable(member) or isinstance(member, property))
                   and inspect.getdoc(member)]
        call = name + signature_of(value) if not issubclass(value, BaseException) else name
        listed = ''.join(f'\n- `{key}{_parameters(member)}`: {first_sentence(inspect.getdoc(member))}'
                         for key, member in methods)
        return Entry(name, call, text + '\n' * (2 if listed else 0) + listed.lstrip('\n'), 'type')
    if callable(value):
        return Entry(name, name + signature_of(value), text, 'function')
    return None


def first_sentence(text):
    """The first sentence of a docstring, on one line."""
    return ' '.join(text.strip().split('\n\n')[0].split())


def owners():
    """Entries by owner and name: a type, a module, or '' for Python's builtins."""
    found = _native()
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        for module, source, names in _reference.members():
            home = importlib.import_module(source)
            for name in names.split(' '):
                entry = entry_of(name, getattr(home, name))
                if entry is not None:
                    found.setdefault(module, {}).setdefault(name, entry)
    return found


def modules():
    """The modules that come as texts, public ones, by dotted name."""
    return sorted(name for name in _reference.modules()
                  if not any(part.startswith('_') for part in name.split('.')))


def module_entries(name):
    """The entries of a bundled module's own public names."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        module = importlib.import_module(name)
    public = getattr(module, '__all__', None)
    names = sorted(public) if public else sorted(key for key in vars(module) if not key.startswith('_'))
    result, native = [], {entry[:2] for entry in _reference.builtins()}
    for key in names:
        if (name, key) in native:
            continue
        value = getattr(module, key, None)
        home = getattr(value, '__module__', None)
        # What a module takes from its own private parts is its own.
        is_own = home == name or str(home).startswith(name + '._')
        if not callable(value) or (not public and not is_own):
            continue
        entry = entry_of(key, value)
        if entry is not None and (home == name or entry.text):
            result.append(entry)
    return module, result
