from geometry import Point, Polygon, distance
from geometry.shapes.regular import square, triangle
import geometry.shapes as shapes

s = square(2)
print(s.area(), s.perimeter(), len(s), s)
print(f"{triangle(2).area():.6f}", distance(Point(0, 0), Point(3, 4)))
print(shapes.COUNT, [type(x).__name__ for x in (s, s.points[0])])
print(Polygon([Point(0, 0), Point(4, 0), Point(4, 3)]).area(), s + Point(1, 1))
