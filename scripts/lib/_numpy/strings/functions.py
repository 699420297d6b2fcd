"""Functions of arrays of text."""

import numpy as np

__name__ = 'numpy.strings'

add = np.char.add
capitalize = np.char.capitalize
center = np.char.center
count = np.char.count
decode = np.char.decode
encode = np.char.encode
endswith = np.char.endswith
expandtabs = np.char.expandtabs
find = np.char.find
index = np.char.index
isalnum = np.char.isalnum
isalpha = np.char.isalpha
isdecimal = np.char.isdecimal
isdigit = np.char.isdigit
islower = np.char.islower
isnumeric = np.char.isnumeric
isspace = np.char.isspace
istitle = np.char.istitle
isupper = np.char.isupper
ljust = np.char.ljust
lower = np.char.lower
lstrip = np.char.lstrip
mod = np.char.mod
multiply = np.char.multiply
replace = np.char.replace
rfind = np.char.rfind
rindex = np.char.rindex
rjust = np.char.rjust
rstrip = np.char.rstrip
startswith = np.char.startswith
str_len = np.char.str_len
strip = np.char.strip
swapcase = np.char.swapcase
title = np.char.title
upper = np.char.upper
zfill = np.char.zfill
translate = np.char.translate


def equal(x1, x2):
    """Whether the texts of two arrays are equal."""
    return np.asarray(x1) == np.asarray(x2)


def not_equal(x1, x2):
    """Whether the texts of two arrays differ."""
    return np.asarray(x1) != np.asarray(x2)


def less(x1, x2):
    """Whether the texts of one array come before those of another."""
    return np.asarray(x1) < np.asarray(x2)


def less_equal(x1, x2):
    """Whether no text of one array comes behind that of another."""
    return np.asarray(x1) <= np.asarray(x2)


def greater(x1, x2):
    """Whether the texts of one array come behind those of another."""
    return np.asarray(x1) > np.asarray(x2)


def greater_equal(x1, x2):
    """Whether no text of one array comes before that of another."""
    return np.asarray(x1) >= np.asarray(x2)


def _parts(function, a, sep):
    a, sep = np.broadcast_arrays(np.asarray(a), np.asarray(sep))
    rows = [function(str(one), str(by)) for one, by in zip(a.reshape(-1), sep.reshape(-1))]
    return tuple(np.array([row[place] for row in rows], dtype=None if rows else a.dtype).reshape(a.shape)
                 for place in range(3))


def partition(a, sep):
    """Return three arrays: the parts before the first separator, the separator, and the parts behind it."""
    return _parts(str.partition, a, sep)


def rpartition(a, sep):
    """Return three arrays: the parts before the last separator, the separator, and the parts behind it."""
    return _parts(str.rpartition, a, sep)


_nothing = object()


def slice(a, start=None, stop=_nothing, step=None, /):
    """Return the characters of each text from `start` to before `stop`; with one number, those before it."""
    import builtins
    if stop is _nothing:
        start, stop = None, start
    a = np.asarray(a)
    bounds = [None if one is None else np.broadcast_to(one, a.shape) for one in (start, stop, step)]
    result = np.empty_like(a)
    for place in np.ndindex(*a.shape):
        parts = [None if one is None else int(one[place]) for one in bounds]
        result[place] = a[place][builtins.slice(*parts)]
    return result
