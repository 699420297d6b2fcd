"""Examples in texts, run and compared with what they say they print."""

import sys

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE',
           'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF',
           'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest',
           'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure',
           'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'TestResults',
           'script_from_examples']

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The bit of an option."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


(DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP,
 IGNORE_EXCEPTION_DETAIL) = map(register_optionflag, (
     'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
     'IGNORE_EXCEPTION_DETAIL'))
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST = map(register_optionflag, (
    'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST'))
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
_results_class = None


def TestResults(failed, attempted):
    """How many examples failed, and how many were run."""
    global _results_class
    if _results_class is None:
        from collections import namedtuple
        _results_class = namedtuple('TestResults', 'failed attempted', module='doctest')
    return _results_class(failed, attempted)


def _indent(s, indent=4):
    prefix = ' ' * indent
    return '\n'.join([prefix + line if line else line for line in s.split('\n')])


class Example:
    """A piece of source and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg) == \
            (other.source, other.want, other.lineno, other.indent, other.options, other.exc_msg)

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one text."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.name, self.filename, self.lineno = name, filename, lineno
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()

    def __repr__(self):
        n = len(self.examples)
        count = 'no examples' if n == 0 else '1 example' if n == 1 else f'{n} examples'
        return f'<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({count})>'

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno or 0) < (other.name, other.filename, other.lineno or 0)


class DocTestParser:
    """Finds the examples in a text."""

    def parse(self, string, name='<string>'):
        """The examples, and the texts between them."""
        lines, margin = self._lines(string)
        output = []
        text = []
        i = 0
        while i < len(lines):
            if not _is_prompt(lines[i]):
                text.append(lines[i])
                i += 1
                continue
            output.append(''.join([line + '\n' for line in text]))
            text = []
            example, i = self._example(lines, i, name)
            example.indent += margin
            output.append(example)
        tail = '\n'.join(text)
        output.append(tail)
        return output

    def get_examples(self, string, name='<string>'):
        """The examples."""
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples as a test."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _lines(self, string):
        lines = string.expandtabs().split('\n')
        margins = [len(line) - len(line.lstrip(' ')) for line in lines if line.strip(' ')]
        margin = min(margins) if margins else 0
        return [line[margin:] for line in lines] if margin else lines, margin

    def _example(self, lines, start, name):
        first = lines[start]
        indent = len(first) - len(first.lstrip(' '))
        prefix = ' ' * indent
        end = start + 1
        while end < len(lines) and lines[end].startswith(prefix + '...') and _is_continuation(lines[end], indent):
            end += 1
        source_lines = lines[start:end]
        for i, line in enumerate(source_lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(f'line {start + i + 1} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
        want_end = end
        while want_end < len(lines) and lines[want_end].strip() and not _is_prompt(lines[want_end]):
            want_end += 1
        want_lines = lines[end:want_end]
        for i, line in enumerate(want_lines):
            if line and not line.startswith(prefix):
                raise ValueError(f'line {end + i + 1} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {line!r}')
        source = '\n'.join([line[indent + 4:] for line in source_lines])
        want = '\n'.join([line[indent:].rstrip() if not line.strip() else line[indent:] for line in want_lines])
        options = self._options(source, name, start)
        return Example(source, want + '\n' if want else '', _exception_message(want), start, indent, options), want_end

    def _options(self, source, name, lineno):
        options = {}
        for line in source.split('\n'):
            at = line.rfind('doctest:')
            hash_at = line.rfind('#', 0, at) if at >= 0 else -1
            if hash_at < 0 or line[hash_at + 1:at].strip():
                continue
            for option in line[at + 8:].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options


def _is_prompt(line):
    return line.lstrip(' ').startswith('>>>')


def _is_continuation(line, indent):
    return line[indent:indent + 3] == '...' and len(line) - len(line.lstrip(' ')) == indent


def _exception_message(want):
    """The message of an exception that an example should raise, or None."""
    lines = want.split('\n')
    if lines[0].rstrip() not in ('Traceback (most recent call last):', 'Traceback (innermost last):'):
        return None
    for i in range(1, len(lines)):
        line = lines[i]
        if line and (line[0].isalnum() or line[0] == '_'):
            return '\n'.join(lines[i:]) + '\n'
    return None


class DocTestFinder:
    """Finds the tests of a module, class or function."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, sorted by name."""
        if name is None:
            try:
                name = obj.__name__
            except AttributeError:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                                 f'{type(obj)!r}') from None
        if module is False:
            module = None
        elif module is None:
            module = obj if _is_module(obj) else sys.modules.get(getattr(obj, '__module__', None))
        source = None
        file = getattr(module, '__file__', None)
        if file:
            from linecache import getlines
            source = getlines(file) or None
        if globs is None:
            globs = {} if module is None else dict(vars(module))
        else:
            globs = dict(globs)
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, source, globs, set())
        tests.sort()
        return tests

    def _find(self, tests, obj, name, module, source, globs, seen):
        if self._verbose:
            print('Finding tests in', name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, module, globs, source)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if _is_module(obj):
            for key, value in list(vars(obj).items()):
                if (_is_routine(value) or isinstance(value, type)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, source, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
                self._find(tests, value, f'{name}.__test__.{key}', module, source, globs, seen)
        elif isinstance(obj, type):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (_is_routine(value) or isinstance(value, type)) and self._from_module(module, value) \
                        or isinstance(value, property):
                    self._find(tests, value, f'{name}.{key}', module, source, globs, seen)

    def _from_module(self, module, obj):
        if module is None:
            return True
        owner = getattr(obj, '__module__', None)
        if owner is None:
            return hasattr(obj, '__globals__') and obj.__globals__ is vars(module)
        return owner == module.__name__

    def _test(self, obj, name, module, globs, source):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        if not isinstance(doc, str):
            doc = '' if doc is None else str(doc)
        if isinstance(obj, type) and '__doc__' not in obj.__dict__:
            doc = ''
        lineno = self._line(obj, source, doc)
        if self._exclude_empty and not doc:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, '__file__', None) or module.__name__
            if filename[-4:] == '.pyc':
                filename = filename[:-1]
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    def _line(self, obj, source, doc):
        """The line before the text of an object, or None."""
        lineno = None
        if _is_module(obj) and doc:
            lineno = 0
        if source is None:
            return lineno
        if isinstance(obj, type):
            name = getattr(obj, '__name__', '-')
            for i, line in enumerate(source):
                words = line.replace('(', ' ').replace(':', ' ').split()
                if words[:2] == ['class', name]:
                    lineno = i
                    break
        obj = getattr(obj, '__func__', obj)
        while hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        if _is_routine(obj) and getattr(obj, '__doc__', None):
            code = getattr(obj, '__code__', None)
            first = getattr(code, 'co_firstlineno', None)
            if first is not None:
                lineno = first - 1
            else:
                name = obj.__name__
                for i, line in enumerate(source):
                    if line.strip().replace('(', ' ').split()[:2] == ['def', name]:
                        lineno = i
                        break
        if lineno is not None:
            if lineno == 0:
                return lineno
            while lineno < len(source):
                if _begins_text(source[lineno]):
                    return lineno
                lineno += 1
        return None


