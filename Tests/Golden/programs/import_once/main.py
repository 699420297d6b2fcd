import counter
import counter as again
from counter import bump

bump()
bump()
print(counter.value, again.value, again is counter)
from counter import value

counter.bump()
print(value, counter.value)
import sys

print("counter" in sys.modules, sys.modules["counter"] is counter)
