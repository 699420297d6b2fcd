import math
import sys

import lazy

print(lazy.__name__, lazy.__doc__, lazy.__file__.endswith("lazy.py"), __file__.endswith("main.py") if "__file__" in globals() else True)
lazy.added = 1
print(lazy.added, lazy.get("added"), lazy.get("nothing", "default"))
del lazy.added
print(hasattr(lazy, "added"), vars(lazy)["x"], lazy.__dict__ is vars(lazy))
print(lazy.computed, lazy.x)
try:
    lazy.unknown
except AttributeError as e:
    print(e)
print(type(lazy).__name__, isinstance(lazy, type(math)), repr(lazy).startswith("<module 'lazy' from "))
setattr(lazy, "x", 99)
print(lazy.show(), getattr(lazy, "y", None))
import lazy as l2
print(l2.x, "lazy" in sys.modules)
