"""Texts of exceptions and of the calls that led to them."""

import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_none = object()


class FrameSummary:
    """One call."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self._line = line

    @property
    def line(self):
        """The source line."""
        if self._line is None and self.lineno is not None:
            from linecache import getline
            self._line = getline(self.filename, self.lineno).strip()
        return self._line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """A list of calls."""

    @classmethod
    def extract(cls, frames, **options):
        return cls([FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name) for f, lineno in frames])

    def format(self):
        """The texts of the calls; many equal ones are counted."""
        result = []
        last, count = None, 0
        for frame in self:
            key = (frame.filename, frame.lineno, frame.name)
            if key == last:
                count += 1
                if count > 3:
                    continue
            else:
                if count > 3:
                    result.append(_repeated(count - 3))
                last, count = key, 1
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f'    {frame.line}\n'
            result.append(text)
        if count > 3:
            result.append(_repeated(count - 3))
        return result


def _repeated(count):
    return f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n'


def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """A frame and those that called it, with their lines."""
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """The calls of a traceback, the outermost first."""
    try:
        frames = StackSummary.extract(walk_tb(tb))
    except AttributeError:
        frames = StackSummary()
    if limit is not None:
        frames = StackSummary(frames[:limit] if limit >= 0 else frames[limit:])
    return frames


def extract_stack(f=None, limit=None):
    """The calls that led here."""
    try:
        f = f or sys._getframe(1)
        frames = StackSummary.extract(walk_stack(f))
    except AttributeError:
        frames = StackSummary()
    frames.reverse()
    return frames


def format_list(extracted_list):
    """The texts of a list of calls."""
    return StackSummary([f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3])
                         for f in extracted_list]).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), file=file or sys.stderr, end='')


def format_tb(tb, limit=None):
    """The texts of a traceback's calls."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Prints a traceback's calls."""
    print(''.join(format_tb(tb, limit)), file=file or sys.stderr, end='')


def format_stack(f=None, limit=None):
    """The texts of the calls that led here."""
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Prints the calls that led here."""
    print(''.join(format_stack(f, limit)), file=file or sys.stderr, end='')


def _name(cls):
    module = cls.__module__
    return cls.__qualname__ if module in ('__main__', 'builtins') else f'{module}.{cls.__qualname__}'


def format_exception_only(exc, /, value=_none):
    """The last lines of an exception's text."""
    if value is _none:
        value = exc
    if value is None:
        return [f'{_name(exc)}\n' if isinstance(exc, type) else 'NoneType: None\n']
    try:
        text = str(value)
    except Exception:
        text = '<exception str() failed>'
    name = _name(type(value))
    result = []
    if isinstance(value, SyntaxError) and value.lineno is not None:
        result.append(f'  File "{value.filename or "<string>"}", line {value.lineno}\n')
        line = value.text
        if line:
            stripped = line.rstrip('\n').lstrip(' \n\f')
            result.append(f'    {stripped}\n')
            if value.offset is not None:
                spaces = len(line.rstrip('\n')) - len(stripped)
                start = value.offset - 1 - spaces
                end = getattr(value, 'end_offset', None)
                width = max((end - value.offset) if end and end > 0 else 1, 1)
                if start >= 0:
                    result.append('    ' + ' ' * start + '^' * width + '\n')
        result.append(f'{name}: {value.msg or "<no detail available>"}\n')
    else:
        result.append(f'{name}: {text}\n' if text else f'{name}\n')
    for note in getattr(value, '__notes__', None) or ():
        result.extend([line + '\n' for line in str(note).split('\n')])
    return result


def format_exception(exc, /, value=_none, tb=_none, limit=None, chain=True):
    """The texts of an exception, of what caused it and of the calls that led to it."""
    if value is _none:
        value = exc
        tb = getattr(value, '__traceback__', None)
    elif tb is _none:
        raise ValueError('Both or neither of value and tb must be given')
    if value is None:
        return ['NoneType: None\n']
    return _chain(value, tb, limit, chain, set())


def _chain(value, tb, limit, chain, seen):
    result = []
    seen.add(id(value))
    if chain:
        cause, context = value.__cause__, value.__context__
        if cause is not None and id(cause) not in seen:
            result += _chain(cause, getattr(cause, '__traceback__', None), limit, chain, seen)
            result.append('\nThe above exception was the direct cause of the following exception:\n\n')
        elif cause is None and context is not None and not value.__suppress_context__ and id(context) not in seen:
            result += _chain(context, getattr(context, '__traceback__', None), limit, chain, seen)
            result.append('\nDuring handling of the above exception, another exception occurred:\n\n')
    if tb is not None:
        result.append('Traceback (most recent call last):\n')
        result += format_tb(tb, limit)
    return result + format_exception_only(value)


def print_exception(exc, /, value=_none, tb=_none, limit=None, file=None, chain=True):
    """Prints an exception."""
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=file or sys.stderr, end='')


def format_exc(limit=None, chain=True):
    """The text of the exception that is handled now."""
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is handled now."""
    print(format_exc(limit, chain), file=file or sys.stderr, end='')


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that ended the last command."""
    if not hasattr(sys, 'last_value'):
        raise ValueError('no last exception')
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    pass


class TracebackException:
    """An exception kept as text."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **options):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._lines = format_exception(exc_type, exc_value, exc_traceback, limit)
        self._only = format_exception_only(exc_value)
        self._str = str(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        yield from self._lines

    def format_exception_only(self):
        yield from self._only

    def __str__(self):
        return self._str
