"""Tests of programs."""

from unittest.case import (FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext,
                           expectedFailure, skip, skipIf, skipUnless)
from unittest.runner import (BaseTestSuite, TestLoader, TestProgram, TestResult, TestSuite, TextTestResult,
                             TextTestRunner, defaultTestLoader)

__all__ = ['FunctionTestCase', 'SkipTest', 'TestCase', 'TestLoader', 'TestProgram', 'TestResult', 'TestSuite',
           'TextTestResult', 'TextTestRunner', 'defaultTestLoader', 'expectedFailure', 'main', 'skip', 'skipIf',
           'skipUnless', 'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext']

main = TestProgram
