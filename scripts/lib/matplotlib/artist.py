"""What is drawn on a figure."""

import sys

from matplotlib._checks import check_in, check_instance
from matplotlib._rgba import to_rgba

_ALIASES = {'c': 'color', 'lw': 'linewidth', 'ls': 'linestyle', 'ec': 'edgecolor', 'fc': 'facecolor',
            'mec': 'markeredgecolor', 'mfc': 'markerfacecolor', 'mew': 'markeredgewidth', 'ms': 'markersize',
            'aa': 'antialiased', 'ds': 'drawstyle', 'size': 'fontsize', 'ha': 'horizontalalignment',
            'va': 'verticalalignment', 'weight': 'fontweight', 'family': 'fontfamily', 'name': 'fontfamily',
            'fontname': 'fontfamily', 'style': 'fontstyle', 'ma': 'multialignment'}
_COLLECTION_ALIASES = {'edgecolors': 'edgecolor', 'facecolors': 'facecolor', 'linewidths': 'linewidth',
                       'linestyles': 'linestyle', 'dashes': 'linestyle', 'antialiaseds': 'antialiased',
                       'colors': 'color'}
_warned = set()


def warn_once(message):
    """Say once that something is left out of pictures."""
    if message not in _warned:
        _warned.add(message)
        print('nn: ' + message, file=sys.stderr)


class Artist:
    """What all artists have. `set_NAME` and `get_NAME` reach the attribute `_NAME`."""
    zorder = 0

    def __init__(self):
        self.axes = self.figure = None
        self._visible, self._alpha, self._label, self._clip_on = True, None, '', True
        self._transform = self._gid = self._picker = self._url = self._rasterized = self._snap = None
        self._animated, self._in_layout, self._agg_filter = False, True, None
        self._clip_path = None
        self._sketch_params = self._path_effects = self._mouseover = None

    def __getattr__(self, name):
        if name[:4] in ('get_', 'set_'):
            full = _ALIASES.get(name[4:])
            if full is not None and full != name[4:]:
                return getattr(self, name[:4] + full)
            own = '_' + name[4:]
            if own in self.__dict__:
                if name[0] == 'g':
                    return lambda: self.__dict__[own]
                return lambda value: self.__dict__.__setitem__(own, value)
            full = _COLLECTION_ALIASES.get(name[4:])
            if full:
                return getattr(self, name[:4] + full)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def _update(self, kwargs):
        """Set properties; AttributeError names one that there is not. What the setters give is listed."""
        results = []
        for key, value in kwargs.items():
            full = _ALIASES.get(key, key)
            try:
                setter = getattr(self, 'set_' + full)
            except AttributeError:
                raise AttributeError(
                    f'{type(self).__name__}.set() got an unexpected keyword argument {key!r}') from None
            results.append(setter(value))
        return results

    def set(self, **kwargs):
        return self._update(kwargs)

    def update(self, props):
        return self._update(props)

    def properties(self):
        return {k[1:]: v for k, v in self.__dict__.items() if k[0] == '_'}

    def get_zorder(self):
        return self.zorder

    def set_alpha(self, alpha):
        if alpha is not None and not hasattr(alpha, '__iter__') or isinstance(alpha, str):
            if isinstance(alpha, str) or not hasattr(alpha, '__float__'):
                raise TypeError(f'alpha must be numeric or None, not {type(alpha)}')
            if not 0 <= alpha <= 1:
                raise ValueError(f'alpha ({alpha}) is outside 0-1 range')
        self._alpha = alpha

    def set_zorder(self, level):
        self.zorder = level

    def set_label(self, s):
        self._label = None if s is None else str(s)

    def set_visible(self, b):
        self._visible = bool(b)

    def set_transform(self, t):
        self._transform = t

    def get_transform(self):
        if self._transform is not None:
            return self._transform
        return self.axes.transData if self.axes is not None else None

    def get_figure(self, root=False):
        return self.figure

    def set_clip_path(self, path, transform=None):
        self._clip_path = (path, transform)

    def get_window_extent(self, renderer=None):
        from matplotlib.transforms import Bbox
        box = self._pixel_extent()
        return Bbox([box[:2], box[2:]]) if box else Bbox([[0, 0], [0, 0]])

    def get_tightbbox(self, renderer=None):
        return self.get_window_extent(renderer)

    def _pixel_extent(self):
        """The box (x0, y0, x1, y1) in pixels that layout has to leave room for; None for none."""
        return None

    def remove(self):
        if self.axes is not None:
            self.axes._remove(self)
        elif self.figure is not None:
            self.figure._remove(self)

    def draw(self, renderer):
        if self._visible:
            self._clip_for(renderer)
            self._draw(renderer)

    def _clip_for(self, renderer):
        path = codes = None
        if self._clip_path is not None and self._clip_path[0] is not None:
            path, codes = self._clip_outline()
        if self.axes is not None and self._clip_on:
            renderer.clip(self.axes._clip_box(), *self.axes._clip_outline(path, codes))
        else:
            renderer.clip(None, path, codes)

    def _clip_outline(self):
        shape, transform = self._clip_path
        if hasattr(shape, '_display_path'):
            return shape._display_path()
        return (transform.transform(shape.vertices) if transform is not None else shape.vertices), shape.codes

    def _draw(self, renderer):
        pass

    def _rgba(self, colour):
        """A colour with this artist's transparency; None for 'none'."""
        if colour is None or isinstance(colour, str) and colour.lower() == 'none':
            return None
        return to_rgba(colour, self._alpha)

    def is_transform_set(self):
        return self._transform is not None

    def stale_callback(self, *args):
        pass

    def add_callback(self, func):
        return 0

    def contains(self, mouseevent):
        return False, {}

    def get_children(self):
        return []

    def findobj(self, match=None, include_self=True):
        """This artist and those in it that are of a class, or for which a function is true."""
        test = (lambda one: True) if match is None else (lambda one: isinstance(one, match)) if isinstance(match, type) \
            else match
        found = [one for child in self.get_children() for one in (
            child.findobj(match) if hasattr(child, 'findobj') else [])]
        return found + [self] if include_self and test(self) else found

    def get_clip_box(self):
        return None

    def set_clip_box(self, clipbox):
        pass

    def set_figure(self, fig):
        self.figure = fig

    def have_units(self):
        return False

    def pchanged(self):
        pass

    def remove_callback(self, oid):
        pass

    def update_from(self, other):
        for name in ('_alpha', '_visible', '_label', '_transform'):
            self.__dict__[name] = other.__dict__.get(name)

    stale = False
    sticky_edges = property(lambda self: _StickyEdges(self))


class _StickyEdges:
    """The edges that margins stop at, as programs see them."""

    def __init__(self, artist):
        axes = artist.axes
        self.x = axes._sticky['x'] if axes is not None else []
        self.y = axes._sticky['y'] if axes is not None else []


def setp(obj, *args, **kwargs):
    """Set properties of one or many artists."""
    objects = list(obj) if hasattr(obj, '__iter__') else [obj]
    if len(args) % 2:
        raise ValueError('The set args must be string, value pairs')
    pairs = dict(zip(args[::2], args[1::2]))
    results = []
    for key, value in {**pairs, **kwargs}.items():
        for one in objects:
            found = one._update({key: value})[0]
            results += found if isinstance(found, (list, tuple)) else [found]
    return results


def getp(obj, property=None):
    return getattr(obj, 'get_' + property)()
