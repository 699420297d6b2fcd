"""Plots in space."""

import numpy as np
from matplotlib._checks import check_in
from matplotlib.axes import Axes
from matplotlib.axes._lines import parse_format
from matplotlib.axis import XAxis
from matplotlib._rgba import to_rgba, to_rgba_array
from matplotlib.markers import MarkerStyle
from mpl_toolkits.mplot3d import _frame
from mpl_toolkits.mplot3d.art3d import Line3D, Line3DCollection, Path3DCollection, Poly3DCollection, Text3D, juggled


class _Axis3D(XAxis):
    """An axis in space."""
    _label_turned = False

    def __init__(self, axes, number):
        XAxis.__init__(self, axes)
        self._number = number
        self._pane = _frame._GREY[number]
        self.pane = self
        self.fill = True

    def _autoscale(self):
        self.axes._margin_now = self.axes._zmargin if self._number == 2 else 0.05
        XAxis._autoscale(self)

    def get_view_interval(self):
        stale = self.view.stale and self.view.auto
        XAxis.get_view_interval(self)
        if stale:
            more = (self.view.high - self.view.low) / 48
            self.view.low, self.view.high = self.view.low - more, self.view.high + more
        if self._for_ticks:
            less = (self.view.high - self.view.low) / 48
            return self.view.low + less, self.view.high - less
        return self.view.low, self.view.high

    _for_ticks = False

    def get_majorticklocs(self):
        self._for_ticks = True
        try:
            return XAxis.get_majorticklocs(self)
        finally:
            self._for_ticks = False

    def set_pane_color(self, color, alpha=None):
        self._pane = to_rgba(color, alpha)

    def set_facecolor(self, color):
        self._pane = to_rgba(color)

    def set_edgecolor(self, color):
        pass

    def set_alpha(self, alpha):
        self._pane = (*self._pane[:3], alpha) if alpha is not None else self._pane

    def set_rotate_label(self, val):
        self._label_turned = not val


