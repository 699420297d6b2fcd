from shapes import *

print(area(Square(3)), area(Circle(1)))
try:
    print(_helper)
except NameError as e:
    print(e)
try:
    print(hidden)
except NameError as e:
    print(e)
import shapes

print(shapes.hidden(), shapes.__all__)
from helpers import *

print(double(4), PUBLIC)
try:
    _secret
except NameError as e:
    print(e)
