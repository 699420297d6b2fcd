for name in ("nothing_here", "tools.missing", "tools.text.deep"):
    try:
        __import__(name)
    except ImportError as e:
        print(type(e).__name__, e, e.name)
try:
    from tools import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    from tools.text import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    from .sibling import x
except ImportError as e:
    print(e)
import tools
try:
    tools.nope
except AttributeError as e:
    print(e)
import absent_module
