"""Small tools that programs import."""


def subvals(x, ivs):
    """The items as a tuple, with those of some numbers replaced: pairs of a number and a value."""
    items = list(x)
    for index, value in ivs:
        items[index] = value
    return tuple(items)


def subval(x, i, v):
    """The items as a tuple, with the one of a number replaced."""
    return subvals(x, [(i, v)])
