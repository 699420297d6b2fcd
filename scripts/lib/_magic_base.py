"""What the bodies of the `%` lines share."""

import _session
import os
import sys


def namespace():
    return sys.modules['__main__'].__dict__


def error(text):
    raise ValueError(text)


def execute(text, name='<stdin>'):
    """Runs a text; the value of an expression."""
    space = namespace()
    try:
        code = compile(text, name, 'eval')
    except SyntaxError:
        exec(compile(text, name, 'exec'), space)
        return None
    return eval(code, space)


def run_body(body, name, above):
    """Runs a cell's body, which shows its last value; its lines keep the numbers that they have in the cell."""
    _session.run_cell('\n' * above + body, name)


def columns():
    try:
        return os.get_terminal_size().columns
    except (OSError, AttributeError):
        return 80


def printable(text):
    """A text without what a terminal would obey."""
    return ''.join(c if c.isprintable() or c == ' ' else repr(c)[1:-1] for c in text)


def glance(value, width):
    """A value in short, whatever its `repr` does."""
    try:
        text = _glanced(value)
    except Exception as problem:
        text = f'<{type(problem).__name__} in repr>'
    text = printable(' '.join(text.split()))
    return text if len(text) <= width else text[:max(width - 1, 0)] + '…'


def _glanced(value):
    if hasattr(value, 'dtype') and hasattr(value, 'ravel') and getattr(value, 'ndim', 0):
        flat = value.ravel()
        text = ' '.join(f'{item:.5g}' if value.dtype.kind == 'f' else str(item) for item in flat[:6])
        return text + (' …' if value.size > 6 else '')
    if isinstance(value, (list, tuple, set, frozenset, dict)) and len(value) > 20:
        return f'{len(value)} items'
    if callable(value):
        return ' '.join(((getattr(value, '__doc__', None) or '').strip().split('\n') or [''])[0].split())
    return repr(value)


def read(path):
    with open(os.path.expanduser(path)) as file:
        return file.read()
