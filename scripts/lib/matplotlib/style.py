"""Looks by name."""

import os

from matplotlib._rc import RcParams, rc_context, rcdefaults, rcParams
from matplotlib._style_tables import STYLES

library = {name: RcParams(look) for name, look in STYLES.items()}
available = sorted(library)


def _read(path):
    """The settings of a style file: a name, a colon and a value a line."""
    import ast
    look = {}
    with open(path) as file:
        for line in file:
            line = line.split('#')[0] if not line.strip().startswith('#') and ' #' in line else line.strip()
            if ':' not in line or line.startswith('#'):
                continue
            key, _, value = line.partition(':')
            value = value.strip().strip('"')
            try:
                value = ast.literal_eval(value)
            except (ValueError, SyntaxError):
                if value.startswith('cycler('):
                    from cycler import cycler
                    value = eval(value, {'cycler': cycler})
                elif ',' in value:
                    value = [word.strip() for word in value.split(',')]
            look[key.strip()] = value
    return look


def _look(name):
    if isinstance(name, dict):
        return name
    text = os.fspath(name)
    # The names that seaborn's looks had in their day.
    old = text.replace('seaborn', 'seaborn-v0_8') if text.startswith('seaborn') and 'v0_8' not in text else text
    if text == 'default':
        return None
    if old in library:
        return library[old]
    if os.path.exists(text):
        return _read(text)
    raise OSError(f'{text!r} is not a valid package style, path of style file, URL of style file, or library style name '
                  '(library styles are listed in `style.available`)')


def use(style):
    """Take over a look, or several."""
    for name in [style] if isinstance(style, (str, dict)) or hasattr(style, '__fspath__') else style:
        look = _look(name)
        if look is None:
            rcdefaults()
        else:
            rcParams.update(look)


class context(rc_context):
    """A look within a `with` block."""

    def __init__(self, style, after_reset=False):
        rc_context.__init__(self)
        if after_reset:
            rcdefaults()
        use(style)


def reload_library():
    """Nothing to do: the looks are those that come with the interpreter."""
