"""What all plots have: artists, titles, spines, drawing."""

import numpy as np
from matplotlib import rcParams
from matplotlib._rc import font_size
from matplotlib.artist import Artist, check_in, check_instance, warn_once
from matplotlib._lists import ArtistList, SilentList
from matplotlib.axis import XAxis, YAxis
from matplotlib._rgba import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.spines import Spine, Spines
from matplotlib.text import Annotation, Text
from matplotlib.transforms import BlendedTransform, BoxTransform, DataTransform, IdentityTransform


class AxesBase(Artist):
    """A plot's frame."""
    name = 'rectilinear'
    _is_twin = False
    # Where a layout put it; None where its grid or its own box counts.
    _placed = None
    # A function that says where it is, and the place in a grid that counts for layouts where it has none.
    _box_maker = _layout_spec = None
    # The colour bar that is on it, and where it belongs.
    _bar = _bar_info = None

    def __init__(self, fig, rect=None, *, facecolor=None, frameon=True, sharex=None, sharey=None, label='',
                 xscale=None, yscale=None, box_aspect=None, subplotspec=None, **kwargs):
        Artist.__init__(self)
        self.figure, self.axes = fig, self
        self._subplotspec = subplotspec
        self._rect = None if rect is None else tuple(float(v) for v in (rect.bounds if hasattr(rect, 'bounds') else rect))
        self._frameon, self._label = frameon, label
        self._axisbelow = rcParams['axes.axisbelow']
        self._aspect, self._adjustable, self._anchor, self._box_aspect = 'auto', 'box', 'C', box_aspect
        self._facecolor = rcParams['axes.facecolor'] if facecolor is None else facecolor
        self._sharex, self._sharey = sharex, sharey
        self._identity = IdentityTransform()
        self.transAxes = BoxTransform(self._pixel_box)
        self.transData = DataTransform(self)
        self._twins, self._colorbars, self._locator, self._navigate = [], [], None, True
        self._clip_on = False
        self.clear()
        if xscale is not None:
            self.set_xscale(xscale)
        if yscale is not None:
            self.set_yscale(yscale)
        self._update(kwargs)

    def _make_axis(self):
        self.xaxis = XAxis(self, self._sharex.xaxis.view if self._sharex is not None else None)
        self.yaxis = YAxis(self, self._sharey.yaxis.view if self._sharey is not None else None)

    def clear(self):
        """Take everything off the plot."""
        old = [a for a in (self.__dict__.get('xaxis'), self.__dict__.get('yaxis')) if a is not None]
        for axis in old:
            axis.view.members.remove(axis)
        self._make_axis()
        self._children, self.legend_, self.containers, self._child_axes = [], None, [], []
        self._has_data, self.use_sticky_edges = False, True
        self._xmargin, self._ymargin = rcParams['axes.xmargin'], rcParams['axes.ymargin']
        self._line_colours = self._patch_colours = 0
        self._prop_cycle = None
        self._sticky = {'x': [], 'y': []}
        self.spines = Spines((name, Spine(self, name)) for name in ('left', 'right', 'bottom', 'top'))
        self.patch = Rectangle((0, 0), 1, 1, facecolor=self._facecolor, linewidth=0, edgecolor='none')
        self.patch.figure, self.patch._transform = self.figure, self.transAxes
        self._titles = {place: self._make_title(place) for place in ('center', 'left', 'right')}
        self.title = self._titles['center']
        self.axison = True
        self._current_image = None
        if rcParams['xtick.minor.visible']:
            self.xaxis.minorticks_on()
        if rcParams['ytick.minor.visible']:
            self.yaxis.minorticks_on()

    cla = clear

    def _make_title(self, place):
        colour = rcParams['axes.titlecolor']
        made = Text(0, 0, '', fontsize=rcParams['axes.titlesize'], fontweight=rcParams['axes.titleweight'],
                    color=rcParams['text.color'] if colour == 'auto' else colour, horizontalalignment=place)
        made._x, made._y = {'left': 0.0, 'center': 0.5, 'right': 1.0}[place], 1.0
        made.figure, made._transform, made._clip_on = self.figure, self._identity, False
        made._pad = rcParams['axes.titlepad']
        return made

    def __repr__(self):
        fields = [f'label={self._label!r}'] if self._label else []
        titles = {k: t.get_text() for k, t in self._titles.items() if t.get_text()}
        if titles:
            fields.append(f'title={titles}')
        for axis in self._all_axis():
            text = axis.label.get_text()
            if text:
                fields.append(f'{axis.axis_name}label={text!r}')
        return f'<{type(self).__name__}: ' + ', '.join(fields) + '>'

    def __str__(self):
        x, y, w, h = self._given_box()
        return f'{type(self).__name__}({x:g},{y:g};{w:g}x{h:g})'

    def _all_axis(self):
        return [self.xaxis, self.yaxis]

    # Artists

    def _add(self, artist):
        artist.axes, artist.figure = self, self.figure
        self._children.append(artist)
        return artist

    def _name(self, artist):
        """Give an artist without a label one that legends leave out."""
        if not artist._label:
            artist._label = f'_child{len(self._children) - 1}'

    def _remove(self, artist):
        if artist is self:
            self.figure._remove(self)
            return
        for group in (self._children, self._colorbars, self._child_axes):
            if artist in group:
                group.remove(artist)
        if artist is self.legend_:
            self.legend_ = None

    def remove(self):
        self.figure._remove(self)

    def add_artist(self, a):
        check_instance('a', a, Artist)
        return self._add(a)

    def add_line(self, line):
        check_instance('line', line, Line2D)
        self._add(line)
        self._name(line)
        if line._transform is None:
            line.set_data(line._xorig, line._yorig)
            self._see(line._x, line._y, move=False)
        return line

    def add_patch(self, p):
        check_instance('p', p, Patch)
        self._add(p)
        if p._transform is None and not type(p).__name__ == 'FancyArrowPatch':
            path = p._own_path()
            if len(path.vertices):
                points = path.vertices if path.codes is None else path.vertices[path.codes != 79]
                if path.codes is not None and ((path.codes == 3) | (path.codes == 4)).any():
                    points = _extreme_points(path)
                self._see(points[:, 0], points[:, 1], move=False)
        return p

    def add_collection(self, collection, autolim=True):
        from matplotlib.collections import Collection
        check_instance('collection', collection, Collection)
        self._add(collection)
        self._name(collection)
        if autolim and collection._transform is None:
            points = collection.get_offsets() if collection._offsets is not None else (
                np.vstack([p.vertices for p in collection._paths]) if collection._paths else np.zeros((0, 2)))
            if len(points):
                self._see(points[:, 0], points[:, 1])
        return collection

    def add_image(self, image):
        self._add(image)
        self._name(image)
        return image

    def add_table(self, tab):
        return self._add(tab)

    def add_container(self, container):
        return container

    def add_child_axes(self, ax):
        return self._add_child(ax)

    def _see(self, x, y, move=True):
        """Note these data for the limits, which move unless the data only wait for the next call that does."""
        stale = self.xaxis.view.stale, self.yaxis.view.stale
        self._see_data(x, y)
        if not move:
            self.xaxis.view.stale, self.yaxis.view.stale = stale

    def _see_data(self, x, y):
        self._has_data = True
        if x is not None:
            self.xaxis.add_data(x)
        if y is not None:
            self.yaxis.add_data(y)

    def _sticky_edges(self, axis_name):
        return self._sticky[axis_name]

    def _shown(self, axis_name, low, high):
        """The limits that are taken where autoscaling found these."""
        return low, high

    def _kept_ticks(self, axis, places):
        """The ticks that are there, of those that the locator found."""
        return places

    def has_data(self):
        return self._has_data

    def _of(self, *kinds):
        names = set(kinds)
        return [c for c in self._children if any(k.__name__ in names for k in type(c).__mro__)]

    lines = property(lambda self: ArtistList('lines', self._of('Line2D')))
    patches = property(lambda self: ArtistList('patches', self._of('Patch')))
    texts = property(lambda self: ArtistList('texts', self._of('Text')))
    images = property(lambda self: ArtistList('images', self._of('AxesImage')))
    collections = property(lambda self: ArtistList('collections', self._of('Collection', 'ContourSet')))
    artists = property(lambda self: ArtistList('artists', self._of('Legend')))
    tables = property(lambda self: ArtistList('tables', self._of('Table')))

    def get_lines(self):
        return SilentList('Line2D', self.lines)

    def get_images(self):
        return SilentList('AxesImage', self.images)

    def get_children(self):
        return [*self._children, *self.spines.values(), self.xaxis, self.yaxis, *self._titles.values(), self.patch]

    def _next_colour(self, for_lines=True):
        return self._next_properties(for_lines).get('color', 'k')

    def _next_properties(self, for_lines=True):
        """What the cycle says for the next line or shape."""
        if self._prop_cycle is None:
            self._prop_cycle = list(rcParams['axes.prop_cycle'])
        cycle = self._prop_cycle
        name = '_line_colours' if for_lines else '_patch_colours'
        count = getattr(self, name)
        setattr(self, name, count + 1)
        return cycle[count % len(cycle)] if cycle else {}

    def set_prop_cycle(self, *args, **kwargs):
        from cycler import cycler
        if len(args) == 1 and args[0] is None:
            self._prop_cycle = None
        else:
            self._prop_cycle = list(cycler(*args, **kwargs) if kwargs or len(args) > 1 or hasattr(args[0], 'by_key')
                                    else cycler('color', args[0]))
        self._line_colours = self._patch_colours = 0

    # Titles and labels

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        loc = (loc or rcParams['axes.titlelocation']).lower()
        check_in('loc', loc, ('left', 'center', 'right'))
        title = self._titles[loc]
        title.set_text(label)
        if pad is not None:
            title._pad = float(pad)
        if y is not None:
            title._y = y
        title._update({**(fontdict or {}), **kwargs})
        return title

    def get_title(self, loc='center'):
        return self._titles[loc.lower()].get_text()

    def _set_label(self, axis, label, fontdict, labelpad, loc, kwargs):
        if labelpad is not None:
            axis.labelpad = labelpad
        if loc is not None:
            check_in('loc', loc, ('left', 'center', 'right') if axis.axis_name == 'x' else ('bottom', 'center', 'top'))
            axis.label_side = loc
        return axis.set_label_text(label, fontdict, **kwargs)

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label(self.xaxis, xlabel, fontdict, labelpad, loc, kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label(self.yaxis, ylabel, fontdict, labelpad, loc, kwargs)

    def get_xlabel(self):
        return self.xaxis.label.get_text()

    def get_ylabel(self):
        return self.yaxis.label.get_text()

    def text(self, x, y, s, fontdict=None, **kwargs):
        """Write at a place of the data."""
        made = Text(x, y, s, fontdict=fontdict, **{'clip_on': False, **kwargs})
        return self._add(made)

    def annotate(self, text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None,
                 annotation_clip=None, **kwargs):
        """Write, and point somewhere."""
        return self._add(Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, annotation_clip, **kwargs))

    def legend(self, *args, **kwargs):
        """Say what the plot's artists stand for."""
        from matplotlib.legend import Legend, handles_and_labels
        handles, labels = handles_and_labels([self], args, kwargs)
        self.legend_ = Legend(self, handles, labels, **kwargs)
        return self.legend_

    def get_legend(self):
        return self.legend_

    def get_legend_handles_labels(self, legend_handler_map=None):
        from matplotlib.legend import find_handles
        handles = find_handles([self])
        return handles, [h.get_label() for h in handles]

    # Where it is

    def _given_box(self):
        """The box in parts of the figure, before the aspect counts."""
        if self._box_maker is not None:
            return self._box_maker()
        if self._placed is not None:
            return self._placed
        if self._rect is not None:
            return self._rect
        return self._subplotspec._box(self.figure)

    def _pixel_box(self):
        """The plot's box in pixels: left, bottom, width, height."""
        figure = self.figure
        if figure._boxes is None:
            return self._make_box()
        box = figure._boxes.get(id(self))
        if box is None:
            box = figure._boxes[id(self)] = self._make_box()
        return box

    def _make_box(self):
        x, y, w, h = self._given_box()
        W, H = self.figure._pixel_size()
        X, Y = self.figure._origin()
        box = (X + x * W, Y + y * H, w * W, h * H)
        ratio = self._wanted_ratio()
        if self._bar is not None:
            box, ratio = self._bar.inner_box(box), ratio if ratio is None else self._bar.inner_ratio(ratio)
        if ratio is None:
            return box
        return self._shrink(box, ratio)

    def _wanted_ratio(self):
        """Height to width of the box, where an aspect fixes it."""
        if self._box_aspect is not None:
            return self._box_aspect
        if self._aspect == 'auto' or self._adjustable == 'datalim':
            return None
        low, high = self.xaxis._scaled_view()
        down, up = self.yaxis._scaled_view()
        width, height = abs(high - low), abs(up - down)
        return self._aspect * height / width if width else None

    def _shrink(self, box, ratio):
        x, y, w, h = box
        width, height = (h / ratio, h) if w * ratio > h else (w, w * ratio)
        anchor = self._anchor
        if isinstance(anchor, str):
            fx = 0 if 'W' in anchor else 1 if 'E' in anchor else 0.5
            fy = 0 if 'S' in anchor else 1 if 'N' in anchor else 0.5
        else:
            fx, fy = anchor
        return x + (w - width) * fx, y + (h - height) * fy, width, height

    def _clip_box(self):
        x, y, w, h = self._pixel_box()
        return x, y, x + w, y + h

    def _clip_outline(self, path, codes):
        """The path that artists are clipped to."""
        return path, codes

    viewLim = property(lambda self: self._view_box())

    def _view_box(self):
        from matplotlib.transforms import Bbox
        (x0, x1), (y0, y1) = self.get_xlim(), self.get_ylim()
        return Bbox([[x0, y0], [x1, y1]])

    bbox = property(lambda self: self.get_window_extent())

    def get_window_extent(self, renderer=None):
        from matplotlib.transforms import Bbox
        return Bbox.from_bounds(*self._pixel_box())

    def get_position(self, original=False):
        from matplotlib.transforms import Bbox
        if original:
            return Bbox.from_bounds(*self._given_box())
        W, H = self.figure._pixel_size()
        X, Y = self.figure._origin()
        if self._wanted_ratio() is None and type(self)._make_box is AxesBase._make_box:
            return Bbox.from_bounds(*self._given_box())
        x, y, w, h = self._pixel_box()
        return Bbox.from_bounds((x - X) / W, (y - Y) / H, w / W, h / H)

    def set_position(self, pos, which='both'):
        box = tuple(float(v) for v in (pos.bounds if hasattr(pos, 'bounds') else pos))
        if self._subplotspec is None:
            self._rect = box
        else:
            self._placed = box
        self._in_layout = False

    def get_subplotspec(self):
        return self._subplotspec

    def set_subplotspec(self, spec):
        self._subplotspec, self._rect, self._placed = spec, None, None

    def get_gridspec(self):
        return self._subplotspec.get_gridspec() if self._subplotspec is not None else None

    def get_xaxis_transform(self, which='grid'):
        return BlendedTransform(self.transData, self.transAxes)

    def get_yaxis_transform(self, which='grid'):
        return BlendedTransform(self.transAxes, self.transData)

    # Look

    def set_facecolor(self, color):
        self._facecolor = color
        self.patch._facecolor = color

    def get_facecolor(self):
        return to_rgba(self._facecolor)

    def set_axis_off(self):
        self.axison = False

    def set_axis_on(self):
        self.axison = True

    def set_frame_on(self, b):
        self._frameon = bool(b)

    def get_frame_on(self):
        return self._frameon

    def set_axisbelow(self, b):
        self._axisbelow = b

    def grid(self, visible=None, which='major', axis='both', **kwargs):
        """Show or hide lines across the plot."""
        check_in('axis', axis, ('x', 'y', 'both'))
        check_in('which', which, ('major', 'minor', 'both'))
        for name, one in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both'):
                one.grid(visible, which, **kwargs)

    def tick_params(self, axis='both', **kwargs):
        """Change the look of ticks, their labels and the grid."""
        check_in('axis', axis, ('x', 'y', 'both'))
        check_in('which', kwargs.get('which', 'major'), ('major', 'minor', 'both'))
        for name, one in (('x', self.xaxis), ('y', self.yaxis)):
            if axis in (name, 'both'):
                kept = {k: v for k, v in kwargs.items()
                        if k not in (('left', 'right', 'labelleft', 'labelright') if name == 'x' else
                                     ('bottom', 'top', 'labelbottom', 'labeltop'))}
                one.set_tick_params(kept.pop('which', 'major'), kept.pop('reset', False), **kept)

    def minorticks_on(self):
        self.xaxis.minorticks_on()
        self.yaxis.minorticks_on()

    def minorticks_off(self):
        self.xaxis.minorticks_off()
        self.yaxis.minorticks_off()

    def label_outer(self, remove_inner_ticks=False):
        """Keep labels at the figure's outer plots only."""
        spec = self._subplotspec
        if spec is None:
            return
        if not spec.is_last_row():
            self.xaxis.set_tick_params(which='both', labelbottom=False)
            self.xaxis.label.set_text('')
        if not spec.is_first_col():
            self.yaxis.set_tick_params(which='both', labelleft=False)
            self.yaxis.label.set_text('')

    def ticklabel_format(self, *, axis='both', style=None, scilimits=None, useOffset=None, useLocale=None,
                         useMathText=None):
        for name, one in (('x', self.xaxis), ('y', self.yaxis)):
            if axis not in (name, 'both'):
                continue
            formatter = one.get_major_formatter()
            check_in('style', style, ('sci', 'scientific', 'plain', '', None))
            if style in ('sci', 'scientific', 'plain'):
                formatter.set_scientific(style != 'plain')
            if scilimits is not None:
                formatter.set_powerlimits(scilimits)
            if useOffset is not None:
                formatter.set_useOffset(useOffset)
            if useMathText is not None:
                formatter.set_useMathText(useMathText)

    def twinx(self, **kwargs):
        """Another plot at the same place with the same x axis, its y axis to the right."""
        made = self._twin(sharex=self)
        made.yaxis.tick_right()
        made.yaxis.set_label_position('right')
        made.xaxis.set_visible(False)
        return made

    def twiny(self, **kwargs):
        """Another plot at the same place with the same y axis, its x axis on top."""
        made = self._twin(sharey=self)
        made.xaxis.tick_top()
        made.xaxis.set_label_position('top')
        made.yaxis.set_visible(False)
        return made

    def _twin(self, **shared):
        made = type(self)(self.figure, self._rect, subplotspec=self._subplotspec, **shared)
        made._is_twin = True
        made.patch.set_visible(False)
        self.figure._add_axes(made)
        self._twins.append(made)
        return made

    def inset_axes(self, bounds, *, transform=None, zorder=5, **kwargs):
        """A plot within this one, at a box in parts of it."""
        from matplotlib.axes._insets import make_inset
        return make_inset(self, bounds, transform, zorder, kwargs)

    def indicate_inset(self, bounds=None, inset_ax=None, *, transform=None, facecolor='none', edgecolor='0.5', alpha=0.5,
                       zorder=None, **kwargs):
        """A box on this plot, with lines to the plot that shows it larger."""
        from matplotlib.axes._insets import InsetIndicator
        made = InsetIndicator(self, bounds, inset_ax, transform, zorder, {'facecolor': facecolor, 'edgecolor': edgecolor,
                                                                          'alpha': alpha, **kwargs})
        return self._add(made)

    def indicate_inset_zoom(self, inset_ax, **kwargs):
        """A box around what an inner plot shows larger."""
        return self.indicate_inset(None, inset_ax, **kwargs)

    def secondary_xaxis(self, location, functions=None, *, transform=None, **kwargs):
        """Another axis for x, whose numbers are functions of these."""
        from matplotlib.axes._insets import SecondaryAxis
        return self._add_child(SecondaryAxis(self, 'x', location, functions, **kwargs))

    def secondary_yaxis(self, location, functions=None, *, transform=None, **kwargs):
        """Another axis for y, whose numbers are functions of these."""
        from matplotlib.axes._insets import SecondaryAxis
        return self._add_child(SecondaryAxis(self, 'y', location, functions, **kwargs))

    def _add_child(self, ax):
        self._child_axes.append(ax)
        return ax

    child_axes = property(lambda self: list(self._child_axes))

    def set_rasterization_zorder(self, z):
        pass

    def axis_date(self, tz=None):
        pass

    def xaxis_date(self, tz=None):
        self.xaxis.make_dates()

    def yaxis_date(self, tz=None):
        self.yaxis.make_dates()

    def get_xgridlines(self):
        return self.xaxis.get_gridlines()

    def get_ygridlines(self):
        return self.yaxis.get_gridlines()

    def get_xticklines(self, minor=False):
        return self.xaxis.get_ticklines(minor)

    def get_yticklines(self, minor=False):
        return self.yaxis.get_ticklines(minor)

    def get_xmajorticklabels(self):
        return self.xaxis.get_majorticklabels()

    def get_ymajorticklabels(self):
        return self.yaxis.get_majorticklabels()

    def get_xminorticklabels(self):
        return self.xaxis.get_minorticklabels()

    def get_yminorticklabels(self):
        return self.yaxis.get_minorticklabels()

    get_xinverted = property(lambda self: self.xaxis_inverted)
    get_yinverted = property(lambda self: self.yaxis_inverted)

    def set_xinverted(self, inverted):
        self.xaxis.set_inverted(inverted)

    def set_yinverted(self, inverted):
        self.yaxis.set_inverted(inverted)

    def contains_point(self, point):
        return self.patch.contains_point(point)

    def draw_artist(self, a):
        pass

    def format_coord(self, x, y):
        return f'x={x:g} y={y:g}'

    # Drawing

    def _axis_zorder(self):
        below = self._axisbelow
        return 0.5 if below is True else 2.5 if below is False else 1.5

    def _drawn(self):
        """Everything on the plot in the order in which it is drawn."""
        artists = list(self._children)
        if self.axison:
            if self._frameon:
                artists += self.spines.values()
            for axis in (self.xaxis, self.yaxis):
                axis.zorder = self._axis_zorder()
                artists.append(axis)
        artists += self._titles.values()
        artists += self._child_axes
        if self.legend_ is not None:
            artists.append(self.legend_)
        return sorted(artists, key=lambda artist: artist.get_zorder())

    def draw(self, renderer):
        if not self._visible:
            return
        self._before_drawing()
        if self.axison and self._frameon:
            renderer.clip(None)
            self._draw_background(renderer)
        for artist in self._drawn():
            artist.draw(renderer)
        renderer.clip(None)

    def _before_drawing(self):
        self._apply_datalim()
        self._place_titles(self.figure._drawing_dpi)
        for child in self._child_axes:
            child._before_drawing()

    def _draw_background(self, renderer):
        if self.patch._visible:
            self.patch._draw(renderer)

    def _place_titles(self, dpi):
        x, y, w, h = self._pixel_box()
        top = y + h
        if self.axison and any(t._text for t in self._titles.values()):
            for axes in [self, *self._twins, *self._child_axes]:
                params = axes.xaxis.params['major']
                if axes.xaxis._visible and (params['label second'] or axes.xaxis.get_label_position() == 'top'):
                    box = axes.xaxis._pixel_extent()
                    if box:
                        top = max(top, box[3])
        for title in self._titles.values():
            base = top if title._y == 1.0 else y + h * title._y
            title._pixel_at = (x + w * title._x, base + title._pad * dpi / 72)
        self._lift_titles(dpi)

    def _lift_titles(self, dpi):
        """Move titles above what the labels of the y axis leave out, where that stands in their way."""
        offset = self.yaxis.offsetText
        titles = [t for t in self._titles.values() if t._text and t._y == 1.0]
        if not titles or not self.axison or not self.yaxis._visible or not self.yaxis.get_major_formatter().get_offset():
            return
        self.yaxis._pixel_extent()
        box = offset._pixel_extent()
        if not box:
            return
        for title in titles:
            own = title._pixel_extent()
            if own[0] <= box[2] and box[0] <= own[2] and own[1] <= box[3] and box[1] <= own[3]:
                lifted = max(t._pixel_at[1] for t in titles)
                lifted = max(lifted, box[3] + title._pad * dpi / 72)
                for one in titles:
                    one._pixel_at = (one._pixel_at[0], lifted)
                return

    def _tight_extent(self, for_layout=False):
        """The box in pixels around the plot with all its labels; None where nothing is drawn. Layouts make no room for
        long titles and labels."""
        if not self._visible:
            return None
        self._before_drawing()
        x, y, w, h = self._pixel_box()
        boxes = [(x, y, x + w, y + h)]
        parts = []
        for title in self._titles.values():
            box = title._pixel_extent()
            if box:
                boxes.append(_narrowed(box, for_layout))
        if self.axison:
            for axis in (self.xaxis, self.yaxis):
                box = axis._pixel_extent(for_layout) if axis._visible else None
                if box:
                    boxes.append(box)
        parts += [c for c in self._children if not c._clip_on and c._in_layout]
        if self.legend_ is not None:
            parts.append(self.legend_)
        for child in self._child_axes:
            box = child._tight_extent(for_layout) if child._visible and child._in_layout else None
            if box:
                boxes.append(box)
        for part in parts:
            box = part._pixel_extent() if part._visible else None
            if box:
                boxes.append(box)
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))

    def get_tightbbox(self, renderer=None, **kwargs):
        from matplotlib.transforms import Bbox
        return Bbox.from_extents(*self._tight_extent())

    def __getattr__(self, name):
        if name in _SPECTRA:
            from functools import partial
            from matplotlib.axes._spectra import SpectrumPlots
            return partial(getattr(SpectrumPlots, name), self)
        if name[:1] != '_' and name in _KNOWN_BUT_MISSING:
            warn_once(f'Axes.{name} is not drawn')
            return lambda *args, **kwargs: None
        return Artist.__getattr__(self, name)


