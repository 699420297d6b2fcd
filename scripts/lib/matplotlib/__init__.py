"""Pictures with matplotlib's calls, drawn by the interpreter itself."""

from matplotlib._rc import RcParams, rcParams, rcParamsDefault, rc, rcdefaults, rc_context

__version__ = '3.11.2'
__version_info__ = (3, 11, 2, 'final', 0)


def use(backend, *, force=True):
    """Choose a backend: there is one, so nothing changes."""


def get_backend():
    return 'agg'


def interactive(b):
    rcParams['interactive'] = bool(b)


def is_interactive():
    return rcParams['interactive']


def rc_params(fail_on_error=False):
    return rcParams.copy()


def get_cachedir():
    import os
    return os.path.join(os.path.expanduser('~'), '.cache', 'matplotlib')


def get_configdir():
    import os
    return os.path.join(os.path.expanduser('~'), '.config', 'matplotlib')


def get_data_path():
    return '/usr/share/matplotlib/mpl-data'


rcParamsOrig = rcParamsDefault


def set_loglevel(level):
    pass


def __getattr__(name):
    import importlib
    if name == 'colormaps':
        from matplotlib import cm
        return cm._colormaps
    if name == 'color_sequences':
        from matplotlib._color_names import color_sequences
        return color_sequences()
    if name == 'cycler':
        from cycler import cycler
        return cycler
    if name in ('pyplot', 'cm', 'colors', 'ticker', 'patches', 'lines', 'figure', 'axes', 'animation', 'gridspec',
                'markers', 'path', 'collections', 'text', 'legend', 'colorbar', 'contour', 'image', 'style',
                'transforms', 'font_manager', 'mlab', 'patheffects', 'offsetbox', 'widgets', 'backends', 'cbook', 'dates', 'scale',
                'spines', 'axis', 'artist', 'container', 'quiver', 'table', 'tri', 'streamplot', 'projections'):
        return importlib.import_module('matplotlib.' + name)
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
