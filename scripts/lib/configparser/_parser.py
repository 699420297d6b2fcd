"""Parsers of settings, and their sections as mappings."""

__name__ = 'configparser'

import os
import re
from collections import ChainMap
from collections.abc import MutableMapping
from configparser._errors import (DEFAULTSECT, DuplicateOptionError, DuplicateSectionError, NoOptionError,
                                  NoSectionError)
from configparser._interpolation import BasicInterpolation, Interpolation
from configparser._reading import Comments, Reading, any_of

_UNSET = object()


class RawConfigParser(MutableMapping):
    """Sections of names and values, which stand as they are."""

    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(r'\[(?P<header>.+)\]')
    BOOLEAN_STATES = dict.fromkeys(('1', 'yes', 'true', 'on'), True) | dict.fromkeys(('0', 'no', 'false', 'off'), False)

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self.default_section = default_section
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._strict, self._allow_no_value = strict, allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self._delimiters = tuple(delimiters)
        ending = fr'(?P<vi>{any_of(delimiters)})\s*(?P<value>.*)'
        self._optcre = re.compile(fr'(?P<option>.*?)\s*(?:{ending}){"?" if allow_no_value else ""}$')
        self._comments = Comments(tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ()))
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    # Where the options are.

    def _open(self, section):
        """A new section without options."""
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def _options_set(self, section):
        """The options that are set under a section's name, the common ones under none."""
        if not section or section == self.default_section:
            return self._defaults
        return self._section(section)

    def _section(self, section, *common):
        """The options that a section has of its own; for the section of the common ones, `common` if given."""
        if section in self._sections:
            return self._sections[section]
        if common and section == self.default_section:
            return common[0]
        raise NoSectionError(section)

    def defaults(self):
        """The names and values that all sections have."""
        return self._defaults

    def sections(self):
        """The names of the sections."""
        return [*self._sections]

    def add_section(self, section):
        """A new section."""
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        self._open(section)

    def has_section(self, section):
        """Whether there is a section."""
        return section in self._sections

    def options(self, section):
        """The names of a section."""
        names = self._section(section).copy()
        names.update(self._defaults)
        return [*names]

    # Reading.

    def read(self, filenames, encoding=None):
        """Reads files, those that are there; their names."""
        one = isinstance(filenames, (str, bytes, os.PathLike))
        there = []
        for path in [filenames] if one else filenames:
            try:
                with open(path, encoding=encoding) as file:
                    self._read(file, path)
                there.append(os.fspath(path))
            except OSError:
                pass
        return there

    def read_file(self, f, source=None):
        """Reads lines."""
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        """Reads a text."""
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source='<dict>'):
        """Takes sections from a mapping of mappings."""
        met = set()
        for section, options in dictionary.items():
            section = str(section)
            fresh = section not in met
            met.add(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and not fresh:
                    raise
            for name, value in options.items():
                name = self.optionxform(str(name))
                if self._strict and (section, name) in met:
                    raise DuplicateOptionError(section, name, source)
                met.add((section, name))
                self.set(section, name, None if value is None else str(value))

    def _read(self, lines, source):
        reading = Reading(self, source)
        reading.take(lines)
        prepared = self._interpolation.before_read
        for section, options in ((self.default_section, self._defaults), *self._sections.items()):
            for name, value in options.items():
                text = '\n'.join(value).rstrip() if isinstance(value, list) else value
                options[name] = prepared(self, section, name, text)
        reading.finish()

    def _read_defaults(self, defaults):
        self._defaults.update((self.optionxform(name), value) for name, value in defaults.items())

    # Values.

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """A value."""
        try:
            own = self._section(section, {})
            given = {self.optionxform(name): None if value is None else str(value)
                     for name, value in (vars.items() if vars else ())}
            known = ChainMap(given, own, self._defaults)
            name = self.optionxform(option)
            if name not in known:
                raise NoOptionError(name, section)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        value = known[name]
        if value is None or raw:
            return value
        return self._interpolation.before_get(self, section, name, value, known)

    def _get_as(self, convert, section, option, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as an integer."""
        return self._get_as(int, section, option, raw, vars, fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as a float."""
        return self._get_as(float, section, option, raw, vars, fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as a truth value."""
        return self._get_as(self._convert_to_boolean, section, option, raw, vars, fallback, **kwargs)

    def _convert_to_boolean(self, value):
        state = self.BOOLEAN_STATES.get(value.lower())
        if state is None:
            raise ValueError(f'Not a boolean: {value}')
        return state

    def items(self, section=_UNSET, raw=False, vars=None):
        """The names and values of a section, or the names and sections."""
        if section is _UNSET:
            return super().items()
        known = self._defaults.copy()
        known.update(self._section(section, ()))
        names = [*known]
        for name, value in vars.items() if vars else ():
            known[self.optionxform(name)] = value
        if raw:
            return [(name, known[name]) for name in names]
        filled = self._interpolation.before_get
        return [(name, filled(self, section, name, known[name], known)) for name in names]

    def popitem(self):
        """Takes the first section away."""
        if not self._sections:
            raise KeyError
        name = next(iter(self._sections))
        proxy = self[name]
        del self[name]
        return name, proxy

    def optionxform(self, optionstr):
        """How names are kept: in small letters."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether there is a name in a section."""
        name = self.optionxform(option) if not section or section in self else None
        if name is None:
            return False
        return name in self._defaults or name in self._options_set(section)

    def set(self, section, option, value=None):
        """Sets a value."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._options_set(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes all sections to a file."""
        sign = self._delimiters[0]
        if space_around_delimiters:
            sign = f' {sign} '
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), sign)
        for section, options in self._sections.items():
            self._write_section(fp, section, options.items(), sign)

    def _write_section(self, fp, section, items, sign):
        fp.write(f'[{section}]\n')
        for name, value in items:
            value = self._interpolation.before_write(self, section, name, value)
            bare = value is None and self._allow_no_value
            fp.write(f'{name}\n' if bare else name + sign + str(value).replace('\n', '\n\t') + '\n')
        fp.write('\n')

    def remove_option(self, section, option):
        """Takes a name away; whether it was there."""
        options = self._options_set(section)
        name = self.optionxform(option)
        if name not in options:
            return False
        del options[name]
        return True

    def remove_section(self, section):
        """Takes a section away; whether it was there."""
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    # The mapping of sections.

    def __getitem__(self, key):
        if key in self:
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self:
            if value is self[key]:
                return
            self._options_set(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """The same, whose values are texts and may speak of each other."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Sets a value."""
        self._check(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """A new section."""
        self._check(section=section)
        super().add_section(section)

    def _check(self, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError('option values must be strings')

    def _read_defaults(self, defaults):
        keep, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = keep


class SectionProxy(MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for conv in parser.converters:
            self._add(conv)

    def _add(self, conv):
        getter = getattr(self._parser, 'get' + conv)
        self.__dict__['get' + conv] = lambda option, fallback=None, *, raw=False, vars=None, **kwargs: getter(
            self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        check = getattr(self._parser, '_check', None)
        if check is not None:
            check(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        """A value."""
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """What makes values of texts, by the names behind `get`."""

    def __init__(self, parser):
        self._parser = parser
        self._data = dict.fromkeys(('boolean', 'float', 'int'))

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})')
        self._data[key] = value
        parser = self._parser
        setattr(parser, 'get' + key, lambda section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs:
                parser._get_as(value, section, option, raw, vars, fallback, **kwargs))
        for proxy in parser._proxies.values():
            proxy._add(key)

    def __delitem__(self, key):
        self._data.pop(key)
        for holder in (self._parser, *self._parser._proxies.values()):
            holder.__dict__.pop('get' + key, None)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
