"""What goes wrong with settings."""

__name__ = 'configparser'

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """What all others are."""

    def __init__(self, msg=''):
        super().__init__(msg)
        self.message = msg

    def __str__(self):
        return self.message

    __repr__ = __str__


def _tell(error, text, args, **facts):
    """Gives an error its text, its arguments and what a handler may ask it for."""
    Error.__init__(error, text)
    error.args = args
    for name, fact in facts.items():
        setattr(error, name, fact)


def _met_again(kind, thing, source, lineno):
    """What to say of a thing that was there before, and where it was met if that is known."""
    if source is None:
        return f'{kind.capitalize()} {thing} already exists'
    line = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{line}: {kind} {thing} already exists'


class NoSectionError(Error):
    """A section that is not there."""

    def __init__(self, section):
        _tell(self, f'No section: {section!r}', (section,), section=section)


class DuplicateSectionError(Error):
    """A section that is there already."""

    def __init__(self, section, source=None, lineno=None):
        _tell(self, _met_again('section', repr(section), source, lineno), (section, source, lineno),
              section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """A name that is there already."""

    def __init__(self, section, option, source=None, lineno=None):
        _tell(self, _met_again('option', f'{option!r} in section {section!r}', source, lineno),
              (section, option, source, lineno), section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """A name that is not there."""

    def __init__(self, option, section):
        _tell(self, f'No option {option!r} in section: {section!r}', (option, section), option=option, section=section)


class InterpolationError(Error):
    """A value that cannot be put together."""

    def __init__(self, option, section, msg):
        _tell(self, msg, (option, section, msg), option=option, section=section)


def _unfilled(option, section, rawval, outcome, key, why):
    return (f'{outcome}: option {option!r} in section {section!r} contains an interpolation key {key}which {why}. '
            f'Raw value: {rawval!r}')


class InterpolationMissingOptionError(InterpolationError):
    """A value that speaks of a name that is not there."""

    def __init__(self, option, section, rawval, reference):
        text = _unfilled(option, section, rawval, 'Bad value substitution', f'{reference!r} ',
                         'is not a valid option name')
        _tell(self, text, (option, section, rawval, reference), option=option, section=section, reference=reference)


class InterpolationSyntaxError(InterpolationError):
    """A value that is written wrongly."""


class InterpolationDepthError(InterpolationError):
    """Values that speak of each other."""

    def __init__(self, option, section, rawval):
        text = _unfilled(option, section, rawval, 'Recursion limit exceeded in value substitution', '',
                         f'cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps')
        _tell(self, text, (option, section, rawval), option=option, section=section)


class ParsingError(Error):
    """A text that cannot be read."""

    def __init__(self, source=None, filename=None):
        if source and filename:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        source = source or filename
        if not source:
            raise ValueError("Required argument `source' not given.")
        _tell(self, f'Source contains parsing errors: {source!r}', (source,), source=source, errors=[])

    def append(self, lineno, line):
        """One more line that is wrong."""
        self.message += f'\n\t[line {lineno:2d}]: {line}'
        self.errors.append((lineno, line))


class MissingSectionHeaderError(ParsingError):
    """A text that does not begin with a section."""

    def __init__(self, filename, lineno, line):
        _tell(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}',
              (filename, lineno, line), source=filename, lineno=lineno, line=line)
