"""What is drawn in space: lines, marks, polygons and texts, each with its depth."""

import numpy as np
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.cm import ScalarMappable, get_cmap
from matplotlib.collections import Collection, PathCollection
from matplotlib._rgba import to_rgba_array
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.text import Text


class Line3D(Line2D):
    """A line in space."""

    def __init__(self, xs, ys, zs, **kwargs):
        Line2D.__init__(self, [], [], **kwargs)
        self.set_data_3d(xs, ys, zs)

    def set_data_3d(self, *args):
        xs, ys, zs = args[0] if len(args) == 1 else args
        self._xyz = np.stack(np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (xs, ys, zs))), axis=-1)
        self._xyz = self._xyz.reshape(-1, 3)

    def set_3d_properties(self, zs=0, zdir='z', **kwargs):
        x, y = self._x, self._y
        self._xyz = juggled(x, y, np.broadcast_to(np.asarray(zs, dtype=float), x.shape), zdir)

    def get_data_3d(self):
        return tuple(self._xyz.T)

    def _depth(self, projection):
        return float(np.nanmean(projection.depths(self._xyz))) if len(self._xyz) else 0.0

    def _draw(self, renderer):
        points = self.axes._projection().pixels(self._xyz)
        if not len(points):
            return
        if self._linestyle != 'None':
            dashes = self._dashes()
            renderer.path(points, None, edge=self._rgba(self._color), width=self._linewidth, dashes=dashes,
                          join='round', cap='butt' if dashes else 'projecting', snap=1)
        if not self._marker.is_empty:
            self._draw_markers(renderer, points)


class Path3DCollection(PathCollection):
    """Marks in space; those further away are paler."""

    def __init__(self, xyz, style, sizes, depthshade=True, **kwargs):
        PathCollection.__init__(self, [style.path], sizes, marker=style, offsets=xyz[:, :2], **kwargs)
        self._xyz, self._shade = xyz, depthshade

    _offsets3d = property(lambda self: tuple(self._xyz.T), lambda self, xyz: self._move(xyz))

    def _move(self, xyz):
        self._xyz = np.stack([np.asarray(v, dtype=float) for v in xyz], axis=-1)

    def _depth(self, projection):
        return float(np.nanmean(projection.depths(self._xyz))) if len(self._xyz) else 0.0

    def _draw(self, renderer):
        if not len(self._xyz):
            return
        projection = self.axes._projection()
        points, depths = projection.pixels(self._xyz), projection.depths(self._xyz)
        count = len(points)

        def each(values):
            return values[np.arange(count) % len(values)] if len(values) else np.zeros((count, 4))

        faces, edges = each(self._faces()).copy(), each(self._edges()).copy()
        if self._shade and count:
            fade = fading(depths, projection.span(self._xyz))
            faces[:, 3] *= fade
            edges[:, 3] *= fade
        order = np.argsort(-depths)
        sizes, widths = np.sqrt(self._sizes), self._widths()
        filled = self._marker._filled
        renderer.each(points[order], self._paths[0], each(sizes)[order], faces[order] if filled else np.zeros((0, 4)),
                      edges[order], each(widths)[order], renderer.style(join='round', snap=1))


def fading(depths, span):
    """How opaque marks are by their depth: 1 for the nearest, 0.3 for one as far behind it as all marks reach."""
    if span < 1e-12:
        return np.ones(len(depths))
    return 1 - np.clip((depths - depths.min()) / span, 0, 1) * 0.7


