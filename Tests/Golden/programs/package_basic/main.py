import tools
import tools.text
from tools import numbers
from tools.text import shout as s

print(tools.VERSION, tools.text.shout("a"), numbers.square(5), s("b"))
print(tools.__name__, tools.text.__name__, numbers.__name__)
print(tools.numbers is numbers, hasattr(tools, "text"))
print(tools.__package__ if False else tools.text.where())
