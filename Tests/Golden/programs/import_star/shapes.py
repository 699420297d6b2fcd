__all__ = ["Square", "Circle", "area"]


class Square:
    def __init__(self, a):
        self.a = a


class Circle:
    def __init__(self, r):
        self.r = r


def _helper(x):
    return x * x


def hidden():
    return "reachable by name"


def area(s):
    return _helper(s.a) if isinstance(s, Square) else 3 * _helper(s.r)
