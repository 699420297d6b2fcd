"""Pictures with matplotlib's calls, drawn by the interpreter itself."""

from matplotlib._rc import RcParams, rcParams, rcParamsDefault, rc, rcdefaults, rc_context

__version__ = '3.11.0'


def use(backend, *, force=True):
    """Choose a backend: there is one, so nothing changes."""


def get_backend():
    return 'agg'


def interactive(b):
    rcParams['interactive'] = bool(b)


def is_interactive():
    return rcParams['interactive']


def set_loglevel(level):
    pass


def __getattr__(name):
    import importlib
    if name == 'colormaps':
        from matplotlib import cm
        return cm._colormaps
    if name in ('pyplot', 'cm', 'colors', 'ticker', 'patches', 'lines', 'figure', 'axes', 'animation', 'gridspec',
                'markers', 'path', 'collections', 'text', 'legend', 'colorbar', 'contour', 'image', 'style',
                'transforms'):
        return importlib.import_module('matplotlib.' + name)
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
