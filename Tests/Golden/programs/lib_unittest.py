import io
import re
import unittest


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class up')

    @classmethod
    def tearDownClass(cls):
        print('class down')

    def setUp(self):
        self.items = [1, 2]
        self.addCleanup(print, 'cleanup')

    def tearDown(self):
        print('down')

    def test_good(self):
        """A good test."""
        self.assertEqual(self.items, [1, 2])

    def test_bad(self):
        self.assertEqual(1, 2, 'numbers')

    def test_error(self):
        {}['k']

    @unittest.skip('not now')
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_surprise(self):
        pass

    def test_skip_inside(self):
        self.skipTest('inside')

    def test_parts(self):
        for i in range(3):
            with self.subTest('odd', i=i):
                self.assertEqual(i % 2, 0)


@unittest.skipIf(True, 'all of it')
class Skipped(unittest.TestCase):
    def test_x(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('no class')

    def test_y(self):
        pass


def run(cls, verbosity):
    out = io.StringIO()
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
    text = re.sub(r'in \d\.\d+s', 'in TIME', out.getvalue())
    print('\n'.join(line for line in text.splitlines() if not line.startswith('    ') and not line.startswith('  File')))
    print(result, result.wasSuccessful())


for cls in (Calls, Skipped, Broken):
    for verbosity in (1, 2):
        run(cls, verbosity)
t = unittest.TestCase()


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


long = list(range(40))
for f in (lambda: t.assertEqual([1, 2, 3], [1, 2, 4]), lambda: t.assertEqual((1,), (1, 2)), lambda: t.assertEqual({'a': 1}, {'a': 2}), lambda: t.assertEqual({1, 2}, {2, 3}),
          lambda: t.assertEqual('abc\ndef', 'abc\nxyz'), lambda: t.assertEqual('a', 'b'), lambda: t.assertEqual(long, long + [1]), lambda: t.assertEqual(1.5, '1.5'),
          lambda: t.assertNotEqual(1, 1), lambda: t.assertTrue(0), lambda: t.assertFalse([1], 'why'), lambda: t.assertIs([], []), lambda: t.assertIsNot(None, None),
          lambda: t.assertIsNone(1), lambda: t.assertIsNotNone(None), lambda: t.assertIn(1, [2]), lambda: t.assertNotIn(1, [1]), lambda: t.assertIsInstance(1, str),
          lambda: t.assertNotIsInstance(1, int), lambda: t.assertLess(2, 1), lambda: t.assertLessEqual(2, 1), lambda: t.assertGreater(1, 2), lambda: t.assertGreaterEqual(1, 2),
          lambda: t.assertAlmostEqual(1.0, 1.1), lambda: t.assertAlmostEqual(1, 1.00000001), lambda: t.assertAlmostEqual(1, 2, delta=0.5), lambda: t.assertNotAlmostEqual(1, 1),
          lambda: t.assertAlmostEqual(1.0, 1.01, places=3), lambda: t.assertCountEqual([1, 1, 2], [2, 1]), lambda: t.assertCountEqual([[1]], [[2]]), lambda: t.assertRegex('abc', 'x+'),
          lambda: t.assertNotRegex('abc', 'b'), lambda: t.assertRaises(ValueError, int, '5'), lambda: t.assertRaises(ValueError, int, 'x'), lambda: t.assertRaises(KeyError, int, 'x'),
          lambda: t.assertRaisesRegex(ValueError, 'zzz', int, 'x'), lambda: t.assertRaises(3, int), lambda: t.fail('boom'), lambda: t.assertSequenceEqual([1], (2,)),
          lambda: t.assertEqual('x' * 100, 'x' * 99 + 'y'), lambda: t.assertListEqual([1], (1,)), lambda: t.assertDictEqual({}, []), lambda: unittest.TestCase('nope')):
    attempt(f)
with t.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
with t.assertRaisesRegex(ValueError, r'lit.*x'):
    int('x')
try:
    with t.assertRaises(KeyError):
        pass
except AssertionError as e:
    print(e)
import logging
with t.assertLogs('q', 'INFO') as logs:
    logging.getLogger('q').warning('hey')
print(logs.output)
suite = unittest.TestSuite([Calls('test_good'), unittest.FunctionTestCase(lambda: None)])
print(suite.countTestCases(), Calls('test_good'), repr(Calls('test_good')), Calls('test_good').id(), Calls('test_good').shortDescription(), unittest.TestLoader().getTestCaseNames(Calls))
