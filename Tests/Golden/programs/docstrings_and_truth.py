"""A module's docstring."""


def area(r):
    """The area of a circle."""
    return 3 * r * r


print(area.__doc__, area.__name__, area(2))
for value in [0, 1, -1, 0.0, "", "x", [], [0], (), {}, {0: 0}, None, True, range(0), range(1)]:
    print(repr(value), bool(value), not value)
print([] == [], [] is [], None == False, 0 == False, "" == 0, 1.0 == 1)
print(type(1), type(1.5), type("a"), type([]), type({}), type(()), type(None), type(True), type(range(1)))
print(isinstance(1, (int, float)), isinstance("a", str), callable(area), callable(1))
print(any([]), all([]), any([0, "a"]), all([1, ""]))
