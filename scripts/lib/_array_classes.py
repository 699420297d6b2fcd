"""What NumPy's functions do with classes of the program: those that extend `ndarray`, and those that take part by
`__array_ufunc__`, `__array_function__` or `__array_wrap__`. The interpreter calls the functions named after the roles
of builtins, with the builtin, its positional arguments and the named ones that differ from their defaults."""

import numpy as np
from _array_forms import forms as _forms, second as _second

_ndarray = np.ndarray
_found = {}


def _override(kind, name):
    """A class's own `name`; the mark `_nothing` where it has none but ndarray's."""
    key = (kind, name)
    try:
        return _found[key]
    except KeyError:
        pass
    result = _nothing
    for ancestor in kind.__mro__:
        if ancestor is _ndarray or ancestor is object:
            break
        if name in ancestor.__dict__:
            result = ancestor.__dict__[name]
            break
    _found[key] = result
    return result


_nothing = object()
_plain_types = {int, float, complex, bool, str, bytes, list, tuple, dict, type(None), _ndarray, np.float64, np.int64}


def _is_class(value):
    kind = type(value)
    return kind not in _plain_types and isinstance(value, _ndarray)


def _asked(values, name):
    """The values whose classes have a method of their own, in the order in which they are asked: subclasses before
    their superclasses, else from left to right."""
    result, kinds = [], []
    for value in values:
        kind = type(value)
        if kind in _plain_types or kind in kinds or _override(kind, name) is _nothing:
            continue
        place = len(result)
        for index, other in enumerate(kinds):
            if issubclass(kind, other):
                place = index
                break
        kinds.insert(place, kind)
        result.insert(place, value)
    return result


def _bare(value):
    """A value as the plain array that it extends, lists and tuples of such as lists and tuples of arrays."""
    kind = type(value)
    if kind in (list, tuple):
        for item in value[:64]:
            if type(item) not in _plain_types and isinstance(item, _ndarray):
                return kind([_bare(item) for item in value])
        return value
    if kind in _plain_types:
        return value
    if isinstance(value, _ndarray) or _override(kind, '__array_wrap__') is not _nothing and hasattr(value, '__array__'):
        return np.asarray(value)
    return value


def _priority(value):
    return getattr(value, '__array_priority__', 0.0)


def _leader(values):
    """The value whose class a result has; None where there is none but plain arrays."""
    best, found = None, None
    for value in values:
        kind = type(value)
        if kind in _plain_types:
            if kind is _ndarray and (found is None or found < 0.0):
                best, found = None, 0.0
            continue
        if not isinstance(value, _ndarray):
            if _override(kind, '__array_wrap__') is _nothing:
                continue
        rank = _priority(value)
        if found is None or rank > found or best is None and rank >= found and isinstance(value, _ndarray):
            best, found = value, rank
    return best


def _wrap(leader, result, context=None, scalar=False):
    own = _override(type(leader), '__array_wrap__')
    array = np.asarray(result)
    if own is _nothing:
        return _ndarray.__array_wrap__(leader, array)
    return leader.__array_wrap__(array, context, scalar)


def _outs(kwargs):
    out = kwargs.get('out')
    if out is None:
        return ()
    return out if isinstance(out, tuple) else (out,)


def _call_ufunc(function, method, inputs, kwargs):
    """The ufunc without asking anybody, its result of the class that comes first."""
    given = kwargs
    outs = _outs(kwargs)
    if outs:
        kwargs = dict(kwargs)
        bare = tuple(None if out is None else np.asarray(out) if isinstance(out, _ndarray) else out for out in outs)
        kwargs['out'] = bare if len(bare) > 1 or method == '__call__' and getattr(function, 'nout', 1) > 1 else bare[0]
    if 'where' in kwargs:
        if kwargs is given:
            kwargs = dict(kwargs)
        kwargs['where'] = _bare(kwargs['where'])
    bare_inputs = tuple([_bare(value) for value in inputs])
    subok = kwargs.get('subok', True)
    result = np._undispatched(function if method == '__call__' else getattr(function, method), bare_inputs, kwargs)
    if method == 'at':
        return None
    if result is NotImplemented or not subok:
        return result
    leader = _leader(inputs)
    parts = result if type(result) is tuple else (result,)
    made = []
    for index, part in enumerate(parts):
        out = outs[index] if index < len(outs) else None
        if out is not None:
            if type(out) is not _ndarray and _override(type(out), '__array_wrap__') is not _nothing:
                context = (function, tuple(inputs) + tuple(outs), index) if method == '__call__' else None
                made.append(out.__array_wrap__(np.asarray(out), context, False))
            else:
                made.append(out)
        elif leader is None:
            made.append(part)
        else:
            context = (function, tuple(inputs), index) if method == '__call__' else None
            made.append(_wrap(leader, part, context, getattr(part, 'ndim', 1) == 0 and type(part) is not _ndarray))
    return tuple(made) if type(result) is tuple else made[0]


def _ufunc(function, method, inputs, kwargs):
    outs = _outs(kwargs)
    asked = _asked(tuple(inputs) + tuple(outs), '__array_ufunc__')
    if method == 'outer' and not asked and any(hasattr(value, '_mask') for value in inputs):
        own = getattr(np.ma, function.__name__, None)
        if hasattr(own, 'outer'):
            return own.outer(*inputs)
    if not asked:
        return _call_ufunc(function, method, inputs, kwargs)
    if outs:
        kwargs = dict(kwargs)
        kwargs['out'] = tuple(outs)
    for value in asked:
        if _override(type(value), '__array_ufunc__') is None:
            raise TypeError(f"operand '{type(value).__name__}' does not support ufuncs (__array_ufunc__=None)")
    for value in asked:
        result = value.__array_ufunc__(function, method, *inputs, **kwargs)
        if result is not NotImplemented:
            return result
    shown = ', '.join([repr(value) for value in inputs] + [f'{key}={value!r}' for key, value in kwargs.items()])
    kinds = ', '.join(repr(type(value).__name__) for value in tuple(inputs) + tuple(outs))
    raise TypeError('operand type(s) all returned NotImplemented from __array_ufunc__('
                    f'{function!r}, {method!r}, {shown}): {kinds}')


def ufunc(function, arguments, kwargs):
    number = function.nin
    if len(arguments) > number:
        outs = arguments[number:]
        arguments = arguments[:number]
        if any(out is not None for out in outs):
            kwargs['out'] = tuple(outs)
    return _ufunc(function, '__call__', arguments, kwargs)


def ufunc_method(method, arguments, kwargs):
    return _ufunc(arguments[0], method.__name__, arguments[1:], kwargs)


def default_ufunc(self, function, method, inputs, kwargs):
    for value in tuple(inputs) + tuple(_outs(kwargs)):
        if type(value) not in _plain_types and _override(type(value), '__array_ufunc__') is not _nothing:
            if not isinstance(value, type(self)) or _override(type(value), '__array_ufunc__') is not _override(
                    type(self), '__array_ufunc__'):
                return NotImplemented
    return _call_ufunc(function, method, inputs, kwargs)


# What functions of NumPy hand on to a method of their argument: the method's name, and whether `axis` and `out` are
# always given.
_methods = {
    'sum': True, 'prod': True, 'max': True, 'min': True, 'amax': True, 'amin': True, 'any': True, 'all': True,
    'mean': True, 'std': True, 'var': True,
    'take': False, 'reshape': False, 'choose': False, 'repeat': False, 'swapaxes': False, 'transpose': False,
    'argsort': False, 'argmax': False, 'argmin': False, 'searchsorted': False, 'squeeze': False, 'diagonal': False,
    'trace': False, 'ravel': False, 'nonzero': False, 'compress': False, 'clip': False, 'round': False,
    'cumsum': False, 'cumprod': False, 'put': False, 'argpartition': False, 'copy': None,
}

