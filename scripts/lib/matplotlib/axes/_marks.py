"""Scatter plots, arrows and fields of arrows."""

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import warn_once
from matplotlib.collections import PathCollection
from matplotlib._rgba import is_color_like, to_rgba_array
from matplotlib.markers import MarkerStyle
from matplotlib.patches import FancyArrow


def _flat(values):
    if hasattr(values, 'mask'):
        values = values.astype(float).filled(np.nan)
    return np.ravel(np.asarray(values, dtype=float))


def _no_two_norms(norm, vmin, vmax):
    if (vmin is not None or vmax is not None) and norm is not None and not isinstance(norm, str):
        raise ValueError('Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please pass '
                         'vmin/vmax as arguments to the norm object when creating it')


class MarkPlots:
    """Marks at places."""

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                linewidths=None, edgecolors=None, colorizer=None, plotnonfinite=False, data=None, **kwargs):
        """Markers of any sizes and colours."""
        if data is not None:
            x, y, s, c = (data[v] if isinstance(v, str) and v in data else v for v in (x, y, s, c))
        from matplotlib.axes._bars import _listed
        x, y = _flat(self.xaxis.convert_units(_listed(x))), _flat(self.yaxis.convert_units(_listed(y)))
        if x.size != y.size:
            raise ValueError('x and y must be the same size')
        if s is None:
            s = rcParams['lines.markersize'] ** 2
        s = np.ravel(np.asarray(s))
        if s.dtype.kind not in 'fiub':
            raise ValueError(f's must be float, but has type {s.dtype}')
        s = s.astype(float)
        if len(s) not in (1, x.size):
            raise ValueError(f's (size {len(s)}) cannot be broadcast to match x and y (size {x.size})')
        _no_two_norms(norm, vmin, vmax)
        style = MarkerStyle(rcParams['scatter.marker'] if marker is None else marker)
        faces = kwargs.pop('facecolors', kwargs.pop('facecolor', None))
        edges = kwargs.pop('edgecolor', edgecolors)
        both = kwargs.pop('color', None)
        widths = next((kwargs.pop(k) for k in ('linewidth', 'lw') if k in kwargs), linewidths)
        kwargs.pop('linewidth', None)
        if both is not None:
            if c is not None:
                raise ValueError("Supply a 'c' argument or a 'color' kwarg but not both; they differ but their "
                                 'functionalities overlap.')
            faces = both if faces is None else faces
            edges = both if edges is None else edges
        values, faces = self._scatter_colours(c, faces, x.size)
        if edges is None:
            edges = rcParams['scatter.edgecolors']
        if not style._filled:
            widths = rcParams['lines.linewidth'] if widths is None else widths
        offsets = np.column_stack([x, y])
        if np.ndim(alpha) and values is None:
            faces = to_rgba_array([to_rgba_array(faces)[0]] * x.size if len(to_rgba_array(faces)) == 1 else faces)
            faces[:, 3], alpha = alpha, None
        made = PathCollection([style.path], s, offsets=offsets, marker=style, facecolors=faces, edgecolors=edges,
                              linewidths=1.0 if widths is None else widths, alpha=alpha)
        if not style.is_filled():
            made._joinstyle = 'round'
        if values is not None:
            made._show_values(values, cmap, norm, vmin, vmax)
        elif cmap is not None or vmin is not None or vmax is not None or norm is not None:
            named = [k for k, v in (('cmap', cmap), ('norm', norm), ('vmin', vmin), ('vmax', vmax)) if v is not None]
            warn_once("No data for colormapping provided via 'c'. Parameters " + ', '.join(map(repr, named))
                      + ' will be ignored')
        made._update(kwargs)
        if not kwargs.get('label'):
            made._label = f'_child{len(self._children)}'
        self._add(made)
        self._current_image = made if values is not None else self._current_image
        if made._transform is None:
            good = np.isfinite(x) & np.isfinite(y)
            self._see(x[good], y[good])
        if values is not None:
            self.figure._note_mappable(self, made)
        return made

    def streamplot(self, x, y, u, v, *args, data=None, **kwargs):
        """Lines along a field of arrows."""
        from matplotlib.streamplot import draw
        return draw(self, x, y, u, v, *args, **kwargs)

    def barbs(self, *args, data=None, **kwargs):
        """Barbs of the wind."""
        from matplotlib._barbs import draw
        return draw(self, args, **kwargs)

    def _scatter_colours(self, c, faces, count):
        """The numbers to map, or the colours."""
        if c is None:
            return None, self._next_colour(False) if faces is None else faces
        if isinstance(c, str):
            if not is_color_like(c) and c != 'none':
                raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not "
                                 f'{c!r}')
            return None, c
        listed = c if isinstance(c, np.ndarray) else list(c)
        if len(listed) and isinstance(listed[0], str):
            if len(listed) not in (0, 1, count):
                raise ValueError(f"'c' argument has {len(listed)} elements, which is inconsistent with 'x' and 'y' with "
                                 f'size {count}.')
            return None, to_rgba_array(list(listed))
        try:
            values = np.asarray(c, dtype=float)
        except (TypeError, ValueError):
            return None, to_rgba_array(list(listed))
        if values.size == count and not (values.shape in ((1, 4), (1, 3))):
            return values.ravel(), None
        if values.ndim == 1 and values.size in (3, 4) and (values.min() < 0 or values.max() > 1):
            raise ValueError(f"'c' argument has {values.size} elements, which is inconsistent with 'x' and 'y' with "
                             f'size {count}.')
        if values.ndim == 1 and values.size in (3, 4):
            return None, to_rgba_array(values.tolist())
        if values.ndim == 2 and values.shape[1] in (3, 4) and len(values) in (1, count):
            return None, to_rgba_array(values)
        raise ValueError(f"'c' argument has {len(values)} elements, which is inconsistent with 'x' and 'y' with size "
                         f'{count}.')

    def arrow(self, x, y, dx, dy, **kwargs):
        """An arrow whose size is in data."""
        made = FancyArrow(x, y, dx, dy, **kwargs)
        self._add(made)
        points = made._xy
        if len(points):
            self._see(points[:, 0], points[:, 1])
        return made

    def quiver(self, *args, data=None, **kwargs):
        """Arrows at places."""
        from matplotlib.quiver import Quiver
        made = Quiver(self, *args, **kwargs)
        self._add(made)
        self._see(made.X, made.Y)
        if made.get_array() is not None:
            self.figure._note_mappable(self, made)
        return made

    def quiverkey(self, Q, X, Y, U, label, **kwargs):
        """An arrow that says how long arrows are."""
        from matplotlib.quiver import QuiverKey
        return self._add(QuiverKey(Q, X, Y, U, label, **kwargs))
