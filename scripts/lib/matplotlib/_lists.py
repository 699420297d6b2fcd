"""Lists of artists that say what is in them."""


class SilentList(list):
    """A list that prints as a count."""

    def __init__(self, type, seq=None):
        self.type = type
        list.__init__(self, seq or ())

    def __repr__(self):
        if self.type is not None or len(self):
            kind = self.type if self.type is not None else type(self[0]).__name__
            return f"<a list of {len(self)} {kind} objects>"
        return '<an empty list>'


class ArtistList(list):
    """The artists of a kind in a plot, which change by the artists' own `remove`."""

    def __init__(self, name, seq):
        self._name = name
        list.__init__(self, seq)

    def __repr__(self):
        return f'<Axes.ArtistList of {len(self)} {self._name}>'

    def remove(self, artist):
        artist.remove()

    def pop(self, index=-1):
        found = self[index]
        found.remove()
        return found

    def clear(self):
        for artist in list(self):
            artist.remove()

    def __delitem__(self, key):
        for artist in self[key] if isinstance(key, slice) else [self[key]]:
            artist.remove()
