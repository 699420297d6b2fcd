"""Test cases and what they can assert."""

from unittest._assertions import Assertions

_cleanups = []


class SkipTest(Exception):
    """Ends a test that is not to be run."""


class _Failed(Exception):
    """Ends a test after a part of it failed."""


def skip(reason):
    """A decorator for a test or class that is not to be run."""
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    """`skip` if a condition holds."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """`skip` unless a condition holds."""
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    """A decorator for a test that is known to fail."""
    item.__unittest_expecting_failure__ = True
    return item


def addModuleCleanup(function, /, *args, **kwargs):
    _cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _cleanups:
        function, args, kwargs = _cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(cm):
    result = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return result


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


class _SubTest:
    """A part of a test with parameters."""

    failureException = AssertionError

    def __init__(self, case, message, params):
        self.test_case = case
        self._message = message
        self.params = params

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(' + ', '.join([f'{k}={v!r}' for k, v in self.params.items()]) + ')')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case = case
        self.subtest = _SubTest(case, message, params)

    def __enter__(self):
        self.outer, self.case._subtest = self.case._subtest, self.subtest

    def __exit__(self, exc_type, exc, tb):
        case = self.case
        case._subtest = self.outer
        if exc_type is None:
            return False
        if issubclass(exc_type, (KeyboardInterrupt, _Failed)) or case._result is None:
            return False
        if issubclass(exc_type, SkipTest):
            case._result.addSkip(self.subtest, str(exc))
            return True
        case._part_failed = True
        case._result.addSubTest(case, self.subtest, (exc_type, exc, tb))
        if getattr(case._result, 'failfast', False):
            raise _Failed
        return True


class TestCase(Assertions):
    """The base class of tests: each method whose name begins with `test` is one."""

    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._result = None
        self._subtest = None
        self._part_failed = False
        self._cleanups = []
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
                                     set: 'assertSetEqual', frozenset: 'assertSetEqual',
                                     str: 'assertMultiLineEqual'}
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}')
            self._testMethodDoc = 'No test'
        else:
            self._testMethodDoc = method.__doc__

    # To be overridden

    def setUp(self):
        """Runs before each test."""

    def tearDown(self):
        """Runs after each test."""

    @classmethod
    def setUpClass(cls):
        """Runs before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Runs after the tests of the class."""

    # Running

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.runner import TestResult
        return TestResult()

    def id(self):
        """The dotted name of the test."""
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def shortDescription(self):
        """The first line of the test's doc string."""
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def addCleanup(self, function, /, *args, **kwargs):
        """A function to be called after the test."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters a context that ends after the test."""
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """A function to be called after the tests of the class."""
        cls._class_cleanups = cls._class_cleanups + [(function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        cleanups, cls._class_cleanups = cls._class_cleanups, []
        for function, args, kwargs in reversed(cleanups):
            function(*args, **kwargs)

    def skipTest(self, reason):
        """Ends the test, which is not to be run."""
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """A part of the test; when it fails, the others are run all the same."""
        if self._subtest is not None:
            params = {**self._subtest.params, **params}
        return _SubTestContext(self, msg, params)

    def run(self, result=None):
        """Runs the test."""
        own = result is None
        if own:
            result = self.defaultTestResult()
        self._result = result
        self._part_failed = False
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                result.addSkip(self, getattr(self.__class__, '__unittest_skip_why__', '')
                               or getattr(method, '__unittest_skip_why__', ''))
                return result
            expecting = getattr(self, '__unittest_expecting_failure__', False) or \
                getattr(method, '__unittest_expecting_failure__', False)
            self._run_parts(method, result, expecting)
            return result
        finally:
            result.stopTest(self)
            self._result = None

    def _run_parts(self, method, result, expecting):
        expected = []
        good = self._part(self.setUp, result, None)
        if good:
            good = self._part(method, result, expected if expecting else None)
            good = self._part(self.tearDown, result, None) and good
        good = self._clean(result) and good
        if not good or self._part_failed:
            if expected:
                result.addExpectedFailure(self, expected[0])
        elif expecting:
            if expected:
                result.addExpectedFailure(self, expected[0])
            else:
                result.addUnexpectedSuccess(self)
        else:
            result.addSuccess(self)

    def _part(self, function, result, expected):
        """Runs a part of the test; False when it did not succeed."""
        try:
            function()
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as skipped:
            result.addSkip(self, str(skipped))
            return False
        except _Failed:
            return False
        except BaseException as error:
            info = type(error), error, getattr(error, '__traceback__', None)
            if expected is not None:
                expected.append(info)
                return True
            if issubclass(info[0], self.failureException):
                result.addFailure(self, info)
            else:
                result.addError(self, info)
            return False

    def _clean(self, result):
        good = True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            good = self._part(lambda: function(*args, **kwargs), result, None) and good
        return good

    def doCleanups(self):
        return self._clean(self._result or self.defaultTestResult())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without catching exceptions."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._set_up, self._tear_down, self._function, self._description = setUp, tearDown, testFunc, description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._function.__name__})'
