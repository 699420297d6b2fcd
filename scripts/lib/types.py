"""The language's own classes that have no name elsewhere."""

import sys

from _generic import GenericAlias


def _function():
    pass


def _generator():
    yield


class _Class:
    def method(self):
        pass


class _Slots:
    __slots__ = ('a',)


FunctionType = LambdaType = type(_function)
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
GeneratorType = type(_generator())


def _traceback():
    try:
        raise Exception
    except Exception as error:
        return type(error.__traceback__)


TracebackType = _traceback()
ModuleType = type(sys)
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
MappingProxyType = type(_Class.__dict__)


def _optional(name, make):
    try:
        globals()[name] = make()
    except (AttributeError, TypeError):
        pass


_optional('CodeType', lambda: type(_function.__code__))
_optional('UnionType', lambda: type(int | str))
_optional('WrapperDescriptorType', lambda: type(object.__init__))
_optional('MethodWrapperType', lambda: type(object().__str__))
_optional('MethodDescriptorType', lambda: type(str.join))
_optional('GetSetDescriptorType', lambda: type(range.start))
_optional('MemberDescriptorType', lambda: type(_Slots.a))
_optional('ClassMethodDescriptorType', lambda: type(dict.__dict__['fromkeys']))
_optional('CellType', lambda: type((lambda x: lambda: x)(1).__closure__[0]))


# The namespaces whose text is being made.
_shown = set()


class SimpleNamespace:
    """An object with the attributes that it is given."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        key = id(self)
        if key in _shown:
            return f'{name}(...)'
        _shown.add(key)
        try:
            return f'{name}({", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()])})'
        finally:
            _shown.discard(key)

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute(property):
    """A property of instances only: the class's own attribute is looked for elsewhere."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return super().__get__(instance, ownerclass)


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement would."""
    kwds = dict(kwds or {})
    bases = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, bases, kwds)
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    """The bases with those replaced that have `__mro_entries__`."""
    result = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            result.extend(base.__mro_entries__(bases))
        else:
            result.append(base)
    return tuple(result)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the other keywords of a class to be made."""
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds
