"""Fonts: DejaVu is the one family that is drawn."""

from matplotlib._layout import font_file
from matplotlib._rc import font_size

weight_dict = {'ultralight': 100, 'light': 200, 'normal': 400, 'regular': 400, 'book': 400, 'medium': 500, 'roman': 500,
               'semibold': 600, 'demibold': 600, 'demi': 600, 'bold': 700, 'heavy': 800, 'extra bold': 800, 'black': 900}


class FontProperties:
    """What a text's font is to be."""

    def __init__(self, family=None, style=None, variant=None, weight=None, stretch=None, size=None, fname=None,
                 math_fontfamily=None):
        self._family, self._style, self._weight = family, style, weight
        self._variant, self._stretch, self._file, self._math_fontfamily = variant, stretch, fname, math_fontfamily
        self.set_size(size)

    def get_family(self):
        family = self._family
        return ['sans-serif'] if family is None else [family] if isinstance(family, str) else list(family)

    def get_name(self):
        return 'DejaVu Sans'

    def get_size(self):
        return font_size(self._size)

    get_size_in_points = get_size

    def get_weight(self):
        return self._weight or 'normal'

    def get_style(self):
        return self._style or 'normal'

    get_slant = get_style

    def get_variant(self):
        return self._variant or 'normal'

    def get_stretch(self):
        return self._stretch or 'normal'

    def get_file(self):
        return self._file

    def set_family(self, family):
        self._family = family

    set_name = set_family

    def set_size(self, size):
        self._size = None if size is None else font_size(size)

    def set_weight(self, weight):
        self._weight = weight

    def set_style(self, style):
        self._style = style

    set_slant = set_style

    def set_variant(self, variant):
        self._variant = variant

    def set_stretch(self, stretch):
        self._stretch = stretch

    def set_file(self, file):
        self._file = file

    def copy(self):
        made = FontProperties()
        made.__dict__.update(self.__dict__)
        return made


class FontEntry:
    """A font that is there."""

    def __init__(self, name, style, weight):
        self.name, self.style, self.weight, self.fname = name, style, weight, font_file(name, weight, style)


class FontManager:
    """The fonts that are there."""

    def __init__(self):
        self.ttflist = [FontEntry(name, style, weight) for name in ('DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono')
                        for style in ('normal', 'italic') for weight in (400, 700)]

    def addfont(self, path):
        from matplotlib.artist import warn_once
        warn_once(f'texts are drawn in DejaVu, not in the font of {path}')

    def findfont(self, prop, **kwargs):
        return font_file(*((prop, 'normal', 'normal') if isinstance(prop, str) else
                           (prop.get_family(), prop.get_weight(), prop.get_style())))

    def get_font_names(self):
        return sorted({font.name for font in self.ttflist})


fontManager = FontManager()


def findfont(prop, **kwargs):
    return fontManager.findfont(prop)


def findSystemFonts(fontpaths=None, fontext='ttf'):
    return []


def get_font_names():
    return fontManager.get_font_names()
