"""The settings that pictures go by, with matplotlib's defaults."""

_DEFAULTS = {
    'figure.figsize': [6.4, 4.8], 'figure.dpi': 100.0, 'figure.facecolor': 'white', 'figure.edgecolor': 'white',
    'figure.subplot.left': 0.125, 'figure.subplot.right': 0.9, 'figure.subplot.bottom': 0.11,
    'figure.subplot.top': 0.88, 'figure.subplot.wspace': 0.2, 'figure.subplot.hspace': 0.2,
    'figure.titlesize': 'large', 'figure.titleweight': 'normal', 'figure.autolayout': False,
    'figure.max_open_warning': 20, 'figure.constrained_layout.use': False, 'figure.frameon': True,
    'savefig.dpi': 'figure', 'savefig.facecolor': 'auto', 'savefig.edgecolor': 'auto', 'savefig.bbox': None,
    'savefig.pad_inches': 0.1, 'savefig.format': 'png', 'savefig.transparent': False,
    'axes.facecolor': 'white', 'axes.edgecolor': 'black', 'axes.linewidth': 0.8, 'axes.grid': False,
    'axes.grid.axis': 'both', 'axes.grid.which': 'major', 'axes.titlesize': 'large', 'axes.titlecolor': 'auto',
    'axes.titleweight': 'normal', 'axes.titlepad': 6.0, 'axes.titlelocation': 'center', 'axes.labelsize': 'medium',
    'axes.labelpad': 4.0, 'axes.labelweight': 'normal', 'axes.labelcolor': 'black', 'axes.axisbelow': 'line',
    'axes.xmargin': 0.05, 'axes.ymargin': 0.05, 'axes.spines.left': True, 'axes.spines.right': True,
    'axes.spines.top': True, 'axes.spines.bottom': True, 'axes.unicode_minus': True, 'axes.prop_cycle': None,
    'axes.autolimit_mode': 'data', 'axes.formatter.useoffset': True, 'axes.formatter.use_mathtext': False,
    'axes.formatter.limits': [-5, 6], 'axes.formatter.offset_threshold': 4,
    'xtick.major.size': 3.5, 'xtick.minor.size': 2.0, 'xtick.major.width': 0.8, 'xtick.minor.width': 0.6,
    'xtick.major.pad': 3.5, 'xtick.minor.pad': 3.4, 'xtick.color': 'black', 'xtick.labelcolor': 'inherit',
    'xtick.labelsize': 'medium', 'xtick.direction': 'out', 'xtick.minor.visible': False, 'xtick.top': False,
    'xtick.bottom': True, 'xtick.labelbottom': True, 'xtick.labeltop': False,
    'ytick.major.size': 3.5, 'ytick.minor.size': 2.0, 'ytick.major.width': 0.8, 'ytick.minor.width': 0.6,
    'ytick.major.pad': 3.5, 'ytick.minor.pad': 3.4, 'ytick.color': 'black', 'ytick.labelcolor': 'inherit',
    'ytick.labelsize': 'medium', 'ytick.direction': 'out', 'ytick.minor.visible': False, 'ytick.left': True,
    'ytick.right': False, 'ytick.labelleft': True, 'ytick.labelright': False,
    'grid.color': '#b0b0b0', 'grid.linestyle': '-', 'grid.linewidth': 0.8, 'grid.alpha': 1.0,
    'lines.linewidth': 1.5, 'lines.linestyle': '-', 'lines.marker': 'None', 'lines.markersize': 6.0,
    'lines.markeredgewidth': 1.0, 'lines.color': 'C0', 'lines.markeredgecolor': 'auto',
    'lines.markerfacecolor': 'auto', 'lines.antialiased': True,
    'patch.linewidth': 1.0, 'patch.facecolor': 'C0', 'patch.edgecolor': 'black', 'patch.force_edgecolor': False,
    'patch.antialiased': True, 'hatch.linewidth': 1.0, 'hatch.color': 'black',
    'scatter.marker': 'o', 'scatter.edgecolors': 'face', 'hist.bins': 10, 'errorbar.capsize': 0.0,
    'contour.linewidth': None, 'contour.negative_linestyle': 'dashed', 'contour.algorithm': 'mpl2014',
    'image.cmap': 'viridis', 'image.interpolation': 'auto', 'image.origin': 'upper', 'image.aspect': 'equal',
    'image.interpolation_stage': 'auto', 'image.lut': 256, 'pcolor.shading': 'auto',
    'legend.loc': 'best', 'legend.fontsize': 'medium', 'legend.frameon': True, 'legend.framealpha': 0.8,
    'legend.facecolor': 'inherit', 'legend.edgecolor': '0.8', 'legend.fancybox': True, 'legend.numpoints': 1,
    'legend.scatterpoints': 1, 'legend.markerscale': 1.0, 'legend.borderpad': 0.4, 'legend.labelspacing': 0.5,
    'legend.handlelength': 2.0, 'legend.handleheight': 0.7, 'legend.handletextpad': 0.8,
    'legend.borderaxespad': 0.5, 'legend.columnspacing': 2.0, 'legend.title_fontsize': None,
    'font.family': ['sans-serif'], 'font.size': 10.0, 'font.style': 'normal', 'font.weight': 'normal',
    'font.sans-serif': ['DejaVu Sans'], 'font.serif': ['DejaVu Serif'], 'font.monospace': ['DejaVu Sans Mono'],
    'text.color': 'black', 'text.usetex': False, 'mathtext.fontset': 'dejavusans', 'mathtext.default': 'it',
    'date.epoch': '1970-01-01T00:00:00', 'animation.html': 'none', 'animation.writer': 'ffmpeg',
    'animation.embed_limit': 20.0, 'interactive': False, 'backend': 'agg', 'path.simplify': True,
    'path.simplify_threshold': 1 / 9, 'toolbar': 'toolbar2', 'pdf.fonttype': 3, 'ps.fonttype': 3,
    'svg.fonttype': 'path', 'axes3d.grid': True, 'keymap.quit': ['ctrl+w'],
}
for _dash, _pattern in (('dashed', [3.7, 1.6]), ('dashdot', [6.4, 1.6, 1.0, 1.6]), ('dotted', [1.0, 1.65])):
    _DEFAULTS['lines.' + _dash + '_pattern'] = _pattern


