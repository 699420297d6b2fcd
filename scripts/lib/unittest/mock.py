"""Objects that stand in for others in tests, and note what is done with them."""

from unittest._calls import ANY, _ANY, _Call, _CallList, call, sentinel, DEFAULT
from unittest._patches import patch, _patch

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'FILTER_DIR',
           'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True

_own = frozenset(('_mock_children', '_mock_parent', '_mock_name', '_mock_new_name', '_mock_return_value',
                  '_mock_side_effect', '_mock_wraps', '_mock_methods', '_mock_class', '_mock_sealed', '_mock_strict',
                  '_mock_delegate', '_mock_signature',
                  'call_args', 'call_args_list', 'call_count', 'called', 'mock_calls', 'method_calls'))
_missing = sentinel.missing
_deleted = sentinel.deleted

_noted = ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls')
_numeric = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'.split()
_magic_names = frozenset(
    ['__%s__' % name for name in
     'lt gt le ge eq ne getitem setitem delitem len contains str repr format sizeof enter exit iter hash bool call '
     'ceil floor trunc round reversed missing neg pos abs invert complex int float index fspath next '
     'get set delete getstate setstate dir subclasses'.split()]
    + ['__%s%s__' % (prefix, name) for name in _numeric for prefix in ('', 'i', 'r')])
_configured = {'__len__': 0, '__contains__': False, '__exit__': False, '__int__': 1, '__complex__': 1j,
               '__float__': 1.0, '__bool__': True, '__index__': 1}
_supported_by_default = _magic_names - frozenset(
    ['__get__', '__set__', '__delete__', '__missing__', '__reversed__', '__call__', '__dir__', '__repr__', '__format__',
     '__getstate__', '__setstate__', '__subclasses__', '__sizeof__']
    + ['__r%s__' % name for name in _numeric])


class InvalidSpecError(Exception):
    """An object that cannot be a specification."""


