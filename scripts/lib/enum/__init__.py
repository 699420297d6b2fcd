"""Enumerations."""

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

_property = property


class property(_property):
    """A property of members, such as `name` and `value`."""


class nonmember:
    """Keeps a value in an enumeration's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of a value that would not become one."""

    def __init__(self, value):
        self.value = value


_unset = object()


class auto:
    """A value chosen by `_generate_next_value_`."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return 'auto()' if self.value is _unset else f'auto({self.value!r})'


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' and name[-2:] == '__'


def _is_sunder(name):
    return len(name) > 2 and name[0] == '_' and name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(owner, name):
    return name.startswith(f'_{owner.lstrip("_")}__') and not name.endswith('__')


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


_sunders = ('_order_', '_generate_next_value_', '_missing_', '_ignore_', '_iter_member_', '_iter_member_by_value_',
            '_iter_member_by_def_')


class _EnumDict(dict):
    """The names of an enumeration's body while it runs."""

    def __init__(self, owner=''):
        super().__init__()
        self._owner = owner
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._owner, key):
            pass
        elif _is_sunder(key):
            if key not in _sunders and not key.startswith('_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = getattr(value, '__func__', value)
            elif key == '_ignore_':
                names = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = names
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, auto):
                value = self._filled(key, value)
            elif type(value) is tuple and any(isinstance(v, auto) for v in value):
                value = tuple([self._filled(key, v) if isinstance(v, auto) else v for v in value])
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _filled(self, key, value):
        if value.value is _unset:
            value.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        self._auto_called = True
        return value.value

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value


# Types that are known to have a `__new__` of their own, so that their namespaces need not be made to see it.
_makers = frozenset((int, float, str, bytes, tuple))


def _data_type(bases):
    """The built-in type whose values the members are too, or object."""
    for base in bases:
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                if cls._member_type_ is not object:
                    return cls._member_type_
            elif cls in _makers or '__new__' in cls.__dict__ and '_value_repr_' not in cls.__dict__:
                return _data_class(base)
    return object


def _data_class(base):
    found = None
    for cls in base.__mro__:
        if cls is object or isinstance(cls, EnumType):
            break
        if cls in _makers or '__new__' in cls.__dict__:
            return found or cls
        found = found or cls
    return object


