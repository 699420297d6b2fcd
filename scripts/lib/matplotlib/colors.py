"""Colours and how numbers become colours."""

from matplotlib._color_names import BASE_COLORS, CSS4_COLORS, TABLEAU_COLORS
from matplotlib._colormaps import Colormap, LinearSegmentedColormap, ListedColormap
from matplotlib._norms import (BoundaryNorm, CenteredNorm, LogNorm, NoNorm, Normalize, PowerNorm, SymLogNorm,
                               TwoSlopeNorm)
from matplotlib._rgba import (_cycle, hsv_to_rgb, is_color_like, rgb_to_hsv, same_color, to_hex, to_rgb, to_rgba,
                              to_rgba_array)

cnames = CSS4_COLORS
