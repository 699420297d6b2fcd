"""Which of the names that public programs use run here."""
import builtins
import importlib
import io
import os
import re
import warnings

from _help import signature_of

HERE = os.path.dirname(os.path.abspath(__file__))
# Groups whose names belong to matplotlib, and those that the language's grammar describes.
PICTURES = ('pyplot', 'Axes')
SYNTAX = ('Syntax', 'Special methods defined', 'print')


def groups():
    """The names that programs use: a list of (group, [(count, name), …])."""
    result = []
    with open(os.path.join(HERE, 'usage.txt')) as file:
        for line in file:
            line = line.rstrip('\n')
            if line.startswith('## '):
                result.append((line[3:], []))
            elif line and result:
                count, _, name = line.partition(' ')
                result[-1][1].append((int(count), name))
    return result


def reasons(name):
    """A file of reasons: lines `NAME: REASON`, where NAME may end in `*`."""
    result = []
    with open(os.path.join(HERE, name)) as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                pattern, _, reason = line.rstrip('\n').partition(': ')
                result.append((pattern, reason))
    return result


def reason_of(name, known):
    """The reason of a name, and the pattern it stands at; None where it has none."""
    for pattern, reason in known:
        if pattern == name or pattern.endswith('*') and name.startswith(pattern[:-1]):
            return pattern, reason
    return None


def lookup(path):
    """The value of a dotted name; AttributeError where there is none."""
    parts = path.split('.')
    for end in range(len(parts), 0, -1):
        try:
            value = importlib.import_module('.'.join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            value = getattr(value, part)
        return value
    raise AttributeError(path)


def exists(path):
    """Whether a dotted name means something; old spellings that run with a warning do."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            lookup(path)
        except AttributeError:
            return False
    return True


def _takes(path, keyword):
    """Whether a function takes a named argument."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            text = signature_of(lookup(path))
        except AttributeError:
            return False
    return re.search(rf'[(\[ ]{keyword}\b', text) is not None or '**' in text


def _numpy(name):
    return exists('numpy' + name[2:]) or exists('autograd.' + name.replace('np.', 'numpy.', 1))


def _keyword(name, owners):
    path, keyword = name[:-2].split('(')
    return any(_takes(owner + path.lstrip('.'), keyword) for owner in owners)


def _specifies(spec):
    for value in (1.5, 12, 'text'):
        try:
            spec.format(value)
            return True
        except ValueError:
            pass
    return False


def _converts(spec):
    for value in (1.5, 'c'):
        try:
            spec % value
            return True
        except TypeError:
            pass
    return False


def _is_dtype(name):
    import numpy as np
    try:
        np.dtype(eval(name, {'np': np})) if name != 'structured' else np.dtype([('x', float)])
    except (NameError, TypeError):
        return False
    return True


def magics():
    """The magic lines that there are, as the interpreter's table declares them."""
    root = os.path.dirname(os.path.dirname(HERE))
    with open(os.path.join(root, 'Sources', 'NNCore', 'Interpreter', 'MagicLines.swift')) as file:
        return re.findall(r'"(%+\w+)"', file.read())


def runs(group, name):
    """Whether a name of a group runs; None for what this cannot tell."""
    if group.startswith(PICTURES) or group in SYNTAX:
        return None
    if group == 'Modules imported':
        return name == '__future__' or exists(name)
    if group == 'NumPy names':
        return _numpy(name)
    if group == 'NumPy keyword arguments':
        return _keyword('numpy' + name[2:], [''])
    if group == 'Array attributes and methods':
        return exists('numpy.ndarray.' + name)
    if group.startswith('Array attributes'):
        return _keyword(name, ['numpy.ndarray.', 'builtins.list.'])
    if group.startswith('Generator'):
        method = name.split('.')[-1]
        return exists('numpy.random.Generator.' + method) or exists('numpy.random.RandomState.' + method)
    if group in ('Builtins', 'Decorators'):
        return name == '__file__' or exists('builtins.' + name) or exists(name)
    if group.endswith(' methods'):
        kind = {'string': 'str'}.get(kind := group.split(' ')[0].lower(), kind)
        return exists(f'builtins.{kind}.{name}') if kind != 'file' else hasattr(io.TextIOWrapper, name)
    if group == 'Notebook magics':
        return name.split()[0] in magics()
    if group == 'Format specs':
        return _specifies(name)
    if group == '% conversions':
        return _converts(name)
    if group == 'dtypes named':
        return _is_dtype(name)
    return None
