"""Checks of derivatives against central differences."""

import numpy as np
import _autograd
from autograd.misc.flatten import flatten

TOL = 1e-6
RTOL = 1e-6
EPS = 1e-6


def _scalar_function(f, args, argnum, seed):
    """f as a function of a vector, its result multiplied by fixed random numbers and summed."""
    flat_arg, unflatten = flatten(args[argnum])
    state = np.random.RandomState(seed) if hasattr(np.random, 'RandomState') else None
    weights = []

    def function(vector):
        arguments = list(args)
        arguments[argnum] = unflatten(vector)
        flat_result, _ = flatten(f(*arguments))
        if not weights:
            count = len(flat_result)
            weights.append(np.cos(np.arange(1.0, count + 1) * 1.7) + 0.3)
        return np.sum(flat_result * weights[0])

    return function, np.array(flat_arg, dtype=float)


def numerical_gradient(function, x, step=EPS):
    """Central differences."""
    result = np.zeros_like(x)
    for index in range(len(x)):
        width = step * max(1.0, abs(x[index]))
        ahead, behind = x.copy(), x.copy()
        ahead[index] += width
        behind[index] -= width
        result[index] = (function(ahead) - function(behind)) / (2 * width)
    return result


def _cause(function, x, index, derived, measured):
    """A guess at why an entry differs."""
    if not np.isfinite(derived) or not np.isfinite(measured):
        return 'not finite'
    width = EPS * max(1.0, abs(x[index]))
    ahead, behind = x.copy(), x.copy()
    ahead[index] += width
    behind[index] -= width
    right = (function(ahead) - function(x)) / width
    left = (function(x) - function(behind)) / width
    if abs(right - left) > 1e-2 * max(1.0, abs(right), abs(left)):
        return 'a kink within the step'
    if derived == 0:
        return 'the result does not see this entry: a missing term'
    ratio = measured / derived
    for factor in (2.0, 0.5, -1.0, 3.0, 4.0):
        if abs(ratio - factor) < 1e-4:
            return f'a factor {factor:g}'
    if ratio == round(ratio) and ratio > 1:
        return 'a missing sum over a repeated axis'
    if abs(ratio - 1) < 1e-3:
        return 'float32 somewhere, or a step that is too large'
    return ''


class GradientMismatch(AssertionError):
    """Derivatives that differ from central differences."""


def _compare(function, x, name, tol, rtol):
    derived = np.array(_autograd.gradient(function, 0, (x,), {}))
    measured = numerical_gradient(function, x)
    error = np.abs(derived - measured)
    limit = tol + rtol * 100 * np.abs(measured)
    wrong = [index for index in range(len(x)) if not error[index] <= limit[index] + 1e-5 * (1 + abs(measured[index]))]
    if not wrong:
        return
    wrong.sort(key=lambda index: -error[index] if error[index] == error[index] else -np.inf)
    lines = [f'{len(wrong)} of {len(x)} entries of the derivative by {name} differ from central differences:',
             '  index        derived       measured      ratio  likely cause']
    for index in wrong[:10]:
        ratio = derived[index] / measured[index] if measured[index] != 0 else np.inf
        cause = _cause(function, x, index, derived[index], measured[index])
        lines.append(f'  {index:5d} {derived[index]:14.7g} {measured[index]:14.7g} {ratio:10.4g}  {cause}')
    raise GradientMismatch('\n'.join(lines))


def check_grads(f, *args, argnum=None, modes=('fwd', 'rev'), order=2):
    """Compares the derivatives of f with central differences, up to an order. Also check_grads(f, argnum)(*args)."""
    if argnum is None and (not args or isinstance(args[0], (list, tuple)) and not hasattr(args[0], 'shape') and all(
            isinstance(item, int) for item in args[0]) or len(args) == 1 and isinstance(args[0], int)):
        numbers = args[0] if args else 0
        return lambda *arguments: _check(f, arguments, numbers, order)
    if argnum is not None and not args:
        return lambda *arguments: _check(f, arguments, argnum, order)
    if not args:
        return lambda *arguments: _check(f, arguments, 0, order)
    numbers = tuple(range(len(args))) if argnum is None else argnum
    return _check(f, args, numbers, order)


def _check(f, args, argnum, order):
    numbers = (argnum,) if isinstance(argnum, int) else tuple(argnum)
    for number in numbers:
        function, x = _scalar_function(f, args, number, number)
        _compare(function, x, f'argument {number}', TOL, RTOL)
        if order > 1:
            direction = np.sin(np.arange(1.0, len(x) + 1))

            def second(vector):
                return np.sum(_autograd.gradient(function, 0, (vector,), {}) * direction)

            _compare(second, x, f'argument {number}, second order', TOL, RTOL)


def combo_check(fun, argnum=None, modes=('fwd', 'rev'), order=2):
    """check_grads for all combinations of the given arguments and keyword arguments."""
    import itertools

    def check(*argument_lists, **keyword_lists):
        names = list(keyword_lists)
        for args in itertools.product(*argument_lists):
            for values in itertools.product(*[keyword_lists[name] for name in names]):
                kwargs = dict(zip(names, values))
                numbers = 0 if argnum is None else argnum
                _check(lambda *inner: fun(*inner, **kwargs), args, numbers, order)
    return check