def _custom_new(namespace, bases, data_type):
    """The `__new__` that makes members, and whether members get its arguments."""
    new = namespace.get('__new__')
    if new is not None:
        return getattr(new, '__func__', new), True
    for base in bases:
        for cls in base.__mro__:
            if isinstance(cls, EnumType):
                made = cls.__dict__.get('_new_member_')
                if made is not None and cls.__dict__.get('_use_args_'):
                    return getattr(made, '__func__', made), True
            elif cls is not object and cls is not data_type and '__new__' in cls.__dict__:
                return cls.__new__, True
    return data_type.__new__, data_type is not object


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_extension(cls, bases)
        names = _EnumDict(cls)
        for base in reversed(bases):
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                names._generate = generate
        return names

    @classmethod
    def _check_extension(metacls, cls, bases):
        for base in bases:
            for c in base.__mro__:
                if isinstance(c, EnumType) and c._member_names_:
                    raise TypeError(f'<enum {cls!r}> cannot extend {c!r}')

    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        member_names = list(getattr(namespace, '_member_names', ()))
        values = {key: namespace[key] for key in member_names}
        bad = {'mro', ''} & set(member_names)
        if bad:
            raise ValueError('invalid enum member name(s) ' + ','.join(repr(n) for n in bad))
        ignored = namespace.get('_ignore_', ())
        if isinstance(ignored, str):
            ignored = ignored.replace(',', ' ').split()
        body = {key: value for key, value in namespace.items()
                if key not in values and key not in ('_ignore_', '_order_') and key not in ignored}
        if '_generate_next_value_' in body and not isinstance(body['_generate_next_value_'], staticmethod):
            body['_generate_next_value_'] = staticmethod(body['_generate_next_value_'])
        data_type = _data_type(bases)
        new, use_args = _custom_new(namespace, bases, data_type)
        body.pop('__new__', None)
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = data_type
        body['_new_member_'] = staticmethod(new)
        body['_use_args_'] = use_args
        body['_flag_mask_'] = 0
        body['_singles_mask_'] = 0
        if boundary is None:
            for base in bases:
                boundary = boundary or getattr(base, '_boundary_', None)
        body['_boundary_'] = boundary
        cls = super().__new__(metacls, name, bases, body, **kwds)
        _choose_texts(cls, bases, body, data_type)
        for key in member_names:
            _add_member(cls, key, values[key], new, use_args, data_type)
        if cls._is_flag_():
            _finish_flag(cls)
        order = namespace.get('_order_')
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            defined = [n for n in member_names if n in order or n in cls._member_names_]
            if [n for n in order if n in cls._member_names_ or n not in cls._member_map_] != cls._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {order!r}\n  {defined!r}')
        if '__new__' in namespace:
            type.__setattr__(cls, '__new_member__', staticmethod(new))
        return cls

    def __init__(cls, *args, **kwds):
        pass

    def _is_flag_(cls):
        return any(c.__name__ == 'Flag' and c.__module__ == __name__ for c in cls.__mro__)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            found = cls._value2member_map_.get(value, _unset) if _hashable(value) else _unset
            return found if found is not _unset else _lookup(cls, value)
        return _functional(cls, value, names, module, qualname, type, start, boundary)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __bool__(cls):
        return True

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError('unsupported operand type(s) for \'in\': '
                            f'{type(value).__qualname__!r} and {cls.__class__.__qualname__!r}')
        return isinstance(value, cls)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_property
    def __members__(cls):
        """The members by name, with the aliases."""
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f'<flag {cls.__name__!r}>' if cls._is_flag_() else f'<enum {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        return sorted(set(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__',
                           '__len__', '__members__', '__module__', '__name__', '__qualname__'] + cls._member_names_))


EnumMeta = EnumType


def _hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _choose_texts(cls, bases, body, data_type):
    """Members of mixed classes print as members, except those of ReprEnum's subclasses."""
    if data_type is object or not any(isinstance(b, EnumType) for b in bases):
        return
    mixed_here = not any(isinstance(b, EnumType) and b._member_type_ is not object for b in bases)
    if not mixed_here:
        return
    enum_base = [b for b in bases if isinstance(b, EnumType)][-1]
    # By its name: the part with ReprEnum is not read yet, or is being read.
    if any(b.__name__ == 'ReprEnum' and b.__module__ == __name__ for b in bases):
        names = ('__repr__',)
        own_text = data_type is str or data_type not in (int, float, bytes) and '__str__' in data_type.__dict__
        for name, method in (('__str__', data_type.__str__ if own_text else data_type.__repr__),
                             ('__format__', data_type.__format__)):
            if name not in body:
                type.__setattr__(cls, name, method)
    else:
        names = ('__repr__', '__str__', '__format__')
    if cls._is_flag_():
        names += ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')
    for name in names + ('__reduce_ex__',):
        if name not in body and hasattr(enum_base, name):
            own = [b.__dict__[name] for b in bases[0].__mro__
                   if not isinstance(b, EnumType) and b not in data_type.__mro__ and name in b.__dict__]
            type.__setattr__(cls, name, own[0] if own else getattr(enum_base, name))


