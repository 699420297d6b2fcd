"""`name?`, `name??`, `%shapes`, `%precision`, `%lsmagic` and `%magic`."""

import _session

from _magic_base import error, namespace, printable


def _lookup(name):
    return eval(name, namespace())


def _inform(name, shows_source):
    name = name.strip().rstrip(';')
    if name.startswith('%'):
        return line_magic(name)
    try:
        value = _lookup(name)
    except (NameError, AttributeError, SyntaxError, LookupError):
        print(f"There is nothing called '{name}'.")
        return
    rows = [('Type', type(value).__name__)]
    source = None
    if callable(value):
        from inspect import signature
        try:
            rows.append(('Signature', name.split('.')[-1] + str(signature(value))))
        except (TypeError, ValueError):
            pass
        source = _session.source(getattr(value, '__func__', value))
        if source is None and shows_source:
            try:
                from inspect import getsource
                source = (getsource(value), 0)
            except (OSError, TypeError):
                pass
    else:
        text = '\n'.join(printable(line) for line in repr(value).split('\n'))
        rows.append(('Value', text if len(text) < 300 else text[:300] + '…'))
        if hasattr(value, 'dtype'):
            rows.append(('Array', f'{value.dtype} {value.shape}'))
        elif isinstance(value, (str, list, tuple, dict, set, bytes)):
            rows.append(('Length', str(len(value))))
    for label, text in rows:
        print(f'{label + ":":<11}' + text.replace('\n', '\n' + ' ' * 11))
    from inspect import getdoc
    doc = getdoc(value)
    if shows_source and source:
        print('Source:')
        print(source[0].rstrip('\n'))
    elif doc:
        print('Doc:       ' + doc.replace('\n', '\n' + ' ' * 11))


def line_pinfo(text):
    _inform(text, False)


def line_pinfo2(text):
    _inform(text, True)


def line_shapes(text):
    word = text.strip().lower()
    on = _session.shapes(None)
    if word:
        on = _session.shapes(word in ('on', '1', 'true', 'yes'))
    else:
        on = _session.shapes(not on)
    print('dtype and shape after arrays:', 'on' if on else 'off')


def line_lsmagic(text):
    names = [name for name, usage, documentation in _session.magics()]
    print('  '.join(name for name in names if not name.startswith('%%')))
    print('  '.join(name for name in names if name.startswith('%%')))
    print('!command  name = !command  name?  name??')


def line_magic(text):
    wanted = text.strip()
    for name, usage, documentation in _session.magics():
        if not wanted or wanted in (name, name.lstrip('%')):
            print(f'{name} {usage}'.rstrip() + '\n    ' + documentation)


def line_precision(text):
    import numpy
    word = text.strip()
    if word and not word.isdigit():
        error('%precision needs a number of digits, or nothing')
    numpy.set_printoptions(precision=int(word) if word else 8)
