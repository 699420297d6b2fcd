"""What a test asserts: comparisons that say what differs, and what code raises, warns of or logs."""

_MAX = 80


def safe_repr(obj, short=False):
    """The repr of an object, cut if it may be."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < _MAX else text[:_MAX] + ' [truncated]...'


def _shortened(s, before, after):
    skipped = len(s) - before - after
    return f'{s[:before]}[{skipped} chars]{s[len(s) - after:]}' if skipped > 12 else s


def _common_repr(*args):
    """The reprs of objects; what they begin with is cut if they are long."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX:
        return texts
    low, high = min(texts), max(texts)
    n = 0
    while n < len(low) and low[n] == high[n]:
        n += 1
    prefix = low[:n]
    common = _MAX - (longest - n + 5 + 12)
    if common > 5:
        prefix = _shortened(prefix, 5, common)
        return tuple([prefix + s[n:] for s in texts])
    prefix = _shortened(prefix, 5, 5)
    return tuple([prefix + _shortened(s[n:], 41, 5) for s in texts])


def _nearness(first, second, places, delta):
    """Whether two numbers are almost equal, the text of what that means, and their difference."""
    if delta is not None and places is not None:
        raise TypeError('specify delta or places not both')
    diff = abs(first - second)
    if delta is not None:
        return diff <= delta, f'within {safe_repr(delta)} delta', diff
    places = 7 if places is None else places
    return round(diff, places) == 0, f'within {places!r} places', diff


