"""Artists that belong together."""


class Container(tuple):
    """Some artists with one label."""
    _label = None

    def __repr__(self):
        return f'<{type(self).__name__} object of {len(self)} artists>'

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = s

    def get_children(self):
        return [a for a in self if a is not None]

    def remove(self):
        for artist in self:
            for one in artist if isinstance(artist, (tuple, list)) else [artist]:
                if one is not None:
                    one.remove()


class BarContainer(Container):
    """The bars of one call."""

    def __new__(cls, patches, errorbar=None, *, datavalues=None, orientation=None):
        return tuple.__new__(cls, patches)

    def __init__(self, patches, errorbar=None, *, datavalues=None, orientation=None):
        self.patches, self.errorbar, self.orientation = list(patches), errorbar, orientation


class ErrorbarContainer(Container):
    """A line, caps and bars."""

    def __new__(cls, lines, has_xerr=False, has_yerr=False):
        return tuple.__new__(cls, lines)

    def __init__(self, lines, has_xerr=False, has_yerr=False):
        self.lines, self.has_xerr, self.has_yerr = lines, has_xerr, has_yerr


class PieContainer(Container):
    """The pieces of a cake and their texts."""

    def __new__(cls, parts, values, normalize=True):
        return tuple.__new__(cls, parts)

    def __init__(self, parts, values, normalize=True):
        self.wedges, self.values = parts[0], values
        self.texts = list(parts[1:])
        self.fracs = values / values.sum() if normalize else values

    __repr__ = object.__repr__


class StemContainer(Container):
    """Heads, stems and base line."""

    def __new__(cls, parts):
        return tuple.__new__(cls, parts)

    def __init__(self, parts):
        self.markerline, self.stemlines, self.baseline = parts
