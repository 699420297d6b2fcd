from ..square import area
from .. import circle


def describe():
    return "area %d, %d in %s" % (area(5), circle.area(1), __name__)
