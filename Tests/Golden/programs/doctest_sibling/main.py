import doctest

import stack

results = doctest.testmod(stack)
print(results.failed, results.attempted)
s = stack.Stack([1, 2])
s.push(3)
print(s, s.pop(), len(s))
try:
    stack.Stack().pop()
except stack.Empty as e:
    print(type(e).__name__, e)
