"""Abstract base classes."""


def abstractmethod(funcobj):
    """Marks a method that subclasses have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Marks a class method that subclasses have to define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        abstractmethod(callable)


class abstractstaticmethod(staticmethod):
    """Marks a static method that subclasses have to define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        abstractmethod(callable)


class abstractproperty(property):
    """Marks a property that subclasses have to define."""

    __isabstractmethod__ = True


def _is_abstract(value):
    if getattr(value, '__isabstractmethod__', False):
        return True
    if isinstance(value, property):
        return any(getattr(f, '__isabstractmethod__', False) for f in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, '__isabstractmethod__', False)
    return False


class _State:
    """What an abstract class knows of its virtual subclasses."""

    def __init__(self):
        self.registry = []
        self.subclasses = []
        self.cache = {}
        self.version = 0


# Counts registrations: answers cached under an older count are asked anew.
_registrations = [0]


class ABCMeta(type):
    """The class of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _set_abstract(cls, namespace, bases)
        cls._abc_impl = _State()
        for base in bases:
            if isinstance(base, ABCMeta):
                base._abc_impl.subclasses.append(cls)
        return cls

    def register(cls, subclass):
        """Makes a class a virtual subclass; returns it, so this is a decorator too."""
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registry.append(subclass)
        _registrations[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        state = cls._abc_impl
        if state.version == _registrations[0]:
            known = state.cache.get(instance.__class__)
            if known is not None:
                return known
        return cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        state = cls._abc_impl
        if state.version != _registrations[0]:
            state.cache = {}
            state.version = _registrations[0]
        known = state.cache.get(subclass)
        if known is None:
            known = _is_subclass(cls, subclass, state)
            state.cache[subclass] = known
        return known


def _is_subclass(cls, subclass, state):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for other in state.registry:
        if issubclass(subclass, other):
            return True
    for other in state.subclasses:
        if issubclass(subclass, other):
            return True
    return False


def _set_abstract(cls, namespace, bases):
    names = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)


def update_abstractmethods(cls):
    """Finds the abstract methods of a class anew, after methods were added to it."""
    if hasattr(cls, '__abstractmethods__'):
        _set_abstract(cls, cls.__dict__, cls.__bases__)
    return cls


def get_cache_token():
    """A number that changes with each registration of a virtual subclass."""
    return _registrations[0]


class ABC(metaclass=ABCMeta):
    """A base class whose subclasses may have abstract methods."""

    __slots__ = ()