# Whose results are of the class of their arguments.
_keeping = {
    'concatenate', 'stack', 'vstack', 'hstack', 'dstack', 'column_stack', 'block', 'zeros_like', 'ones_like',
    'empty_like', 'sort', 'diff', 'nan_to_num', 'append', 'median', 'percentile', 'quantile', 'average', 'sum',
    'prod', 'max', 'min', 'amax', 'amin', 'any', 'all', 'mean', 'std', 'var', 'take', 'reshape', 'repeat', 'swapaxes',
    'transpose', 'argsort', 'argmax', 'argmin', 'squeeze', 'trace', 'ravel', 'compress', 'clip', 'round', 'cumsum',
    'cumprod', 'ptp', 'diagflat', 'correlate',
}
# Whose results are numbers where they have no axes.
_numbering = {'percentile', 'quantile', 'argmax', 'argmin', 'trace', 'round'}
# Whose results take over what their argument has as a view of it does, `__array_wrap__` not being asked.
_viewing = {'zeros_like', 'ones_like', 'empty_like'}
# Whose results are of such a class only where it comes before plain arrays.
_ranked = {'concatenate', 'stack', 'vstack', 'hstack', 'dstack', 'column_stack', 'block', 'append'}
# What NumPy's masked arrays have a function of their own for.
_masked = {'sort', 'diff', 'clip', 'unique', 'median', 'average', 'ones_like', 'zeros_like', 'expand_dims'}
_running = []


def _flat(arguments, kwargs):
    """The arguments, and what stands in lists and tuples among them."""
    for value in tuple(arguments) + tuple(kwargs.values()):
        if type(value) in (list, tuple):
            for item in value[:64]:
                yield item
        else:
            yield value


def _call_function(function, arguments, kwargs):
    name = function.__name__
    values = list(_flat(arguments, kwargs))
    out = kwargs.get('out')
    bare = {key: _bare(value) for key, value in kwargs.items()}
    subok = kwargs.get('subok', True)
    result = np._undispatched(function, tuple([_bare(value) for value in arguments]), bare)
    if out is not None and isinstance(out, _ndarray):
        return out
    if name not in _keeping or not subok:
        return result
    leader = _leader(values)
    if leader is None or name in _ranked and not _priority(leader) > 0.0:
        return result
    if type(result) in (list, tuple):
        return type(result)([_wrap(leader, part) for part in result])
    if name in _numbering and np.ndim(result) == 0 and not isinstance(leader, np.matrix):
        return result
    if name in _viewing:
        return _ndarray.__array_wrap__(leader, np.asarray(result))
    if isinstance(result, _ndarray) or isinstance(result, np.generic):
        return _wrap(leader, result, None, np.ndim(result) == 0)
    return result


def function(function, arguments, kwargs):
    asked = _asked(_flat(arguments, kwargs), '__array_function__')
    if asked:
        kinds = []
        for value in asked:
            kinds.append(type(value))
        for value in asked:
            if _override(type(value), '__array_function__') is None:
                continue
            result = value.__array_function__(function, tuple(kinds), tuple(arguments), kwargs)
            if result is not NotImplemented:
                return result
        raise TypeError(f"no implementation found for 'numpy.{function.__name__}' on types that implement "
                        f'__array_function__: {kinds}')
    name = function.__name__
    if name == 'array_repr' and arguments and _is_class(arguments[0]):
        lines = np.array_repr(np.asarray(arguments[0]), *arguments[1:], **kwargs)[5:].split('\n')
        kind = type(arguments[0]).__name__
        return kind + ('\n' + ' ' * (len(kind) - 5)).join(lines)
    if name in _masked and arguments and hasattr(arguments[0], '_mask') and isinstance(arguments[0], _ndarray):
        return getattr(np.ma, name)(*arguments, **kwargs)
    form = _forms.get(name)
    if form is not None and arguments and (
            _is_class(arguments[0]) or name in _second and len(arguments) > 1 and _is_class(arguments[1])):
        return form(*arguments, **kwargs)
    if name in _methods and arguments:
        first = arguments[0]
        kind = type(first)
        if kind not in _plain_types and _override(kind, name) is not _nothing and _methods[name] is not None:
            key = (name, id(first))
            if key not in _running:
                _running.append(key)
                try:
                    if _methods[name]:
                        passed = {'axis': kwargs.get('axis')}
                        passed.update(kwargs)
                        passed.setdefault('out', None)
                        return getattr(first, name)(*arguments[1:], **passed)
                    return getattr(first, name)(*arguments[1:], **kwargs)
                finally:
                    _running.remove(key)
    return _call_function(function, arguments, kwargs)


