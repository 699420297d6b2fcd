"""Plots beside plots, and grids of images."""

from mpl_toolkits.axes_grid1.axes_divider import Divider, make_axes_locatable
from mpl_toolkits.axes_grid1.axes_grid import AxesGrid, Grid, ImageGrid
