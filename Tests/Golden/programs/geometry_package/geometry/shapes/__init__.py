from ..point import Point, distance

COUNT = 0


class Polygon:
    def __init__(self, points):
        global COUNT
        COUNT += 1
        self.points = list(points)

    def sides(self):
        yield from zip(self.points, self.points[1:] + self.points[:1])

    def area(self):
        return abs(sum(a.x * b.y - b.x * a.y for a, b in self.sides())) / 2

    def perimeter(self):
        return sum(distance(a, b) for a, b in self.sides())

    def __len__(self):
        return len(self.points)

    def __add__(self, offset):
        return Polygon(p + offset for p in self.points)

    def __repr__(self):
        return "Polygon(" + " ".join(f"{p.x},{p.y}" for p in self.points) + ")"
