"""Many shapes of a kind as one artist."""

import math

import numpy as np
from matplotlib import rcParams
from matplotlib._renderer import check_linestyle, dash_pattern
from matplotlib.artist import _COLLECTION_ALIASES, Artist
from matplotlib.cm import ScalarMappable
from matplotlib._rgba import to_rgba_array
from matplotlib.path import Path


class Collection(Artist, ScalarMappable):
    """Shapes with lists of colours, widths and styles."""
    zorder = 1

    def __init__(self, *, edgecolors=None, facecolors=None, linewidths=None, linestyles='solid', norm=None, cmap=None,
                 antialiaseds=True, zorder=None, **kwargs):
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self._edgecolor, self._facecolor, self._antialiased = edgecolors, facecolors, antialiaseds
        self._linewidth = rcParams['patch.linewidth'] if linewidths is None else linewidths
        self._linestyle = 'solid' if linestyles is None else linestyles
        self._hatch = self._offsets = self._capstyle = self._joinstyle = self._offset_transform = None
        self._paths = []
        if zorder is not None:
            self.zorder = zorder
        self._update(kwargs)

    def _update(self, kwargs):
        Artist._update(self, {_COLLECTION_ALIASES.get(key, key): value for key, value in kwargs.items()})

    def set_color(self, c):
        self._facecolor = self._edgecolor = c

    def set_clim(self, vmin=None, vmax=None):
        ScalarMappable.set_clim(self, vmin, vmax)

    def set_cmap(self, cmap):
        ScalarMappable.set_cmap(self, cmap)

    def set_array(self, A):
        ScalarMappable.set_array(self, A)

    def set_norm(self, norm):
        ScalarMappable.set_norm(self, norm)

    def _mapped(self):
        return None if self._A is None else self.to_rgba(np.ravel(self._plain()), self._alpha)

    def _faces(self):
        mapped = self._mapped()
        if mapped is not None and not (isinstance(self._facecolor, str) and self._facecolor == 'none'):
            return mapped
        if self._facecolor is None:
            return to_rgba_array(rcParams['patch.facecolor'], self._alpha)
        return to_rgba_array(self._facecolor, self._alpha)

    def _edges(self):
        edge = self._edgecolor
        if edge is None:
            edge = self._default_edge()
        if isinstance(edge, str) and edge in ('face', 'none'):
            return self._faces() if edge == 'face' else np.zeros((0, 4))
        return to_rgba_array(edge, self._alpha)

    def _default_edge(self):
        return 'none'

    def get_facecolor(self):
        return self._faces()

    def get_edgecolor(self):
        return self._edges()

    get_facecolors, get_edgecolors = get_facecolor, get_edgecolor

    def _widths(self):
        return np.atleast_1d(np.asarray(self._linewidth, dtype=float))

    def get_linewidth(self):
        return self._widths()

    get_linewidths = get_linewidth

    def _styles(self):
        styles = self._linestyle
        return [styles] if isinstance(styles, (str, tuple)) and not (
            isinstance(styles, tuple) and len(styles) and isinstance(styles[0], (tuple, str))) else list(styles)

    def set_linestyle(self, ls):
        self._linestyle = ls

    def get_paths(self):
        return self._paths

    def set_paths(self, paths):
        self._paths = paths

    def get_offsets(self):
        return np.zeros((1, 2)) if self._offsets is None else self._offsets

    def set_offsets(self, offsets):
        self._offsets = np.asarray(offsets, dtype=float).reshape(-1, 2)

    def _draw(self, renderer):
        transform = self.get_transform()
        faces, edges, widths, styles = self._faces(), self._edges(), self._widths(), self._styles()
        for i, path in enumerate(self._paths):
            points = transform.transform(path.vertices)
            width = float(widths[i % len(widths)])
            renderer.path(points, path.codes, face=tuple(faces[i % len(faces)]) if len(faces) else None,
                          edge=tuple(edges[i % len(edges)]) if len(edges) else None, width=width,
                          dashes=dash_pattern(check_linestyle(styles[i % len(styles)]), width),
                          join=self._joinstyle or 'round', cap=self._capstyle or 'butt', snap=1,
                          smooth=self._antialiased)
            if self._hatch:
                from matplotlib._hatch import draw_hatch
                draw_hatch(renderer, self._hatch, points, path.codes, (0, 0, 0, 1), self.axes)


