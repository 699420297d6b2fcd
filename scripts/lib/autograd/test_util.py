"""Checks of derivatives against central differences."""

import itertools

import numpy as np
import _autograd
from autograd._operators import make_jvp
from autograd.extend import _State
from autograd.misc.flatten import flatten

TOL = 1e-6
RTOL = 1e-6
EPS = 1e-6


def _reals(flat):
    """A vector of numbers as one of real numbers: the real parts, then the imaginary ones."""
    return np.concatenate([np.real(flat), np.imag(flat)]) if flat.dtype.kind == 'c' else flat


class _Argument:
    """An argument as a vector of real numbers, and what its places are called."""

    def __init__(self, args, number):
        self.args = args
        self.number = number
        flat, self._unflatten = flatten(args[number])
        self.is_complex = flat.dtype.kind == 'c'
        self.count = len(flat)
        self.vector = np.array(_reals(flat), dtype=float)
        self.shape = None if isinstance(args[number], (tuple, list, dict)) else np.shape(args[number])

    def arguments(self, vector):
        """The arguments with the one in question made of a vector."""
        if self.is_complex:
            vector = vector[:self.count] + 1j * vector[self.count:]
        result = list(self.args)
        result[self.number] = self._unflatten(vector)
        return result

    def names(self):
        """The places as one writes them."""
        result = []
        for path, leaf in _paths(self.args[self.number]):
            result += [path + (str(list(index)) if index else '') for index in np.ndindex(np.shape(leaf))]
        if self.is_complex:
            result = [name + '.real' for name in result] + [name + '.imag' for name in result]
        return result


def _paths(value, path=''):
    if isinstance(value, (tuple, list)):
        return [pair for index, item in enumerate(value) for pair in _paths(item, f'{path}[{index}]')]
    if isinstance(value, dict):
        return [pair for key in sorted(value) for pair in _paths(value[key], f'{path}[{key!r}]')]
    return [(path, value)]


def _scalar_function(f, argument):
    """f as a function of a vector, its result multiplied by fixed numbers and summed."""
    def function(vector):
        flat_result = _reals(flatten(f(*argument.arguments(vector)))[0])
        return np.sum(flat_result * (np.cos(np.arange(1.0, len(flat_result) + 1) * 1.7) + 0.3))
    return function


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
    ahead[index], behind[index] = x[index] + width / 8, x[index] - width / 8
    nearer = (function(ahead) - function(behind)) / (width / 4)
    if abs(nearer - measured) > 0.5 * max(1.0, abs(measured)):
        return 'a jump within the step'
    return _cause_of_ratio(derived, measured)


def _cause_of_ratio(derived, measured):
    if derived == 0:
        return 'the result does not see this entry: a missing term'
    ratio = measured / derived
    if abs(ratio + 1) < 1e-4:
        return 'a factor -1'
    times = round(ratio)
    if times >= 2 and abs(ratio - times) < 1e-4 * times:
        return f'a factor {times}' + (', or a missing sum over a repeated axis' if times > 2 else '')
    parts = round(1 / ratio) if ratio else 0
    if parts >= 2 and abs(1 / ratio - parts) < 1e-4 * parts:
        return f'a factor 1/{parts}' + (f', as of a mean over {parts}' if parts > 2 else '')
    if abs(ratio - 1) < 1e-3:
        return 'float32 somewhere, or a step that is too large'
    return ''


class GradientMismatch(AssertionError):
    """Derivatives that differ from central differences."""


def _wrong_places(derived, measured):
    error = np.abs(derived - measured)
    limit = TOL + RTOL * 100 * np.abs(measured) + 1e-5 * (1 + np.abs(measured))
    wrong = [index for index in range(len(derived)) if not error[index] <= limit[index]]
    return sorted(wrong, key=lambda index: -error[index] if error[index] == error[index] else -np.inf)


def _table(title, wrong, names, derived, measured, cause):
    """The worst entries, with both values and the likely cause."""
    width = max([5] + [len(names[index]) for index in wrong[:10]])
    lines = [title, f'  {"index":>{width}s}        derived       measured      ratio  likely cause']
    for index in wrong[:10]:
        ratio = derived[index] / measured[index] if measured[index] != 0 else np.inf
        lines.append(f'  {names[index]:>{width}s} {derived[index]:14.7g} {measured[index]:14.7g} {ratio:10.4g}  '
                     f'{cause(index)}')
    return lines


def _pattern(argument, wrong, derived, measured):
    """What a matrix of wrong entries has in common; an empty text where nothing."""
    shape = argument.shape
    if shape is None or len(shape) != 2 or argument.is_complex:
        return ''
    if shape[0] == shape[1] and not _wrong_places(derived.reshape(shape).T.reshape(-1), measured):
        return '  it is the transpose of what is right'
    places = [np.unravel_index(index, shape) for index in wrong]
    for axis, name in enumerate(('row', 'column')):
        if len({int(place[axis]) for place in places}) == 1 and len(places) > 1:
            return f'  all in {name} {int(places[0][axis])}'
    return ''