def _add_member(cls, name, value, new, use_args, data_type):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    made = new(cls, *args) if use_args else object.__new__(cls)
    state = made.__dict__
    if '_value_' not in state:
        if data_type is object or not use_args:
            made._value_ = value
        elif new is data_type.__new__:
            try:
                made._value_ = data_type(*args)
            except Exception as exc:
                raise TypeError('_value_ not set in __new__, unable to create it') from exc
        else:
            try:
                made._value_ = data_type(*args) if data_type is not object else value
            except Exception:
                made._value_ = value
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    canonical = None
    if _hashable(value):
        canonical = cls._value2member_map_.get(value)
    else:
        for other in cls._member_map_.values():
            if other._value_ == value:
                canonical = other
    if canonical is not None:
        made = canonical
    else:
        flag = cls._is_flag_()
        if not flag or not isinstance(value, int) or value and value & (value - 1) == 0:
            cls._member_names_.append(name)
        if flag and isinstance(value, int):
            type.__setattr__(cls, '_flag_mask_', cls._flag_mask_ | value)
            if value and value & (value - 1) == 0:
                type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)
    found = cls.__dict__.get(name)
    if not (found is not None and _is_descriptor(found)):
        type.__setattr__(cls, name, made)
    cls._member_map_[name] = made
    if _hashable(value):
        cls._value2member_map_.setdefault(value, made)


def _finish_flag(cls):
    names = cls._member_names_
    values = [cls._member_map_[name]._value_ for name in names]
    if values != sorted(values):
        type.__setattr__(cls, '_iter_member_', classmethod(_iterate_as_defined))
    type.__setattr__(cls, '_all_bits_', (1 << cls._flag_mask_.bit_length()) - 1)


def _iterate_as_defined(cls, value):
    for name in cls._member_names_:
        member = cls._member_map_[name]
        if member._value_ & value:
            yield member


def _lookup(cls, value):
    """The member of a value that is not in the table."""
    if isinstance(value, cls) and type(value) is cls:
        return value
    if not cls._member_map_ and '_missing_' not in cls.__dict__:
        raise TypeError(f'{cls!r} has no members defined')
    for found in cls._member_map_.values():
        if found._value_ == value:
            return found
    try:
        error = None
        result = cls._missing_(value)
    except Exception as exc:
        error, result = exc, None
    try:
        if isinstance(result, cls):
            return result
        if cls._is_flag_() and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        wrong = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and error is None:
            raise wrong
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} '
                              'instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = wrong
        raise error
    finally:
        error = wrong = None


def _functional(cls, class_name, names, module, qualname, mixin, start, boundary):
    metacls = cls.__class__
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, dict):
        names = list(names.items())
    elif isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        given, names, last = names, [], []
        for count, name in enumerate(given):
            value = namespace._generate(name, start, count, last[:])
            last.append(value)
            names.append((name, value))
    for name, value in names:
        namespace[name] = value
    namespace['__module__'] = module or '__main__'
    if qualname is not None:
        namespace['__qualname__'] = qualname
    return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)


def _fixed(name, doc):
    def fset(self, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}")

    def fdel(self):
        raise AttributeError(f"<enum 'Enum'> cannot delete attribute {name!r}")
    getter = (lambda self: self._name_) if name == 'name' else (lambda self: self._value_)
    return _property(getter, fset, fdel, doc)


class Enum(metaclass=EnumType):
    """Names bound to constant values."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    name = _fixed('name', 'The name of the member.')
    value = _fixed('value', 'The value of the member.')

    def __init__(self, *args):
        pass

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        own = [n for c in self.__class__.mro() for n in c.__dict__ if n[0] != '_' and n not in self._member_map_]
        return sorted(set(['__class__', '__doc__', '__eq__', '__hash__', '__module__'] + own))


def unique(enumeration):
    """A decorator that refuses two names for one value."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def global_enum(cls, update_str=False):
    """Puts the members into their module."""
    import sys
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


# What stands in parts of its own, which are read when one of their names is asked for.
_later = dict.fromkeys(('Flag', 'IntFlag', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP'), '_flags')
_later.update(dict.fromkeys(('ReprEnum', 'IntEnum', 'StrEnum'), '_mixed'))
_later.update(dict.fromkeys(('EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'verify'), '_checks'))


def __getattr__(name):
    if name not in _later:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    part = __import__(f'{__name__}.{_later[name]}', fromlist=('*',))
    for known, place in _later.items():
        if place == _later[name]:
            globals().setdefault(known, getattr(part, known))
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_later})