class PathCollection(Collection):
    """Markers of `scatter`."""

    def __init__(self, paths, sizes=None, *, offsets=None, marker=None, **kwargs):
        self._marker = marker
        Collection.__init__(self, **kwargs)
        self._paths = list(paths)
        self._sizes = np.atleast_1d(np.asarray(36.0 if sizes is None else sizes, dtype=float))
        self._offsets = np.zeros((0, 2)) if offsets is None else np.asarray(offsets, dtype=float)

    def set_sizes(self, sizes, dpi=72):
        self._sizes = np.atleast_1d(np.asarray(sizes, dtype=float))

    def get_sizes(self):
        return self._sizes

    def _filled(self):
        return self._marker is None or self._marker._filled

    def _faces(self):
        return Collection._faces(self) if self._filled() else np.zeros((0, 4))

    def _edges(self):
        if not self._filled():
            mapped = self._mapped()
            if mapped is not None:
                return mapped
            colour = self._edgecolor
            if colour is None or isinstance(colour, str) and colour == 'face':
                colour = self._facecolor
            return to_rgba_array(colour, self._alpha)
        return Collection._edges(self)

    def _default_edge(self):
        return 'face'

    def legend_elements(self, prop='colors', num='auto', fmt=None, func=lambda x: x, **kwargs):
        """Handles and labels for the different colours or sizes."""
        from matplotlib.lines import Line2D
        values = np.unique(self._A if prop == 'colors' else self._sizes)
        if num is not None and (num == 'auto' and len(values) > 9 or isinstance(num, int) and len(values) > num):
            from matplotlib.ticker import MaxNLocator
            low, high = values.min(), values.max()
            ticks = MaxNLocator(nbins=9 if num == 'auto' else num, min_n_ticks=3).tick_values(low, high)
            values = np.array([t for t in ticks if low <= t <= high])
        handles, labels = [], []
        for value in values:
            colour = self.cmap(self.norm(value)) if prop == 'colors' else kwargs.get('color', 'k')
            size = np.sqrt(value) if prop == 'sizes' else np.sqrt(self._sizes[0])
            handles.append(Line2D([], [], linestyle='', marker=self._marker, color=colour, markersize=size,
                                  alpha=self._alpha))
            shown = func(value)
            labels.append(r'$\mathdefault{%s}$' % (fmt.format(x=shown) if isinstance(fmt, str) else '%g' % shown))
        return handles, labels

    def _draw(self, renderer):
        offsets = self._offsets
        if len(offsets) == 0:
            return
        points = self.get_transform().transform(offsets)
        faces, edges, widths, sizes = self._faces(), self._edges(), self._widths(), self._sizes
        marker, path = self._marker, self._paths[0]
        size = np.sqrt(sizes)
        if len(faces) <= 1 and len(edges) <= 1 and len(widths) == 1 and len(sizes) == 1:
            width = float(widths[0])
            style = renderer.style(
                tuple(faces[0]) if len(faces) else None, tuple(edges[0]) if len(edges) else None, width,
                dash_pattern(check_linestyle(self._styles()[0]), width), self._joinstyle or 'round', 'butt', 1)
            renderer.stamp(points, path, float(size[0]), style)
            return
        renderer.each(points, path, size, faces, edges, widths, renderer.style(
            join=self._joinstyle or 'round', cap='butt', snap=1))


class LineCollection(Collection):
    """Many lines."""
    zorder = 2

    def __init__(self, segments, *, zorder=2, colors=None, **kwargs):
        color = kwargs.pop('color', None)
        kwargs.setdefault('linewidths', rcParams['lines.linewidth'])
        if 'edgecolors' not in kwargs and 'edgecolor' not in kwargs:
            kwargs['edgecolors'] = colors if colors is not None else color if color is not None else 'C0'
        Collection.__init__(self, facecolors='none', zorder=zorder, **kwargs)
        self.set_segments(segments)

    def set_segments(self, segments):
        self._paths = [Path(np.asarray(one, dtype=float)) for one in segments]

    set_verts = set_paths = set_segments

    def get_segments(self):
        return [path.vertices for path in self._paths]

    def set_color(self, c):
        self._edgecolor = c

    set_colors = set_color

    def get_color(self):
        return self._edges()

    get_colors = get_color

    def _edges(self):
        mapped = self._mapped()
        return to_rgba_array(self._edgecolor, self._alpha) if mapped is None else mapped


class PolyCollection(Collection):
    """Many polygons."""

    def __init__(self, verts, sizes=None, *, closed=True, **kwargs):
        Collection.__init__(self, **kwargs)
        self._closed = closed
        self.set_verts(verts)

    def set_verts(self, verts, closed=True):
        self._paths = [Path(np.vstack([v, v[:1]]), closed=True) if closed and len(v) else Path(v)
                       for v in (np.asarray(one, dtype=float) for one in verts)]


class FillBetweenPolyCollection(PolyCollection):
    """The area between two curves."""


class PatchCollection(Collection):
    """Patches drawn together."""

    def __init__(self, patches, *, match_original=False, **kwargs):
        patches = list(patches)
        if match_original:
            kwargs['facecolors'] = [p.get_facecolor() for p in patches]
            kwargs['edgecolors'] = [p.get_edgecolor() for p in patches]
            kwargs['linewidths'] = [p._linewidth for p in patches]
        Collection.__init__(self, **kwargs)
        self._paths = [p._own_path() for p in patches]