def default_function(self, function, types, arguments, kwargs):
    for kind in types:
        if not issubclass(kind, _ndarray):
            return NotImplemented
    return _call_function(function, tuple(arguments), dict(kwargs))


def method(method, arguments, kwargs):
    """A method of ndarray's on an array of another class."""
    self = arguments[0]
    name = method.__name__
    if not isinstance(self, _ndarray):
        return np._undispatched(method, arguments, kwargs)
    out = kwargs.get('out')
    bare = {key: _bare(value) for key, value in kwargs.items()}
    result = np._undispatched(method, tuple([_bare(value) for value in arguments]), bare)
    if out is not None and isinstance(out, _ndarray):
        return out
    if name in _unwrapped or not _is_class(self):
        return result
    if name == 'astype' and kwargs.get('subok') is False:
        return result
    if name in _numbering and np.ndim(result) == 0:
        return result
    if isinstance(result, _ndarray) or isinstance(result, np.generic) and name in _keeping:
        if name in _reducing:
            return _wrap(self, result, None, np.ndim(result) == 0)
        return _ndarray.__array_wrap__(self, np.asarray(result))
    return result


_unwrapped = {'nonzero', 'searchsorted', 'item', 'tolist', 'sort', 'put', '__getitem__'}
_reducing = {'sum', 'prod', 'max', 'min', 'any', 'all', 'mean', 'std', 'var'}


def property(getter, arguments, kwargs):
    self = arguments[0]
    result = getattr(np.asarray(self), getter.__name__)
    if isinstance(result, _ndarray):
        return _ndarray.__array_wrap__(self, result)
    return result


class _NoValueType:
    """The type of what stands for an argument that was left out."""

    def __repr__(self):
        return '<no value>'

    def __reduce__(self):
        return '_NoValue'


no_value = _NoValueType()


def object_scalar(value=None, /):
    """`np.object_(value)`: the value itself, an array of a sequence."""
    if isinstance(value, (list, tuple)):
        return np.array(value, dtype=object)
    return value


_words = {'bool': 'bool', 'int8': 'byte', 'uint8': 'ubyte', 'int16': 'short', 'uint16': 'ushort', 'int32': 'int',
          'uint32': 'uint', 'int64': 'long', 'uint64': 'ulong', 'float16': 'half', 'float32': 'float',
          'float64': 'double', 'complex64': 'cfloat', 'complex128': 'cdouble'}


def check_same_value(before, after):
    """ValueError where a conversion changed a number."""
    back = after.astype(before.dtype)
    same = (back == before) | ((back != back) & (before != before))
    if after.dtype.kind in 'iu' and before.dtype.kind == 'f':
        same &= np.isfinite(before)
    if before.dtype.kind == 'c' and after.dtype.kind != 'c':
        same = same & (before.imag == 0)
    if before.dtype.kind in 'iu' and after.dtype.kind in 'iu':
        same = same & ((before < 0) == (after < 0))
    if not np.all(same):
        raise ValueError(f"could not cast 'same_value' {_words.get(before.dtype.name, before.dtype.name)} to "
                         f'{_words.get(after.dtype.name, after.dtype.name)}')
