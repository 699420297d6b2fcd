x = 1; y = 2; print(x + y)
if x: print("one line")
for i in range(2): print(i); print(i * i)
total = (1 +
         2 +   # a comment inside
         3)
items = [
    1,
    2,

    3,
]
text = "joined " \
       "literal"
value = total + \
    10


def f(a,
      b=2):
    """A docstring
    over two lines."""

    # a comment

    return a + b


print(total, items, text, value, f(1))
'''A string as a
comment'''
if True:
	print("a tab")
	print("another")
print("no newline at the end")
pass