class QuadMesh(Collection):
    """Coloured cells of `pcolormesh`."""

    def __init__(self, coordinates, *, antialiased=False, shading='flat', **kwargs):
        Collection.__init__(self, antialiaseds=antialiased, **kwargs)
        self._coordinates, self._shading = coordinates, shading

    def _draw_smooth(self, renderer):
        """Each cell in small ones, whose colours run from corner to corner."""
        corners = self.get_transform().transform(self._coordinates)
        colours = self._faces().reshape(*self._coordinates.shape[:2], 4)
        reach = np.abs(np.diff(corners, axis=0)).max(initial=1), np.abs(np.diff(corners, axis=1)).max(initial=1)
        parts = int(min(16, max(2, math.ceil(max(reach) / 6))))
        t = np.linspace(0, 1, parts + 1)

        def between(table, places):
            s, u = places[None, None, :, None, None], places[None, None, None, :, None]
            a, b = table[:-1, :-1, None, None], table[:-1, 1:, None, None]
            c, d = table[1:, :-1, None, None], table[1:, 1:, None, None]
            return a * (1 - s) * (1 - u) + b * (1 - s) * u + c * s * (1 - u) + d * s * u

        points, shades = between(corners, t), between(colours, (t[:-1] + t[1:]) / 2)
        quads = np.stack([points[:, :, :-1, :-1], points[:, :, :-1, 1:], points[:, :, 1:, 1:], points[:, :, 1:, :-1]], axis=4)
        renderer.polygons(quads.reshape(-1, 4, 2), shades.reshape(-1, 4), None, self._widths(), join='round', snap=0,
                          smooth=False)

    def _draw(self, renderer):
        if self._shading == 'gouraud':
            self._draw_smooth(renderer)
            return
        corners = self.get_transform().transform(self._coordinates)
        quads = np.stack([corners[:-1, :-1], corners[:-1, 1:], corners[1:, 1:], corners[1:, :-1]], axis=2)
        quads = quads.reshape(-1, 4, 2)
        faces = self._faces()
        if len(faces) > 1:
            quads, faces = quads[faces[:, 3] > 0], faces[faces[:, 3] > 0]
        edges = self._edgecolor
        edges = None if edges is None or isinstance(edges, str) and edges == 'none' else self._edges()
        renderer.polygons(quads, faces, edges, self._widths(), join='round', snap=1, smooth=self._antialiased)


class PolyQuadMesh(QuadMesh):
    """Coloured cells of `pcolor`."""


class EventCollection(LineCollection):
    """Short lines at the places of events."""

    def get_positions(self):
        ends = [path.vertices for path in self._paths]
        upright = not ends or ends[0][0, 0] == ends[0][1, 0]
        return [float(points[0, 0 if upright else 1]) for points in ends]


class TriMesh(PolyCollection):
    """Coloured triangles."""


class _Shaped(PathCollection):
    """One shape at many places, by its area in square points."""
    _shape = None

    def __init__(self, sizes=(1,), **kwargs):
        PathCollection.__init__(self, [self._shape()], np.ravel(sizes).astype(float), **kwargs)


class CircleCollection(_Shaped):
    """Circles by their areas."""

    def _shape(self):
        return Path.circle((0, 0), 1 / math.sqrt(math.pi))


class RegularPolyCollection(PathCollection):
    """Regular polygons by their areas."""
    _kind = staticmethod(Path.unit_regular_polygon)

    def __init__(self, numsides, *, rotation=0, sizes=(1,), **kwargs):
        from matplotlib.transforms import Affine2D
        path = self._kind(numsides).transformed(Affine2D().rotate(rotation).scale(1 / math.sqrt(math.pi)))
        PathCollection.__init__(self, [path], np.ravel(sizes).astype(float), **kwargs)


class StarPolygonCollection(RegularPolyCollection):
    """Stars by their areas."""
    _kind = staticmethod(Path.unit_regular_star)


class EllipseCollection(PolyCollection):
    """Ellipses of sizes in data."""

    def __init__(self, widths, heights, angles, *, units='points', offsets=((0, 0),), **kwargs):
        kwargs.pop('offset_transform', None), kwargs.pop('transOffset', None)
        circle = Path.unit_regular_polygon(64).vertices[:-1]
        shapes = []
        for (x, y), w, h, angle in zip(np.atleast_2d(offsets), np.ravel(widths), np.ravel(heights), np.ravel(angles)):
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            shapes.append((circle * [w / 2, h / 2]) @ np.array([[c, s], [-s, c]]) + [x, y])
        PolyCollection.__init__(self, shapes, **kwargs)
