"""Finding tests, running them and reporting on them."""

import sys
import time

from unittest.case import SkipTest, TestCase, strclass


class TestResult:
    """What came of tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False
        for outcome in ('failures', 'errors', 'skipped', 'expectedFailures', 'unexpectedSuccesses'):
            setattr(self, outcome, [])

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1

    def stopTest(self, test):
        """A test has ended."""

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _bad(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._bad()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._bad()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            where.append((subtest, self._text(err, test)))
            self._bad()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._bad()

    def wasSuccessful(self):
        """Whether nothing failed."""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """Runs no more tests."""
        self.shouldStop = True

    def _text(self, err, test):
        """The text of an exception without the calls inside unittest."""
        import traceback
        cls, value, tb = err
        frames = traceback.extract_tb(tb)
        own = [f for f in frames if 'unittest' not in f.filename.replace('\\', '/').split('/')
               and not f.filename.startswith('unittest')]
        lines = ['Traceback (most recent call last):\n'] + traceback.StackSummary(own).format()
        return ''.join(lines + traceback.format_exception_only(cls, value))

    def __repr__(self):
        return (f'<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')


class TextTestResult(TestResult):
    """Prints what comes of tests."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._new_line = True

    def getDescription(self, test):
        """How a test is called in the report."""
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')
            self._new_line = False

    def _say(self, test, long, short):
        if self.showAll:
            if self._new_line:
                indent = '  ' if hasattr(test, 'params') else ''
                self.stream.write(f'{indent}{self.getDescription(test)} ... ')
            self.stream.write(long + '\n')
            self._new_line = True
        elif self.dots:
            self.stream.write(short)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            if self.showAll and not self._new_line:
                self.stream.write('\n')
                self._new_line = True
            self._say(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._say(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say(test, 'unexpected success', 'u')

    def printErrors(self):
        """Prints what failed."""
        if self.dots or self.showAll:
            self.stream.write('\n')
        for flavour, items in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in items:
                self.stream.write(f'{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n'
                                  f'{text}\n')
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                self.stream.write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


class TextTestRunner:
    """Runs tests and prints a report."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        """Runs a test or suite; returns the result."""
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - start
        write = self.stream.write
        result.printErrors()
        run = result.testsRun
        write(f'{result.separator2}\nRan {run} test{"" if run == 1 else "s"} in {taken:.3f}s\n\n')
        infos = []
        if result.wasSuccessful():
            write('OK')
        else:
            write('FAILED')
            if result.failures:
                infos.append(f'failures={len(result.failures)}')
            if result.errors:
                infos.append(f'errors={len(result.errors)}')
        for name, items in (('skipped', result.skipped), ('expected failures', result.expectedFailures),
                            ('unexpected successes', result.unexpectedSuccesses)):
            if items:
                infos.append(f'{name}={len(items)}')
        write(f' ({", ".join(infos)})\n' if infos else '\n')
        self.stream.flush()
        return result


class TestSuite:
    """Tests that are run together."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        """Adds a test."""
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        """Adds tests."""
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={self._tests}>'

    def countTestCases(self):
        """The number of tests."""
        return sum(test.countTestCases() for test in self)

    def _all(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._all()
            else:
                yield test

    def run(self, result, debug=False):
        """Runs the tests, with what belongs before and after those of a class and a module."""
        current = _Current(result)
        for test in self._all():
            if result.shouldStop:
                break
            if current.enter(test):
                test(result)
        current.leave()
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self._all():
            test.debug()


BaseTestSuite = TestSuite


class _Holder:
    """Stands for a class or module whose preparation failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __str__(self):
        return self.description

    id = __str__

    def countTestCases(self):
        return 0

    def shortDescription(self):
        """There is none."""


class _Current:
    """The class and module whose tests run."""

    def __init__(self, result):
        self.result = result
        self.cls = None
        self.module = None
        self.class_good = self.module_good = True

    def enter(self, test):
        """Prepares the class and the module of a test; whether it can run."""
        cls = test.__class__
        if cls is not self.cls:
            self._leave_class()
            if cls.__module__ != self.module:
                self._leave_module()
                self.module = cls.__module__
                self.module_good = self._run(self._in_module('setUpModule'), f'setUpModule ({self.module})')
            self.cls = cls
            self.class_good = True
            if self.module_good and not getattr(cls, '__unittest_skip__', False):
                self.class_good = self._run(getattr(cls, 'setUpClass', None), f'setUpClass ({strclass(cls)})')
        return self.class_good and self.module_good

    def leave(self):
        self._leave_class()
        self._leave_module()

    def _in_module(self, name):
        return getattr(sys.modules.get(self.module), name, None)

    def _leave_class(self):
        cls, self.cls = self.cls, None
        if cls is None or getattr(cls, '__unittest_skip__', False) or not self.module_good:
            return
        if self.class_good:
            self._run(getattr(cls, 'tearDownClass', None), f'tearDownClass ({strclass(cls)})')
        self._run(getattr(cls, 'doClassCleanups', None), f'tearDownClass ({strclass(cls)})')

    def _leave_module(self):
        if self.module is not None:
            if self.module_good:
                self._run(self._in_module('tearDownModule'), f'tearDownModule ({self.module})')
            from unittest.case import doModuleCleanups
            doModuleCleanups()
            self.module = None

    def _run(self, function, name):
        if function is None:
            return True
        try:
            function()
            return True
        except SkipTest as skipped:
            self.result.addSkip(_Holder(name), str(skipped))
        except Exception as error:
            self.result.addError(_Holder(name), (type(error), error, getattr(error, '__traceback__', None)))
        return False


class TestLoader:
    """Finds tests."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = True
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's tests."""
        names = [n for n in dir(testCaseClass)
                 if n.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, n))]
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, pattern=None):
        """The tests of a module."""
        tests = []
        for name in sorted(vars(module)):
            value = getattr(module, name)
            if isinstance(value, type) and issubclass(value, TestCase) and value.__module__ != 'unittest.case':
                tests.append(self.loadTestsFromTestCase(value))
        tests = self.suiteClass(tests)
        own = getattr(module, 'load_tests', None)
        return own(self, tests, pattern) if own is not None else tests

    def loadTestsFromName(self, name, module=None):
        """The tests of a dotted name."""
        parts = name.split('.')
        obj = module
        if obj is None:
            for i in range(len(parts), 0, -1):
                try:
                    __import__('.'.join(parts[:i]))
                    obj = sys.modules['.'.join(parts[:i])]
                    parts = parts[i:]
                    break
                except ImportError:
                    if i == 1:
                        raise
        parent = None
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, type(sys)):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            return test if isinstance(test, TestSuite) else self.suiteClass([test])
        raise TypeError(f"don't know how to make test from: {obj!r}")

    def loadTestsFromNames(self, names, module=None):
        """The tests of dotted names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of the files in a folder."""
        import fnmatch
        import os
        folder = os.path.abspath(start_dir)
        if folder not in sys.path:
            sys.path.insert(0, folder)
        tests = []
        for name in sorted(os.listdir(folder)):
            if fnmatch.fnmatch(name, pattern) and name.endswith('.py'):
                tests.append(self.loadTestsFromModule(__import__(name[:-3])))
        return self.suiteClass(tests)


defaultTestLoader = TestLoader()


class TestProgram:
    """Runs the tests of a module and ends the program; `unittest.main` is this."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        argv = sys.argv if argv is None else argv
        names = []
        for arg in argv[1:]:
            if arg in ('-v', '--verbose'):
                verbosity = 2
            elif arg in ('-q', '--quiet'):
                verbosity = 0
            elif arg in ('-f', '--failfast'):
                failfast = True
            elif not arg.startswith('-'):
                names.append(arg)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        test = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast), buffer=bool(buffer))
        self.result = testRunner.run(test)
        if exit:
            sys.exit(not self.result.wasSuccessful())