class NonCallableMock:
    """A stand-in that cannot be called."""

    def __new__(cls, /, *args, **kw):
        # A class for each, so that special methods can be set for one alone.
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        self._prepare(spec, wraps, name, spec_set, parent, _new_name or name, unsafe)
        if kwargs:
            self.configure_mock(**kwargs)

    def _prepare(self, spec, wraps, name, spec_set, parent, new_name, unsafe):
        own = self.__dict__
        strict = spec_set is not None
        spec = spec_set if strict else spec
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        names, kind = (None, None) if spec is None else _allowed(spec)
        own.update(_mock_children={}, _mock_parent=parent, _mock_name=name, _mock_new_name=new_name,
                   _mock_return_value=DEFAULT, _mock_side_effect=None, _mock_wraps=wraps, _mock_methods=names,
                   _mock_class=kind, _mock_sealed=False, _mock_strict=strict, _mock_unsafe=unsafe, called=False,
                   call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
                   method_calls=_CallList(), _mock_signature=None, _mock_delegate=None)

    # What it gives and raises.

    def _get_return_value(self):
        value = self.__dict__['_mock_return_value']
        if value is DEFAULT:
            value = self.__dict__['_mock_return_value'] = self._get_child_mock(_new_name='()', parent=self)
        return value

    def _set_return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    return_value = property(_get_return_value, _set_return_value)

    def _get_side_effect(self):
        return self.__dict__['_mock_side_effect']

    def _set_side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    side_effect = property(_get_side_effect, _set_side_effect)

    @property
    def __class__(self):
        kind = self.__dict__.get('_mock_class')
        return type(self) if kind is None else kind

    # Attributes.

    def __getattr__(self, name):
        own = self.__dict__
        if '_mock_children' not in own or name in ('_mock_methods', '_mock_unsafe'):
            raise AttributeError(name)
        methods = own['_mock_methods']
        if methods is not None:
            if name not in methods or name in _magic_names:
                raise AttributeError('Mock object has no attribute %r' % name)
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not own['_mock_unsafe'] and (name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt'))):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be "
                                 'an attribute.')
        child = own['_mock_children'].get(name, _missing)
        if child is _deleted:
            raise AttributeError(name)
        if child is _missing:
            if own['_mock_sealed']:
                raise AttributeError(f'{self._extract_mock_name()}.{name}')
            wraps = own['_mock_wraps']
            wraps = None if wraps is None else getattr(wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name)
            own['_mock_children'][name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in _own or name in ('return_value', 'side_effect') or isinstance(
                getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        elif name in _magic_names:
            if own['_mock_methods'] is not None and name not in own['_mock_methods']:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name, name)
                own['_mock_children'][name] = value
                setattr(type(self), name, lambda self, /, *args, **kw: value(*args, **kw))
            else:
                own['_mock_children'][name] = value
                setattr(type(self), name, value)
        elif name == '__class__':
            own['_mock_class'] = value
        else:
            if own['_mock_strict'] and name not in own['_mock_methods'] and name not in own:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if own['_mock_sealed'] and name not in own and name not in own['_mock_children']:
                raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
            if _adopt(self, value, name, name):
                own['_mock_children'][name] = value
                own.pop(name, None)
            else:
                own[name] = value

    def __delattr__(self, name):
        own = self.__dict__
        if name in _magic_names and name in type(self).__dict__:
            delattr(type(self), name)
            own['_mock_children'].pop(name, None)
            return
        child = own['_mock_children'].get(name, _missing)
        if name in own:
            del own[name]
        elif child is _deleted or child is _missing and own['_mock_methods'] is not None and name not in own[
                '_mock_methods']:
            raise AttributeError(name)
        own['_mock_children'][name] = _deleted

    def __dir__(self):
        own = self.__dict__
        names = own['_mock_methods'] or []
        public = [n for n in dir(NonCallableMock) if not n.startswith('_')]
        children = [n for n, child in own['_mock_children'].items() if child is not _deleted]
        mine = [n for n in own if not n.startswith('_')]
        return sorted(set(public + list(names) + children + mine))

    def __repr__(self):
        name = self._extract_mock_name()
        text = f' name={name!r}' if name not in ('mock', 'mock.') else ''
        own = self.__dict__
        kind = ''
        if own['_mock_class'] is not None:
            kind = ' spec_set=%r' if own['_mock_strict'] else ' spec=%r'
            kind = kind % own['_mock_class'].__name__
        return f"<{type(self).__name__}{text}{kind} id='{id(self)}'>"

    def _extract_mock_name(self):
        parts = []
        current = self
        while current is not None:
            own = current.__dict__
            part = own['_mock_new_name']
            if part is None:
                break
            if part:
                parts.append(part)
            current = own['_mock_parent']
            if current is not None and part != '()':
                parts[-1] = '.' + parts[-1]
        text = ''.join(reversed(parts))
        if current is None:
            return text.removeprefix('.') or 'mock'
        return (current.__dict__['_mock_name'] or 'mock') + text

    # Children.

    def _get_child_mock(self, /, **kw):
        kind = type(self).__mro__[1]
        if kind in (NonCallableMagicMock, NonCallableMock):
            kind = MagicMock if kind is NonCallableMagicMock else Mock
        elif not issubclass(kind, CallableMixin):
            kind = MagicMock if issubclass(kind, MagicMixin) else Mock
        if kind is PropertyMock:
            kind = MagicMock
        return kind(**kw)

    def attach_mock(self, mock, attribute):
        """Makes a mock a child, whose calls are noted here too."""
        mock.__dict__.update(_mock_parent=None, _mock_new_name='', _mock_name='')
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, dotted names too."""
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def mock_add_spec(self, spec, spec_set=False):
        """Allows only the names of an object."""
        names, kind = _allowed(spec)
        self.__dict__.update(_mock_methods=names, _mock_class=kind, _mock_strict=spec_set)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        own = self.__dict__
        own.update(called=False, call_args=None, call_count=0, mock_calls=_CallList(), call_args_list=_CallList(),
                   method_calls=_CallList())
        if return_value:
            own['_mock_return_value'] = DEFAULT
        if side_effect:
            own['_mock_side_effect'] = None
        for child in own['_mock_children'].values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        given = own['_mock_return_value']
        if isinstance(given, NonCallableMock) and given is not self:
            given.reset_mock(visited)

    # Assertions.

    def _name(self):
        return self.__dict__['_mock_name'] or 'mock'

    def _format_mock_call_signature(self, args, kwargs):
        return _Call((self._name(), args, kwargs))._text(self._name())

    def assert_not_called(self):
        """That it was never called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to not have been called. Called {self.call_count} times."
                                 f'{self._calls_repr()}')

    def assert_called(self):
        """That it was called."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to have been called.")

    def assert_called_once(self):
        """That it was called once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to have been called once. Called {self.call_count} times."
                                 f'{self._calls_repr()}')

    def _calls_repr(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def assert_called_with(self, /, *args, **kwargs):
        """That the last call had these arguments."""
        expected = self._format_mock_call_signature(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: not called.')
        if self._bound(_Call(('', args, kwargs))) != self._bound(self.call_args):
            actual = self._format_mock_call_signature(*self.call_args)
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        """That it was called once, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to be called once. Called {self.call_count} times."
                                 f'{self._calls_repr()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """That some call had these arguments."""
        wanted = self._bound(_Call(('', args, kwargs)))
        if not any(self._bound(known) == wanted for known in self.call_args_list):
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        """That the calls were made, in this order or in any."""
        calls = list(calls)
        known = list(self.mock_calls)
        if not any_order:
            if not any(known[i:i + len(calls)] == calls for i in range(len(known) - len(calls) + 1)):
                actual = self._calls_repr('  Actual').rstrip('.')
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)!r}{actual}')
            return
        missing = []
        for one in calls:
            if one in known:
                known.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._name()!r} does not contain all of {tuple(missing)!r} in its call list, found '
                                 f'{known!r} instead')

    def _bound(self, one):
        signature = self.__dict__['_mock_signature']
        if signature is None:
            return _Call(('', one.args, one.kwargs))
        try:
            bound = signature.bind(*one.args, **one.kwargs)
        except TypeError:
            return _Call(('', one.args, one.kwargs))
        return _Call(('', bound.args, bound.kwargs))


class CallableMixin:
    """What can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, unsafe=False, **kwargs):
        self._prepare(spec, wraps, name, spec_set, parent, _new_name or name, unsafe)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect
        self._finish()
        if kwargs:
            self.configure_mock(**kwargs)

    def _finish(self):
        pass

    def __call__(self, /, *args, **kwargs):
        signature = self.__dict__['_mock_signature']
        if signature is not None:
            signature.bind(*args, **kwargs)
        self._note(args, kwargs)
        return self._answer(args, kwargs)

    def _note(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = made = _Call((args, kwargs), two=True)
        own['call_args_list'].append(made)
        own['mock_calls'].append(_Call(('', args, kwargs)))
        delegate = own['_mock_delegate']
        if delegate is not None:
            delegate.__dict__.update({name: own[name] for name in _noted})
        # All above are told, by the name as seen from there.
        name = own['_mock_new_name'] or ''
        parent = own['_mock_parent']
        is_method = name != '()' and bool(own['_mock_name'])
        while parent is not None:
            above = parent.__dict__
            if is_method and '()' not in name:
                above['method_calls'].append(_Call((name, args, kwargs)))
            above['mock_calls'].append(_Call((name, args, kwargs)))
            outer = above['_mock_new_name']
            if above['_mock_parent'] is not None and outer:
                name = outer + ('' if name.startswith('()') else '.') + name
            parent = above['_mock_parent']

    def _answer(self, args, kwargs):
        own = self.__dict__
        delegate = own['_mock_delegate']
        if delegate is not None:
            if delegate.return_value is not own['_mock_return_value']:
                self.return_value = delegate.return_value
            if delegate.side_effect is not own['_mock_side_effect']:
                self.side_effect = delegate.side_effect
        effect = own['_mock_side_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            called = callable(effect)
            given = effect(*args, **kwargs) if called else next(effect)
            if not called and _is_exception(given):
                raise given
            if given is not DEFAULT:
                return given
        if own['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if own['_mock_wraps'] is not None:
            return own['_mock_wraps'](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A stand-in that takes every call and has every attribute."""


class MagicMixin:
    """What has all special methods."""

    def _finish(self):
        names = self.__dict__['_mock_methods']
        kind = type(self)
        for name in _supported_by_default:
            if names is not None and name not in names or name in kind.__dict__:
                continue
            if name in _plain_answers:
                setattr(kind, name, _plain_answers[name])
            else:
                setattr(kind, name, _special(name))


def _special(name):
    def method(self, /, *args, **kwargs):
        return _special_mock(self, name)(*args, **kwargs)
    method.__name__ = name
    return method


def _special_mock(self, name):
    children = self.__dict__['_mock_children']
    child = children.get(name)
    if child is None:
        child = children[name] = MagicMock(name=name, parent=self, _new_name=name)
        if name in _configured:
            child.return_value = _configured[name]
        elif name == '__iter__':
            child.side_effect = lambda: iter([] if child.__dict__['_mock_return_value'] is DEFAULT else child.return_value)
        elif name in ('__lt__', '__gt__', '__le__', '__ge__'):
            child.return_value = NotImplemented
        elif name == '__fspath__':
            child.return_value = f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'
    return child


_plain_answers = {
    '__eq__': lambda self, other: _equality(self, other, '__eq__'),
    '__ne__': lambda self, other: _equality(self, other, '__ne__'),
    '__hash__': lambda self: _plain(self, '__hash__', lambda: object.__hash__(self)),
    '__str__': lambda self: _plain(self, '__str__', lambda: repr(self)),
}


def _plain(self, name, default):
    child = self.__dict__['_mock_children'].get(name)
    return default() if child is None else child()


def _equality(self, other, name):
    child = self.__dict__['_mock_children'].get(name)
    if child is not None and child.__dict__['_mock_return_value'] is not DEFAULT:
        return child.return_value
    if self is other:
        return name == '__eq__'
    return NotImplemented


class _Reached:
    """Lets `mock.__len__` be the mock that answers for it."""

    def __getattribute__(self, name):
        if name in _supported_by_default and '_mock_children' in object.__getattribute__(self, '__dict__'):
            methods = self._mock_methods if '_mock_methods' in self.__dict__ else None
            if methods is None or name in methods:
                found = self.__dict__['_mock_children'].get(name)
                if found is not None and not isinstance(found, NonCallableMock):
                    return object.__getattribute__(self, name)
                child = _special_mock(self, name)
                if name == '__str__' and child.__dict__['_mock_return_value'] is DEFAULT:
                    child.return_value = repr(self)
                elif name == '__hash__' and child.__dict__['_mock_return_value'] is DEFAULT:
                    child.return_value = object.__hash__(self)
                return child
        return object.__getattribute__(self, name)


class MagicMock(_Reached, MagicMixin, Mock):
    """A stand-in with all special methods too."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        """Forgets all calls."""
        super().reset_mock(*args, return_value=return_value, **kwargs)


class NonCallableMagicMock(_Reached, MagicMixin, NonCallableMock):
    """A stand-in with all special methods that cannot be called."""

    def __init__(self, /, *args, **kw):
        NonCallableMock.__init__(self, *args, **kw)
        self._finish()


class PropertyMock(Mock):
    """A stand-in for a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _allowed(spec):
    """The names that a specification allows, and the class that it is or is of."""
    if isinstance(spec, (list, tuple)):
        return list(spec), None
    return dir(spec), spec if isinstance(spec, type) else type(spec)


def _adopt(parent, value, name, new_name):
    """Makes a mock without a name and a parent a child."""
    if not isinstance(value, NonCallableMock) or isinstance(value, PropertyMock) and name is None:
        return False
    own = value.__dict__
    if own['_mock_name'] or own['_mock_new_name'] or own['_mock_parent'] is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above.__dict__['_mock_parent']
    own['_mock_parent'] = parent
    own['_mock_new_name'] = new_name
    if name:
        own['_mock_name'] = name
    return True


def seal(mock):
    """Lets no attributes be made any more."""
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock.__dict__['_mock_children'].values()):
        if isinstance(child, NonCallableMock) and child.__dict__['_mock_parent'] is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A stand-in with the names and signatures of another object."""
    import inspect
    is_type = isinstance(spec, type)
    is_function = not is_type and callable(spec) and hasattr(spec, '__name__')
    chosen = {'spec_set' if spec_set else 'spec': spec}
    kind = MagicMock if is_type and not instance or is_function or hasattr(
        type(spec) if not is_type else spec, '__call__') else NonCallableMagicMock
    mock = kind(parent=_parent, name=_name or (spec.__name__ if is_function else None), _new_name=_name or '',
                **chosen, **kwargs)
    if is_function:
        signature = _signature_of(spec)
        return _delegating(mock, spec, signature) if inspect.isfunction(spec) else mock
    if is_type and not instance and inspect.isfunction(spec.__init__):
        mock.__dict__['_mock_signature'] = _signature_of(spec)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    for entry in () if is_function else dir(spec):
        if entry in _magic_names or entry.startswith('__') or entry in kwargs:
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        kind = MagicMock if callable(original) else NonCallableMagicMock
        child = kind(parent=mock, name=entry, _new_name=entry, spec=original)
        if inspect.isfunction(original) or inspect.ismethod(original):
            signature = _signature_of(original)
            bound = is_type and instance and not isinstance(spec.__dict__.get(entry), (staticmethod, classmethod))
            if signature is not None and bound:
                signature = signature.replace(parameters=list(signature.parameters.values())[1:])
            child.__dict__['_mock_signature'] = signature
        mock.__dict__['_mock_children'][entry] = child
    return mock


def _signature_of(function):
    import inspect
    try:
        return inspect.signature(function)
    except (TypeError, ValueError):
        return None


def _delegating(mock, spec, signature):
    """A function, so that a class binds it, that hands its calls to a mock."""
    def delegate(*args, **kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)
        return mock(*args, **kwargs)

    delegate.__name__ = spec.__name__
    delegate.__qualname__ = getattr(spec, '__qualname__', spec.__name__)
    delegate.__doc__ = spec.__doc__
    delegate.__module__ = spec.__module__
    delegate.mock = mock
    delegate.return_value = mock.return_value
    delegate.side_effect = mock.side_effect
    for name in _noted:
        setattr(delegate, name, getattr(mock, name))
    for name in ('assert_called_with', 'assert_called_once_with', 'assert_has_calls', 'assert_any_call',
                 'assert_called', 'assert_not_called', 'assert_called_once', 'attach_mock', 'configure_mock'):
        setattr(delegate, name, getattr(mock, name))

    def reset_mock(*args, **kwargs):
        mock.reset_mock(*args, **kwargs)
        delegate.__dict__.update({name: mock.__dict__[name] for name in _noted})

    delegate.reset_mock = reset_mock
    mock.__dict__.update(_mock_delegate=delegate, _mock_signature=signature)
    return delegate


def mock_open(mock=None, read_data=''):
    """A stand-in for `open` whose files hold a text."""
    import io
    handle = MagicMock(spec=['read', 'readline', 'readlines', 'write', 'writelines', 'close', 'seek', 'tell', 'flush',
                             '__enter__', '__exit__', '__iter__', '__next__', 'closed', 'name', 'mode'])
    source = []

    def rewind(*args, **kwargs):
        source[:] = [io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)]
        return DEFAULT

    rewind()
    handle.__enter__.return_value = handle
    handle.read.side_effect = lambda *args: source[0].read(*args)
    handle.readline.side_effect = lambda *args: source[0].readline(*args)
    handle.readlines.side_effect = lambda *args: source[0].readlines(*args)
    handle.write.return_value = None
    handle.__iter__.side_effect = lambda: iter(source[0])
    handle.__next__.side_effect = lambda: next(source[0])
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    mock.side_effect = rewind
    mock.return_value = handle
    return mock
