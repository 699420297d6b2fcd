"""The names a `.nn` program starts with, as a Python namespace (design.md, "Bare names")."""

import builtins
import re

import matplotlib.pyplot as plt
import numpy as np

#: Array names that clash with nothing in Python.
ARRAY_NAMES = """
array asarray zeros ones empty full zeros_like ones_like full_like empty_like eye identity arange linspace meshgrid
c_ r_ concatenate stack vstack hstack column_stack ravel reshape transpose swapaxes moveaxis expand_dims squeeze copy
atleast_1d atleast_2d broadcast_to
dot matmul inner outer prod mean std var amin amax argmax argmin cumsum cumprod median where clip maximum minimum
exp exp2 expm1 log log2 log10 log1p sqrt cbrt square sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh
arcsinh arccosh arctanh hypot absolute fabs sign floor ceil trunc rint power mod fmod remainder floor_divide
add subtract multiply divide true_divide negative positive reciprocal logaddexp deg2rad rad2deg degrees radians
greater greater_equal less less_equal equal not_equal logical_and logical_or logical_not logical_xor
bitwise_and bitwise_or bitwise_xor invert left_shift right_shift isnan isinf isfinite signbit
nonzero flatnonzero sort argsort unique diff repeat tile roll flip fliplr flipud argwhere allclose isclose array_equal
count_nonzero searchsorted bincount trace diag triu tril take shape ndim size append nan_to_num ndarray
newaxis pi e inf nan bool_ uint8 uint64 int64 float32 float64 dtype
""".split()

#: Legacy random functions, bare.
RANDOM_NAMES = """
seed randn rand random random_sample randint normal uniform permutation shuffle choice standard_normal
""".split()

#: Python's unless an argument is an array or an array keyword is given.
SHARED_NAMES = "abs all any divmod max min pow round sum".split()

ARRAY_KEYWORDS = frozenset("axis keepdims dtype out where initial".split())

PLOT_NAMES = """
figure plot scatter contourf contour imshow hist bar legend title xlabel ylabel xlim ylim xticks yticks show savefig grid
subplot subplots colorbar axis
""".split()


def shared(name):
    """Python's function `name` that becomes NumPy's when an argument is an array."""
    python, array = getattr(builtins, name), getattr(np, name)

    def call(*args, **kwargs):
        holds_array = any(isinstance(value, (np.ndarray, np.generic)) for value in args)
        return (array if holds_array or ARRAY_KEYWORDS & kwargs.keys() else python)(*args, **kwargs)

    call.__name__ = name
    return call


def namespace(dialect):
    """A fresh namespace of the dialect `py` (Python's names alone) or `nn` (array names besides)."""
    names = {"__name__": "__main__", "__builtins__": builtins}
    if dialect == "nn":
        names.update((name, getattr(np, name)) for name in ARRAY_NAMES)
        names.update((name, getattr(np.random, name)) for name in RANDOM_NAMES)
        names.update((name, shared(name)) for name in SHARED_NAMES)
        names.update((name, getattr(plt, name)) for name in PLOT_NAMES)
    return names


def public_name(kind):
    """The name of an exception's class, or of its first base that is no private class of NumPy's."""
    return next(k.__name__ for k in kind.__mro__ if not k.__name__.startswith("_") and "._" not in k.__module__)


def error_lines(error):
    """The last lines of a traceback, without module names; a syntax error is recorded by its type alone."""
    name = public_name(type(error))
    if isinstance(error, SyntaxError) or not str(error):
        return [name]
    return f"{name}: {error}".split("\n")


def python3(source):
    """`source` with Python 2's print statements, each alone on its line, as calls."""

    def call(match):
        indent, values, comma = match.groups()
        return f"{indent}print({values}, end=' ')" if comma else f"{indent}print({values})"

    return re.sub(r"^( *)print ((?![=(]).+?|\(.+?)(,?)$", call, source, flags=re.M)