def _observed(function, *args):
    """What a function gives, and the cotangents that had not the shapes of their arguments meanwhile."""
    before = _State.misshapen
    _State.misshapen = []
    try:
        return function(*args), _State.misshapen
    finally:
        _State.misshapen = before


def _check_shapes(misshapen):
    for name, index, shape, right in misshapen:
        raise GradientMismatch(f'the derivative of {name} by argument {index} has the shape {shape}, and the argument '
                               f'has {right}: a missing sum over a repeated axis')


def _compare(function, argument, what):
    x = argument.vector
    derived, misshapen = _observed(lambda: np.array(_autograd.gradient(function, 0, (x,), {})))
    measured = numerical_gradient(function, x)
    wrong = _wrong_places(derived, measured)
    if not wrong:
        return _check_shapes(misshapen)
    title = f'{len(wrong)} of {len(x)} entries of the derivative by {what} differ from central differences:'
    lines = _table(title, wrong, argument.names(), derived, measured,
                   lambda index: _cause(function, x, index, derived[index], measured[index]))
    pattern = _pattern(argument, wrong, derived, measured)
    raise GradientMismatch('\n'.join(lines + ([pattern] if pattern else [])))


def _check_reverse(f, argument, order):
    function, what = _scalar_function(f, argument), f'argument {argument.number}'
    _compare(function, argument, what)
    if order > 1:
        direction = np.sin(np.arange(1.0, len(argument.vector) + 1))
        _compare(lambda vector: np.sum(_autograd.gradient(function, 0, (vector,), {}) * direction), argument,
                 f'{what}, second order')


def _check_forward(f, argument, order, what=None):
    """Compares the tangent of the result for one of the argument with a central difference."""
    what = what or f'argument {argument.number}'
    direction = np.sin(np.arange(1.0, len(argument.vector) + 1)) + 0.2

    def vector_function(vector):
        return _reals(flatten(f(*argument.arguments(vector)))[0])

    def tangent(vector):
        return make_jvp(vector_function)(vector)(direction)[1]

    x = argument.vector
    derived = np.array(tangent(x), dtype=float)
    width = EPS * max(1.0, np.max(np.abs(x), initial=0.0))
    measured = (vector_function(x + width * direction) - vector_function(x - width * direction)) / (2 * width)
    wrong = _wrong_places(derived, measured)
    if wrong:
        title = f'{len(wrong)} of {len(derived)} entries of the tangent (make_jvp) by {what} differ from central ' \
                'differences:'
        names = [str([index]) for index in range(len(derived))]
        raise GradientMismatch('\n'.join(_table(
            title, wrong, names, derived, measured,
            lambda index: _cause_of_ratio(derived[index], measured[index]))))
    if order > 1:
        inner = _Argument((x,), 0)
        _check_forward(tangent, inner, order - 1, f'{what}, second order')


def check_grads(f, *args, argnum=None, modes=('fwd', 'rev'), order=2):
    """Compares the derivatives of f with central differences, up to an order: check_grads(f, *args) by all arguments,
    or check_grads(f, argnum)(*args) as autograd has it.

    modes: 'rev' is grad, and 'fwd' make_jvp, which takes the rules of defjvp. AssertionError with a table of the worst
    entries, and the likely cause of each, where they differ: a factor, a missing sum or mean, a transposed result, a
    kink within the step, float32.

    >>> check_grads(np.tanh, np.array([0.5, -2.0]))
    """
    assert all(mode in ('fwd', 'rev') for mode in modes), f'modes are of fwd and rev, not {modes}'
    if argnum is None and (not args or isinstance(args[0], (list, tuple)) and not hasattr(args[0], 'shape') and all(
            isinstance(item, int) for item in args[0]) or len(args) == 1 and isinstance(args[0], int)):
        numbers = args[0] if args else 0
        return lambda *arguments: _check(f, arguments, numbers, modes, order)
    if argnum is not None and not args:
        return lambda *arguments: _check(f, arguments, argnum, modes, order)
    numbers = tuple(range(len(args))) if argnum is None else argnum
    return _check(f, args, numbers, modes, order)


def _check(f, args, argnum, modes, order):
    for number in (argnum,) if isinstance(argnum, int) else tuple(argnum):
        # The arguments that grad refuses, integers, are refused here too.
        _autograd.vjp(f, number, args, {})
        argument = _Argument(args, number)
        if 'rev' in modes:
            _check_reverse(f, argument, order)
        if 'fwd' in modes:
            _check_forward(f, argument, order)


def combo_check(fun, argnum=0, modes=('fwd', 'rev'), order=2):
    """check_grads for all combinations of the given arguments and keyword arguments."""
    def check(*argument_lists, **keyword_lists):
        names = list(keyword_lists)
        for args in itertools.product(*argument_lists):
            for values in itertools.product(*[keyword_lists[name] for name in names]):
                kwargs = dict(zip(names, values))
                _check(lambda *inner: fun(*inner, **kwargs), args, argnum, modes, order)
    return check
