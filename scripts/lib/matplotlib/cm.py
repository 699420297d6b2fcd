"""The colormaps by name, and what has one."""

import numpy as np
from matplotlib import rcParams
from matplotlib._checks import suggestion
from matplotlib._colormaps import Colormap, LinearSegmentedColormap, ListedColormap
from matplotlib._norms import LogNorm, Normalize

_FORMULAS = {
    'rainbow': (lambda x: abs(2 * x - 0.5), lambda x: np.sin(np.pi * x), lambda x: np.cos(np.pi * x / 2)),
    'gnuplot': (lambda x: np.sqrt(x), lambda x: x ** 3, lambda x: np.sin(2 * np.pi * x)),
    'gnuplot2': (lambda x: x / 0.32 - 0.78125, lambda x: 2 * x - 0.84,
                 lambda x: 4 * x if x < 0.25 else 1 if x < 0.42 else -2 * x + 1.84 if x < 0.92 else x / 0.08 - 11.5),
    'ocean': (lambda x: 3 * x - 2, lambda x: abs((3 * x - 1) / 2), lambda x: x),
    'afmhot': (lambda x: 2 * x, lambda x: 2 * x - 0.5, lambda x: 2 * x - 1),
    'gist_heat': (lambda x: 1.5 * x, lambda x: 2 * x - 1, lambda x: 4 * x - 3),
    'gist_gray': (lambda x: x, lambda x: x, lambda x: x),
    'gist_yarg': (lambda x: 1 - x, lambda x: 1 - x, lambda x: 1 - x),
}
_LISTS = {
    'bwr': [(0, 0, 1), (1, 1, 1), (1, 0, 0)],
    'seismic': [(0, 0, 0.3), (0, 0, 1), (1, 1, 1), (1, 0, 0), (0.5, 0, 0)],
    'terrain': [(0, (0.2, 0.2, 0.6)), (0.15, (0, 0.6, 1)), (0.25, (0, 0.8, 0.4)), (0.5, (1, 1, 0.6)),
                (0.75, (0.5, 0.36, 0.33)), (1, (1, 1, 1))],
}
_SAME = {'grey': 'gray', 'gist_grey': 'gist_gray', 'Grays': 'Greys'}


def _hex_table(text):
    digits = text.split() if ' ' in text else None
    return np.array([[int(word[i:i + 2], 16) / 255 for i in (0, 2, 4)] for word in digits])


def _listed(text):
    return np.array([int(text[i:i + 3], 16) for i in range(0, len(text), 3)]).reshape(-1, 3) / 4080 + 1 / 16320


def _build(name):
    from matplotlib import _cm_tables as tables
    if name in tables.LISTED:
        return ListedColormap(_listed(tables.LISTED[name]), name)
    if name == 'twilight_shifted':
        table = _listed(tables.LISTED['twilight'])
        return ListedColormap(np.vstack([table[255:], table[:255]])[::-1], name)
    if name in tables.QUALITATIVE:
        return ListedColormap(_hex_table(tables.QUALITATIVE[name]), name)
    if name in tables.BREWER:
        return LinearSegmentedColormap.from_list(name, list(_hex_table(tables.BREWER[name])))
    if name in _LISTS:
        return LinearSegmentedColormap.from_list(name, _LISTS[name])
    if name in _FORMULAS:
        return LinearSegmentedColormap(name, dict(zip(('red', 'green', 'blue'), _FORMULAS[name])))
    if name in tables.KNOTS:
        data = {}
        for part, text in zip(('red', 'green', 'blue'), tables.KNOTS[name]):
            knots = [[float(number) for number in word.split(',')] for word in text.split()]
            data[part] = [(k[0], k[1], k[-1]) for k in knots]
        return LinearSegmentedColormap(name, data)
    return None


def _names():
    from matplotlib import _cm_tables as tables
    names = [*tables.LISTED, 'twilight_shifted', *tables.QUALITATIVE, *tables.BREWER, *_LISTS, *_FORMULAS,
             *tables.KNOTS]
    return sorted(names + [name + '_r' for name in names])


