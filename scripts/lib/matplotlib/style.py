"""Looks by name."""

from matplotlib._rc import rc_context, rcdefaults, rcParams

_CYCLES = {
    'ggplot': ['#E24A33', '#348ABD', '#988ED5', '#777777', '#FBC15E', '#8EBA42', '#FFB5B8'],
    'fivethirtyeight': ['#008fd5', '#fc4f30', '#e5ae38', '#6d904f', '#8b8b8b', '#810f7c'],
    'seaborn': ['#4C72B0', '#55A868', '#C44E52', '#8172B2', '#CCB974', '#64B5CD'],
    'bmh': ['#348ABD', '#A60628', '#7A68A6', '#467821', '#D55E00', '#CC79A7', '#56B4E9', '#009E73'],
    'dark_background': ['#8dd3c7', '#feffb3', '#bfbbd9', '#fa8174', '#81b1d2', '#fdb462', '#b3de69', '#bc82bd'],
    'grayscale': ['0.00', '0.40', '0.60', '0.70'],
    'tableau-colorblind10': ['#006BA4', '#FF800E', '#ABABAB', '#595959', '#5F9ED1', '#C85200', '#898989', '#A2C8EC'],
}
_LOOKS = {
    'default': {},
    'ggplot': {'patch.linewidth': 0.5, 'axes.facecolor': '#E5E5E5', 'axes.edgecolor': 'white', 'axes.linewidth': 1.0,
               'axes.grid': True, 'axes.titlesize': 'x-large', 'axes.labelsize': 'large', 'axes.labelcolor': '#555555',
               'axes.axisbelow': True, 'xtick.color': '#555555', 'ytick.color': '#555555', 'grid.color': 'white',
               'figure.facecolor': 'white'},
    'seaborn': {'axes.facecolor': '#EAEAF2', 'axes.edgecolor': 'white', 'axes.linewidth': 0.0, 'axes.grid': True,
                'axes.axisbelow': True, 'grid.color': 'white', 'xtick.major.size': 0, 'ytick.major.size': 0,
                'xtick.color': '.15', 'ytick.color': '.15', 'axes.labelcolor': '.15', 'text.color': '.15',
                'lines.linewidth': 1.75},
    'seaborn-whitegrid': {'axes.grid': True, 'axes.edgecolor': '.8', 'grid.color': '.8', 'axes.axisbelow': True,
                          'xtick.major.size': 0, 'ytick.major.size': 0, 'axes.linewidth': 1.0},
    'fivethirtyeight': {'lines.linewidth': 4.0, 'axes.facecolor': '#f0f0f0', 'axes.grid': True, 'grid.color': '#cbcbcb',
                        'axes.edgecolor': '#f0f0f0', 'axes.linewidth': 3.0, 'axes.titlesize': 'x-large',
                        'figure.facecolor': '#f0f0f0', 'font.size': 14.0, 'xtick.major.size': 0,
                        'ytick.major.size': 0, 'axes.axisbelow': True, 'grid.linewidth': 1.0},
    'bmh': {'lines.linewidth': 2.0, 'axes.facecolor': '#eeeeee', 'axes.edgecolor': '#bcbcbc', 'axes.grid': True,
            'grid.color': '#b2b2b2', 'grid.linestyle': '--', 'grid.linewidth': 0.5, 'axes.titlesize': 'x-large',
            'axes.labelsize': 'large', 'axes.axisbelow': True},
    'dark_background': {'lines.color': 'white', 'patch.edgecolor': 'white', 'text.color': 'white',
                        'axes.facecolor': 'black', 'axes.edgecolor': 'white', 'axes.labelcolor': 'white',
                        'xtick.color': 'white', 'ytick.color': 'white', 'grid.color': 'white',
                        'figure.facecolor': 'black'},
    'grayscale': {'image.cmap': 'gray', 'figure.facecolor': '0.75'},
    'tableau-colorblind10': {}, 'fast': {}, 'classic': {}, '_mpl-gallery': {},
}
available = sorted([*_LOOKS, 'seaborn-v0_8', 'seaborn-v0_8-whitegrid', 'seaborn-v0_8-darkgrid'])
library = _LOOKS


def _find(name):
    plain = name.replace('seaborn-v0_8', 'seaborn')
    if plain in _LOOKS:
        return plain
    if plain.startswith('seaborn'):
        return 'seaborn-whitegrid' if 'white' in plain else 'seaborn'
    raise OSError(f'{name!r} is not a valid package style, path of style file, URL of style file, or library style name '
                  '(library styles are listed in `style.available`)')


def use(style):
    """Take over a look, or several."""
    for name in [style] if isinstance(style, (str, dict)) else style:
        if isinstance(name, dict):
            rcParams.update(name)
            continue
        found = _find(name)
        if found == 'default':
            rcdefaults()
        rcParams.update(_LOOKS[found])
        cycle = _CYCLES.get(found.split('-')[0] if found not in _CYCLES else found)
        if cycle:
            rcParams['axes.prop_cycle'] = cycle


class context(rc_context):
    """A look within a `with` block."""

    def __init__(self, style, after_reset=False):
        rc_context.__init__(self)
        use(style)