class Poly3DCollection(Collection):
    """Polygons in space, those further away first."""

    def __init__(self, verts, *, zsort='average', shade=False, **kwargs):
        if 'color' in kwargs:
            colour = kwargs.pop('color')
            kwargs.setdefault('facecolors', colour)
            kwargs.setdefault('edgecolors', colour)
        Collection.__init__(self, **kwargs)
        self.set_verts(verts)

    def set_verts(self, verts, closed=True):
        self._polygons = [np.asarray(one, dtype=float).reshape(-1, 3) for one in verts] \
            if not isinstance(verts, np.ndarray) else verts

    def set_zsort(self, zsort):
        pass

    def _points(self):
        return np.concatenate([np.reshape(p, (-1, 3)) for p in self._polygons]) if len(self._polygons) else \
            np.zeros((0, 3))

    def _depth(self, projection):
        points = self._points()
        return float(np.nanmean(projection.depths(points))) if len(points) else 0.0

    def _draw(self, renderer):
        if not len(self._polygons):
            return
        projection = self.axes._projection()
        faces = np.asarray(self._faces())
        edges = np.asarray(self._edges()) if self._edgecolor is not None else np.zeros((0, 4))
        if isinstance(self._polygons, np.ndarray):
            shape = self._polygons.shape
            points = projection.pixels(self._polygons.reshape(-1, 3)).reshape(shape[0], shape[1], 2)
            depths = projection.depths(self._polygons.reshape(-1, 3)).reshape(shape[:2]).mean(1)
            order = np.argsort(-depths, kind='stable')
            renderer.polygons(points[order], faces[order] if len(faces) == len(points) else faces,
                              edges[order] if len(edges) == len(points) else edges, self._widths(), join='round', snap=0,
                              smooth=self._antialiased)
            return
        depths = np.array([projection.depths(p).mean() for p in self._polygons])
        widths = self._widths()
        for i in np.argsort(-depths, kind='stable').tolist():
            points = projection.pixels(self._polygons[i])
            renderer.polygons(points[None], faces[i % len(faces)][None] if len(faces) else None,
                              edges[i % len(edges)][None] if len(edges) else None, [widths[i % len(widths)]],
                              join='round', snap=0)


class Line3DCollection(Collection):
    """Lines in space."""

    def __init__(self, segments, colors=None, linewidths=1.5, linestyles='solid', **kwargs):
        kwargs.setdefault('edgecolors', kwargs.pop('color', 'C0') if colors is None else colors)
        Collection.__init__(self, linewidths=linewidths, linestyles=linestyles, facecolors='none', **kwargs)
        self._segments = [np.asarray(s, dtype=float).reshape(-1, 3) for s in segments]

    def set_segments(self, segments):
        self._segments = [np.asarray(s, dtype=float).reshape(-1, 3) for s in segments]

    def _points(self):
        return np.concatenate(self._segments) if self._segments else np.zeros((0, 3))

    def _edges(self):
        mapped = self._mapped()
        return to_rgba_array(self._edgecolor, self._alpha) if mapped is None else mapped

    def _depth(self, projection):
        points = self._points()
        return float(np.nanmean(projection.depths(points))) if len(points) else 0.0

    def _draw(self, renderer):
        projection = self.axes._projection()
        edges, widths, styles = self._edges(), self._widths(), self._styles()
        for i, segment in enumerate(self._segments):
            width = float(widths[i % len(widths)])
            renderer.path(projection.pixels(segment), None, edge=tuple(edges[i % len(edges)]), width=width,
                          dashes=dash_pattern(check_linestyle(styles[i % len(styles)]), width), join='round', snap=1)


class Text3D(Text):
    """A text in space."""

    def __init__(self, x, y, z, text, zdir=None, **kwargs):
        Text.__init__(self, 0, 0, text, **kwargs)
        self._xyz = np.array([[x, y, z]], dtype=float)

    def _depth(self, projection):
        return float(projection.depths(self._xyz)[0])

    def _anchor(self):
        return self.axes._projection().pixels(self._xyz)[0]

    def set_position_3d(self, xyz, zdir=None):
        self._xyz = np.array([xyz], dtype=float)


def juggled(x, y, z, zdir):
    """Points whose third coordinate lies along `zdir`."""
    order = {'x': (z, x, y), 'y': (x, z, y)}.get(str(zdir).strip('-'), (x, y, z))
    return np.stack([np.asarray(v, dtype=float) for v in order], axis=-1).reshape(-1, 3)


def patch_2d_to_3d(patch, z=0, zdir='z'):
    """A patch at a height."""
    path = patch._own_path()
    points = path.vertices
    made = Poly3DCollection([juggled(points[:, 0], points[:, 1], np.full(len(points), float(z)), zdir)],
                            facecolors=[patch.get_facecolor()], edgecolors=[patch.get_edgecolor()])
    axes = patch.axes
    if axes is not None:
        axes._remove(patch)
        axes.add_collection3d(made)
    return made


pathpatch_2d_to_3d = patch_2d_to_3d
