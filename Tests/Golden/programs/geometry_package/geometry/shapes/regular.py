from . import Polygon
from ..point import Point


def square(a):
    return Polygon([Point(0, 0), Point(a, 0), Point(a, a), Point(0, a)])


def triangle(a):
    return Polygon([Point(0, 0), Point(a, 0), Point(a / 2, a * 3 ** 0.5 / 2)])
