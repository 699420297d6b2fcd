"""Assertions about arrays."""

import contextlib
import math
import unittest
import warnings

import numpy as np

__name__ = 'numpy.testing'

verbose = 0
IS_PYPY = False
IS_WASM = False
HAS_REFCOUNT = True
HAS_LAPACK64 = False
TestCase = unittest.TestCase
SkipTest = unittest.SkipTest


class KnownFailureException(Exception):
    """A failure that was to be expected."""


def build_err_msg(arrays, err_msg, header='Items are not equal:', verbose=True, names=('ACTUAL', 'DESIRED'),
                  precision=8):
    """Return the text of a failed comparison."""
    lines = ['\n' + header]
    err_msg = str(err_msg)
    if err_msg:
        if err_msg.find('\n') == -1 and len(err_msg) < 79 - len(header):
            lines = [lines[0] + ' ' + err_msg]
        else:
            lines.append(err_msg)
    if verbose:
        for place, a in enumerate(arrays):
            if isinstance(a, np.ndarray):
                text = np.array_repr(a, precision=precision)
            else:
                try:
                    text = repr(a)
                except Exception as problem:
                    text = f'[repr failed for <{type(a).__name__}>: {problem}]'
            if text.count('\n') > 3:
                text = '\n'.join(text.splitlines()[:3])
                text += '...'
            lines.append(f' {names[place]}: {text}')
    return '\n'.join(lines)


