"""Values that speak of other values."""

__name__ = 'configparser'

import re
from configparser._errors import (MAX_INTERPOLATION_DEPTH, InterpolationDepthError, InterpolationMissingOptionError,
                                  InterpolationSyntaxError, NoOptionError, NoSectionError)


class Interpolation:
    """Leaves values as they stand."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Substitution(Interpolation):
    """Values with references after a sign; the sign twice stands for itself."""

    _sign = _bracket = ''
    _across = False  # whether a reference may name another section

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(value or '', parser, section, option, defaults, 1)

    def before_set(self, parser, section, option, value):
        left = self._KEYCRE.sub('', value.replace(self._sign * 2, ''))
        if self._sign in left:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {left.index(self._sign)}')
        return value

    def _filled(self, text, parser, section, option, known, depth):
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def piece(found):
            twice, reference = found.groups()
            if twice:
                return twice
            if not reference:
                raise InterpolationSyntaxError(option, section, self._blame(text[found.start():]))
            path = reference.split(':') if self._across else [reference]
            if len(path) > 2:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {text[found.end():]!r}")
            name = parser.optionxform(path[-1])
            try:
                value = known[name] if len(path) == 1 else parser.get(path[0], name, raw=True)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw,
                                                      reference if self._across else name) from None
            if self._sign not in value:
                return value
            if not self._across:
                return self._filled(value, parser, section, option, known, depth + 1)
            where = section if len(path) == 1 else path[0]
            return self._filled(value, parser, where, name, dict(parser.items(where, raw=True)), depth + 1)

        return self._piece.sub(piece, text)

    def _blame(self, rest):
        if rest.startswith(self._bracket, 1):
            return f'bad interpolation variable reference {rest!r}'
        return f"'{self._sign}' must be followed by '{self._sign}' or '{self._bracket}', found: {rest!r}"


class BasicInterpolation(_Substitution):
    """`%(name)s` stands for another value of the section, `%%` for a percent sign."""

    _sign, _bracket = '%', '('
    _KEYCRE = re.compile(r'%\(([^)]+)\)s')
    _piece = re.compile(r'%(?:(%)|\(([^)]+)\)s)?')


class ExtendedInterpolation(_Substitution):
    """`${name}` and `${section:name}` stand for other values, `$$` for a dollar sign."""

    _sign, _bracket = '$', '{'
    _across = True
    _KEYCRE = re.compile(r'\$\{([^}]+)\}')
    _piece = re.compile(r'\$(?:(\$)|\{([^}]+)\})?')
