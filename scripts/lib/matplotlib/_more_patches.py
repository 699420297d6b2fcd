"""Shapes that lean on others: shadows, steps, rings, arrows between plots."""

import numpy as np
from matplotlib.patches import FancyArrowPatch, Patch, PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D


class Shadow(Patch):
    """A darker copy of a patch beside it."""
    __module__ = 'matplotlib.patches'

    def __init__(self, patch, ox, oy, *, shade=0.7, **kwargs):
        self.patch, self._ox, self._oy = patch, ox, oy
        dark = tuple((1 - shade) * part for part in patch.get_facecolor()[:3])
        Patch.__init__(self, **{'facecolor': dark, 'edgecolor': dark, 'alpha': 0.5, 'linewidth': patch._linewidth,
                                **kwargs})
        self.zorder = np.nextafter(patch.zorder, -np.inf)

    def __str__(self):
        return f'Shadow({self.patch})'

    def _own_path(self):
        scale = self.figure._drawing_dpi / 72 if self.figure is not None else 1
        return self.patch._own_path().transformed(Affine2D().translate(self._ox * scale, self._oy * scale))

    get_path = _own_path


class StepPatch(PathPatch):
    """The outline of steps with given edges."""
    __module__ = 'matplotlib.patches'

    def __init__(self, values, edges, *, orientation='vertical', baseline=0, **kwargs):
        self.orientation, self._values, self._edges, self._baseline = orientation, None, None, None
        PathPatch.__init__(self, Path([[0, 0]]), **kwargs)
        self.set_data(values, edges, baseline)

    def __str__(self):
        return PathPatch.__str__(self).replace('StepPatch', 'PathPatch')

    def get_data(self):
        return self._values, self._edges, self._baseline

    def set_data(self, values=None, edges=None, baseline=None):
        if values is not None:
            self._values = np.asarray(values, dtype=float)
        if edges is not None:
            self._edges = np.asarray(edges, dtype=float)
        if baseline is not None:
            self._baseline = np.asarray(baseline, dtype=float)
        if len(self._edges) != len(self._values) + 1:
            raise ValueError('Size mismatch between "values" and "edges". Expected `len(values) + 1 == len(edges)`, but '
                             f'`len(values) = {len(self._values)}` and `len(edges) = {len(self._edges)}`.')
        self._path = self._outline()

    def _outline(self):
        """The path: over the values, and where it is filled back along the base line."""
        places, tops = np.repeat(self._edges, 2), np.repeat(self._values, 2)
        base = self._baseline
        if base is None:
            points = np.column_stack([places[1:-1], tops])
            codes = None
        elif base.ndim == 0:
            tops = np.concatenate([[base], tops, [base]])
            points = np.column_stack([places, tops])
            points = np.vstack([points, points[:1]]) if self._fill else points
            codes = [1] + [2] * (len(places) - 1) + [79] if self._fill else None
        else:
            base = np.repeat(base, 2)[::-1]
            points = np.vstack([np.column_stack([places[1:-1], tops]), np.column_stack([places[1:-1][::-1], base])])
            points = np.vstack([points, points[:1]])
            codes = [1] + [2] * (len(points) - 2) + [79]
        return Path(points if self.orientation == 'vertical' else points[:, ::-1], codes)


class Annulus(Patch):
    """A ring."""
    __module__ = 'matplotlib.patches'

    def __init__(self, xy, r, width, angle=0.0, **kwargs):
        self.center, self.width, self.angle = xy, width, angle
        self.a, self.b = r if np.iterable(r) else (r, r)
        Patch.__init__(self, **kwargs)

    def _own_path(self):
        circle = Path.circle()
        outer, inner = circle.vertices * [self.a, self.b], circle.vertices[::-1] * [self.a - self.width,
                                                                                    self.b - self.width]
        codes = circle.codes.tolist()
        inner_codes = [1, *[4] * (len(codes) - 2), 79]
        points = np.vstack([outer, inner[1:], inner[1:2]])
        path = Path(points, codes + inner_codes)
        return path.transformed(Affine2D().rotate_deg(self.angle).translate(*self.center))

    get_path = _own_path


class ConnectionPatch(FancyArrowPatch):
    """An arrow between places of two plots."""
    __module__ = 'matplotlib.patches'

    def __init__(self, xyA, xyB, coordsA, coordsB=None, *, axesA=None, axesB=None, arrowstyle='-', **kwargs):
        self.xy1, self.xy2, self.coords1, self.coords2 = xyA, xyB, coordsA, coordsA if coordsB is None else coordsB
        self.axesA, self.axesB = axesA, axesB
        FancyArrowPatch.__init__(self, (0, 0), (1, 1), arrowstyle=arrowstyle, **{
            'shrinkA': 0, 'shrinkB': 0, 'mutation_scale': 10, **kwargs})
        self._clip_on = False

    def __str__(self):
        return f'ConnectionPatch(({self.xy1[0]:g}, {self.xy1[1]:g}), ({self.xy2[0]:g}, {self.xy2[1]:g}))'

    def _place(self, point, coords, axes):
        point = np.asarray(point, dtype=float)
        axes = self.axes if axes is None else axes
        if not isinstance(coords, str):
            return coords.transform(point)
        if coords == 'data':
            return axes.transData.transform(point)
        if coords == 'axes fraction':
            return axes.transAxes.transform(point)
        if coords == 'figure fraction':
            return self.figure.transFigure.transform(point)
        return point

    def _ends(self):
        return (self._place(self.xy1, self.coords1, self.axesA), self._place(self.xy2, self.coords2, self.axesB))
