"""The builtin `help`: what a value is and can do, as plain text."""


def optional(text):
    """A builtin's parameters, those that may be left out and have no value to show in brackets."""
    import re
    return re.sub(r'(, )?(\w+)=<no value>', lambda found: f"[{found[1] or ''}{found[2]}]", text)


def signature_of(function):
    """The parameters of what can be called, as text."""
    import re
    from inspect import signature
    text = getattr(function, '__text_signature__', None)
    if text is not None and '<no value>' in text and not (function.__module__ or '').startswith('numpy'):
        for mark in ('$module, /, ', '$module, /', '$module, ', '$'):
            text = text.replace(mark, '')
        return optional(text)
    try:
        shown = str(signature(function))
        if ' at 0x' in shown:
            shown = re.sub(r'<function (\w+) at 0x\w+>', r'\1', shown.replace('<object object at', '<no value at'))
            shown = re.sub(r' at 0x\w+>', '>', shown)
        return shown
    except (TypeError, ValueError):
        return '(...)'


def _indented(text, by):
    return '\n'.join((' ' * by + line).rstrip() for line in text.strip('\n').split('\n'))


def _doc(value):
    from inspect import getdoc
    return getdoc(value) or ''


def _function(name, function, by=0):
    lines = [' ' * by + name + signature_of(function)]
    if _doc(function):
        lines.append(_indented(_doc(function), by + 4))
    return '\n'.join(lines)


def _class(cls):
    bases = ', '.join(base.__name__ for base in cls.__bases__)
    parts = [f'class {cls.__name__}({bases})']
    if _doc(cls):
        parts += [_indented(_doc(cls), 1).replace('\n', '\n |  ').replace(' ', ' |  ', 1), ' |  ']
    methods = [(name, member) for name, member in sorted(vars(cls).items()) if callable(member)]
    if methods:
        parts.append(' |  Methods defined here:')
        for name, member in methods:
            parts.append(' |  ')
            parts += [' |  ' + line for line in _function(name, member).split('\n')]
    return '\n'.join(parts)


def _about(module):
    """What a module is for. NumPy's say it where their functions stand."""
    name = module.__name__
    if _doc(module) or not name.startswith('numpy.'):
        return _doc(module)
    try:
        return _doc(__import__('_' + name, fromlist=['*']))
    except ImportError:
        return ''


def _module(module):
    about = _about(module)
    parts = ['NAME', f'    {module.__name__}' + (f' - {about}' if about else '')]
    names = [name for name in getattr(module, '__all__', None) or dir(module)
             if not name.startswith('_') and hasattr(module, name)]
    for title, chosen in (('CLASSES', lambda v: isinstance(v, type)), ('FUNCTIONS', callable)):
        found = [(name, getattr(module, name)) for name in names if chosen(getattr(module, name))]
        found = [(name, v) for name, v in found if title == 'CLASSES' or not isinstance(v, type)]
        if found:
            parts += ['', title]
            parts += [_indented(name if title == 'CLASSES' else _function(name, v), 4) + '\n' for name, v in found]
    return '\n'.join(parts)


def _named(text):
    """The module of a name, or what is in NumPy under one; None where there is nothing."""
    try:
        return __import__(text, fromlist=['*'])
    except ImportError:
        pass
    if text.split('.')[0] not in ('np', 'numpy'):
        return None
    import numpy
    try:
        return eval(text, {'np': numpy, 'numpy': numpy})
    except Exception:
        return None


class _Helper:
    """Prints what a value is and can do."""

    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *request):
        if not request:
            print('help(value) prints what a value is and can do, as in help(len) or help(str).')
            return
        value = request[0]
        if isinstance(value, str):
            try:
                value = eval(value, {})
            except Exception:
                value = _named(value)
                if value is None:
                    print(f'No Python documentation found for {request[0]!r}.\n'
                          "Use help() to get the interactive help utility.\nUse help(str) for help on the str class.")
                    return
        module = getattr(value, '__module__', None)
        name = getattr(value, '__name__', None)
        if type(value).__name__ == 'module':
            print(f'Help on module {name}:\n\n{_module(value)}\n')
        elif isinstance(value, type):
            print(f'Help on class {name} in module {module}:\n\n{_class(value)}\n')
        elif callable(value) and name:
            kind = 'built-in function' if type(value).__name__.startswith('builtin') else 'function'
            print(f'Help on {kind} {name} in module {module}:\n\n{_function(name, value)}\n')
        else:
            cls = type(value)
            print(f'Help on {cls.__name__} object:\n\n{_class(cls)}\n')


help = _Helper()


def breakpoint(*args, **kws):
    """Says where the program is; there is no debugger, and the program goes on."""
    import sys
    hook = getattr(sys, 'breakpointhook', None)
    if hook is not None:
        return hook(*args, **kws)
    frame = sys._getframe(1)
    print(f'breakpoint() at {frame.f_code.co_filename}:{frame.f_lineno}: there is no debugger here, the program goes on',
          file=sys.stderr)
