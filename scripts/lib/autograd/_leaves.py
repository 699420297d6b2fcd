"""The traced numbers and arrays inside nested arguments."""

import _autograd


def traced_places(value):
    """The paths of what is being differentiated in nested tuples, lists and dictionaries, with it."""
    if isinstance(value, (tuple, list)):
        return [((key,) + path, leaf) for key, item in enumerate(value) for path, leaf in traced_places(item)]
    if isinstance(value, dict):
        return [((key,) + path, leaf) for key, item in value.items() for path, leaf in traced_places(item)]
    return [((), value)] if _autograd.is_traced(value) else []


def at(value, path):
    """What stands at a path."""
    for key in path:
        value = value[key]
    return value


def replaced(value, places):
    """The same nested value with others at some paths."""
    if () in places:
        return places[()]
    if not places:
        return value
    inner = {}
    for path, new in places.items():
        inner.setdefault(path[0], {})[path[1:]] = new
    if isinstance(value, dict):
        return {key: replaced(item, inner.get(key, {})) for key, item in value.items()}
    items = [replaced(item, inner.get(key, {})) for key, item in enumerate(value)]
    if isinstance(value, list):
        return items
    return type(value)(*items) if hasattr(value, '_fields') else tuple(items)


def untraced(leaf):
    """A number or array that nobody differentiates."""
    return _autograd.call_untraced(lambda value: value, (leaf,), {})


def call_plainly(fun, args, kwargs, places):
    """fun of the arguments without recording what it does."""
    args, kwargs = replaced((args, kwargs), {path: untraced(leaf) for path, leaf in places})
    return _autograd.call_untraced(fun, args, kwargs)


def recorded(result, parents, back):
    """A result, or a tuple, list or dictionary of them, recorded; `back` gets the path of the part and its cotangent."""
    def parts(value, path):
        if isinstance(value, (tuple, list)):
            items = [parts(item, path + (key,)) for key, item in enumerate(value)]
            return items if isinstance(value, list) else tuple(items)
        if isinstance(value, dict):
            return {key: parts(item, path + (key,)) for key, item in value.items()}
        return _autograd.record(value, parents, lambda g: back(path, g))
    return parts(result, ())