class _Raises:
    """The context of `assertRaises`."""

    def __init__(self, case, expected, regex=None, kind='Raises'):
        self.case = case
        self.expected = expected
        self.regex = regex
        self.kind = kind
        self.msg = None
        self.obj_name = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def handle(self, args, kwargs):
        """Runs a call, or returns the context."""
        classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(c, type) and issubclass(c, BaseException) for c in classes):
            raise TypeError(f'assert{self.kind}() arg 1 must be an exception type or tuple of exception types')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        call, *args = args
        self.obj_name = getattr(call, '__name__', None) or str(call)
        with self:
            call(*args, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            try:
                name = self.expected.__name__
            except AttributeError:
                name = str(self.expected)
            self.fail(f'{name} not raised by {self.obj_name}' if self.obj_name else f'{name} not raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc
        if self.regex is not None:
            import re
            pattern = re.compile(self.regex) if isinstance(self.regex, (str, bytes)) else self.regex
            if not pattern.search(str(exc)):
                self.fail(f'"{pattern.pattern}" does not match "{exc}"')
        return True


class _Warns:
    """The context of `assertWarns`."""

    def __init__(self, case, expected, regex=None):
        self.case = case
        self.expected = expected
        self.regex = regex
        self.msg = None

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            return self
        call, *args = args
        with self:
            call(*args, **kwargs)

    def __enter__(self):
        import warnings
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc, tb):
        self._manager.__exit__(exc_type, exc, tb)
        if exc_type is not None:
            return
        import re
        first = None
        for w in self.warnings:
            if not isinstance(w.message, self.expected):
                continue
            first = first or w.message
            if self.regex is not None and not re.search(self.regex, str(w.message)):
                continue
            self.warning = w.message
            self.filename, self.lineno = w.filename, w.lineno
            return
        if first is not None:
            self.case.fail(f'"{self.regex}" does not match "{first}"')
        name = getattr(self.expected, '__name__', str(self.expected))
        self.case.fail(self.case._formatMessage(self.msg, f'{name} not triggered'))


class _Logs:
    """The context of `assertLogs`."""

    def __init__(self, case, logger, level, none=False):
        import logging
        self.case = case
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else logging._level(level)
        self.none = none

    def __enter__(self):
        import logging
        self.records, self.output = [], []
        handler = logging.Handler()
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')

        def emit(record):
            self.records.append(record)
            self.output.append(formatter.format(record))
        handler.emit = emit
        handler.setLevel(self.level)
        logger = self.logger
        self._old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.none else self

    def __exit__(self, exc_type, exc, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.none:
            if self.records:
                self.case.fail(f'Unexpected logs found: {self.output!r}')
        elif not self.records:
            self.case.fail(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on '
                           f'{self.logger.name}')


def _lines(text):
    return text.splitlines(keepends=True)


def _differences(first, second):
    """(count, count, item) of items that are not hashable."""
    second = list(second)
    result = []
    while first:
        x = first[0]
        n = sum(1 for y in first if y == x)
        m = sum(1 for y in second if y == x)
        first = [y for y in first if not y == x]
        second = [y for y in second if not y == x]
        if n != m:
            result.append((n, m, x))
    while second:
        x = second[0]
        result.append((0, sum(1 for y in second if y == x), x))
        second = [y for y in second if not y == x]
    return result


class Assertions:
    """The assertions of `TestCase`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def addTypeEqualityFunc(self, typeobj, function):
        """Says how `assertEqual` compares two objects of a type."""
        self._type_equality_funcs[typeobj] = function

    def fail(self, msg=None):
        """Fails."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _failed(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failed(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failed(msg, f'{safe_repr(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                if isinstance(function, str):
                    function = getattr(self, function)
                function(first, second, msg=msg)
                return
        if not first == second:
            self._failed(msg, '%s != %s' % _common_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failed(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._failed(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._failed(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._failed(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._failed(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failed(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failed(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._failed(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._failed(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._failed(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._failed(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._failed(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._failed(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, bound, diff = _nearness(first, second, places, delta)
        if not near:
            self._failed(msg, f'{safe_repr(first)} != {safe_repr(second)} {bound} ({safe_repr(diff)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, bound, diff = _nearness(first, second, places, delta)
        if near or first == second:
            difference = '' if delta is None else f' ({safe_repr(diff)} difference)'
            self._failed(msg, f'{safe_repr(first)} == {safe_repr(second)} {bound}{difference}')

    def _with_diff(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f'Diff is {len(diff)} characters long. Set self.maxDiff to None to see it.'

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence'
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{which} sequence is not a {name}: {safe_repr(seq)}')
        if seq1 == seq2:
            return
        differing = f'{name.capitalize()}s differ: %s != %s\n' % _common_repr(seq1, seq2)
        n1, n2 = len(seq1), len(seq2)
        for i in range(min(n1, n2)):
            if seq1[i] != seq2[i]:
                differing += f'\nFirst differing element {i}:\n%s\n%s\n' % _common_repr(seq1[i], seq2[i])
                break
        if n1 > n2:
            differing += f'\nFirst {name} contains {n1 - n2} additional elements.\n' \
                         f'First extra element {n2}:\n{safe_repr(seq1[n2])}\n'
        elif n1 < n2:
            differing += f'\nSecond {name} contains {n2 - n1} additional elements.\n' \
                         f'First extra element {n1}:\n{safe_repr(seq2[n1])}\n'
        import difflib
        import pprint
        diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))
        self.fail(self._formatMessage(msg, self._with_diff(differing, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            difference1 = set1.difference(set2)
            difference2 = set2.difference(set1)
        except TypeError as e:
            self.fail(f'invalid type when attempting set difference: {e}')
        except AttributeError as e:
            self.fail(f'first argument does not support set difference: {e}')
        if not (difference1 or difference2):
            return
        lines = []
        for which, difference in (('first', difference1), ('second', difference2)):
            if difference:
                other = 'second' if which == 'first' else 'first'
                lines.append(f'Items in the {which} set but not the {other}:')
                lines += [repr(item) for item in difference]
        self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import difflib
            import pprint
            standard = '%s != %s' % _common_repr(d1, d2)
            diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines()))
            self.fail(self._formatMessage(msg, self._with_diff(standard, diff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            if len(first) > 2 ** 16 or len(second) > 2 ** 16:
                self._failed(msg, '%s != %s' % _common_repr(first, second))
            import difflib
            standard = '%s != %s' % _common_repr(first, second)
            a, b = first, second
            if first and '\n' not in first.rstrip('\n') and not first.endswith('\n'):
                a = first + '\n'
            if second and '\n' not in second.rstrip('\n') and not second.endswith('\n'):
                b = second + '\n'
            diff = '\n' + ''.join(difflib.ndiff(_lines(a), _lines(b)))
            self.fail(self._formatMessage(msg, self._with_diff(standard, diff)))

    def assertCountEqual(self, first, second, msg=None):
        from collections import Counter
        first, second = list(first), list(second)
        try:
            a, b = Counter(first), Counter(second)
            if a == b:
                return
            differences = [(a[x], b[x], x) for x in a if a[x] != b[x]]
            differences += [(0, b[x], x) for x in b if x not in a]
        except TypeError:
            differences = _differences(first, second)
        if differences:
            lines = [f'First has {n}, Second has {m}:  {x!r}' for n, m, x in differences]
            self.fail(self._formatMessage(msg, 'Element counts were not equal:\n' + '\n'.join(lines)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex, 'RaisesRegex').handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(self, expected_warning).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(self, expected_warning, expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._failed(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._failed(msg, f'Regex matched: {text[match.start():match.end()]!r} matches {pattern.pattern!r} '
                         f'in {text!r}')

    # Old names

    assertEquals = failUnlessEqual = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = failUnless = assertTrue
    failIf = assertFalse
    assertAlmostEquals = assertAlmostEqual
    assertRegexpMatches = assertRegex
    assertRaisesRegexp = assertRaisesRegex
    assertItemsEqual = assertCountEqual
