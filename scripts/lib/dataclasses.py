"""Classes that are mostly a list of fields."""

import sys
from _dataclasses import plain as _plain

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class _Slotted:
    __slots__ = ('slot',)


_MappingProxy, _Member = type(_Slotted.__dict__), type(_Slotted.slot)


class FrozenInstanceError(AttributeError):
    """Raised when a field of a frozen instance is assigned."""


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


class _KeywordOnly:
    def __repr__(self):
        return '<dataclasses._KW_ONLY_TYPE object>'


class _Factory:
    def __repr__(self):
        return '<factory>'


MISSING = _Missing()
KW_ONLY = _KeywordOnly()
_FACTORY = _Factory()


class InitVar:
    """The annotation of a pseudo-field that is only a parameter of `__init__` and `__post_init__`."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        # The class says these when it is made.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = _MappingProxy({} if metadata is None else metadata)

    def __repr__(self):
        told = 'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only'
        return 'Field(' + ''.join([f'{name}={getattr(self, name)!r},' for name in told]) \
            + f'_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its annotation and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


_FIELD, _CLASSVAR, _INITVAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'


def _named(annotation, cls):
    """What the beginning of an annotation that is a text means in the class's module, None where that is unclear."""
    prefix, dot, name = annotation.split('[')[0].strip().rpartition('.')
    scope = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    if not dot:
        return scope.get(name)
    module = scope.get(prefix.strip())
    return getattr(module, name.strip(), None) if getattr(module, '__name__', None) in ('typing', 'dataclasses') else None


def _kind(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls)
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _INITVAR
    # `typing.ClassVar[...]`, without loading typing.
    if repr(annotation).split('[')[0] == 'typing.ClassVar':
        return _CLASSVAR
    return _FIELD


