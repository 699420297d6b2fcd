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


class BasicInterpolation(Interpolation):
    """`%(name)s` stands for another value of the section, `%%` for a percent sign."""

    _KEYCRE = re.compile(r'%\(([^)]+)\)s')

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._put(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        left = self._KEYCRE.sub('', value.replace('%%', ''))
        if '%' in left:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, left.find('%')))
        return value

    def _put(self, parser, option, parts, rest, section, map, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            before, sign, rest = rest.partition('%')
            parts.append(before)
            if not sign:
                return
            if rest.startswith('%'):
                parts.append('%')
                rest = rest[1:]
            elif rest.startswith('('):
                found = self._KEYCRE.match('%' + rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section,
                                                   'bad interpolation variable reference %r' % ('%' + rest))
                name = parser.optionxform(found.group(1))
                rest = rest[found.end() - 1:]
                try:
                    value = map[name]
                except KeyError:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                if '%' in value:
                    self._put(parser, option, parts, value, section, map, depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section,
                                               "'%%' must be followed by '%%' or '(', found: %r" % ('%' + rest,))


class ExtendedInterpolation(Interpolation):
    """`${name}` and `${section:name}` stand for other values, `$$` for a dollar sign."""

    _KEYCRE = re.compile(r'\$\{([^}]+)\}')

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._put(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        left = self._KEYCRE.sub('', value.replace('$$', ''))
        if '$' in left:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, left.find('$')))
        return value

    def _put(self, parser, option, parts, rest, section, map, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            before, sign, rest = rest.partition('$')
            parts.append(before)
            if not sign:
                return
            if rest.startswith('$'):
                parts.append('$')
                rest = rest[1:]
            elif rest.startswith('{'):
                found = self._KEYCRE.match('$' + rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section,
                                                   'bad interpolation variable reference %r' % ('$' + rest))
                path = found.group(1).split(':')
                rest = rest[found.end() - 1:]
                where, name = section, option
                try:
                    if len(path) == 1:
                        name = parser.optionxform(path[0])
                        value = map[name]
                    elif len(path) == 2:
                        where = path[0]
                        name = parser.optionxform(path[1])
                        value = parser.get(where, name, raw=True)
                    else:
                        raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % ('$' + rest,))
                except (KeyError, NoSectionError, NoOptionError):
                    raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
                if '$' in value:
                    self._put(parser, name, parts, value, where, dict(parser.items(where, raw=True)), depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section,
                                               "'$' must be followed by '$' or '{', found: %r" % ('$' + rest,))
