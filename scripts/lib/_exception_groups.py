"""How groups of exceptions are taken apart."""

__name__ = 'builtins'


def derive(self, excs, /):
    """A group with the same message and other exceptions."""
    return BaseExceptionGroup(self.message, excs)


def split(self, condition, /):
    """The group of what the condition holds for, and the group of the rest; None for an empty one."""
    return _parts(self, _test(condition))


def subgroup(self, condition, /):
    """The group of what the condition holds for; None where there is nothing."""
    return _parts(self, _test(condition))[0]


def _test(condition):
    kinds = condition if isinstance(condition, tuple) else (condition,)
    if all([isinstance(kind, type) and issubclass(kind, BaseException) for kind in kinds]) and kinds:
        return lambda error: isinstance(error, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


def _parts(error, test):
    if test(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    chosen, rest = [], []
    for member in error.exceptions:
        one, other = _parts(member, test)
        if one is not None:
            chosen.append(one)
        if other is not None:
            rest.append(other)
    return _like(error, chosen), _like(error, rest)


def _like(group, members):
    """A group of members that stands for a part of another one."""
    if not members:
        return None
    made = group.derive(members)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    made.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        made.__notes__ = list(notes)
    return made