def _begins_text(line):
    """Whether a string begins at the start of a line or behind a colon."""
    for quote in ('"', "'"):
        at = line.find(quote)
        while at >= 0:
            before = line[:at]
            word = before.rstrip('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_').rstrip()
            if not word or word.endswith(':'):
                return True
            at = line.find(quote, at + 1)
    return False


def _is_module(obj):
    return isinstance(obj, type(sys))


_routines = (type(lambda: 0), type(len))


def _is_routine(obj):
    return isinstance(obj, _routines) or hasattr(obj, '__wrapped__') and callable(obj)


class OutputChecker:
    """Compares what was printed with what should be."""

    def check_output(self, want, got, optionflags):
        """Whether both are the same, by the options."""
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = '\n'.join(['' if line.strip() == BLANKLINE_MARKER and line.startswith(BLANKLINE_MARKER) else line
                              for line in want.split('\n')])
            got = '\n'.join([line if line.strip() else '' for line in got.split('\n')])
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got = ' '.join(got.split())
            want = ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        """The text of a difference."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            lines = got.split('\n')
            got = '\n'.join([BLANKLINE_MARKER if not line.strip(' ') and i < len(lines) - 1 else line
                             for i, line in enumerate(lines)])
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and \
                (optionflags & REPORT_NDIFF or want.count('\n') > 2 and got.count('\n') > 2):
            return _difference(want.splitlines(True), got.splitlines(True), optionflags)
        if want and got:
            return f'Expected:\n{_indent(want)}Got:\n{_indent(got)}'
        if want:
            return f'Expected:\n{_indent(want)}Got nothing\n'
        if got:
            return f'Expected nothing\nGot:\n{_indent(got)}'
        return 'Expected nothing\nGot nothing\n'


def _difference(want, got, optionflags):
    import difflib
    if optionflags & REPORT_UDIFF:
        lines = list(difflib.unified_diff(want, got, n=2))[2:]
        kind = 'unified diff with -expected +actual'
    elif optionflags & REPORT_CDIFF:
        lines = list(difflib.context_diff(want, got, n=2))[2:]
        kind = 'context diff with expected followed by actual'
    else:
        lines = list(difflib.ndiff(want, got))
        kind = 'ndiff with -expected +actual'
    return f'Differences ({kind}):\n' + _indent(''.join(lines))


def _matches(want, got):
    """Whether a text with `...` for anything is another."""
    if '...' not in want:
        return want == got
    parts = want.split('...')
    start, end = 0, len(got)
    first, last = parts[0], parts[-1]
    if first:
        if not got.startswith(first):
            return False
        start = len(first)
        del parts[0]
    if last:
        if not got.endswith(last):
            return False
        end -= len(last)
        del parts[-1]
    if start > end:
        return False
    for part in parts:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


def _strip_details(message):
    """The name of an exception without its module and message."""
    start, end = 0, len(message)
    i = message.find('\n')
    if i >= 0:
        end = i
    i = message.find(':', 0, end)
    if i >= 0:
        end = i
    i = message.rfind('.', 0, end)
    if i >= 0:
        start = i + 1
    return message[start:end]


class _Captured:
    """Standard output while an example runs."""

    def __init__(self):
        self.parts = []
        self.write = self._write

    def _write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass

    def getvalue(self):
        text = ''.join(self.parts)
        self.parts = []
        return text + '\n' if text and not text.endswith('\n') else text


class DocTestRunner:
    """Runs tests and reports on them."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self._checker = checker or OutputChecker()
        self.original_optionflags = self.optionflags = optionflags
        self.failures = self.tries = 0
        # How many examples of each test failed, and how many ran.
        self._counts = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = f':\n{_indent(example.want)}' if example.want else ' nothing\n'
            out(f'Trying:\n{_indent(example.source)}Expecting{wanted}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        import traceback
        text = ''.join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(text))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            lineno = test.lineno + example.lineno + 1 if test.lineno is not None else '?'
            lines.append(f'File "{test.filename}", line {lineno}, in {test.name}')
        else:
            lines.append(f'Line {example.lineno + 1}, in {test.name}')
        lines.append('Failed example:')
        lines.append(_indent(example.source))
        return '\n'.join(lines)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test."""
        self.test = test
        out = out or sys.stdout.write
        saved = sys.stdout
        captured = _Captured()
        failures = tries = 0
        try:
            for number, example in enumerate(test.examples):
                quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
                self.optionflags = self.original_optionflags
                for flag, wanted in example.options.items():
                    self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
                if self.optionflags & SKIP:
                    continue
                tries += 1
                if not quiet:
                    self.report_start(out, test, example)
                sys.stdout = captured
                exc_info = self._execute(test, example, number)
                sys.stdout = saved
                got = captured.getvalue()
                outcome = self._judge(example, got, exc_info)
                if outcome is True:
                    if not quiet:
                        self.report_success(out, test, example, got)
                    continue
                failures += 1
                if not quiet:
                    if outcome is False:
                        self.report_failure(out, test, example, got if exc_info is None else self._got)
                    else:
                        self.report_unexpected_exception(out, test, example, exc_info)
                if self.optionflags & FAIL_FAST:
                    break
        finally:
            sys.stdout = saved
            self.optionflags = self.original_optionflags
            if clear_globs:
                test.globs.clear()
        failed, tried = self._counts.get(test.name, (0, 0))
        self._counts[test.name] = failed + failures, tried + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _execute(self, test, example, number):
        """Runs an example; returns the exception that it raised, if any, as `sys.exc_info` would."""
        try:
            exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return type(error), error, getattr(error, '__traceback__', None)
        return None

    def _judge(self, example, got, exc_info):
        """True for success, False for another output, None for an exception that was not expected."""
        check = self._checker.check_output
        if exc_info is None:
            return bool(check(example.want, got, self.optionflags))
        import traceback
        message = traceback.format_exception_only(*exc_info[:2])[-1]
        self._got = got + ''.join(['Traceback (most recent call last):\n'] +
                                  traceback.format_tb(exc_info[2]) + [message])
        if example.exc_msg is None:
            return None
        if check(example.exc_msg, message, self.optionflags):
            return True
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            if check(_strip_details(example.exc_msg), _strip_details(message), self.optionflags):
                return True
        return False

    def summarize(self, verbose=None):
        """Prints how the tests ended."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        total_tries = total_failures = 0
        for name, (f, t) in self._counts.items():
            total_tries += t
            total_failures += f
            if t == 0:
                empty.append(name)
            elif f == 0:
                passed.append((name, t))
            else:
                failed.append((name, (f, t)))
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                for name in sorted(empty):
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, count in sorted(passed):
                    print(f' {count:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (f, t) in sorted(failed):
                print(f' {f:3d} of {t:3d} in {name}')
        if verbose:
            print(total_tries, 'tests in', len(self._counts), 'items.')
            print(total_tries - total_failures, 'passed and', total_failures, 'failed.')
        if total_failures:
            print('***Test Failed***', total_failures, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(total_failures, total_tries)


master = None


def _run_all(tests, verbose, optionflags, report, raise_on_error):
    global master
    if raise_on_error:
        from _doctest import DebugRunner as kind
    else:
        kind = DocTestRunner
    runner = kind(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module, the main one by default."""
    if m is None:
        m = sys.modules.get('__main__')
    if not _is_module(m):
        raise TypeError(f'testmod: module required; {m!r}')
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, verbose, optionflags, report, raise_on_error)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=None, encoding=None):
    """Runs the examples of a text file."""
    import os
    if module_relative and not os.path.isabs(filename):
        base = getattr(package or sys.modules.get('__main__'), '__file__', None)
        if base:
            filename = os.path.join(os.path.dirname(base), filename)
    with open(filename, encoding=encoding or 'utf-8') as f:
        text = f.read()
    globs = {} if globs is None else dict(globs)
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    test = (parser or DocTestParser()).get_doctest(text, globs, name or os.path.basename(filename), filename, 0)
    return _run_all([test], verbose, optionflags, report, raise_on_error)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Runs the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


def script_from_examples(s):
    """The examples of a text as a program."""
    lines = []
    for piece in DocTestParser().parse(s):
        if not isinstance(piece, Example):
            lines += ['# ' + line if line.strip() else '#' for line in piece.split('\n')[:-1]]
            continue
        lines.append(piece.source[:-1])
        if piece.want:
            lines += '# Expected:', *['## ' + line for line in piece.want.split('\n')[:-1]]
    told = [place for place, line in enumerate(lines) if line != '#'] or [0, -1]
    return '\n'.join(lines[told[0]:told[-1] + 1]) + '\n'


def _main():
    """What `python -m doctest FILE...` does."""
    verbose = '-v' in sys.argv
    files = [arg for arg in sys.argv[1:] if not arg.startswith('-')]
    for file in files:
        if file.endswith('.py'):
            import os
            folder, name = os.path.split(file)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=verbose)
        else:
            failures, _ = testfile(file, module_relative=False, verbose=verbose)
        if failures:
            return 1
    return 0


# What stands in parts of its own, which are read when one of their names is asked for.
_later = dict.fromkeys(('DebugRunner', 'DocTestFailure', 'UnexpectedException'), '_debugging')


def __getattr__(name):
    if name not in _later:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    part = __import__(f'{__name__}.{_later[name]}', fromlist=('*',))
    for known, place in _later.items():
        if place == _later[name]:
            globals().setdefault(known, getattr(part, known))
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_later})
