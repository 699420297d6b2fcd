"""Pictures of fields: images, meshes and contours."""

import numpy as np
from matplotlib import rcParams
from matplotlib._checks import check_in
from matplotlib.axes._marks import _no_two_norms
from matplotlib.cm import get_cmap
from matplotlib.collections import PolyQuadMesh, QuadMesh
from matplotlib.image import AxesImage


class FieldPlots:
    """Numbers over a plane."""

    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
               colorizer=None, origin=None, extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0,
               resample=None, url=None, data=None, **kwargs):
        """Show an array as an image."""
        _no_two_norms(norm, vmin, vmax)
        image = AxesImage(self, cmap=get_cmap(cmap), norm=norm, interpolation=interpolation, origin=origin,
                          extent=extent, interpolation_stage=interpolation_stage)
        if aspect is None:
            aspect = rcParams['image.aspect']
        if kwargs.get('transform') is None:
            self.set_aspect(aspect)
        image._alpha = alpha
        image.set_data(X)
        image.set_clim(vmin, vmax)
        if image.get_array().ndim == 2:
            image.autoscale_None()
        image._update(kwargs)
        self.add_image(image)
        x0, x1, y0, y1 = image.get_extent()
        if not np.isfinite((x0, x1, y0, y1)).all():
            raise ValueError('Axis limits cannot be NaN or Inf')
        self._has_data = True
        self._sticky['x'] += [x0, x1]
        self._sticky['y'] += [y0, y1]
        self.xaxis.add_data([x0, x1])
        self.yaxis.add_data([y0, y1])
        if self.xaxis.view.auto:
            self.xaxis.view.low, self.xaxis.view.high = x0, x1
            self.xaxis.view.stale = False
        if self.yaxis.view.auto:
            self.yaxis.view.low, self.yaxis.view.high = y0, y1
            self.yaxis.view.stale = False
        self._current_image = image
        self.figure._note_mappable(self, image)
        return image

    def matshow(self, Z, **kwargs):
        """Show a matrix, its rows and columns numbered."""
        from matplotlib.ticker import MaxNLocator
        Z = np.asarray(Z)
        image = self.imshow(Z, **{'origin': 'upper', 'interpolation': 'nearest', 'aspect': 'equal', **kwargs})
        self.xaxis.tick_top()
        self.xaxis.set_tick_params(which='both', bottom=True, top=True)
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 5, 10], integer=True))
        return image

    def spy(self, Z, precision=0, marker=None, markersize=None, aspect='equal', origin='upper', **kwargs):
        """Show where a matrix is not zero."""
        Z = np.asarray(Z.toarray() if hasattr(Z, 'toarray') else Z)
        nonzero = np.abs(Z) > precision
        if marker is None and markersize is None:
            from matplotlib.colors import ListedColormap
            made = self.imshow(nonzero.astype(float), interpolation='nearest', aspect=aspect, origin=origin, vmin=0,
                               vmax=1, cmap=kwargs.pop('cmap', ListedColormap(['w', 'k'], name='binary')), **kwargs)
        else:
            rows, columns = np.nonzero(nonzero)
            made = self.plot(columns, rows, linestyle='None', marker=marker or 's', markersize=markersize or 10)[0]
            self.set_xlim(-0.5, Z.shape[1] - 0.5)
            self.set_ylim(Z.shape[0] - 0.5, -0.5)
            self.set_aspect(aspect)
        self.xaxis.tick_top()
        self.xaxis.set_tick_params(which='both', bottom=True, top=True)
        from matplotlib.ticker import MaxNLocator
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 5, 10], integer=True))
        return made

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None, shading=None,
                   antialiased=False, data=None, **kwargs):
        """Coloured cells of a grid."""
        kind = kwargs.pop('_kind', QuadMesh)
        _no_two_norms(norm, vmin, vmax)
        shading = rcParams['pcolor.shading'] if shading is None else shading
        check_in('shading', shading, ('gouraud', 'nearest', 'flat', 'auto'))
        X, Y, C = self._mesh(args, shading)
        kwargs.setdefault('edgecolors', kwargs.pop('edgecolor', 'none'))
        kwargs.setdefault('linewidths', kwargs.pop('lw', kwargs.pop('linewidth', 0.25)))
        mesh = kind(np.stack([X, Y], axis=-1), shading=shading, antialiased=antialiased, cmap=get_cmap(cmap), norm=norm,
                        alpha=alpha, **kwargs)
        mesh.set_array(C)
        mesh.set_clim(vmin, vmax)
        mesh.autoscale_None()
        self._add(mesh)
        self._sticky['x'] += [float(X.min()), float(X.max())]
        self._sticky['y'] += [float(Y.min()), float(Y.max())]
        self._see(X, Y)
        self._current_image = mesh
        self.figure._note_mappable(self, mesh)
        return mesh

    def pcolor(self, *args, **kwargs):
        """Coloured cells of a grid."""
        return self.pcolormesh(*args, _kind=PolyQuadMesh, **kwargs)

    def pcolorfast(self, *args, **kwargs):
        return self.pcolormesh(*args, **kwargs)

    @staticmethod
    def _mesh(args, shading):
        if len(args) == 1:
            C = _masked(args[0])
            rows, columns = C.shape
            X, Y = np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0))
            if shading == 'nearest':
                X, Y = np.meshgrid(np.arange(-0.5, columns), np.arange(-0.5, rows))
            elif shading == 'gouraud':
                X, Y = np.meshgrid(np.arange(columns + 0.0), np.arange(rows + 0.0))
            return X, Y, C
        if len(args) != 3:
            raise TypeError(f'Illegal arguments to pcolormesh; see help(pcolormesh)')
        X, Y, C = (_masked(a) for a in args)
        if not (np.isfinite(X).all() and np.isfinite(Y).all()):
            raise ValueError('x and y arguments to pcolormesh cannot have non-finite values or be of type '
                             'numpy.ma.MaskedArray with masked values')
        rows, columns = C.shape[:2]
        if shading == 'gouraud':
            X, Y = np.meshgrid(X, Y) if X.ndim == 1 else (X, Y)
            if X.shape != C.shape:
                raise TypeError(f'Dimensions of C {C.shape} should be the same as X({X.shape[1]}) and Y({X.shape[0]}) while '
                                "using shading='gouraud' see help(pcolormesh)")
            return X, Y, C
        if X.ndim == 1:
            X, Y = np.meshgrid(X, Y)
        if X.shape == (rows, columns) and shading in ('auto', 'nearest', 'gouraud'):
            X, Y = _edges(_edges(X, 1), 0), _edges(_edges(Y, 1), 0)
        elif X.shape == (rows, columns) and shading == 'flat':
            raise TypeError(f'Dimensions of C {C.shape} should be one smaller than X({columns}) and Y({rows}) while '
                            "using shading='flat' see help(pcolormesh)")
        if X.shape != (rows + 1, columns + 1):
            if shading == 'flat' or X.shape[1] == columns + 1 or X.shape[0] == rows + 1 or shading == 'auto':
                raise TypeError(f'Dimensions of C {C.shape} should be one smaller than X({X.shape[1]}) and Y({X.shape[0]}) '
                                "while using shading='flat' see help(pcolormesh)")
            raise TypeError(f'Dimensions of C {C.shape} are incompatible with X ({X.shape[-1]}) and/or Y '
                            f'({Y.shape[0]}); see help(pcolormesh)')
        return X, Y, C

    def contour(self, *args, data=None, **kwargs):
        """Lines along which a field has some values."""
        return self._contours(args, False, kwargs)

    def contourf(self, *args, data=None, **kwargs):
        """Areas in which a field is between some values."""
        return self._contours(args, True, kwargs)

    def _contours(self, args, filled, kwargs):
        from matplotlib.contour import QuadContourSet
        made = QuadContourSet(self, args, filled, **kwargs)
        self._name(made)
        self._add(made)
        x0, x1, y0, y1 = made._extent
        self._sticky['x'] += [x0, x1]
        self._sticky['y'] += [y0, y1]
        self._see(np.array([x0, x1]), np.array([y0, y1]))
        self._current_image = made
        self.figure._note_mappable(self, made)
        return made

    def tricontour(self, *args, **kwargs):
        """`contour` over triangles."""
        return self._triangles(args, False, kwargs)

    def tricontourf(self, *args, **kwargs):
        """`contourf` over triangles."""
        return self._triangles(args, True, kwargs)

    def _triangles(self, args, filled, kwargs):
        from matplotlib.tri import grid_of
        X, Y, Z = grid_of(*args[:3])
        return self._contours((X, Y, Z, *args[3:]), filled, kwargs)

    def clabel(self, CS, levels=None, **kwargs):
        """Write the values at contour lines."""
        return CS.clabel(levels, **kwargs)

    def hist2d(self, x, y, bins=10, *, range=None, density=False, weights=None, cmin=None, cmax=None, data=None,
               **kwargs):
        """Count points in the cells of a grid."""
        h, xedges, yedges = np.histogram2d(x, y, bins=bins, range=range, density=density, weights=weights)
        if cmin is not None:
            h[h < cmin] = np.nan
        if cmax is not None:
            h[h > cmax] = np.nan
        mesh = self.pcolormesh(xedges, yedges, h.T, **kwargs)
        self.set_xlim(xedges[0], xedges[-1])
        self.set_ylim(yedges[0], yedges[-1])
        return h, xedges, yedges, mesh


def _masked(values):
    if hasattr(values, 'mask'):
        return values.astype(float).filled(np.nan)
    return np.asarray(values, dtype=float)


def _edges(centres, axis):
    """The borders of cells from their middles along an axis."""
    if centres.shape[axis] < 2:
        step = np.ones_like(centres)
        return np.concatenate([centres - step / 2, centres + step / 2], axis=axis)
    half = np.diff(centres, axis=axis) / 2
    first = centres.take([0], axis=axis) - half.take([0], axis=axis)
    last = centres.take([-1], axis=axis) + half.take([-1], axis=axis)
    inner = centres.take(np.arange(centres.shape[axis] - 1), axis=axis) + half
    return np.concatenate([first, inner, last], axis=axis)