def assert_(val, msg=''):
    """Fail unless a value is true; also where assertions are switched off."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def assert_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Fail unless two objects are equal: containers item by item, nan like nan."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}', verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for place in range(len(desired)):
            assert_equal(actual[place], desired[place], f'item={place!r}\n{err_msg}', verbose)
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
    msg = build_err_msg([actual, desired], err_msg, verbose=verbose)
    if np.isscalar(desired) != np.isscalar(actual):
        raise AssertionError(msg)
    try:
        if _is_nan(desired) and _is_nan(actual):
            return
        if isinstance(desired, (float, np.floating)) and isinstance(actual, (float, np.floating)):
            if desired == 0 and actual == 0 and math.copysign(1, desired) != math.copysign(1, actual):
                raise AssertionError(msg)
    except (TypeError, ValueError):
        pass
    if not (desired == actual):
        raise AssertionError(msg)


def _is_nan(value):
    return isinstance(value, (float, complex, np.inexact)) and bool(np.isnan(value))


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    """Fail unless two numbers or arrays differ by less than 1.5 units of a decimal place."""
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)

    def text():
        header = f'Arrays are not almost equal to {decimal} decimals'
        return build_err_msg([actual, desired], err_msg, verbose=verbose, header=header)

    if isinstance(actual, complex) or isinstance(desired, complex):
        try:
            assert_almost_equal(np.real(actual), np.real(desired), decimal=decimal)
            assert_almost_equal(np.imag(actual), np.imag(desired), decimal=decimal)
        except AssertionError:
            raise AssertionError(text()) from None
        return
    if not (math.isfinite(desired) and math.isfinite(actual)):
        if math.isnan(desired) or math.isnan(actual):
            if not (math.isnan(desired) and math.isnan(actual)):
                raise AssertionError(text())
        elif not desired == actual:
            raise AssertionError(text())
        return
    if abs(desired - actual) >= np.float64(1.5 * 10.0 ** (-decimal)):
        raise AssertionError(text())


def assert_approx_equal(actual, desired, significant=7, err_msg='', verbose=True):
    """Fail unless two numbers agree to significant digits."""
    actual, desired = float(actual), float(desired)
    if desired == actual:
        return
    with np.errstate(invalid='ignore'):
        scale = 0.5 * (abs(desired) + abs(actual))
        scale = 10.0 ** math.floor(math.log10(scale)) if scale else 1.0
    first = desired / scale if scale else 0.0
    second = actual / scale if scale else 0.0
    msg = build_err_msg([actual, desired], err_msg, header=f'Items are not equal to {significant} significant digits:',
                        verbose=verbose)
    if not (math.isfinite(desired) and math.isfinite(actual)):
        if math.isnan(desired) or math.isnan(actual):
            if not (math.isnan(desired) and math.isnan(actual)):
                raise AssertionError(msg)
        elif not desired == actual:
            raise AssertionError(msg)
        return
    if abs(first - second) >= 10.0 ** -(significant - 1):
        raise AssertionError(msg)


def _shape(array):
    return str(tuple(array.shape))


def assert_array_compare(comparison, x, y, err_msg='', verbose=True, header='', precision=6, equal_nan=True,
                         equal_inf=True, *, strict=False, names=('ACTUAL', 'DESIRED')):
    """Fail unless a comparison holds for all pairs of elements."""
    x = np.asanyarray(x)
    y = np.asanyarray(y)
    given_x, given_y = x, y
    if strict:
        matches = x.shape == y.shape and x.dtype == y.dtype
    else:
        matches = x.shape == () or y.shape == () or x.shape == y.shape
    if not matches:
        reason = f'\n(shapes {x.shape}, {y.shape} mismatch)' if x.shape != y.shape else (
            f'\n(dtypes {x.dtype}, {y.dtype} mismatch)')
        raise AssertionError(build_err_msg([x, y], err_msg + reason, verbose=verbose, header=header, names=names,
                                           precision=precision))

    def same_places(first, second, what):
        if not np.all(first == second):
            raise AssertionError(build_err_msg(
                [x, y], err_msg + f'\n{what} location mismatch:', verbose=verbose, header=header, names=names,
                precision=precision))

    skipped = np.array(False)
    both_numbers = x.dtype.kind in 'fcbiu' and y.dtype.kind in 'fcbiu'
    if both_numbers and (x.dtype.kind in 'fc' or y.dtype.kind in 'fc'):
        if equal_nan:
            same_places(np.isnan(x), np.isnan(y), 'nan')
            skipped = np.isnan(x) | np.isnan(y)
        if equal_inf:
            same_places(np.isinf(x), np.isinf(y), 'inf')
            infinite = np.isinf(x) & np.isinf(y)
            differ = (x != y) & infinite & ~(np.isnan(x) | np.isnan(y))
            if np.any(differ):
                raise AssertionError(build_err_msg(
                    [x, y], err_msg + '\ninf values mismatch:', verbose=verbose, header=header, names=names,
                    precision=precision))
            skipped = skipped | infinite
    if np.any(skipped):
        skipped = np.broadcast_to(skipped, np.broadcast_shapes(x.shape, y.shape))
        x = np.broadcast_to(x, skipped.shape)[~skipped] if x.ndim else x
        y = np.broadcast_to(y, skipped.shape)[~skipped] if y.ndim else y
        if x.size == 0 or (x.ndim == 0 and np.all(skipped)):
            return
    held = comparison(x, y)
    held = np.asarray(held)
    if held.ndim == 0:
        ok = bool(held)
        reduced = held.reshape(1)
    else:
        reduced = held.ravel()
        ok = bool(reduced.all())
    if ok:
        return
    remarks = []
    count = int(reduced.size - np.count_nonzero(reduced))
    total = max(given_x.size, given_y.size)
    remarks.append(f'Mismatched elements: {count} / {total} ({100 * count / total:.3g}%)')
    different = ~held
    full_x, full_y = np.broadcast_arrays(np.asarray(given_x), np.asarray(given_y))
    if held.ndim > 0 or given_x.ndim == 0:
        marked = different
        if np.any(skipped):
            marked = np.zeros(skipped.shape, dtype=bool)
            marked[~skipped] = different
        places = np.argwhere(np.atleast_1d(marked)).tolist()[:5]
        if count > 5:
            remarks.append('First 5 mismatches are at indices:')
        else:
            remarks.append('Mismatch at index:' if count == 1 else 'Mismatch at indices:')
        for place in places:
            if given_x.ndim == 0 and given_y.ndim == 0:
                remarks[-1:] = []
                break
            index = tuple(place)
            remarks.append(f' {_index_text(index)}: {full_x[index]} ({names[0]}), {full_y[index]} ({names[1]})')
    with contextlib.suppress(TypeError), np.errstate(all='ignore'):
        if both_numbers:
            error = abs(x.astype(float) - y.astype(float) if x.dtype.kind == 'u' or x.dtype.kind == 'b' else x - y)
            largest = np.max(np.asarray(error)[np.asarray(different)]) if np.ndim(error) else error
            if x.dtype.kind in 'biu' and y.dtype.kind in 'biu':
                remarks.append(f'Max absolute difference among violations: {int(largest)}')
            else:
                remarks.append('Max absolute difference among violations: ' + _number_text(largest))
            nonzero = np.broadcast_to(np.asarray(y != 0), np.shape(error)) & np.broadcast_to(different, np.shape(error))
            if not np.any(nonzero):
                relative = np.inf
            else:
                divisor = np.broadcast_to(np.abs(y), np.shape(error))
                relative = np.max((np.asarray(error) / divisor)[nonzero]) if np.ndim(error) else error / abs(y)
            remarks.append('Max relative difference among violations: ' + _number_text(relative))
    err_msg = str(err_msg) + '\n' + '\n'.join(remarks)
    raise AssertionError(build_err_msg([given_x, given_y], err_msg, verbose=verbose, header=header, names=names,
                                       precision=precision))


def _index_text(index):
    return '[' + ', '.join(str(place) for place in index) + ']'


def _number_text(value):
    return np.array2string(np.asarray(value))


def assert_array_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    """Fail unless two arrays have the same shape and elements; nan counts as equal to nan."""
    assert_array_compare(lambda x, y: x == y, actual, desired, err_msg=err_msg, verbose=verbose,
                         header='Arrays are not equal', strict=strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg='', verbose=True):
    """Fail unless the elements of two arrays differ by less than 1.5 units of a decimal place."""

    def compare(x, y):
        return abs(x - y) < 1.5 * 10.0 ** (-decimal)

    assert_array_compare(compare, actual, desired, err_msg=err_msg, verbose=verbose,
                         header=f'Arrays are not almost equal to {decimal} decimals', precision=decimal)


def assert_array_less(x, y, err_msg='', verbose=True, *, strict=False):
    """Fail unless the elements of one array are smaller than those of another."""
    assert_array_compare(lambda a, b: a < b, x, y, err_msg=err_msg, verbose=verbose,
                         header='Arrays are not strictly ordered `x < y`', equal_inf=False, strict=strict,
                         names=('x', 'y'))


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True, *, strict=False):
    """Fail unless two arrays agree within tolerances."""

    def compare(x, y):
        return np.isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    actual, desired = np.asanyarray(actual), np.asanyarray(desired)
    assert_array_compare(compare, actual, desired, err_msg=str(err_msg), verbose=verbose,
                         header=f'Not equal to tolerance rtol={rtol:g}, atol={atol:g}', equal_nan=equal_nan,
                         strict=strict)


def assert_array_almost_equal_nulp(x, y, nulp=1):
    """Fail unless two arrays of floats are close in units of their spacing."""
    x, y = np.asarray(x), np.asarray(y)
    scale = nulp * np.spacing(np.where(np.abs(x) > np.abs(y), np.abs(x), np.abs(y)))
    with np.errstate(invalid='ignore'):
        if np.all(np.abs(x - y) <= scale):
            return
    if np.iscomplexobj(x) or np.iscomplexobj(y):
        raise AssertionError(f'Arrays are not equal to {nulp} ULP')
    raise AssertionError(f'Arrays are not equal to {nulp} ULP (max is {np.max(_steps_between(x, y)):g})')


def _steps_between(x, y, dtype=None):
    """How many floats lie between the elements of two arrays."""
    x, y = (np.array(one, dtype=dtype) for one in (x, y))
    kind = np.result_type(x, y)
    if kind.kind == 'c':
        raise NotImplementedError('_nulp not implemented for complex array')
    if kind.kind != 'f':
        raise TypeError(f'Unsupported dtype {kind!r}')
    x, y = np.atleast_1d(x.astype(kind)), np.atleast_1d(y.astype(kind))
    if x.shape != y.shape:
        raise ValueError(f'Arrays do not have the same shape: {x.shape} - {y.shape}')
    whole = np.dtype(f'i{kind.itemsize}')
    least = np.iinfo(whole).min
    x[np.isnan(x)] = np.nan
    y[np.isnan(y)] = np.nan
    places = []
    for one in (x, y):
        place = one.view(whole).astype(np.int64 if whole.itemsize < 8 else whole)
        places.append(np.where(place < 0, least - place, place))
    return np.abs(np.asarray(places[0] - places[1], dtype=kind))


def assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    """Fail unless two arrays of floats differ by at most so many steps. Returns how many."""
    steps = _steps_between(a, b, dtype)
    if not np.all(steps <= maxulp):
        raise AssertionError(f'Arrays are not almost equal up to {maxulp:g} ULP (max difference is {np.max(steps):g} ULP)')
    return steps


def assert_string_equal(actual, desired):
    """Fail unless two strings are the same."""
    if not isinstance(actual, str):
        raise AssertionError(repr(type(actual)))
    if not isinstance(desired, str):
        raise AssertionError(repr(type(desired)))
    if actual == desired:
        return
    import difflib
    lines = list(difflib.Differ().compare(actual.splitlines(True), desired.splitlines(True)))
    raise AssertionError('Differences in strings:\n' + ''.join(line for line in lines if not line.startswith('  ')).rstrip())


class _Case(unittest.TestCase):
    def nop(self):
        """Nothing."""


def assert_raises(*args, **kwargs):
    """Fail unless a call raises an exception; without a call a context manager."""
    return _Case('nop').assertRaises(*args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, *args, **kwargs):
    """Fail unless a call raises an exception whose text matches a regular expression."""
    return _Case('nop').assertRaisesRegex(exception_class, expected_regexp, *args, **kwargs)


@contextlib.contextmanager
def _expected_warning(category):
    with warnings.catch_warnings(record=True) as records:
        warnings.simplefilter('always')
        yield
        if not any(issubclass(record.category, category) for record in records):
            raise AssertionError('No warning raised')


def assert_warns(warning_class, *args, **kwargs):
    """Fail unless a call warns; without a call a context manager."""
    if not args:
        return _expected_warning(warning_class)
    with _expected_warning(warning_class):
        return args[0](*args[1:], **kwargs)


@contextlib.contextmanager
def _no_warning():
    with warnings.catch_warnings(record=True) as records:
        warnings.simplefilter('always')
        yield
        if records:
            raise AssertionError(f'Got warnings: {records}')


def assert_no_warnings(*args, **kwargs):
    """Fail where a call warns; without a call a context manager."""
    if not args:
        return _no_warning()
    with _no_warning():
        return args[0](*args[1:], **kwargs)


def print_assert_equal(test_string, actual, desired):
    """Fail with a text unless two objects are equal."""
    if not (actual == desired):
        raise AssertionError(f'{test_string} failed\nACTUAL: \n{actual!r}\nDESIRED: \n{desired!r}')


def measure(code_str, times=1, label=None):
    """Return the seconds that a text takes to run."""
    import time
    code = compile(code_str, f'Test name: {label} ', 'exec')
    start = time.perf_counter()
    for _ in range(times):
        exec(code, {})
    return 0.01 * int(100 * (time.perf_counter() - start))


def run_module_suite(*args, **kwargs):
    """Run the tests of the main module."""
    unittest.main()
