"""References that do not keep their objects alive."""

from _weakref import getweakrefcount, getweakrefs, ref
from collections.abc import MutableMapping, MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ReferenceType = ref


class WeakMethod:
    """A reference to a method of an object that it does not keep alive."""

    def __init__(self, meth, callback=None):
        if not hasattr(meth, '__self__') or not hasattr(meth, '__func__'):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        self._object = ref(meth.__self__, None if callback is None else lambda _: callback(self))
        self._function = ref(meth.__func__)
        self._type = type(meth)

    def __call__(self):
        owner, function = self._object(), self._function()
        return None if owner is None or function is None else self._type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash((self._object, self._function))


# Proxies

class ProxyType:
    """Stands for an object that it does not keep alive."""

    __slots__ = ('_proxy_reference', '__weakref__')

    def __init__(self, reference):
        object.__setattr__(self, '_proxy_reference', reference)

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        value = object.__getattribute__(self, '_proxy_reference')()
        return f'<weakproxy at {id(self):#x} to {type(value).__name__} at {id(value):#x}>'

    __hash__ = None


class CallableProxyType(ProxyType):
    """One of an object that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _target(proxy):
    value = object.__getattribute__(proxy, '_proxy_reference')()
    if value is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return value


def _bare(value):
    return _target(value) if isinstance(type(value), type) and type(value) in ProxyTypes else value


def _forward():
    import operator

    def unary(function):
        return lambda self: function(_target(self))

    def binary(function):
        return lambda self, other: function(_target(self), _bare(other))

    def reflected(function):
        return lambda self, other: function(_bare(other), _target(self))

    for name, function in {'str': str, 'bool': bool, 'len': len, 'iter': iter, 'next': next, 'neg': operator.neg,
                           'pos': operator.pos, 'abs': abs, 'invert': operator.invert, 'int': int, 'float': float,
                           'index': operator.index, 'reversed': reversed}.items():
        setattr(ProxyType, f'__{name}__', unary(function))
    for name in ('lt', 'le', 'eq', 'ne', 'ge', 'gt', 'getitem', 'delitem', 'contains', 'iadd', 'isub', 'imul'):
        setattr(ProxyType, f'__{name}__', binary(getattr(operator, name)))
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and_', 'or_', 'xor', 'lshift', 'rshift',
                 'matmul'):
        function = getattr(operator, name)
        setattr(ProxyType, f'__{name.rstrip("_")}__', binary(function))
        setattr(ProxyType, f'__r{name.rstrip("_")}__', reflected(function))
    ProxyType.__setitem__ = lambda self, key, value: operator.setitem(_target(self), key, value)


_forward()


def proxy(object, callback=None, /):
    """A stand-in for an object that it does not keep alive."""
    reference = ref(object) if callback is None else ref(object, lambda _: callback(result))
    result = (CallableProxyType if callable(object) else ProxyType)(reference)
    return result


# Containers

class WeakValueDictionary(MutableMapping):
    """A dictionary whose entries go when nobody else holds their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _watched(self, key, value):
        own = ref(self)

        def remove(reference):
            mapping = own()
            if mapping is not None and mapping.data.get(key) is reference:
                del mapping.data[key]
        return ref(value, remove)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = self._watched(key, value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __len__(self):
        return sum(1 for reference in self.data.values() if reference() is not None)

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    keys = __iter__

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def copy(self):
        return type(self)(self.items())

    __copy__ = copy

    def valuerefs(self):
        return list(self.data.values())

    itervaluerefs = valuerefs

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakKeyDictionary(MutableMapping):
    """A dictionary whose entries go when nobody else holds their keys."""

    def __init__(self, dict=None):
        self.data = {}
        own = ref(self)

        def remove(reference):
            mapping = own()
            if mapping is not None:
                mapping.data.pop(reference, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        try:
            return self.data[ref(key)]
        except KeyError:
            raise KeyError(ref(key)) from None

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    keys = __iter__

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def copy(self):
        return type(self)(dict(self.items()))

    __copy__ = copy

    def keyrefs(self):
        return list(self.data)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakSet(MutableSet):
    """A set whose elements go when nobody else holds them."""

    def __init__(self, data=None):
        self.data = set()
        own = ref(self)

        def remove(reference):
            group = own()
            if group is not None:
                group.data.discard(reference)
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            value = reference()
            if value is not None:
                yield value

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    __or__ = union

    def __ior__(self, other):
        self.update(other)
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def isdisjoint(self, other):
        return not self.intersection(other)

    def __reduce__(self):
        return type(self), (list(self),)

    def __repr__(self):
        return repr(set(self))


class finalize:
    """Calls a function once an object has gone, or at the end of the program."""

    __slots__ = ()
    _entries = {}
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._registered = True
        finalize._entries[id(self)] = [ref(obj, lambda _: self()), func, args, kwargs, True, self]

    def __call__(self, _=None):
        entry = finalize._entries.pop(id(self), None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = finalize._entries.pop(id(self), None)
        if entry is not None and entry[0]() is not None:
            return entry[0](), entry[1], entry[2], entry[3]

    def peek(self):
        entry = finalize._entries.get(id(self))
        if entry is not None and entry[0]() is not None:
            return entry[0](), entry[1], entry[2], entry[3]

    @property
    def alive(self):
        return id(self) in finalize._entries

    @property
    def atexit(self):
        entry = finalize._entries.get(id(self))
        return bool(entry and entry[4])

    @atexit.setter
    def atexit(self, value):
        entry = finalize._entries.get(id(self))
        if entry:
            entry[4] = bool(value)

    @classmethod
    def _at_exit(cls):
        for entry in list(cls._entries.values())[::-1]:
            if entry[4]:
                entry[5]()