_KNOWN_BUT_MISSING = {'sankey'}
_SPECTRA = {'psd', 'csd', 'cohere', 'specgram', 'magnitude_spectrum', 'angle_spectrum', 'phase_spectrum', 'acorr', 'xcorr',
            'hexbin', 'ecdf', '_decibels', '_spectrum', '_phases'}


def _narrowed(box, for_layout):
    """The box of a title, as narrow as a pixel where layouts ask."""
    x0, y0, x1, y1 = box
    return ((x0 + x1) / 2 - 0.5, y0, (x0 + x1) / 2 + 0.5, y1) if for_layout else box


def _extreme_points(path):
    """Points of a path with curves, close enough for its limits."""
    points = [path.vertices[0]]
    vertices, codes = path.vertices, path.codes
    i = 0
    t = np.linspace(0, 1, 33)[:, None]
    while i < len(vertices):
        if codes[i] == 4 and i + 2 < len(vertices):
            a, b, c, d = points[-1], vertices[i], vertices[i + 1], vertices[i + 2]
            points += list((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d)
            i += 3
        elif codes[i] == 3 and i + 1 < len(vertices):
            a, b, c = points[-1], vertices[i], vertices[i + 1]
            points += list((1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c)
            i += 2
        else:
            if codes[i] != 79:
                points.append(vertices[i])
            i += 1
    return np.array(points)
