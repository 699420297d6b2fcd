"""Colours and how numbers become colours."""

from matplotlib._color_names import BASE_COLORS, CSS4_COLORS, TABLEAU_COLORS
from matplotlib._colormaps import Colormap, LinearSegmentedColormap, ListedColormap
from matplotlib._norms import (AsinhNorm, BoundaryNorm, CenteredNorm, FuncNorm, LogNorm, NoNorm, Normalize, PowerNorm, SymLogNorm,
                               TwoSlopeNorm)
from matplotlib._rgba import (_cycle, hsv_to_rgb, is_color_like, rgb_to_hsv, same_color, to_hex, to_rgb, to_rgba,
                              to_rgba_array)

cnames = CSS4_COLORS
rgb2hex, hex2color = to_hex, to_rgb


class ColorConverter:
    """The functions for colours, as an object."""
    colors = {}
    to_rgb, to_rgba, to_rgba_array = staticmethod(to_rgb), staticmethod(to_rgba), staticmethod(to_rgba_array)


colorConverter = ColorConverter()


def get_named_colors_mapping():
    from matplotlib._xkcd_colors import XKCD_COLORS
    return {**XKCD_COLORS, **CSS4_COLORS, **TABLEAU_COLORS, **BASE_COLORS}


def from_levels_and_colors(levels, colors, extend='neither'):
    """A colormap and norm for intervals with these colours."""
    low, high = extend in ('min', 'both'), extend in ('max', 'both')
    if len(colors) != len(levels) - 1 + low + high:
        raise ValueError(f'With extend == {extend!r} and {len(levels)} levels, expected {len(levels) - 1 + low + high} '
                         f'colors, but got {len(colors)}')
    cmap = ListedColormap(list(colors)[low:len(colors) - high])
    if low:
        cmap.set_under(colors[0])
    if high:
        cmap.set_over(colors[-1])
    return cmap, BoundaryNorm(levels, ncolors=len(levels) - 1)


def __getattr__(name):
    if name == 'XKCD_COLORS':
        from matplotlib._xkcd_colors import XKCD_COLORS
        return XKCD_COLORS
    if name == 'LightSource':
        from matplotlib._light import LightSource
        return LightSource
    raise AttributeError(f"module 'matplotlib.colors' has no attribute '{name}'")
