"""What is said of arguments that are none of the words that they may be."""


def suggestion(name, value, allowed):
    """The message: the words where they are few, those that look alike where they are many."""
    allowed = list(allowed)
    text = f'{value!r} is not a valid value for {name}.'
    if len(allowed) <= 5 or not all(isinstance(one, str) for one in (value, *allowed)):
        return text + ' Supported values are ' + ', '.join(map(repr, allowed))
    from difflib import get_close_matches
    best = get_close_matches(value, allowed, cutoff=0.5)
    if not best:
        return text
    return text + (f' Did you mean: {best[0]!r}?' if len(best) == 1 else
                   ' Did you mean one of: ' + ', '.join(map(repr, best)) + '?')


def check_in(name, value, allowed):
    """ValueError where an argument is none of the words that it may be."""
    try:
        known = value in allowed
    except (TypeError, ValueError):
        known = False
    if not known:
        raise ValueError(suggestion(name, value, allowed))


def check_instance(name, value, kind, words=None):
    """TypeError where an argument is no object of a class."""
    if not isinstance(value, kind):
        words = words or f'{kind.__module__}.{kind.__name__}'
        raise TypeError(f"{name!r} must be an instance of {words}, not a {type(value).__name__}")
