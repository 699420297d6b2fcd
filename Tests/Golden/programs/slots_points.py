class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Named(Point):
    __slots__ = ("name",)


class Loose(Point):
    pass


p = Point(1, 2)
p.x += 10
print(p, hasattr(p, "__dict__"), Point.__slots__)
for action in ("p.z = 3", "del p.x; p.x", "Point(1)"):
    try:
        exec(action)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
n = Named(1, 2)
n.name = "n"
print(n, n.name, [s for k in Named.__mro__ for s in getattr(k, "__slots__", ())])
l = Loose(0, 0)
l.anything = 5
print(vars(l), l.x, isinstance(l, Point))
points = {(q.x, q.y): q for q in (Point(i % 3, i % 2) for i in range(10))}
print(sorted(points), len(points))