class ColormapRegistry:
    """`matplotlib.colormaps`: maps are made when they are first asked for."""

    def __init__(self):
        self._made = {}

    def _find(self, name):
        if name not in self._made:
            plain = name[:-2] if name.endswith('_r') else name
            made = _build(_SAME.get(plain, plain))
            if made is None and plain in self._made:
                made = self._made[plain]
            if made is None:
                return None
            self._made[name] = made.reversed(name) if name.endswith('_r') else made
        return self._made[name]

    def __getitem__(self, name):
        found = self._find(name)
        if found is None:
            raise KeyError(f'{name!r} is not a valid value for colormap.')
        return found.copy()

    def get_cmap(self, cmap):
        return get_cmap(cmap)

    def __contains__(self, name):
        return self._find(name) is not None

    def __iter__(self):
        return iter(sorted({*_names(), *self._made}))

    def __len__(self):
        return len(list(iter(self)))

    def __call__(self):
        return list(self)

    def __str__(self):
        return 'ColormapRegistry; available colormaps:\n' + ', '.join(f"'{name}'" for name in self)

    def keys(self):
        return list(self)

    def register(self, cmap, *, name=None, force=False):
        self._made[name or cmap.name] = cmap

    def unregister(self, name):
        self._made.pop(name, None)


_colormaps = ColormapRegistry()


def get_cmap(name=None, lut=None, argument='cmap'):
    """A colormap by its name; the default one without."""
    if name is None:
        name = rcParams['image.cmap']
    if isinstance(name, Colormap):
        return name
    if not isinstance(name, str):
        raise TypeError(f'get_cmap expects None or an instance of a str or Colormap . you passed {name!r} of type '
                        f'{type(name)}')
    found = _colormaps._find(name)
    if found is None:
        raise ValueError(suggestion(argument, name, _names()))
    return found if lut is None else found.resampled(lut)


def register_cmap(name=None, cmap=None, **kwargs):
    _colormaps.register(cmap, name=name)


class ScalarMappable:
    """Data that become colours by a norm and a colormap."""

    def __init__(self, norm=None, cmap=None):
        self._A = None
        self.colorbar = None
        self.norm = _norm(norm)
        self.cmap = get_cmap(cmap)

    def set_array(self, A):
        self._A = None if A is None else A if hasattr(A, 'mask') else np.asarray(A)

    def get_array(self):
        return self._A

    def set_cmap(self, cmap):
        self.cmap = get_cmap(cmap)

    def get_cmap(self):
        return self.cmap

    def set_norm(self, norm):
        self.norm = _norm(norm)

    def set_clim(self, vmin=None, vmax=None):
        if vmax is None and isinstance(vmin, (tuple, list)):
            vmin, vmax = vmin
        if vmin is not None:
            self.norm.vmin = float(vmin)
        if vmax is not None:
            self.norm.vmax = float(vmax)
        if self.colorbar is not None:
            self.colorbar._refresh()

    def get_clim(self):
        return self.norm.vmin, self.norm.vmax

    def autoscale(self):
        self.norm.autoscale(self._A)

    def autoscale_None(self):
        if self._A is not None:
            self.norm.autoscale_None(self._plain())

    def _show_values(self, values, cmap, norm=None, vmin=None, vmax=None):
        """Takes its colours from values, whose range fills in the limits that are not given."""
        self.set_cmap(cmap)
        if norm is not None:
            self.set_norm(norm)
        self.set_array(values)
        self.set_clim(vmin, vmax)
        self.autoscale_None()

    def _plain(self):
        """The data without what is masked."""
        A = self._A
        return np.where(A.mask, np.nan, A.data) if hasattr(A, 'mask') else A

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        x = np.where(x.mask, np.nan, x.data) if hasattr(x, 'mask') else np.asarray(x)
        return self.cmap(self.norm(x) if norm else x, alpha=alpha, bytes=bytes)

    def changed(self):
        pass


def _norm(norm):
    if isinstance(norm, str):
        if norm == 'log':
            return LogNorm()
        if norm == 'linear':
            return Normalize()
        raise ValueError(f"Invalid norm str name; the following values are supported: 'linear', 'log'")
    return Normalize() if norm is None else norm


def __getattr__(name):
    found = _colormaps._find(name) if not name.startswith('__') else None
    if found is None:
        raise AttributeError(f"module 'matplotlib.cm' has no attribute '{name}'")
    return found