class Axes3D(Axes):
    """A plot in space."""
    name = '3d'

    def __init__(self, fig, rect=None, *args, elev=30, azim=-60, roll=0, proj_type='persp', box_aspect=None,
                 computed_zorder=True, focal_length=None, auto_add_to_figure=None, **kwargs):
        self.elev, self.azim, self.roll, self._dist, self._focal = elev, azim, roll, 10.0, 1.0
        self._aspect3d = np.array([4.0, 4.0, 3.0]) * (1.190476 / 4)
        self._grid3d, self._zmargin, self._margin_now = True, 0.0, 0.05
        kwargs.pop('sharez', None)
        zlim, zlabel = kwargs.pop('zlim', None), kwargs.pop('zlabel', None)
        Axes.__init__(self, fig, rect, **kwargs)
        self.set_aspect('auto')
        self.set_proj_type(proj_type, focal_length)
        if box_aspect is not None:
            self.set_box_aspect(box_aspect)
        if auto_add_to_figure is None and rect is None and kwargs.get('subplotspec') is None:
            self._rect = (0.125, 0.11, 0.775, 0.77)
            fig._add_axes(self)
        if zlim is not None:
            self.set_zlim(zlim)
        if zlabel is not None:
            self.set_zlabel(zlabel)

    def _make_axis(self):
        self.xaxis, self.yaxis, self.zaxis = (_Axis3D(self, i) for i in range(3))
        self.w_xaxis, self.w_yaxis, self.w_zaxis = self.xaxis, self.yaxis, self.zaxis

    def _axes3d(self):
        return self.xaxis, self.yaxis, self.zaxis

    def _make_box(self):
        x, y, w, h = self._given_box()
        W, H = self.figure._pixel_size()
        X, Y = self.figure._origin()
        return self._shrink((X + x * W, Y + y * H, w * W, h * H), 1.0)

    def _limits3d(self):
        return [axis.get_view_interval() for axis in self._axes3d()]

    def _projection(self):
        return _frame.Projection(self)

    def get_proj(self):
        p = self._projection()
        return np.vstack([p._u, p._v, p._w])

    def view_init(self, elev=None, azim=None, roll=None, vertical_axis='z', share=False):
        """From where the plot is seen, in degrees."""
        self.elev = 30 if elev is None else elev
        self.azim = -60 if azim is None else azim
        self.roll = 0 if roll is None else roll

    def set_proj_type(self, proj_type, focal_length=None):
        if proj_type not in ('persp', 'ortho'):
            check_in('proj_type', proj_type, ('persp', 'ortho'))
        self._focal = None if proj_type == 'ortho' else 1.0 if focal_length is None else focal_length

    def set_box_aspect(self, aspect, *, zoom=1):
        if aspect is None:
            aspect = (4, 4, 3)
        aspect = np.asarray(aspect, dtype=float)
        self._aspect3d = aspect * (1.8294640721620434 * 25 / 24 / np.linalg.norm(aspect) * zoom)

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        self._aspect = 'auto'
        if aspect in ('equal', 'equalxy'):
            sizes = np.array([abs(b - a) for a, b in self._limits3d()])
            if aspect == 'equalxy':
                sizes[2] = sizes[:2].max() * 0.75
            self.set_box_aspect(sizes)

    def _see3d(self, points):
        self._has_data = True
        points = np.asarray(points, dtype=float).reshape(-1, 3)
        for axis, values in zip(self._axes3d(), points.T):
            axis.add_data(values)

    def auto_scale_xyz(self, X, Y, Z=None, had_data=None):
        self._see3d(np.stack([np.ravel(v) for v in np.broadcast_arrays(X, Y, Z)], axis=-1))

    def _sticky_edges(self, axis_name):
        return []

    def _margin(self, axis_name):
        return self._margin_now

    # Limits, labels and ticks of z

    def set_zlim(self, bottom=None, top=None, *, emit=True, auto=False, zmin=None, zmax=None):
        if top is None and np.iterable(bottom):
            bottom, top = bottom
        return self.zaxis.set_limits(zmin if bottom is None else bottom, zmax if top is None else top, auto)

    def get_zlim(self):
        return tuple(map(float, self.zaxis.get_view_interval()))

    def set_xlim3d(self, *args, **kwargs):
        return self.set_xlim(*args, **kwargs)

    def set_ylim3d(self, *args, **kwargs):
        return self.set_ylim(*args, **kwargs)

    def set_zlim3d(self, *args, **kwargs):
        return self.set_zlim(*args, **kwargs)

    get_xlim3d, get_ylim3d, get_zlim3d = Axes.get_xlim, Axes.get_ylim, get_zlim

    def set_zlabel(self, zlabel, fontdict=None, labelpad=None, **kwargs):
        return self._set_label(self.zaxis, zlabel, fontdict, labelpad, None, kwargs)

    def get_zlabel(self):
        return self.zaxis.label.get_text()

    def set_zticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.zaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def get_zticks(self, *, minor=False):
        return self.zaxis.get_ticklocs(minor=minor)

    def set_zticklabels(self, labels, **kwargs):
        return self.zaxis.set_ticklabels(labels, **kwargs)

    def get_zticklabels(self, minor=False):
        return self.zaxis.get_ticklabels(minor)

    def set_zscale(self, value, **kwargs):
        self.zaxis.set_scale_name(value, **kwargs)

    def invert_zaxis(self):
        self.zaxis.set_inverted(not self.zaxis.get_inverted())

    def get_zaxis(self):
        return self.zaxis

    def grid(self, visible=True, **kwargs):
        self._grid3d = bool(visible) if visible is not None else True

    def tick_params(self, axis='both', **kwargs):
        for name, one in zip('xyz', self._axes3d()):
            if axis in (name, 'both'):
                one.set_tick_params(kwargs.get('which', 'major'), **{
                    k: v for k, v in kwargs.items() if k not in ('which', 'left', 'right', 'labelleft', 'labelright')})

    def margins(self, *args, **kwargs):
        pass

    def mouse_init(self, *args, **kwargs):
        pass

    disable_mouse_rotation = mouse_init

    # Artists

    def plot(self, xs, ys, *args, zdir='z', axlim_clip=False, **kwargs):
        """A line in space."""
        zs = kwargs.pop('zs', 0)
        if args and not isinstance(args[0], str):
            zs, *args = args
        if args:
            style, marker, colour = parse_format(args[0])
            if style is None and marker is not None and 'linestyle' not in kwargs and 'ls' not in kwargs:
                style = 'None'
            for key, value in (('linestyle', style), ('marker', marker), ('color', colour)):
                if value is not None:
                    kwargs.setdefault(key, value)
        if 'c' in kwargs:
            kwargs['color'] = kwargs.pop('c')
        if kwargs.get('color') is None:
            kwargs['color'] = self._next_colour()
        label = kwargs.pop('label', None)
        x, y, z = np.broadcast_arrays(*(np.asarray(v, dtype=float).ravel() for v in (xs, ys, zs)))
        points = juggled(x, y, z, zdir)
        line = self._add(Line3D(*points.T, **kwargs))
        line._label = f'_child{len(self._children) - 1}' if label is None else str(label)
        self._see3d(points)
        return [line]

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir='z', s=20, c=None, depthshade=True, *args, cmap=None, norm=None, vmin=None,
                vmax=None, marker='o', alpha=None, **kwargs):
        """Marks in space."""
        x, y, z = np.broadcast_arrays(*(np.asarray(v, dtype=float).ravel() for v in (xs, ys, zs)))
        points = juggled(x, y, z, zdir)
        faces = kwargs.pop('facecolors', kwargs.pop('facecolor', kwargs.pop('color', None)))
        edges = kwargs.pop('edgecolors', kwargs.pop('edgecolor', 'face'))
        values, faces = self._scatter_colours(c, faces, len(points))
        widths = kwargs.pop('linewidths', kwargs.pop('linewidth', kwargs.pop('lw', 1.0)))
        made = Path3DCollection(points, MarkerStyle(marker), np.ravel(s), depthshade, facecolors=faces, edgecolors=edges,
                       linewidths=widths, alpha=alpha)
        if values is not None:
            made._show_values(values, cmap, norm, vmin, vmax)
            self.figure._note_mappable(self, made)
        made._update(kwargs)
        self._add(made)
        self._zmargin = 0.05
        self._see3d(points)
        return made

    scatter3D = scatter

    def plot_surface(self, X, Y, Z, *, norm=None, vmin=None, vmax=None, lightsource=None, axlim_clip=False,
                     rstride=None, cstride=None, rcount=50, ccount=50, color=None, cmap=None, shade=None,
                     facecolors=None, linewidth=None, antialiased=True, **kwargs):
        """A surface over a grid."""
        X, Y, Z = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (X, Y, Z)))
        if Z.ndim != 2:
            raise ValueError('Argument Z must be 2-dimensional.')
        rows, columns = Z.shape
        rstride = int(max(np.ceil(rows / rcount), 1)) if rstride is None else rstride
        cstride = int(max(np.ceil(columns / ccount), 1)) if cstride is None else cstride
        r = [*range(0, rows - 1, rstride), rows - 1][-rows:]
        c = [*range(0, columns - 1, cstride), columns - 1][-columns:]
        if Z.size == 0:
            r = c = []
        points = np.stack([X, Y, Z], axis=-1)[np.ix_(r, c)]
        quads = np.stack([points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]], axis=2).reshape(-1, 4, 3)
        good = np.isfinite(quads).all(axis=(1, 2))
        if not good.any():
            if Z.size:
                self._see3d(np.stack([X.ravel(), Y.ravel(), np.where(np.isfinite(Z), Z, Z[np.isfinite(Z)].min() if
                                                                     np.isfinite(Z).any() else 0.0).ravel()], axis=1))
            return self._add(Poly3DCollection([], linewidths=1.0))
        edges = kwargs.pop('edgecolors', kwargs.pop('edgecolor', None))
        made = Poly3DCollection(quads[good], linewidths=1.0 if linewidth is None else linewidth, edgecolors=edges,
                                antialiaseds=antialiased)
        if facecolors is not None:
            table = to_rgba_array(np.asarray(facecolors)[r[:-1]][:, c[:-1]].reshape(-1, np.shape(facecolors)[-1])) \
                if np.ndim(facecolors) == 3 else to_rgba_array(facecolors)
            table = table[good] if len(table) == len(good) else table
            made._facecolor = shaded(quads[good], table) if shade is not False else table
        elif cmap is not None:
            made._show_values(quads[good][..., 2].mean(1), cmap, norm, vmin, vmax)
        else:
            base = to_rgba(self._next_colour() if color is None else color)
            table = np.array([base] * int(good.sum()))
            made._facecolor = table if shade is False else shaded(quads[good], table)
        made._alpha = kwargs.pop('alpha', None)
        made._update(kwargs)
        self._add(made)
        self._see3d(points[np.isfinite(points).all(-1)])
        self.figure._note_mappable(self, made)
        return made

    def plot_wireframe(self, X, Y, Z, *, axlim_clip=False, rstride=None, cstride=None, rcount=None, ccount=None,
                       **kwargs):
        """The lines of a grid in space."""
        if (rstride is not None or cstride is not None) and (rcount is not None or ccount is not None):
            raise ValueError('Cannot specify both stride and count arguments')
        rcount, ccount = 50 if rcount is None else rcount, 50 if ccount is None else ccount
        X, Y, Z = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (X, Y, Z)))
        rows, columns = Z.shape
        if rstride is None:
            rstride = int(max(np.ceil(rows / rcount), 1)) if rcount else 0
        if cstride is None:
            cstride = int(max(np.ceil(columns / ccount), 1)) if ccount else 0
        points = np.stack([X, Y, Z], axis=-1)
        r = [*range(0, rows - 1, rstride), rows - 1] if rstride else []
        c = [*range(0, columns - 1, cstride), columns - 1] if cstride else []
        lines = [points[i] for i in r] + [points[:, i] for i in c]
        colour = kwargs.pop('color', kwargs.pop('colors', None))
        made = Line3DCollection(lines, colors=self._next_colour() if colour is None else colour,
                                linewidths=kwargs.pop('linewidth', kwargs.pop('lw', 1.5)), **kwargs)
        self._add(made)
        self._see3d(points)
        return made

    def plot_trisurf(self, *args, color=None, norm=None, vmin=None, vmax=None, lightsource=None, triangles=None,
                     cmap=None, shade=None, linewidth=None, antialiased=True, **kwargs):
        """A surface of triangles."""
        from matplotlib.tri import Triangulation, triangulate
        if isinstance(args[0], Triangulation):
            x, y, triangles, z = args[0].x, args[0].y, args[0].triangles, args[1]
        else:
            x, y, z = args[:3]
            if triangles is None and len(args) > 3:
                triangles = args[3]
        x, y, z = (np.asarray(v, dtype=float).ravel() for v in (x, y, z if np.ndim(z) else kwargs.pop('Z')))
        triangles = triangulate(x, y) if triangles is None else np.asarray(triangles)
        corners = np.stack([x, y, z], axis=-1)[triangles]
        made = Poly3DCollection(corners, linewidths=1.0 if linewidth is None else linewidth,
                                edgecolors=kwargs.pop('edgecolor', kwargs.pop('edgecolors', None)))
        if cmap is not None:
            made._show_values(corners[..., 2].mean(1), cmap, None, vmin, vmax)
        else:
            table = np.array([to_rgba(self._next_colour() if color is None else color)] * len(corners))
            made._facecolor = table if shade is False else shaded(corners, table)
        made._update(kwargs)
        self._add(made)
        self._see3d(corners)
        return made

    def contour(self, X, Y, Z, *args, extend3d=False, stride=5, zdir='z', offset=None, axlim_clip=False, **kwargs):
        """Lines of equal height."""
        return self._levels(X, Y, Z, args, False, zdir, offset, kwargs)

    def contourf(self, X, Y, Z, *args, zdir='z', offset=None, axlim_clip=False, **kwargs):
        """Areas between heights."""
        return self._levels(X, Y, Z, args, True, zdir, offset, kwargs)

    contour3D, contourf3D = contour, contourf

    def _levels(self, X, Y, Z, args, filled, zdir, offset, kwargs):
        from matplotlib.contour import ContourSet
        X, Y, Z = (np.asarray(v, dtype=float) for v in (X, Y, Z))
        if X.ndim == 1:
            X, Y = np.meshgrid(X, Y)
        seen = {'x': (Y, Z, X), 'y': (X, Z, Y)}.get(zdir, (X, Y, Z))
        levels = ContourSet(self, (*seen, *args), filled, **kwargs)
        colours = levels._layer_colours()
        for i, lines in enumerate(levels._shapes()):
            height = (levels.layers[i] if not filled else levels.layers[i]) if offset is None else offset
            placed = [juggled(line[:, 0], line[:, 1], np.full(len(line), float(height)), zdir) for line in lines
                      if len(line) > 1]
            if not placed:
                continue
            colour = [tuple(colours[i])]
            self._add(Poly3DCollection(placed, facecolors=colour, linewidths=0) if filled else
                      Line3DCollection(placed, colors=colour, linewidths=levels._widths_of(i + 1)[i]))
        self._see3d(np.stack([X, Y, np.where(np.isfinite(Z), Z, 0)], axis=-1))
        levels.axes = self
        self.figure._note_mappable(self, levels)
        return levels

    def bar3d(self, x, y, z, dx, dy, dz, color=None, zsort='average', shade=True, lightsource=None, **kwargs):
        """Blocks."""
        x, y, z, dx, dy, dz = (np.ravel(v).astype(float) for v in np.broadcast_arrays(
            *(np.atleast_1d(v) for v in (x, y, z, dx, dy, dz))))
        unit = np.array([[(0, 0, 0), (0, 1, 0), (1, 1, 0), (1, 0, 0)], [(0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)],
                         [(0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)], [(0, 1, 0), (0, 1, 1), (1, 1, 1), (1, 1, 0)],
                         [(0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0)], [(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1)]],
                        dtype=float)
        start, size = np.stack([x, y, z], -1), np.stack([dx, dy, dz], -1)
        faces = (unit[None] * size[:, None, None, :] + start[:, None, None, :]).reshape(-1, 4, 3)
        table = to_rgba_array(self._next_colour(False) if color is None else color)
        table = np.repeat(table, 6, axis=0) if len(table) == len(x) else np.repeat(table[:1], len(faces), axis=0)
        made = Poly3DCollection(faces, facecolors=shaded(faces, table) if shade else table, linewidths=1.0,
                                edgecolors=kwargs.pop('edgecolor', None))
        made._update(kwargs)
        self._add(made)
        self._see3d(faces)
        return made

    def bar(self, left, height, zs=0, zdir='z', *args, **kwargs):
        """Bars that stand on a plane."""
        left, height, zs = np.broadcast_arrays(*(np.atleast_1d(np.asarray(v, dtype=float)) for v in (left, height, zs)))
        colour = kwargs.pop('color', None)
        colours = to_rgba_array(self._next_colour(False) if colour is None else colour)
        width = kwargs.pop('width', 0.8)
        bars = []
        for x, h, z in zip(left.tolist(), height.tolist(), zs.tolist()):
            xs = np.array([x - width / 2, x + width / 2, x + width / 2, x - width / 2])
            bars.append(juggled(xs, np.array([0, 0, h, h]), np.full(4, z), zdir))
        made = Poly3DCollection(bars, facecolors=colours, linewidths=1.0, **kwargs)
        self._add(made)
        self._see3d(np.concatenate(bars))
        return made

    def stem(self, x, y, z, *, linefmt='C0-', markerfmt='C0o', basefmt='C3-', bottom=0, label=None, orientation='z'):
        """Points on stems in space."""
        from matplotlib.container import StemContainer
        check_in('orientation', orientation, ('x', 'y', 'z'))
        x, y, z = (v.astype(float) for v in np.broadcast_arrays(*(np.ravel(v) for v in (x, y, z))))
        points = np.stack([x, y, z], axis=-1)
        feet = points.copy()
        feet[:, 'xyz'.index(orientation)] = bottom
        style, _, colour = parse_format(linefmt)
        stems = self._add(Line3DCollection(list(np.stack([feet, points], axis=1)), colors=colour or 'C0',
                                           linestyles=style or '-', linewidths=1.5))
        style, marker, colour = parse_format(markerfmt)
        heads = self.plot(x, y, z, linestyle=style or 'None', marker=marker or 'o', color=colour or 'C0',
                          label='_nolegend_')[0]
        style, _, colour = parse_format(basefmt)
        baseline = self.plot(*feet.T, linestyle=style or '-', color=colour or 'C3', label='_nolegend_')[0]
        made = StemContainer((heads, stems, baseline))
        made._label = '' if label is None else label
        self._contain(made)
        return made

    stem3D = stem

    def voxels(self, *args, facecolors=None, edgecolors=None, shade=True, lightsource=None, **kwargs):
        """The outer faces of filled cells."""
        x = y = z = None
        if len(args) >= 3:
            x, y, z, filled = args
        else:
            filled = args[0] if args else kwargs.pop('filled')
        filled = np.asarray(filled).astype(bool)
        if filled.ndim != 3:
            raise ValueError('Argument filled must be 3-dimensional')
        if x is None:
            x, y, z = np.indices(np.array(filled.shape) + 1)
        corners = np.stack([np.asarray(v, dtype=float) for v in np.broadcast_arrays(x, y, z)], axis=-1)
        edge = kwargs.pop('edgecolor', edgecolors)
        face = kwargs.pop('color', facecolors)
        base = to_rgba(self._next_colour(False)) if face is None else None
        padded = np.pad(filled, 1)
        sides = [((-1, 0, 0), [(0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)]), ((1, 0, 0), [(1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0)]),
                 ((0, -1, 0), [(0, 0, 0), (0, 0, 1), (1, 0, 1), (1, 0, 0)]), ((0, 1, 0), [(0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)]),
                 ((0, 0, -1), [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)]), ((0, 0, 1), [(0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 0, 1)])]
        made = {}

        def pick(table, place):
            if table is None or isinstance(table, str) or np.ndim(table) < 3:
                return table
            return np.asarray(table)[place]

        for place in zip(*np.nonzero(filled)):
            i, j, k = (int(v) for v in place)
            faces = [[corners[i + a, j + b, k + c] for a, b, c in shape] for (di, dj, dk), shape in sides
                     if not padded[i + 1 + di, j + 1 + dj, k + 1 + dk]]
            if not faces:
                continue
            colour = base if base is not None else to_rgba_array(pick(face, (i, j, k)))[0]
            table = np.array([colour] * len(faces))
            one = Poly3DCollection(np.array(faces), facecolors=shaded(np.array(faces), table) if shade else table,
                                   edgecolors=pick(edge, (i, j, k)), linewidths=1.0)
            one._update(kwargs)
            made[place] = self._add(one)
        self._see3d(corners.reshape(-1, 3))
        return made

    def quiver(self, X, Y, Z, U, V, W, *, length=1, arrow_length_ratio=0.3, pivot='tail', normalize=False,
               axlim_clip=False, **kwargs):
        """Arrows in space."""
        parts = np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in (X, Y, Z, U, V, W)))
        start = np.stack([p.ravel() for p in parts[:3]], -1)
        way = np.stack([p.ravel() for p in parts[3:]], -1)
        size = np.linalg.norm(way, axis=1, keepdims=True)
        if normalize:
            way = way / np.where(size == 0, 1, size)
        way = way * length
        start = start - way * {'tail': 0, 'middle': 0.5, 'tip': 1}[pivot]
        end = start + way
        lines = []
        for a, b, w in zip(start, end, way):
            side = np.cross(w, [0, 0, 1.0]) if abs(w[2]) < np.linalg.norm(w) * 0.99 else np.cross(w, [0, 1.0, 0])
            norm = np.linalg.norm(side)
            side = side / norm * np.linalg.norm(w) if norm else side
            back = b - w * arrow_length_ratio * np.cos(np.radians(15))
            aside = side * arrow_length_ratio * np.sin(np.radians(15))
            lines += [np.stack([a, b]), np.stack([back + aside, b, back - aside])]
        colour = kwargs.pop('color', kwargs.pop('colors', None))
        made = Line3DCollection(lines, colors='C0' if colour is None else colour,
                                linewidths=kwargs.pop('linewidth', kwargs.pop('linewidths', 1.5)), **kwargs)
        self._add(made)
        self._see3d(np.concatenate([start, end]))
        return made

    def text(self, x, y, z, s, zdir=None, **kwargs):
        """Write at a place in space."""
        return self._add(Text3D(x, y, z, s, zdir, **{'clip_on': False, **kwargs}))

    text3D = text

    def text2D(self, x, y, s, fontdict=None, **kwargs):
        return Axes.text(self, x, y, s, fontdict, **{'transform': self.transAxes, **kwargs})

    def add_collection3d(self, col, zs=0, zdir='z', autolim=True, axlim_clip=False):
        self._add(col)
        if autolim and hasattr(col, '_points'):
            self._see3d(col._points())
        return col

    def add_collection(self, collection, autolim=True):
        return self.add_collection3d(collection, autolim=autolim)

    # Drawing

    def draw(self, renderer):
        if not self._visible:
            return
        self._place_titles(renderer.dpi)
        projection = self._projection()
        renderer.clip(None)
        if self.axison:
            if self.patch._visible and self._frameon:
                self._draw_background(renderer)
            frame = _frame.Frame(self, projection)
            frame.draw_panes(renderer)
            if self._grid3d:
                frame.draw_grid(renderer)
            frame.draw_axes(renderer)
        deep = [c for c in self._children if hasattr(c, '_depth')]
        flat = [c for c in self._children if not hasattr(c, '_depth')]
        for artist in sorted(deep, key=lambda c: -c._depth(projection)):
            artist.draw(renderer)
        for artist in [*flat, *self._titles.values()]:
            artist.draw(renderer)
        if self.legend_ is not None:
            self.legend_.draw(renderer)
        renderer.clip(None)

    def _tight_extent(self, for_layout=False):
        x, y, w, h = self._pixel_box()
        self._place_titles(self.figure._drawing_dpi)
        boxes = [(x, y, x + w, y + h)] + [b for b in (t._pixel_extent() for t in self._titles.values()) if b]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))

    def _place_titles(self, dpi):
        x, y, w, h = self._pixel_box()
        for place, title in self._titles.items():
            title._pixel_at = (x + w * title._x, y + h * title._y + title._pad * dpi / 72)


def shaded(polygons, table):
    """Colours by how much the polygons face the light."""
    light = np.array([-2 / 3, -2 / 3, 1 / 3])
    corners = np.asarray(polygons, dtype=float)
    one, two = corners[:, 0] - corners[:, 1], corners[:, 1] - corners[:, 2]
    normals = np.cross(one, two)
    size = np.linalg.norm(normals, axis=1)
    amount = (normals @ light) / np.where(size == 0, 1, size)
    result = np.array(table, dtype=float)
    result[:, :3] *= (0.65 + 0.35 * amount)[:, None]
    return np.clip(result, 0, 1)
