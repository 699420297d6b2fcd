"""What type checkers read, and what takes types apart."""

__name__ = 'typing'

from typing import _GenericAlias, Annotated, Generic


def cast(typ, val):
    """The value itself."""
    return val


def assert_type(val, typ, /):
    """The value itself."""
    return val


def reveal_type(obj, /):
    """The object itself; prints its type."""
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Says that code was reached that never should be."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def _unimplemented(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Marks one of several signatures."""
    return _unimplemented


def get_overloads(func):
    return []


def clear_overloads():
    pass


def final(f):
    """Marks what is not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Marks what is not to be checked."""
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(**options):
    def decorate(cls_or_fn):
        return cls_or_fn
    return decorate


def get_origin(tp):
    """What stands before the brackets of a type."""
    if isinstance(tp, _GenericAlias) and tp._name == 'Annotated':
        return Annotated
    if hasattr(tp, '__origin__') and (hasattr(tp, '__args__') or not isinstance(tp, type)):
        return tp.__origin__
    if type(tp).__name__ == 'UnionType':
        return type(tp)
    return Generic if tp is Generic else None


def get_args(tp):
    """What stands in the brackets of a type."""
    if isinstance(tp, _GenericAlias):
        if tp._name == 'Annotated':
            return (tp.__origin__, *tp.__metadata__)
        if tp._name == 'Callable' and not (len(tp.__args__) == 2 and tp.__args__[0] is ...):
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    return getattr(tp, '__args__', ()) if not isinstance(tp, type) or hasattr(tp, '__origin__') else ()
