"""Boxes, cakes, violins and tables."""

import math

import numpy as np
from matplotlib.container import PieContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Shadow, Wedge


def _columns(x):
    if isinstance(x, np.ndarray):
        return [x.ravel()] if x.ndim == 1 else [x[:, i] for i in range(x.shape[1])]
    x = list(x)
    if x and np.iterable(x[0]):
        return [np.asarray(one, dtype=float).ravel() for one in x]
    return [np.asarray(x, dtype=float)]


def _known(function, given, names):
    """TypeError where there is an argument that the function does not know."""
    for name in given:
        if name not in names:
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")


def _notched(q1, median, q3, count, left, right):
    """The corners of a box that is narrower at its median, as far as the median is uncertain."""
    reach = 1.57 * (q3 - q1) / math.sqrt(count)
    a, b = (left * 3 + right) / 4, (left + right * 3) / 4
    return ([left, right, right, b, right, right, left, left, a, left, left],
            [q1, q1, median - reach, median, median + reach, q3, q3, median + reach, median, median - reach, q1])


class StatisticPlots:
    """Summaries of data."""

    def boxplot(self, x, notch=None, sym=None, vert=None, orientation='vertical', whis=1.5, positions=None,
                widths=None, patch_artist=False, meanline=False, showmeans=False, showcaps=True, showbox=True,
                showfliers=True, boxprops=None, tick_labels=None, labels=None, flierprops=None, medianprops=None,
                meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, zorder=None, **kwargs):
        """Boxes from quartile to quartile, with whiskers."""
        _known('boxplot', kwargs, ('bootstrap', 'usermedians', 'conf_intervals', 'autorange', 'label', 'capwidths', 'data'))
        data = _columns(x)
        upright = vert if vert is not None else orientation == 'vertical'
        positions = list(range(1, len(data) + 1)) if positions is None else list(positions)
        span = max(positions) - min(positions) if positions else 0
        width = np.clip(0.15 * span, 0.15, 0.5)
        widths = [width] * len(data) if widths is None else list(np.broadcast_to(widths, (len(data),)))
        labels = tick_labels if tick_labels is not None else labels
        made = {key: [] for key in ('whiskers', 'caps', 'boxes', 'medians', 'fliers', 'means')}

        def line(kind, xs, ys, props, **options):
            if not upright:
                xs, ys = ys, xs
            one = self._add(Line2D([], [], **{'color': 'black', 'linewidth': 1.0, **options, **(props or {})}))
            one.set_data(xs, ys)
            one._label = '_nolegend_'
            if zorder is not None:
                one.zorder = zorder
            self._see(one._x, one._y)
            made[kind].append(one)

        for values, at, width in zip(data, positions, widths):
            values = values[np.isfinite(values)]
            if not len(values):
                continue
            q1, median, q3 = np.percentile(values, [25, 50, 75]).tolist()
            low, high = self._whiskers(values, q1, q3, whis)
            left, right, cap = at - width / 2, at + width / 2, width / 4
            if showbox:
                corners = _notched(q1, median, q3, len(values), left, right) if notch else (
                    [left, right, right, left, left], [q1, q1, q3, q3, q1])
                if patch_artist:
                    points = np.column_stack(corners if upright else corners[::-1])
                    shape = Polygon(points, **{'facecolor': 'C0', 'edgecolor': 'black', 'linewidth': 1.0,
                                               **(boxprops or {})})
                    self._add(shape)
                    self._see(points[:, 0], points[:, 1])
                    made['boxes'].append(shape)
                else:
                    line('boxes', *corners, boxprops)
            line('whiskers', [at, at], [q1, low], whiskerprops)
            line('whiskers', [at, at], [q3, high], whiskerprops)
            if showcaps:
                line('caps', [at - cap, at + cap], [low, low], capprops)
                line('caps', [at - cap, at + cap], [high, high], capprops)
            inset = width / 4 if notch else 0
            line('medians', [left + inset, right - inset], [median, median], medianprops, color='C1')
            if showmeans:
                mean = float(values.mean())
                if meanline:
                    line('means', [left, right], [mean, mean], meanprops, color='C2', linestyle='--')
                else:
                    line('means', [at], [mean], meanprops, color='C2', linestyle='None', marker='^')
            if showfliers and sym != '':
                out = values[(values < low) | (values > high)]
                line('fliers', np.full(len(out), float(at)), out, flierprops, linestyle='None', marker='o',
                     markerfacecolor='none', markeredgecolor='black')
        if manage_ticks:
            axis = self.xaxis if upright else self.yaxis
            axis.add_data([min(positions) - 0.5, max(positions) + 0.5])
            self._sticky['x' if upright else 'y'] += [min(positions) - 0.5, max(positions) + 0.5]
            axis.set_ticks(positions, [str(p) for p in positions] if labels is None else list(labels))
            axis.view.stale = True
        return made

    @staticmethod
    def _whiskers(values, q1, q3, whis):
        if np.iterable(whis):
            low, high = np.percentile(values, whis)
        else:
            low, high = q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)
        above, below = values[values >= low], values[values <= high]
        low = float(above.min()) if len(above) and above.min() <= q1 else q1
        high = float(below.max()) if len(below) and below.max() >= q3 else q3
        return low, high

    def violinplot(self, dataset, positions=None, vert=None, orientation='vertical', widths=0.5, showmeans=False,
                   showextrema=True, showmedians=False, quantiles=None, points=100, bw_method=None, side='both',
                   **kwargs):
        """The densities of data, mirrored."""
        _known('violinplot', kwargs, ('facecolor', 'linecolor', 'data'))
        upright = vert if vert is not None else orientation == 'vertical'
        data = _columns(dataset)
        positions = list(range(1, len(data) + 1)) if positions is None else list(positions)
        bodies, made = [], {}
        wide = np.broadcast_to(np.asarray(widths, dtype=float), len(data))
        for values, at, widths in zip(data, positions, wide.tolist()):
            grid = np.linspace(values.min(), values.max(), points)
            width = len(values) ** -0.2 * values.std(ddof=1)
            density = np.exp(-0.5 * ((grid[:, None] - values[None, :]) / width) ** 2).sum(1)
            half = density / density.max() * widths / 2
            draw = self.fill_betweenx if upright else self.fill_between
            body = draw(grid, at - half, at + half, facecolor='C0', alpha=0.3)
            bodies.append(body)
        ends = np.array(positions, dtype=float) - wide / 4, np.array(positions, dtype=float) + wide / 4
        across, along = (self.hlines, self.vlines) if upright else (self.vlines, self.hlines)
        low, high = [v.min() for v in data], [v.max() for v in data]
        for name, values, on in (('cmeans', [v.mean() for v in data], showmeans), ('cmaxes', high, showextrema),
                                 ('cmins', low, showextrema), ('cmedians', [np.median(v) for v in data], showmedians)):
            if on:
                made[name] = across(values, *ends, colors='C0')
            if name == 'cmins' and on:
                made['cbars'] = along(positions, low, high, colors='C0')
        if quantiles is not None:
            found = quantiles if np.iterable(quantiles[0] if len(quantiles) else quantiles) else [quantiles]
            if len(found) != len(data):
                raise ValueError('List of violinplot statistics and quantiles values must have the same length')
            values = [float(np.quantile(v, q)) for v, own in zip(data, found) for q in np.ravel(own)]
            places = [i for i, own in enumerate(found) for _ in np.ravel(own)]
            made['cquantiles'] = across(values, ends[0][places], ends[1][places], colors='C0')
        return {'bodies': bodies, **made}

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False,
            labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None,
            center=(0, 0), frame=False, rotatelabels=False, *, normalize=True, hatch=None, data=None):
        """A cake of parts."""
        x = np.asarray(x, dtype=float).ravel()
        if (x < 0).any():
            raise ValueError("Wedge sizes 'x' must be non negative values")
        if not np.isfinite(x).all():
            raise ValueError('Wedge sizes must be finite numbers')
        total = x.sum()
        if total == 0:
            raise ValueError('All wedge sizes are zero')
        parts = x / total if normalize else x
        if not normalize and total > 1:
            raise ValueError('Cannot plot an unnormalized pie with sum(x) > 1')
        if labels is not None and len(labels) != len(x):
            raise ValueError("'labels' must be of length 'x', not " + str(len(labels)))
        explode = [0] * len(x) if explode is None else explode
        if len(explode) != len(x):
            raise ValueError(f"'explode' must be of length 'x', not {len(explode)}")
        angle = startangle / 360
        wedges, texts, numbers = [], [], []
        cx, cy = center
        for i, part in enumerate(parts.tolist()):
            end = angle + part if counterclock else angle - part
            middle = 2 * math.pi * (angle + end) / 2
            px, py = cx + explode[i] * math.cos(middle), cy + explode[i] * math.sin(middle)
            colour = colors[i % len(colors)] if colors is not None else self._next_colour(False)
            wedge = Wedge((px, py), radius, 360 * min(angle, end), 360 * max(angle, end), facecolor=colour,
                          edgecolor='none', **{'linewidth': 1.0, **{k: v for k, v in (wedgeprops or {}).items()
                                                                     if k not in ('edgecolor', 'ec', 'linewidth')}})
            for key in ('edgecolor', 'ec', 'linewidth'):
                if wedgeprops and key in wedgeprops:
                    wedge._update({key: wedgeprops[key]})
            wedge._label = labels[i] if labels is not None else '_nolegend_'
            wedge._clip_on = frame
            wedges.append(self.add_patch(wedge))
            if shadow:
                options = {'ox': -0.02, 'oy': -0.02, 'label': '_nolegend_',
                           **(shadow if isinstance(shadow, dict) else {})}
                dark = Shadow(wedge, **options)
                dark._clip_on = frame
                self._add(dark)
            if labeldistance is not None:
                text = '' if labels is None else labels[i]
                tx = px + labeldistance * radius * math.cos(middle)
                ty = py + labeldistance * radius * math.sin(middle)
                texts.append(self.text(tx, ty, text, **{'clip_on': False, 'horizontalalignment':
                                                        'left' if tx > 0 else 'right', 'verticalalignment': 'center',
                                                        **(textprops or {})}))
            if autopct is not None:
                share = 100.0 * part
                text = autopct(share) if callable(autopct) else autopct % share
                numbers.append(self.text(px + pctdistance * radius * math.cos(middle),
                                         py + pctdistance * radius * math.sin(middle), text,
                                         **{'clip_on': False, 'horizontalalignment': 'center',
                                            'verticalalignment': 'center', **(textprops or {})}))
            angle = end
        if not frame:
            self.set_frame_on(False)
            self.set_xlim(-1.25 + cx, 1.25 + cx)
            self.set_ylim(-1.25 + cy, 1.25 + cy)
            self.set_xticks([])
            self.set_yticks([])
        self.set_aspect('equal')
        self._has_data = True
        return PieContainer((wedges, texts) if autopct is None else (wedges, texts, numbers), x, normalize)

    def table(self, *args, **kwargs):
        """Texts in rows and columns."""
        from matplotlib.table import table
        return table(self, *args, **kwargs)

    def triplot(self, x, y=None, triangles=None, *args, **kwargs):
        if hasattr(x, 'triangles'):
            args = tuple(a for a in (y, triangles, *args) if a is not None)
            x, y, triangles = x.x, x.y, x.triangles
        """The sides of triangles."""
        from matplotlib.tri import triangulate
        triangles = triangulate(x, y) if triangles is None else np.asarray(triangles)
        loops = triangles[:, [0, 1, 2, 0]]
        gaps = np.full((len(loops), 1), np.nan)
        xs = np.hstack([np.asarray(x, dtype=float)[loops], gaps]).ravel()
        ys = np.hstack([np.asarray(y, dtype=float)[loops], gaps]).ravel()
        return self.plot(xs, ys, *args, **kwargs)

    def tripcolor(self, x, y, c, triangles=None, cmap=None, norm=None, vmin=None, vmax=None, **kwargs):
        """Coloured triangles."""
        from matplotlib.collections import PolyCollection
        from matplotlib.tri import triangulate
        x, y, c = (np.asarray(v, dtype=float) for v in (x, y, c))
        triangles = triangulate(x, y) if triangles is None else np.asarray(triangles)
        values = c[triangles].mean(1) if len(c) == len(x) else c
        made = PolyCollection(np.stack([x[triangles], y[triangles]], -1), cmap=cmap, norm=norm, edgecolors='none')
        made.set_array(values)
        made.set_clim(vmin, vmax)
        made.autoscale_None()
        self.figure._note_mappable(self, self.add_collection(made))
        self._see(x, y)
        return made
