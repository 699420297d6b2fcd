"""Parsers of settings, and their sections as mappings."""

__name__ = 'configparser'

import os
import re
import sys
from collections import ChainMap
from collections.abc import MutableMapping
from configparser._errors import (DEFAULTSECT, DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError,
                                  NoOptionError, NoSectionError, ParsingError)
from configparser._interpolation import BasicInterpolation, Interpolation

_UNSET = object()
_SECTION = re.compile(r'\[(?P<header>.+)\]')


class RawConfigParser(MutableMapping):
    """Sections of names and values, which stand as they are."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        signs = '|'.join(re.escape(sign) for sign in delimiters)
        ending = fr'(?:(?P<vi>{signs})\s*(?P<value>.*))?$' if allow_no_value else fr'(?P<vi>{signs})\s*(?P<value>.*)$'
        self._optcre = re.compile(fr'(?P<option>.*?)\s*{ending}')
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def defaults(self):
        """The names and values that all sections have."""
        return self._defaults

    def sections(self):
        """The names of the sections."""
        return list(self._sections.keys())

    def add_section(self, section):
        """A new section."""
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        """Whether there is a section."""
        return section in self._sections

    def options(self, section):
        """The names of a section."""
        try:
            names = self._sections[section].copy()
        except KeyError:
            raise NoSectionError(section) from None
        names.update(self._defaults)
        return list(names.keys())

    # Reading.

    def read(self, filenames, encoding=None):
        """Reads files, those that are there; their names."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        known = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            known.append(os.fspath(filename))
        return known

    def read_file(self, f, source=None):
        """Reads lines."""
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        """Reads a text."""
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source='<dict>'):
        """Takes sections from a mapping of mappings."""
        known = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in known:
                    raise
            known.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in known:
                    raise DuplicateOptionError(section, key, source)
                known.add((section, key))
                self.set(section, key, value)

    def _uncommented(self, line):
        place = None
        for prefix in self._inline_comment_prefixes:
            start = line.find(prefix)
            while start >= 0:
                if start == 0 or line[start - 1].isspace():
                    place = start if place is None else min(place, start)
                    break
                start = line.find(prefix, start + 1)
        if line.strip().startswith(self._comment_prefixes) if self._comment_prefixes else False:
            place = 0
        return place, line[:place].strip()

    def _read(self, lines, source):
        known = set()
        current = None
        name = section = None
        indent = 0
        problem = None
        for lineno, line in enumerate(lines, start=1):
            place, value = self._uncommented(line)
            if not value:
                if self._empty_lines_in_values:
                    if place is None and current is not None and name and current[name] is not None:
                        current[name].append('')
                else:
                    indent = sys.maxsize
                continue
            first = re.search(r'\S', line)
            level = first.start() if first else 0
            if current is not None and name and level > indent:
                if current[name] is None:
                    problem = problem or ParsingError(source)
                    problem.append(lineno, repr(line))
                    continue
                current[name].append(value)
                continue
            indent = level
            header = _SECTION.match(value)
            if header:
                section = header.group('header')
                if section in self._sections:
                    if self._strict and section in known:
                        raise DuplicateSectionError(section, source, lineno)
                    current = self._sections[section]
                    known.add(section)
                elif section == self.default_section:
                    current = self._defaults
                else:
                    current = self._dict()
                    self._sections[section] = current
                    self._proxies[section] = SectionProxy(self, section)
                    known.add(section)
                name = None
            elif current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            else:
                found = self._optcre.match(value)
                if not found:
                    problem = problem or ParsingError(source)
                    problem.append(lineno, repr(line))
                    continue
                name, sign, text = found.group('option', 'vi', 'value')
                if not name:
                    problem = problem or ParsingError(source)
                    problem.append(lineno, repr(line))
                name = self.optionxform(name.rstrip())
                if self._strict and (section, name) in known:
                    raise DuplicateOptionError(section, name, source, lineno)
                known.add((section, name))
                current[name] = [text.strip()] if text is not None else None
        self._join()
        if problem:
            raise problem

    def _join(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    # Values.

    def _unify(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {}
        if vars:
            for key, value in vars.items():
                given[self.optionxform(key)] = str(value) if value is not None else None
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """A value."""
        try:
            known = self._unify(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = known[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, known)

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
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """The names and values of a section, or the names and sections."""
        if section is _UNSET:
            return super().items()
        known = self._defaults.copy()
        try:
            known.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        names = list(known.keys())
        if vars:
            for key, value in vars.items():
                known[self.optionxform(key)] = value
        if raw:
            return [(name, known[name]) for name in names]
        return [(name, self._interpolation.before_get(self, section, name, known[name], known)) for name in names]

    def popitem(self):
        """Takes the first section away."""
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        """How names are kept: in small letters."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether there is a name in a section."""
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        """Sets a value."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        else:
            try:
                options = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes all sections to a file."""
        sign = ' {} '.format(self._delimiters[0]) if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), sign)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), sign)

    def _write_section(self, fp, section, items, sign):
        fp.write('[{}]\n'.format(section))
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                value = sign + str(value).replace('\n', '\n\t')
            else:
                value = ''
            fp.write('{}{}\n'.format(key, value))
        fp.write('\n')

    def remove_option(self, section, option):
        """Takes a name away; whether it was there."""
        if not section or section == self.default_section:
            options = self._defaults
        else:
            try:
                options = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        """Takes a section away; whether it was there."""
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    # The mapping of sections.

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections.keys()

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
        return '<Section: {}>'.format(self._name)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        check = getattr(self._parser, '_check', None)
        if check is not None:
            check(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
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
        self._data = {'int': None, 'float': None, 'boolean': None}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not key.isidentifier():
            raise ValueError('Incompatible key: {} (expected {} to be a valid identifier)'.format(key, 'get' + key))
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