def _number(key, value):
    """A setting that is a number; ValueError names it where it is none. Words for sizes stay."""
    if value is None or value in _SIZES or not isinstance(value, str):
        return value
    try:
        return float(value)
    except ValueError:
        raise ValueError(f'Key {key}: Could not convert {value!r} to float') from None


def _flag(key, value):
    """A setting that is on or off."""
    word = value.lower() if isinstance(value, str) else value
    if word in ('t', 'y', 'yes', 'on', 'true', '1', 1):
        return True
    if word in ('f', 'n', 'no', 'off', 'false', '0', 0):
        return False
    if value is None:
        return value
    raise ValueError(f'Key {key}: Cannot convert {value!r} to bool')


def _read_more(key):
    """Read the settings that change nothing; whether there is one of that name."""
    from matplotlib._rc_more import MORE
    if key in MORE:
        for name, value in MORE.items():
            _DEFAULTS.setdefault(name, value)
    return key in MORE


class RcParams(dict):
    """A dictionary that takes known settings only."""

    def __setitem__(self, key, value):
        if key not in _DEFAULTS and not _read_more(key):
            from matplotlib._checks import suggestion
            raise KeyError(suggestion('rcParam', key, _DEFAULTS))
        if key in _DEFAULTS and type(_DEFAULTS[key]) is float and not isinstance(value, (int, float)):
            value = _number(key, value)
        kind = type(_DEFAULTS[key])
        if kind is bool and not isinstance(value, bool):
            value = _flag(key, value)
        elif key == 'figure.figsize':
            value = [_number(key, v) for v in value]
            if len(value) != 2:
                raise ValueError(f'Key {key}: Expected exactly 2 values, but got {len(value)} values: {value}')
        if key == 'axes.prop_cycle' and not hasattr(value, 'by_key'):
            from cycler import cycler
            value = cycler('color', value)
        dict.__setitem__(self, key, value)

    def __missing__(self, key):
        if _read_more(key):
            return _DEFAULTS[key]
        raise KeyError(key)

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def setdefault(self, key, default=None):
        return self[key]

    def find_all(self, pattern):
        import re
        return RcParams({k: v for k, v in self.items() if re.search(pattern, k)})

    def copy(self):
        result = RcParams()
        result.update(self)
        return result


def _prop_cycle():
    """The ten colours that plots take by turns."""
    from cycler import cycler
    from matplotlib._color_names import CYCLE
    return cycler('color', [tuple(int(c[i:i + 2], 16) / 255 for i in (1, 3, 5)) for c in CYCLE])


def _defaults():
    made = RcParams()
    for key, value in _DEFAULTS.items():
        dict.__setitem__(made, key, list(value) if isinstance(value, list) else value)
    dict.__setitem__(made, 'axes.prop_cycle', _prop_cycle())
    return made


rcParams = _defaults()
rcParamsDefault = _defaults()
_SHORT = {'lw': 'linewidth', 'ls': 'linestyle', 'c': 'color', 'fc': 'facecolor', 'ec': 'edgecolor',
          'mew': 'markeredgewidth', 'aa': 'antialiased', 'ms': 'markersize'}


def rc(group, **kwargs):
    """Set several parameters of a group."""
    for name in [group] if isinstance(group, str) else group:
        for key, value in kwargs.items():
            full = name + '.' + _SHORT.get(key, key)
            if full not in _DEFAULTS and not _read_more(full):
                raise KeyError(f'Unrecognized key "{full}" for group "{name}" and name "{key}"')
            rcParams[full] = value


def rcdefaults():
    """Take all parameters back to their defaults."""
    for key, value in _defaults().items():
        dict.__setitem__(rcParams, key, value)


class rc_context:
    """Parameters that hold within a `with` block."""

    def __init__(self, rc=None, fname=None):
        self._changes = rc or {}
        self._before = dict(rcParams)
        rcParams.update(self._changes)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for key, value in self._before.items():
            dict.__setitem__(rcParams, key, value)


_SIZES = {'xx-small': 0.579, 'x-small': 0.694, 'small': 0.833, 'medium': 1.0, 'large': 1.2, 'x-large': 1.44,
          'xx-large': 1.728, 'larger': 1.2, 'smaller': 0.833}


def font_size(size):
    """A font size in points."""
    if size is None:
        return float(rcParams['font.size'])
    if isinstance(size, str):
        if size not in _SIZES:
            raise ValueError('Size is invalid. Valid font size are xx-small, x-small, small, medium, large, x-large, '
                             'xx-large, larger, smaller, None')
        return rcParams['font.size'] * _SIZES[size]
    return float(size)
