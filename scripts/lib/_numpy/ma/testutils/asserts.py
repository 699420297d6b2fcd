"""Assertions about masked arrays."""

import operator

import numpy as np

__name__ = 'numpy.ma.testutils'

assert_ = np.testing.assert_
assert_allclose = np.testing.assert_allclose
assert_array_almost_equal_nulp = np.testing.assert_array_almost_equal_nulp
assert_raises = np.testing.assert_raises


def approx(a, b, fill_value=True, rtol=1e-5, atol=1e-8):
    """Whether elements are about equal; masked ones are where `fill_value` is true."""
    mask = np.ma.mask_or(np.ma.getmask(a), np.ma.getmask(b))
    one, other = np.ma.filled(a), np.ma.filled(b)
    if one.dtype.char == 'O' or other.dtype.char == 'O':
        return np.equal(one, other).ravel()
    x = np.ma.filled(np.ma.masked_array(one, copy=False, mask=mask), fill_value).astype(np.float64)
    y = np.ma.filled(np.ma.masked_array(other, copy=False, mask=mask), 1).astype(np.float64)
    return np.less_equal(np.absolute(x - y), atol + rtol * np.absolute(y)).ravel()


def almost(a, b, decimal=6, fill_value=True):
    """Whether elements are equal in so many decimals."""
    mask = np.ma.mask_or(np.ma.getmask(a), np.ma.getmask(b))
    one, other = np.ma.filled(a), np.ma.filled(b)
    if one.dtype.char == 'O' or other.dtype.char == 'O':
        return np.equal(one, other).ravel()
    x = np.ma.filled(np.ma.masked_array(one, copy=False, mask=mask), fill_value).astype(np.float64)
    y = np.ma.filled(np.ma.masked_array(other, copy=False, mask=mask), 1).astype(np.float64)
    return np.around(np.abs(x - y), decimal).ravel() <= 10.0 ** (-decimal)


def assert_equal_records(a, b):
    """Fails unless two records are equal."""
    np.testing.assert_equal(a.dtype, b.dtype)
    for name in a.dtype.names:
        one, other = operator.getitem(a, name), operator.getitem(b, name)
        if not (one is np.ma.masked) and not (other is np.ma.masked):
            assert_equal(one, other)


def assert_equal(actual, desired, err_msg=''):
    """Fails unless two objects are equal."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg)
        for key in desired:
            if key not in actual:
                raise AssertionError(f'{key} not in {actual}')
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}')
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for one, other in zip(actual, desired):
            assert_equal(one, other, err_msg)
        return
    if not (isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray)):
        text = np.testing.build_err_msg([actual, desired], err_msg)
        if not desired == actual:
            raise AssertionError(text)
        return
    if (actual is np.ma.masked) != (desired is np.ma.masked) and not np.all(
            np.ma.getmaskarray(actual) | np.ma.getmaskarray(desired)):
        raise AssertionError(np.testing.build_err_msg([actual, desired], err_msg, header='', names=('x', 'y')))
    one, other = np.asanyarray(actual), np.asanyarray(desired)
    if one.dtype.char == 'S' and other.dtype.char == 'S':
        return assert_array_equal(one.tolist(), other.tolist())
    return assert_array_equal(one, other, err_msg)


def fail_if_equal(actual, desired, err_msg=''):
    """Fails where two objects are equal."""
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return fail_if_array_equal(actual, desired, err_msg)
    if desired == actual:
        raise AssertionError(np.testing.build_err_msg([actual, desired], err_msg))


assert_not_equal = fail_if_equal


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    """Fails unless two objects are equal in so many decimals."""
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return assert_array_almost_equal(actual, desired, decimal=decimal, err_msg=err_msg, verbose=verbose)
    if not round(abs(desired - actual), decimal) == 0:
        raise AssertionError(np.testing.build_err_msg([actual, desired], err_msg, verbose=verbose))


assert_close = assert_almost_equal


def assert_array_compare(comparison, x, y, err_msg='', verbose=True, header='', fill_value=True):
    """Fails unless a comparison holds for all elements that are not masked."""
    mask = np.ma.mask_or(np.ma.getmask(x), np.ma.getmask(y))
    x = np.ma.masked_array(x, copy=False, mask=mask, keep_mask=False, subok=False)
    y = np.ma.masked_array(y, copy=False, mask=mask, keep_mask=False, subok=False)
    if (x is np.ma.masked) != (y is np.ma.masked):
        raise AssertionError(np.testing.build_err_msg([x, y], err_msg, verbose=verbose, header=header, names=('x', 'y')))
    return np.testing.assert_array_compare(comparison, x.filled(fill_value), y.filled(fill_value), err_msg=err_msg, verbose=verbose,
                    header=header)


def assert_array_equal(x, y, err_msg='', verbose=True):
    """Fails unless all elements are equal that are not masked."""
    assert_array_compare(operator.eq, x, y, err_msg=err_msg, verbose=verbose, header='Arrays are not equal')


def fail_if_array_equal(x, y, err_msg='', verbose=True):
    """Fails where all elements are equal that are not masked."""
    def compare(x, y):
        return not np.all(approx(x, y))

    assert_array_compare(compare, x, y, err_msg=err_msg, verbose=verbose, header='Arrays are not equal')


def assert_array_approx_equal(x, y, decimal=6, err_msg='', verbose=True):
    """Fails unless all elements are about equal."""
    def compare(x, y):
        return approx(x, y, rtol=10. ** -decimal)

    assert_array_compare(compare, x, y, err_msg=err_msg, verbose=verbose, header='Arrays are not almost equal')


def assert_array_almost_equal(x, y, decimal=6, err_msg='', verbose=True):
    """Fails unless all elements are equal in so many decimals."""
    def compare(x, y):
        return almost(x, y, decimal)

    assert_array_compare(compare, x, y, err_msg=err_msg, verbose=verbose, header='Arrays are not almost equal')


def assert_array_less(x, y, err_msg='', verbose=True):
    """Fails unless all elements are less."""
    assert_array_compare(operator.__lt__, x, y, err_msg=err_msg, verbose=verbose, header='Arrays are not less-ordered')


def assert_mask_equal(m1, m2, err_msg=''):
    """Fails unless two masks are equal."""
    if m1 is np.ma.nomask:
        assert_(m2 is np.ma.nomask)
    if m2 is np.ma.nomask:
        assert_(m1 is np.ma.nomask)
    np.testing.assert_array_equal(m1, m2, err_msg=err_msg)
