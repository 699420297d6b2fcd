"""Puts mocks into the places of other objects for a while."""

from functools import wraps
from unittest._calls import DEFAULT


def _import(target):
    parts = target.split('.')
    thing = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += '.' + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


class _Started:
    """What can also be begun and ended by calls."""

    def start(self):
        """Begins; what stands in the place."""
        placed = self.__enter__()
        patch._active.append(self)
        return placed

    def stop(self):
        """Ends, if it was begun."""
        if self in patch._active:
            patch._active.remove(self)
            return self.__exit__(None, None, None)
        return None


class _patch(_Started):
    """A decorator and a context that replaces an attribute."""

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self._given = getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs
        self.getter, self.attribute, self.kwargs = getter, attribute, kwargs
        self.new, self.new_callable, self.create = new, new_callable, create
        self.spec, self.spec_set, self.autospec = spec, spec_set, autospec
        self.additional_patchers = []

    def copy(self):
        made = _patch(*self._given)
        made.create, made.attribute_name = self.create, self.attribute_name
        made.additional_patchers = [one.copy() for one in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @wraps(func)
        def patched(*args, **keywords):
            from contextlib import ExitStack
            with ExitStack() as stack:
                extra = []
                for patching in patched.patchings:
                    value = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        keywords.update(value)
                    elif patching.new is DEFAULT:
                        extra.append(value)
                return func(*args, *extra, **keywords)

        patched.patchings = [self]
        return patched

    def _original(self):
        target = self.getter()
        name = self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if original is DEFAULT and name in builtins.__dict__ and type(target) is type(builtins):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError('%s does not have the attribute %r' % (target, name))
        return original, local

    def __enter__(self):
        from unittest.mock import MagicMock, NonCallableMagicMock, create_autospec
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT and self.autospec is None:
            spec = original if self.spec is True else self.spec
            spec_set = original if self.spec_set is True else self.spec_set
            kind = self.new_callable or MagicMock
            chosen = dict(self.kwargs)
            if spec is not None and spec is not DEFAULT:
                chosen['spec'] = spec
            if spec_set is not None and spec_set is not DEFAULT:
                chosen['spec_set'] = spec_set
            if self.attribute and (isinstance(kind, type) and issubclass(kind, NonCallableMagicMock)
                                   or kind is MagicMock or hasattr(kind, '_get_child_mock')):
                chosen.setdefault('name', self.attribute)
            new = kind(**chosen)
        elif self.autospec is not None and new is DEFAULT:
            new = create_autospec(original if self.autospec is True else self.autospec, spec_set=bool(self.spec_set),
                                  _name=self.attribute, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        extra = {}
        if self.new is DEFAULT:
            extra[self.attribute] = new
        self._entered = []
        for patching in self.additional_patchers:
            value = patching.__enter__()
            self._entered.append(patching)
            if patching.new is DEFAULT:
                extra.update(value)
        return extra

    def __exit__(self, *exc_info):
        if not hasattr(self, 'target'):
            return False
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        for patching in reversed(self.__dict__.pop('_entered', [])):
            patching.__exit__(*exc_info)
        return False


class _patch_dict(_Started):
    """A decorator and a context that changes a dictionary."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, name)))
            return f

        def changed(*args, **keywords):
            with self:
                return f(*args, **keywords)
        return wraps(f)(changed)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        held = self.in_dict
        try:
            self._original = held.copy()
        except AttributeError:
            self._original = {key: held[key] for key in held}
        if self.clear:
            _clear(held)
        _fill(held, self.values)
        return held

    def __exit__(self, *args):
        _clear(self.in_dict)
        _fill(self.in_dict, self._original)
        return False


def _fill(held, values):
    try:
        held.update(values)
    except AttributeError:
        for key in values:
            held[key] = values[key]


def _clear(held):
    try:
        held.clear()
    except AttributeError:
        for key in list(held):
            del held[key]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replaces what a dotted name means."""
    try:
        module, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return _patch(lambda: _import(module), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Replaces an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces several attributes of an object."""
    getter = (lambda: _import(target)) if isinstance(target, str) else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    made = [_patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
            for name, new in kwargs.items()]
    for one in made:
        one.attribute_name = one.attribute
    made[0].additional_patchers = made[1:]
    return made[0]


def _stop_all():
    """Ends all that was started."""
    for one in reversed(list(patch._active)):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'
patch._active = []