def _is_keyword_marker(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and annotation.split('.')[-1] == 'KW_ONLY'


def _unhashable(value):
    return isinstance(value, (list, dict, set, bytearray)) or getattr(type(value), '__hash__', None) is None


def _own_field(cls, name, annotation, kw_only):
    # A descriptor is asked for the default, as any attribute of the class.
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=MISSING if isinstance(default, _Member) else default)
    f.name, f.type = name, annotation
    f._field_type = _kind(annotation, cls)
    if f._field_type != _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type == _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type == _FIELD and f.default is not MISSING and _unhashable(f.default):
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _collect(cls, kw_only):
    """All fields of a class by name, the bases' first; those of the class itself get their defaults as attributes."""
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for f in base.__dict__.get('__dataclass_fields__', {}).values():
            found[f.name] = f
    annotations = cls.__dict__.get('__annotations__', {})
    marked = False
    own = []
    for name, annotation in annotations.items():
        if _is_keyword_marker(annotation):
            if marked:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            marked = kw_only = True
        else:
            own.append(_own_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _optional(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _english(names):
    names = [repr(name) for name in names]
    if len(names) < 3:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _complain(function, positional, keyword_only, args, kwargs, missing):
    """Raises the error that a call of an ordinary function with these parameters would."""
    required = [f.name for f in positional if not _optional(f)]
    names = [f.name for f in positional]
    allowed = names + [f.name for f in keyword_only]
    for name in kwargs:
        if name not in allowed:
            raise TypeError(f'{function} got an unexpected keyword argument {name!r}')
        if name in names[:len(args)]:
            raise TypeError(f'{function} got multiple values for argument {name!r}')
    if len(args) > len(names):
        most = len(names) + 1
        takes = str(most) if len(required) == len(names) else f'from {len(required) + 1} to {most}'
        plural = '' if takes == '1' else 's'
        raise TypeError(f'{function} takes {takes} positional argument{plural} but {len(args) + 1} were given')
    for sort, group in (('positional', names), ('keyword-only', allowed[len(names):])):
        absent = [name for name in group if name in missing]
        if absent:
            plural = 's' if len(absent) > 1 else ''
            raise TypeError(f'{function} missing {len(absent)} required {sort} argument{plural}: {_english(absent)}')


def _make_init(cls, all_fields, frozen, slots):
    parameters = [f for f in all_fields if f.init and f._field_type != _CLASSVAR]
    positional = [f for f in parameters if not f.kw_only]
    keyword_only = [f for f in parameters if f.kw_only]
    seen_default = False
    for f in positional:
        if _optional(f):
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    rest = [f for f in all_fields if not f.init and f._field_type == _FIELD
            and (f.default_factory is not MISSING or slots and f.default is not MISSING)]
    init_only = [f.name for f in parameters if f._field_type == _INITVAR]
    post = hasattr(cls, '__post_init__')
    made = _written_init(all_fields, positional, keyword_only, init_only, post, frozen, rest)
    if made is None:
        made = _general_init(cls, all_fields, parameters, positional, keyword_only, init_only, post, frozen, rest)
    made.__annotations__ = {f.name: f.type for f in parameters}
    made.__annotations__['return'] = None
    return made


def _general_init(cls, all_fields, parameters, positional, keyword_only, init_only, post, frozen, rest):
    """`__init__` of a class whose fields have names that a text cannot use."""
    names = [f.name for f in positional]
    count = len(names)
    simple = not (keyword_only or rest or init_only or post)
    function = f'{cls.__qualname__}.__init__()'
    assign = object.__setattr__ if frozen else setattr

    def values_of(args, kwargs):
        values = {}
        missing = []
        index = 0
        for f in parameters:
            name = f.name
            if not f.kw_only and index < len(args):
                values[name] = args[index]
                index += 1
            elif name in kwargs:
                values[name] = kwargs[name]
            elif f.default is not MISSING:
                values[name] = f.default
            elif f.default_factory is not MISSING:
                values[name] = f.default_factory()
            else:
                missing.append(name)
        if missing or len(args) > count or any(name not in values or name in names[:len(args)] for name in kwargs):
            _complain(function, positional, keyword_only, args, kwargs, missing)
        return values

    def __init__(self, /, *args, **kwargs):
        if simple and not kwargs and len(args) == count:
            for name, value in zip(names, args):
                assign(self, name, value)
            return
        values = values_of(args, kwargs)
        for f in all_fields:
            if f._field_type == _FIELD:
                if f.init:
                    assign(self, f.name, values[f.name])
                elif f in rest:
                    assign(self, f.name, f.default if f.default_factory is MISSING else f.default_factory())
        if post:
            self.__post_init__(*[values[name] for name in init_only])

    return __init__


def _written_init(all_fields, positional, keyword_only, init_only, post, frozen, rest):
    """`__init__` as a text that is compiled: several times faster than one function for all classes."""
    scope = {'_factory': _FACTORY}
    parts = ['self']
    for f in positional + keyword_only:
        if f.kw_only and '*' not in parts:
            parts.append('*')
        if f.default is not MISSING:
            scope[f'_default_{f.name}'] = f.default
            parts.append(f'{f.name}=_default_{f.name}')
        elif f.default_factory is not MISSING:
            parts.append(f'{f.name}=_factory')
        else:
            parts.append(f.name)
    if any(f.name in ('self', '_factory') for f in all_fields):
        return None
    lines = []
    for f in all_fields:
        if f._field_type == _CLASSVAR or not f.init and f not in rest:
            continue
        value = f.name
        if not f.init and f.default is not MISSING:
            scope[f'_default_{f.name}'] = f.default
            value = f'_default_{f.name}'
        elif f.default_factory is not MISSING:
            scope[f'_make_{f.name}'] = f.default_factory
            value = f'_make_{f.name}()'
            if f.init:
                value = f'{value} if {f.name} is _factory else {f.name}'
        if f._field_type == _INITVAR:
            if value != f.name:
                lines.append(f'{f.name} = {value}')
        else:
            lines.append(f'self.{f.name} = {value}')
    if post:
        lines.append(f'self.__post_init__({", ".join(init_only)})')
    body = '\n    '.join(lines) or 'pass'
    try:
        exec(f'def __init__({", ".join(parts)}):\n    {body}\n', scope)
    except NameError:
        return None
    return _plain(scope['__init__']) if frozen else scope['__init__']


def _signature(all_fields):
    def text(annotation):
        if isinstance(annotation, type) and not hasattr(annotation, '__args__'):
            if annotation.__module__ == 'builtins':
                return annotation.__qualname__
            return f'{annotation.__module__}.{annotation.__qualname__}'
        return repr(annotation).replace('typing.', '')

    parts = []
    parameters = [f for f in all_fields if f.init and f._field_type != _CLASSVAR]
    for f in sorted(parameters, key=lambda f: bool(f.kw_only)):
        if f.kw_only and '*' not in parts:
            parts.append('*')
        part = f'{f.name}: {text(f.type)}'
        if f.default is not MISSING:
            part += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            part += ' = <factory>'
        parts.append(part)
    return f'({", ".join(parts)})'


_running = set()


def _written(text, name):
    """A method as a text that is compiled: it reads the fields by name, as one for all classes could not."""
    scope = {'_running': _running}
    exec(text, scope)
    return scope[name]


def _make_repr(names):
    shown = ', '.join([f'{name}={{self.{name}!r}}' for name in names])
    return _written(f"""def __repr__(self):
    key = id(self)
    if key in _running:
        return '...'
    _running.add(key)
    try:
        return f'{{self.__class__.__qualname__}}({shown})'
    finally:
        _running.discard(key)
""", '__repr__')


def _tuple_text(owner, names):
    return f'({"".join([f"{owner}.{name}, " for name in names])})'


def _make_comparison(name, names):
    operator = _operators[name]
    return _written(f"""def {name}(self, other):
    if other.__class__ is self.__class__:
        return {_tuple_text('self', names)} {operator} {_tuple_text('other', names)}
    return NotImplemented
""", name)


_operators = {'__eq__': '==', '__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}


def _make_hash(names):
    return _written(f"""def __hash__(self):
    return hash({_tuple_text('self', names)})
""", '__hash__')


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        name = function.__name__
        if name in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
        _set(cls, name, function)


def _set(cls, name, function):
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, function)


def _hash_action(cls, unsafe_hash, eq, frozen):
    """What to do about `__hash__`: 'add', 'none' or nothing."""
    own = cls.__dict__.get('__hash__', MISSING)
    explicit = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        return 'add'
    if explicit or not eq:
        return None
    return 'add' if frozen else 'none'


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot):
    bases = [b for b in cls.__mro__[1:] if '__dataclass_fields__' in b.__dict__]
    if bases:
        if any(b.__dataclass_params__.frozen for b in bases) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not all(b.__dataclass_params__.frozen for b in bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    hash_action = _hash_action(cls, unsafe_hash, eq, frozen)
    found = _collect(cls, kw_only)
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    all_fields = list(found.values())
    real = [f for f in all_fields if f._field_type == _FIELD]
    if init and '__init__' not in cls.__dict__:
        _set(cls, '__init__', _make_init(cls, all_fields, frozen, slots))
    if repr and '__repr__' not in cls.__dict__:
        _set(cls, '__repr__', _make_repr([f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    if eq and '__eq__' not in cls.__dict__:
        _set(cls, '__eq__', _make_comparison('__eq__', compared))
    if order:
        for name in ('__lt__', '__le__', '__gt__', '__ge__'):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
            _set(cls, name, _make_comparison(name, compared))
    if frozen:
        _freeze(cls, frozenset(f.name for f in real))
    if hash_action == 'add':
        _set(cls, '__hash__', _make_hash([f.name for f in real if (f.compare if f.hash is None else f.hash)]))
    elif hash_action == 'none':
        cls.__hash__ = None
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__ + _signature(all_fields)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in all_fields
                                   if f.init and not f.kw_only and f._field_type != _CLASSVAR)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, [f.name for f in real], frozen, weakref_slot)
    if hasattr(cls, '__abstractmethods__'):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _with_slots(cls, names, frozen, weakref_slot):
    """The class made anew with slots for its fields."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    wanted = [*names, '__weakref__'] if weakref_slot else names
    namespace['__slots__'] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if frozen:
        _keep_state(made)
    return made


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, '__next__'):
        raise TypeError(f'Slots of {cls.__name__!r} cannot be determined')
    return tuple(slots)


def _keep_state(cls):
    """What pickle and copy need of a frozen class, whose slots cannot be assigned."""
    def __getstate__(self):
        return [getattr(self, f.name) for f in fields(self)]

    def __setstate__(self, state):
        for f, value in zip(fields(self), state):
            object.__setattr__(self, f.name, value)

    for function in (__getstate__, __setstate__):
        if function.__name__ not in cls.__dict__:
            _set(cls, function.__name__, function)


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return (f'_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},'
                f'unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})')


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds methods to a class by its annotated fields."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                        weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type == _FIELD)


def is_dataclass(obj):
    """True for a dataclass and for an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dictionary, deeply."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _inner(obj, lambda obj, inner: dict_factory([(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]),
                  dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The values of an instance's fields as a tuple, deeply."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _inner(obj, lambda obj, inner: tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)]), dict)


_plain_types = frozenset((int, float, str, bool, type(None)))


def _inner(value, convert, dict_factory):
    def inner(value):
        if value.__class__ in _plain_types:
            return value
        if _is_instance(value):
            return convert(value, inner)
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return type(value)(*[inner(v) for v in value])
        if isinstance(value, (list, tuple)):
            return type(value)([inner(v) for v in value])
        if isinstance(value, dict):
            pairs = [(inner(k), inner(v)) for k, v in value.items()]
            if hasattr(type(value), 'default_factory'):
                return type(value)(value.default_factory, pairs)
            return type(value)(pairs)
        if isinstance(value, (int, float, str, type(None))):
            return value
        from copy import deepcopy
        return deepcopy(value)
    return inner(value)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from a name and a list of names, (name, type) and (name, type, default)."""
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        from keyword import iskeyword
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    namespace.setdefault('__module__', 'types')
    from types import new_class
    cls = new_class(cls_name, tuple(bases), {}, lambda scope: scope.update(namespace))
    return dataclass(cls, **options)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if f._field_type == _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type == _INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
