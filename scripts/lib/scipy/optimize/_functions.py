"""Functions that are minimised: what they cost, their values and gradients, and what was found."""

import numpy as np

_EPSILON = 1.4901161193847656e-08
_MESSAGES = {0: 'Optimization terminated successfully.',
             1: 'Maximum number of iterations has been exceeded.',
             2: 'Desired error not necessarily achieved due to precision loss.',
             3: 'NaN result encountered.'}


class OptimizeResult(dict):
    """What an optimisation found; its entries are attributes too."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError as problem:
            raise AttributeError(name) from problem

    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__

    def __dir__(self):
        return list(self.keys())

    def __repr__(self):
        order = ['message', 'success', 'status', 'fun', 'funl', 'x', 'xl', 'col_ind', 'nit', 'lower', 'upper', 'eqlin',
                 'ineqlin', 'converged', 'flag', 'function_calls', 'iterations', 'root']
        names = [name for name in order if name in self] + [name for name in self if name not in order]
        if not names:
            return type(self).__name__ + '()'
        width = max(map(len, names)) + 1
        lines = []
        for name in names:
            value = self[name]
            text = (np.array2string(value, max_line_width=76, suppress_small=False, separator=' ', prefix='', precision=3,
                                    floatmode='maxprec', edgeitems=3, threshold=10,
                                    formatter={'float_kind': _number}) if isinstance(value, np.ndarray) else
                    str(value) if isinstance(value, (str, float, np.floating)) else repr(value))
            lines.append(name.rjust(width) + ': ' + text.replace('\n', '\n' + ' ' * (width + 2)))
        return '\n'.join(lines)


def _number(x):
    if np.isneginf(x):
        return '      -inf'
    if np.isposinf(x):
        return '       inf'
    if np.isnan(x):
        return '       nan'
    return np.format_float_scientific(x, precision=3, pad_left=2, unique=False)


class _Function:
    """A function with its gradient, counted and remembered."""

    def __init__(self, fun, args, jac, epsilon):
        self.nfev = self.njev = 0
        self._args = args
        self._epsilon = epsilon
        if jac is True:
            self._fun = _Both(fun)
            self._jac = self._fun.derivative
        else:
            self._fun, self._jac = fun, jac if callable(jac) else None
        self._x = self._gx = None
        self._f = self._g = None

    def fun(self, x):
        """The value at a place."""
        if self._x is None or not np.array_equal(x, self._x):
            self.nfev += 1
            value = self._fun(np.copy(x), *self._args)
            if not np.isscalar(value):
                try:
                    value = np.asarray(value).item()
                except (TypeError, ValueError) as problem:
                    raise ValueError('The user-provided objective function must return a scalar value.') from problem
            self._x, self._f = np.copy(x), value
        return self._f

    def grad(self, x):
        """The gradient at a place."""
        if self._gx is None or not np.array_equal(x, self._gx):
            if self._jac is not None:
                self.njev += 1
                g = np.atleast_1d(np.asarray(self._jac(np.copy(x), *self._args), dtype=float))
            else:
                f0 = self.fun(x)
                g = np.empty(len(x))
                for place in range(len(x)):
                    ahead = np.copy(x)
                    step = self._epsilon
                    ahead[place] = x[place] + step
                    step = ahead[place] - x[place]
                    self.nfev += 1
                    value = self._fun(ahead, *self._args)
                    value = value if np.isscalar(value) else np.asarray(value).item()
                    g[place] = (value - f0) / step
                self.njev += 1
            self._gx, self._g = np.copy(x), g
        return self._g


class _Both:
    """A function that returns its value and its gradient."""

    def __init__(self, fun):
        self._fun = fun
        self._x = None

    def _compute(self, x, args):
        if self._x is None or not np.array_equal(x, self._x):
            self._x = np.copy(x)
            self._value, self._gradient = self._fun(x, *args)

    def __call__(self, x, *args):
        self._compute(x, args)
        return self._value

    def derivative(self, x, *args):
        self._compute(x, args)
        return self._gradient
