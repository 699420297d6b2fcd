"""A module with __getattr__."""

x = 1


def __getattr__(name):
    if name == "computed":
        return 6 * 7
    raise AttributeError(f"module 'lazy' has no attribute {name!r}")


def get(name, default=None):
    return globals().get(name, default)


def show():
    return f"x is {x}"
