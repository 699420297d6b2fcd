import helper
import shapes
import shapes.square as sq
from shapes import circle, AREA_NAMES
from shapes.deep.core import describe
from shapes.deep import up
from helper import *
import helper as again
import sys

print(helper.__name__, again is helper, helper.counter)
print(helper.__doc__)
print(shapes.__name__, shapes.__package__, shapes.square.__package__, shapes.deep.core.__name__)
print(sq.area(3), circle.area(2), AREA_NAMES)
print(describe())
print(up.parent_names())
print(visible(), "hidden" in globals())
helper.bump()
helper.bump()
print(helper.counter, counter)
print(sys.modules["helper"] is helper, "shapes.deep.core" in sys.modules, "nothing" in sys.modules)
print(helper.__file__.endswith("/basics/helper.py"), shapes.__path__[0].endswith("/basics/shapes"))
print(__name__, __package__, __doc__)


def late():
    import late_module
    from late_module import value as renamed
    return late_module.value + renamed


print(late())
print("late_module" in globals())
import late_module

print(late_module.__name__)
print(type(late_module))
