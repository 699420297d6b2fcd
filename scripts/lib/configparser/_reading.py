"""Reading the lines of settings."""

__name__ = 'configparser'

import re
from configparser._errors import (DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, ParsingError)


def any_of(signs):
    """A pattern's text for any of some signs."""
    return '|'.join(map(re.escape, signs))


class Comments:
    """Finds where the remark of a line begins."""

    def __init__(self, whole, behind):
        self._whole = re.compile(rf'\s*(?:{any_of(whole)})') if whole else None
        self._behind = [(sign, re.compile(rf'(?:^|(?<=\s)){re.escape(sign)}')) for sign in behind]

    def start(self, line):
        """The place of the remark, None if there is none."""
        if self._whole and self._whole.match(line):
            return 0
        places = []
        for sign, pattern in self._behind:
            found = pattern.search(line)
            if found:
                # A sign that had to be passed over fewer times wins, wherever it is.
                places.append((line.count(sign, 0, found.start()), found.start()))
        return min(places)[1] if places else None


class Reading:
    """One text on its way into a parser: the section and the value that the next line may belong to."""

    def __init__(self, parser, source):
        self._parser = parser
        self._source = source
        self._met = set()
        self._section = self._options = None
        self._name = self._value = None
        self._margin = 0
        self._problem = None

    def take(self, lines):
        """Reads the lines; the first of them that are wrong are told at the end."""
        start = self._parser._comments.start
        for number, line in enumerate(lines, 1):
            remark = start(line)
            text = line[:remark].strip()
            if not text:
                self._gap(remark is None)
                continue
            indent = len(line) - len(line.lstrip())
            if self._name and self._options is not None and self._margin is not None and indent > self._margin:
                if self._value is None:
                    self._wrong(number, line)
                else:
                    self._value.append(text)
                continue
            self._margin = indent
            header = self._parser.SECTCRE.match(text)
            if header:
                self._enter(header.group('header'), number)
            elif self._options is None:
                raise MissingSectionHeaderError(self._source, number, line)
            else:
                self._assign(text, number, line)

    def finish(self):
        """Raises what was wrong."""
        if self._problem:
            raise self._problem

    def _wrong(self, number, line):
        if self._problem is None:
            self._problem = ParsingError(self._source)
        self._problem.append(number, repr(line))

    def _gap(self, empty):
        """A line of nothing but perhaps a remark: a part of the value, or its end."""
        if not self._parser._empty_lines_in_values:
            self._margin = None
        elif empty and self._name and self._value is not None:
            self._value.append('')

    def _first(self, thing):
        """Whether a thing may stand here: once in a text, if the parser is strict."""
        again = thing in self._met
        self._met.add(thing)
        return not (again and self._parser._strict)

    def _enter(self, section, number):
        parser = self._parser
        self._section, self._name, self._value = section, None, None
        if section == parser.default_section and section not in parser._sections:
            self._options = parser._defaults
            return
        if not self._first(section) and section in parser._sections:
            raise DuplicateSectionError(section, self._source, number)
        if section not in parser._sections:
            parser._open(section)
        self._options = parser._sections[section]

    def _assign(self, text, number, line):
        found = self._parser._optcre.match(text)
        if not found:
            self._wrong(number, line)
            return
        name, value = found.group('option', 'value')
        if not name:
            self._wrong(number, line)
        self._name = name = self._parser.optionxform(name.rstrip())
        if not self._first((self._section, name)):
            raise DuplicateOptionError(self._section, name, self._source, number)
        self._value = self._options[name] = None if value is None else [value.strip()]
