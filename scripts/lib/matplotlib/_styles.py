"""The words for boxes around texts, arrows and ways between places, with their options."""


class _Style(str):
    """A style as the text that drawing reads: `name,option=value`."""
    __module__ = 'matplotlib.patches'
    _KNOWN = ()

    def __new__(cls, stylename=None, /, **kwargs):
        text = str(stylename)
        name = text.split(',')[0].strip()
        if name.lower() not in cls._KNOWN:
            raise ValueError(f'Unknown style: {name!r}')
        options = ''.join(f',{key}={value}' for key, value in kwargs.items() if value is not None)
        rest = text[len(text.split(',')[0]):].replace(' ', '')
        return str.__new__(cls, name.lower() + rest + options)

    @classmethod
    def get_styles(cls):
        return {name: cls for name in cls._KNOWN}


def _of(cls, name):
    def make(*args, **kwargs):
        if args:
            kwargs['pad' if cls is BoxStyle else 'rad'] = args[0]
        return cls(name, **kwargs)
    return make


class BoxStyle(_Style):
    """How a box around a text looks."""
    __module__ = 'matplotlib.patches'
    _KNOWN = ('square', 'circle', 'ellipse', 'larrow', 'rarrow', 'darrow', 'round', 'round4', 'sawtooth', 'roundtooth')


class ArrowStyle(_Style):
    """How an arrow looks."""
    __module__ = 'matplotlib.patches'
    _KNOWN = ('-', '<-', '->', '<->', '<|-', '-|>', '<|-|>', ']-', '-[', ']-[', '|-|', ']->', '<-[', 'simple', 'fancy',
              'wedge')


class ConnectionStyle(_Style):
    """The way of an arrow."""
    __module__ = 'matplotlib.patches'
    _KNOWN = ('arc3', 'angle3', 'angle', 'arc', 'bar')


for _cls, _names in ((BoxStyle, {name.capitalize().replace('arrow', 'Arrow'): name for name in BoxStyle._KNOWN}),
                     (ArrowStyle, {'Simple': 'simple', 'Fancy': 'fancy', 'Wedge': 'wedge', 'Curve': '-', 'CurveA': '<-',
                                   'CurveB': '->', 'CurveAB': '<->', 'CurveFilledA': '<|-', 'CurveFilledB': '-|>',
                                   'CurveFilledAB': '<|-|>', 'BracketA': ']-', 'BracketB': '-[', 'BracketAB': ']-[',
                                   'BarAB': '|-|'}),
                     (ConnectionStyle, {name.capitalize(): name for name in ConnectionStyle._KNOWN})):
    for _public, _name in _names.items():
        setattr(_cls, _public, staticmethod(_of(_cls, _name)))
