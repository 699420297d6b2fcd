"""Functions that act on functions."""

from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like what it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like `wrapped`."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


# Caches

_info_class = None


def _cache_info(hits, misses, maxsize, currsize):
    global _info_class
    if _info_class is None:
        from collections import namedtuple
        _info_class = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    return _info_class(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Remembers the last `maxsize` results of a function."""
    function = None
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    return decorate if function is None else decorate(function)


def cache(user_function, /):
    """Remembers all results of a function."""
    return lru_cache(maxsize=None)(user_function)


_missing = object()


class cached_property:
    """A method called once; its result becomes an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f'to cache {self.attrname!r} property.') from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            cache[self.attrname] = value
        return value


# Ordering

def _negate(answer):
    return answer if answer is NotImplemented else not answer


def _or_equal(answer, self, other):
    return answer if answer is NotImplemented else answer or self == other


def _and_differs(answer, self, other):
    return answer if answer is NotImplemented else answer and self != other


def _not_or_equal(answer, self, other):
    return answer if answer is NotImplemented else not answer or self == other


def _not_and_differs(answer, self, other):
    return answer if answer is NotImplemented else not answer and self != other


def _derived(root):
    """The three other comparisons as functions of the one that a class defines."""
    opposite = {'__lt__': '__gt__', '__gt__': '__lt__', '__le__': '__ge__', '__ge__': '__le__'}[root]
    if root in ('__lt__', '__gt__'):
        same = {'__lt__': '__le__', '__gt__': '__ge__'}[root]
        negated = {'__lt__': '__ge__', '__gt__': '__le__'}[root]
        return {
            opposite: lambda self, other: _not_and_differs(getattr(type(self), root)(self, other), self, other),
            same: lambda self, other: _or_equal(getattr(type(self), root)(self, other), self, other),
            negated: lambda self, other: _negate(getattr(type(self), root)(self, other)),
        }
    strict = {'__le__': '__lt__', '__ge__': '__gt__'}[root]
    negated = {'__le__': '__gt__', '__ge__': '__lt__'}[root]
    return {
        opposite: lambda self, other: _not_or_equal(getattr(type(self), root)(self, other), self, other),
        strict: lambda self, other: _and_differs(getattr(type(self), root)(self, other), self, other),
        negated: lambda self, other: _negate(getattr(type(self), root)(self, other)),
    }


def total_ordering(cls):
    """Adds the comparisons that a class lacks to the one that it has."""
    names = ('__lt__', '__le__', '__gt__', '__ge__')
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # `<` is preferred, then `<=`, `>`, `>=`.
    for name, function in _derived(roots[0]).items():
        if name not in roots:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


# Methods

def _check_method(func):
    if not (callable(func) or hasattr(func, '__get__')):
        raise TypeError(f'{func!r} is not callable or a descriptor')


class partialmethod:
    """A method with some arguments given."""

    def __init__(self, func, /, *args, **keywords):
        _check_method(func)
        inner = func if isinstance(func, partialmethod) else None
        self.func = inner.func if inner else func
        self.args = inner.args + args if inner else args
        self.keywords = {**inner.keywords, **keywords} if inner else keywords

    def __repr__(self):
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{k}={v!r}' for k, v in self.keywords.items())
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        method = self.func

        def call(target, /, *args, **keywords):
            return method(target, *self.args, *args, **{**self.keywords, **keywords})
        return partial(call, obj) if obj is not None else call


def _dispatch(cls, registry):
    """The best of the registered classes for `cls`: the nearest in its order of bases, where an abstract class stands
    right behind the first class that implements it."""
    mro = cls.__mro__
    for c in mro:
        if c in registry and c is not object:
            best = c
            break
    else:
        best = None
    virtual = [t for t in registry if t not in mro and hasattr(t, '__subclasscheck__') and issubclass(cls, t)]
    if not virtual:
        return registry[best or object]
    for c in mro:
        if c is best:
            return registry[c]
        here = [t for t in virtual if issubclass(c, t) and not any(issubclass(b, t) for b in c.__bases__)]
        here = [t for t in here if not any(u is not t and issubclass(u, t) for u in here)]
        if len(here) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {here[0]} or {here[1]}')
        if here:
            return registry[here[0]]
    return registry[object]


def _members(cls):
    """What a union names; nothing for anything else."""
    import sys
    typing = sys.modules.get('typing')
    if type(cls).__name__ == 'UnionType' or typing and typing.get_origin(cls) is typing.Union:
        return cls.__args__
    return ()


def _union(cls):
    """The same where all are classes."""
    members = _members(cls)
    return members if all(isinstance(member, type) for member in members) else ()


def singledispatch(func):
    """A generic function: the class of the first argument chooses what is called."""
    registry = {object: func}
    chosen = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The function for a class."""
        found = chosen.get(cls)
        if found is None:
            found = registry.get(cls)
            if found is None:
                found = _dispatch(cls, registry)
            chosen[cls] = found
        return found

    def register(cls, func=None):
        """Adds the function for a class."""
        if isinstance(cls, type) or _union(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif func is not None:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        else:
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated function.')
            func = cls
            argument, cls = next(iter(annotations.items()))
            if not isinstance(cls, type):
                from typing import get_type_hints
                cls = get_type_hints(func)[argument]
            if not isinstance(cls, type) and not _union(cls):
                if _members(cls):
                    raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is not a class.')
        for member in _union(cls) or (cls,):
            registry[member] = func
        chosen.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A generic method: the class of its first argument chooses what is called."""

    def __init__(self, func):
        _check_method(func)
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        """Adds the method for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **keywords):
            chosen = dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **keywords)
        method.register = self.register
        return update_wrapper(method, self.func)
