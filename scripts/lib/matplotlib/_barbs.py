"""Barbs of the wind: shafts with flags and strokes for its speed."""

import numpy as np
from matplotlib.collections import Collection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D


class Barbs(Collection):
    """A barb at each place."""
    __module__ = 'matplotlib.quiver'

    def __init__(self, offsets, u, v, values, length, pivot, rounding, steps, sizes, fill_empty, flip, **kwargs):
        Collection.__init__(self, **kwargs)
        self._offsets = offsets
        if values is not None:
            self.set_array(np.asarray(values, dtype=float).ravel())
            self.autoscale_None()
        self._scale = length / 2
        speed = np.hypot(u, v)
        half, full, flag = (steps.get(k, d) for k, d in (('half', 5), ('full', 10), ('flag', 50)))
        if rounding:
            speed = half * np.around(speed / half)
        flags, speed = np.divmod(speed, flag)
        strokes, speed = np.divmod(speed, full)
        flip = np.broadcast_to(flip, speed.shape)
        self._shapes = [_shape(float(a), float(b), int(f), int(s), bool(h >= half), length, pivot, sizes, fill_empty, bool(t))
                        for a, b, f, s, h, t in zip(u, v, flags, strokes, speed, flip)]

    def _draw(self, renderer):
        places = self.get_transform().transform(self._offsets)
        faces, edges, widths = self._faces(), self._edges(), self._widths()
        for i, (place, shape) in enumerate(zip(places, self._shapes)):
            if not np.isfinite(place).all():
                continue
            points = shape * renderer.px(self._scale) + place
            renderer.path(np.vstack([points, points[:1]]), [1] + [2] * (len(points) - 1) + [79],
                          face=tuple(faces[i % len(faces)]) if len(faces) else None,
                          edge=tuple(edges[i % len(edges)]) if len(edges) else None, width=float(widths[i % len(widths)]),
                          join='round', cap='butt', snap=0)


def _shape(u, v, flags, strokes, has_half, length, pivot, sizes, fill_empty, flip):
    """The outline of a barb around its place."""
    space, height = length * sizes.get('spacing', 0.125), length * sizes.get('height', 0.4)
    width, radius = length * sizes.get('width', 0.25), length * sizes.get('emptybarb', 0.15)
    if not (flags or strokes or has_half):
        circle = Path.unit_regular_polygon(20).vertices * radius
        return circle if fill_empty else np.concatenate([circle, circle[::-1]])
    end = {'tip': 0.0, 'middle': -length / 2}[pivot.lower()] if isinstance(pivot, str) else float(pivot)
    height = -height if flip else height
    points, at = [(0.0, end)], length
    for _ in range(flags):
        if at != length:
            at += space / 2
        points += [(0, end + at), (height, end - width / 2 + at), (0, end - width + at)]
        at -= width + space
    for _ in range(strokes):
        points += [(0, end + at), (height, end + at + width / 2), (0, end + at)]
        at -= space
    if has_half:
        if at == length:
            points.append((0, end + at))
            at -= 1.5 * space
        points += [(0, end + at), (height / 2, end + at + width / 4), (0, end + at)]
    return Affine2D().rotate(np.arctan2(v, u) + np.pi / 2).transform(np.array(points))


def draw(axes, args, pivot='tip', length=7, barbcolor=None, flagcolor=None, sizes=None, fill_empty=False,
         barb_increments=None, rounding=True, flip_barb=False, **kwargs):
    """What `barbs` does."""
    if len(args) not in (2, 3, 4, 5):
        raise TypeError(f'barbs() takes from 2 to 5 positional arguments but {len(args)} were given')
    values = args[-1] if len(args) in (3, 5) else None
    u, v = (np.atleast_1d(np.asarray(a, dtype=float)) for a in (args[:2] if len(args) < 4 else args[2:4]))
    if len(args) < 4:
        rows, columns = (1, len(u)) if u.ndim == 1 else u.shape
        x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    else:
        x, y = (np.asarray(a, dtype=float) for a in args[:2])
        if x.ndim == 1 and y.ndim == 1 and len(x) != u.size:
            x, y = np.meshgrid(x, y)
    x, y, u, v = (np.ravel(a).astype(float) for a in (x, y, u, v))
    if not x.size == y.size == u.size == v.size:
        raise ValueError('The arrays of barbs must have the same size')
    kwargs['edgecolors'] = 'face' if barbcolor is None or flagcolor is None else barbcolor
    if flagcolor is not None or barbcolor is not None:
        kwargs['facecolors'] = barbcolor if flagcolor is None else flagcolor
    elif values is None:
        kwargs.setdefault('facecolors', kwargs.pop('color', 'k'))
    kwargs.setdefault('linewidths', kwargs.pop('linewidth', 1))
    made = Barbs(np.column_stack([x, y]), u, v, values, length, pivot, rounding, barb_increments or {}, sizes or {}, fill_empty,
                 flip_barb, **kwargs)
    axes._add(made)
    axes._name(made)
    axes._see(x, y)
    return made
